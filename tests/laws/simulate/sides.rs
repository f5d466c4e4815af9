//! Random sides: a coverage, or a base and an option. Some care types are covered by nobody, some by two, some from an age on.

use care_coverage::{CareTypeCatalog, Coverage, Json};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::reimburse::world::{RULES, World, json_of, limits, worlds};

/// What is simulated.
#[derive(Debug)]
pub(crate) struct Sides {
    pub(crate) current: Vec<Coverage>,
    pub(crate) draft: Option<Vec<Coverage>>,
    /// Whether a limit is a family's.
    pub(crate) is_by_family: bool,
    /// Whether limits are of rules alone, and not of components.
    pub(crate) are_limits_own: bool,
    pub(crate) half_up: bool,
}

/// How the guarantees of a coverage differ from one for each care type.
#[derive(Clone, Debug)]
struct Twist {
    uncovered: Option<usize>,
    aged: Option<(usize, u8)>,
    twice: Option<usize>,
}

fn twist() -> impl Strategy<Value = Twist> {
    let position = || prop::option::weighted(0.4, 0..RULES);
    let aged = prop::option::weighted(0.3, (0..RULES, 1_u8..100));
    (position(), aged, prop::option::weighted(0.2, 0..RULES)).prop_map(|(uncovered, aged, twice)| Twist {
        uncovered,
        aged,
        twice,
    })
}

/// The parts from which sides are made.
pub(crate) type Parts = (Vec<(World, TwistOf)>, usize, Option<usize>);
#[derive(Clone, Debug)]
pub(crate) struct TwistOf(Twist);

/// Up to two coverages on each side; two in three simulations have a draft.
pub(crate) fn parts() -> impl Strategy<Value = Parts> {
    let coverages = prop::collection::vec((worlds(0, true), twist().prop_map(TwistOf)), 4);
    (
        coverages,
        prop_oneof![3 => Just(1_usize), 1 => Just(2)],
        prop::option::weighted(0.7, prop_oneof![3 => Just(1_usize), 1 => Just(2)]),
    )
}

pub(crate) fn sides((worlds, current, draft): &Parts) -> Sides {
    let compiled = |range: std::ops::Range<usize>| -> Vec<Coverage> {
        worlds[range].iter().map(|(world, twist)| coverage(world, &twist.0)).collect()
    };
    let half_up = worlds[0].0.half_up;
    let (current, draft) = (compiled(0..*current), draft.map(|draft| compiled(*current..current + draft)));
    // Of the guarantees that are there.
    let payloads = current.iter().chain(draft.iter().flatten()).map(Coverage::payload);
    let payloads: Vec<Value> = payloads.map(|payload| serde_json::to_value(payload).expect("JSON")).collect();
    let guarantees = payloads.iter().flat_map(|payload| payload["guarantees"].as_array().expect("guarantees"));
    let rules: Vec<&Value> = guarantees.map(|guarantee| &guarantee["coverage_rule"]).collect();
    let is_by_family = rules.iter().flat_map(|rule| limits(rule)).any(|limit| limit["scope"] == "family");
    let are_limits_own = rules.iter().all(|rule| {
        rule["components"].as_array().expect("components").iter().all(|component| component.get("limits").is_none())
    });
    Sides { current, draft, is_by_family, are_limits_own, half_up }
}

fn coverage(world: &World, twist: &Twist) -> Coverage {
    let care_types: Vec<Value> = (0..RULES)
        .map(|index| json!({ "id": index, "short_code": format!("C{index}"), "care_type_group_ids": [1] }))
        .collect();
    let data = json!({ "care_type_groups": [{ "id": 1, "short_code": "ALL" }], "internal_care_types": care_types });
    let guarantee = |name: String, index: usize, filter: Value| {
        let selector = json!({ "include_care_types": [format!("C{index}")] });
        let mappings = json!([{ "selector": selector, "filter": filter }]);
        json!({ "name": name, "care_type_mappings": mappings, "coverage_rule": world.rules[index] })
    };
    let mut guarantees = Vec::new();
    for index in (0..RULES).filter(|index| twist.uncovered != Some(*index)) {
        let filter = match twist.aged {
            Some((aged, min)) if aged == index => json!({ "min_age": min }),
            _ => json!({}),
        };
        guarantees.push(guarantee(format!("G{index}"), index, filter));
        if twist.twice == Some(index) {
            guarantees.push(guarantee(format!("H{index}"), index, json!({ "max_age": 40 })));
        }
    }
    let catalog = CareTypeCatalog::new(&json_of(&data), None).expect("a catalogue");
    let payload = json!({ "name": "RANDOM", "version": 1, "guarantees": guarantees });
    catalog.compile_coverage(json_of(&payload)).expect("nothing in a rule stops a compilation")
}

/// A coverage that pays nothing for all acts, of which it says what the Sécu pays.
pub(crate) fn probe() -> Coverage {
    let rule = json!({ "components": [{ "kind": "actual_costs", "percent": "0" }], "pathway_surcharge": "covered" });
    let world = World { rules: vec![rule; RULES], acts: Vec::new(), half_up: false };
    coverage(&world, &Twist { uncovered: None, aged: None, twice: None })
}

impl Sides {
    pub(crate) fn current(&self) -> Vec<&Coverage> {
        self.current.iter().collect()
    }

    pub(crate) fn draft(&self) -> Option<Vec<&Coverage>> {
        self.draft.as_ref().map(|draft| draft.iter().collect())
    }

    pub(crate) fn rounding(&self) -> &'static str {
        if self.half_up { "half_up" } else { "down" }
    }

    pub(crate) fn options(&self, by: &[Value]) -> Json {
        json_of(&json!({ "by": by, "amounts": true, "secuRounding": self.rounding() }))
    }
}
