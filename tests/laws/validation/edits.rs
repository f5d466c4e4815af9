//! The fix of a diagnostic of a text, as edits: they say the same as its JSON Patch, and nothing else changes.

use care_coverage::{Diagnostic, JsonText, Patch, TextEdit};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge;
use super::law;
use super::patches::apply;
use super::places::line_and_column;

use super::printer::{Printed, Style, print, repeating_styles, styles};

/// The text after the edits, which ascend and lie apart.
pub(crate) fn edited(units: &[u16], edits: &[TextEdit]) -> String {
    let (mut text, mut at) = (Vec::new(), 0);
    for edit in edits {
        assert!(at <= edit.start && edit.start <= edit.end && edit.end <= units.len(), "{edits:?}");
        text.extend_from_slice(&units[at..edit.start]);
        text.extend(edit.text.encode_utf16());
        at = edit.end;
    }
    text.extend_from_slice(&units[at..]);
    String::from_utf16(&text).expect("whole characters")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Numbers are compared as JSON says: `1` is `1.0`.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.into_iter().map(plain).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        other => other,
    }
}

fn without_blanks(text: &[u16]) -> String {
    String::from_utf16_lossy(text).chars().filter(|character| !" \t\r\n".contains(*character)).collect()
}

/// Whether no more goes than the fix says: the value, the key, or a part with one comma.
fn is_small(units: &[u16], found: &Diagnostic, edits: &[TextEdit], printed: &Printed) -> bool {
    let [edit] = edits else { return false };
    let span = (edit.start, edit.end);
    match found.fix.as_deref() {
        Some([Patch::Replace { path, .. }]) => span == printed.values[path],
        Some([Patch::Move { from, .. }]) => span == printed.keys[from],
        Some([Patch::Add { .. }]) => without_blanks(&units[edit.start..edit.end]).is_empty(),
        Some([Patch::Remove { path }]) => {
            let start = printed.keys.get(path).unwrap_or(&printed.values[path]).0;
            let part = without_blanks(&units[start..printed.values[path].1]);
            let gone = without_blanks(&units[edit.start..edit.end]);
            gone == part || gone == format!(",{part}") || gone == format!("{part},")
        }
        _ => false,
    }
}

fn check(catalog: &care_coverage::CareTypeCatalog, document: &Value, style: &Style) -> Result<usize, TestCaseError> {
    let printed = print(document, style);
    let units: Vec<u16> = printed.text.encode_utf16().collect();
    let mut tried = 0;
    for found in judge::units(catalog, &units) {
        let Some(edits) = found.edits.clone().expect("a diagnostic of a text says its edits") else {
            let fix = found.fix.as_deref();
            let is_repeated = |patch: &Patch| matches!(patch, Patch::Remove { path: old } | Patch::Move { from: old, .. } if printed.repeated.contains(old));
            prop_assert!(
                fix.is_none_or(|fix| fix.iter().any(is_repeated)),
                "no edits of {:?} in {}",
                found,
                printed.text
            );
            continue;
        };
        let after = edited(&units, &edits);
        let patched = apply(document, &json!(found.fix));
        prop_assert_eq!(plain(parsed(&after)), plain(patched), "{:?}\nof {}\nis {}", found, printed.text, after);
        prop_assert!(is_small(&units, &found, &edits, &printed), "{:?} of {}", found, printed.text);
        tried += 1;
    }
    Ok(tried)
}

/// In texts of every layout, with keys that occur twice, the edits of each fix give what its patch gives, and no more changes.
#[test]
fn edits_say_what_the_patch_says() {
    law::holds(200, &(worlds(), damages(), damages(), repeating_styles()), |(world, first, second, style)| {
        let catalog = world.catalog();
        let once = Damaged::new(&world, &first).payload;
        let world = super::documents::World { coverage: once, ..world };
        check(&catalog, &Damaged::new(&world, &second).payload, &style)?;
        Ok(())
    });
}

