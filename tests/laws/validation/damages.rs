//! Every damage to a payload is reported where it is, and only there.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;

use super::damage::{Damaged, damages, is_in};
use super::documents::worlds;
use super::judge::{self, Blame, blame};
use super::law;

fn times<'b>(blames: impl IntoIterator<Item = &'b Blame>) -> BTreeMap<&'b Blame, usize> {
    let mut times = BTreeMap::new();
    for blame in blames {
        *times.entry(blame).or_default() += 1;
    }
    times
}

/// One to five damages at once, none within another: each is reported at its pointer, as often as it was done; a required
/// field that is gone, at the object that had it. Nothing else is an error, but for what follows from a damage:
///
/// - A selector that lost a term, by an entry or a field that is gone or a list that is emptied, may be left without any
///   include (`empty_selector`, `exclude_without_include`) or resolve to nothing (`selects_nothing`).
/// - When it then selects fewer or more care types, it may be that none of them has the fact of a condition next to it
///   (`irrelevant_condition` as an error, at the condition).
///
/// Neither follows from a term that is misspelt, of another kind, or in a misspelt field: what was meant is not known.
/// Whole lists that are emptied are blamed themselves (`no_guarantee`, `no_mapping`, `empty_list`).
///
/// In a mapping that no damage touched, warnings and hints stay the same, too.
#[test]
fn every_damage_is_reported_where_it_is_and_nothing_else_is_an_error() {
    law::holds(400, &(worlds(), damages()), |(world, damages)| {
        let catalog = world.catalog();
        let damaged = Damaged::new(&world, &damages);
        let before = judge::without_analysis(&catalog, &world.coverage);
        let after = judge::without_analysis(&catalog, &damaged.payload);
        let found: Vec<Blame> = after.iter().map(blame).collect();
        let (found, expected) = (times(&found), times(&damaged.expected));
        for (blame, times) in &expected {
            prop_assert_eq!(found.get(blame).copied(), Some(*times), "{:?} of {}", blame, damaged.payload);
        }
        for error in judge::errors(&after) {
            let blame = blame(error);
            let is_due = expected.contains_key(&blame) || damaged.allowed.contains(&blame);
            prop_assert!(is_due, "{:?} of {}\nafter {:?}", error, damaged.payload, damaged.expected);
        }
        for mapping in damaged.untouched_mappings() {
            let within = |(pointer, _): &Blame| is_in(pointer, &mapping);
            let now: Vec<Blame> = after.iter().map(blame).filter(within).collect();
            let moved = |found| {
                let (pointer, code) = blame(found);
                Some((damaged.place_of(&pointer)?, code))
            };
            let once: Vec<Blame> = before.iter().filter_map(moved).filter(within).collect();
            prop_assert_eq!(now, once, "in {} of {}", mapping, damaged.payload);
        }
        Ok(())
    });
}

/// What a selector with a misspelt field selects is not known, so that no condition is out of place. Whether the selector
/// was cut off or has the field under another name is the same.
#[test]
fn a_misspelt_field_of_a_selector_makes_no_condition_irrelevant() {
    let data = json!({
        "care_type_groups": [{ "id": 1, "short_code": "OPTICAL" }],
        "internal_care_types": [
            { "id": 1, "short_code": "LENS", "care_type_group_ids": [1], "applicable_facts": ["practitioner"] },
            { "id": 2, "short_code": "FRAME", "care_type_group_ids": [1], "applicable_facts": [] },
        ],
    });
    let catalog = judge::catalog(&data, &json!({}));
    let with_selector = |selector| {
        let mapping = json!({ "selector": selector, "filter": { "practitioner": "OPTICIAN" } });
        let rule = json!({ "components": [{ "kind": "actual_costs", "percent": "100" }] });
        let guarantee = json!({ "name": "OPTICAL", "care_type_mappings": [mapping], "coverage_rule": rule });
        json!({ "name": "HEALTH", "version": 1, "guarantees": [guarantee] })
    };
    let misspelt = [
        json!({ "include_care_types": ["FRAME"], "include_care_type_group": ["OPTICAL"] }),
        json!({ "include_care_type_groups": ["OPTICAL"], "exclude_care_typs": ["FRAME"] }),
    ];
    for selector in misspelt {
        let found = judge::values(&catalog, &with_selector(selector));
        assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["unknown_field"], "{found:?}");
    }
    let text = with_selector(json!({ "include_care_type_groups": ["OPTICAL"] })).to_string();
    let (filter_first, _) = text.split_once("]}}").expect("the selector is last");
    let found = judge::text(&catalog, filter_first);
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["invalid_json"], "{found:?}");
}
