"""The functions of the documents that look care types up, under their own names and with their own arguments.

    mappings = get_care_type_mappings(catalog)
    get_care_types_from_selector({"include_care_type_groups": ["DENTAL"]}, *mappings)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from care_coverage._catalog import CareTypeCatalog

__all__ = [
    "CareTypeGroup",
    "CareTypeMappings",
    "CoverageCareTypeSelector",
    "InternalCareType",
    "get_care_type_mappings",
    "get_care_types_from_selector",
]


@dataclass(frozen=True, slots=True)
class InternalCareType:
    """A kind of care, as the insurer's own list names it."""

    id: int
    short_code: str
    care_type_group_ids: tuple[int, ...]
    label: str | None = None
    applicable_facts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CareTypeGroup:
    """A group of care types."""

    id: int
    short_code: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class CoverageCareTypeSelector:
    """Which care types a mapping selects, by short code."""

    include_care_type_groups: frozenset[str] = field(default_factory=frozenset)
    exclude_care_type_groups: frozenset[str] = field(default_factory=frozenset)
    include_care_types: frozenset[str] = field(default_factory=frozenset)
    exclude_care_types: frozenset[str] = field(default_factory=frozenset)


class CareTypeMappings(NamedTuple):
    """The three look-ups, in the order in which `get_care_types_from_selector` takes them."""

    internal_care_type_by_short_code: Mapping[str, InternalCareType]
    care_type_group_by_short_code: Mapping[str, CareTypeGroup]
    care_type_group_to_internal_care_types: Mapping[int, list[InternalCareType]]
    """By the id of the group; lists ascending by short code."""


def get_care_type_mappings(catalog: CareTypeCatalog) -> CareTypeMappings:
    """The three look-ups of a catalogue. What its author noted in it besides is left out."""
    mappings = catalog.get_care_type_mappings()
    care_types = {}
    for code, entry in mappings["internal_care_type_by_short_code"].items():
        facts = entry.get("applicable_facts")
        care_types[code] = InternalCareType(
            id=entry["id"],
            short_code=code,
            care_type_group_ids=tuple(entry["care_type_group_ids"]),
            label=entry.get("label"),
            applicable_facts=None if facts is None else tuple(facts),
        )
    groups = {
        code: CareTypeGroup(id=entry["id"], short_code=code, label=entry.get("label"))
        for code, entry in mappings["care_type_group_by_short_code"].items()
    }
    members = {
        int(group): [care_types[entry["short_code"]] for entry in entries]
        for group, entries in mappings["care_type_group_to_internal_care_types"].items()
    }
    return CareTypeMappings(care_types, groups, members)


def get_care_types_from_selector(
    care_type_selector: object,
    internal_care_type_by_short_code: Mapping[str, InternalCareType],
    care_type_group_by_short_code: Mapping[str, CareTypeGroup],
    care_type_group_to_internal_care_types: Mapping[int, list[InternalCareType]],
) -> set[InternalCareType]:
    """The care types that a selector computes to. Raises a `CoverageError` for look-ups that disagree, and for a code that they lack.

    Each call looks at all three look-ups; who asks more than once keeps a `CareTypeCatalog`, and asks that."""
    mappings = CareTypeMappings(internal_care_type_by_short_code, care_type_group_by_short_code, care_type_group_to_internal_care_types)
    selected = CareTypeCatalog(mappings).get_care_types_from_selector(care_type_selector)
    return {internal_care_type_by_short_code[entry["short_code"]] for entry in selected}
