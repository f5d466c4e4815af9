//! Coverages: which care acts does a guarantee match?
//!
//! Payload ([`payload`]) → model ([`validate`], [`selector`], [`filter`]) → index ([`compiled`]) → verdict ([`verdict`]).
//! Source: *Coverage API documentation* of a French complementary health insurer; its rules in `docs/coverage.md`.

pub(crate) mod acceptance;
pub(crate) mod amounts;
pub(crate) mod analysis;
pub(crate) mod batch;
pub(crate) mod bulk;
pub(crate) mod catalog;
pub(crate) mod check;
pub(crate) mod claim_rows;
pub(crate) mod claims;
pub(crate) mod compare;
pub(crate) mod compiled;
pub(crate) mod decision;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod facts;
pub(crate) mod filter;
pub(crate) mod guarantee_rules;
pub(crate) mod headings;
pub(crate) mod model;
pub(crate) mod nearest_act;
pub(crate) mod payload;
pub(crate) mod region;
pub(crate) mod reimburse;
pub(crate) mod requirements;
pub(crate) mod rule;
pub(crate) mod selector;
pub(crate) mod sides;
pub(crate) mod simulate;
pub(crate) mod validate;
pub(crate) mod validate_options;
pub(crate) mod validation;
pub(crate) mod verdict;
pub(crate) mod version;
