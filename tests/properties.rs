//! Laws of the engine on random inputs, against a naive model that shares no code with it (`properties/model.rs`).
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test properties` tries more.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::arithmetic_side_effects)]

/// The modules of this test; an inline module, so that they stand in a folder of their own.
mod properties {
    #[path = "../support/decisions.rs"]
    mod decisions;

    mod damage;
    mod engine;
    mod law;
    mod model;
    mod patches;
    mod world;

    mod acts;
    mod batches;
    mod dates;
    mod filters;
    mod knowledge;
    mod nearest;
    mod repairs;
    mod robustness;
    mod selectors;
    mod tables;
}
