//! The documentation agrees with the source, with the golden cases and with itself: the table of codes is made from the one of the
//! source, every golden case cites a heading of `docs/`, and every link within the repository leads somewhere.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

mod support;

use care_coverage::{Code, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codes.md");

/// With `UPDATE_DOCS=1` (`make docs`) the file is written instead.
#[test]
fn the_table_of_codes_is_up_to_date() {
    let table = table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PATH, &table).expect("docs/codes.md can be written");
    }
    let written = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(written == table, "docs/codes.md is not up to date: run `make docs`");
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
         Within a coverage rule nothing is ✗: only an act that a broken rule should pay for is refused.\n\n\
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
        writeln!(text, "| `{}` | {severity}{mark} | {} | {fix} |", code.as_str(), code.when())
            .expect("a string takes text");
    }
    text
}

/// What a golden case shows is written where its `source` says.
#[test]
fn every_source_of_a_golden_case_is_a_heading_of_docs() {
    let mut read = BTreeMap::new();
    let missing: Vec<String> = support::cases()
        .into_iter()
        .flat_map(|case| {
            case.source.split(", ").map(|source| (case.name.clone(), source.to_owned())).collect::<Vec<_>>()
        })
        .filter(|(_, source)| {
            let (file, heading) = source.split_once('#').unwrap_or((source, ""));
            let headings = read.entry(file.to_owned()).or_insert_with(|| headings(&root().join(file)));
            !file.starts_with("docs/") || !headings.contains(heading)
        })
        .map(|(name, source)| format!("{name}: {source}"))
        .collect();
    assert!(missing.is_empty(), "no such heading:\n{}", missing.join("\n"));
}

/// A note is read alone, by somebody who looks for what the rules mean.
#[test]
fn every_note_of_a_golden_case_can_be_read_alone() {
    const FIRST: &[&str] = &[
        "also", "and", "another", "both", "but", "ditto", "even", "it", "likewise", "nor", "or", "other", "others",
        "same", "see", "that", "then", "these", "this", "those", "too",
    ];
    const FIRST_TWO: &[&str] = &[
        "as above",
        "as before",
        "neither is",
        "neither does",
        "so are",
        "so does",
        "so is",
        "the other",
        "the others",
        "the same",
    ];
    const ANYWHERE: &[&str] = &["as above", "likewise", "previous case", ", too"];
    let leaning = |note: &str| {
        let words: Vec<String> =
            note.split_whitespace().take(2).map(|word| word.trim_matches([',', ':', ';']).to_lowercase()).collect();
        let first = words.first().is_some_and(|word| FIRST.contains(&word.as_str()));
        first || FIRST_TWO.contains(&words.join(" ").as_str()) || ANYWHERE.iter().any(|phrase| note.contains(phrase))
    };
    let found: Vec<String> = support::cases()
        .into_iter()
        .filter(|case| case.note.is_empty() || leaning(&case.note))
        .map(|case| format!("{}: {}", case.name, case.note))
        .collect();
    assert!(found.is_empty(), "these notes lean on others:\n{}", found.join("\n"));
}

/// Files and headings that the documents of the repository link to are there.
#[test]
fn links_within_the_repository_lead_somewhere() {
    let (mut broken, mut count) = (Vec::new(), 0);
    for document in documents() {
        let text = std::fs::read_to_string(&document).expect("a document");
        for link in links(&text) {
            let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
            let folder = document.parent().expect("a folder");
            let target = if file.is_empty() { document.clone() } else { plain(&folder.join(file)) };
            count += 1;
            if !target.exists() || !heading.is_empty() && !headings(&target).contains(heading) {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
    assert!(count >= 20, "only {count} links found");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files of the repository for people.
fn documents() -> Vec<PathBuf> {
    [".", "docs", "examples/edge"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root().join(folder)).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

/// The targets of links, but for those to the web and within code.
fn links(text: &str) -> Vec<String> {
    let mut in_code = false;
    let prose = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    prose
        .flat_map(|line| line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())))
        .filter(|link| !link.contains("://"))
        .collect()
}

/// The anchors of a document's headings, as GitHub makes them.
fn headings(path: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let anchor = |heading: &str| -> String {
        let kept = heading.trim().to_lowercase();
        kept.replace(' ', "-")
            .chars()
            .filter(|letter| letter.is_alphanumeric() || ['-', '_'].contains(letter))
            .collect()
    };
    text.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#'))).collect()
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, component| {
        match component {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            other => plain.push(other),
        }
        plain
    })
}
