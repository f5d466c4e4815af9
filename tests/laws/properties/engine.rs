//! The engine through its public API, with documents and answers as values of `serde_json`.

use std::collections::BTreeSet;

use care_coverage::{CareTypeCatalog, Coverage, Diagnostic, Error, Json};
use serde_json::Value;

pub(crate) fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

/// An answer as JSON.
pub(crate) fn value(answer: impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer is JSON")
}

pub(crate) fn catalog(data: &Value, options: &Value) -> CareTypeCatalog {
    CareTypeCatalog::new(&json_of(data), Some(&json_of(options))).expect("a valid catalogue")
}

pub(crate) fn coverage(catalog: &CareTypeCatalog, payload: &Value) -> Coverage {
    catalog.compile_coverage(json_of(payload)).expect("a valid coverage")
}

/// Pointer and code of every diagnostic.
pub(crate) fn blamed(diagnostics: &[Diagnostic]) -> BTreeSet<(String, String)> {
    diagnostics.iter().map(|found| (found.pointer.clone(), found.code.as_str().to_owned())).collect()
}

/// An answer as JSON, or what the refusal blames.
pub(crate) fn judged<T: serde::Serialize>(answer: Result<T, Error>) -> Result<Value, BTreeSet<(String, String)>> {
    answer.map(value).map_err(|error| blamed(error.diagnostics()))
}
