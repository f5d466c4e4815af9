//! Random coverages of up to six guarantees, and requirements on them, in numbers that people write.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A coverage and a profile, of the catalogue below.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) coverage: Value,
    pub(crate) profile: Value,
}

/// Care types, the facts that their acts have, and how a coverage may divide them.
pub(crate) fn catalog() -> Value {
    let care_type = |id: usize, facts: &[&str]| json!({ "id": id, "short_code": format!("T{id}"), "care_type_group_ids": [1], "applicable_facts": facts });
    json!({
        "care_type_groups": [{ "id": 1, "short_code": "ALL" }],
        "internal_care_types": [
            care_type(0, &["is_optam_or_secteur_1", "reimbursed_by_secu"]),
            care_type(1, &["is_for_at_least_one_visible_tooth", "reimbursed_by_secu"]),
            care_type(2, &[]),
        ],
    })
}

pub(crate) const CARE_TYPES: [&str; 3] = ["T0", "T1", "T2"];

fn divisions(care_type: &str) -> Vec<Vec<Value>> {
    let secu = |value: bool| json!({ "reimbursed_by_secu": value });
    let by = |fact: &str| vec![json!({ fact: true }), json!({ fact: false })];
    let paid = |fact: &str| [true, false].map(|value| json!({ fact: value, "reimbursed_by_secu": true })).to_vec();
    let ages = vec![json!({ "max_age": 17 }), json!({ "min_age": 18 })];
    let fact = if care_type == "T0" { "is_optam_or_secteur_1" } else { "is_for_at_least_one_visible_tooth" };
    match care_type {
        "T2" => vec![vec![json!({})], ages],
        _ => vec![vec![json!({})], by(fact), paid(fact), vec![secu(true), secu(false)], vec![secu(true)], ages],
    }
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let rules = prop::collection::vec(rule(), 1..=6);
    rules.prop_flat_map(|rules| {
        let count = rules.len();
        let divided: Vec<_> = CARE_TYPES.into_iter().map(|care_type| divided(care_type, count)).collect();
        let requirements: Vec<_> = CARE_TYPES.into_iter().map(|care_type| asked(care_type, rules.clone())).collect();
        (divided, requirements).prop_map(move |(divided, asked)| World {
            coverage: coverage(&rules, &divided.concat()),
            profile: profile(&asked),
        })
    })
}

/// Which guarantee has which part of a care type; some have none, and a few parts are claimed twice.
fn divided(care_type: &'static str, guarantees: usize) -> impl Strategy<Value = Vec<(usize, Value)>> {
    let owner = prop_oneof![8 => (0..guarantees).prop_map(Some), 1 => Just(None)];
    let owners = prop::collection::vec(owner, 2);
    (select(divisions(care_type)), owners, 0_u32..12, 0..guarantees).prop_map(move |(parts, owners, chance, other)| {
        let mapping = |filter: &Value| json!({ "selector": { "include_care_types": [care_type] }, "filter": filter });
        let mut owned: Vec<(usize, Value)> =
            parts.iter().zip(owners).filter_map(|(filter, owner)| Some((owner?, mapping(filter)))).collect();
        if chance == 0 {
            owned.push((other, mapping(&json!({}))));
        }
        owned
    })
}

fn coverage(rules: &[Value], owned: &[(usize, Value)]) -> Value {
    let guarantee = |(index, rule): (usize, &Value)| {
        let mappings: Vec<&Value> =
            owned.iter().filter(|(owner, _)| *owner == index).map(|(_, mapping)| mapping).collect();
        let mut rule = rule.clone();
        // Counters are each guarantee's own.
        name_limits(&mut rule, index);
        (!mappings.is_empty())
            .then(|| json!({ "name": format!("G{index}"), "care_type_mappings": mappings, "coverage_rule": rule }))
    };
    let guarantees: Vec<Value> = rules.iter().enumerate().filter_map(guarantee).collect();
    json!({ "name": "RANDOM", "version": 1, "guarantees": guarantees })
}

fn name_limits(rule: &mut Value, guarantee: usize) {
    let mut count = 0;
    let mut name = |limits: Option<&mut Vec<Value>>| {
        for limit in limits.into_iter().flatten() {
            limit["key"] = json!(format!("k{guarantee}_{count}"));
            count += 1;
        }
    };
    for component in rule["components"].as_array_mut().expect("components") {
        name(component.get_mut("limits").and_then(Value::as_array_mut));
    }
    name(rule.get_mut("limits").and_then(Value::as_array_mut));
}

