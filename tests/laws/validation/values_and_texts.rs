//! Validation of values and of texts says the same.

use care_coverage::{CareTypeCatalog, Diagnostic, Json};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge;
use super::law;
use super::printer::{Style, print, styles};

/// Values of any shape, with names and texts of the documents.
fn anything() -> impl Strategy<Value = Value> {
    let words =
        ["", "name", "guarantees", "selector", "filter", "min_age", "include_care_types", "LENS", "a/b~c", "\u{1f48a}"];
    let numbers = [json!(0), json!(-1), json!(131), json!(0.5), json!(1e300), json!(-0.0), json!(1_u64 << 60)];
    let leaves = prop_oneof![
        select(vec![json!(null), json!(true), json!(false)]),
        select(numbers.to_vec()),
        select(words.to_vec()).prop_map(|word| json!(word)),
    ];
    let tree = leaves.prop_recursive(4, 24, 5, move |inner| {
        let fields = prop::collection::vec((select(words.to_vec()), inner.clone()), 0..5);
        let object =
            fields.prop_map(|fields| Value::Object(fields.into_iter().map(|(name, v)| (name.to_owned(), v)).collect()));
        prop_oneof![prop::collection::vec(inner, 0..5).prop_map(Value::Array), object]
    });
    let depths = prop_oneof![12 => Just(0_usize), 1 => 60_usize..70];
    (tree, depths).prop_map(|(tree, depth)| (0..depth).fold(tree, |inner, _| json!([inner])))
}

fn values_and_texts_agree(catalog: &CareTypeCatalog, document: &Value, style: &Style) -> Result<(), TestCaseError> {
    let text = print(document, style).text;
    let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("the text is JSON");
    let expected = catalog.validate_coverage(&json, None).expect("there are no options");
    let found = judge::text(catalog, &text);
    for found in &found {
        let places = (found.range, found.mark, &found.edits);
        prop_assert!(matches!(places, (Some(_), Some(_), Some(_))), "{:?} has no places", found);
    }
    let found: Vec<Diagnostic> = found.into_iter().map(judge::unplaced).collect();
    prop_assert_eq!(found, expected, "{}", text);
    Ok(())
}

/// What is said of a text is what is said of its values, word for word, and a range: whatever the white
/// space, the escapes, the order of fields and the form of numbers. The payload may be damaged,
#[test]
fn a_text_says_what_its_values_say() {
    law::holds(200, &(worlds(), damages(), styles()), |(world, damages, style)| {
        values_and_texts_agree(&world.catalog(), &Damaged::new(&world, &damages).payload, &style)
    });
}

/// or of any shape, also within a payload.
#[test]
fn a_text_of_any_shape_says_what_its_values_say() {
    law::holds(200, &(worlds(), anything(), styles(), 0_usize..4), |(world, any, style, depth)| {
        let pointers =
            ["", "/guarantees", "/guarantees/0/care_type_mappings/0/selector", "/guarantees/0/coverage_rule"];
        let mut document = world.coverage.clone();
        *document.pointer_mut(pointers[depth]).expect("a place") = any;
        values_and_texts_agree(&world.catalog(), &document, &style)
    });
}
