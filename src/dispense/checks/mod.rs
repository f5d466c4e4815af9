//! The predicates of the checks, one file for each kind of thing they are about.
//!
//! A predicate says what the snapshot shows. Whether it is asked at all (its needs) and what the system answers when it
//! fails is in the tables of the rulesets.

pub(crate) mod care_plan;
pub(crate) mod contract;
pub(crate) mod medication;
pub(crate) mod party;
pub(crate) mod prescription;
pub(crate) mod program;
pub(crate) mod provision;
