//! The laws of the document, on the answers alone.

use care_coverage::reimbursement::{Reimbursement, Reimbursements};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::law;
use super::model::{self, Number, decimal, int};
use super::oracle::{order, rule_of};
use super::world::{World, coverage, json_of, percent, worlds};

/// The amounts of an act that is covered, in numbers.
struct Amounts {
    rss: Number,
    secu_paid: Number,
    complementary: Number,
    out_of_pocket: Number,
}

fn amounts(answer: &Reimbursement<'_>) -> Option<Amounts> {
    let amounts = answer.amounts.as_ref()?;
    let number = |text: &String| decimal(&json!(text));
    Some(Amounts {
        rss: number(&amounts.secu_theoretical),
        secu_paid: number(&amounts.secu_paid),
        complementary: number(&amounts.complementary),
        out_of_pocket: number(&amounts.out_of_pocket),
    })
}

/// The acts that are not refused.
fn usable(world: &World) -> Vec<Value> {
    let coverage = world.coverage();
    world.acts.iter().filter(|act| coverage.reimburse(&json_of(act), None, None).is_ok()).cloned().collect()
}

fn pay<'c>(coverage: &'c care_coverage::Coverage, acts: &[Value], world: &World) -> Reimbursements<'c> {
    coverage.reimburse_many(&json_of(&json!(acts)), None, Some(&world.options())).expect("an answer")
}

/// 0 ≤ AMC ≤ max(0, charged − RSS); the shares add up to what was charged; the member pays at least the contributions.
#[test]
fn the_shares_are_those_of_what_was_charged() {
    law::holds(300, &worlds(40, true), |world| {
        let (acts, coverage) = (usable(&world), world.coverage());
        for (act, answer) in acts.iter().zip(&pay(&coverage, &acts, &world).results) {
            let Some(shares) = amounts(answer) else { continue };
            let charged = decimal(&act["charged"]);
            let given = |name: &str| act.get(name).map_or(int(0), decimal);
            let flat = (given("flat_contribution") + given("franchise")).min(shares.rss.clone());
            prop_assert!(int(0) <= shares.complementary && shares.complementary <= &charged - &shares.rss);
            prop_assert_eq!(&shares.secu_paid + &shares.complementary + &shares.out_of_pocket, charged);
            prop_assert!(shares.out_of_pocket >= flat);
            prop_assert_eq!(shares.rss - shares.secu_paid, flat);
        }
        Ok(())
    });
}

/// The complementary amount never falls when a percent rises.
#[test]
fn a_higher_percent_never_pays_less() {
    law::holds(1_000, &(worlds(6, true), any::<Index>(), percent()), |(mut world, index, rise)| {
        let acts = usable(&world);
        world.rules.iter_mut().for_each(|rule| rule["secu_share"] = json!("included"));
        let before = world.coverage();
        for rule in &mut world.rules {
            let components = rule["components"].as_array_mut().expect("components");
            let position = index.index(components.len());
            let percent = components[position].get("percent").cloned();
            if let Some(percent) = percent.filter(|percent| decimal(percent) < decimal(&rise)) {
                assert_ne!(percent, rise);
                components[position]["percent"] = rise.clone();
            }
        }
        let after = world.coverage();
        for act in &acts {
            let act = std::slice::from_ref(act);
            let (before, after) = (pay(&before, act, &world), pay(&after, act, &world));
            if let (Some(before), Some(after)) = (amounts(&before.results[0]), amounts(&after.results[0])) {
                prop_assert!(before.complementary <= after.complementary);
            }
        }
        Ok(())
    });
}

