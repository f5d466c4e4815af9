//! Random catalogues and coverages without errors. The names are few and near each other, and some have to be escaped in a
//! pointer or take two units in a text.

use care_coverage::{ActFact, CareTypeCatalog};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use super::damage::{items, mappings};
use super::judge;

/// A catalogue with its options, and a coverage for it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) data: Value,
    pub(crate) options: Value,
    pub(crate) coverage: Value,
}

impl World {
    pub(crate) fn catalog(&self) -> CareTypeCatalog {
        judge::catalog(&self.data, &self.options)
    }
}

type Documents = BoxedStrategy<Value>;
/// A field's value, or that it is left out.
type Field = BoxedStrategy<Option<Value>>;

const CARE_TYPES: [&str; 10] = ["CROWN", "CROWNS", "INLAY", "LENS", "LENS2", "ROOM", "a", "b/~", "é", "\u{1f48a}"];
const GROUPS: [&str; 6] = ["DENTAL", "MENTAL", "OPTICAL", "LENS", "A", "\u{1f9b7}~/"];
const SELECTOR_FIELDS: [&str; 4] =
    ["include_care_type_groups", "exclude_care_type_groups", "include_care_types", "exclude_care_types"];
const NAMES: [&str; 8] = [
    "DENTAL",
    "OPTICAL_2",
    "SOINS_DENTAIRES",
    "Soins dentaires",
    "soinsDentaires",
    "Œil & oreille",
    "\u{1f9b7}",
    "A/B~C",
];

/// Catalogues of 4 to 10 care types in 2 to 6 groups, of which one may have no members.
fn catalogs() -> Documents {
    (subsequence(CARE_TYPES.to_vec(), 4..=10), subsequence(GROUPS.to_vec(), 2..=6))
        .prop_flat_map(|(care_types, groups)| {
            let ids: Vec<usize> = (0..groups.len()).collect();
            let facts = prop_oneof![2 => Just(None), 1 => subsequence(ActFact::ALL.map(ActFact::name).to_vec(), 0..=ActFact::COUNT).prop_map(Some)];
            let rows = prop::collection::vec((subsequence(ids, 1..=2), facts), care_types.len());
            (Just(care_types), Just(groups), rows)
        })
        .prop_map(|(care_types, groups, rows)| {
            let groups = groups.iter().enumerate().map(|(id, code)| json!({ "id": id, "short_code": code }));
            let rows = care_types.iter().zip(rows).enumerate();
            let care_types = rows.map(|(id, (code, (groups, facts)))| {
                json!({ "id": id, "short_code": code, "care_type_group_ids": groups, "applicable_facts": facts })
            });
            json!({
                "care_type_groups": groups.collect::<Vec<_>>(),
                "internal_care_types": care_types.collect::<Vec<_>>(),
            })
        })
        .boxed()
}

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
fn condition(value: Documents) -> Field {
    proptest::option::weighted(0.3, prop_oneof![1 => Just(Value::Null), 9 => value]).boxed()
}

/// One to three of some values, each once, in any order.
fn some_of(values: &[&'static str]) -> Documents {
    let most = values.len().min(3);
    subsequence(values.to_vec(), 1..=most).prop_shuffle().prop_map(|values| json!(values)).boxed()
}

/// The short codes of a list of a catalogue.
pub(crate) fn codes(data: &Value, list: &str) -> Vec<String> {
    items(&data[list]).iter().filter_map(|entry| Some(entry["short_code"].as_str()?.to_owned())).collect()
}

fn selectors(data: &Value) -> Documents {
    let field = |name: &'static str| {
        let list = if name.ends_with("groups") { "care_type_groups" } else { "internal_care_types" };
        let codes = codes(data, list);
        let most = codes.len().min(3);
        let codes = subsequence(codes, 0..=most).prop_shuffle().prop_map(|codes| json!(codes)).boxed();
        let probability = if name.starts_with("include") { 0.8 } else { 0.3 };
        (name, proptest::option::weighted(probability, codes).boxed())
    };
    object(SELECTOR_FIELDS.map(field).to_vec())
}

