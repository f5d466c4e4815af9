//! Small catalogues and coverages, of the alphabets of `tests/laws/analysis/small.rs`: so small that every act can be tried.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value, json};

use super::super::model::{self, FACTS, items};
use super::super::small::{AGES, Pair, Small, known_in, values_of};
use super::choices::{Choices, list};

/// A world of one coverage.
#[derive(Clone, Debug)]
pub struct One(pub Small);

/// A coverage and what may replace it: after edits, or of another catalogue.
#[derive(Clone, Debug)]
pub struct Two(pub Pair);

pub type Facts = Vec<(&'static str, &'static str)>;

impl<'a> Arbitrary<'a> for One {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let (catalog, options, facts) = (catalog(bytes), options(bytes), asked(bytes));
        let coverage = coverage(bytes, &catalog, &facts);
        Ok(One(Small { catalog, options, coverage }))
    }
}

impl<'a> Arbitrary<'a> for Two {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let (catalog, options, facts) = (catalog(bytes), options(bytes), asked(bytes));
        let before = Small { coverage: coverage(bytes, &catalog, &facts), catalog, options };
        let mut after = before.clone();
        match bytes.weighted(&[4, 1, 1]) {
            0 => {}
            1 => {
                (after.catalog, after.options) = (self::catalog(bytes), self::options(bytes));
                after.coverage = known_in(&after.catalog, &before.coverage);
            }
            _ => {
                (after.catalog, after.options) = (self::catalog(bytes), self::options(bytes));
                after.coverage = coverage(bytes, &after.catalog, &facts);
            }
        }
        for _ in 0..bytes.number(0, 3) {
            edit(bytes, &mut after, &facts);
        }
        Ok(Two(Pair { before, after }))
    }
}

/// The facts that filters ask for.
pub fn asked(bytes: &mut Unstructured<'_>) -> Facts {
    let mut facts: Facts = (0..bytes.number(1, 3)).map(|_| *bytes.of(&FACTS)).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

pub fn catalog(bytes: &mut Unstructured<'_>) -> Value {
    let mut types = ["A", "B", "C", "D", "é"].to_vec();
    for _ in 0..bytes.number(1, 3) {
        types.remove(bytes.position(types.len()));
    }
    types = bytes.shuffled(types);
    let mut care_types = Vec::new();
    for (id, code) in (10..).zip(types) {
        let groups = bytes.of(&[&[1, 2][..], &[1], &[2]]).to_vec();
        let mut entry = json!({ "id": id, "short_code": code, "care_type_group_ids": groups });
        if bytes.chance(8) {
            entry["applicable_facts"] = json!(bytes.some(&FACTS.map(|(fact, _)| fact), 10));
        }
        care_types.push(entry);
    }
    json!({
        "care_type_groups": [{ "id": 1, "short_code": "A" }, { "id": 2, "short_code": "G" }],
        "internal_care_types": care_types,
    })
}

pub fn options(bytes: &mut Unstructured<'_>) -> Value {
    match bytes.weighted(&[4, 1, 1]) {
        0 => json!({}),
        1 => json!({ "selectorPrecedence": "types_over_groups" }),
        _ => {
            json!({ "knownValues": { "practitioners": ["AAA", "ZZZ"], "naturesDeSoins": ["A"], "treatmentModes": ["AA"] } })
        }
    }
}

pub fn selector(bytes: &mut Unstructured<'_>, catalog: &Value) -> Value {
    let mut fields = Map::new();
    for (field, of, sixteenths) in [
        ("include_care_type_groups", "care_type_groups", 12),
        ("exclude_care_type_groups", "care_type_groups", 3),
        ("include_care_types", "internal_care_types", 8),
        ("exclude_care_types", "internal_care_types", 6),
    ] {
        let codes: Vec<String> = items(&catalog[of]).iter().map(model::short_code).collect();
        if bytes.chance(sixteenths) {
            fields.insert(field.to_owned(), json!(list(bytes, 3, |bytes| bytes.of(&codes).clone())));
        }
    }
    Value::Object(fields)
}

/// A condition's value.
fn expected(bytes: &mut Unstructured<'_>, fact: &str, condition: &str) -> Value {
    if condition.starts_with("is_") || condition == "reimbursed_by_secu" {
        return json!(bytes.chance(8));
    }
    let texts = values_of(fact);
    let text = |bytes: &mut Unstructured<'_>| match bytes.number(0, 39) {
        38 => json!(""),
        39 => json!("x".repeat(65)),
        _ => json!(bytes.of(&texts)),
    };
    if condition == "practitioner" { text(bytes) } else { Value::Array(list(bytes, 3, text)) }
}

pub fn filter(bytes: &mut Unstructured<'_>, facts: &Facts) -> Value {
    let mut age = |_: ()| bytes.chance(6).then(|| json!(bytes.of(&AGES)));
    let mut fields = vec![("min_age", age(())), ("max_age", age(()))];
    for (fact, condition) in facts {
        fields.push((condition, bytes.chance(8).then(|| expected(bytes, fact, condition))));
    }
    bytes.object(fields)
}

fn mapping(bytes: &mut Unstructured<'_>, catalog: &Value, facts: &Facts) -> Value {
    json!({ "selector": selector(bytes, catalog), "filter": filter(bytes, facts) })
}

fn coverage(bytes: &mut Unstructured<'_>, catalog: &Value, facts: &Facts) -> Value {
    let names = ["DENTAL", "DENTAL_PLUS", "BASIC", "OPTICAL"];
    let count = bytes.position(names.len()) + 1;
    let guarantees = names.iter().take(count).map(|name| {
        let mut mappings: Vec<Value> = (0..bytes.number(1, 5)).map(|_| mapping(bytes, catalog, facts)).collect();
        // The same once more, or with another selector: regions that touch, and mappings that others cover.
        if bytes.chance(4) {
            let mut again = bytes.of(&mappings).clone();
            if bytes.chance(8) {
                again["selector"] = selector(bytes, catalog);
            }
            mappings.push(again);
        }
        json!({ "name": name, "care_type_mappings": mappings, "coverage_rule": {} })
    });
    let guarantees: Vec<Value> = guarantees.collect();
    json!({ "name": "PLAN", "version": 1, "guarantees": bytes.shuffled(guarantees) })
}

fn edit(bytes: &mut Unstructured<'_>, world: &mut Small, facts: &Facts) {
    let Small { catalog, coverage, .. } = world;
    let guarantees = coverage["guarantees"].as_array_mut().expect("guarantees");
    if guarantees.is_empty() {
        return;
    }
    let at = bytes.position(guarantees.len());
    let guarantee = &mut guarantees[at];
    let mappings = guarantee["care_type_mappings"].as_array_mut().expect("mappings");
    let place = (!mappings.is_empty()).then(|| bytes.position(mappings.len()));
    match (bytes.number(0, 7), place) {
        (0, Some(place)) => mappings[place]["filter"] = filter(bytes, facts),
        (1, Some(place)) => mappings[place]["selector"] = selector(bytes, catalog),
        (2, Some(place)) => {
            mappings.remove(place);
        }
        (3, Some(place)) => {
            let moved = mappings.remove(place);
            let to = bytes.position(guarantees.len());
            guarantees[to]["care_type_mappings"].as_array_mut().expect("mappings").push(moved);
        }
        (4, _) => {
            guarantee["name"] = json!(format!("NEW_{}", guarantee["name"].as_str().expect("a name")));
        }
        (5, _) => {
            guarantees.remove(at);
        }
        (6, _) => guarantees.rotate_left(1),
        _ => mappings.push(mapping(bytes, catalog, facts)),
    }
}
