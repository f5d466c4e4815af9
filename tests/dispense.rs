//! Laws of medication dispense: the amount against big integers, what a snapshot lacks, the shipped examples, and the
//! national registry of 2019.
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test dispense` tries more.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, clippy::float_arithmetic)]

mod support;

/// The modules of this test; an inline module, so that they stand in a folder of their own.
mod dispense {
    #[path = "../properties/law.rs"]
    mod law;

    mod amounts;
    mod big;
    mod checks;
    mod examples;
    mod model;
    mod registry;
    mod report;
    mod snapshots;
    mod tables;
}
