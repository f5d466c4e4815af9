//! The law of `docs/coverage.md` written a second time, as plainly as possible: loops over the documents themselves, no
//! index, no decoding, nothing remembered. It shares no code with the engine.
//!
//! An act's facts are a JSON object: a fact that is absent is unknown, `null` does not apply.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// Fact of an act, condition of a filter. Age is not among them.
pub(crate) const FACTS: [(&str, &str); 8] = [
    ("is_optam_or_secteur_1", "is_optam_or_secteur_1"),
    ("is_for_at_least_one_visible_tooth", "is_for_at_least_one_visible_tooth"),
    ("is_etablissement_conventionne", "is_etablissement_conventionne"),
    ("practitioner", "practitioner"),
    ("glasses_lens_complexity", "glasses_lens_complexities"),
    ("reimbursed_by_secu", "reimbursed_by_secu"),
    ("treatment_mode", "allowed_treatment_modes"),
    ("nature_de_soins", "allowed_natures_de_soins"),
];

/// What an act says; absent: unknown, `null`: does not apply.
pub(crate) type Facts = Map<String, Value>;
/// Where an act contradicts itself: pointer and code.
pub(crate) type Contradictions = BTreeSet<(String, String)>;

/// The entries of a JSON array; none where there is no array.
pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The strings of a JSON array.
pub(crate) fn strings(value: &Value) -> impl Iterator<Item = &str> {
    items(value).iter().filter_map(Value::as_str)
}

/// The short codes of the members of a group.
pub(crate) fn members(catalog: &Value, group: &str) -> BTreeSet<String> {
    let of_code = |entry: &&Value| entry["short_code"] == group;
    let id = items(&catalog["care_type_groups"]).iter().find(of_code).map(|entry| &entry["id"]).expect("a group");
    let belongs = |entry: &&Value| items(&entry["care_type_group_ids"]).contains(id);
    items(&catalog["internal_care_types"]).iter().filter(belongs).map(short_code).collect()
}

/// The care type of a short code.
pub(crate) fn care_type<'c>(catalog: &'c Value, code: &str) -> Option<&'c Value> {
    items(&catalog["internal_care_types"]).iter().find(|entry| entry["short_code"] == code)
}

pub(crate) fn short_code(entry: &Value) -> String {
    entry["short_code"].as_str().expect("a short code").to_owned()
}

/// The short codes that a selector computes to, by the set algebra of the law.
pub(crate) fn selected(catalog: &Value, options: &Value, selector: &Value) -> BTreeSet<String> {
    let types = |field: &str| -> BTreeSet<String> { strings(&selector[field]).map(str::to_owned).collect() };
    let of_groups = |field: &str| -> BTreeSet<String> {
        strings(&selector[field]).flat_map(|group| members(catalog, group)).collect()
    };
    let (include_groups, exclude_groups) =
        (of_groups("include_care_type_groups"), of_groups("exclude_care_type_groups"));
    let (include_types, exclude_types) = (types("include_care_types"), types("exclude_care_types"));
    if options["selectorPrecedence"] == "types_over_groups" {
        let of_groups = &include_groups - &exclude_groups;
        &(&of_groups | &include_types) - &exclude_types
    } else {
        let included = &include_groups | &include_types;
        let excluded = &exclude_groups | &exclude_types;
        &included - &excluded
    }
}

