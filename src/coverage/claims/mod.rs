//! Claims: rows of acts with amounts and who they are of, cut into pieces.
//!
//! Source: *Claims* in `docs/simulation.md`.

pub(crate) mod columns;
pub(crate) mod reason;
