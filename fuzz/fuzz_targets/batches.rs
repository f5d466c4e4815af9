//! Batches: whatever bytes are handed in as lines of JSON or as CSV, nothing panics, a text that comes in pieces says
//! what the whole says, and every row is answered as its act would be alone.
//!
//! The first byte is the format, the next two say how long the pieces are by turns.
#![no_main]

#[path = "../csv.rs"]
mod csv;
#[path = "../shared.rs"]
mod shared;

use std::sync::OnceLock;

use care_coverage::{CareTypeCatalog, Coverage, Error, Json};
use care_coverage::batch::{Evaluation, MAX_INVALID_ACTS, OUTCOME_CODES, TextBatch, TextFormat};
use libfuzzer_sys::fuzz_target;

const INVALID_ACT: u8 = 5;

fuzz_target!(|bytes: &[u8]| {
    let [format, piece, next, text @ ..] = bytes else { return };
    let format = if *format == b'c' { TextFormat::Csv } else { TextFormat::Ndjson };
    let coverage = coverage();
    let whole = coverage.evaluate_text(text, format);
    let lengths = [*piece, *next].map(|length| usize::from(length) + 1);
    assert_eq!(whole, in_pieces(coverage, text, format, lengths), "pieces of {lengths:?} say something else");
    let Ok(evaluation) = whole else { return };
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    match format {
        TextFormat::Ndjson => check_lines(coverage, text, &evaluation),
        TextFormat::Csv => {
            let Some(acts) = csv::acts(text) else { return };
            assert_eq!(acts.len(), evaluation.outcomes.len(), "rows");
            acts.iter().enumerate().for_each(|(index, act)| check_row(coverage, &evaluation, index, act.as_ref()));
        }
    }
});

/// The shipped example, where a fact is derived from establishments, too.
fn coverage() -> &'static Coverage {
    static COVERAGE: OnceLock<Coverage> = OnceLock::new();
    COVERAGE.get_or_init(|| {
        let json = |text: &str| serde_json::from_str::<Json>(text).expect("JSON");
        let options = json(r#"{ "nonConventionedEstablishments": ["330781196"] }"#);
        let catalog = CareTypeCatalog::new(&json(include_str!("../../examples/catalog.json")), Some(&options));
        let coverage = json(include_str!("../../examples/coverage.json"));
        catalog.expect("the catalogue is good").compile_coverage(coverage).expect("the coverage is good")
    })
}

fn in_pieces(
    coverage: &Coverage,
    mut text: &[u8],
    format: TextFormat,
    lengths: [usize; 2],
) -> Result<Evaluation, Error> {
    let mut batch = TextBatch::new(format);
    let mut evaluation = Evaluation::default();
    for length in lengths.into_iter().cycle() {
        if text.is_empty() {
            break;
        }
        let (piece, rest) = text.split_at(length.min(text.len()));
        evaluation.append(batch.push(coverage, piece)?);
        text = rest;
    }
    evaluation.append(batch.finish(coverage)?);
    Ok(evaluation)
}

/// Each line that is not blank, read by serde_json.
fn check_lines(coverage: &Coverage, text: &[u8], evaluation: &Evaluation) {
    let lines = text.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    let mut acts = 0;
    for (index, (position, line)) in lines.enumerate() {
        acts += 1;
        let listed = evaluation.invalid.iter().find(|invalid| invalid.index == index);
        assert_eq!(
            listed.is_some(),
            evaluation.outcomes[index] == INVALID_ACT && listed_before(evaluation, index) < MAX_INVALID_ACTS
        );
        if let Some(invalid) = listed {
            assert_eq!(invalid.line, Some(position + 1));
            // serde_json takes the last of two.
            if invalid.diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "duplicate_key") {
                continue;
            }
        } else if evaluation.outcomes[index] == INVALID_ACT {
            continue;
        }
        match serde_json::from_slice::<Json>(line) {
            Ok(act) => check_row(coverage, evaluation, index, Some(&act)),
            Err(error) if shared::is_limit(&error) => {}
            Err(_) => check_row(coverage, evaluation, index, None),
        }
    }
    assert_eq!(acts, evaluation.outcomes.len(), "lines");
}

fn listed_before(evaluation: &Evaluation, index: usize) -> usize {
    evaluation.invalid.partition_point(|invalid| invalid.index < index)
}

/// The row of an act, or of something that is none, is answered as `guarantees_for` answers.
fn check_row(coverage: &Coverage, evaluation: &Evaluation, index: usize, act: Option<&Json>) {
    let alone = act.map(|act| coverage.guarantees_for(act));
    let reported = (evaluation.outcomes[index], evaluation.guarantees[index]);
    let Some(Ok(decision)) = alone else {
        assert_eq!(reported, (INVALID_ACT, -1), "row {index} was read");
        return;
    };
    let outcome = serde_json::to_value(decision.outcome).expect("an outcome is JSON");
    let first =
        decision.guarantees.first().and_then(|first| coverage.guarantee_names().iter().position(|name| name == first));
    let first = first.map_or(-1, |first| i32::try_from(first).expect("a position"));
    assert_eq!((OUTCOME_CODES[usize::from(reported.0)], reported.1), (outcome.as_str().expect("a word"), first), "row {index}");
}
