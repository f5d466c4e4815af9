//! What do rows that were paid come to, in all, by group and by person?
//!
//! ```text
//! row ([`row`]) ─► accumulator ([`accumulator`]): groups, outcomes, persons, limits, reasons
//! accumulator ─► packed, by bucket of the unit ─► merged ─► persons whole ([`findings`]) ─► answer ([`report`])
//! ```
//! Merging is associative and commutative: how rows are divided, and in which order parts are merged, changes no answer.

pub(crate) mod accumulator;
pub(crate) mod row;
pub(crate) mod shape;
