//! Claims: rows of acts with amounts and who they are of, cut into pieces.
//!
//! ```text
//! CSV, NDJSON ─► cells ([`cell`], [`reader`], [`json_row`]) ─► where each goes ([`header`], [`target`], [`mapping`], [`judged_mapping`]) ─► values ([`formats`], [`take`], [`row`])
//!             ─► owned columns ([`table`]) ─► [`columns`]
//! names and values of a file ─► a mapping ([`guess`], [`seen`], [`usual_names`])
//! how often acts come and what they cost ([`distribution`]) ─► the same columns
//! ```
//! Source: *Mapping*, *Formats*, *National claims base* and *Distributions* in `docs/simulation.md`.

pub(crate) mod cell;
pub(crate) mod columns;
pub(crate) mod dictionary;
pub(crate) mod distribution;
pub(crate) mod field;
pub(crate) mod formats;
pub(crate) mod guess;
pub(crate) mod header;
pub(crate) mod json_row;
pub(crate) mod judged_mapping;
pub(crate) mod mapping;
pub(crate) mod preview;
pub(crate) mod read_options;
pub(crate) mod reader;
pub(crate) mod reason;
pub(crate) mod row;
pub(crate) mod said;
pub(crate) mod seen;
pub(crate) mod table;
pub(crate) mod take;
pub(crate) mod target;
pub(crate) mod usual_names;
pub(crate) mod values;
pub(crate) mod wrong;
