//! The list of diagnostics: its order, what is left out on request, and where it ends.

use care_coverage::bounds::MAX_DIAGNOSTICS_PER_CODE;
use care_coverage::{CareTypeCatalog, Code, Diagnostic};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::{Value, json};

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge::{self, counts, json_of};
use super::law;

/// By pointer, then code, then first related pointer.
fn order(found: &Diagnostic) -> impl PartialOrd {
    let related = found.related.first().map(|related| segments(&related.pointer));
    (segments(&found.pointer), found.code.as_str(), related)
}

/// The segments of a pointer; indices come first, as numbers.
fn segments(pointer: &str) -> Vec<(bool, Option<u64>, &str)> {
    pointer.split('/').map(|segment| (segment.parse::<u64>().is_err(), segment.parse().ok(), segment)).collect()
}

/// Diagnostics are sorted, and the codes to ignore take away their own diagnostics and nothing else.
#[test]
fn ignored_codes_are_left_out_and_nothing_else() {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let ignored = (subsequence(codes, 0..8), prop::collection::vec(any::<Index>(), 0..3));
    law::holds(150, &(worlds(), damages(), ignored), |(world, damages, (mut ignored, found))| {
        let catalog = world.catalog();
        let payload = json_of(&Damaged::new(&world, &damages).payload);
        let all = catalog.validate_coverage(&payload, None).expect("there are no options");
        prop_assert!(all.is_sorted_by_key(order), "{:?}", all);
        if !all.is_empty() {
            ignored.extend(found.iter().map(|index| index.get(&all).code.as_str()));
        }
        let options = json_of(&json!({ "ignore": ignored }));
        let kept: Vec<Diagnostic> = all.into_iter().filter(|found| !ignored.contains(&found.code.as_str())).collect();
        prop_assert_eq!(catalog.validate_coverage(&payload, Some(&options)).expect("the options are good"), kept);
        Ok(())
    });
}

const MANY: usize = 250_000;

fn catalog() -> CareTypeCatalog {
    let data = json!({
        "care_type_groups": [{ "id": 1, "short_code": "G" }],
        "internal_care_types": [{ "id": 1, "short_code": "A", "care_type_group_ids": [1] }],
    });
    judge::catalog(&data, &json!({}))
}

/// A coverage of one mapping.
fn including(codes: Vec<String>) -> Value {
    json!({ "name": "HEALTH", "version": 1, "guarantees": [{
        "name": "DENTAL",
        "care_type_mappings": [{ "selector": { "include_care_types": codes }, "filter": {} }],
        "coverage_rule": { "components": [{ "kind": "actual_costs", "percent": "100" }] },
    }] })
}

/// At most so many of each code are listed, the first as written; for each code of which there are more, one diagnostic at
/// the root says how many.
fn is_truncated(found: &[Diagnostic], codes: &[&str], hidden: usize) {
    let expected =
        codes.iter().map(|code| (*code, MAX_DIAGNOSTICS_PER_CODE)).chain([("diagnostics_truncated", codes.len())]);
    assert_eq!(counts(found), expected.collect());
    for (reported, code) in found.iter().zip(codes) {
        assert_eq!((reported.code.as_str(), reported.pointer.as_str()), ("diagnostics_truncated", ""));
        assert!(found[..codes.len()].iter().any(|reported| reported.message.contains(code)), "{reported:?}");
        assert!(reported.message.contains(&hidden.to_string()), "{reported:?}");
    }
    assert!(found.is_sorted_by_key(order));
}

#[test]
fn of_many_distinct_unknown_codes_the_first_thousand_are_listed() {
    let payload = including((0..MANY).map(|number| format!("unknown {number}")).collect());
    let found = judge::values(&catalog(), &payload);
    is_truncated(&found, &["unknown_care_type"], MANY - MAX_DIAGNOSTICS_PER_CODE);
    for (index, found) in found.iter().skip(1).enumerate() {
        assert_eq!(found.pointer, format!("/guarantees/0/care_type_mappings/0/selector/include_care_types/{index}"));
    }
}

