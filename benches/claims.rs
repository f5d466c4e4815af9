//! How long does a claim take natively, row by row and simulated, once it is in columns? On the claims that `benches/tables.py` writes; it runs
//! this with `json`, to compare the medians with those of tables in Python.
//!
//!     cargo bench --bench claims
#![allow(missing_docs, clippy::expect_used, clippy::arithmetic_side_effects)]
#![allow(clippy::float_arithmetic, clippy::as_conversions, clippy::panic)]

use std::hint::black_box;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Instant;

use care_coverage::batch::TextFormat;
use care_coverage::simulation::{ClaimColumns, ClaimMapping, ClaimReader, SimulationPart, UnitsInOrder};
use care_coverage::{CareTypeCatalog, Coverage, Json};

const ROUNDS: usize = 7;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tables");
    let csv = match std::fs::read(folder.join("claims.csv")) {
        Ok(csv) => csv,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("claims in columns: not measured, python benches/tables.py writes the claims");
            return;
        }
        Err(error) => panic!("{error}"),
    };
    let json = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the workload is whole");
        serde_json::from_str::<Json>(&text).expect("JSON")
    };
    let catalog = CareTypeCatalog::new(&json("catalog.json"), None).expect("a catalogue");
    let coverage = |name: &str| catalog.compile_coverage(json(name)).expect("a coverage");
    let (current, draft) = (coverage("current.json"), coverage("draft.json"));
    let mut reader = ClaimReader::new(ClaimMapping::default(), Vec::new(), TextFormat::Csv);
    let table = reader.read(&csv).expect("claims");
    let (names, rows) = (table.names(), table.rows());
    let claims = table.columns(&names, &[]);
    let times = [
        ("evaluate", median(rows, || drop(black_box(current.evaluate_claims(&claims).expect("columns"))))),
        (
            "reimburse",
            median(rows, || drop(black_box(current.reimburse_claims(&claims, None, None).expect("columns")))),
        ),
        (
            "reimburse by person",
            median(rows, || {
                drop(black_box(current.reimburse_claims(&claims, Some(&claims.person), None).expect("columns")));
            }),
        ),
        (
            "reimburse in order",
            median(rows, || {
                let mut known = UnitsInOrder::default();
                let paid = current.reimburse_claims_in_order(&claims, &claims.person, None, &mut known);
                drop(black_box(paid.expect("in order")));
            }),
        ),
        ("simulate", median(rows, || drop(black_box(simulated(&current, &draft, &claims))))),
    ];
    if std::env::args().any(|argument| argument == "json") {
        println!("{}", serde_json::json!(times.into_iter().collect::<std::collections::BTreeMap<_, _>>()));
        return;
    }
    times.into_iter().for_each(|(name, time)| println!("{name:<44}{time:>12.1} ns a claim"));
}

fn simulated(current: &Coverage, draft: &Coverage, claims: &ClaimColumns<'_>) -> String {
    let mut part = SimulationPart::new(&[current], Some(&[draft]), None).expect("coverages");
    part.push(0, claims).expect("claims");
    let states = part.finish(1);
    let states: Vec<&[u8]> = states.iter().map(Vec::as_slice).collect();
    let settled = part.settle(&states).expect("its own states");
    part.answer(&[&settled]).expect("its own").totals.difference.unwrap_or_default()
}

/// Nanoseconds a claim.
fn median(rows: usize, call: impl Fn()) -> f64 {
    let mut rounds: Vec<f64> = (0..=ROUNDS)
        .map(|_| {
            let started = Instant::now();
            call();
            started.elapsed().as_nanos() as f64 / rows as f64
        })
        .skip(1)
        .collect();
    rounds.sort_by(f64::total_cmp);
    *rounds.get(ROUNDS / 2).expect("an odd number of rounds")
}
