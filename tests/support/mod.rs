//! The golden cases: reading them, and judging an answer. Shared by the runners that are written in Rust.
//!
//! A case calls one function of the public API (`call`, `args`, with a `catalog` and a `coverage` where the call needs
//! them) and says what comes back: `want`, the exact answer, or `error`, exactly these diagnostics. A diagnostic is
//! compared on the keys that the case gives, and so are the entries of the lists in [`KEY_BY_KEY`].
//!
//! A value may be written as a change of a named one: `{ "$from": name, "set": { pointer: value }, "unset": [pointers] }`. In these
//! pointers an entry of a list is named by its id: `/checks/[qualify]/outcome`. Names are those of the file, and of the files of
//! `tests/cases/shared` that its `shared` lists.

#![allow(dead_code, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // each runner uses a part of it

use serde_json::Value;

/// One case, with its names resolved.
#[derive(Clone)]
pub(crate) struct Case {
    /// `file/id`
    pub(crate) name: String,
    /// What the case shows, for a reader who sees no other case.
    pub(crate) note: String,
    /// The headings of `docs/` that say so: `docs/coverage.md#filter`, several separated by commas.
    pub(crate) source: String,
    pub(crate) call: String,
    /// `{ data, options? }`
    pub(crate) catalog: Option<Value>,
    pub(crate) coverage: Option<Value>,
    /// Of a comparison, the coverage that comes after, and its catalogue where it is another one.
    pub(crate) next: Option<Value>,
    pub(crate) next_catalog: Option<Value>,
    /// Of a stack, the coverages that come after the first, of the next catalogue where there is one.
    pub(crate) others: Vec<Value>,
    pub(crate) args: Vec<Value>,
    /// Of `guaranteesFor`, acts that are asked before: no answer depends on them.
    pub(crate) before: Vec<Value>,
    pub(crate) want: Result<Value, Value>,
    /// Settles what the source documents leave open; some `DECISION:` note cites it.
    pub(crate) decision: bool,
}

macro_rules! files {
    ($files:ident, $folder:literal: $($name:literal)*) => {
        /// Name without ending, text. In wasm there is no file system.
        pub(crate) const $files: &[(&str, &str)] = &[$(($name, include_str!(concat!($folder, $name, ".json"))),)*];
    };
}

files! { SHARED, "../cases/shared/": "acts" "analysis" "dispense" "health" "rules" "selectors" }

files! {
    FILES, "../cases/":
    "accept" "accept_errors" "act_amounts" "age" "analyze_gaps" "analyze_overlaps" "analyze_redundant" "annotations" "care_act" "catalog"
    "catalog_mappings"
    "catalog_options" "claims" "claims_mapping" "compare_amounts" "compile" "contracts" "coverage" "derived_facts" "diff" "diff_catalogs" "diff_rules"
    "discount_amount" "dispense_2019" "dispense_2019_medication" "dispense_2022" "dispense_2022_medication"
    "dispense_2022_program" "dispense_2022_settings" "dispense_amounts" "dispense_details" "dispense_errors"
    "dispense_qualify" "dispense_readings" "dispense_unknown" "dispense_unknown_2019" "dispense_unknown_fields"
    "dispense_unknown_settings" "distributions" "evaluate" "evaluate_columns" "evaluate_text" "explain" "explain_selector" "filter" "filter_errors" "guarantees_for" "guess_mapping" "guesses" "headings"
    "lens_complexity" "look_ups" "messages" "nearest" "reimburse" "reimburse_additions" "reimburse_boundaries" "reimburse_columns"
    "reimburse_components" "reimburse_errors" "reimburse_grids" "reimburse_limits" "reimburse_many" "reimburse_maxima"
    "reimburse_missing" "reimburse_readings" "reimburse_stack" "requirements" "requirements_bounds" "requirements_classes"
    "requirements_equipment" "requirements_errors" "requirements_frequency" "requirements_surplus" "search_options"
    "selector" "selector_errors" "shared_decisions" "simulate"
    "skeletons" "text_edits" "texts" "validate_analysis" "validate_catalog" "validate_filter" "validate_mixed" "validate_names" "validate_options"
    "validate_part" "validate_rule" "validate_rule_additions"
    "validate_rule_limits" "validate_selector" "validate_shape" "validate_text" "validate_text_values"
    "validate_values" "versions" "words"
}

// What the package alone answers, in JavaScript.
files! { PACKAGE, "../cases/javascript/": "guarantee" "search" "try_compile" }

/// All cases of all files that Rust answers.
pub(crate) fn cases() -> Vec<Case> {
    FILES.iter().flat_map(|(file, text)| of_file(file, text)).collect()
}

/// The same, and those that the package alone answers.
pub(crate) fn all_cases() -> Vec<Case> {
    FILES.iter().chain(PACKAGE).flat_map(|(file, text)| of_file(file, text)).collect()
}

