//! Random catalogues, selectors, filters, coverages and acts, from alphabets so small that things meet often.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::model::{self, FACTS, items};

/// A catalogue with its options, a coverage and an act.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) catalog: Value,
    pub(crate) options: Value,
    pub(crate) coverage: Value,
    pub(crate) act: Value,
}

/// The lists of a selector.
const SELECTOR_FIELDS: [&str; 4] =
    ["include_care_type_groups", "exclude_care_type_groups", "include_care_types", "exclude_care_types"];
/// Ages at which something changes.
const AGES: [u8; 9] = [0, 1, 17, 18, 19, 64, 65, 129, 130];
const BIRTH_DATES: [&str; 6] = ["2008-02-29", "2007-03-01", "1960-12-31", "2025-06-15", "1895-01-01", "0001-01-01"];
const CARE_DATES: [&str; 6] = ["2026-02-28", "2026-03-01", "2025-06-15", "2024-02-29", "1990-01-01", "9999-12-31"];
const TEETH: [u8; 10] = [11, 15, 16, 24, 25, 38, 48, 53, 54, 85];
const ESTABLISHMENTS: [&str; 3] = ["E1", "E2", "e1"];

/// The values of a string fact; each list has a known one, one of the wrong case and one that no list knows.
pub(crate) fn texts(fact: &str) -> [&'static str; 4] {
    match fact {
        "practitioner" => ["DENTIST", "NURSE", "dentist", "Zahnärztin"],
        "glasses_lens_complexity" => ["SIMPLE", "COMPLEX", "simple", "—"],
        "treatment_mode" => ["03", "04", "3", "99x"],
        "nature_de_soins" => ["CHIRURGIE", "MEDECINE", "chirurgie", "other"],
        other => panic!("`{other}` is no text"),
    }
}

/// A random document or part of one.
pub(crate) type Documents = BoxedStrategy<Value>;
/// A field's value, or that it is left out.
type Field = BoxedStrategy<Option<Value>>;

/// An object whose fields are each left out or there.
fn object(fields: Vec<(&'static str, Field)>) -> Documents {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    values
        .prop_map(move |values| {
            let present = names.iter().zip(values).filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
            Value::Object(present.collect())
        })
        .boxed()
}

/// There with a probability, and then sometimes `null`.
fn nullable(probability: f64, value: Documents) -> Field {
    proptest::option::weighted(probability, prop_oneof![1 => Just(Value::Null), 9 => value]).boxed()
}

fn one_of<T: Clone + std::fmt::Debug + serde::Serialize + 'static>(values: impl Into<Vec<T>>) -> Documents {
    select(values.into()).prop_map(|value| json!(value)).boxed()
}

fn list(of: Documents, most: usize) -> Documents {
    prop::collection::vec(of, 0..=most).prop_map(Value::Array).boxed()
}

/// Integers, some of them written as `18.0`.
fn ages() -> Documents {
    let written_as_fraction = select(AGES.to_vec()).prop_map(|age| json!(f64::from(age)));
    prop_oneof![9 => one_of(AGES), 1 => written_as_fraction].boxed()
}

/// Short codes that sort differently by code point, by case and by length, and that pointers have to escape.
fn codes() -> Vec<String> {
    let starts = ["A", "Z", "a", "_", "/", "~", "é", "\u{fb01}", "\u{1d11e}"];
    starts.iter().flat_map(|start| ["", "1", "10", "2", "/~1"].map(|end| format!("{start}{end}"))).collect()
}

/// A catalogue in the form of lists: 5 to 40 care types, 2 to 8 overlapping groups, the same codes in both namespaces.
pub(crate) fn catalogs() -> Documents {
    let types = subsequence(codes(), 5..=40).prop_shuffle();
    let groups = subsequence(codes(), 2..=8).prop_shuffle();
    (types, groups)
        .prop_flat_map(|(types, groups)| {
            let names = FACTS.map(|(fact, _)| fact).to_vec();
            let facts = subsequence(names, 0..=FACTS.len()).prop_map(|facts| Some(json!(facts)));
            let applicable = prop_oneof![3 => Just(None), 1 => Just(Some(Value::Null)), 4 => facts];
            let memberships = prop::collection::vec(select(ids(&groups)), 1..=3);
            let rows = prop::collection::vec((memberships, applicable), types.len());
            (Just(types), Just(groups), rows)
        })
        .prop_map(|(types, groups, rows)| {
            let group_ids = ids(&groups);
            let groups = groups.iter().zip(&group_ids).map(|(code, id)| json!({ "id": id, "short_code": code }));
            let care_types = ids(&types).into_iter().zip(&types).zip(rows).map(|((id, code), (memberships, facts))| {
                let mut entry = json!({ "id": id, "short_code": code, "care_type_group_ids": memberships });
                if let Some(facts) = facts {
                    entry["applicable_facts"] = facts;
                    entry["label"] = json!(format!("label of {code}"));
                }
                entry
            });
            json!({
                "care_type_groups": groups.collect::<Vec<_>>(),
                "internal_care_types": care_types.collect::<Vec<_>>(),
            })
        })
        .boxed()
}

/// Ids that ascend neither with the codes nor with the positions.
fn ids(codes: &[String]) -> Vec<i64> {
    (0_i64..).zip(codes).map(|(place, _)| if place == 3 { (1 << 53) - 1 } else { place * 37 % 101 - 50 }).collect()
}

