//! Where a diagnostic is: pointers in the document, ranges in the text.

use care_coverage::{Diagnostic, Patch};
use proptest::prelude::*;
use serde_json::Value;

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge;
use super::law;
use super::printer::{print, repeating_styles};

/// Line and column, counted unit by unit; a line ends at LF, CRLF or a lone CR.
pub(crate) fn line_and_column(units: &[u16], offset: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for (index, unit) in units.iter().enumerate().take(offset) {
        let ends = *unit == 0x0a || (*unit == 0x0d && units.get(index + 1) != Some(&0x0a));
        (line, column) = if ends { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// Every place that a diagnostic names, but for those that a fix makes.
fn named(found: &Diagnostic) -> impl Iterator<Item = &String> {
    let fixed = found.fix.iter().flatten().map(|patch| match patch {
        Patch::Remove { path } | Patch::Replace { path, .. } => path,
        Patch::Move { from, .. } => from,
        // Of what is added, the object is there.
        Patch::Add { .. } => &found.pointer,
        patch => panic!("a patch that no fix has: {patch:?}"),
    });
    std::iter::once(&found.pointer).chain(found.related.iter().map(|related| &related.pointer)).chain(fixed)
}

/// Every pointer is one of the document. Every range is that of the value as the printer wrote it: the text there is the
/// value at the pointer; of an unknown field and a key that occurs twice it is the key's, of a missing field the object's.
/// Lines and columns are those of a count. Of a key that occurs twice the last value counts, and all else is judged as
/// without the first, but that gaps are not said then.
#[test]
fn pointers_and_ranges_are_those_of_the_document() {
    law::holds(150, &(worlds(), damages(), repeating_styles()), |(world, damages, style)| {
        let catalog = world.catalog();
        let document = Damaged::new(&world, &damages).payload;
        let printed = print(&document, &style);
        let units: Vec<u16> = printed.text.encode_utf16().collect();
        let mut repeated = printed.repeated.clone();
        let mut others = Vec::new();
        for found in judge::units(&catalog, &units) {
            for pointer in named(&found) {
                prop_assert!(printed.values.contains_key(pointer), "`{}` of {:?}", pointer, found);
                prop_assert!(document.pointer(pointer).is_some(), "`{}` of {:?}", pointer, found);
            }
            let range = found.range.expect("a diagnostic of a text has a range");
            let is_of_key = ["unknown_field", "duplicate_key"].contains(&found.code.as_str());
            let places = if is_of_key { &printed.keys } else { &printed.values };
            prop_assert_eq!((range.start, range.end), places[&found.pointer], "{:?}", found);
            prop_assert_eq!((range.line, range.column), line_and_column(&units, range.start), "{:?}", found);
            let there = String::from_utf16(&units[range.start..range.end]).expect("whole characters");
            let there: Value = serde_json::from_str(&there).expect("a value");
            let (_, name) = found.pointer.rsplit_once('/').unwrap_or_default();
            let name = Value::String(name.replace("~1", "/").replace("~0", "~"));
            let meant = if is_of_key { &name } else { document.pointer(&found.pointer).expect("a value") };
            prop_assert!(equal(&there, meant), "{} for {:?}", there, found);
            if found.code.as_str() == "duplicate_key" {
                let place = repeated.iter().position(|pointer| *pointer == found.pointer);
                repeated.swap_remove(place.expect("a key that occurs twice"));
            } else {
                others.push(judge::unplaced(found));
            }
        }
        prop_assert_eq!(repeated, Vec::<String>::new());
        let mut values = judge::values(&catalog, &document);
        if !printed.repeated.is_empty() {
            // A key that occurs twice leaves the meaning undefined: then gaps are not reported.
            values.retain(|found| found.code.as_str() != "gap");
        }
        prop_assert_eq!(others, values);
        Ok(())
    });
}

/// Equality as JSON: `1` is `1.0`.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(name, value): (&String, &Value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(same)
        }
        (one, other) => one == other,
    }
}
