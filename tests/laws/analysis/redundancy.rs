//! Mappings that could all be removed at once.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain, mappings};
use super::engine::{self, value};
use super::model;
use super::small::{Small, reworded, worlds};

/// From last to first, a mapping whose acts the not yet flagged mappings of its guarantee all match.
pub(crate) fn flagged(world: &Small, matches: &[Vec<bool>]) -> Vec<bool> {
    let mappings = mappings(&world.coverage);
    let mut flagged = vec![false; mappings.len()];
    for this in (0..mappings.len()).rev() {
        let is_other = |other: &usize| *other != this && mappings[*other].1 == mappings[this].1 && !flagged[*other];
        let others: Vec<usize> = (0..mappings.len()).filter(is_other).collect();
        let is_needed = |of_act: &Vec<bool>| of_act[this] && !others.iter().any(|other| of_act[*other]);
        flagged[this] = !matches.iter().any(is_needed);
    }
    flagged
}

/// The redundant mappings are those of the rule, in payload order, each with its reason.
pub(crate) fn are_those_of_the_rule(world: &Small) -> Result<(), TestCaseError> {
    let domain = Domain::of(&[world]);
    let (matches, mappings) = (domain.matches(world), mappings(&world.coverage));
    let flagged = flagged(world, &matches);
    brute::count_claims(flagged.iter().filter(|flagged| **flagged).count());
    let reason = |mapping: usize| {
        let selector = &mappings[mapping].2["selector"];
        if model::selected(&world.catalog, &world.options, selector).is_empty() {
            "selects_nothing"
        } else if matches.iter().any(|of_act| of_act[mapping]) {
            "covered_by_others"
        } else {
            "never_holds"
        }
    };
    let of_rule = (0..mappings.len()).filter(|mapping| flagged[*mapping]).map(|mapping| {
        let (pointer, guarantee, _) = &mappings[mapping];
        let name = &world.coverage["guarantees"][guarantee]["name"];
        json!({ "guarantee": name, "pointer": pointer, "reason": reason(mapping) })
    });
    let coverage = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
    let answer = value(coverage.analyze());
    prop_assert_eq!(&answer["redundant"], &Value::Array(of_rule.collect()));

    // What the rule is for: all of them removed at once change nothing, and each other one is needed.
    let guarantees_of = |of_act: &Vec<bool>, removed: &[bool]| -> Vec<bool> {
        let mut matching = vec![false; mappings.len()];
        for mapping in (0..mappings.len()).filter(|mapping| of_act[*mapping] && !removed[*mapping]) {
            matching[mappings[mapping].1] = true;
        }
        matching
    };
    let none = vec![false; mappings.len()];
    let changes = |removed: &[bool], more: &[bool]| {
        matches.iter().any(|of_act| guarantees_of(of_act, removed) != guarantees_of(of_act, more))
    };
    prop_assert!(!changes(&none, &flagged));
    for mapping in (0..mappings.len()).filter(|mapping| !flagged[*mapping]) {
        let mut more = flagged.clone();
        more[mapping] = true;
        prop_assert!(changes(&flagged, &more), "nobody needs {}", mappings[mapping].0);
    }
    Ok(())
}

#[test]
fn redundant_are_those_whose_acts_the_others_match() {
    brute::holds("redundancy", 500, &worlds(), |world| are_those_of_the_rule(&world));
}

/// So it is where much is said twice.
#[test]
fn redundant_are_those_whose_acts_the_others_match_where_much_is_said_twice() {
    brute::holds("redundancy of rewordings", 500, &reworded(), |pair| are_those_of_the_rule(&pair.after));
}
