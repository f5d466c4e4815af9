//! Whatever is given, a call answers or refuses; and a refusal says where.

use care_coverage::explanation::FilterQuestion;
use care_coverage::{CareTypeCatalog, Diagnostic, Error, Json, Patch, Unusable, age_on, lens_complexity};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::engine::{self, json_of};
use super::law;
use super::patches::places;
use super::world::{World, worlds};

/// Field names and texts of the documents, and odd ones.
const WORDS: [&str; 24] = [
    "",
    " ",
    "A",
    "a1",
    "é",
    "a/b~c",
    "\u{0}\n",
    "name",
    "version",
    "guarantees",
    "care_type_mappings",
    "selector",
    "filter",
    "include_care_types",
    "min_age",
    "care_type",
    "teeth",
    "member_age",
    "id",
    "short_code",
    "care_type_group_ids",
    "internal_care_type_by_short_code",
    "2024-02-30",
    "2008-02-29",
];
/// Texts in place of values that JSON cannot say.
const UNUSABLE: [(&str, Unusable); 4] = [
    ("<threw>", Unusable::Threw),
    ("<lone surrogate>", Unusable::LoneSurrogate),
    ("<too deep>", Unusable::TooDeep),
    ("<long string>", Unusable::LongString),
];

/// Values of any shape, now and then deeper than a document may be.
fn anything() -> impl Strategy<Value = Value> {
    let numbers = select(vec![json!(0), json!(-1), json!(1.5), json!(131), json!(9e15), json!(1e300), json!(-0.0)]);
    let texts = prop_oneof![
        8 => select(WORDS.to_vec()).prop_map(|word| json!(word)),
        2 => select(UNUSABLE.to_vec()).prop_map(|(text, _)| json!(text)),
        1 => Just(json!("x".repeat(70))),
    ];
    let leaves =
        prop_oneof![1 => Just(Value::Null), 2 => any::<bool>().prop_map(Value::Bool), 3 => numbers, 6 => texts];
    let tree = leaves.prop_recursive(4, 24, 5, |inner| {
        let entries = prop::collection::vec((select(WORDS.to_vec()), inner.clone()), 0..5).prop_map(|entries| {
            let entries = entries.into_iter().map(|(name, value)| (name.to_owned(), value));
            Value::Object(entries.collect::<Map<_, _>>())
        });
        prop_oneof![prop::collection::vec(inner, 0..5).prop_map(Value::Array), entries]
    });
    let depths = prop_oneof![12 => Just(0_usize), 1 => 60_usize..70];
    (tree, depths).prop_map(|(tree, depth)| (0..depth).fold(tree, |inner, _| json!([inner])))
}

/// Where to put something odd: instead of what is there, or next to it under a name.
#[derive(Clone, Debug)]
struct Oddity {
    place: Index,
    name: Option<&'static str>,
    value: Value,
}

fn oddities() -> impl Strategy<Value = Vec<Oddity>> {
    let names = proptest::option::of(select(WORDS.to_vec()));
    let oddity = (any::<Index>(), names, anything()).prop_map(|(place, name, value)| Oddity { place, name, value });
    prop::collection::vec(oddity, 1..5)
}

/// The document with odd values in it.
fn with_oddities(document: &Value, oddities: &[Oddity]) -> Value {
    let mut odd = document.clone();
    for Oddity { place, name, value } in oddities {
        let pointer = place.get(&places(&odd)).clone();
        let spot = odd.pointer_mut(&pointer).expect("a place");
        match (spot, name) {
            (Value::Object(fields), Some(name)) => {
                fields.insert((*name).to_owned(), value.clone());
            }
            (Value::Array(entries), Some(_)) => entries.push(value.clone()),
            (other, _) => *other = value.clone(),
        }
    }
    odd
}

/// As JSON for the engine; the texts of [`UNUSABLE`] become these values.
fn odd_json(value: &Value) -> Json {
    fn unusable(json: Json) -> Json {
        match json {
            Json::Array(entries) => Json::Array(entries.into_iter().map(unusable).collect()),
            Json::Object(fields) => {
                Json::Object(fields.into_iter().map(|(name, value)| (name, unusable(value))).collect())
            }
            Json::String(text) => match UNUSABLE.into_iter().find(|(name, _)| *name == text) {
                Some((_, kind)) => Json::Unusable(kind),
                None => Json::String(text),
            },
            other => other,
        }
    }
    unusable(json_of(value))
}

