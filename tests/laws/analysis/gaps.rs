//! Acts that match nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain, mappings};
use super::engine::{self, json_of, value};
use super::model::{self, items};
use super::regions;
use super::small::{Small, worlds};

/// The care types that some mapping selects.
pub(crate) fn selected(Small { catalog, options, coverage }: &Small) -> BTreeSet<String> {
    let mappings = mappings(coverage);
    mappings.iter().flat_map(|(_, _, mapping)| model::selected(catalog, options, &mapping["selector"])).collect()
}

/// The gaps are disjoint, together exactly the acts of selected care types that match nothing, and no two could be one; the
/// witness of each matches nothing. The other care types are those that no mapping selects.
pub(crate) fn are_the_acts_that_match_nothing(world: &Small) -> Result<(), TestCaseError> {
    let domain = Domain::of(&[world]);
    let selected = selected(world);
    let matches_nothing = |of_act: &Vec<bool>| !of_act.contains(&true);
    let acts = domain.acts.iter().zip(domain.matches(world));
    let claimed: Vec<bool> =
        acts.map(|(act, of_act)| selected.contains(&act.care_type) && matches_nothing(&of_act)).collect();
    let coverage = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
    let answer = value(coverage.analyze());
    let gaps: Vec<&Value> = items(&answer["gaps"]).iter().map(|gap| &gap["region"]).collect();
    regions::cover_exactly(&domain, &gaps, &claimed)?;
    regions::are_merged(&gaps.iter().map(|region| (Value::Null, *region)).collect::<Vec<_>>())?;
    prop_assert!(regions::are_sorted(&gaps), "{}", answer["gaps"]);
    for region in gaps {
        regions::is_well_said(&[world], &domain, region)?;
        let witness = json_of(&region["witness"]);
        let shown = value(coverage.guarantees_for(&witness).expect("an act"));
        prop_assert_eq!(shown, json!({ "outcome": "not_covered", "guarantees": [], "undetermined": [] }));
    }
    let unselected = &brute::codes(&[world]) - &selected;
    prop_assert_eq!(&answer["unselected_care_types"], &json!(unselected));
    Ok(())
}

/// A fact leaves a gap open when an act of it differs from one that matches in this fact and in nothing else.
pub(crate) fn name_what_leaves_them_open(world: &Small) -> Result<(), TestCaseError> {
    let domain = Domain::of(&[world]);
    let matches: Vec<bool> = domain.matches(world).iter().map(|of_act| of_act.contains(&true)).collect();
    let order = std::iter::once("member_age").chain(model::FACTS.map(|(fact, _)| fact));
    let without = |act: &brute::Act, fact: &str| {
        let mut facts = act.facts.clone();
        facts.remove(fact);
        (act.care_type.clone(), json!(facts).to_string())
    };
    let matching = |fact: &str| -> BTreeSet<(String, String)> {
        let acts = domain.acts.iter().zip(&matches).filter(|(_, matches)| **matches);
        acts.map(|(act, _)| without(act, fact)).collect()
    };
    let neighbours: Vec<_> = order.map(|fact| (fact, matching(fact))).collect();
    let coverage = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
    for gap in items(&value(coverage.analyze())["gaps"]) {
        let is_open = |(fact, matching): &&(&str, BTreeSet<(String, String)>)| {
            let mut acts = domain.acts.iter().filter(|act| regions::contains(&gap["region"], act));
            acts.any(|act| matching.contains(&without(act, fact)))
        };
        let open: Vec<&str> = neighbours.iter().filter(is_open).map(|(fact, _)| *fact).collect();
        prop_assert_eq!(&gap["open_facts"], &json!(open), "{} of {}", gap, world.coverage);
        brute::count_claims(open.len());
        // One fact is enough, unless no mapping can match any act of these care types.
        let of_types =
            |act: &&brute::Act| model::strings(&gap["region"]["care_types"]).any(|code| code == act.care_type);
        let can_match = domain.acts.iter().zip(&matches).any(|(act, matches)| *matches && of_types(&act));
        prop_assert_eq!(!open.is_empty(), can_match, "{} of {}", gap, world.coverage);
    }
    Ok(())
}

#[test]
fn gaps_name_the_facts_that_leave_them_open() {
    brute::holds("open facts", 800, &worlds(), |world| name_what_leaves_them_open(&world));
}

#[test]
fn gaps_are_the_acts_that_match_nothing() {
    brute::holds("gaps", 800, &worlds(), |world| are_the_acts_that_match_nothing(&world));
}

/// Whoever excludes all known values, and every word that might mean another one, is shown a value that an act can have.
#[test]
fn a_witness_is_an_act_whatever_is_excluded() {
    let mut excluded = vec!["SIMPLE".to_owned(), "COMPLEX".to_owned(), "VERY_COMPLEX".to_owned()];
    excluded.extend((0..60).map(|more| format!("OTHER{}", "S".repeat(more))));
    let catalog = json!({
        "care_type_groups": [{ "id": 1, "short_code": "G" }],
        "internal_care_types": [{ "id": 1, "short_code": "LENS", "care_type_group_ids": [1] }],
    });
    let mapping = json!({
        "selector": { "include_care_types": ["LENS"] },
        "filter": { "glasses_lens_complexities": excluded },
    });
    let coverage = json!({ "name": "PLAN", "version": 1, "guarantees": [
        { "name": "OPTICAL", "care_type_mappings": [mapping], "coverage_rule": {} },
    ] });
    let coverage = engine::coverage(&engine::catalog(&catalog, &json!({})), &coverage);
    let answer = value(coverage.analyze());
    let shown = coverage.guarantees_for(&json_of(&answer["gaps"][0]["region"]["witness"])).map(value);
    assert_eq!(shown.expect("an act")["outcome"], "not_covered");
}
