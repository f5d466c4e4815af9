"""Payloads for the tests, and a catalogue; those of the stores are of tests/stores/payloads.mjs."""

from __future__ import annotations

import json
from typing import Any

lists: dict[str, Any] = {
    "care_type_groups": [{"id": 1, "short_code": "DENTAL", "label": "Soins dentaires"}],
    "internal_care_types": [
        {"id": 7, "short_code": "CROWN", "label": "Couronne", "care_type_group_ids": [1]},
        {"id": 8, "short_code": "SCALING", "care_type_group_ids": [1]},
    ],
}

adults: dict[str, Any] = {"selector": {"include_care_types": ["CROWN"]}, "filter": {"min_age": 18}}
hundred: dict[str, Any] = {"components": [{"kind": "brss_percent", "percent": "100"}]}

payload: dict[str, Any] = {
    "name": "basic",
    "version": 1,
    "guarantees": [{"name": "DENTAL_CARE", "care_type_mappings": [adults], "coverage_rule": {"components": [{"kind": "brss_percent", "percent": "250"}]}}],
}


def coverage_of(name: str, version: int, note: object = "") -> dict[str, Any]:
    """A small coverage; `note` distinguishes writers."""
    return {"name": name, "version": version, "guarantees": [{"name": "DENTAL_CARE", "care_type_mappings": [], "coverage_rule": {"note": note}}]}


payload_with_warning: dict[str, Any] = {
    "name": "with a warning",
    "version": 1,
    "guarantees": [{"name": "crowns", "care_type_mappings": [adults], "coverage_rule": hundred}],
}

payload_with_error: dict[str, Any] = {
    "name": "with errors",
    "version": 1,
    "guarantees": [
        {
            "name": "CROWNS",
            "care_type_mappings": [{"selector": {"include_care_types": ["CROWM"]}, "filter": {}}],
            "coverage_rule": {"components": [{"kind": "no_such_component"}]},
        },
        {"name": "NOTHING", "care_type_mappings": [], "coverage_rule": {}},
    ],
}

rich: dict[str, Any] = {
    "name": "rich",
    "version": 1,
    "guarantees": [
        {
            "name": "OF_ANOTHER_SYSTEM",
            "care_type_mappings": [adults],
            "coverage_rule": json.loads(
                r"""{
                "z": 1, "a": { "y": [null, true, false, "", {}, []], "b": -1.5 }, "__proto__": { "__proto__": null }, "then": null,
                "numbers": [0, 0.1, 18.65, 1e21, 5e-324, 1.7976931348623157e308, 9007199254740991, -9007199254740992],
                "texts": ["é", "e\u0301", "\u0000", "\u2028", "💊", "\ufeff", "\uffff", "\\\\", "a/b~c"], "": { " ": 1 }
            }"""
            ),
        },
        {"name": "LARGE", "care_type_mappings": [], "coverage_rule": {"text": "x" * 2**20, "many": list(range(50_000))}},
    ],
}
