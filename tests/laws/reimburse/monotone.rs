//! The coverage never pays less when more is allowed or charged: up to one cent for each component with limits, and where what is paid
//! beyond the limits is never more than the rule itself would pay.

use care_coverage::Json;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::law;
use super::laws::{amounts, usable};
use super::model::{self, Answer, Number, Used, decimal, int, list};
use super::oracle::rule_of;
use super::world::{World, json_of, limits_mut, percent, worlds};

/// What is lost by rounding at most.
fn cents(rule: &Value) -> Number {
    let limited = list(rule, "components").iter().filter(|component| !list(component, "limits").is_empty());
    limited.fold(int(0), |cents, _| cents + Number::new(1.into(), 100.into()))
}

/// Whether the rule beyond the limits may pay more than the rule itself would without limits.
fn pays_more_beyond(rule: &Value, act: &Value, half_up: bool) -> bool {
    let alone = |rule: &Value| {
        let mut rule = rule.clone();
        limits_mut(&mut rule).clear();
        rule["limits"] = json!([]);
        for component in rule["components"].as_array_mut().expect("components") {
            component.as_object_mut().expect("a component").remove("limits");
        }
        match model::pay(&rule, act, half_up, &mut Used::new()) {
            Answer::Paid(paid) => Some(paid.complementary),
            _ => None,
        }
    };
    let beyond = &rule["beyond_limits"];
    if beyond.is_null() {
        return false;
    }
    let mut beyond = beyond.clone();
    beyond["pathway_surcharge"] = rule["pathway_surcharge"].clone();
    match (alone(rule), alone(&beyond)) {
        (Some(itself), Some(beyond)) => beyond > itself,
        // Something is missing: no amounts are compared.
        _ => false,
    }
}

/// Of an act in two worlds, the amounts that are paid, where both are known.
fn paid(before: &World, after: &World, act: [&Value; 2], counters: &Json) -> Option<[Number; 2]> {
    let coverages = [before.coverage(), after.coverage()];
    let pay = |at: usize| {
        let answer = coverages[at].reimburse(&json_of(act[at]), Some(counters), Some(&before.options()));
        amounts(&answer.expect("an answer"))
    };
    Some([pay(0)?.complementary, pay(1)?.complementary])
}

fn none() -> Json {
    Json::Array(Vec::new())
}

/// `without_limits`: whether it holds in any case of a rule whose components have no limits.
fn never_less(
    world: &World,
    act: &Value,
    [before, after]: [Number; 2],
    without_limits: bool,
) -> Result<(), TestCaseError> {
    let rule = rule_of(world, act);
    if without_limits && cents(rule) == int(0) || !pays_more_beyond(rule, act, world.half_up) {
        prop_assert!(before <= &after + cents(rule), "{} before, {} after, {}, {}", before, after, rule, act);
    }
    Ok(())
}

/// The percentages of a rule, those of options included.
fn percents(rule: &mut Value) -> Vec<&mut Value> {
    let components = rule["components"].as_array_mut().expect("components").iter_mut();
    let plain = components.flat_map(|component| match component.get("options") {
        Some(_) => {
            let options = component["options"].as_array_mut().expect("options").iter_mut();
            options.flat_map(|option| option.as_array_mut().expect("an option")).collect::<Vec<_>>()
        }
        None => vec![component],
    });
    plain.filter_map(|component| component.get_mut("percent")).collect()
}

#[test]
fn a_higher_percent_never_pays_less() {
    law::holds(1_000, &(worlds(6, true), any::<Index>(), percent()), |(mut world, index, rise)| {
        let acts = usable(&world);
        world.rules.iter_mut().for_each(|rule| rule["secu_share"] = json!("included"));
        let mut risen = world.clone();
        for rule in &mut risen.rules {
            let mut percents = percents(rule);
            if percents.is_empty() {
                continue;
            }
            let position = index.index(percents.len());
            if decimal(percents[position]) < decimal(&rise) {
                *percents[position] = rise.clone();
            }
        }
        for act in &acts {
            if let Some(paid) = paid(&world, &risen, [act, act], &none()) {
                never_less(&world, act, paid, true)?;
            }
        }
        Ok(())
    });
}

/// From the base on.
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
            if let Some(paid) = paid(&world, &world, [&act, &higher], &none()) {
                never_less(&world, &act, paid, true)?;
            }
        }
        Ok(())
    });
}

/// A maximum that grows, of a limit of the rule or of a component, after some acts that used it.
#[test]
fn a_larger_room_never_pays_less() {
    let names = ["max_amount", "max_pmss_percent", "max_count", "max_days"];
    law::holds(800, &(worlds(8, true), any::<Index>(), 0_i64..2_000), |(world, index, more)| {
        let mut acts = usable(&world);
        let Some(last) = acts.pop() else { return Ok(()) };
        let coverage = world.coverage();
        let before = coverage.reimburse_many(&json_of(&json!(acts)), None, Some(&world.options()));
        let counters = json_of(&json!(before.expect("an answer").counters));
        let mut grown = world.clone();
        let key = super::world::KEYS[index.index(super::world::KEYS.len())];
        for limit in grown.rules.iter_mut().flat_map(limits_mut).filter(|limit| limit["key"] == key) {
            let name = names.into_iter().find(|name| limit.get(*name).is_some()).expect("a maximum");
            let units = ((decimal(&limit[name]) + int(more)) * int(10_000)).to_integer();
            let units = u64::try_from(units).expect("small").min(10_u64.pow(16) - 1);
            limit[name] = json!(format!("{}.{:04}", units / 10_000, units % 10_000));
        }
        if let Some(paid) = paid(&world, &grown, [&last, &last], &counters) {
            never_less(&world, &last, paid, false)?;
        }
        Ok(())
    });
}
