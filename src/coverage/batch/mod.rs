//! Many acts at once: the same answers as one by one, without an object for each.
//!
//! ```text
//! acts, columns, NDJSON or CSV ─► codes of each act ([`codes`]) ─► a bit for each mapping ([`bits`]) ─► two arrays ([`evaluation`])
//! ```
//! A row that cannot be read is `invalid_act`, with its diagnostics, and never stops the others. What the quick readers do not
//! know how to read is left to the reader of a single act, which knows what to say of it.
//! Source: *Batches* in `docs/coverage.md`.

pub(crate) mod bits;
pub(crate) mod cells;
pub(crate) mod codes;
pub(crate) mod columns;
pub(crate) mod csv;
pub(crate) mod decisions;
pub(crate) mod encoded;
pub(crate) mod evaluation;
pub(crate) mod ndjson;
pub(crate) mod row;
pub(crate) mod text;

#[cfg(test)]
mod quick;
