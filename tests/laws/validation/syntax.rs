//! Texts that are no JSON: what is said of them, and of what was read before the error.

use care_coverage::Diagnostic;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::IgnoredAny;
use serde_json::json;

use super::damage::{Damaged, damages};
use super::documents::worlds;
use super::judge;
use super::law;
use super::places::line_and_column;
use super::printer::{print, styles};

/// Whether a text follows the grammar of RFC 8259, after `serde_json`.
///
/// It is asked for no value at all. Asked for one, it also refuses what the grammar allows and the engine reports under
/// another code: more than 128 levels, numbers beyond a double, escapes of lone surrogates. Two things it cannot be asked: a
/// byte order mark, which the engine skips as the RFC allows, and lone surrogates in the text itself, instead of which it
/// gets another character.
fn is_json(units: &[u16]) -> bool {
    let text = String::from_utf16_lossy(units);
    serde_json::from_str::<IgnoredAny>(text.strip_prefix('\u{feff}').unwrap_or(&text)).is_ok()
}

/// One `invalid_json` exactly when the text is no JSON; every range in the text.
fn judged_as_by_serde(units: &[u16], found: &[Diagnostic]) -> Result<(), TestCaseError> {
    let text = || String::from_utf16_lossy(units);
    let refusals = found.iter().filter(|found| found.code.as_str() == "invalid_json").count();
    prop_assert_eq!(refusals, usize::from(!is_json(units)), "{:?}: {:?}", text(), found);
    for found in found {
        let range = found.range.expect("a diagnostic of a text has a range");
        prop_assert!(range.start <= range.end && range.end <= units.len(), "{:?} in {:?}", found, text());
        prop_assert_eq!((range.line, range.column), line_and_column(units, range.start), "{:?} in {:?}", found, text());
    }
    Ok(())
}

/// What is done to a text at one place.
#[derive(Clone, Debug)]
enum Slip {
    Delete,
    Insert(u16),
    Repeat,
    Swap,
    Cut,
}

fn slips() -> impl Strategy<Value = Vec<(Slip, Index)>> {
    let units: Vec<u16> =
        "{}[]:,\"\\0123-+.eEu /tfn\u{0}\n\r\u{feff}é".encode_utf16().chain([0xd800, 0xdc00]).collect();
    let slip = prop_oneof![
        4 => Just(Slip::Delete),
        4 => select(units).prop_map(Slip::Insert),
        3 => Just(Slip::Repeat),
        2 => Just(Slip::Swap),
        1 => Just(Slip::Cut),
    ];
    prop::collection::vec((slip, any::<Index>()), 1..4)
}

/// Slips anywhere after the version: it is `invalid_json` exactly when `serde_json` refuses it, and the version, which was
/// completely read before, is judged; unless a slip put half a surrogate pair into the name of another field of the same
/// object, which then cannot be used as a whole. That is said where the object ends; of one that a syntax error leaves open
/// nothing is said.
#[test]
fn a_text_with_slips_is_refused_as_by_serde() {
    law::holds(300, &(worlds(), styles(), slips()), |(mut world, style, slips)| {
        let catalog = world.catalog();
        world.coverage.as_object_mut().expect("an object").remove("version");
        let rest = print(&world.coverage, &style).text;
        let (_, rest) = rest.split_once('{').expect("an object");
        let good = "{\r\n\"version\": 0, ";
        let mut units: Vec<u16> = good.encode_utf16().chain(rest.encode_utf16()).collect();
        for (slip, place) in slips {
            let (first, last) = (good.len(), units.len() - 1);
            if first >= last {
                break;
            }
            let at = first + place.index(last - first);
            match slip {
                Slip::Delete => drop(units.remove(at)),
                Slip::Insert(unit) => units.insert(at, unit),
                Slip::Repeat => units.insert(at, units[at]),
                Slip::Swap => units.swap(at, at + 1),
                Slip::Cut => units.truncate(at),
            }
        }
        let found = judge::units(&catalog, &units);
        judged_as_by_serde(&units, &found)?;
        let is_said = |code: &str, pointer: &str| {
            found.iter().any(|found| found.code.as_str() == code && found.pointer == pointer)
        };
        let is_judged = is_said("version_below_one", "/version");
        let is_unusable =
            if is_json(&units) { is_said("invalid_string", "") } else { String::from_utf16(&units).is_err() };
        prop_assert!(is_judged || is_unusable, "{:?}: {:?}", String::from_utf16_lossy(&units), found);
        Ok(())
    });
}

/// Units at random, most of them such that JSON is made of.
#[test]
fn any_units_are_refused_as_by_serde() {
    let tokens = [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"name\"",
        "\"guarantees\"",
        "\"a\":",
        "null",
        "true",
        "0",
        "-",
        "1.5",
        "e",
        "+",
        ".",
        "01",
        "\\",
        "\\u",
        "\\ud83d",
        "\\ude00",
        "d83d",
        "\\n",
        "\\x",
        " ",
        "\r",
        "\n",
        "\u{feff}",
        "\u{0}",
        "\u{1f48a}",
        "nul",
        "//",
        "'",
        "NaN",
    ];
    let token = prop_oneof![
        20 => select(tokens.to_vec()).prop_map(|token| token.encode_utf16().collect()),
        1 => any::<u16>().prop_map(|unit| vec![unit]),
        1 => (0xd800_u16..0xe000).prop_map(|unit| vec![unit]),
    ];
    let texts = prop::collection::vec(token, 0..12).prop_map(|tokens: Vec<Vec<u16>>| tokens.concat());
    let catalog = judge::catalog(&json!({ "care_type_groups": [], "internal_care_types": [] }), &json!({}));
    law::holds(6_000, &texts, |units| judged_as_by_serde(&units, &judge::units(&catalog, &units)));
}