#[test]
fn of_the_same_unknown_code_many_times_the_first_thousand_are_listed() {
    let payload = including(vec!["unknown".to_owned(); MANY]);
    let found = judge::values(&catalog(), &payload);
    let of = |code: &str| found.iter().filter(|found| found.code.as_str() == code).count();
    assert_eq!((of("unknown_care_type"), of("duplicate_value"), of("diagnostics_truncated")), (1_000, 1_000, 2));
    assert_eq!(found.len(), 2_002);
    // A text gives the same.
    let by_text = judge::text(&catalog(), &payload.to_string()).into_iter().map(judge::unplaced);
    assert_eq!(by_text.collect::<Vec<_>>(), found);
}

/// A code that is ignored has nothing to be truncated either, and takes nothing from the others.
#[test]
fn ignored_codes_are_not_counted() {
    let payload = json_of(&including(vec!["unknown".to_owned(); 5_000]));
    let ignoring = |codes: Value| {
        let options = json_of(&json!({ "ignore": codes }));
        catalog().validate_coverage(&payload, Some(&options)).expect("the options are good")
    };
    is_truncated(&ignoring(json!(["unknown_care_type"])), &["duplicate_value"], 3_999);
    is_truncated(&ignoring(json!(["duplicate_value"])), &["unknown_care_type"], 4_000);
    assert_eq!(ignoring(json!(["duplicate_value", "unknown_care_type"])), []);
    assert_eq!(ignoring(json!(["diagnostics_truncated"])).len(), 2_000);
}

/// A thousand of one code are all listed.
#[test]
fn a_thousand_are_not_truncated() {
    for (count, truncated) in [(MAX_DIAGNOSTICS_PER_CODE, 0), (MAX_DIAGNOSTICS_PER_CODE + 1, 1)] {
        let payload = including((0..count).map(|number| format!("unknown {number}")).collect());
        let found = counts(&judge::values(&catalog(), &payload));
        assert_eq!(found["unknown_care_type"], MAX_DIAGNOSTICS_PER_CODE);
        assert_eq!(found.get("diagnostics_truncated").copied().unwrap_or_default(), truncated);
    }
}

/// What the mappings of a coverage select in all is bounded, through every call alike: 1,001 mappings of 10,000 care types.
#[test]
fn what_the_mappings_select_in_all_is_bounded() {
    let care_types: Vec<Value> =
        (0..10_000).map(|id| json!({ "id": id, "short_code": format!("T{id}"), "care_type_group_ids": [1] })).collect();
    let data = json!({ "care_type_groups": [{ "id": 1, "short_code": "ALL" }], "internal_care_types": care_types });
    let catalog = CareTypeCatalog::new(&json_of(&data), None).expect("a catalogue");
    let coverage = |count: usize| {
        let mapping = json!({ "selector": { "include_care_type_groups": ["ALL"] }, "filter": {} });
        let rule = json!({ "components": [{ "kind": "actual_costs", "percent": "100" }] });
        let guarantee = json!({ "name": "A", "care_type_mappings": vec![mapping; count], "coverage_rule": rule });
        json_of(&json!({ "name": "WIDE", "version": 1, "guarantees": [guarantee] }))
    };
    let reported = |diagnostics: &[Diagnostic]| -> Vec<(&str, String)> {
        diagnostics.iter().map(|diagnostic| (diagnostic.code.as_str(), diagnostic.pointer.clone())).collect()
    };
    // All but the first mapping change nothing.
    let analyzed = catalog.validate_coverage(&coverage(1_000), None).expect("diagnostics");
    assert_eq!(reported(&analyzed).iter().filter(|(code, _)| *code == "redundant_mapping").count(), analyzed.len());
    assert_eq!(analyzed.len(), 999);
    let without_analysis = |count| {
        let options = json_of(&json!({ "analysis": false }));
        catalog.validate_coverage(&coverage(count), Some(&options)).expect("diagnostics")
    };
    assert_eq!(reported(&without_analysis(1_000)), []);
    let too_large = vec![("too_large", "/guarantees".to_owned())];
    assert_eq!(reported(&without_analysis(1_001)), too_large);
    let error = catalog.compile_coverage(coverage(1_001)).expect_err("too large");
    assert_eq!(reported(error.diagnostics()), too_large);
}
