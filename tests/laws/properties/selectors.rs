//! Selectors and the two forms of a catalogue.

use std::collections::{BTreeMap, BTreeSet};

use care_coverage::{CareTypeCatalog, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::engine::{self, json_of};
use super::law;
use super::model::{self, items, short_code, strings};
use super::world::{Documents, catalogs, options, selectors};

/// A catalogue, its options and a selector.
fn questions() -> impl Strategy<Value = (Value, Value, Value)> {
    (catalogs(), options()).prop_flat_map(|(catalog, options)| {
        let selectors: Documents = selectors(&catalog);
        (Just(catalog), Just(options), selectors)
    })
}

/// The short codes that the engine selects, in its order.
fn selected(catalog: &CareTypeCatalog, selector: &Value) -> Vec<String> {
    let selected = catalog.care_types_from_selector(&json_of(selector)).expect("known codes");
    selected.into_iter().map(|care_type| care_type.short_code.clone()).collect()
}

/// A selector computes to what the set algebra of the law says, sorted by short code.
#[test]
fn a_selector_is_set_algebra() {
    law::holds(300, &questions(), |(data, options, selector)| {
        let catalog = engine::catalog(&data, &options);
        let mut expected: Vec<String> = model::selected(&data, &options, &selector).into_iter().collect();
        expected.sort_by(|a, b| a.chars().cmp(b.chars()));
        prop_assert_eq!(selected(&catalog, &selector), expected);
        Ok(())
    });
}

/// An explanation lists exactly the care types that a term touches, says `selected` of exactly those that the selector
/// selects, and names the deciding and the overridden terms of the law.
#[test]
fn an_explanation_names_the_terms_of_the_law() {
    law::holds(200, &questions(), |(data, options, selector)| {
        let catalog = engine::catalog(&data, &options);
        let explanation = engine::value(catalog.explain_selector(&json_of(&selector)).expect("known codes"));
        let decisions = items(&explanation["care_types"]);
        let chosen: Vec<String> =
            decisions.iter().filter(|decision| decision["selected"] == true).map(short_code).collect();
        prop_assert_eq!(chosen, selected(&catalog, &selector));
        let expected: Vec<Value> = touched(&data, &selector)
            .into_iter()
            .map(|code| decision(&data, &selector, &code, model::selected(&data, &options, &selector).contains(&code)))
            .collect();
        prop_assert_eq!(decisions, expected.as_slice());
        Ok(())
    });
}

/// Every care type that a term names, or whose group a term names.
fn touched(catalog: &Value, selector: &Value) -> BTreeSet<String> {
    let of_side = |side: &str| {
        let codes = items(&catalog["internal_care_types"]).iter().map(short_code);
        codes.filter(|code| !terms(catalog, selector, side, code).is_empty()).collect::<Vec<_>>()
    };
    ["include", "exclude"].into_iter().flat_map(of_side).collect()
}

/// The terms of one side (`include` or `exclude`) that touch a care type, each once: groups as written, then the type.
pub(crate) fn terms(catalog: &Value, selector: &Value, side: &str, code: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for (field, is_group) in [(format!("{side}_care_type_groups"), true), (format!("{side}_care_types"), false)] {
        for term in strings(&selector[&field]) {
            let touches = if is_group { model::members(catalog, term).contains(code) } else { term == code };
            let term = json!({ "field": field, "short_code": term });
            if touches && !found.contains(&term) {
                found.push(term);
            }
        }
    }
    found
}

/// The term of the winning side that decides: the one that names the type, else the first group as written.
pub(crate) fn deciding(winning: &[Value]) -> &Value {
    let names_type = |term: &&Value| !term["field"].as_str().is_some_and(|field| field.ends_with("groups"));
    winning.iter().find(names_type).unwrap_or(&winning[0])
}

fn decision(catalog: &Value, selector: &Value, code: &str, selected: bool) -> Value {
    let (include, exclude) = (terms(catalog, selector, "include", code), terms(catalog, selector, "exclude", code));
    let (winning, losing) = if selected { (include, exclude) } else { (exclude, include) };
    json!({ "short_code": code, "selected": selected, "decided_by": deciding(&winning), "overridden": losing })
}

/// The three look-ups of a catalogue, written down and read back, give the same catalogue; and they say what the two lists
/// say.
#[test]
fn both_forms_give_the_same_catalogue() {
    law::holds(150, &questions(), |(data, options, selector)| {
        let from_lists = engine::catalog(&data, &options);
        let look_ups = engine::value(from_lists.care_type_mappings());
        prop_assert_eq!(&look_ups, &expected_look_ups(&data));
        let from_look_ups = engine::catalog(&look_ups, &options);
        prop_assert_eq!(from_look_ups.care_type_mappings(), from_lists.care_type_mappings());
        prop_assert_eq!(from_look_ups.care_type_count(), items(&data["internal_care_types"]).len());
        prop_assert_eq!(from_look_ups.care_type_group_count(), items(&data["care_type_groups"]).len());
        prop_assert_eq!(selected(&from_look_ups, &selector), selected(&from_lists, &selector));
        for catalog in [&from_lists, &from_look_ups] {
            let empty = look_ups["care_type_group_to_internal_care_types"].as_object().expect("a look-up");
            let empty = empty.values().filter(|members| items(members).is_empty()).count();
            let warned = catalog.diagnostics().iter().filter(|found| found.code.as_str() == "empty_group").count();
            prop_assert_eq!(warned, empty);
            prop_assert!(catalog.diagnostics().iter().all(|found| found.severity != Severity::Error));
        }
        Ok(())
    });
}

/// The three look-ups by their definition.
fn expected_look_ups(data: &Value) -> Value {
    let written_out = |entry: &Value, fields: &[&str]| {
        let fields = fields.iter().map(|field| ((*field).to_owned(), entry[field].clone()));
        Value::Object(fields.collect())
    };
    let care_type =
        |entry: &Value| written_out(entry, &["id", "short_code", "label", "care_type_group_ids", "applicable_facts"]);
    let group = |entry: &Value| written_out(entry, &["id", "short_code", "label"]);
    let (care_types, groups) = (items(&data["internal_care_types"]), items(&data["care_type_groups"]));
    let by_code = |entries: &[Value], entry: &dyn Fn(&Value) -> Value| -> BTreeMap<String, Value> {
        entries.iter().map(|given| (short_code(given), entry(given))).collect()
    };
    let members = groups.iter().map(|group| {
        let codes = model::members(data, &short_code(group));
        let entries: Vec<Value> = codes.iter().filter_map(|code| model::care_type(data, code)).map(care_type).collect();
        (group["id"].to_string(), entries)
    });
    json!({
        "internal_care_type_by_short_code": by_code(care_types, &care_type),
        "care_type_group_by_short_code": by_code(groups, &group),
        "care_type_group_to_internal_care_types": members.collect::<BTreeMap<_, _>>(),
    })
}
