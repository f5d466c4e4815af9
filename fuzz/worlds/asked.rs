//! Coverages with few or many mappings, and acts that say some of their facts, all of them or wrong ones.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use super::super::model::{FACTS, items, short_code};
use super::super::small::{AGES, values_of};
use super::choices::{Choices, list};
use super::small::{Facts, asked, catalog, filter, options, selector};

#[derive(Clone, Debug)]
pub struct Asked {
    pub catalog: Value,
    pub options: Value,
    pub coverage: Value,
    pub acts: Vec<Value>,
}

impl<'a> Arbitrary<'a> for Asked {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let (catalog, mut options) = (catalog(bytes), options(bytes));
        if bytes.chance(6) {
            options["nonConventionedEstablishments"] = json!(bytes.some(&["E1", "E2"], 8));
        }
        if bytes.chance(4) {
            options["visibleTeeth"] = json!(bytes.some(&[11, 16, 36], 8));
        }
        let mut facts = asked(bytes);
        // Many facts make many kinds of decisions.
        if bytes.chance(6) {
            facts = bytes.some(&FACTS, 12);
        }
        let coverage = coverage(bytes, &catalog, &facts);
        let acts = list(bytes, 12, |bytes| act(bytes, &catalog, &facts));
        Ok(Asked { catalog, options, coverage, acts })
    }
}

/// One guarantee or several, of a few mappings each; or so many that they need more than a word of bits.
fn coverage(bytes: &mut Unstructured<'_>, catalog: &Value, facts: &Facts) -> Value {
    let few: Vec<Value> = (0..bytes.number(1, 6))
        .map(|_| json!({ "selector": selector(bytes, catalog), "filter": filter(bytes, facts) }))
        .collect();
    let many = if bytes.chance(4) { usize::try_from(bytes.number(60, 140)).expect("few") } else { 0 };
    let count = few.len().max(many);
    let share = bytes.position(few.len()) + 1;
    let guarantees: Vec<Value> = (0..count)
        .map(|place| few[(place * share + place / few.len()) % few.len()].clone())
        .collect::<Vec<_>>()
        .chunks(if many > 0 { 20 } else { share })
        .enumerate()
        .map(|(place, mappings)| json!({ "name": format!("G{place}"), "care_type_mappings": mappings, "coverage_rule": {} }))
        .collect();
    json!({ "name": "PLAN", "version": 1, "guarantees": guarantees })
}

fn act(bytes: &mut Unstructured<'_>, catalog: &Value, facts: &Facts) -> Value {
    let mut codes: Vec<String> = items(&catalog["internal_care_types"]).iter().map(short_code).collect();
    codes.push("not in the catalogue".to_owned());
    let care_type = json!(bytes.of(&codes));
    // Most acts say everything that filters ask for, but for a fact or none.
    let said = *bytes.of(&[16, 15, 15, 8]);
    let mut fields =
        vec![("care_type", Some(care_type)), ("member_age", bytes.chance(said).then(|| json!(bytes.of(&AGES))))];
    for (fact, condition) in FACTS {
        let is_asked = facts.iter().any(|(asked, _)| *asked == fact);
        if !bytes.chance(if is_asked { said } else { 3 }) {
            continue;
        }
        let is_flag = fact == condition && fact != "practitioner";
        let value = match (bytes.chance(1), is_flag) {
            (true, _) => Value::Null,
            (false, true) => json!(bytes.chance(8)),
            (false, false) if bytes.chance(2) => json!("unmentioned"),
            (false, false) => json!(bytes.of(&values_of(fact))),
        };
        fields.push((fact, Some(value)));
    }
    if bytes.chance(3) {
        fields.push(("teeth", Some(json!(bytes.some(&[11, 16, 36, 85], 5)))));
    }
    if bytes.chance(3) {
        fields.push(("establishment", Some(json!(bytes.of(&["E1", "E2", "e1"])))));
    }
    if bytes.chance(3) {
        fields.push(("member_birth_date", Some(json!(bytes.of(&["2008-02-29", "1960-12-31", "2030-01-01"])))));
        fields.push(("care_date", Some(json!(bytes.of(&["2026-02-28", "2026-03-01", "1990-01-01"])))));
    }
    bytes.object(fields)
}
