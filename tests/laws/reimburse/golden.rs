//! The model says what the golden cases of reimbursement say: both were written from the document, neither from the other.

use serde_json::{Value, json};

use super::model::{self, Answer, Used, decimal, list};
use super::oracle::{order, signed};
use super::sequence::used_of;
use crate::support::{Case, cases};

/// The rule of the guarantee that the case names.
fn rule<'c>(coverage: &'c Value, want: &Value) -> Option<&'c Value> {
    let named = |guarantee: &&Value| guarantee["name"] == want["guarantee"];
    list(coverage, "guarantees").iter().find(named).map(|guarantee| &guarantee["coverage_rule"])
}

/// Whether the case is of acts for which the rule decides alone: what filters lack is not of the model.
fn is_of_the_rule(want: &Value) -> bool {
    want["guarantee"].is_string() && (want["amounts"].is_object() || want["missing"] != json!([]))
}

fn judge(case: &Case, want: &Value, answer: &Answer) {
    let name = &case.name;
    let paid = match answer {
        Answer::Refused => panic!("{name}: the model refuses it"),
        Answer::Missing(missing) => return assert_eq!(want["missing"], json!(missing), "{name}"),
        Answer::Paid(paid) => paid,
    };
    let amounts = [
        ("secu_theoretical", &paid.rss),
        ("secu_paid", &paid.secu_paid),
        ("ticket_moderateur", &paid.ticket_moderateur),
        ("complementary", &paid.complementary),
        ("out_of_pocket", &paid.out_of_pocket),
    ];
    for (field, amount) in amounts {
        assert_eq!(&decimal(&want["amounts"][field]), amount, "{name}: {field}");
    }
    let steps: Vec<_> = list(want, "steps")
        .iter()
        .map(|step| {
            let text = |name: &str| step[name].as_str().expect("a text");
            (text("step").to_owned(), signed(text("value")))
        })
        .collect();
    let asks_for_steps = case.args.get(2).is_none_or(|options| options["steps"] != json!(false));
    assert_eq!(steps, if asks_for_steps { paid.steps.clone() } else { Vec::new() }, "{name}");
}

/// The counters of the answer: those that the act uses are as the model has them, those given otherwise as they were.
fn judge_counters(case: &Case, want: &Value, used: &Used) {
    let wanted = used_of(list(want, "counters"));
    let sums = |used: &Used| -> Vec<_> {
        used.iter().map(|(place, entries)| (place.clone(), model::total(entries))).collect()
    };
    assert_eq!(sums(&wanted), sums(used), "{}", case.name);
}

fn half_up(case: &Case) -> bool {
    case.args.get(2).is_some_and(|options| options["secuRounding"] == "half_up")
}

fn counters(case: &Case) -> Used {
    used_of(case.args.get(1).and_then(Value::as_array).map_or(&[], Vec::as_slice))
}

#[test]
fn the_model_agrees_with_the_golden_cases() {
    let mut judged = 0;
    for case in cases().into_iter().filter(|case| ["reimburse", "reimburseMany"].contains(&case.call.as_str())) {
        let (Some(coverage), Ok(want)) = (&case.coverage, &case.want) else { continue };
        let mut used = counters(&case);
        if case.call == "reimburse" && is_of_the_rule(want) {
            let rule = rule(coverage, want).expect("a rule");
            judge(&case, want, &model::pay(rule, &case.args[0], half_up(&case), &mut used));
            judge_counters(&case, want, &used);
            judged += 1;
        } else if case.call == "reimburseMany" {
            let (acts, results) = (case.args[0].as_array().expect("acts"), list(want, "results"));
            for position in order(acts) {
                let want = &results[position];
                if is_of_the_rule(want) {
                    let rule = rule(coverage, want).expect("a rule");
                    judge(&case, want, &model::pay(rule, &acts[position], half_up(&case), &mut used));
                    judged += 1;
                }
            }
            judge_counters(&case, want, &used);
        }
    }
    assert!(judged > 300, "{judged} acts");
}
