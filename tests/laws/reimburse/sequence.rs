//! Calls one after the other, each with the counters of the one before: what the engine says is what the model says, whatever counters
//! were there at first, in whatever order the acts come, and whatever each version of the coverage takes for its rolling months.

use std::collections::BTreeMap;

use care_coverage::Coverage;
use care_coverage::reimbursement::LimitCounter;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{self, Answer, Number, Place, Used, decimal};
use super::oracle::{agrees, order, rule_of};
use super::world::{World, json_of, limits, worlds};

/// What the counters in the hands of the caller are to the model.
pub(crate) fn used_of(counters: &[Value]) -> Used {
    let entry = |entry: &Value| (model::day(&entry["date"]), decimal(&entry["amount"]), decimal(&entry["count"]));
    let used = counters.iter().map(|counter| {
        let text = |name: &str| counter[name].as_str().unwrap_or_default().to_owned();
        let place = (text("key"), text("scope_id"), text("period_start"));
        let entries = counter["entries"].as_array();
        (place, entries.map_or_else(|| vec![entry(counter)], |entries| entries.iter().map(entry).collect()))
    });
    used.collect()
}

type Sums = BTreeMap<Place, (Number, Number, Vec<(String, Number, Number)>)>;

/// The most that a counter holds: twelve digits before the point and four behind it.
fn counted(number: Number) -> Number {
    number.min(decimal(&json!("999999999999.9999")))
}

/// The counters in numbers: sums, and the entries in their order.
fn shown(counters: &[LimitCounter]) -> Sums {
    let number = |text: &String| decimal(&json!(text));
    let sums = counters.iter().map(|counter| {
        let entries = counter.entries.iter().flatten();
        let entries = entries.map(|entry| (entry.date.clone(), number(&entry.amount), number(&entry.count))).collect();
        let place = (counter.key.clone(), counter.scope_id.clone(), counter.period_start.clone().unwrap_or_default());
        (place, (number(&counter.amount), number(&counter.count), entries))
    });
    sums.collect()
}

/// The same of the model; those of other limits than rolling ones have no entries.
fn wanted(world: &World, used: &Used) -> Sums {
    let limits = || world.rules.iter().flat_map(limits);
    let sums = used.iter().map(|(place, entries)| {
        let (amount, count) = model::total(entries);
        let is_other = limits().any(|limit| limit["key"] == place.0.as_str() && !limit["period"]["months"].is_u64());
        let dated = entries
            .iter()
            .filter(|_| !is_other)
            .filter_map(|(day, amount, count)| {
                let (year, month, day) = (*day)?;
                let date = format!("{year:04}-{month:02}-{day:02}");
                Some((date, counted(amount.clone()), counted(count.clone())))
            })
            .collect();
        (place.clone(), (counted(amount), counted(count), dated))
    });
    sums.collect()
}

/// The acts that the engine takes: it refuses those that the model refuses, and a list for any of them.
fn accepted(coverage: &Coverage, world: &World) -> Vec<Value> {
    let is_refused = |act: &Value| {
        let refused = matches!(model::pay(rule_of(world, act), act, false, &mut Used::new()), Answer::Refused);
        assert_eq!(coverage.reimburse(&json_of(act), None, None).is_err(), refused, "{act}");
        refused
    };
    world.acts.iter().filter(|act| !is_refused(act)).cloned().collect()
}

/// The places of counters, in their order.
fn places(counters: &Value) -> Vec<Value> {
    let place = |counter: &Value| json!([counter["key"], counter["scope_id"], counter["period_start"]]);
    counters.as_array().expect("counters").iter().map(place).collect()
}

/// Of each call (its acts, and the rules of its version of the coverage): all acts at once, with the counters after each, are the acts one after the other, are what the model says; and the
/// counters at the end are those of the last act, and stay in their order, new ones behind them.
pub(crate) fn calls_agree_with_the_model(calls: &[World], given: &[Value]) -> Result<(), TestCaseError> {
    let mut counters = json!(given);
    let mut used = used_of(given);
    for world in calls {
        let coverage = world.coverage();
        let acts = accepted(&coverage, world);
        let options = world.options_with_counters();
        let before = counters.clone();
        let many = coverage.reimburse_many(&json_of(&json!(acts)), Some(&json_of(&before)), Some(&options));
        let many = many.expect("an answer");
        prop_assert_eq!(many.results.len(), acts.len());
        for position in order(&acts) {
            let act = &acts[position];
            let result = &many.results[position];
            agrees(result, &model::pay(rule_of(world, act), act, world.half_up, &mut used))?;
            prop_assert_eq!(shown(&result.counters), wanted(world, &used), "after {}", act);
            let alone = coverage.reimburse(&json_of(act), Some(&json_of(&counters)), Some(&world.options()));
            let alone = alone.expect("an answer");
            prop_assert_eq!(&alone, result);
            let after = serde_json::to_value(&alone.counters).expect("JSON");
            prop_assert!(places(&after).starts_with(&places(&counters)), "{} after {}", after, counters);
            counters = after;
        }
        prop_assert_eq!(shown(&many.counters), wanted(world, &used));
        let last = serde_json::to_value(&many.counters).expect("JSON");
        // Without acts, only the decimals may be written otherwise.
        prop_assert!(
            last == counters || acts.is_empty() && places(&last) == places(&counters),
            "{} {}",
            last,
            counters
        );
        let mut less = many;
        less.results.iter_mut().for_each(|result| result.counters.clear());
        for shown in ["last", "none"] {
            if shown == "none" {
                less.counters.clear();
            }
            let rounding = if world.half_up { "half_up" } else { "down" };
            let options = json_of(&json!({ "secuRounding": rounding, "counters": shown }));
            let answer = coverage.reimburse_many(&json_of(&json!(acts)), Some(&json_of(&before)), Some(&options));
            prop_assert_eq!(&answer.expect("an answer"), &less);
        }
    }
    Ok(())
}

/// Two calls, the second of them maybe of a version of the coverage whose limits roll for longer.
#[test]
fn two_calls_agree_with_the_model() {
    law::holds(150, &(worlds(16, true), 0_usize..=16, 0_u64..3), |(world, first, more)| {
        let (mut one, mut other) = (world.clone(), world);
        one.acts.truncate(first);
        other.acts.drain(..first);
        other.roll_longer(more);
        calls_agree_with_the_model(&[one, other], &[])
    });
}
