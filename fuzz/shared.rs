//! What both doors are asked with, and what must be true of every answer.
#![allow(dead_code)]

use std::sync::OnceLock;

use care_coverage::{CareTypeCatalog, Diagnostic, Json};

/// The shipped catalogue.
pub fn catalog() -> &'static CareTypeCatalog {
    static CATALOG: OnceLock<CareTypeCatalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let json: Json = serde_json::from_str(include_str!("../examples/catalog.json")).expect("the catalogue is JSON");
        CareTypeCatalog::new(&json, None).expect("the catalogue is good")
    })
}

/// Every pointer resolves.
pub fn check(diagnostics: &[Diagnostic], value: &serde_json::Value) {
    for diagnostic in diagnostics {
        assert!(value.pointer(&diagnostic.pointer).is_some(), "{} does not resolve", diagnostic.pointer);
        for related in &diagnostic.related {
            assert!(value.pointer(&related.pointer).is_some(), "{} does not resolve", related.pointer);
        }
    }
}

pub fn is_limit(error: &serde_json::Error) -> bool {
    let message = error.to_string();
    ["recursion limit", "number out of range", "surrogate", "hex escape"].iter().any(|limit| message.contains(limit))
}