/// Year, month and day of `YYYY-MM-DD`, if there is such a day.
pub(crate) fn day(text: &str) -> Option<(u32, u32, u32)> {
    let shape = |(place, c): (usize, char)| if [4, 7].contains(&place) { c == '-' } else { c.is_ascii_digit() };
    if text.chars().count() != 10 || !text.chars().enumerate().all(shape) {
        return None;
    }
    let mut parts = text.split('-').map(|part| part.parse::<u32>().expect("digits"));
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (year >= 1 && 1 <= day && day <= last).then_some((year, month, day))
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// How many birthdays have come by a date, counted one by one; none before the birth.
pub(crate) fn completed_years(birth: (u32, u32, u32), date: (u32, u32, u32)) -> Option<usize> {
    let (born, month, day) = birth;
    let birthday = |year| if (month, day) == (2, 29) && !is_leap(year) { (year, 3, 1) } else { (year, month, day) };
    (birth <= date).then(|| (born + 1..=date.0).filter(|year| birthday(*year) <= date).count())
}

/// The facts of an act after derivation, before its care type restricts them; or every contradiction in it.
pub(crate) fn facts(act: &Value, options: &Value) -> Result<Facts, Contradictions> {
    let mut wrong = Contradictions::new();
    let mut blame = |field: &str, code: &str| wrong.insert((format!("/{field}"), code.to_owned()));
    let mut facts = Facts::new();
    for (fact, _) in FACTS {
        if let Some(value) = act.get(fact) {
            facts.insert(fact.to_owned(), value.clone());
        }
    }
    for (fact, derived) in [
        ("is_for_at_least_one_visible_tooth", derived_from_teeth(act, options)),
        ("is_etablissement_conventionne", derived_from_establishment(act, options)),
    ] {
        let Some((derived, is_silent)) = derived else { continue };
        match act.get(fact) {
            Some(_) if is_silent => {}
            Some(stated) if *stated != derived => {
                blame(fact, "inconsistent_fact");
            }
            _ => {
                facts.insert(fact.to_owned(), derived);
            }
        }
    }
    let stated = integer(&act["member_age"]);
    let date = |field: &str| act[field].as_str().and_then(day);
    let derived = match (date("member_birth_date"), date("care_date")) {
        (Some(birth), Some(care)) => match completed_years(birth, care) {
            None => {
                blame("member_birth_date", "born_after_care_date");
                None
            }
            Some(years) if years > 130 => {
                blame("member_birth_date", "age_out_of_range");
                None
            }
            years => years,
        },
        _ => None,
    };
    if stated.is_some() && derived.is_some() && stated != derived {
        blame("member_age", "inconsistent_fact");
    }
    if let Some(age) = derived.or(stated) {
        facts.insert("member_age".to_owned(), json!(age));
    }
    if wrong.is_empty() { Ok(facts) } else { Err(wrong) }
}

/// What the teeth say of the visible tooth, and whether they say it only where the boolean is left out.
fn derived_from_teeth(act: &Value, options: &Value) -> Option<(Value, bool)> {
    let teeth = act.get("teeth")?;
    if teeth.is_null() || items(teeth).is_empty() {
        return Some((Value::Null, teeth.is_null()));
    }
    let permanent = |units: u64| (1..=4).flat_map(move |quadrant| (1..=units).map(move |unit| 10 * quadrant + unit));
    let deciduous = (5..=8).flat_map(|quadrant| (1..=3).map(move |unit| 10 * quadrant + unit));
    let visible: Vec<u64> = match &options["visibleTeeth"] {
        Value::Array(listed) => listed.iter().filter_map(Value::as_u64).collect(),
        setting => permanent(if setting == "through_first_premolar" { 4 } else { 5 }).chain(deciduous).collect(),
    };
    Some((json!(items(teeth).iter().filter_map(Value::as_u64).any(|tooth| visible.contains(&tooth))), false))
}

/// The same for the establishment, where the catalogue lists those that are not conventionnés.
fn derived_from_establishment(act: &Value, options: &Value) -> Option<(Value, bool)> {
    let others = options.get("nonConventionedEstablishments")?;
    let establishment = act.get("establishment")?;
    let derived = if establishment.is_null() { Value::Null } else { json!(!items(others).contains(establishment)) };
    Some((derived, establishment.is_null()))
}

/// A number as an integer; `18.0` is one.
pub(crate) fn integer(number: &Value) -> Option<usize> {
    number.as_f64()?.to_string().parse().ok()
}

/// The facts that acts of this type have: any other does not apply, whatever the act says.
pub(crate) fn restricted(mut facts: Facts, care_type: &Value) -> Facts {
    if let Some(applicable) = care_type["applicable_facts"].as_array() {
        for (fact, _) in FACTS.into_iter().filter(|(fact, _)| !applicable.iter().any(|known| known == fact)) {
            facts.insert(fact.to_owned(), Value::Null);
        }
    }
    facts
}

/// The conditions that a filter states: field, the fact that it looks at, and the filter's value.
pub(crate) fn stated(filter: &Value) -> impl Iterator<Item = (&'static str, &'static str, &Value)> {
    let ages = [("min_age", "member_age"), ("max_age", "member_age")];
    let others = FACTS.map(|(fact, condition)| (condition, fact));
    ages.into_iter().chain(others).filter_map(|(field, fact)| {
        let expected = filter.get(field).filter(|expected| !expected.is_null())?;
        Some((field, fact, expected))
    })
}

/// One condition: `holds`, `fails` or `unknown`.
pub(crate) fn condition(filter: &Value, field: &str, fact: &str, expected: &Value, facts: &Facts) -> &'static str {
    let reversed = match (integer(&filter["min_age"]), integer(&filter["max_age"])) {
        (Some(min), Some(max)) => min > max,
        _ => false,
    };
    if *expected == json!([]) || fact == "member_age" && reversed {
        return "fails";
    }
    let Some(actual) = facts.get(fact) else { return "unknown" };
    let holds = match (field, expected) {
        ("min_age", min) => integer(min) <= integer(actual),
        ("max_age", max) => integer(actual) <= integer(max),
        (_, Value::Array(allowed)) => allowed.contains(actual),
        (_, required) => actual == required,
    };
    if holds { "holds" } else { "fails" }
}

