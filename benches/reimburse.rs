//! How many acts are reimbursed per second, natively? Prints a median.
//!
//!     cargo bench --bench reimburse
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::float_arithmetic, clippy::as_conversions)]

use std::hint::black_box;
use std::time::Instant;

use care_coverage::{CareTypeCatalog, Json};
use serde_json::Value;

const ROUNDS: usize = 9;
const CALLS: usize = 200;

fn main() {
    let example = |text: &str| serde_json::from_str::<Value>(text).expect("an example");
    let json = |value: &Value| serde_json::from_value::<Json>(value.clone()).expect("JSON");
    let catalog = json(&example(include_str!("../examples/catalog.json")));
    let catalog = CareTypeCatalog::new(&catalog, None).expect("a catalogue");
    let coverage = json(&example(include_str!("../examples/coverage.json")));
    let coverage = catalog.compile_coverage(coverage).expect("a coverage");
    let priced = |entry: &Value| {
        let mut act = entry["act"].as_object()?.clone();
        act.extend(entry.get("amounts")?.as_object()?.clone());
        Some(Value::Object(act))
    };
    let of = |text: &str| example(text).as_array().into_iter().flatten().filter_map(priced).collect::<Vec<Value>>();
    let acts: Vec<Json> = of(include_str!("../examples/acts.json")).iter().map(json).collect();
    let year = of(include_str!("../examples/year.json"));
    let (year, count) = (json(&Value::Array(year.clone())), year.len());

    print("reimburse, the acts of the example", acts.len(), || {
        for act in &acts {
            black_box(coverage.reimburse(black_box(act), None, None).expect("an answer"));
        }
    });
    print("reimburse_many, a year of a family", count, || {
        black_box(coverage.reimburse_many(black_box(&year), None, None).expect("an answer"));
    });
}

/// Prints the median of some rounds.
fn print(name: &str, acts: usize, call: impl Fn()) {
    let round = || {
        let started = Instant::now();
        (0..CALLS).for_each(|_| call());
        (acts * CALLS) as f64 / started.elapsed().as_secs_f64()
    };
    let mut rounds: Vec<f64> = (0..=ROUNDS).map(|_| round()).skip(1).collect();
    rounds.sort_by(f64::total_cmp);
    let median = rounds[ROUNDS / 2];
    println!("{name:<44}{median:>12.0} acts/s{:>8.2} µs an act", 1e6 / median);
}
