//! Random rules, acts and coverages. All limits of a key are alike, so that every rule can be computed.

use care_coverage::{CareTypeCatalog, Coverage, Json};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::model::list;

/// A coverage whose guarantee `Gi` covers the acts of the care type `Ci` by the rule `i`, and acts.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) rules: Vec<Value>,
    pub(crate) acts: Vec<Value>,
    pub(crate) half_up: bool,
}

pub(crate) const RULES: usize = 3;
pub(crate) const KEYS: [&str; 6] = ["k0", "k1", "k2", "k3", "k4", "k5"];

impl World {
    pub(crate) fn options(&self) -> Json {
        json_of(&json!({ "secuRounding": if self.half_up { "half_up" } else { "down" } }))
    }

    /// For many acts, with the counters after each of them.
    pub(crate) fn options_with_counters(&self) -> Json {
        json_of(&json!({ "secuRounding": if self.half_up { "half_up" } else { "down" }, "counters": "each" }))
    }

    pub(crate) fn coverage(&self) -> Coverage {
        coverage(&self.rules)
    }

    /// The rules as another version of the coverage may have them: limits with a rolling period look back further.
    pub(crate) fn roll_longer(&mut self, more: u64) {
        for limit in self.rules.iter_mut().flat_map(limits_mut) {
            if let Some(months) = limit["period"]["months"].as_u64() {
                limit["period"]["months"] = json!(months + more);
            }
        }
    }
}

/// The limits of a rule and of its components.
pub(crate) fn limits(rule: &Value) -> impl Iterator<Item = &Value> {
    list(rule, "components").iter().chain([rule]).flat_map(|holder| list(holder, "limits"))
}

pub(crate) fn limits_mut(rule: &mut Value) -> Vec<&mut Value> {
    let (mut components, mut own) = (Vec::new(), Vec::new());
    for (name, value) in rule.as_object_mut().expect("a rule") {
        match name.as_str() {
            "components" => components.extend(value.as_array_mut().into_iter().flatten()),
            "limits" => own.extend(value.as_array_mut().into_iter().flatten()),
            _ => {}
        }
    }
    let of_components = components.into_iter().filter_map(|component| component.get_mut("limits")?.as_array_mut());
    of_components.flatten().chain(own).collect()
}

pub(crate) fn coverage(rules: &[Value]) -> Coverage {
    coverage_of_some(&rules.iter().map(Some).collect::<Vec<_>>())
}

/// The same, with care types that no guarantee covers.
pub(crate) fn coverage_of_some(rules: &[Option<&Value>]) -> Coverage {
    let care_types: Vec<Value> = (0..rules.len())
        .map(|index| json!({ "id": index, "short_code": format!("C{index}"), "care_type_group_ids": [1] }))
        .collect();
    let data = json!({ "care_type_groups": [{ "id": 1, "short_code": "ALL" }], "internal_care_types": care_types });
    let guarantees: Vec<Value> = rules
        .iter()
        .enumerate()
        .filter_map(|(index, rule)| {
            let rule = (*rule)?;
            let selector = json!({ "include_care_types": [format!("C{index}")] });
            let mappings = json!([{ "selector": selector, "filter": {} }]);
            Some(json!({ "name": format!("G{index}"), "care_type_mappings": mappings, "coverage_rule": rule }))
        })
        .collect();
    let catalog = CareTypeCatalog::new(&json_of(&data), None).expect("a catalogue");
    let payload = json!({ "name": "RANDOM", "version": 1, "guarantees": guarantees });
    catalog.compile_coverage(json_of(&payload)).expect("nothing in a rule stops a compilation")
}

pub(crate) fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

/// Worlds of as many acts; with rules beyond the limits, or without.
pub(crate) fn worlds(acts: usize, beyond: bool) -> impl Strategy<Value = World> {
    let limits: Vec<_> = KEYS.into_iter().map(limit).collect();
    limits
        .prop_flat_map(move |limits| {
            let rules = prop::collection::vec(rule(limits, beyond), RULES);
            (rules, prop::collection::vec(act(), acts), any::<bool>(), any::<bool>())
        })
        .prop_map(|(rules, mut acts, half_up, is_one_year)| {
            if is_one_year {
                acts.iter_mut().for_each(in_one_year);
            }
            World { rules, acts, half_up }
        })
}

/// An act of one person in one year, which lacks nothing that a limit needs: so counters fill up.
fn in_one_year(act: &mut Value) {
    let date = act["care_date"].as_str().unwrap_or("2025-06-15").to_owned();
    let day: u32 = date[8..].parse().expect("a day");
    act["care_date"] = json!(format!("2025-{}-{:02}", &date[5..7], day.min(28)));
    act["beneficiary"] = json!("anne");
    let others = [
        ("stay_id", json!("S1")),
        ("membership_start", json!("2020-07-14")),
        ("side", json!("left")),
        ("tooth", json!(11)),
    ];
    for (name, value) in others {
        if act.get(name).is_none() {
            act[name] = value;
        }
    }
}