fn euros() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (1_u64..40).prop_map(|tens| json!((tens * 10).to_string())),
        2 => (1_u64..60_000).prop_map(|cents| json!(format!("{}.{:02}", cents / 100, cents % 100))),
    ]
}

fn percent() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => Just(json!("100")),
        4 => (1_u64..80).prop_map(|fives| json!((fives * 5).to_string())),
        1 => (1_u64..400).prop_map(|percent| json!(percent.to_string())),
    ]
}

fn plain() -> BoxedStrategy<Value> {
    let of = vec![
        "brss_percent",
        "brss_percent",
        "ticket_moderateur",
        "ticket_moderateur",
        "actual_costs",
        "rss_percent",
        "excess_over_brss",
    ];
    let per = || select(vec!["act", "act", "session", "day"]);
    prop_oneof![
        6 => (select(of), percent()).prop_map(|(kind, percent)| json!({ "kind": kind, "percent": percent })),
        2 => (euros(), per()).prop_map(|(amount, per)| json!({ "kind": "flat_amount", "amount": amount, "per": per })),
        1 => (1_u64..8, per()).prop_map(|(percent, per)| json!({ "kind": "pmss_percent", "percent": percent.to_string(), "per": per })),
    ]
    .boxed()
}

fn component() -> BoxedStrategy<Value> {
    let options = prop::collection::vec(prop::collection::vec(plain(), 1..3), 2..4);
    let chosen = (select(vec!["greatest_of", "least_of"]), options)
        .prop_map(|(kind, options)| json!({ "kind": kind, "options": options }));
    let term = prop_oneof![5 => plain(), 1 => chosen];
    let with_limits = (term.clone(), limit(false)).prop_map(|(mut term, limit)| {
        term["limits"] = json!([limit]);
        term
    });
    prop_oneof![6 => term, 1 => with_limits].boxed()
}

fn limit(of_rule: bool) -> BoxedStrategy<Value> {
    let period = prop_oneof![
        Just(json!({ "kind": "civil_year" })),
        Just(json!({ "kind": "lifetime" })),
        Just(json!({ "kind": "act" })),
        (1_u64..5).prop_map(|years| json!({ "kind": "rolling_months", "months": years * 12 })),
    ];
    let maximum = prop_oneof![
        4 => euros().prop_map(|amount| ("max_amount", amount)),
        1 => (1_u64..8).prop_map(|percent| ("max_pmss_percent", json!(percent.to_string()))),
        1 => (1_u64..4).prop_map(|count| ("max_count", json!(count))),
        1 => (1_u64..4).prop_map(|count| ("max_days", json!(count))),
    ];
    (period, maximum, any::<bool>())
        .prop_map(move |(period, (maximum, value), is_total)| {
            let mut limit = json!({ "key": "", "period": period, maximum: value });
            if of_rule && is_total && maximum == "max_amount" {
                limit["counts"] = json!("total");
            }
            limit
        })
        .boxed()
}

/// A rule without limits.
fn simple() -> BoxedStrategy<Value> {
    let cap = prop_oneof![
        6 => Just(Value::Null),
        1 => Just(json!({ "kind": "plv" })),
        1 => Just(json!({ "kind": "hlf" })),
        2 => euros().prop_map(|amount| json!({ "kind": "amount", "amount": amount })),
    ];
    (prop::collection::vec(plain(), 1..3), select(vec!["included", "excluded"]), cap)
        .prop_map(|(components, share, cap)| json!({ "components": components, "secu_share": share, "price_cap": cap }))
        .boxed()
}

fn rule() -> BoxedStrategy<Value> {
    let limits = prop_oneof![2 => Just(Vec::new()), 2 => prop::collection::vec(limit(true), 1..3)];
    let beyond = prop_oneof![1 => Just(Value::Null), 1 => simple()];
    (simple(), prop::collection::vec(component(), 1..3), limits, beyond)
        .prop_map(|(mut rule, components, limits, beyond)| {
            rule["components"] = json!(components);
            rule["limits"] = json!(limits);
            rule["beyond_limits"] = beyond;
            rule
        })
        .boxed()
}

