//! What changes for members when one coverage replaces another? Guarantees, rules, and which guarantees match which acts.
//!
//! A rewording changes nothing: a group written as its care types, mappings in another order, a range of ages in two parts.
//!
//! Source: *Overlaps, gaps, differences* in `docs/coverage.md`.

mod decisions;
pub(crate) mod report;
pub(crate) mod rules;
mod same_named;
pub(crate) mod whole;
