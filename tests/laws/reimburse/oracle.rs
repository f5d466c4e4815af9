//! The engine says what the model says: outcome, missing fields, all amounts, every step, and the counters after every act.

use std::collections::BTreeMap;

use care_coverage::Json;
use care_coverage::reimbursement::{LimitCounter, Reimbursement};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{self, Answer, Number, Used, decimal};
use super::world::{World, json_of, worlds};

/// By care date, equal dates in input order, those without a date last.
pub(crate) fn order(acts: &[Value]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..acts.len()).collect();
    positions.sort_by_key(|position| {
        let date = acts[*position].get("care_date").and_then(model::day);
        (date.is_none(), date)
    });
    positions
}

pub(crate) fn rule_of<'w>(world: &'w World, act: &Value) -> &'w Value {
    let code = act["care_type"].as_str().expect("a code");
    &world.rules[code[1..].parse::<usize>().expect("an index")]
}

/// The counters in numbers.
fn sums(counters: &[LimitCounter]) -> BTreeMap<(String, String, String), (Number, Number)> {
    let sum = |counter: &LimitCounter| (decimal(&json!(counter.amount)), decimal(&json!(counter.count)));
    let place = |counter: &LimitCounter| {
        (counter.key.clone(), counter.scope_id.clone(), counter.period_start.clone().unwrap_or_default())
    };
    counters.iter().map(|counter| (place(counter), sum(counter))).collect()
}

fn model_sums(used: &Used) -> BTreeMap<(String, String, String), (Number, Number)> {
    used.iter().map(|(place, entries)| (place.clone(), model::total(entries))).collect()
}

/// The value of a step, which may be below nothing.
pub(crate) fn signed(value: &str) -> Number {
    value.strip_prefix('-').map_or_else(|| decimal(&json!(value)), |below| -decimal(&json!(below)))
}

pub(crate) fn agrees(answer: &Reimbursement<'_>, wanted: &Answer) -> Result<(), TestCaseError> {
    match wanted {
        Answer::Refused => prop_assert!(false, "it is not refused"),
        Answer::Missing(missing) => {
            prop_assert_eq!(&answer.missing, missing);
            prop_assert!(answer.amounts.is_none() && answer.steps.is_empty());
        }
        Answer::Paid(paid) => {
            prop_assert!(answer.missing.is_empty(), "missing {:?}", answer.missing);
            let amounts = answer.amounts.as_ref().expect("amounts");
            let reported = [
                (&amounts.secu_theoretical, &paid.rss),
                (&amounts.secu_paid, &paid.secu_paid),
                (&amounts.ticket_moderateur, &paid.ticket_moderateur),
                (&amounts.complementary, &paid.complementary),
                (&amounts.out_of_pocket, &paid.out_of_pocket),
            ];
            let steps: Vec<&str> = answer.steps.iter().map(|step| &*step.step).collect();
            prop_assert_eq!(steps, paid.steps.iter().map(|(name, _)| &**name).collect::<Vec<_>>());
            for (step, (name, wanted)) in answer.steps.iter().zip(&paid.steps) {
                prop_assert_eq!(&signed(&step.value), wanted, "{}", name);
            }
            for (reported, wanted) in reported {
                prop_assert_eq!(&decimal(&json!(reported)), wanted);
                // Two decimals, and more only for parts of a cent.
                let decimals = reported.split_once('.').expect("a point").1;
                prop_assert!(decimals.len() == 2 || decimals.len() <= 4 && !decimals.ends_with('0'), "{}", reported);
            }
        }
    }
    Ok(())
}

/// 1,500 worlds of 40 acts: 60,000, half of them years of one person.
#[test]
fn the_engine_agrees_with_the_model() {
    law::holds(1_500, &worlds(40, true), |world| {
        let coverage = world.coverage();
        // The model refuses an act; the engine refuses the whole list.
        let accepted: Vec<Value> = world
            .acts
            .iter()
            .filter(|act| {
                let refused = matches!(model::pay(rule_of(&world, act), act, false, &mut Used::new()), Answer::Refused);
                assert_eq!(coverage.reimburse(&json_of(act), None, None).is_err(), refused, "{act}");
                !refused
            })
            .cloned()
            .collect();
        let options = world.options_with_counters();
        let answer = coverage.reimburse_many(&json_of(&json!(accepted)), None, Some(&options)).expect("an answer");
        let mut used = Used::new();
        for position in order(&accepted) {
            let act = &accepted[position];
            let wanted = model::pay(rule_of(&world, act), act, world.half_up, &mut used);
            let result = &answer.results[position];
            agrees(result, &wanted)?;
            prop_assert_eq!(sums(&result.counters), model_sums(&used));
        }
        prop_assert_eq!(sums(&answer.counters), model_sums(&used));
        Ok(())
    });
}

/// Many acts at once are the acts one after the other, each with the counters that the one before left.
#[test]
fn many_acts_are_one_after_the_other() {
    law::holds(150, &worlds(12, true), |world| {
        let coverage = world.coverage();
        let (options, options_of_many) = (world.options(), world.options_with_counters());
        let acts: Vec<Value> =
            world.acts.iter().filter(|act| coverage.reimburse(&json_of(act), None, None).is_ok()).cloned().collect();
        let many = coverage.reimburse_many(&json_of(&json!(acts)), None, Some(&options_of_many)).expect("an answer");
        let mut counters = Json::Array(Vec::new());
        for position in order(&acts) {
            let one =
                coverage.reimburse(&json_of(&acts[position]), Some(&counters), Some(&options)).expect("an answer");
            prop_assert_eq!(&one, &many.results[position]);
            counters = json_of(&serde_json::to_value(&one.counters).expect("JSON"));
        }
        Ok(())
    });
}

/// Which counters are shown changes nothing else: those after each act, those after all, or none.
#[test]
fn counters_are_shown_as_asked_for() {
    law::holds(100, &worlds(12, true), |world| {
        let coverage = world.coverage();
        let acts: Vec<Value> =
            world.acts.iter().filter(|act| coverage.reimburse(&json_of(act), None, None).is_ok()).cloned().collect();
        let acts = json_of(&json!(acts));
        let shown = |shown: &str| {
            let options = json_of(&json!({ "counters": shown }));
            coverage.reimburse_many(&acts, None, Some(&options)).expect("an answer")
        };
        let mut each = shown("each");
        each.results.iter_mut().for_each(|result| result.counters.clear());
        prop_assert_eq!(&each, &shown("last"));
        prop_assert_eq!(&each, &coverage.reimburse_many(&acts, None, None).expect("an answer"));
        each.counters.clear();
        prop_assert_eq!(&each, &shown("none"));
        Ok(())
    });
}
