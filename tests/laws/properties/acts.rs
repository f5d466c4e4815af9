//! A coverage's answer for an act, and its explanation.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::engine::{self, json_of, judged};
use super::filters::conditions;
use super::law;
use super::model::{self, items};
use super::selectors::{deciding, terms};
use super::world::{World, worlds};

/// The guarantees that match an act, those that may and the outcome are what comes out of trying all mappings in turn; an
/// act that contradicts itself is refused at the same places.
#[test]
fn guarantees_are_those_of_all_mappings_in_turn() {
    law::holds(300, &worlds(0.15), |World { catalog, options, coverage, act }| {
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        let answer = judged(compiled.guarantees_for(&json_of(&act)));
        prop_assert_eq!(answer, model::decision(&catalog, &options, &coverage, &act));
        Ok(())
    });
}

/// A guarantee's care types are those that its mappings select, together.
#[test]
fn care_types_of_a_guarantee_are_those_of_its_mappings() {
    law::holds(100, &worlds(0.1), |World { catalog, options, coverage, .. }| {
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        for guarantee in items(&coverage["guarantees"]) {
            let mappings = items(&guarantee["care_type_mappings"]).iter();
            let expected: std::collections::BTreeSet<String> =
                mappings.flat_map(|mapping| model::selected(&catalog, &options, &mapping["selector"])).collect();
            let answer = compiled.care_types_of(json_of(&guarantee["name"])).expect("a guarantee");
            prop_assert_eq!(answer, expected.iter().map(String::as_str).collect::<Vec<_>>());
        }
        Ok(())
    });
}

/// An explanation decides as `guarantees_for` does, and explains exactly the mappings that select the care type, in payload
/// order, each by its deciding term and condition by condition.
#[test]
fn an_explanation_explains_the_mappings_that_select_the_type() {
    law::holds(200, &worlds(0.2), |World { catalog, options, coverage, act }| {
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        let act_json = json_of(&act);
        let decision = judged(compiled.guarantees_for(&act_json));
        let mut explanation = match judged(compiled.explain(&act_json)) {
            Ok(explanation) => explanation,
            refusal => {
                prop_assert_eq!(refusal, decision);
                return Ok(());
            }
        };
        let fields = explanation.as_object_mut().expect("an object");
        let mappings = fields.remove("mappings").expect("mappings");
        fields.remove("nearest").expect("nearest");
        prop_assert_eq!(Ok(explanation), decision);
        prop_assert_eq!(mappings, explained(&catalog, &options, &coverage, &act));
        Ok(())
    });
}

fn explained(catalog: &Value, options: &Value, coverage: &Value, act: &Value) -> Value {
    let code = act["care_type"].as_str().expect("a care type");
    let facts = model::facts(act, options).expect("an act without contradictions");
    let Some(care_type) = model::care_type(catalog, code) else { return json!([]) };
    let facts = model::restricted(facts, care_type);
    let selects =
        |mapping: &&(String, &Value, &Value)| model::selected(catalog, options, &mapping.2["selector"]).contains(code);
    let explain = |(pointer, guarantee, mapping): &(String, &Value, &Value)| {
        json!({
            "guarantee": guarantee["name"],
            "pointer": pointer,
            "outcome": model::outcome(&mapping["filter"], &facts),
            "decided_by": deciding(&terms(catalog, &mapping["selector"], "include", code)),
            "conditions": conditions(&mapping["filter"], &facts),
        })
    };
    mappings(coverage).iter().filter(selects).map(explain).collect()
}

/// All mappings of a coverage in payload order, each with its pointer and its guarantee.
pub(crate) fn mappings(coverage: &Value) -> Vec<(String, &Value, &Value)> {
    let guarantees = items(&coverage["guarantees"]).iter().enumerate();
    guarantees
        .flat_map(|(place, guarantee)| {
            let mappings = items(&guarantee["care_type_mappings"]).iter().enumerate();
            mappings.map(move |(index, mapping)| {
                (format!("/guarantees/{place}/care_type_mappings/{index}"), guarantee, mapping)
            })
        })
        .collect()
}
