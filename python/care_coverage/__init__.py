"""Which guarantees of a health coverage match a care act, why, and how much they reimburse; and would a dispense of medication be
accepted? The engine of the npm package `care-coverage`, for Python: the same rules, the same answers.

Documents are handed in as mappings and lists, as dataclasses, or (the functions that end with `_text`) as JSON text; answers are plain
dicts and lists. An input that cannot be used raises a `CoverageError` with every problem found.
"""

from care_coverage._catalog import CareTypeCatalog
from care_coverage._engine import (
    ArrowBatch,
    ArrowTable,
    Coverage,
    age_on,
    check_coverage_version,
    check_discount_amount,
    check_dispense,
    check_dispense_text,
    describe_rule,
    guess_mapping,
    known_values,
    lens_complexity,
    match_filter,
    package_version,
    preview_claims,
    read_coverage_payload,
    read_json_text,
    reimburse_stack,
    select_contracts,
    simulate,
    validate_catalog,
    validate_catalog_text,
    validate_headings,
    validate_mapping,
    validate_profile,
    validate_profile_text,
)
from care_coverage._errors import LEFT_OUT, CoverageError
from care_coverage._fixes import apply_fixes
from care_coverage.documents import get_care_type_mappings, get_care_types_from_selector

__version__ = package_version()

OUTCOME_CODES = ("not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act")
"""The outcomes of a batch in columns: an outcome is its position in this list."""

__all__ = [
    "ArrowBatch",
    "ArrowTable",
    "LEFT_OUT",
    "OUTCOME_CODES",
    "CareTypeCatalog",
    "Coverage",
    "CoverageError",
    "age_on",
    "apply_fixes",
    "check_coverage_version",
    "check_discount_amount",
    "check_dispense",
    "check_dispense_text",
    "describe_rule",
    "get_care_type_mappings",
    "get_care_types_from_selector",
    "guess_mapping",
    "known_values",
    "lens_complexity",
    "match_filter",
    "package_version",
    "preview_claims",
    "read_coverage_payload",
    "read_json_text",
    "reimburse_stack",
    "select_contracts",
    "simulate",
    "validate_catalog",
    "validate_catalog_text",
    "validate_headings",
    "validate_mapping",
    "validate_profile",
    "validate_profile_text",
]