/// A filter: it fails if any condition fails, else is unknown if any is unknown, else holds.
pub(crate) fn outcome(filter: &Value, facts: &Facts) -> &'static str {
    let mut all = "holds";
    for (field, fact, expected) in stated(filter) {
        match condition(filter, field, fact, expected, facts) {
            "fails" => return "fails",
            "unknown" => all = "unknown",
            _ => {}
        }
    }
    all
}

/// The facts that an unknown filter waits for; of any other, none.
pub(crate) fn missing(filter: &Value, facts: &Facts) -> BTreeSet<&'static str> {
    if outcome(filter, facts) != "unknown" {
        return BTreeSet::new();
    }
    stated(filter)
        .filter(|(field, fact, expected)| condition(filter, field, fact, expected, facts) == "unknown")
        .map(|(_, fact, _)| fact)
        .collect()
}

/// What `guaranteesFor` answers, all mappings in turn.
pub(crate) fn decision(
    catalog: &Value,
    options: &Value,
    coverage: &Value,
    act: &Value,
) -> Result<Value, Contradictions> {
    let facts = facts(act, options)?;
    let code = act["care_type"].as_str().expect("a care type");
    let Some(care_type) = care_type(catalog, code) else {
        return Ok(json!({ "outcome": "unknown_care_type", "guarantees": [], "undetermined": [] }));
    };
    let facts = restricted(facts, care_type);
    let (mut certain, mut undetermined) = (Vec::new(), Vec::new());
    for guarantee in items(&coverage["guarantees"]) {
        let mut missing_facts = BTreeSet::new();
        let mut matches = false;
        for mapping in items(&guarantee["care_type_mappings"]) {
            if selected(catalog, options, &mapping["selector"]).contains(code) {
                matches |= outcome(&mapping["filter"], &facts) == "holds";
                missing_facts.extend(missing(&mapping["filter"], &facts));
            }
        }
        if matches {
            certain.push(guarantee["name"].clone());
        } else if !missing_facts.is_empty() {
            undetermined.push(json!({ "guarantee": guarantee["name"], "missing": missing_facts }));
        }
    }
    let outcome = match (undetermined.is_empty(), certain.len()) {
        (false, _) => "undetermined",
        (true, 0) => "not_covered",
        (true, 1) => "covered",
        (true, _) => "ambiguous",
    };
    Ok(json!({ "outcome": outcome, "guarantees": certain, "undetermined": undetermined }))
}
