//! Laws of the engine: what holds for all inputs, tried on random ones against naive models that share no code with it, and on the
//! shipped examples. One binary, so that what they need is compiled and linked once.
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test laws` tries more, and
//! `cargo test --test laws analysis::` only those of one module. The fuzz targets use the same laws (`fuzz/laws.rs`).
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, clippy::float_arithmetic)]

#[path = "../support/decisions.rs"]
mod decisions;
#[path = "../support/mod.rs"]
mod support;

mod data;
mod law;

mod amounts;
mod analysis;
mod claims;
mod dispense;
mod national;
mod profiles;
mod properties;
mod reimburse;
mod requirements;
mod simulate;
mod validation;
