//! The diagnostics of a part are those of the whole that lie in it.

use care_coverage::bounds::MAX_DIAGNOSTICS_PER_CODE;
use care_coverage::{CareTypeCatalog, Diagnostic, ValidateOptions};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge::{self, json_of};
use super::law;

fn within(catalog: &CareTypeCatalog, payload: &Value, part: &str) -> Vec<Diagnostic> {
    let options = ValidateOptions::new().within(part);
    catalog.validate_coverage(&json_of(payload), Some(&options)).expect("the options are good")
}

/// Whether a place is the part or in it, segment by segment.
fn lies_in(place: &str, part: &str) -> bool {
    let (place, part): (Vec<_>, Vec<_>) = (place.split('/').collect(), part.split('/').collect());
    place.len() >= part.len() && place.iter().zip(&part).all(|(place, part)| place == part)
}

/// What says that a value, or a list of problems, was not read or not finished.
const UNREAD: [&str; 6] =
    ["wrong_type", "invalid_string", "too_deep", "too_large", "analysis_truncated", "diagnostics_truncated"];

fn is_of(found: &Diagnostic, part: &str) -> bool {
    let places = found.related.iter().map(|related| &related.pointer).chain([&found.pointer]);
    places.into_iter().any(|place| lies_in(place, part))
        || UNREAD.contains(&found.code.as_str()) && lies_in(part, &found.pointer)
}

/// Every part of a pointer, the whole first.
fn parts(pointer: &str) -> Vec<&str> {
    let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
    ends.map(|end| &pointer[..end]).collect()
}

/// Whatever the damages, and whichever place of a problem, or what holds it, is the part.
#[test]
fn a_part_has_the_problems_of_the_whole_that_lie_in_it() {
    law::holds(150, &(worlds(), damages(), any::<Index>(), any::<Index>()), |(world, damages, place, depth)| {
        let catalog = world.catalog();
        let payload = Damaged::new(&world, &damages).payload;
        let all = judge::values(&catalog, &payload);
        let places = all.iter().flat_map(|found| {
            found.related.iter().map(|related| related.pointer.as_str()).chain([found.pointer.as_str()])
        });
        let places: Vec<&str> = places.chain(["/guarantees/0", "/guarantees/1/care_type_mappings/0/filter"]).collect();
        let parts = parts(places[place.index(places.len())]);
        let part = parts[depth.index(parts.len())];
        let expected: Vec<Diagnostic> = all.iter().filter(|found| is_of(found, part)).cloned().collect();
        prop_assert_eq!(within(&catalog, &payload, part), expected, "{}", part);
        Ok(())
    });
}

/// Problems elsewhere, however many, hide none of the part.
#[test]
fn the_bound_counts_in_the_part_alone() {
    let catalog = judge::catalog(
        &json!({ "care_type_groups": [{ "id": 1, "short_code": "G" }],
            "internal_care_types": [{ "id": 1, "short_code": "A", "care_type_group_ids": [1] }] }),
        &json!({}),
    );
    let guarantee = |name: &str, unknown: usize| {
        let codes: Vec<String> = (0..unknown).map(|number| format!("unknown {number}")).collect();
        json!({
            "name": name, "coverage_rule": { "components": [{ "kind": "actual_costs", "percent": "100" }] },
            "care_type_mappings": [{ "selector": { "include_care_types": codes }, "filter": {} }],
        })
    };
    let many = MAX_DIAGNOSTICS_PER_CODE + 1;
    let payload = json!({ "name": "A", "version": 1, "guarantees": [guarantee("B", many), guarantee("C", 2)] });
    let counts = |part: &str| {
        let found = within(&catalog, &payload, part);
        let of = |code: &str| found.iter().filter(|found| found.code.as_str() == code).count();
        (of("unknown_care_type"), of("diagnostics_truncated"))
    };
    assert_eq!(counts("/guarantees/1"), (2, 0));
    assert_eq!(counts("/guarantees/0"), (MAX_DIAGNOSTICS_PER_CODE, 1));
    assert_eq!(counts(""), (MAX_DIAGNOSTICS_PER_CODE, 1));
}

/// What is accepted is not among the 1,000 of its code, wherever it is.
#[test]
fn the_bound_counts_what_is_not_accepted() {
    let catalog = judge::catalog(&json!({ "care_type_groups": [], "internal_care_types": [] }), &json!({}));
    let names: Vec<String> = (0..MAX_DIAGNOSTICS_PER_CODE + 5).map(|number| format!("name {number}")).collect();
    let guarantee = |name: &String| json!({ "name": name, "coverage_rule": {}, "care_type_mappings": [] });
    let payload = json!({ "name": "A", "version": 1, "guarantees": names.iter().map(guarantee).collect::<Vec<_>>() });
    let accept: Vec<_> = [0, MAX_DIAGNOSTICS_PER_CODE + 2]
        .map(|index| json!({ "code": "unusual_guarantee_name", "guarantee": names[index], "reason": "of old" }))
        .into();
    let options = json!({ "accept": accept, "ignore": ["no_mapping", "opaque_rule"] });
    let found = catalog.validate_coverage(&json_of(&payload), Some(&json_of(&options))).unwrap();
    let of = |code: &str| found.iter().filter(|found| found.code.as_str() == code).count();
    assert_eq!((of("unusual_guarantee_name"), of("stale_acceptance")), (MAX_DIAGNOSTICS_PER_CODE, 0));
    let truncated = found.iter().find(|found| found.code.as_str() == "diagnostics_truncated").unwrap();
    assert_eq!(truncated.params.get("count"), Some(&care_coverage::Json::Number(3.0)));
}
