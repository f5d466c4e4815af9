//! The coverage rule: how much does a guarantee reimburse, and what are the limits?
//!
//! Payload ([`payload`]) → model ([`model`]), in which nothing can be wrong. What a rule says in
//! words is in [`words`], [`limit_words`] and [`number_words`], what has changed between two of them in [`changes`].
//!
//! ```text
//! rule      = components (summed), Sécu share, price cap, limits (all apply), what is paid beyond them
//! opaque    = an object without `components`: somebody else's rule, kept and not computed
//! broken    = a rule with an error: the coverage compiles, only an act that the rule should pay for is refused
//! ```
//! DECISION: nothing within a rule leaves the meaning of the coverage undefined, not even a wrong type: who is covered does
//! not depend on it. Case: reimburse_errors/rule-broken-but-not-covering
//! Source: `CoverageRuleParameterSet`, which the document names and does not describe; `docs/reimbursement.md`.

pub(crate) mod changes;
pub(crate) mod component_payload;
mod limit_keys;
pub(crate) mod limit_payload;
pub(crate) mod limit_words;
pub(crate) mod model;
pub(crate) mod number_words;
pub(crate) mod payload;
pub(crate) mod words;
