//! Acts that two guarantees claim.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain, mappings};
use super::engine::{self, json_of, value};
use super::model::{items, strings};
use super::regions;
use super::small::{Small, worlds};

/// The overlaps are the pairs of mappings of different guarantees that match a common act, in payload order; each region has
/// exactly the common acts, and its witness is claimed by both.
pub(crate) fn are_the_pairs_of_a_common_act(world: &Small) -> Result<(), TestCaseError> {
    let domain = Domain::of(&[world]);
    let (matches, mappings) = (domain.matches(world), mappings(&world.coverage));
    // By pair: for each act whether both match it.
    let mut expected: BTreeMap<(usize, usize), Vec<bool>> = BTreeMap::new();
    for second in 0..mappings.len() {
        for first in (0..second).filter(|first| mappings[*first].1 != mappings[second].1) {
            let both: Vec<bool> = matches.iter().map(|of_act| of_act[first] && of_act[second]).collect();
            if both.contains(&true) {
                expected.insert((first, second), both);
            }
        }
    }
    let coverage = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
    let answer = value(coverage.analyze());
    prop_assert_eq!(&answer["truncated"], &Value::Null);
    let name = |mapping: usize| &world.coverage["guarantees"][mappings[mapping].1]["name"];
    let expected_pairs: Vec<Value> = expected
        .keys()
        .map(|(first, second)| json!([name(*first), name(*second), mappings[*first].0, mappings[*second].0]))
        .collect();
    let pair = |overlap: &Value| {
        let (names, pointers) = (&overlap["guarantees"], &overlap["pointers"]);
        json!([names[0], names[1], pointers[0], pointers[1]])
    };
    prop_assert_eq!(items(&answer["overlaps"]).iter().map(pair).collect::<Vec<_>>(), expected_pairs);
    for (overlap, claimed) in items(&answer["overlaps"]).iter().zip(expected.values()) {
        let region = &overlap["region"];
        regions::cover_exactly(&domain, &[region], claimed)?;
        let common = domain.acts.iter().zip(claimed).filter(|(_, claimed)| **claimed);
        let care_types: BTreeSet<&str> = common.map(|(act, _)| act.care_type.as_str()).collect();
        prop_assert_eq!(strings(&region["care_types"]).collect::<BTreeSet<_>>(), care_types);
        regions::is_well_said(&[world], &domain, region)?;
        let witness = json_of(&region["witness"]);
        let shown = value(coverage.guarantees_for(&witness).expect("an act"));
        prop_assert_eq!(&shown["outcome"], "ambiguous");
        for claiming in items(&overlap["guarantees"]) {
            prop_assert!(items(&shown["guarantees"]).contains(claiming), "{} does not match {}", claiming, region);
        }
    }
    Ok(())
}

#[test]
fn overlaps_are_the_pairs_that_match_a_common_act() {
    brute::holds("overlaps", 600, &worlds(), |world| are_the_pairs_of_a_common_act(&world));
}
