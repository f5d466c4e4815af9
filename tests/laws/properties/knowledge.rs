//! To learn more of an act never turns a certain answer round.

use std::collections::BTreeSet;

use care_coverage::explanation::FilterQuestion;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::engine::{self, json_of};
use super::law;
use super::model::{self, items, strings};
use super::world::{World, act_facts, filters, worlds};

/// The act, where every fact that it leaves unknown is what another act says of it; nothing that it says changes.
fn with_more_facts(act: &Value, other: &Value, options: &Value) -> Option<Value> {
    let known = model::facts(act, options).ok()?;
    let others = model::facts(other, options).ok()?;
    let mut more = act.clone();
    for (fact, value) in others.into_iter().filter(|(fact, _)| !known.contains_key(fact)) {
        more[fact] = value;
    }
    Some(more)
}

/// A filter that certainly holds, or certainly fails, still does when more is known.
#[test]
fn what_is_certain_of_a_filter_stays() {
    let acts = || act_facts(&json!({}));
    law::holds(1_000, &(filters(0.2), acts(), acts()), |(filter, act, other)| {
        let Some(more) = with_more_facts(&act, &other, &json!({})) else { return Ok(()) };
        let outcome = |act: &Value| {
            let act = json_of(act);
            engine::value(FilterQuestion::new(&json_of(&filter), &act).expect("a consistent act").answer().outcome)
        };
        let (before, after) = (outcome(&act), outcome(&more));
        prop_assert!(before == "unknown" || before == after, "{before} became {after} with {more}");
        Ok(())
    });
}

/// A guarantee that certainly matches still does when more is known, and one that can not match never comes to.
#[test]
fn what_is_certain_of_a_guarantee_stays() {
    let inputs = worlds(0.12).prop_flat_map(|world| {
        let others = act_facts(&world.options);
        (Just(world), others)
    });
    law::holds(300, &inputs, |(World { catalog, options, coverage, act }, other)| {
        let Some(more) = with_more_facts(&act, &other, &options) else { return Ok(()) };
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        let answer = |act: &Value| {
            let answer = engine::value(compiled.guarantees_for(&json_of(act)).expect("a consistent act"));
            let certain: BTreeSet<String> = strings(&answer["guarantees"]).map(str::to_owned).collect();
            let undetermined = items(&answer["undetermined"]).iter();
            let possible: BTreeSet<String> =
                undetermined.filter_map(|entry| entry["guarantee"].as_str()).map(str::to_owned).collect();
            (&certain | &possible, certain)
        };
        let ((possible_before, certain_before), (possible_after, certain_after)) = (answer(&act), answer(&more));
        prop_assert!(
            certain_before.is_subset(&certain_after),
            "{certain_before:?} became {certain_after:?} with {more}"
        );
        prop_assert!(
            possible_after.is_subset(&possible_before),
            "{possible_before:?} became {possible_after:?} with {more}"
        );
        Ok(())
    });
}
