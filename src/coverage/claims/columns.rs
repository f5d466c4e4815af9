//! What does a piece of claims say, column by column, with texts as they were written?

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::said::RowMessage;
use crate::coverage::facts::table::ActFact;

/// In a column of weights: the row is for one act.
pub const NO_WEIGHT: i64 = i64::MIN;
/// A weight is below this, in 1/10,000: six digits before the point, four after it.
pub(crate) const MOST_WEIGHT: i64 = 10_000_000_000;
/// In a column of age bands: there is none.
pub const NO_BAND: u8 = u8::MAX;

/// The texts of a column: 0 left out, 1 null, else 2 + the position in `names`. Names may repeat and need not be sorted.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct Names<'c> {
    /// A code for each row; empty: left out everywhere.
    pub codes: &'c [u32],
    /// The texts that have codes.
    pub names: &'c [&'c str],
}

/// A piece of claims. A column may be empty: what it says is left out of every row. Care types and what was charged must be there.
#[derive(Clone, Debug, Default)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct ClaimColumns<'c> {
    /// Ages, booleans, amounts, dates, sides and teeth. The columns of care types, texts, unit, beneficiary and stay are empty: they
    /// are those below.
    pub acts: PricedColumns<'c>,
    /// The care types; as many as there are rows.
    pub care_type: Names<'c>,
    /// The text facts, in the order of [`ActFact::TEXTS`].
    pub texts: [Names<'c>; ActFact::TEXTS.len()],
    /// The establishments, from which a catalogue may derive a fact.
    pub establishment: Names<'c>,
    /// All teeth of an act, from which a fact is derived: FDI numbers with a space between two; an empty text for none.
    pub teeth: Names<'c>,
    /// Who the row is of.
    pub person: Names<'c>,
    /// Whose family.
    pub family: Names<'c>,
    /// Who receives the care.
    pub beneficiary: Names<'c>,
    /// The stays.
    pub stay_id: Names<'c>,
    /// How many acts each row is for, in 1/10,000; [`NO_WEIGHT`] left out, which is 1.
    pub weight: &'c [i64],
    /// Of rows that have no age but a band of ages, its lower end: 0 is 0 to 19, 80 is 80 and above, any other has 10 years, as in
    /// the national claims base; [`NO_BAND`] none.
    pub age_band: &'c [u8],
    /// The columns of `by` that are the caller's, in their order.
    pub by: &'c [Names<'c>],
    /// The rows that could not be read, sorted. They are rows of the columns, too, which have what could be read.
    pub unreadable: &'c [Unreadable],
    /// The lines of the rows; empty: they have none.
    pub lines: &'c [u32],
    /// Whether a row is an aggregate of many persons' acts, for which limits are not counted.
    pub are_aggregates: bool,
}

/// Why a row could not be read.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct Unreadable {
    /// The row in its piece.
    pub row: u32,
    /// Under which reason it is counted.
    pub reason: InvalidReason,
    /// Its line in the source, from 1; 0 where it has none.
    pub line: u32,
    /// What is wrong.
    pub says: RowMessage,
    /// The column that has it, as the source calls it.
    pub column: Option<String>,
}
