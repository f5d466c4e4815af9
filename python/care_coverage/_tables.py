"""Tables of Arrow: what is taken for one, and what is asked of its rows."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias, TypedDict

from care_coverage.types import ClaimMapping


class ArrowStream(Protocol):
    """What gives record batches: a table of pyarrow, a frame of Polars or pandas, a relation of DuckDB, a reader."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """What gives one record batch."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...


Table: TypeAlias = ArrowStream | ArrowArray


class EvaluateTableOptions(TypedDict, total=False):
    """How a table is read, and what the answer has of it."""

    mapping: ClaimMapping | None
    """What columns and values are called in the table. Default: as the fields of a `ClaimRow`."""
    keep: bool | list[str] | None
    """The columns of the table that the answer has, too: all (the default), none, or these."""


class ReimburseTableOptions(EvaluateTableOptions, total=False):
    """How a table is read and computed, and what the answer has of it."""

    unit: str | None
    """The column whose rows are counted together by limits, by its name in the table. Default: each row is alone."""
    secu_rounding: Literal["down", "half_up"] | None
    """How the Sécu part is rounded to the cent. Default "down"."""
