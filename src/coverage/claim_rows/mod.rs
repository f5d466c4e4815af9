//! What is decided of each of many claims, and paid for it? Row by row, where a simulation sums.
//!
//! ```text
//! piece of claims ─► codes of the coverage, what it decides ([`decided`]) ─► whose limits ([`units`]) ─► three amounts ([`paid`])
//! rows in any order    all rows of a unit are in one piece
//! rows in order        unit after unit, by care date: a unit may go on in the next piece ([`in_order`])
//! ```
//! Source: *Rows of a table* in `docs/data-platforms.md`.

pub(crate) mod decided;
pub(crate) mod in_order;
pub(crate) mod paid;
pub(crate) mod units;
