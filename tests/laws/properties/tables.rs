//! A coverage with more mappings and care types than the tables of batches hold: what has no rows is answered mapping by mapping.

use care_coverage::batch::OUTCOME_CODES;
use care_coverage::{Coverage, Json};
use serde_json::{Value, json};

use super::engine::{self, json_of, value};

/// Practitioners that a filter names; each has a row for every care type.
const PRACTITIONERS: usize = 2_500;
/// Each care type lacks another mapping, so that no two share their rows.
const CARE_TYPES: usize = 60;

fn coverage() -> Coverage {
    let code = |care_type: usize| format!("TYPE_{care_type:02}");
    let care_types: Vec<Value> = (0..CARE_TYPES)
        .map(|care_type| json!({ "id": care_type + 1, "short_code": code(care_type), "care_type_group_ids": [1] }))
        .collect();
    let catalog = json!({
        "care_type_groups": [{ "id": 1, "short_code": "ALL" }],
        "internal_care_types": care_types,
    });
    let guarantee = |position: usize| {
        let others = if position < CARE_TYPES { vec![code(position)] } else { Vec::new() };
        let selector = json!({ "include_care_type_groups": ["ALL"], "exclude_care_types": others });
        let flag = position.is_multiple_of(2);
        let filter = json!({
            "practitioner": format!("P{position}"), "reimbursed_by_secu": flag, "min_age": position % 100,
        });
        json!({
            "name": format!("G{position}"), "coverage_rule": {},
            "care_type_mappings": [{ "selector": selector, "filter": filter }],
        })
    };
    let guarantees: Vec<Value> = (0..PRACTITIONERS).map(guarantee).collect();
    let payload = json!({ "name": "MANY", "version": 1, "guarantees": guarantees });
    engine::coverage(&engine::catalog(&catalog, &json!({})), &payload)
}

#[test]
fn what_has_no_rows_is_answered_alike() {
    let coverage = coverage();
    let mut acts = Vec::new();
    for care_type in 0..CARE_TYPES {
        // The mapping that it lacks, its neighbour, the last one, and none.
        for position in [care_type, care_type + 1, PRACTITIONERS - 1, PRACTITIONERS] {
            for (age, flag) in
                [(json!(99), json!(position.is_multiple_of(2))), (json!(99), json!(null)), (json!(0), json!(true))]
            {
                acts.push(json!({
                    "care_type": format!("TYPE_{care_type:02}"), "practitioner": format!("P{position}"),
                    "member_age": age, "reimbursed_by_secu": flag,
                }));
            }
        }
        acts.push(
            json!({ "care_type": format!("TYPE_{care_type:02}"), "practitioner": "P7", "reimbursed_by_secu": false }),
        );
    }
    let values: Vec<Json> = acts.iter().map(json_of).collect();
    let evaluation = coverage.evaluate(&values);
    let mut seen = std::collections::BTreeSet::new();
    for ((act, outcome), first) in acts.iter().zip(&evaluation.outcomes).zip(&evaluation.guarantees) {
        let decision = value(coverage.guarantees_for(&json_of(act)).expect("a good act"));
        let name = usize::try_from(*first).ok().map(|position| &*coverage.guarantee_names()[position]);
        let said = (OUTCOME_CODES[usize::from(*outcome)], name);
        assert_eq!(
            said,
            (decision["outcome"].as_str().expect("an outcome"), decision["guarantees"][0].as_str()),
            "{act}"
        );
        // Only what has no rows has no decision in integers.
        let codes = coverage.codes_of(&json_of(act)).expect("a good act");
        seen.insert((said.0, coverage.decision_in_integers(&codes).is_some()));
    }
    for outcome in ["covered", "not_covered", "undetermined"] {
        assert!(seen.contains(&(outcome, true)) && seen.contains(&(outcome, false)), "{outcome}: {seen:?}");
    }
}