/// No call panics, whatever it is given; every refusal has diagnostics, sorted, whose places are in the given document.
#[test]
fn a_refusal_says_where_and_nothing_panics() {
    law::holds(150, &(worlds(0.2), oddities(), anything()), |(world, oddities, any)| {
        let World { catalog, options, coverage, act } = &world;
        let mapping = &coverage["guarantees"][0]["care_type_mappings"][0];
        let lens = json!({ "sphere": -1.25, "cylinder": 0.5, "multifocal": true });
        // Arguments of one call are next to each other.
        let valid = [catalog, options, coverage, &mapping["selector"], &mapping["filter"], act, &lens];
        let odd: Vec<Value> = valid.iter().map(|document| with_oddities(document, &oddities)).chain([any]).collect();
        let known = engine::catalog(catalog, options);
        let compiled = engine::coverage(&known, coverage);
        for document in &odd {
            let json = odd_json(document);
            one_refusal(known.care_types_from_selector(&json).err(), document)?;
            one_refusal(known.explain_selector(&json).err(), document)?;
            one_refusal(compiled.care_types_of(&json).err(), document)?;
            one_refusal(compiled.guarantees_for(&json).err(), document)?;
            one_refusal(compiled.explain(&json).err(), document)?;
            one_refusal(lens_complexity(&json).err(), document)?;
            let found = known.validate_coverage(&json, None).expect("no options");
            diagnostics_are_sound(found.iter().collect(), document)?;
            one_refusal(known.validate_coverage(&Json::Null, Some(&json)).err(), document)?;
            match known.compile_coverage(json) {
                Err(error) => one_refusal(Some(error), document)?,
                // What compiles answers.
                Ok(compiled) => one_refusal(compiled.explain(&json_of(act)).err(), act)?,
            }
        }
        for (first, second) in odd.iter().zip(odd.iter().cycle().skip(1)) {
            let (one, two) = (odd_json(first), odd_json(second));
            let refused = CareTypeCatalog::new(&one, Some(&two)).err();
            two_refusals(refused, [("data", first), ("options", second)])?;
            two_refusals(FilterQuestion::new(&one, &two).err(), [("filter", first), ("act", second)])?;
            let refused = age_on(&one, &two).err();
            prop_assert!(refused.iter().flat_map(Error::diagnostics).all(|found| found.pointer.is_empty()));
        }
        Ok(())
    });
}

fn one_refusal(error: Option<Error>, document: &Value) -> Result<(), TestCaseError> {
    let Some(error) = error else { return Ok(()) };
    prop_assert!(!error.diagnostics().is_empty());
    diagnostics_are_sound(error.diagnostics().iter().collect(), document)
}

/// The refusal of a call with two documents: the message says which one each diagnostic is about.
fn two_refusals(error: Option<Error>, documents: [(&str, &Value); 2]) -> Result<(), TestCaseError> {
    let Some(error) = error else { return Ok(()) };
    let mut reported = 0;
    for (name, document) in documents {
        let is_about = |found: &&Diagnostic| found.message.starts_with(&format!("{name}: "));
        let about: Vec<&Diagnostic> = error.diagnostics().iter().filter(is_about).collect();
        reported += about.len();
        diagnostics_are_sound(about, document)?;
    }
    prop_assert!(reported > 0 && reported == error.diagnostics().len(), "{error:?}");
    Ok(())
}

/// Sorted, on one line each, and every place is in the document.
fn diagnostics_are_sound(diagnostics: Vec<&Diagnostic>, document: &Value) -> Result<(), TestCaseError> {
    for found in &diagnostics {
        let fixed = found.fix.iter().flatten().map(|patch| match patch {
            Patch::Remove { path } | Patch::Replace { path, .. } => path,
            Patch::Move { from, .. } => from,
            // Of what is added, the object is there.
            Patch::Add { .. } => &found.pointer,
            patch => panic!("a patch that no fix has: {patch:?}"),
        });
        let related = found.related.iter().map(|related| &related.pointer);
        for place in std::iter::once(&found.pointer).chain(related).chain(fixed) {
            prop_assert!(document.pointer(place).is_some(), "`{}` of {:?} is nowhere in {}", place, found, document);
        }
        prop_assert!(!found.message.chars().any(char::is_control), "{:?}", found);
    }
    prop_assert!(diagnostics.is_sorted_by_key(|found| order(found)), "{:?}", diagnostics);
    Ok(())
}

/// By pointer, then code, then first related pointer.
fn order(found: &Diagnostic) -> impl PartialOrd {
    let related = found.related.first().map(|related| segments(&related.pointer));
    (segments(&found.pointer), found.code.as_str(), related)
}

/// The segments of a pointer; indices come first, as numbers.
fn segments(pointer: &str) -> Vec<(bool, Option<u64>, &str)> {
    let segments = pointer.split('/');
    segments.map(|segment| segment.parse().ok()).zip(pointer.split('/')).map(|(n, s)| (n.is_none(), n, s)).collect()
}