/// An amount of money; often one that a person would write.
pub(crate) fn amount() -> impl Strategy<Value = Value> {
    let written = |units: u64| format!("{}.{:02}", units / 100, units % 100);
    prop_oneof![
        8 => (0_u64..150_000).prop_map(move |cents| json!(written(cents))),
        3 => (0_u64..2_000).prop_map(|euros| json!(euros)),
        1 => (0_u64..50_000_000).prop_map(|units| json!(format!("{}.{:04}", units / 10_000, units % 10_000))),
        1 => (0_u64..10_u64.pow(16)).prop_map(|units| json!(format!("{}.{:04}", units / 10_000, units % 10_000))),
        1 => Just(json!("0")),
    ]
}

pub(crate) fn percent() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0_u64..500).prop_map(|percent| json!(percent.to_string())),
        2 => (0_u64..50_000).prop_map(|units| json!(format!("{}.{:02}", units / 100, units % 100))),
        1 => (0_u64..500_000_000).prop_map(|units| json!(format!("{}.{:06}", units / 1_000_000, units % 1_000_000))),
        1 => (0_u64..10_u64.pow(18)).prop_map(|units| json!(format!("{}.{:06}", units / 1_000_000, units % 1_000_000))),
        1 => Just(json!(100)),
    ]
}

fn plain() -> impl Strategy<Value = Value> {
    let of = [
        "brss_percent",
        "ticket_moderateur",
        "actual_costs",
        "rss_percent",
        "reconstituted_brss_percent",
        "excess_over_brss",
    ];
    let per = || select(vec!["act", "session", "day", "box"]);
    prop_oneof![
        5 => (select(of.to_vec()), percent()).prop_map(|(kind, percent)| json!({ "kind": kind, "percent": percent })),
        2 => (amount(), per()).prop_map(|(amount, per)| json!({ "kind": "flat_amount", "amount": amount, "per": per })),
        1 => (percent(), per()).prop_map(|(percent, per)| json!({ "kind": "pmss_percent", "percent": percent, "per": per })),
    ]
}

/// A plain component, or a choice of options; now and then the same option twice.
fn component() -> impl Strategy<Value = Value> {
    let option = || prop::collection::vec(plain(), 1..3);
    let options = prop_oneof![
        6 => prop::collection::vec(option(), 2..4),
        1 => option().prop_map(|option| vec![option.clone(), option]),
    ];
    let choice = (select(vec!["greatest_of", "least_of"]), options);
    prop_oneof![
        5 => plain(),
        2 => choice.prop_map(|(kind, options)| json!({ "kind": kind, "options": options })),
    ]
}

fn limit(key: &'static str) -> impl Strategy<Value = Value> {
    let kinds = vec!["act", "stay", "civil_year", "membership_year", "rolling_months", "lifetime"];
    let period = (select(kinds), 1..40).prop_map(|(kind, months)| match kind {
        "rolling_months" => json!({ "kind": kind, "months": months }),
        _ => json!({ "kind": kind }),
    });
    let maximum = prop_oneof![
        3 => amount().prop_map(|amount| ("max_amount", amount)),
        1 => (0_u64..4_000).prop_map(|units| ("max_pmss_percent", json!(format!("{}.{:02}", units / 100, units % 100)))),
        1 => quantity().prop_map(|count| ("max_count", count)),
        1 => quantity().prop_map(|count| ("max_days", count)),
    ];
    let scope = select(vec!["beneficiary", "beneficiary", "family", "eye", "ear", "tooth"]);
    (period, maximum, scope).prop_map(move |(period, (maximum, value), scope)| {
        json!({ "key": key, "period": period, maximum: value, "scope": scope })
    })
}

pub(crate) fn quantity() -> impl Strategy<Value = Value> {
    prop_oneof![
        5 => (1_u64..12).prop_map(|count| json!(count)),
        1 => (1_u64..100_000).prop_map(|units| json!(format!("{}.{:04}", units / 10_000, units % 10_000))),
    ]
}

fn price_cap() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => Just(Value::Null),
        1 => Just(json!({ "kind": "plv" })),
        1 => Just(json!({ "kind": "hlf" })),
        1 => amount().prop_map(|amount| json!({ "kind": "amount", "amount": amount })),
    ]
}

fn rule(limits: Vec<Value>, beyond: bool) -> impl Strategy<Value = Value> {
    let base = || {
        let share = select(vec!["included", "excluded"]);
        (prop::collection::vec(component(), 1..4), share, price_cap())
    };
    // Each limit is the rule's own, or that of one of the components; only the rule's own say what they count.
    let counts = prop::collection::vec((select(vec!["complementary", "total"]), 0..6_usize), KEYS.len());
    let limits = (prop::sample::subsequence(limits, 0..5).prop_shuffle(), counts);
    let beyond = prop::option::weighted(0.5, base()).prop_map(move |rule| rule.filter(|_| beyond));
    let surcharge = select(vec![None, Some("left_to_member"), Some("covered")]);
    (base(), limits, beyond, surcharge).prop_map(
        |((mut components, secu_share, price_cap), (limits, counts), beyond, surcharge)| {
            let beyond = beyond.map(|(components, secu_share, price_cap)| {
                json!({ "components": components, "secu_share": secu_share, "price_cap": price_cap })
            });
            let mut own = Vec::new();
            for (mut limit, (counts, holder)) in limits.into_iter().zip(counts) {
                match components.get_mut(holder) {
                    Some(component) => {
                        let mut limits = list(component, "limits").to_vec();
                        limits.push(limit);
                        component["limits"] = json!(limits);
                    }
                    None => {
                        limit["counts"] = json!(counts);
                        own.push(limit);
                    }
                }
            }
            let mut rule = json!({
                "components": components, "secu_share": secu_share, "price_cap": price_cap, "limits": own,
                "beyond_limits": beyond,
            });
            if let Some(surcharge) = surcharge {
                rule["pathway_surcharge"] = json!(surcharge);
            }
            rule
        },
    )
}