fn read(file: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}.json: {error}"))
}

/// Adds the names of a shared file. A name has one meaning.
fn share(document: &mut Value, shared: Value, file: &str) {
    let Value::Object(kinds) = shared else { panic!("{file}.json: a shared file is an object") };
    for (kind, names) in kinds {
        let (Value::Object(names), own) = (names, &mut document[&kind]) else {
            panic!("{file}.json: {kind} is an object")
        };
        if own.is_null() {
            *own = Value::Object(serde_json::Map::new());
        }
        let own = own.as_object_mut().expect("names are an object");
        for (name, value) in names {
            assert!(!own.contains_key(&name), "{file}.json: `{name}` is defined twice");
            own.insert(name, value);
        }
    }
}

fn of_file(file: &str, text: &str) -> Vec<Case> {
    let mut document = read(file, text);
    for name in document["shared"].as_array().cloned().into_iter().flatten() {
        let (name, text) =
            SHARED.iter().find(|(shared, _)| name == *shared).unwrap_or_else(|| panic!("{file}.json: no {name}"));
        share(&mut document, read(name, text), file);
    }
    let named = |kind: &str, value: &Value| match value {
        Value::String(name) => expand(&document[kind][name], &document["values"]),
        inline => expand(inline, &document["values"]),
    };
    let expand = |value: &Value| expand(value, &document["values"]);
    let cases = document["cases"].as_array().unwrap_or_else(|| panic!("{file}.json: no cases"));
    cases
        .iter()
        .map(|case| {
            let name = format!("{file}/{}", case["id"].as_str().expect("a case has an id"));
            let given = |key: &str, kind: &str| {
                let value = case.get(key).map(|value| named(kind, value));
                assert!(value != Some(Value::Null), "{name}: a name is not defined");
                value
            };
            let want = match (case.get("want"), case.get("error")) {
                (Some(want), None) => Ok(expand(want)),
                (None, Some(error)) => Err(error.clone()),
                _ => panic!("{name}: a case has either `want` or `error`"),
            };
            let list = |key: &str| case.get(key).and_then(Value::as_array).into_iter().flatten().map(expand).collect();
            let text = |key: &str| case[key].as_str().unwrap_or_else(|| panic!("{name}: no {key}")).to_owned();
            Case {
                note: text("note"),
                source: text("source"),
                call: case["call"].as_str().expect("a case has a call").to_owned(),
                args: list("args"),
                before: list("before"),
                decision: case["decision"] == Value::Bool(true),
                catalog: given("catalog", "catalogs"),
                coverage: given("coverage", "coverages"),
                next: given("next", "coverages"),
                next_catalog: given("next_catalog", "catalogs"),
                others: case["others"].as_array().into_iter().flatten().map(|one| named("coverages", one)).collect(),
                name,
                want,
            }
        })
        .collect()
}

/// The value itself, with every change of a named value carried out.
fn expand(value: &Value, named: &Value) -> Value {
    let inner = |value: &Value| expand(value, named);
    match value {
        Value::Array(items) => items.iter().map(inner).collect(),
        Value::Object(fields) => {
            let Some(name) = fields.get("$from").and_then(Value::as_str) else {
                return fields.iter().map(|(key, value)| (key.clone(), inner(value))).collect();
            };
            let mut changed = inner(named.get(name).unwrap_or_else(|| panic!("no value `{name}`")));
            for (pointer, value) in fields.get("set").and_then(Value::as_object).into_iter().flatten() {
                let (parent, key) = place(&mut changed, pointer);
                match (parent, key) {
                    (Value::Array(items), Key::End) => items.push(inner(value)),
                    (Value::Array(items), Key::Position(index)) => items[index] = inner(value),
                    (parent, Key::Name(key)) => parent[key] = inner(value),
                    _ => panic!("`{pointer}` does not fit"),
                }
            }
            for pointer in fields.get("unset").and_then(Value::as_array).into_iter().flatten() {
                let pointer = pointer.as_str().expect("a pointer");
                let removed = match place(&mut changed, pointer) {
                    (Value::Array(items), Key::Position(index)) => Some(items.remove(index)),
                    (Value::Object(fields), Key::Name(key)) => fields.remove(&key),
                    _ => None,
                };
                assert!(removed.is_some(), "nothing at `{pointer}` to unset");
            }
            changed
        }
        other => other.clone(),
    }
}

/// Where a value is in what holds it.
enum Key {
    Name(String),
    Position(usize),
    End,
}

