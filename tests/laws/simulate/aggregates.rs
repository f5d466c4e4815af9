//! Aggregates are paid as if no rule had a limit that counts what was used before.

use care_coverage::simulate;
use care_coverage::simulation::{AssumedReason, ClaimColumns, Simulation};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::claims::{Columns, claim};
use super::law;
use super::sides::{Parts, Sides, parts, sides};

fn simulated(sides: &Sides, claims: &[Value], are_aggregates: bool) -> Simulation {
    let options = sides.options(&[json!("guarantee")]);
    Columns::of(claims).lend(false, |columns| {
        let columns = ClaimColumns { are_aggregates, ..columns.clone() };
        simulate(&sides.current(), sides.draft().as_deref(), &[columns], Some(&options)).expect("a simulation")
    })
}

/// The same rules with the limits of one act alone.
fn without_counted_limits((worlds, current, draft): &Parts) -> Parts {
    let mut worlds = worlds.clone();
    let keep = |holder: &mut Value| {
        let Some(limits) = holder.get_mut("limits").and_then(Value::as_array_mut) else { return };
        limits.retain(|limit| limit["period"]["kind"] == "act");
        if limits.is_empty() {
            holder.as_object_mut().expect("a rule or a component").remove("limits");
        }
    };
    for rule in worlds.iter_mut().flat_map(|(world, _)| &mut world.rules) {
        keep(rule);
        rule["components"].as_array_mut().expect("components").iter_mut().for_each(keep);
    }
    (worlds, *current, *draft)
}

#[test]
fn aggregates_are_paid_without_limits() {
    let left_out = std::cell::Cell::new(0);
    law::holds(120, &(parts(), prop::collection::vec(claim(), 24)), |(parts, claims)| {
        let aggregates = simulated(&sides(&parts), &claims, true);
        let alone = simulated(&sides(&without_counted_limits(&parts)), &claims, false);
        prop_assert_eq!(&aggregates.totals, &alone.totals);
        prop_assert_eq!(&aggregates.groups, &alone.groups);
        prop_assert_eq!(&aggregates.acts, &alone.acts);
        prop_assert!(aggregates.persons.is_none_or(|persons| persons.counted + persons.apart == 0));
        let limits = |assumed: &&care_coverage::simulation::AssumedRows| assumed.reason == AssumedReason::Limits;
        left_out.set(left_out.get() + aggregates.assumed.iter().find(limits).map_or(0, |assumed| assumed.rows));
        prop_assert!(!alone.assumed.iter().any(|assumed| limits(&assumed)));
        Ok(())
    });
    assert!(left_out.get() > 100, "limits were left out of {} rows", left_out.get());
}
