//! Whatever a snapshot lacks or holds: an answer, or a refusal with places; and the decision follows from the checks.

use care_coverage::{Json, Unusable, check_dispense};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::checks::lacking_parts_changes_no_answer;
use super::law;
use super::report::{self, json_of};
use crate::support;

/// Every snapshot of the golden cases that can be read.
pub(crate) fn snapshots() -> Vec<Value> {
    let cases = support::cases().into_iter().filter(|case| case.call == "checkDispense" && case.want.is_ok());
    cases.map(|case| case.args[0].clone()).collect()
}

/// The decision, the first failure and the marks, once more, from nothing but the checks.
pub(crate) fn assert_follows(report: &Value) {
    let checks: Vec<&Value> = report::checks(report).collect();
    let first = checks.iter().position(|check| check["outcome"] == "failed" && check["status"].is_number());
    let decision = report["decision"].as_str().unwrap();
    assert_eq!(decision == "rejected", first.is_some());
    let failure = &report["first_failure"];
    match first {
        None => assert!(failure.is_null()),
        Some(first) => {
            for key in ["id", "status", "message", "entry"] {
                assert_eq!(failure[key], checks[first][key]);
            }
            let certain = !checks[..first].iter().any(|check| check["outcome"] == "unknown");
            assert_eq!(failure["certain"], Value::Bool(certain));
        }
    }
    const MARKS: [&str; 4] = ["provision_active", "provision_contract", "innm_participant", "same_innm"];
    let waits = |check: &&&Value| check["outcome"] == "unknown" && !MARKS.contains(&check["id"].as_str().unwrap());
    if decision != "rejected" {
        assert_eq!(decision == "indeterminate", checks.iter().any(|check| waits(&check)));
    }
    for check in &checks {
        let failed = check["outcome"] == "failed";
        assert!(failed == check["message"].is_string(), "{check}");
        assert!(failed || check["status"].is_null() && check["entry"].is_null(), "{check}");
        let because = check["because"].as_array().unwrap();
        match check["outcome"].as_str().unwrap() {
            "unknown" => assert!(!because.is_empty() && because.len() <= 100, "{check}"),
            "skipped" => assert_eq!(because.len(), 1, "{check}"),
            _ => assert!(because.is_empty(), "{check}"),
        }
    }
    for mark in report["programs"].as_array().unwrap() {
        let failed =
            checks.iter().find(|check| check["program_id"] == mark["program_id"] && check["outcome"] == "failed");
        assert_eq!(mark["rejection_reason"], failed.map_or(Value::Null, |check| check["message"].clone()));
        assert_eq!(mark["status"] == "INVALID", failed.is_some());
    }
}

#[test]
fn the_decision_follows_from_the_checks() {
    for snapshot in snapshots() {
        assert_follows(&report::report(&snapshot));
    }
}

/// What is not known cannot pass in place of what failed, nor fail in place of what passed; and nothing else changes.
#[test]
fn removing_a_section_only_makes_things_unknown() {
    let mut tried = 0;
    for snapshot in snapshots().into_iter().step_by(3) {
        let before = report::report(&snapshot);
        for section in snapshot.as_object().unwrap().keys() {
            // Without details or programs there are other checks; parameters of amounts have defaults.
            if ["ruleset", "operation", "current_date", "request", "config"].contains(&section.as_str()) {
                continue;
            }
            let mut less = snapshot.clone();
            less.as_object_mut().unwrap().remove(section);
            lacking_parts_changes_no_answer(&before, &less)
                .unwrap_or_else(|broken| panic!("without {section}: {broken}"));
            tried += 1;
        }
    }
    println!("{tried} snapshots without a section");
}

/// Every place below a value.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, &format!("{at}/{index}"), out))
        }
        Value::Object(fields) => fields.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), out)),
        _ => {}
    }
}

/// The same for fields deep inside: removed, a check that failed does not pass.
#[test]
fn removing_a_field_never_makes_a_failure_pass() {
    let all = snapshots();
    law::holds(1_500, &(any::<Index>(), any::<Index>()), |(which, place)| {
        let snapshot = which.get(&all);
        let mut fields = Vec::new();
        places(snapshot, "", &mut fields);
        let entities = [
            "/legal_entities",
            "/employees",
            "/divisions",
            "/medical_programs",
            "/medications",
            "/contracts/",
            "/program_medications",
            "/medical_program_provisions",
            "/care_plan",
        ];
        // An end that is absent fails, a division's row without `is_active` is active, and a list of programs may be given for one.
        let means = [
            "end_date",
            "is_active",
            "medical_program_id",
            "medical_programs",
            "contract_divisions",
            "medical_program_settings",
        ];
        fields.retain(|field| {
            let name = field.rsplit('/').next().unwrap();
            let is_field = name.parse::<usize>().is_err() && field.matches('/').count() == 3;
            is_field
                && entities.iter().any(|entity| field.starts_with(entity))
                && name != "id"
                && !means.contains(&name)
        });
        if fields.is_empty() {
            return Ok(());
        }
        let field = place.get(&fields);
        let (parent, name) = field.rsplit_once('/').unwrap();
        let mut less = snapshot.clone();
        less.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        let (before, after) = (report::report(snapshot), report::report(&less));
        assert_follows(&after);
        for (before, after) in report::checks(&before).zip(report::checks(&after)) {
            prop_assert!(
                before["outcome"] != "failed" || after["outcome"] != "passed",
                "without {}: {}",
                field,
                before
            );
        }
        Ok(())
    });
}