/// What holds the value at a pointer, and its key there.
fn place<'v>(value: &'v mut Value, pointer: &str) -> (&'v mut Value, Key) {
    let (path, last) = pointer.rsplit_once('/').unwrap_or_else(|| panic!("`{pointer}` is the whole"));
    let parent = path.split('/').skip(1).fold(value, |inner, segment| {
        let found = match key(inner, segment, pointer) {
            Key::Name(name) => inner.get_mut(name),
            Key::Position(position) => inner.get_mut(position),
            Key::End => None,
        };
        found.unwrap_or_else(|| panic!("nothing at `{segment}` of `{pointer}`"))
    });
    let key = key(parent, last, pointer);
    (parent, key)
}

/// One segment of a pointer. An entry of a list is named by its id, in brackets; by its position only where it has none of its own.
fn key(value: &Value, segment: &str, pointer: &str) -> Key {
    let Value::Array(items) = value else {
        return Key::Name(segment.replace("~1", "/").replace("~0", "~"));
    };
    let of_id = |wanted: &str| -> Vec<usize> {
        items.iter().enumerate().filter(|(_, item)| id(item) == Some(wanted)).map(|(position, _)| position).collect()
    };
    if let Some(id) = segment.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let found = of_id(id);
        assert_eq!(found.len(), 1, "`{segment}` of `{pointer}` is one entry");
        return Key::Position(found[0]);
    }
    if segment == "-" {
        return Key::End;
    }
    let position = segment.parse().unwrap_or_else(|_| panic!("`{segment}` of `{pointer}` is no position"));
    let own = items.get(position).and_then(id).filter(|id| of_id(id).len() == 1);
    assert!(own.is_none(), "`{pointer}`: write the id of the entry, {own:?}, in brackets");
    Key::Position(position)
}

/// What names an entry of a list: the first of these fields that it has.
fn id(entry: &Value) -> Option<&str> {
    ["id", "name", "program_id", "step", "key"].iter().find_map(|field| entry.get(field))?.as_str()
}

/// A batch in words: outcomes, names of guarantees, the invalid acts, and the summary, counted here where a runner has none.
pub(crate) fn evaluation(
    names: &Value,
    outcomes: &Value,
    guarantees: &Value,
    invalid: &Value,
    summary: Option<Value>,
) -> Value {
    let codes = ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"];
    let outcomes: Vec<&str> = outcomes
        .as_array()
        .expect("outcomes")
        .iter()
        .map(|code| codes[usize::try_from(code.as_u64().expect("a code")).expect("a code")])
        .collect();
    let guarantees: Vec<Value> = guarantees
        .as_array()
        .expect("guarantees")
        .iter()
        .map(|guarantee| {
            guarantee
                .as_u64()
                .map_or(Value::Null, |position| names[usize::try_from(position).expect("a position")].clone())
        })
        .collect();
    let counted = || {
        let of_outcome =
            |code: &&str| ((*code).to_owned(), outcomes.iter().filter(|outcome| *outcome == code).count().into());
        let of_guarantee = |name: &Value| {
            let covered = outcomes
                .iter()
                .zip(&guarantees)
                .filter(|(outcome, guarantee)| **outcome == "covered" && *guarantee == name);
            (name.as_str().expect("a name").to_owned(), covered.count().into())
        };
        let by_outcome: serde_json::Map<String, Value> = codes.iter().map(of_outcome).collect();
        let by_guarantee: serde_json::Map<String, Value> =
            names.as_array().expect("names").iter().map(of_guarantee).collect();
        serde_json::json!({ "by_outcome": by_outcome, "by_guarantee": by_guarantee })
    };
    let summary = summary.unwrap_or_else(counted);
    serde_json::json!({ "outcomes": outcomes, "guarantees": guarantees, "summary": summary, "invalid": invalid })
}

/// The columns of amounts, in the order in which the core takes them.
pub(crate) const AMOUNT_COLUMNS: [&str; 13] = [
    "charged",
    "brss",
    "secu_rate_percent",
    "pathway_rate_percent",
    "secu_reimbursement",
    "secu_paid",
    "flat_contribution",
    "franchise",
    "quantity",
    "plv",
    "hlf",
    "pmss",
    "reconstituted_brss",
];

/// The numbers of a column, which is empty where it is left out; `absent` in place of null.
pub(crate) fn numbers<T: TryFrom<i64> + Copy>(columns: &Value, name: &str, absent: T) -> Vec<T> {
    let list = columns.get(name).and_then(Value::as_array).into_iter().flatten();
    let number = |value: &Value| T::try_from(value.as_i64().expect("an integer")).ok().expect("a number of this kind");
    list.map(|value| if value.is_null() { absent } else { number(value) }).collect()
}

