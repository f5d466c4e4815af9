//! Laws of validation on random payloads and random texts.
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test validation` tries more.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::arithmetic_side_effects)]

/// The modules of this test; an inline module, so that they stand in a folder of their own.
mod validation {
    #[path = "../properties/law.rs"]
    mod law;
    #[path = "../properties/patches.rs"]
    mod patches;

    mod damage;
    mod documents;
    mod judge;
    mod printer;

    mod damages;
    mod doors;
    mod fixes;
    mod limits;
    mod places;
    mod syntax;
}
