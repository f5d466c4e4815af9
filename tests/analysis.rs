//! Laws of the exact analysis, against brute force: on small worlds every possible act is enumerated (`analysis/brute.rs`)
//! and decided with the naive model of the other laws, which knows nothing of regions.
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test analysis` tries more. With
//! `-- --nocapture` each law says how many acts it has decided, and how many claims of the engine it has judged.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::arithmetic_side_effects)]

/// The modules of this test; an inline module, so that they stand in a folder of their own.
mod analysis {
    #[path = "../properties/law.rs"]
    mod law;
    // Each test binary needs another part of these.
    #[allow(dead_code)]
    #[path = "../properties/engine.rs"]
    mod engine;
    #[allow(dead_code)]
    #[path = "../properties/model.rs"]
    mod model;
    #[allow(dead_code)]
    #[path = "../properties/patches.rs"]
    mod patches;
    #[allow(dead_code)]
    #[path = "../properties/world.rs"]
    mod world;

    mod brute;
    mod regions;
    mod small;

    mod diagnostics;
    mod differences;
    mod gaps;
    mod hostile;
    mod overlaps;
    mod redundancy;
    mod rewordings;
}
