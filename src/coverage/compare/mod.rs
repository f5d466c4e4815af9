//! For which acts, and at which amounts, does one coverage pay more than another? Exact, for all amounts at once.
//!
//! ```text
//! box          acts for which the same guarantees match in each coverage
//! finding      of a box: an amount at which the next coverage pays more (gain), and one at which it pays less (loss)
//! regions      boxes with one finding, said together
//! limits       differences of limits that no amount shows
//! ```
//! Source: *Comparing amounts* in `docs/reimbursement.md`.

mod boxes;
mod examples;
mod finding;
mod limit_changes;
mod options;
pub(crate) mod report;
pub(crate) mod whole;
