//! What values and texts are asked with, and what must be true of every answer.
#![allow(dead_code)]

use std::sync::OnceLock;

use care_coverage::{CareTypeCatalog, Code, Coverage, Diagnostic, Json};

/// The shipped catalogue.
pub fn catalog() -> &'static CareTypeCatalog {
    static CATALOG: OnceLock<CareTypeCatalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let json: Json = serde_json::from_str(include_str!("../examples/catalog.json")).expect("the catalogue is JSON");
        CareTypeCatalog::new(&json, None).expect("the catalogue is good")
    })
}

/// The shipped example.
pub fn coverage() -> &'static Coverage {
    static COVERAGE: OnceLock<Coverage> = OnceLock::new();
    COVERAGE.get_or_init(|| {
        let json = serde_json::from_str(include_str!("../examples/coverage.json")).expect("the coverage is JSON");
        catalog().compile_coverage(json).expect("the coverage is good")
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

/// Whether a diagnostic of a coverage stops its compilation: what is wrong within a coverage rule does not,
/// unless the rule could not even be kept.
pub fn blocks(diagnostic: &Diagnostic) -> bool {
    let mut segments = diagnostic.pointer.splitn(5, '/').skip(1);
    let place = [segments.next(), segments.next(), segments.next(), segments.next()];
    let within_rule = match place {
        [Some("guarantees"), Some(_), Some("coverage_rule"), None] => diagnostic.code == Code::MissingField,
        [Some("guarantees"), Some(_), Some("coverage_rule"), Some(_)] => true,
        _ => false,
    };
    diagnostic.code.is_blocking() && (!within_rule || diagnostic.code == Code::TooDeep)
}

pub fn is_limit(error: &serde_json::Error) -> bool {
    let message = error.to_string();
    ["recursion limit", "number out of range", "surrogate", "hex escape"].iter().any(|limit| message.contains(limit))
}
