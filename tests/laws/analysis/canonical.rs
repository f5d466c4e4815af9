//! Equal sets of acts are said in equal regions, however a coverage is written.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::brute::{self, Domain};
use super::engine::{self, value};
use super::model::{FACTS, Facts, items, strings};
use super::small::{self, Pair, Rewording, Small};

fn compiled(world: &Small) -> care_coverage::Coverage {
    engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage)
}

/// The changes between two coverages, in any order of entries and of guarantees.
fn changes(before: &Small, after: &Small) -> BTreeSet<String> {
    let answer = value(compiled(before).diff(&compiled(after)));
    let names = |names: &Value| strings(names).map(str::to_owned).collect::<BTreeSet<_>>();
    let change = |change: &Value| json!([names(&change["before"]), names(&change["after"]), change["region"]]);
    items(&answer["decision_changes"]).iter().map(|entry| change(entry).to_string()).collect()
}

/// A group written out, mappings or guarantees in another order, ages or values in two parts, a mapping or a part of it once
/// more, a mapping that never holds: the gaps are the same, region by region.
#[test]
fn gaps_do_not_depend_on_how_a_coverage_is_written() {
    brute::holds("gaps of rewordings", 1_000, &small::reworded(), |Pair { before, after }| {
        let (gaps, still) = (value(compiled(&before).analyze()), value(compiled(&after).analyze()));
        brute::count_claims(items(&gaps["gaps"]).len());
        prop_assert_eq!(&gaps["gaps"], &still["gaps"], "{} and {}", before.coverage, after.coverage);
        Ok(())
    });
}

/// Nor do the changes between two coverages, however either is written.
#[test]
fn changes_do_not_depend_on_how_a_coverage_is_written() {
    let inputs = (small::edited(), small::rewordings(), small::rewordings());
    brute::holds("changes of rewordings", 800, &inputs, |(Pair { before, after }, of_before, of_after)| {
        let (other_before, other_after) =
            (small::said_otherwise(&before, &of_before), small::said_otherwise(&after, &of_after));
        let (changes, still) = (changes(&before, &after), changes(&other_before, &other_after));
        brute::count_claims(changes.len());
        prop_assert_eq!(changes, still, "{} and {}", other_before.coverage, other_after.coverage);
        Ok(())
    });
}

/// One care type whose mappings are written in one way, and one whose mappings are written in another.
fn two_ways() -> impl Strategy<Value = (Small, Small)> {
    let catalog = json!({
        "care_type_groups": [{ "id": 1, "short_code": "G" }],
        "internal_care_types": [
            { "id": 1, "short_code": "A", "care_type_group_ids": [1] },
            { "id": 2, "short_code": "B", "care_type_group_ids": [1] },
        ],
    });
    let coverages = small::coverages_of(&catalog);
    (coverages, small::rewordings(), any::<Index>()).prop_map(move |(mut coverage, rewordings, at)| {
        let only = |coverage: &mut Value, code: &str| {
            for guarantee in coverage["guarantees"].as_array_mut().expect("guarantees") {
                for mapping in guarantee["care_type_mappings"].as_array_mut().expect("mappings") {
                    mapping["selector"] = json!({ "include_care_types": [code] });
                }
            }
        };
        only(&mut coverage, "A");
        let world = |coverage: Value| Small { catalog: catalog.clone(), options: json!({}), coverage };
        // The other order of guarantees would be another order of names.
        let rewordings: Vec<Rewording> = rewordings.into_iter().filter(Rewording::keeps_guarantees).collect();
        let mut other = small::said_otherwise(&world(coverage.clone()), &rewordings).coverage;
        only(&mut other, "B");
        let mut both = coverage.clone();
        for (guarantee, others) in
            both["guarantees"].as_array_mut().expect("guarantees").iter_mut().zip(items(&other["guarantees"]))
        {
            let mappings = guarantee["care_type_mappings"].as_array_mut().expect("mappings");
            mappings.extend(items(&others["care_type_mappings"]).iter().cloned());
        }
        let mut without = both.clone();
        let guarantees = without["guarantees"].as_array_mut().expect("guarantees");
        guarantees.remove(at.index(guarantees.len()));
        (world(both), world(without))
    })
}

/// Care types with the same gaps are reported together, and so are those with the same changes.
#[test]
fn care_types_that_are_written_in_two_ways_are_reported_together() {
    brute::holds("one care type in two ways", 800, &two_ways(), |(both, without)| {
        let gaps = value(compiled(&both).analyze());
        let changes = value(compiled(&both).diff(&compiled(&without)));
        let regions =
            items(&gaps["gaps"]).iter().chain(items(&changes["decision_changes"])).map(|entry| &entry["region"]);
        for region in regions {
            brute::count_claims(1);
            prop_assert_eq!(&region["care_types"], &json!(["A", "B"]), "{} of {}", region, both.coverage);
        }
        Ok(())
    });
}

/// The gaps of a care type as acts that have every fact: what a fact that does not apply would be is all the same.
fn gaps_of(domain: &Domain, is_gap: &[bool], code: &str) -> BTreeSet<String> {
    let acts = domain.acts.iter().zip(is_gap).filter(|(act, is_gap)| **is_gap && act.care_type == code);
    acts.flat_map(|(act, _)| {
        let mut all: Vec<Facts> = vec![Facts::default()];
        for (fact, value) in &act.facts {
            let values = match domain.mentioned.facts.get(fact.as_str()) {
                Some(mentioned) if value.is_null() => values_of(fact, mentioned),
                _ => vec![value.clone()],
            };
            let with = |facts: Facts| {
                let values = values.clone();
                values.into_iter().map(move |value| facts.clone().into_iter().chain([(fact.clone(), value)]).collect())
            };
            all = all.into_iter().flat_map(with).collect();
        }
        all.into_iter().map(|facts| json!(facts).to_string())
    })
    .collect()
}

fn values_of(fact: &str, mentioned: &BTreeSet<String>) -> Vec<Value> {
    let is_flag = FACTS.iter().any(|(name, condition)| *name == fact && condition.starts_with("is_"))
        || fact == "reimbursed_by_secu";
    if is_flag {
        return vec![json!(false), json!(true)];
    }
    mentioned.iter().map(|value| json!(value)).chain([json!(brute::UNMENTIONED)]).collect()
}

/// Two care types whose gaps are equal by brute force are in the same entries.
#[test]
fn care_types_of_equal_gaps_are_reported_together() {
    brute::holds("equal gaps of two care types", 800, &small::worlds(), |world| {
        let domain = Domain::of(&[&world]);
        let selected = super::gaps::selected(&world);
        let is_gap: Vec<bool> = domain.matches(&world).iter().map(|of_act| !of_act.contains(&true)).collect();
        let answer = value(compiled(&world).analyze());
        let entries = |code: &str| -> Vec<&Value> {
            let regions = items(&answer["gaps"]).iter().map(|gap| &gap["region"]);
            regions.filter(|region| strings(&region["care_types"]).any(|other| other == code)).collect()
        };
        let gaps: Vec<(&String, BTreeSet<String>)> =
            selected.iter().map(|code| (code, gaps_of(&domain, &is_gap, code))).collect();
        for (place, (a, gaps_of_a)) in gaps.iter().enumerate() {
            for (b, _) in gaps.iter().take(place).filter(|(_, gaps_of_b)| gaps_of_a == gaps_of_b) {
                brute::count_claims(1);
                prop_assert_eq!(entries(a), entries(b), "{} and {} of {}", a, b, world.coverage);
            }
        }
        Ok(())
    });
}
