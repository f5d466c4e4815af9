//! What do rows that were paid come to, in all, by group and by person?
//!
//! ```text
//! a row ([`row`], [`shape`]) ─► [`accumulator`]
//!     of all rows       outcomes ([`outcomes`]), rows that are in no sum ([`refused`]), where they are ([`pieces`])
//!     by group          exact sums ([`sum`], [`groups`])
//!     by person         what changes ([`persons`], [`unit`]), of which rows ([`log`]), which limits are reached ([`limits`])
//! accumulator ─► packed, a part for each bucket of units ─► merged
//!     persons whole     better and worse off ([`findings`]), quantiles ([`spread`]), the largest changes ([`changes`])
//! accumulator ─► the answer ([`answer`], [`report`], [`decimals`])
//! ```
//! Merging is associative and commutative: how rows are divided, and in which order parts are merged, changes no answer.
//!
//! Rows that are not computed under each side are in the sums of outcomes alone: in every other, charged = Sécu + complementary + out of
//! pocket.
//!
//! DECISION: rows of a person with two weights are counted under a reason, and stay in the sums of rows; the person is counted apart.
//! Case: simulate/two-weights-of-a-person

pub(crate) mod accumulator;
pub(crate) mod answer;
pub(crate) mod changes;
pub(crate) mod decimals;
pub(crate) mod findings;
pub(crate) mod groups;
pub(crate) mod limits;
pub(crate) mod log;
pub(crate) mod outcomes;
pub(crate) mod paid;
pub(crate) mod persons;
pub(crate) mod pieces;
pub(crate) mod refused;
pub(crate) mod report;
pub(crate) mod row;
pub(crate) mod shape;
pub(crate) mod spread;
pub(crate) mod sum;
pub(crate) mod unit;

#[cfg(test)]
mod tests;
