//! Whatever is handed in, the engine answers or refuses; it never panics, and it judges alike through every call.

use care_coverage::{CareTypeCatalog, Json, describe_rule};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::law;
use super::world::{World, coverage, json_of, worlds};

/// Words that mean something here, and values of every kind.
fn value() -> impl Strategy<Value = Value> {
    let words = vec![
        "components",
        "kind",
        "percent",
        "amount",
        "per",
        "limits",
        "key",
        "period",
        "months",
        "max_amount",
        "max_count",
        "max_days",
        "counts",
        "scope",
        "beyond_limits",
        "price_cap",
        "secu_share",
        "brss_percent",
        "flat_amount",
        "plv",
        "rolling_months",
        "civil_year",
        "charged",
        "brss",
        "quantity",
        "entries",
        "date",
        "compnents",
        "greatest_of",
        "least_of",
        "options",
        "excess_over_brss",
        "max_pmss_percent",
        "pathway_surcharge",
        "covered",
        "pathway_rate_percent",
        "",
    ];
    let numbers = select(vec![
        json!(0),
        json!(-1),
        json!(1e21),
        json!(1e-9),
        json!(0.1),
        json!(9_007_199_254_740_993_u64),
        json!("1e3"),
        json!("999999999999.9999"),
        json!("999999999999.999999"),
        json!("-0"),
        json!("01"),
        json!("1."),
        json!(48),
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        numbers,
        select(words.clone()).prop_map(|word| json!(word)),
        "\\PC{0,6}".prop_map(Value::String),
        select(vec!["0001-01-01", "9999-12-31", "2024-02-30"]).prop_map(|date| json!(date)),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let fields = prop::collection::btree_map(select(words.clone()).prop_map(str::to_owned), inner.clone(), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Puts a value in the place of one of the parts.
fn spoil(target: &mut Value, at: &[Index], value: &Value) {
    let part = match (target, at) {
        (target, []) => {
            *target = value.clone();
            return;
        }
        (Value::Array(items), [first, ..]) if !items.is_empty() => {
            let index = first.index(items.len());
            &mut items[index]
        }
        (Value::Object(fields), [first, ..]) if !fields.is_empty() => {
            let index = first.index(fields.len());
            fields.values_mut().nth(index).expect("it is there")
        }
        (target, _) => {
            *target = value.clone();
            return;
        }
    };
    spoil(part, &at[1..], value);
}

#[test]
fn nothing_that_is_handed_in_panics() {
    let places = || prop::collection::vec(any::<Index>(), 0..5);
    let counters = json!([{ "key": "k0", "scope_id": "anne", "period_start": null, "amount": "1.00", "count": "0",
                            "entries": [{ "date": "2025-01-01", "amount": "999999999999.9999", "count": "0" }] }]);
    let inputs = (worlds(3, true), [places(), places(), places(), places()], [value(), value(), value(), value()]);
    law::holds(2_000, &inputs, |(world, [rule, act, counter, option], values)| {
        let World { mut rules, mut acts, .. } = world;
        spoil(&mut rules[0], &rule, &values[0]);
        spoil(&mut acts[0], &act, &values[1]);
        let mut counters = counters.clone();
        spoil(&mut counters, &counter, &values[2]);
        let mut options = json!({ "secuRounding": "down" });
        if !option.is_empty() {
            spoil(&mut options, &option, &values[3]);
        }
        let described = describe_rule(&json_of(&rules[0]));
        let data = json!({ "care_type_groups": [], "internal_care_types": [] });
        let catalog = CareTypeCatalog::new(&json_of(&data), None).expect("a catalogue");
        let guarantee = json!({ "name": "A", "care_type_mappings": [], "coverage_rule": rules[0] });
        let payload = json!({ "name": "A", "version": 1, "guarantees": [guarantee] });
        let found = catalog.validate_coverage(&json_of(&payload), None).expect("no options");
        let errors = found.iter().filter(|found| {
            found.severity == care_coverage::Severity::Error && found.pointer.starts_with("/guarantees/0/coverage_rule")
        });
        // What describes a rule and what validates it refuse alike.
        prop_assert_eq!(errors.count(), described.err().map_or(0, |error| error.diagnostics().len()));
        if !rules[0].is_object() {
            return Ok(());
        }
        let coverage = coverage(&rules);
        let (counters, options) = (json_of(&counters), json_of(&options));
        for act in &acts {
            let _ = coverage.reimburse(&json_of(act), Some(&counters), Some(&options));
        }
        let _ = coverage.reimburse_many(&json_of(&json!(acts)), Some(&counters), Some(&options));
        let _ = coverage.reimburse_many(&Json::Null, None, None);
        Ok(())
    });
}

/// Amounts with all their digits, quantities and percentages at their bounds, in every component.
#[test]
fn the_largest_amounts_are_exact_or_counted_as_the_most() {
    let most = "999999999999.9999";
    let percent = "999999999999.999999";
    let kinds = ["brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent"];
    let mut components: Vec<Value> =
        kinds.into_iter().map(|kind| json!({ "kind": kind, "percent": percent })).collect();
    components.push(json!({ "kind": "flat_amount", "amount": most, "per": "box" }));
    components.push(json!({ "kind": "pmss_percent", "percent": percent, "per": "box" }));
    let many: Vec<Value> = components.iter().cycle().take(16).cloned().collect();
    let act = json_of(&json!({
        "care_type": "C0", "charged": most, "brss": most, "secu_rate_percent": "33.333333", "quantity": most, "pmss": most,
        "reconstituted_brss": most, "flat_contribution": most, "franchise": most,
    }));
    let alone = components.clone().into_iter().skip(5).map(|component| vec![component]);
    for components in alone.chain([components, many]) {
        let coverage = coverage(&[json!({ "components": components })]);
        let answer = coverage.reimburse(&act, None, None).expect("an answer");
        let amounts = answer.amounts.expect("covered");
        assert_eq!(amounts.secu_theoretical, "333333329999.99");
        assert_eq!(amounts.secu_paid, "0.00");
        assert_eq!(amounts.complementary, "666666670000.0099");
        assert_eq!(amounts.out_of_pocket, "333333329999.99");
    }
}

/// The sum of as many of the largest components as there may be is still their sum.
#[test]
fn the_largest_sum_is_exact() {
    let component = json!({ "kind": "actual_costs", "percent": "999999999999.999999" });
    let act = json_of(&json!({ "care_type": "C0", "charged": "999999999999.9999" }));
    let rule = |count: usize| json!({ "components": vec![component.clone(); count] });
    let option = vec![component.clone(); 8];
    let choice = json!({ "kind": "greatest_of", "options": [option, [component]] });
    let choices = json!({ "components": vec![choice; 16] });
    // 16 × 999999999999.9999 × 9999999999.99999999, to the cent; and 8 times as much.
    for (rule, sum) in [(rule(16), "159999999999999983840000.00"), (choices, "1279999999999999870720000.00")] {
        let coverage = coverage(&[rule]);
        let answer = coverage.reimburse(&act, None, None).expect("an answer");
        let target = answer.steps.iter().find(|step| step.step == "target").expect("a target");
        assert_eq!(target.value, sum);
    }
    let refused = describe_rule(&json_of(&rule(17))).expect_err("one too many");
    let codes: Vec<&str> = refused.diagnostics().iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["too_many_components"]);
}
