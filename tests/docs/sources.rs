//! Golden cases as a reader finds them: where the rules say what a case shows, and what it shows.

use std::collections::BTreeMap;

use crate::links::{headings, root};

/// What a golden case shows is written where its `source` says.
#[test]
fn every_source_of_a_golden_case_is_a_heading_of_docs() {
    let mut read = BTreeMap::new();
    let missing: Vec<String> = crate::support::all_cases()
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
    let found: Vec<String> = crate::support::all_cases()
        .into_iter()
        .filter(|case| case.note.is_empty() || leaning(&case.note))
        .map(|case| format!("{}: {}", case.name, case.note))
        .collect();
    assert!(found.is_empty(), "these notes lean on others:\n{}", found.join("\n"));
}
