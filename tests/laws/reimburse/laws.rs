//! The laws of the document, on the answers alone.

use care_coverage::reimbursement::{LimitCounter, Reimbursement, Reimbursements};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{self, Number, decimal, int};
use super::oracle::{order, rule_of};
use super::world::{World, coverage, json_of, limits, worlds};

/// The amounts of an act that is covered, in numbers.
pub(crate) struct Amounts {
    pub(crate) rss: Number,
    secu_paid: Number,
    pub(crate) complementary: Number,
    out_of_pocket: Number,
}

pub(crate) fn amounts(answer: &Reimbursement<'_>) -> Option<Amounts> {
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
pub(crate) fn usable(world: &World) -> Vec<Value> {
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

/// What is used of an amount limit, of a rule or of a component, is never more than its maximum: that of the act that used it, where it
/// is of the PMSS.
#[test]
fn no_more_than_a_maximum_is_used() {
    law::holds(300, &worlds(30, true), |world| {
        let (acts, coverage) = (usable(&world), world.coverage());
        let options = world.options_with_counters();
        let paid = coverage.reimburse_many(&json_of(&json!(acts)), None, Some(&options)).expect("an answer");
        let mut before: Vec<LimitCounter> = Vec::new();
        for position in order(&acts) {
            let (act, answer) = (&acts[position], &paid.results[position]);
            if answer.amounts.is_some() {
                for limit in limits(rule_of(&world, act)) {
                    let (maximum, place) = (model::max_amount(limit, act), model::place(limit, act));
                    let (Some(maximum), Some((key, scope_id, period))) = (maximum, place) else { continue };
                    let used = |counters: &[LimitCounter]| {
                        let is_here = |counter: &&LimitCounter| {
                            let start = counter.period_start.clone().unwrap_or_default();
                            counter.key == key && counter.scope_id == scope_id && start == period
                        };
                        counters.iter().find(is_here).map_or(int(0), |counter| decimal(&json!(counter.amount)))
                    };
                    let (was, is) = (used(&before), used(&answer.counters));
                    prop_assert!(is <= maximum || is <= was, "{} of {} after {}", is, maximum, was);
                }
            }
            before.clone_from(&answer.counters);
        }
        Ok(())
    });
}

/// The order of the components does not matter, but among those with limits.
#[test]
fn the_order_of_components_without_limits_does_not_matter() {
    law::holds(200, &worlds(20, true), |world| {
        let acts = usable(&world);
        let mut turned = world.clone();
        for rule in &mut turned.rules {
            let components = rule["components"].as_array_mut().expect("components");
            let (mut limited, free): (Vec<Value>, Vec<Value>) =
                components.drain(..).partition(|component| component.get("limits").is_some());
            limited.extend(free.into_iter().rev());
            *components = limited;
        }
        let (before, after) = (world.coverage(), coverage(&turned.rules));
        let (before, after) = (pay(&before, &acts, &world), pay(&after, &acts, &world));
        for (before, after) in before.results.iter().zip(&after.results) {
            prop_assert_eq!(&before.amounts, &after.amounts);
            prop_assert_eq!(&before.missing, &after.missing);
            prop_assert_eq!(&before.counters, &after.counters);
        }
        prop_assert_eq!(&before.counters, &after.counters);
        Ok(())
    });
}

/// Limits that hold and fill up are common in these worlds: most laws would hold of limits that never matter.
#[test]
fn the_worlds_are_worth_it() {
    use std::cell::Cell;
    let [covered, limited, beyond, offered, pathway] = [const { Cell::new(0) }; 5];
    law::holds(60, &worlds(40, true), |world| {
        let (acts, coverage) = (usable(&world), world.coverage());
        for answer in &pay(&coverage, &acts, &world).results {
            let value = |name: &str| {
                let step = answer.steps.iter().find(|step| step.step == name);
                step.map(|step| step.value.clone())
            };
            covered.set(covered.get() + usize::from(answer.amounts.is_some()));
            limited.set(limited.get() + usize::from(value("allowed") != value("unlimited")));
            let held = value("offered").is_some_and(|offered| Some(offered) != value("unlimited"));
            offered.set(offered.get() + usize::from(held));
            let differs = value("pathway_rss").is_some_and(|rss| Some(rss) != value("rss"));
            pathway.set(pathway.get() + usize::from(differs));
            beyond.set(beyond.get() + usize::from(value("amc") != value("allowed")));
        }
        Ok(())
    });
    let counts = [covered, limited, beyond, offered, pathway].map(Cell::into_inner);
    println!("{counts:?}");
    for (count, least) in counts.into_iter().zip([1_000, 100, 20, 40, 20]) {
        assert!(
            count > least,
            "{counts:?}: covered, limited, beyond, held by limits of components, outside the pathway"
        );
    }
}