pub(crate) fn options() -> Documents {
    let teeth = prop_oneof![
        one_of(["through_second_premolar", "through_first_premolar"]),
        list(one_of(TEETH), 4), // A listed tooth may be a molar.
    ];
    object(vec![
        ("selectorPrecedence", proptest::option::of(one_of(["exclude_wins", "types_over_groups"])).boxed()),
        ("visibleTeeth", proptest::option::of(teeth).boxed()),
        ("nonConventionedEstablishments", proptest::option::of(list(one_of(ESTABLISHMENTS), 2)).boxed()),
    ])
}

/// Selectors over the codes of a catalogue, with repeated ones.
pub(crate) fn selectors(catalog: &Value) -> Documents {
    let codes = |list: &str| one_of(items(&catalog[list]).iter().map(model::short_code).collect::<Vec<_>>());
    object(
        SELECTOR_FIELDS
            .map(|field| {
                let of_groups = field.ends_with("groups");
                let codes = codes(if of_groups { "care_type_groups" } else { "internal_care_types" });
                let (most, probability) = match (of_groups, field.starts_with("include")) {
                    (true, true) => (3, 0.9),
                    (true, false) => (2, 0.3),
                    (false, _) => (5, 0.5),
                };
                (field, proptest::option::weighted(probability, list(codes, most)).boxed())
            })
            .to_vec(),
    )
}

/// Filters that state each condition with a probability; odd ones among them: empty lists, reversed ages, texts that no
/// act can have.
pub(crate) fn filters(probability: f64) -> Documents {
    let mut fields = vec![("min_age", nullable(probability, ages())), ("max_age", nullable(probability, ages()))];
    fields.extend(FACTS.map(|(fact, condition)| {
        let impossible = select(vec![String::new(), "x".repeat(65)]).prop_map(|text| json!(text));
        let expected = match condition {
            _ if condition.starts_with("is_") || condition == "reimbursed_by_secu" => one_of([false, true]),
            "practitioner" => prop_oneof![12 => one_of(texts(fact)), 1 => impossible].boxed(),
            _ => list(prop_oneof![12 => one_of(texts(fact)), 1 => impossible].boxed(), 3),
        };
        (condition, nullable(probability, expected))
    }));
    object(fields)
}

/// The facts of an act, each left out, `null` or given. One in four may contradict itself.
pub(crate) fn act_facts(options: &Value) -> Documents {
    let mut fields = vec![
        ("care_date", nullable(0.6, one_of(CARE_DATES))),
        ("member_birth_date", nullable(0.5, one_of(BIRTH_DATES))),
        ("member_age", nullable(0.5, ages())),
        ("teeth", nullable(0.4, list(one_of(TEETH), 3))),
        ("establishment", nullable(0.4, one_of(ESTABLISHMENTS))),
    ];
    fields.extend(FACTS.map(|(fact, condition)| {
        let is_flag = fact == condition && fact != "practitioner";
        (fact, nullable(0.65, if is_flag { one_of([false, true]) } else { one_of(texts(fact)) }))
    }));
    let options = options.clone();
    (object(fields), prop::bool::weighted(0.75))
        .prop_map(move |(act, consistent)| if consistent { without_contradictions(act, &options) } else { act })
        .boxed()
}

/// The act without what it says against itself. A stated fact that is blamed becomes what the others say.
fn without_contradictions(mut act: Value, options: &Value) -> Value {
    while let Err(wrong) = model::facts(&act, options) {
        for (pointer, _) in wrong {
            let field = pointer.trim_start_matches('/');
            let mut others = act.clone();
            remove(&mut others, field);
            remove(&mut act, field);
            if let Some(derived) = model::facts(&others, options).ok().and_then(|mut facts| facts.remove(field)) {
                act[field] = derived;
            }
        }
    }
    act
}

fn remove(object: &mut Value, field: &str) {
    object.as_object_mut().expect("an object").remove(field);
}

/// Acts of a catalogue's care types, now and then of one that it does not have.
pub(crate) fn acts(catalog: &Value, options: &Value) -> Documents {
    let known = items(&catalog["internal_care_types"]).iter().map(model::short_code).collect::<Vec<_>>();
    let care_types = prop_oneof![19 => one_of(known), 1 => Just(json!("not in the catalogue"))];
    (care_types, act_facts(options))
        .prop_map(|(care_type, mut act)| {
            act["care_type"] = care_type;
            act
        })
        .boxed()
}

/// Coverages of 2 to 8 guarantees with 1 to 4 mappings each.
pub(crate) fn coverages(catalog: &Value, probability: f64) -> Documents {
    let mapping = (selectors(catalog), filters(probability))
        .prop_map(|(selector, filter)| json!({ "selector": selector, "filter": filter }));
    let guarantees = prop::collection::vec(prop::collection::vec(mapping, 1..=4), 2..=8);
    (guarantees, 1_u32..4)
        .prop_map(|(guarantees, version)| {
            let guarantee = |(place, mappings)| {
                let name = format!("GUARANTEE_{}", 9_usize.saturating_sub(place));
                json!({ "name": name, "care_type_mappings": mappings, "coverage_rule": {} })
            };
            let guarantees: Vec<Value> = guarantees.into_iter().enumerate().map(guarantee).collect();
            json!({ "name": "PLAN", "version": version, "guarantees": guarantees })
        })
        .boxed()
}

/// Everything, with filters that state each condition with a probability.
pub(crate) fn worlds(probability: f64) -> BoxedStrategy<World> {
    (catalogs(), options())
        .prop_flat_map(move |(catalog, options)| {
            let (coverages, acts) = (coverages(&catalog, probability), acts(&catalog, &options));
            (Just(catalog), Just(options), coverages, acts)
        })
        .prop_map(|(catalog, options, coverage, act)| World { catalog, options, coverage, act })
        .boxed()
}
