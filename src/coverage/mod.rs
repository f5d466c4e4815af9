//! Coverages: which care acts does a guarantee match?
//!
//! Payload ([`payload`]) → model ([`validate`], [`selector`], [`filter`]) → index ([`index`]) → verdict ([`verdict`]).
//! Source: *Coverage API documentation* of a French complementary health insurer; its rules in `docs/coverage.md`.

pub(crate) mod analysis;
pub(crate) mod batch;
pub(crate) mod care_act;
pub(crate) mod care_type_set;
pub(crate) mod catalog;
pub(crate) mod catalog_look_ups;
pub(crate) mod catalog_payload;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod fact;
pub(crate) mod filter;
pub(crate) mod index;
pub(crate) mod known_values;
pub(crate) mod lens;
pub(crate) mod nearest_act;
pub(crate) mod options;
pub(crate) mod payload;
pub(crate) mod region;
pub(crate) mod reimburse;
pub(crate) mod rule;
pub(crate) mod selector;
pub(crate) mod tooth;
pub(crate) mod validate;
pub(crate) mod validation;
pub(crate) mod verdict;
pub(crate) mod version;