fn filters() -> Documents {
    let flag = || select(vec![json!(false), json!(true)]).boxed();
    let low = select(vec![json!(0), json!(16), json!(18.0)]).boxed();
    let high = select(vec![json!(18), json!(65), json!(130)]).boxed();
    let mut fields = vec![("min_age", condition(low)), ("max_age", condition(high))];
    fields.extend(ActFact::ALL.map(|fact| {
        let value = match fact.condition() {
            _ if ActFact::BOOLEANS.contains(&fact) => flag(),
            "practitioner" => select(vec![json!("DENTIST"), json!("NURSE")]).boxed(),
            "glasses_lens_complexities" => some_of(&["SIMPLE", "COMPLEX", "VERY_COMPLEX"]),
            "allowed_treatment_modes" => some_of(&["03", "04", "02", "99"]),
            "allowed_natures_de_soins" => some_of(&["CHIRURGIE", "MEDECINE"]),
            other => panic!("which values may `{other}` have?"),
        };
        (fact.condition(), condition(value))
    }));
    object(fields)
}

/// Any object: it is kept as it is.
fn rules() -> Documents {
    let leaf = select(vec![json!(null), json!(0), json!(-1.5), json!(1e21), json!("\u{1f4b6} \"5\" \\ \n"), json!([])]);
    let names = ["percent", "a/b~c", "", "name", "é\u{1d11e}", "__proto__"];
    let tree = leaf.prop_recursive(2, 8, 3, move |inner| {
        let fields = prop::collection::vec((select(names.to_vec()), inner.clone()), 0..3);
        prop_oneof![prop::collection::vec(inner, 0..3).prop_map(Value::Array), fields.prop_map(object_of)]
    });
    prop::collection::vec((select(names.to_vec()), tree), 0..3).prop_map(object_of).boxed()
}

fn object_of(fields: Vec<(&'static str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

fn coverages(data: &Value) -> Documents {
    let mapping =
        (selectors(data), filters()).prop_map(|(selector, filter)| json!({ "selector": selector, "filter": filter }));
    let guarantee = (prop::collection::vec(mapping, 1..=3), rules());
    let name = select(vec!["CONFORT", "Santé \u{1f48a}"]);
    let version = select(vec![json!(1), json!(2.0), json!(9_007_199_254_740_991_i64)]);
    (name, version, subsequence(NAMES.to_vec(), 1..=4).prop_shuffle())
        .prop_flat_map(move |(name, version, names)| {
            (Just(name), Just(version), prop::collection::vec(guarantee.clone(), names.len()), Just(names))
        })
        .prop_map(|(name, version, guarantees, names)| {
            let guarantees = guarantees.into_iter().zip(names).map(|((mappings, rule), name)| {
                json!({ "name": name, "care_type_mappings": mappings, "coverage_rule": rule })
            });
            json!({ "name": name, "version": version, "guarantees": guarantees.collect::<Vec<_>>() })
        })
        .boxed()
}

/// A catalogue and a coverage without errors: a mapping that can never match, because its terms resolve to nothing or a
/// condition asks for what no selected care type has, becomes a plain one. Warnings remain.
pub(crate) fn worlds() -> BoxedStrategy<World> {
    let precedence = select(vec![json!({}), json!({ "selectorPrecedence": "types_over_groups" })]);
    (catalogs(), precedence)
        .prop_flat_map(|(data, options)| {
            let coverages = coverages(&data);
            (Just(data), Just(options), coverages)
        })
        .prop_map(|(data, options, mut coverage)| {
            let plain =
                json!({ "selector": { "include_care_types": [codes(&data, "internal_care_types")[0]] }, "filter": {} });
            let found = judge::without_analysis(&judge::catalog(&data, &options), &coverage);
            let at_fault =
                |mapping: &String| judge::errors(&found).any(|found| found.pointer.starts_with(&format!("{mapping}/")));
            for mapping in mappings(&coverage).into_iter().filter(at_fault) {
                *coverage.pointer_mut(&mapping).expect("a mapping") = plain.clone();
            }
            World { data, options, coverage }
        })
        .prop_filter("errors remain", |world| {
            judge::errors(&judge::without_analysis(&world.catalog(), &world.coverage)).next().is_none()
        })
        .boxed()
}
