//! How many dispenses are checked in a second, natively? Prints a table of medians.
//!
//! `cargo bench --bench dispense`: the example that both rulesets accept, already read as JSON.
#![allow(missing_docs, clippy::expect_used, clippy::as_conversions, clippy::float_arithmetic)]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

#[cfg(not(target_family = "wasm"))]
fn main() {
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    use care_coverage::{Json, check_dispense};

    const ROUNDS: usize = 9;
    const ROUND: Duration = Duration::from_millis(100);
    println!("{:36}{:>12}{:>10}", "", "a second", "µs each");
    for ruleset in ["page-2022", "code-2019"] {
        let text = include_str!("../examples/dispense/accepted.json").replace("page-2022", ruleset);
        let snapshot: Json = serde_json::from_str(&text).expect("JSON");
        // The first round warms up.
        let mut speeds: Vec<f64> = (0..=ROUNDS)
            .map(|_| {
                let started = Instant::now();
                let mut count = 0_u32;
                while started.elapsed() < ROUND {
                    black_box(check_dispense(black_box(&snapshot)).expect("a report"));
                    count += 1;
                }
                f64::from(count) / started.elapsed().as_secs_f64()
            })
            .skip(1)
            .collect();
        speeds.sort_by(f64::total_cmp);
        let speed = speeds[ROUNDS / 2];
        println!("{:36}{speed:>12.0}{:>10.1}", format!("{ruleset}, accepted, native"), 1e6 / speed);
    }
}

#[cfg(target_family = "wasm")]
fn main() {}