/// Edits of several fixes that do not touch each other give one text that is JSON.
#[test]
fn several_edits_at_once_leave_json() {
    law::holds(200, &(worlds(), damages(), styles()), |(world, damages, style)| {
        let printed = print(&Damaged::new(&world, &damages).payload, &style);
        let units: Vec<u16> = printed.text.encode_utf16().collect();
        let mut taken: Vec<TextEdit> = Vec::new();
        let mut all: Vec<TextEdit> = judge::units(&world.catalog(), &units)
            .into_iter()
            .filter_map(|found| found.edits.flatten())
            .flatten()
            .collect();
        all.sort_by_key(|edit| (edit.start, edit.end));
        for edit in all {
            let is_insertion = |edit: &TextEdit| edit.start == edit.end;
            let touches = |last: &TextEdit| {
                edit.start < last.end || edit.start == last.end && (is_insertion(&edit) || is_insertion(last))
            };
            if !taken.last().is_some_and(touches) {
                taken.push(edit);
            }
        }
        parsed(&edited(&units, &taken));
        Ok(())
    });
}

/// So do those of all golden cases, in every layout.
#[test]
fn edits_of_the_golden_cases_say_what_the_patch_says() {
    let layouts = [vec![0], vec![3, 0, 1], vec![4], vec![9, 7, 5, 1, 2], (0..=255).collect()];
    let mut tried = 0;
    for case in crate::support::cases().iter().filter(|case| case.call.starts_with("validateCoverage")) {
        let (Some(given), Some(argument)) = (&case.catalog, case.args.first()) else { continue };
        let payload = match argument.as_str().filter(|_| case.call.ends_with("Text")) {
            None => argument.clone(),
            Some(text) => match serde_json::from_str(text) {
                Ok(payload) => payload,
                Err(_) => continue,
            },
        };
        let catalog = judge::catalog(&given["data"], given.get("options").unwrap_or(&json!({})));
        for choices in &layouts {
            let style = Style::of(choices.clone());
            tried += check(&catalog, &payload, &style).unwrap_or_else(|failure| panic!("{}: {failure}", case.name));
        }
    }
    assert!(tried > 400, "only {tried} fixes");
}

/// A mark lies on one line, and a related place has the range of its value.
#[test]
fn marks_lie_on_a_line_and_related_places_have_ranges() {
    law::holds(100, &(worlds(), damages(), styles()), |(world, damages, style)| {
        let printed = print(&Damaged::new(&world, &damages).payload, &style);
        let units: Vec<u16> = printed.text.encode_utf16().collect();
        for found in judge::units(&world.catalog(), &units) {
            let mark = found.mark.expect("a diagnostic of a text has a mark");
            let marked = units.get(mark.start..mark.end).expect("a place in the text");
            prop_assert!(!marked.iter().any(|unit| [0x0a, 0x0d].contains(unit)), "{:?}", found);
            prop_assert_eq!((mark.line, mark.column), line_and_column(&units, mark.start), "{:?}", found);
            let is_known = mark.end == mark.start + 1
                || printed.keys.values().chain(printed.values.values()).any(|span| *span == (mark.start, mark.end));
            prop_assert!(is_known, "{:?} of {}", found, printed.text);
            for related in &found.related {
                let range = related.range.expect("a related place of a text has a range");
                prop_assert_eq!((range.start, range.end), printed.values[&related.pointer], "{:?}", found);
                prop_assert_eq!((range.line, range.column), line_and_column(&units, range.start), "{:?}", found);
            }
        }
        Ok(())
    });
}

/// Of what is no coverage, too.
#[test]
fn every_question_about_a_text_gives_edits() {
    let text = "{\n  \"sphere\": 1,\n  \"cylindre\": 0,\n  \"multifocal\": false\n}";
    let error = JsonText::from(text).ask(care_coverage::lens_complexity).expect_err("an unknown field");
    let found = error.diagnostics().iter().find(|found| found.fix.is_some()).expect("a fix");
    assert_eq!(found.fix_title.as_deref(), Some("Rename to `cylinder`"));
    let edits = found.edits.clone().flatten().expect("edits");
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(edited(&units, &edits), text.replace("cylindre", "cylinder"));
}
