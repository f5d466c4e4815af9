//! What does a rule pay as a function of amounts, and is there an amount at which one pays more than another? Exact, for all
//! amounts at once.
//!
//! ```text
//! domain         which amounts vary (charged, BR, PLV, HLF, reconstituted base), and which are known
//! cells          parts of it in which the Sécu part and what is eligible are linear
//! paid           what a rule pays in a cell, in a state of its limits: sums, multiples, minimum, maximum
//! points         where left − right is at least 0.01, if anywhere: the points to try, the best to read first
//! question       the first act at one of them, or near it, whose reimbursement shows it
//! ```
//! Nothing is rounded here but percentages of the PMSS.
//!
//! Source: *Comparing amounts* in `docs/reimbursement.md`.

pub(crate) mod domain;
pub(crate) mod expression;
pub(crate) mod form;
pub(crate) mod limits;
pub(crate) mod paid;
pub(crate) mod points;
pub(crate) mod quantities;
pub(crate) mod question;
pub(crate) mod search;
pub(crate) mod undecided;
pub(crate) mod witness;
