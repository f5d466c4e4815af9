"""What a batch answers. The npm package has typed arrays in these places."""

from __future__ import annotations

from array import array
from typing import Literal, TypeAlias, TypedDict

from care_coverage.types import ActOutcome, Diagnostic

Outcome: TypeAlias = 'ActOutcome | Literal["invalid_act"]'


class InvalidAct(TypedDict):
    """An act that could not be read."""

    index: int
    """Its position, from 0."""
    line: int | None
    """Of the text, from 1; None where the batch is no text."""
    diagnostics: list[Diagnostic]


class EvaluationSummary(TypedDict):
    """How many acts have each outcome, and how many each guarantee alone covers."""

    by_outcome: dict[str, int]
    by_guarantee: dict[str, int]


class Evaluation(TypedDict):
    """The answers for many acts, in their order."""

    length: int
    outcomes: list[Outcome]
    guarantees: list[str | None]
    """The first guarantee that certainly matches."""
    summary: EvaluationSummary
    invalid: list[InvalidAct]
    """At most the first 1,000."""


class CodedEvaluation(TypedDict):
    """The answers for acts in columns."""

    length: int
    outcomes: array[int]
    """Positions in `OUTCOME_CODES`."""
    guarantees: array[int]
    """Positions in `Coverage.guarantee_names`; -1 where there is none."""
    summary: EvaluationSummary
    invalid: list[InvalidAct]


class ReimbursedColumns(TypedDict):
    """What is paid for acts in columns, in 1/10,000 €."""

    length: int
    outcomes: array[int]
    guarantees: array[int]
    complementary: array[int]
    secu_paid: array[int]
    out_of_pocket: array[int]
    general: int
    """How many acts were computed the general way, which takes longer."""
    invalid: list[InvalidAct]