/// Dates around the edges of years, and of the table of the PMSS.
fn date() -> impl Strategy<Value = Value> {
    let edges = vec!["2018-12-31", "2019-01-01", "2024-02-29", "2025-02-28", "2025-03-01", "2026-12-31", "2027-01-01"];
    prop_oneof![
        2 => select(edges).prop_map(|day| json!(day)),
        6 => (2019..=2026, 1..=12, 1..=28).prop_map(|(year, month, day)| json!(format!("{year}-{month:02}-{day:02}"))),
        1 => (1..=12_usize, 29..=31).prop_filter_map("a day that is there", |(month, day)| {
            let last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
            (day <= last).then(|| json!(format!("2025-{month:02}-{day:02}")))
        }),
    ]
}

pub(crate) fn act() -> impl Strategy<Value = Value> {
    let often = |strategy: BoxedStrategy<Value>| prop::option::weighted(0.85, strategy);
    let rate = prop_oneof![4 => select(vec![30, 60, 65, 70, 80, 100]).prop_map(|rate| json!(rate)), 1 => (0..=100_000_000_u64)
        .prop_map(|units| json!(format!("{}.{:06}", units / 1_000_000, units % 1_000_000)))];
    let secu = prop_oneof![
        8 => (often(amount().boxed()), often(rate.boxed())).prop_map(|(brss, rate)| vec![("brss", brss), ("secu_rate_percent", rate)]),
        2 => (0_u64..30_000, often(amount().boxed())).prop_map(|(cents, brss)| {
            vec![("secu_reimbursement", Some(json!(format!("{}.{:02}", cents / 100, cents % 100)))), ("brss", brss)]
        }),
        2 => (0_u64..30_000, often(amount().boxed())).prop_map(|(cents, brss)| {
            vec![("secu_paid", Some(json!(format!("{}.{:02}", cents / 100, cents % 100)))), ("brss", brss)]
        }),
        2 => Just(vec![]),
    ];
    // Mostly at least the rate that is paid; less contradicts it.
    let pathway = prop::option::weighted(0.3, select(vec!["30", "70", "80", "99.999999", "100", "100"]));
    let contributions = (prop::option::of(select(vec![1, 2, 24])), prop::option::of(select(vec!["1", "0.5"])));
    let prices =
        (often(amount().boxed()), often(amount().boxed()), prop::option::of(amount()), often(amount().boxed()));
    let who = (
        prop::option::weighted(0.9, select(vec!["anne", "bob"])),
        prop::option::weighted(0.9, select(vec!["S1", "S2"])),
        prop::option::weighted(0.9, select(vec!["2016-02-29", "2020-07-14", "2026-01-01"])),
        prop::option::weighted(0.9, select(vec!["left", "right"])),
        prop::option::weighted(0.9, select(vec![11, 16])),
    );
    let base = (0..RULES, amount(), prop::option::of(quantity()), prop::option::weighted(0.9, date()), pathway);
    (base, secu, contributions, prices, who).prop_map(
        |((rule, charged, quantity, date, pathway), secu, (flat, franchise), (plv, hlf, pmss, reconstituted), who)| {
            let (beneficiary, stay, membership, side, tooth) = who;
            let mut act = Map::new();
            let mut put = |name: &str, value: Option<Value>| {
                if let Some(value) = value {
                    act.insert(name.to_owned(), value);
                }
            };
            put("care_type", Some(json!(format!("C{rule}"))));
            put("charged", Some(charged));
            put("quantity", quantity);
            put("care_date", date);
            secu.into_iter().for_each(|(name, value)| put(name, value));
            put("pathway_rate_percent", pathway.map(|value| json!(value)));
            put("flat_contribution", flat.map(|value| json!(value)));
            put("franchise", franchise.map(|value| json!(value)));
            put("plv", plv);
            put("hlf", hlf);
            put("pmss", pmss);
            put("reconstituted_brss", reconstituted);
            put("beneficiary", beneficiary.map(|value| json!(value)));
            put("stay_id", stay.map(|value| json!(value)));
            put("membership_start", membership.map(|value| json!(value)));
            put("side", side.map(|value| json!(value)));
            put("tooth", tooth.map(|value| json!(value)));
            Value::Object(act)
        },
    )
}
