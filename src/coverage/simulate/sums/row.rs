//! What is summed of a row?

use crate::ground::small::names::names;

/// Where a row is in the source. They are ordered as the source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) piece: u32,
    /// In its piece, from 0.
    pub(crate) row: u32,
}

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Nobody can be named: a row that cannot be read, an aggregate. It is no person.
    Nobody,
    /// A person of its own, whom no other row is of.
    Alone,
    /// A number of [`person`](super::accumulator::Accumulator::person).
    Person(u32),
}

names! {
    /// One of the two that a simulation compares.
    pub enum SimulationSide {
        /// What is in force.
        Current = "current",
        /// What might be.
        Draft = "draft",
    }
}

/// What a side, a coverage or several, answers for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SideAnswer {
    /// A position in [`OUTCOME_CODES`](crate::batch::OUTCOME_CODES).
    pub(crate) outcome: u8,
    /// The guarantee that covers the row, a position among all of the side, coverage after coverage; −1 none.
    pub(crate) guarantee: i32,
    /// What the side pays, in 1/10,000 €; 0 unless it covers the row.
    pub(crate) complementary: i64,
}

/// A row, decided and paid under all sides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeenRow {
    pub(crate) place: Place,
    /// In 1/10,000; at least 0 and below [`MOST_WEIGHT`](crate::coverage::claims::columns::MOST_WEIGHT).
    pub(crate) weight: i64,
    /// In 1/10,000 €; 0 where it cannot be read.
    pub(crate) charged: i64,
    /// The same for both sides; out of pocket is what is left of what was charged.
    pub(crate) secu_paid: i64,
    pub(crate) is_secu_assumed: bool,
    /// Whether limits are left out of an aggregate.
    pub(crate) are_limits_left_out: bool,
    pub(crate) whose: Whose,
    /// A number of [`group`](super::accumulator::Accumulator::group).
    pub(crate) group: u32,
    pub(crate) current: SideAnswer,
    /// None where there is no draft.
    pub(crate) draft: Option<SideAnswer>,
}

/// A limit that leaves less than what would be paid without it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LimitHit {
    pub(crate) side: SimulationSide,
    /// The position of the coverage in its side.
    pub(crate) coverage: usize,
    /// The position of the key in [`SideNames::keys`](super::shape::SideNames).
    pub(crate) key: usize,
    pub(crate) whose: Whose,
    /// As in [`SeenRow`].
    pub(crate) weight: i64,
    /// In 1/10,000 €, of the row as it is, without its weight.
    pub(crate) cut: i64,
}
