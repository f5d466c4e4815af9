//! Several coverages for one act, in the model: together they pay no more than the Sécu leaves, and one alone is no stack.

use care_coverage::{ActOutcome, reimburse_stack};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{Answer, Answered, Number, Stack, Used, decimal, int, pay, pay_one_after_the_other};
use super::oracle::{agrees, rule_of};
use super::world::{World, coverage_of_some, json_of, worlds};

/// What each coverage pays, in order; none where it has no amounts.
fn complementary(stack: &Stack) -> Vec<Option<Number>> {
    let paid = |answer: &Answered| match answer {
        Answered::NotCovered => Some(int(0)),
        Answered::Answer(Answer::Paid(paid)) => Some(paid.complementary.clone()),
        Answered::Undetermined | Answered::Answer(_) => None,
    };
    stack.answers.iter().map(paid).collect()
}

fn stack(rules: &[Option<&Value>], act: &Value, half_up: bool) -> Option<Stack> {
    pay_one_after_the_other(rules, act, half_up, &mut vec![Used::new(); rules.len()])
}

/// Base 100 % BR, option 200 % BR, the Sécu part included: 6.90, then 46 − 16.10 − 6.90.
#[test]
fn an_option_pays_what_the_base_leaves() {
    let rule = |percent: u32| json!({ "components": [{ "kind": "brss_percent", "percent": percent }] });
    let (base, option) = (rule(100), rule(200));
    let act = json!({ "charged": 60, "brss": 23, "secu_rate_percent": 70 });
    let answer = stack(&[Some(&base), None, Some(&option)], &act, false).expect("an answer");
    let number = |text: &str| decimal(&json!(text));
    assert_eq!(complementary(&answer), [Some(number("6.90")), Some(int(0)), Some(number("23.00"))]);
    assert_eq!(answer.totals, Some([number("16.10"), number("29.90"), number("14.00")]));
}

/// Σ AMC ≤ max(0, charged − RSS), and the totals add up to what was charged.
#[test]
fn all_together_pay_no_more_than_is_left() {
    law::holds(300, &(worlds(20, true), prop::collection::vec(any::<bool>(), 3)), |(world, covers)| {
        for act in &world.acts {
            let rules: Vec<Option<&Value>> =
                world.rules.iter().zip(&covers).map(|(rule, covers)| covers.then_some(rule)).collect();
            let Some(answer) = stack(&rules, act, world.half_up) else { continue };
            let paid = complementary(&answer);
            let is_known = paid.iter().all(Option::is_some) && covers.contains(&true);
            prop_assert_eq!(answer.totals.is_some(), is_known);
            let Some([secu_paid, complementary, out_of_pocket]) = answer.totals else { continue };
            let sum = paid.into_iter().flatten().fold(int(0), |sum, paid| sum + paid);
            prop_assert_eq!(&sum, &complementary);
            prop_assert_eq!(&secu_paid + &complementary + &out_of_pocket, decimal(&act["charged"]));
            let rss = answer.answers.iter().find_map(|answer| match answer {
                Answered::Answer(Answer::Paid(paid)) => Some(paid.rss.clone()),
                _ => None,
            });
            prop_assert!(sum <= decimal(&act["charged"]) - rss.expect("one covers"));
        }
        Ok(())
    });
}

/// A stack of one is what the engine says of the coverage alone.
#[test]
fn a_stack_of_one_is_the_coverage_alone() {
    law::holds(100, &worlds(20, true), |world: World| {
        let coverage = world.coverage();
        for act in &world.acts {
            let rule = rule_of(&world, act);
            let answer = coverage.reimburse(&json_of(act), None, Some(&world.options()));
            let Some(one) = stack(&[Some(rule)], act, world.half_up) else {
                prop_assert!(answer.is_err() && matches!(pay(rule, act, false, &mut Used::new()), Answer::Refused));
                continue;
            };
            let [Answered::Answer(wanted)] = &*one.answers else { panic!("one answer") };
            agrees(&answer.expect("an answer"), wanted)?;
        }
        Ok(())
    });
}

/// The engine pays for the stack as the model does, act after act, with the counters that it left; and its totals add up.
#[test]
fn the_engine_stacks_as_the_model_does() {
    let strategy = (worlds(20, true), prop::collection::vec(any::<bool>(), 3));
    law::holds(300, &strategy, |(world, covers)| {
        // Each coverage has one rule, for the acts of every care type.
        let rules: Vec<Option<&Value>> =
            world.rules.iter().zip(&covers).map(|(rule, covers)| covers.then_some(rule)).collect();
        let coverages: Vec<_> = rules.iter().map(|rule| coverage_of_some(&[*rule; 3])).collect();
        let coverages: Vec<_> = coverages.iter().collect();
        let mut used = vec![Used::new(); rules.len()];
        let mut counters = None;
        for act in &world.acts {
            let wanted = pay_one_after_the_other(&rules, act, world.half_up, &mut used);
            let answer = reimburse_stack(&coverages, &json_of(act), counters.as_ref(), Some(&world.options()));
            // An act that contradicts itself is refused, also where no rule is asked.
            let Ok(answer) = answer else {
                prop_assert!(wanted.is_none() || !covers.contains(&true));
                continue;
            };
            let wanted = wanted.expect("the model refuses nothing else");
            prop_assert_eq!(answer.results.len(), wanted.answers.len());
            for (result, wanted) in answer.results.iter().zip(&wanted.answers) {
                match wanted {
                    Answered::NotCovered => prop_assert_eq!(result.outcome, ActOutcome::NotCovered),
                    Answered::Undetermined => {
                        prop_assert_eq!(result.outcome, ActOutcome::Undetermined);
                        prop_assert!(result.guarantee.is_none() && result.missing.is_empty());
                    }
                    Answered::Answer(wanted) => agrees(result, wanted)?,
                }
            }
            let number = |text: &String| decimal(&json!(text));
            let totals = answer
                .totals
                .as_ref()
                .map(|totals| [&totals.secu_paid, &totals.complementary, &totals.out_of_pocket].map(number));
            if let Some([secu_paid, complementary, out_of_pocket]) = &totals {
                prop_assert_eq!(secu_paid + complementary + out_of_pocket, decimal(&act["charged"]));
            }
            prop_assert_eq!(totals, wanted.totals);
            counters = Some(json_of(&json!(answer.counters)));
        }
        Ok(())
    });
}

/// A stack of one is `reimburse`, to the last line and counter.
#[test]
fn a_stack_of_one_is_reimburse() {
    law::holds(100, &worlds(20, true), |world: World| {
        let (coverage, options) = (world.coverage(), world.options());
        let mut counters = json!([]);
        for act in &world.acts {
            let act = json_of(act);
            let alone = coverage.reimburse(&act, Some(&json_of(&counters)), Some(&options));
            let one = reimburse_stack(&[&coverage], &act, Some(&json_of(&json!([counters]))), Some(&options));
            let Ok(alone) = alone else {
                prop_assert!(one.is_err());
                continue;
            };
            let one = one.expect("an answer");
            prop_assert_eq!(&one.counters, std::slice::from_ref(&alone.counters));
            counters = json!(alone.counters);
            prop_assert_eq!(one.results, [alone]);
        }
        Ok(())
    });
}