/// Codes whose diagnostics speak of more than the value at their pointer and what is before it.
const OF_MORE_THAN_THE_VALUE: [&str; 6] = [
    "unknown_field", // The range is the key's; the value may be cut off.
    "age_reversed",
    "include_also_excluded",
    "irrelevant_condition",
    "redundant_include",
    "useless_exclude",
];

/// Whether a diagnostic is the same but for where its value ends, because the value is cut off: of a list or an object some
/// things can be said that what follows does not change.
fn is_start_of(found: &Diagnostic, said: &Diagnostic, cut: usize) -> bool {
    let mut said = said.clone();
    match &mut said.range {
        Some(range) if range.end > cut => range.end = cut,
        _ => return false,
    }
    said == *found
}

/// Of a text that is cut off, what was completely read is judged as in the whole text, and nothing else is said.
#[test]
fn what_was_read_before_a_cut_is_judged_as_in_the_whole() {
    law::holds(200, &(worlds(), damages(), styles(), any::<Index>()), |(world, damages, style, place)| {
        let catalog = world.catalog();
        let text = print(&Damaged::new(&world, &damages).payload, &style).text;
        let units: Vec<u16> = text.encode_utf16().collect();
        // A number or a word that is cut may still be one.
        let may_end =
            |unit: &u16| !u8::try_from(*unit).is_ok_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        let mut cut = place.index(units.len());
        while cut > 0 && !may_end(&units[cut - 1]) {
            cut -= 1;
        }
        let without_fix = |mut found: Vec<Diagnostic>| {
            found.iter_mut().for_each(|found| {
                (found.fix, found.fix_title, found.edits) = (None, None, None);
            });
            found
        };
        // How mappings lie to each other is another matter when some are cut off.
        let whole = without_fix(judge::units_without_analysis(&catalog, &units));
        let found = without_fix(judge::units_without_analysis(&catalog, &units[..cut]));
        judged_as_by_serde(&units[..cut], &found)?;
        for found in found.iter().filter(|found| found.code.as_str() != "invalid_json") {
            let is_said = whole.iter().any(|said| said == found || is_start_of(found, said, cut));
            prop_assert!(is_said, "{:?}\nis not said of {}\ncut at {}", found, text, cut);
        }
        for expected in &whole {
            let is_read = expected.range.is_some_and(|range| range.end <= cut);
            if is_read && !OF_MORE_THAN_THE_VALUE.contains(&expected.code.as_str()) {
                prop_assert!(found.contains(expected), "{:?}\nis not said of {}\ncut at {}", expected, text, cut);
            }
        }
        Ok(())
    });
}

/// What the grammar allows and `serde_json` refuses has another code than `invalid_json`, or none.
#[test]
fn what_only_serde_refuses_is_no_syntax_error() {
    let catalog = judge::catalog(&json!({ "care_type_groups": [], "internal_care_types": [] }), &json!({}));
    let deep = "[".repeat(200) + &"]".repeat(200);
    let rule = |rule: &str| {
        let guarantee = format!(r#"{{ "name": "A", "care_type_mappings": [], "coverage_rule": {{ "a": {rule} }} }}"#);
        format!(r#"{{ "name": "HEALTH", "version": 1, "guarantees": [{guarantee}] }}"#)
    };
    let texts = [
        (rule(&deep), "too_deep"),
        (rule("1e400"), "wrong_type"),
        (rule(r#""\ud800""#), "invalid_string"),
        (format!("\u{feff}{}", rule("0")), "no_mapping"),
    ];
    for (text, code) in texts {
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_err(), "{text}");
        let found = judge::text(&catalog, &text);
        assert!(found.iter().any(|found| found.code.as_str() == code), "{text}: {found:?}");
        assert!(!found.iter().any(|found| found.code.as_str() == "invalid_json"), "{text}: {found:?}");
    }
}

/// A text that ends within an escape ends the list that it is in, not one unit later.
#[test]
fn no_range_goes_beyond_a_text_that_ends_with_a_backslash() {
    let data = json!({
        "care_type_groups": [{ "id": 1, "short_code": "OPTICAL" }],
        "internal_care_types": [{ "id": 1, "short_code": "FRAME", "care_type_group_ids": [1], "applicable_facts": [] }],
    });
    let catalog = judge::catalog(&data, &json!({}));
    let mapping =
        r#"{ "selector": { "include_care_types": ["FRAME"] }, "filter": { "allowed_treatment_modes": ["03", "\"#;
    let text = format!(r#"{{ "guarantees": [{{ "care_type_mappings": [{mapping}"#);
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = judge::units(&catalog, &units);
    assert!(found.iter().any(|found| found.code.as_str() == "irrelevant_condition"), "{found:?}");
    judged_as_by_serde(&units, &found).unwrap_or_else(|failure| panic!("{failure}"));
}
