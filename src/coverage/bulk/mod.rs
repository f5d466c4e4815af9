//! What does the covering guarantee pay for each of many acts? Amounts in columns, as [`batch`](crate::coverage::batch) decides acts in
//! columns: the same answers as `reimburse` and `reimburse_many`, without an object for each act.
//!
//! ```text
//! row ([`columns`], [`row`]) ─► which guarantee ([`batch`](crate::coverage::batch)) ─► the formula of `reimburse` ─► three amounts ([`answer`])
//! rows of one unit, by care date ([`order`]) ─► what was used of limits, in numbers ([`ledger`])
//! ```
//! There is one formula. What a row adds is how it is read, and that persons and stays are numbers.
//! Source: *Columns of amounts* in `docs/simulation.md`.

pub(crate) mod answer;
pub(crate) mod columns;
pub(crate) mod ledger;
pub(crate) mod order;
pub(crate) mod row;
pub(crate) mod whole;
