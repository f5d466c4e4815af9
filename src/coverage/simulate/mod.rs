//! What would claims have cost under one coverage, and under another? Source: `docs/simulation.md`.

pub(crate) mod block;
pub(crate) mod bytes;
pub(crate) mod codes;
pub(crate) mod decide;
pub(crate) mod groups;
pub(crate) mod kept;
pub(crate) mod options;
pub(crate) mod part;
pub(crate) mod pay;
pub(crate) mod piece;
pub(crate) mod settle;
pub(crate) mod setup;
pub(crate) mod side;
pub(crate) mod store;
pub(crate) mod sums;
pub(crate) mod who;
pub(crate) mod whose;
pub(crate) mod why;