/// From the base on, the complementary amount never falls when more is charged.
#[test]
fn a_higher_charge_never_pays_less() {
    law::holds(800, &(worlds(6, true), 0_u64..100_000), |(world, more)| {
        let coverage = world.coverage();
        for act in usable(&world) {
            let base = act.get("brss").map_or(int(0), decimal);
            let charged = decimal(&act["charged"]);
            let units: u64 = ((&charged * int(10_000)).to_integer() + more).try_into().expect("small");
            let mut higher = act.clone();
            higher["charged"] = json!(format!("{}.{:04}", units / 10_000, units % 10_000));
            if charged < base || coverage.reimburse(&json_of(&higher), None, None).is_err() {
                continue;
            }
            let (before, after) = (pay(&coverage, &[act], &world), pay(&coverage, &[higher], &world));
            if let (Some(before), Some(after)) = (amounts(&before.results[0]), amounts(&after.results[0])) {
                prop_assert!(before.complementary <= after.complementary);
            }
        }
        Ok(())
    });
}

/// Without a rule beyond the limits, what is paid under an amount limit in one period is never more than it.
#[test]
fn a_limit_is_never_exceeded() {
    law::holds(300, &worlds(30, false), |world| {
        let (acts, coverage) = (usable(&world), world.coverage());
        let paid = pay(&coverage, &acts, &world);
        let mut counted: Vec<(&Value, Option<model::Place>, Number)> = Vec::new();
        for position in order(&acts) {
            let act = &acts[position];
            let Some(amounts) = amounts(&paid.results[position]) else { continue };
            for limit in rule_of(&world, act)["limits"].as_array().expect("limits") {
                let Some(maximum) = limit.get("max_amount").map(decimal) else { continue };
                let place = model::place(limit, act);
                prop_assert!(amounts.complementary <= maximum);
                if place.is_none() {
                    continue;
                }
                counted.push((act, place.clone(), amounts.complementary.clone()));
                let months = limit["period"]["months"].as_i64();
                let is_near = |other: &Value| {
                    let day = |act: &Value| act.get("care_date").and_then(model::day);
                    // Surely within the period: in the same year and month.
                    months.is_none() || day(other).map(|day| (day.0, day.1)) == day(act).map(|day| (day.0, day.1))
                };
                let same = counted.iter().filter(|(other, at, ..)| *at == place && is_near(other));
                let sum = same.fold(int(0), |sum, (.., amount)| sum + amount);
                prop_assert!(sum <= maximum, "{} of {}", sum, maximum);
            }
        }
        Ok(())
    });
}

/// The order of the components does not matter.
#[test]
fn the_order_of_components_does_not_matter() {
    law::holds(200, &worlds(20, true), |world| {
        let acts = usable(&world);
        let mut turned = world.clone();
        for rule in &mut turned.rules {
            rule["components"].as_array_mut().expect("components").reverse();
        }
        let (before, after) = (world.coverage(), coverage(&turned.rules));
        let (before, after) = (pay(&before, &acts, &world), pay(&after, &acts, &world));
        for (before, after) in before.results.iter().zip(&after.results) {
            prop_assert_eq!(&before.amounts, &after.amounts);
            prop_assert_eq!(&before.missing, &after.missing);
            prop_assert_eq!(&before.counters, &after.counters);
        }
        Ok(())
    });
}

/// Limits that hold and fill up are common in these worlds: most laws would hold of limits that never matter.
#[test]
fn the_worlds_are_worth_it() {
    use std::cell::Cell;
    let (covered, limited, beyond) = (Cell::new(0), Cell::new(0), Cell::new(0));
    law::holds(60, &worlds(40, true), |world| {
        let (acts, coverage) = (usable(&world), world.coverage());
        for answer in &pay(&coverage, &acts, &world).results {
            let value = |name: &str| {
                let step = answer.steps.iter().find(|step| step.step == name);
                step.map(|step| step.value.clone())
            };
            covered.set(covered.get() + usize::from(answer.amounts.is_some()));
            limited.set(limited.get() + usize::from(value("allowed") != value("unlimited")));
            beyond.set(beyond.get() + usize::from(value("amc") != value("allowed")));
        }
        Ok(())
    });
    let (covered, limited, beyond) = (covered.get(), limited.get(), beyond.get());
    println!("{covered} covered, {limited} limited, {beyond} beyond");
    assert!(covered > 1_000 && limited > 100 && beyond > 20, "{covered} covered, {limited} limited, {beyond} beyond");
}
