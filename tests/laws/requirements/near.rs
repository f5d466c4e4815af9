//! The model without rounding pays what `reimburse` pays, but for a few cents of rounding: it is no other rule.

use proptest::prelude::*;
use serde_json::json;

use super::model::{Amounts, Number, decimal, int, paid};
use super::world::{World, catalog, worlds};
use crate::law;
use crate::properties::engine;
use crate::properties::model::items;

#[test]
fn the_model_pays_what_is_paid_but_for_rounding() {
    let amounts = (0_u64..60_000, 1_u64..30_000, 0_usize..4, (1_u64..60_000, 1_u64..60_000), 1_u64..4);
    law::holds(300, &(worlds(), prop::collection::vec(amounts, 8)), |(world, amounts)| {
        for amounts in amounts {
            is_near(&world, amounts)?;
        }
        Ok(())
    });
}

type Drawn = (u64, u64, usize, (u64, u64), u64);

fn is_near(world: &World, (charged, brss, rate, (plv, hlf), quantity): Drawn) -> Result<(), TestCaseError> {
    let engine = engine::catalog(&catalog(), &json!({}));
    let text = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let rate = ["70", "60", "65", "100"][rate];
    let act = json!({
        "care_type": "T2", "charged": text(charged), "brss": text(brss), "secu_rate_percent": rate, "plv": text(plv), "hlf": text(hlf),
        "quantity": quantity, "care_date": "2026-03-29", "beneficiary": "m",
    });
    for guarantee in items(&world.coverage["guarantees"]) {
        let mapping = json!([{ "selector": { "include_care_types": ["T2"] }, "filter": {} }]);
        let rule = &guarantee["coverage_rule"];
        let alone = json!({ "name": "A", "version": 1, "guarantees": [{ "name": "A", "care_type_mappings": mapping, "coverage_rule": rule }] });
        let coverage = engine::coverage(&engine, &alone);
        let answer = engine::value(coverage.reimburse(&engine::json_of(&act), None, None).expect("a rule"));
        prop_assert_eq!(&answer["outcome"], "covered", "{}", answer);
        let cents = |cents: u64| Number::new(i128::from(cents), 100);
        let amounts = Amounts {
            charged: cents(charged),
            brss: Some(cents(brss)),
            rate: decimal(&json!(rate)),
            plv: cents(plv),
            hlf: cents(hlf),
            quantity: int(i128::from(quantity)),
        };
        let ours = paid(rule, &amounts, &|_| false);
        // Rounding decides whether something is paid beyond the limits.
        if ours.short.is_some_and(|short| -cents(3) < short && short < cents(3)) {
            continue;
        }
        let apart = decimal(&answer["amounts"]["complementary"]) - ours.amc;
        // The part of the Sécu is rounded, and rules multiply it.
        let most = Number::new(12, 100);
        prop_assert!(-most <= apart && apart <= most, "{apart} at {act} by {rule}");
    }
    Ok(())
}
