//! Tables of Arrow in, tables of Arrow out: by the PyCapsule interface, so that whoever made a table may be anybody.
//!
//! ```text
//! table (`__arrow_c_stream__`, `__arrow_c_array__`) ─► record batches ─► which columns are read ([`fields`])
//! columns as they are stored ([`texts`], [`numbers`], [`exact`])           ─► claims ([`claims`]) ─► engine ─► table ([`answer`], [`table`])
//! what the mapping says of written values, texts in place of numbers ([`written`]) ─┘
//! ```
//! A column means the same as in the npm package: *Parquet and Arrow* in `docs/simulation.md`.

pub(crate) mod answer;
pub(crate) mod batches;
pub(crate) mod claims;
pub(crate) mod exact;
pub(crate) mod fields;
pub(crate) mod numbers;
pub(crate) mod options;
pub(crate) mod pieces;
pub(crate) mod questions;
pub(crate) mod reason;
pub(crate) mod stored;
pub(crate) mod table;
pub(crate) mod texts;
pub(crate) mod written;
