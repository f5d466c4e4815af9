//! How long does an act in columns take without WebAssembly? On the workload that benches/acts/native.mjs writes; it runs this with
//! `json`, to compare the median and what was answered with the package's.
//!
//!     cargo bench --bench batches
#![allow(missing_docs, clippy::expect_used, clippy::arithmetic_side_effects)]
#![allow(clippy::float_arithmetic, clippy::as_conversions, clippy::unwrap_used, clippy::panic)]

use std::hint::black_box;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

use care_coverage::batch::ActColumns;
use care_coverage::{ActFact, CareTypeCatalog, Coverage, Json};

const ROUNDS: usize = 7;
/// So many evaluations in a round that the system's count of time is fine enough.
const TIMES: usize = 100;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/acts");
    let columns = match std::fs::read(folder.join("columns")) {
        Ok(columns) => columns,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("acts in columns: not measured, node benches/acts.mjs writes the workload");
            return;
        }
        Err(error) => panic!("{error}"),
    };
    let json = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the workload is whole");
        serde_json::from_str::<Json>(&text).expect("JSON")
    };
    let catalog = CareTypeCatalog::new(&json("catalog.json"), None).expect("a catalogue");
    let coverage = catalog.compile_coverage(json("coverage.json")).expect("a coverage");
    measure(&coverage, &Columns::read(&columns));
}

fn measure(coverage: &Coverage, columns: &Columns) {
    let evaluate = || coverage.evaluate_columns(black_box(&columns.borrowed())).expect("columns of one length");
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = now();
            // The package counts, too.
            (0..TIMES).for_each(|_| drop(black_box(evaluate().summary(coverage))));
            (now() - started) / (TIMES * columns.care_type.len()) as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    let evaluation = evaluate();
    let summary = evaluation.summary(coverage);
    let outcomes: Vec<usize> = summary.by_outcome.iter().map(|(_, count)| *count).collect();
    let guarantees: Vec<usize> = summary.by_guarantee.iter().map(|(_, count)| *count).collect();
    let nanoseconds = rounds.get(ROUNDS / 2).expect("an odd number of rounds");
    if !std::env::args().any(|argument| argument == "json") {
        println!("{:<44}{nanoseconds:>12.1} ns an act", "acts in columns, with their summary");
        return;
    }
    println!("{}", serde_json::json!({ "nanoseconds": nanoseconds, "outcomes": outcomes, "guarantees": guarantees }));
}

/// Nanoseconds of processor time where the system has them, as the package is measured; else of the clock.
fn now() -> f64 {
    static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);
    // After the name, which may have blanks: in the kernel's hundredths of a second, of the program and of the system for it.
    let reported = std::fs::read_to_string("/proc/self/stat").ok().and_then(|reported| {
        let mut fields = reported.rsplit(')').next()?.split_whitespace().skip(11);
        Some(fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?)
    });
    reported.map_or_else(|| STARTED.elapsed().as_nanos() as f64, |hundredths| hundredths * 1e7)
}

/// Column after column: care type, age, booleans, texts.
struct Columns {
    care_type: Vec<u32>,
    member_age: Vec<u8>,
    booleans: [Vec<u8>; ActFact::BOOLEANS.len()],
    texts: [Vec<u32>; ActFact::TEXTS.len()],
}

impl Columns {
    fn read(mut bytes: &[u8]) -> Self {
        let acts = bytes.len() / (5 + ActFact::BOOLEANS.len() + 4 * ActFact::TEXTS.len());
        let mut take = |size: usize| {
            let (column, rest) = bytes.split_at(acts * size);
            bytes = rest;
            column
        };
        let words =
            |column: &[u8]| column.chunks_exact(4).map(|word| u32::from_le_bytes(word.try_into().unwrap())).collect();
        Columns {
            care_type: words(take(4)),
            member_age: take(1).to_vec(),
            booleans: ActFact::BOOLEANS.map(|_| take(1).to_vec()),
            texts: ActFact::TEXTS.map(|_| words(take(4))),
        }
    }

    fn borrowed(&self) -> ActColumns<'_> {
        ActColumns {
            care_type: &self.care_type,
            member_age: &self.member_age,
            booleans: self.booleans.each_ref().map(Vec::as_slice),
            texts: self.texts.each_ref().map(Vec::as_slice),
        }
    }
}
