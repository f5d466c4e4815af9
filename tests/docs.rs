//! What is written from tables of the source agrees with them: that of codes in `src/ground/diagnostics/code.rs`, that of facts in
//! `src/coverage/facts/table.rs` (`docs/facts.rs`), that of checks (`docs/dispense.rs`), that of sentences in
//! `src/ground/diagnostics/sentences.rs` (`docs/sentences.rs`). The documentation agrees with the golden cases (`docs/sources.rs`) and with the
//! files of the repository (`docs/links.rs`), in plain words (`docs/words.rs`).
#![allow(missing_docs, clippy::expect_used)]

#[path = "docs/dispense.rs"]
mod dispense;
#[path = "docs/facts.rs"]
mod facts;
#[path = "docs/links.rs"]
mod links;
#[path = "docs/sentences.rs"]
mod sentences;
#[path = "docs/sources.rs"]
mod sources;
mod support;
#[path = "docs/words.rs"]
mod words;

use care_coverage::{Code, Severity};
use std::fmt::Write;

/// With `UPDATE_DOCS=1` (`make docs`) the file is written instead.
#[test]
fn the_table_of_codes_is_up_to_date() {
    is_up_to_date("docs/codes.md", &table());
}

#[test]
fn the_facts_of_the_package_are_up_to_date() {
    facts::files().iter().for_each(|(path, text)| is_up_to_date(path, text));
}

#[test]
fn the_sentences_of_the_package_are_up_to_date() {
    sentences::files().iter().for_each(|(path, text)| is_up_to_date(path, text));
}

#[test]
fn the_checks_of_the_package_are_up_to_date() {
    is_up_to_date("pkg-template/declarations/dispense-checks.d.ts", &dispense::declarations());
}

fn is_up_to_date(path: &str, text: &str) {
    let whole = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&whole, text).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&whole).unwrap_or_default();
    assert!(written == text, "{path} is not up to date: run `make docs`");
}

/// Codes that a JSON document cannot show, or none of a readable size, are shown by the tests of hostile values, of faults or of the
/// stores.
#[test]
fn every_code_has_a_golden_case() {
    const NOT_GOLDEN: &[Code] = &[
        Code::UnreadableValue,
        Code::TooLarge,
        Code::Freed,
        Code::OutOfMemory,
        Code::Internal,
        Code::Stale,
        Code::UnknownCoverage,
        Code::UnknownVersion,
        Code::AnalysisTruncated,
        Code::DiagnosticsTruncated,
    ];
    let names: Vec<String> = support::cases().iter().flat_map(shown).collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !NOT_GOLDEN.contains(code))
        .map(|code| code.as_str())
        .filter(|code| !names.iter().any(|name| name == code))
        .collect();
    assert!(missing.is_empty(), "no golden case shows {missing:?}");
}

/// The codes that a case expects.
fn shown(case: &support::Case) -> Vec<String> {
    let own = match &case.want {
        Ok(answer) => answer.get("diagnostics"),
        Err(diagnostics) => Some(diagnostics),
    };
    // A batch lists them for each act.
    let invalid = case.want.as_ref().ok().and_then(|answer| answer.get("invalid")?.as_array());
    let of_acts = invalid.into_iter().flatten().filter_map(|act| act.get("diagnostics"));
    let diagnostics = own.into_iter().chain(of_acts).filter_map(|list| list.as_array()).flatten();
    diagnostics.filter_map(|diagnostic| Some(diagnostic.get("code")?.as_str()?.to_owned())).collect()
}

fn table() -> String {
    let mut text = String::from(
        "# Codes\n\n<!-- Made by `make docs` from src/ground/diagnostics/code.rs. -->\n\n\
         Every diagnostic has one of these codes. They are part of the API; messages are not.\n\
         ✗ marks the problems that leave the meaning undefined: nothing is compiled while one is there.\n\
         Within a coverage rule nothing is ✗: only an act that a broken rule should pay for is refused.\n\
         The documentation site has a page for each code, with an example that gives it and one that does not.\n\n\
         | code | severity | when | fix |\n|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let mark = if code.is_blocking() { " ✗" } else { "" };
        let fix = if code.fix().is_empty() { "–" } else { code.fix() };
        // With an address of its own, for links to a code.
        writeln!(text, "| <a id=\"{0}\"></a>`{0}` | {severity}{mark} | {1} | {fix} |", code.as_str(), code.when())
            .expect("a string takes text");
    }
    text
}