/// Values that may be anywhere, and ones that may not.
fn odd() -> Vec<Json> {
    let long = json!("x".repeat(2_000));
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(5e-324),
        json!(0.1),
        json!(""),
        json!("ACTIVE"),
        json!("2019-02-30"),
        json!("9999-12-31"),
        json!("1e3"),
        json!("999999999999.9999"),
        json!([]),
        json!([null]),
        json!({}),
        json!([{}, {}]),
        json!(["D1"]),
        json!({ "id": "D1" }),
        json!(vec![json!({}); 200]),
        long,
    ];
    let unusable = [
        Unusable::Threw,
        Unusable::LoneSurrogate,
        Unusable::TooDeep,
        Unusable::LongString,
        Unusable::Foreign("a Date".into()),
    ];
    values.iter().map(json_of).chain(unusable.into_iter().map(Json::Unusable)).collect()
}

/// Replaces what is at some place.
fn damage(json: &mut Json, path: &mut dyn Iterator<Item = Index>, with: &Json) {
    let inner = match json {
        Json::Array(items) if !items.is_empty() => {
            path.next().map(|index| index.index(items.len())).and_then(|index| items.get_mut(index))
        }
        Json::Object(fields) if !fields.is_empty() => path
            .next()
            .map(|index| index.index(fields.len()))
            .and_then(|index| fields.get_mut(index))
            .map(|(_, value)| value),
        _ => None,
    };
    match inner {
        Some(inner) => damage(inner, path, with),
        None => *json = with.clone(),
    }
}

#[test]
fn hostile_snapshots_are_answered_or_refused() {
    let all = snapshots();
    let damages = proptest::collection::vec((proptest::collection::vec(any::<Index>(), 0..6), select(odd())), 1..4);
    law::holds(3_000, &(any::<Index>(), damages), |(which, damages)| {
        let mut snapshot = json_of(which.get(&all));
        for (path, with) in damages {
            damage(&mut snapshot, &mut path.into_iter(), &with);
        }
        match check_dispense(&snapshot) {
            Ok(report) => assert_follows(&serde_json::to_value(report).unwrap()),
            Err(error) => prop_assert!(error.diagnostics().iter().all(|problem| !problem.message.is_empty())),
        }
        Ok(())
    });
}

/// As many entities as a document may have, all alike: an answer soon, and of bounded size.
#[test]
fn a_huge_snapshot_is_answered_soon() {
    let many = |row: Value, count: usize| Value::Array(vec![row; count]);
    let snapshot = json!({
        "ruleset": "page-2022", "current_date": "2019-06-07", "token": { "client_id": "LE1", "user_id": "U1" },
        "config": { "MEDICAL_PROGRAM_PROVISION_VERIFY": true },
        "request": { "medication_dispense": { "medication_request_id": "MR1", "division_id": "D1", "medical_program_id": "P1",
            "dispense_details": many(json!({ "medication_id": "M1" }), 100) } },
        "medication_request": { "id": "MR1", "medication_id": "ID1", "based_on": many(json!({ "type": "care_plan", "id": "CP1" }), 100) },
        "medical_programs": [{ "id": "P1", "medical_program_settings": {} }],
        "employees": many(json!({}), 10_000), "contracts": many(json!({ "id": "C1", "end_date": "2019-06-21" }), 10_000),
        "program_medications": many(json!({}), 10_000), "medications": many(json!({}), 10_000),
        "medical_program_provisions": many(json!({ "medical_program_id": "P1", "division_id": "D1", "is_active": true }), 10_000),
        "care_plans": many(json!({}), 10_000), "medication_dispenses": many(json!({}), 10_000),
    });
    let started = std::time::Instant::now();
    let report = report::report(&snapshot);
    assert_follows(&report);
    assert_eq!(report["decision"], "indeterminate");
    println!("{} checks in {:?}", report::checks(&report).count(), started.elapsed());
}
