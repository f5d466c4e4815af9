//! Reimbursement: what does the covering guarantee pay for an act, and what is left for the member?
//!
//! Act ([`amounts`]) and counters ([`counters`], [`rolling`], [`many`]) → the formula ([`formula`], [`secu`], [`terms`], [`offer`],
//! [`limits`]) → the answer with every step
//! ([`verdict`]). Amounts are exact ([`money`]); the PMSS is in one dated table ([`pmss`]).
//!
//! ```text
//! covered by one guarantee    its rule is applied; what the rule needs and the act lacks makes the act undetermined
//! anything else               no amounts; the outcome says why
//! ```
//! DECISION: an act that waits for facts of a filter names no guarantee, and all facts that any guarantee waits for.
//! Case: reimburse_missing/filter-undetermined
//! Several coverages for one act: [`stack`].
//! Source: `docs/reimbursement.md`.

pub(crate) mod amounts;
pub(crate) mod answer;
pub(crate) mod counters;
pub(crate) mod formula;
pub(crate) mod limits;
pub(crate) mod many;
pub(crate) mod money;
pub(crate) mod offer;
mod options;
pub(crate) mod pmss;
mod priced;
pub(crate) mod rolling;
pub(crate) mod secu;
pub(crate) mod stack;
pub(crate) mod terms;
pub(crate) mod usage;
pub(crate) mod verdict;
