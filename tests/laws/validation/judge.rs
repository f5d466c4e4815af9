//! The engine's judgement of a payload or a text, through its public API.

use std::collections::BTreeMap;

use care_coverage::{CareTypeCatalog, Diagnostic, Json, Severity};
use serde_json::{Value, json};

/// Pointer and code.
pub(crate) type Blame = (String, String);

pub(crate) fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

pub(crate) fn catalog(data: &Value, options: &Value) -> CareTypeCatalog {
    CareTypeCatalog::new(&json_of(data), Some(&json_of(options))).expect("a valid catalogue")
}

/// The diagnostics of a payload.
pub(crate) fn values(catalog: &CareTypeCatalog, payload: &Value) -> Vec<Diagnostic> {
    catalog.validate_coverage(&json_of(payload), None).expect("there are no options")
}

/// The diagnostics of a text.
pub(crate) fn text(catalog: &CareTypeCatalog, text: &str) -> Vec<Diagnostic> {
    units(catalog, &text.encode_utf16().collect::<Vec<_>>())
}

/// The diagnostics of a text in UTF-16 code units, which need not be well-formed.
pub(crate) fn units(catalog: &CareTypeCatalog, units: &[u16]) -> Vec<Diagnostic> {
    catalog.validate_coverage_text(units, None).expect("there are no options")
}

/// The same, without those that speak of how mappings lie to each other.
pub(crate) fn units_without_analysis(catalog: &CareTypeCatalog, units: &[u16]) -> Vec<Diagnostic> {
    let options = json_of(&json!({ "analysis": false }));
    catalog.validate_coverage_text(units, Some(&options)).expect("the options are good")
}

/// The diagnostics of a payload that speak of one mapping or one field, not of how mappings lie to each other.
pub(crate) fn without_analysis(catalog: &CareTypeCatalog, payload: &Value) -> Vec<Diagnostic> {
    let options = json_of(&json!({ "analysis": false }));
    catalog.validate_coverage(&json_of(payload), Some(&options)).expect("the options are good")
}

/// The same without what only a text gives.
pub(crate) fn unplaced(mut found: Diagnostic) -> Diagnostic {
    (found.range, found.mark, found.edits) = (None, None, None);
    found.related.iter_mut().for_each(|related| related.range = None);
    found
}

pub(crate) fn blame(found: &Diagnostic) -> Blame {
    (found.pointer.clone(), found.code.as_str().to_owned())
}

pub(crate) fn errors(found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|found| found.severity == Severity::Error)
}

/// How many diagnostics of each code there are.
pub(crate) fn counts<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in found {
        *counts.entry(found.code.as_str()).or_default() += 1;
    }
    counts
}
