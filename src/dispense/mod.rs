//! Medication dispense: would the system accept it, and what would it say?
//!
//! Snapshot ([`snapshot`], [`shape`]) → what it names ([`question`]) → every check ([`check`], [`checks`], [`flow`]) in the
//! order of a ruleset ([`ruleset`], [`rulesets`]) → report ([`report`]).
//! Source: *Create Medication Dispense* of the Ukrainian eHealth system, and its open source code of 2019; the rules in
//! `docs/dispense.md`.

pub(crate) mod answer;
pub(crate) mod check;
pub(crate) mod check_id;
pub(crate) mod checks;
pub(crate) mod contract;
pub(crate) mod discount;
pub(crate) mod entity;
pub(crate) mod fields;
pub(crate) mod flow;
pub(crate) mod known;
pub(crate) mod lookup;
pub(crate) mod missing;
pub(crate) mod place;
pub(crate) mod question;
pub(crate) mod reason;
pub(crate) mod report;
pub(crate) mod ruleset;
pub(crate) mod rulesets;
pub(crate) mod shape;
pub(crate) mod snapshot;
