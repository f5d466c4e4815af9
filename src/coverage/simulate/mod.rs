//! What would claims have cost under one coverage, and under another? Source: `docs/simulation.md`.

pub(crate) mod sums;