/// A class of acts of one care type, and what is asked of it.
#[derive(Clone, Debug)]
struct Asked {
    care_type: &'static str,
    filter: Value,
    tariffs: Value,
    at_least: Value,
    at_most: Value,
    allowed: Value,
    charged_at_most: Value,
    at_most_percent: u64,
    below_percent: u64,
}

fn asked(care_type: &'static str, rules: Vec<Value>) -> impl Strategy<Value = Asked> {
    let ticket =
        || json!({ "components": [{ "kind": "ticket_moderateur", "percent": "100" }], "secu_share": "excluded" });
    // Often a rule of the coverage itself: then it holds, or nearly.
    let own = || select(rules.clone()).prop_map(without_limits);
    let at_least = prop_oneof![2 => Just(ticket()), 1 => simple(), 2 => own()];
    let at_most = prop_oneof![1 => simple(), 2 => own()];
    let filter = match care_type {
        "T2" => select(vec![json!({}), json!({ "min_age": 10 })]),
        _ => select(vec![json!({}), json!({ "reimbursed_by_secu": true })]),
    };
    let regulated = prop_oneof![2 => Just(Value::Null), 1 => euros()];
    let tariff = (
        euros(),
        select(vec!["60", "70", "65"]),
        regulated.clone(),
        regulated,
        select(vec![Value::Null, json!("plv")]),
    )
        .prop_map(|(brss, rate, plv, hlf, most)| {
            let most = if plv.is_null() { Value::Null } else { most };
            json!([{ "brss": brss, "rate_percent": rate, "plv": plv, "hlf": hlf, "charged_at_most": most }])
        });
    let tariffs = prop_oneof![2 => Just(json!([])), 1 => tariff];
    let charged_at_most =
        prop_oneof![6 => Just(Value::Null), 1 => Just(json!("plv")), 1 => Just(json!("hlf")), 1 => euros()];
    let allowed = prop_oneof![3 => Just(json!([])), 1 => limit(false).prop_map(|mut limit| {
        // One that a limit of the coverage may be, in form.
        limit.as_object_mut().expect("a limit").remove("key");
        limit["period"] = json!({ "kind": "rolling_months", "months": 24 });
        json!([limit])
    })];
    let percents = (0_u64..40, 0_u64..10);
    (at_least, at_most, (filter, tariffs, charged_at_most, allowed), percents).prop_map(
        move |(at_least, at_most, (filter, tariffs, charged_at_most, allowed), (at_most_percent, below))| Asked {
            care_type,
            filter,
            tariffs,
            at_least,
            at_most,
            allowed,
            charged_at_most,
            at_most_percent: at_most_percent * 10,
            below_percent: below * 10,
        },
    )
}

fn without_limits(mut rule: Value) -> Value {
    for component in rule["components"].as_array_mut().expect("components") {
        component.as_object_mut().expect("a component").remove("limits");
    }
    rule["limits"] = json!([]);
    rule["beyond_limits"] = Value::Null;
    rule
}

fn profile(asked: &[Asked]) -> Value {
    let title = json!({ "fr": "x", "en": "y" });
    let mut classes = serde_json::Map::new();
    let mut requirements = Vec::new();
    for asked in asked {
        let class = asked.care_type;
        classes.insert(
            class.to_owned(),
            json!({
                "selector": { "include_care_types": [class] }, "filter": asked.filter, "tariffs": asked.tariffs,
            }),
        );
        let mut add = |kind: &str, own: Value| {
            let mut requirement = json!({ "id": format!("{kind} {class}"), "article": "1", "title": title, "kind": kind, "class": class });
            let fields = requirement.as_object_mut().expect("an object");
            fields.extend(own.as_object().expect("an object").clone());
            requirements.push(requirement);
        };
        let most = &asked.charged_at_most;
        add("at_least", json!({ "rule": asked.at_least, "allowed_limits": asked.allowed, "charged_at_most": most }));
        add("at_most", json!({ "rule": asked.at_most, "charged_at_most": most }));
        add("covered", json!({}));
        if class == "T0" {
            let (at_most, below) = (asked.at_most_percent.to_string(), asked.below_percent.to_string());
            add(
                "surplus_gap",
                json!({
                    "fact": "is_optam_or_secteur_1", "at_most_brss_percent": at_most, "below_brss_percent": below,
                }),
            );
        }
    }
    json!({ "name": "random", "title": title, "published": "2026-01-01", "classes": classes, "requirements": requirements })
}
