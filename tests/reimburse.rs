//! Laws of reimbursement on random rules and acts, against a plain model in exact rationals (`reimburse/model.rs`).
//!
//! A law is tried on as many inputs as its test says; `PROPTEST_CASES=20000 cargo test --test reimburse` tries more. The
//! tests together ask for more than 60,000 acts.
#![cfg(not(target_family = "wasm"))]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::arithmetic_side_effects)]

/// The modules of this test; an inline module, so that they stand in a folder of their own.
mod reimburse {
    #[path = "../properties/law.rs"]
    mod law;
    mod model;
    mod world;

    mod hostile;
    mod laws;
    mod oracle;
    mod rolling;
    mod sequence;
}
