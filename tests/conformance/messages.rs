//! A message is its sentence with its values: judged by a renderer that knows nothing of the engine's.

use std::collections::BTreeSet;

use care_coverage::Code;
use care_coverage::boundary::{SENTENCES, SentenceRow};
use serde_json::Value;

use crate::answer;
use crate::support::cases;

/// No golden case shows these: they need a document that is too large for one, bytes that are no text, columns, or a rule
/// that says nothing of what it needs; or the npm package says them.
const NOT_GOLDEN: &[&str] = &[
    "analysis_truncated",
    "diagnostics_truncated",
    "freed",
    "internal",
    "invalid_csv/utf8",
    "invalid_json/row_utf8",
    "invalid_json/utf8",
    "out_of_memory",
    "row/below_zero",
    "row/no_amount",
    "row/no_day",
    "row/no_euros",
    "row/no_side",
    "row/no_whole",
    "row/not_in_table",
    "row/rule",
    "row/weight",
    "stale",
    "too_large",
    "too_large/counters",
    "too_large/entries",
    "too_large/row",
    "too_large/selected",
    "too_large/string",
    "unknown_coverage",
    "unknown_version",
    "unreadable_value",
];

#[test]
fn every_message_is_its_sentence_with_its_values() {
    let mut shown = BTreeSet::new();
    for case in cases() {
        let got = answer(&case).unwrap_or_else(|diagnostics| diagnostics);
        each_diagnostic(&got, &mut |diagnostic| {
            for said in std::iter::once(diagnostic).chain(diagnostic["related"].as_array().into_iter().flatten()) {
                let key = judge(said, &case.name);
                shown.insert(key);
            }
        });
    }
    let all: BTreeSet<String> = rows().map(|row| key(&code_of(row), row.variant)).collect();
    let missing: Vec<&String> =
        all.iter().filter(|key| !shown.contains(*key) && !NOT_GOLDEN.contains(&key.as_str())).collect();
    assert!(missing.is_empty(), "no golden case says {missing:?}");
    let stale: Vec<&&str> = NOT_GOLDEN.iter().filter(|key| shown.contains(**key) || !all.contains(**key)).collect();
    assert!(stale.is_empty(), "a golden case says {stale:?}, or there is no such sentence");
}

#[test]
fn sentences_are_found_by_code_and_variant() {
    let mut keys = BTreeSet::new();
    for row in rows() {
        assert!(keys.insert(key(&code_of(row), row.variant)), "{row:?} is there twice");
    }
    for code in Code::ALL {
        assert!(keys.iter().any(|key| key.split('/').next() == Some(code.as_str())), "`{code}` says nothing");
    }
}

/// The key of the sentence of one diagnostic, or of one related place.
fn judge(said: &Value, case: &str) -> String {
    let code = said["code"].as_str().unwrap_or(if said["row"].is_null() { "related" } else { "row" });
    let variant = said["variant"].as_str().unwrap_or_else(|| panic!("{case}: no variant: {said}"));
    let row = rows().find(|row| code_of(row) == code && row.variant == variant);
    let row = row.unwrap_or_else(|| panic!("{case}: no sentence of {said}"));
    let mut params = said["params"].as_object().expect("params are an object").clone();
    let argument = params.remove("argument").map(|name| format!("{}: ", name.as_str().expect("a name")));
    let names: Vec<&str> = row.values.iter().map(|(name, _)| *name).collect();
    assert!(params.keys().all(|name| names.contains(&name.as_str())) && params.len() == names.len(), "{case}: {said}");
    let text = argument.unwrap_or_default()
        + &render(row.template, &|name| {
            let (_, kind) = row.values.iter().find(|(known, _)| *known == name).expect("a value of the sentence");
            words(&params[name], kind).unwrap_or_else(|| panic!("{case}: `{name}` is no {kind}: {said}"))
        });
    let message = said["message"].as_str().expect("a message");
    let (before, after) = text.split_once(SOME_ACT).unwrap_or((text.as_str(), ""));
    let is_said = message == text || text.contains(SOME_ACT) && message.starts_with(before) && message.ends_with(after);
    assert!(is_said, "{case}: {message}, and not {text}");
    key(code, variant)
}

/// `{name}`, `{name|one|many}` and `[…]`, which is left out where its value is empty.
fn render(template: &str, words: &dyn Fn(&str) -> String) -> String {
    let Some(start) = template.find(['{', '[']) else { return template.to_owned() };
    let (before, rest) = template.split_at(start);
    let is_optional = rest.starts_with('[');
    let (inside, after) = rest[1..].split_once(if is_optional { ']' } else { '}' }).expect("an end");
    let after = render(after, words);
    let said = if is_optional {
        let (_, name) = inside.split_once('{').expect("a value");
        let (name, _) = name.split_once('}').expect("its end");
        if words(name).is_empty() { String::new() } else { render(inside, words) }
    } else {
        match inside.split('|').collect::<Vec<_>>()[..] {
            [name, one, many] => (if words(name) == "1" { one } else { many }).to_owned(),
            _ => words(inside),
        }
    };
    format!("{before}{said}{after}")
}

/// In place of the act of a region, whose words have golden cases of their own.
const SOME_ACT: &str = "an act";

fn words(value: &Value, kind: &str) -> Option<String> {
    Some(match kind {
        "Text" | "Phrase" | "Name" => value.as_str()?.to_owned(),
        "MaybeText" if value.is_null() => String::new(),
        "MaybeText" => value.as_str()?.to_owned(),
        "Guarantee" if value.is_null() => "a guarantee without name".to_owned(),
        "Guarantee" => format!("`{}`", value.as_str()?),
        "Texts" | "Facts" => {
            let texts: Option<Vec<String>> =
                value.as_array()?.iter().map(|text| Some(format!("`{}`", text.as_str()?))).collect();
            texts?.join(", ")
        }
        "Integer" => {
            let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
            format!("{number:.0}")
        }
        "Number" => value.as_f64()?.to_string(),
        "Act" => value.as_object()?.get("care_type").map(|_| SOME_ACT.to_owned())?,
        "Conditions" => value.as_object().map(|_| String::new())?,
        _ => return None,
    })
}

fn rows() -> impl Iterator<Item = &'static SentenceRow> {
    SENTENCES.into_iter().flatten()
}

fn code_of(row: &SentenceRow) -> String {
    let code = Code::ALL.iter().find(|code| format!("{code:?}") == row.code);
    code.map_or_else(|| row.code.to_lowercase(), |code| code.as_str().to_owned())
}

fn key(code: &str, variant: &str) -> String {
    if variant.is_empty() { code.to_owned() } else { format!("{code}/{variant}") }
}

/// Each diagnostic in an answer, wherever it is.
fn each_diagnostic(answer: &Value, judge: &mut impl FnMut(&Value)) {
    match answer {
        Value::Array(items) => items.iter().for_each(|item| each_diagnostic(item, judge)),
        Value::Object(fields) if fields.contains_key("severity") && fields.contains_key("message") => judge(answer),
        // A row of claims that is in no sum.
        Value::Object(fields)
            if ["row", "message", "variant", "params"].iter().all(|name| fields.contains_key(*name)) =>
        {
            judge(answer)
        }
        Value::Object(fields) => fields.values().for_each(|value| each_diagnostic(value, judge)),
        _ => {}
    }
}
