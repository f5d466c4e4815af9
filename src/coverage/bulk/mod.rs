//! What does the covering guarantee pay for each of many acts? Amounts in columns, as [`batch`](crate::coverage::batch) decides acts in
//! columns: the same answers as `reimburse` and `reimburse_many`, without an object for each act.
//!
//! ```text
//! row ([`columns`]) ─► which guarantee ([`batch`](crate::coverage::batch)) ─► its plan ([`plan`]) ─► three amounts ([`kernel`], [`whole`], [`answer`])
//! a rule that is a sum, a row of usual amounts      64 bits ([`quick`])
//! anything else                                     the formula of `reimburse` ([`row`])
//! rows of one unit, by care date ([`order`])        what was used of limits, in numbers ([`ledger`])
//! ```
//! Source: *Columns of amounts* in `docs/simulation.md`.

pub(crate) mod alone;
pub(crate) mod answer;
pub(crate) mod columns;
pub(crate) mod kernel;
pub(crate) mod ledger;
pub(crate) mod order;
pub(crate) mod plan;
pub(crate) mod quick;
pub(crate) mod row;
pub(crate) mod secu;
pub(crate) mod whole;
