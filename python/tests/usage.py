"""How programs use the package, as `mypy --strict` reads it: what is right has its type, and what is wrong is found (an ignored error
that is none is an error itself)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_type

from sqlalchemy.orm import Session

from care_coverage import CareTypeCatalog, Coverage, apply_fixes, check_dispense, get_care_types_from_selector, get_care_type_mappings, simulate
from care_coverage.documents import InternalCareType
from care_coverage.store import CoverageStore, CoverageVersion
from care_coverage.types import (
    ActAmounts, ActOutcome, CareAct, CareTypeLists, ClaimRow, CoveragePayload, Diagnostic, DispenseReport, DispenseSnapshot, PricedAct, Reimbursement, Simulation,
    TextDiagnostic,
)  # fmt: skip

lists: CareTypeLists = {"care_type_groups": [], "internal_care_types": [{"id": 1, "short_code": "CROWN", "care_type_group_ids": []}]}
payload: CoveragePayload = {
    "name": "basic",
    "version": 1,
    "guarantees": [
        {
            "name": "TEETH",
            "care_type_mappings": [{"selector": {"include_care_types": ["CROWN"]}, "filter": {"min_age": 18}}],
            "coverage_rule": {"components": [{"kind": "brss_percent", "percent": Decimal("150")}], "limits": [{"key": "k", "period": {"kind": "civil_year"}, "max_amount": 300}]},
        }
    ],
}
act: CareAct = {"care_type": "CROWN", "care_date": date(2026, 3, 1), "member_age": 40, "practitioner": None}
priced: PricedAct = {"care_type": "CROWN", "charged": Decimal("539.00"), "brss": "120", "secu_rate_percent": 60}
wrong: CareAct = {"care_type": "CROWN", "age": 40}  # type: ignore[typeddict-unknown-key]
missing: ActAmounts = {"brss": 120}  # type: ignore[typeddict-item]
kind: CoveragePayload = {"name": "basic", "version": "1", "guarantees": []}  # type: ignore[typeddict-item]


@dataclass
class OwnAct:
    care_type: str
    member_age: int


def ask(catalog: CareTypeCatalog, next: Coverage, session: Session, claims: list[ClaimRow], snapshot: DispenseSnapshot) -> None:
    coverage = catalog.compile_coverage(payload)
    assert_type(coverage, Coverage)
    decision = coverage.guarantees_for(act)
    assert_type(decision["outcome"], ActOutcome)
    assert_type(decision["guarantees"], list[str])
    coverage.guarantees_for(OwnAct("CROWN", 40))
    assert_type(coverage.reimburse(priced, secu_rounding="half_up"), Reimbursement)
    coverage.reimburse(priced, secu_rounding="up")  # type: ignore[call-overload]
    coverage.reimburse(priced, rounding="down")  # type: ignore[call-overload]
    for outcome, guarantee in zip(coverage.evaluate([act])["outcomes"], coverage.evaluate([act])["guarantees"]):
        assert_type(guarantee, str | None)
        print(outcome == "invalid_act")
    assert_type(catalog.validate_coverage(payload, ignore=["gap"], analysis=False), list[Diagnostic])
    found = catalog.validate_coverage_text(b"{}")
    assert_type(found, list[TextDiagnostic])
    assert_type(apply_fixes("{}", found, catalog.validate_coverage_text)["left"], list[TextDiagnostic])
    assert_type(catalog.try_compile(payload)["coverage"], Coverage | None)
    print(catalog.search("crown", kind="care_type", limit=3)[0]["score"] + 1)
    changes = coverage.diff(next, date="2026-01-01")["amount_changes"]
    if changes is not None and changes["regions"][0]["gain"] is not None:
        print(changes["regions"][0]["gain"]["next"]["steps"][0]["value"])
    assert_type(coverage.check_requirements({}, date=date(2026, 1, 1))["requirements"][0]["violations"][0]["pointer"], str | None)
    assert_type(simulate(coverage, [next], claims, by=["guarantee", {"column": "site"}]), Simulation)
    assert_type(check_dispense(snapshot), DispenseReport)
    assert_type(get_care_types_from_selector({"include_care_types": {"CROWN"}}, *get_care_type_mappings(catalog)), set[InternalCareType])
    assert_type(CoverageStore(session, catalog).create_or_update_coverage(payload, commit=False), CoverageVersion)
