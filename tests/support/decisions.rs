//! The decision for an act in all ways: alone, in a batch, and by a number that acts share which are decided alike.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use care_coverage::batch::OUTCOME_CODES;
use care_coverage::boundary::{ActCodes, DecisionNumbers};
use care_coverage::{ActFact, Coverage, Error, Json};
use serde_json::{Value, json};

/// The decision for an act, asked after others; all ways say the same.
#[allow(dead_code)] // the laws have worlds of their own
pub(crate) fn of_all_ways(coverage: &Coverage, before: &[Json], act: &Json) -> Result<Value, Error> {
    let evaluation = coverage.evaluate(std::slice::from_ref(act));
    let outcome = OUTCOME_CODES[usize::from(evaluation.outcomes[0])];
    let decision = match coverage.guarantees_for(act) {
        Ok(decision) => serde_json::to_value(decision).expect("a decision is JSON"),
        Err(error) => {
            assert_eq!((outcome, &*evaluation.invalid[0].diagnostics), ("invalid_act", error.diagnostics()));
            return Err(error);
        }
    };
    let first = usize::try_from(evaluation.guarantees[0]).ok().map(|at| &*coverage.guarantee_names()[at]);
    assert_eq!(
        (outcome, first),
        (decision["outcome"].as_str().expect("an outcome"), decision["guarantees"][0].as_str())
    );

    let (mut numbers, mut by_number) = (DecisionNumbers::default(), BTreeMap::new());
    for act in before.iter().chain([act]) {
        let codes = coverage.codes_of(act)?;
        let number = numbers.number(coverage, &codes).expect("there are few decisions");
        assert_eq!(numbers.find(coverage, &codes), Some(number));
        let decision = serde_json::to_value(coverage.guarantees_for(act)?).expect("a decision is JSON");
        assert_eq!(spelled(coverage, &codes), decision);
        assert_eq!(*by_number.entry(number).or_insert_with(|| decision.clone()), decision, "one number for both");
    }
    Ok(decision)
}

/// A decision in integers, as the object that it means.
pub(crate) fn spelled(coverage: &Coverage, codes: &ActCodes) -> Value {
    let integers = coverage.decision_in_integers(codes).expect("there are few mappings");
    let (outcome, parts) = integers.split_first().expect("an outcome");
    let name = |position: u32| coverage.guarantee_names()[usize::try_from(position).expect("a position")].clone();
    let missing = |bits: u32| {
        let facts = ActFact::ALL.into_iter().enumerate().filter(|(position, _)| bits & (1 << position) != 0);
        let age = (bits & (1 << ActFact::COUNT) != 0).then_some("member_age");
        facts.map(|(_, fact)| fact.name()).chain(age).collect::<BTreeSet<_>>()
    };
    let (sure, open): (Vec<&[u32]>, Vec<&[u32]>) = parts.chunks(2).partition(|part| part[1] == 0);
    json!({
        "outcome": OUTCOME_CODES[usize::try_from(*outcome).expect("an outcome")],
        "guarantees": sure.iter().map(|part| name(part[0])).collect::<Vec<_>>(),
        "undetermined": open.iter().map(|part| json!({ "guarantee": name(part[0]), "missing": missing(part[1]) })).collect::<Vec<_>>(),
    })
}
