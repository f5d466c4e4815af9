//! Filters against the facts of an act.

use care_coverage::ActFact;
use care_coverage::explanation::FilterQuestion;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::engine::{json_of, judged};
use super::law;
use super::model::{self, Facts};
use super::world::{act_facts, filters};

#[test]
fn the_model_has_every_fact() {
    assert_eq!(model::FACTS.as_slice(), ActFact::ALL.map(|fact| (fact.name(), fact.condition())));
}

/// A filter's answer, with its conditions and what it waits for, is that of the plain evaluator; an act that contradicts
/// itself is refused at the same places.
#[test]
fn a_filter_answers_like_the_plain_evaluator() {
    law::holds(1_000, &(filters(0.3), act_facts(&json!({}))), |(filter, act)| {
        let (filter_json, act_json) = (json_of(&filter), json_of(&act));
        let question = FilterQuestion::new(&filter_json, &act_json);
        let answer = judged(question.as_ref().map(FilterQuestion::answer).map_err(Clone::clone));
        prop_assert_eq!(answer, model::facts(&act, &json!({})).map(|facts| expected(&filter, &facts)));
        Ok(())
    });
}

fn expected(filter: &Value, facts: &Facts) -> Value {
    json!({
        "outcome": model::outcome(filter, facts),
        "conditions": conditions(filter, facts),
        "missing": model::missing(filter, facts),
    })
}

/// The stated conditions one by one.
pub(crate) fn conditions(filter: &Value, facts: &Facts) -> Vec<Value> {
    let as_written = |value: &Value| model::integer(value).map_or_else(|| value.clone(), |integer| json!(integer));
    model::stated(filter)
        .map(|(field, fact, expected)| {
            json!({
                "field": field,
                "outcome": model::condition(filter, field, fact, expected, facts),
                "expected": as_written(expected),
                "actual": facts.get(fact).map(as_written),
            })
        })
        .collect()
}