/// What is paid for columns, in words; `amounts` are those of the coverage, of the Sécu and of the member.
pub(crate) fn reimbursed(
    names: &Value,
    outcomes: &Value,
    guarantees: &Value,
    [complementary, secu_paid, out_of_pocket]: [Vec<i64>; 3],
    general: u64,
    invalid: &Value,
) -> Value {
    let mut answer = evaluation(names, outcomes, guarantees, invalid, Some(Value::Null));
    let fields = answer.as_object_mut().expect("an object");
    fields.remove("summary");
    fields.insert("complementary".to_owned(), complementary.into());
    fields.insert("secu_paid".to_owned(), secu_paid.into());
    fields.insert("out_of_pocket".to_owned(), out_of_pocket.into());
    fields.insert("general".to_owned(), general.into());
    answer
}

/// Without what only the package's own encoder needs.
pub(crate) fn only_lists(codes: &mut Value) {
    let codes = codes.as_object_mut().expect("an object");
    codes.remove("visible_teeth");
    codes.remove("non_conventioned_establishments");
}

/// Runs every case through one runner and reports all that differ.
pub(crate) fn run(answer: impl Fn(&Case) -> Result<Value, Value>) -> usize {
    let cases = cases();
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let got = answer(case);
            (!agrees(&case.want, &got) || lacks_words(got.as_ref().unwrap_or_else(|diagnostics| diagnostics)))
                .then(|| format!("{}\n  want {}\n  got  {}", case.name, show(&case.want), show(&got)))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cases differ:\n{}", failures.len(), cases.len(), failures.join("\n"));
    cases.len()
}

fn show(answer: &Result<Value, Value>) -> String {
    match answer {
        Ok(value) => value.to_string(),
        Err(diagnostics) => format!("error {diagnostics}"),
    }
}

/// Messages may change, but they are there.
fn lacks_words(got: &Value) -> bool {
    match got {
        Value::Array(items) => items.iter().any(lacks_words),
        Value::Object(fields) => {
            fields.get("message").is_some_and(|message| message == "") || fields.values().any(lacks_words)
        }
        _ => false,
    }
}

fn agrees(want: &Result<Value, Value>, got: &Result<Value, Value>) -> bool {
    match (want, got) {
        (Ok(want), Ok(got)) => equal(want, got),
        (Err(want), Err(got)) => diagnostics_agree(want, got),
        _ => false,
    }
}

/// The lists whose entries have a wording, and are compared like the diagnostics that are thrown.
const KEY_BY_KEY: &[&str] = &["diagnostics", "steps", "rule_changes"];

/// The list whose entries say what matters of acts in euros, and are compared on what they say.
const IN_PART: &str = "violations";

fn agrees_in_part(want: &Value, got: &Value) -> bool {
    match (want, got) {
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(want, got)| agrees_in_part(want, got))
        }
        (Value::Object(want), Value::Object(got)) => {
            want.iter().all(|(key, want)| got.get(key).is_some_and(|got| agrees_in_part(want, got)))
        }
        (want, got) => equal(want, got),
    }
}

/// Equality as JSON: `1` is `1.0`.
fn equal(want: &Value, got: &Value) -> bool {
    match (want, got) {
        (Value::Number(want), Value::Number(got)) => want.as_f64() == got.as_f64(),
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(want, got)| equal(want, got))
        }
        (Value::Object(want), Value::Object(got)) => {
            want.len() == got.len()
                && want.iter().all(|(key, want)| match got.get(key) {
                    Some(got) if KEY_BY_KEY.contains(&key.as_str()) => diagnostics_agree(want, got),
                    Some(got) if key == IN_PART => agrees_in_part(want, got),
                    Some(got) => equal(want, got),
                    None => false,
                })
        }
        (want, got) => want == got,
    }
}

fn diagnostics_agree(want: &Value, got: &Value) -> bool {
    let (Value::Array(want), Value::Array(got)) = (want, got) else { return false };
    want.len() == got.len() && want.iter().zip(got).all(|(want, got)| diagnostic_agrees(want, got))
}

fn diagnostic_agrees(want: &Value, got: &Value) -> bool {
    let Value::Object(want) = want else { return false };
    want.iter().all(|(key, want)| match key.as_str() {
        // Of other places, the case says where they are.
        "related" => {
            let pointers = |value: &Value| -> Vec<Value> {
                value.as_array().into_iter().flatten().map(|related| related["pointer"].clone()).collect()
            };
            pointers(want) == pointers(&got["related"])
        }
        _ => got.get(key).is_some_and(|got| equal(want, got)),
    })
}

/// What an answer says of the fields that a case names.
pub(crate) fn picked(want: &Value, got: Value) -> Value {
    match (want, got) {
        (Value::Object(want), Value::Object(mut got)) => {
            want.iter().filter_map(|(key, want)| Some((key.clone(), picked(want, got.remove(key)?)))).collect()
        }
        (Value::Array(want), Value::Array(got)) if want.len() == got.len() => {
            want.iter().zip(got).map(|(want, got)| picked(want, got)).collect()
        }
        (_, got) => got,
    }
}
