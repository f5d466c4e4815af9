"""The functions of the documents that look care types up, and fixes of a text."""

from __future__ import annotations

import json
from typing import Any

import pytest

import care_coverage
from care_coverage import CareTypeCatalog, CoverageError, apply_fixes, get_care_type_mappings, get_care_types_from_selector
from care_coverage.documents import CareTypeGroup, CoverageCareTypeSelector, InternalCareType
from conftest import ROOT
from payloads import lists, payload

CROWN = InternalCareType(id=7, short_code="CROWN", care_type_group_ids=(1,), label="Couronne")
SCALING = InternalCareType(id=8, short_code="SCALING", care_type_group_ids=(1,))


def test_the_three_look_ups(catalog: CareTypeCatalog) -> None:
    mappings = get_care_type_mappings(catalog)
    assert mappings.internal_care_type_by_short_code == {"CROWN": CROWN, "SCALING": SCALING}
    assert mappings.care_type_group_by_short_code == {"DENTAL": CareTypeGroup(id=1, short_code="DENTAL", label="Soins dentaires")}
    assert mappings.care_type_group_to_internal_care_types == {1: [CROWN, SCALING]}
    # They make the same catalogue.
    again = CareTypeCatalog(mappings)
    assert again.get_care_type_mappings() == catalog.get_care_type_mappings()


def test_a_selector_computes_to_a_set(catalog: CareTypeCatalog) -> None:
    care_types, groups, members = get_care_type_mappings(catalog)
    for selector, selected in (
        ({"include_care_type_groups": ["DENTAL"], "exclude_care_types": ["SCALING"]}, {CROWN}),
        (CoverageCareTypeSelector(include_care_type_groups=frozenset(["DENTAL"])), {CROWN, SCALING}),
        ({"include_care_types": {"SCALING"}}, {SCALING}),
        ({}, set()),
    ):
        found = get_care_types_from_selector(
            care_type_selector=selector,
            internal_care_type_by_short_code=care_types,
            care_type_group_by_short_code=groups,
            care_type_group_to_internal_care_types=members,
        )
        assert found == selected
    with pytest.raises(CoverageError) as raised:
        get_care_types_from_selector({"include_care_types": ["CROWM"]}, care_types, groups, members)
    assert raised.value.diagnostics[0]["fix"] is not None and raised.value.code == "unknown_care_type"
    with pytest.raises(CoverageError) as raised:
        get_care_types_from_selector({}, care_types, groups, {1: [SCALING]})
    assert raised.value.code == "inconsistent_mappings"


@pytest.mark.parametrize("case", json.loads((ROOT / "tests/package/apply-fixes.json").read_text(encoding="utf-8")), ids=lambda case: case["name"])
def test_fixes_are_those_of_the_package(case: dict[str, Any]) -> None:
    answer = apply_fixes(case["text"], case["diagnostics"])
    assert answer["text"] == case["want"]
    assert [found["code"] for found in answer["left"]] == case["left"]
    assert len(answer["applied"]) + len(answer["left"]) == len(case["diagnostics"])


def test_fixes_are_applied_until_none_is_left(catalog: CareTypeCatalog) -> None:
    wrong = {**payload, "name": "💊", "version": 0, "guarantees": [{**payload["guarantees"][0], "name": "dental care", "care_type_mapping": []}]}
    text = json.dumps(wrong, ensure_ascii=False, indent=2)
    mended = apply_fixes(text, catalog.validate_coverage_text(text), catalog.validate_coverage_text)
    assert {"version_below_one", "unusual_guarantee_name"} <= {found["code"] for found in mended["applied"]}
    assert json.loads(mended["text"])["guarantees"][0]["name"] == "DENTAL_CARE"
    assert mended["left"] == catalog.validate_coverage_text(mended["text"])
    assert not any(found["fix"] for found in mended["left"])


def test_everything_that_is_listed_is_there() -> None:
    assert sorted(care_coverage.__all__, key=lambda name: (name.lower(), name)) == sorted(set(care_coverage.__all__), key=lambda name: (name.lower(), name))
    for name in care_coverage.__all__:
        assert name.isupper() or getattr(care_coverage, name).__doc__, name
    cargo = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    assert f'version = "{care_coverage.__version__}"' in cargo
    assert f'version = "{care_coverage.__version__}"' in (ROOT / "python/pyproject.toml").read_text(encoding="utf-8")
    assert care_coverage.OUTCOME_CODES[1] == "covered"
    assert lists
