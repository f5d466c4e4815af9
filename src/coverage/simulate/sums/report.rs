//! What does a simulation answer? Data, in a documented order.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::coverage::claims::reason::{AssumedReason, InvalidReason};
use crate::coverage::simulate::sums::row::SimulationSide;
use crate::ground::diagnostics::code::Code;
use crate::ground::value::json::Json;

/// What claims would have cost. Amounts are exact decimals in euros, each times the weight of its row, and not rounded.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Simulation {
    /// How many rows there are, those that cannot be read included.
    pub rows: u64,
    /// The sums of all rows.
    pub totals: SimulationTotals,
    /// By key, in the order of their texts, none last; the first 10,000. None where rows are not grouped.
    pub groups: Vec<SimulationGroup>,
    /// The sums of what is in no group, because there are too many.
    pub other: Option<SimulationSums>,
    /// Who is better and worse off; none without a draft.
    pub persons: Option<PersonChanges>,
    /// Which acts are covered otherwise; none without a draft.
    pub acts: Option<ActChanges>,
    /// All limits, by side, coverage and key.
    pub limits: Vec<LimitReached>,
    /// Why rows are in no sum but those of outcomes: the reasons that occur.
    pub invalid: Vec<InvalidRows>,
    /// What was assumed of rows that are summed: the reasons that occur.
    pub assumed: Vec<AssumedRows>,
    /// What is paid for each row, where the option `amounts` asks it. It is not serialized.
    #[serde(skip)]
    pub amounts: Option<RowAmounts>,
}

/// What is paid for each row, in the order of the source. Amounts are in 1/10,000 €, without weight: 0 in a row that is in no sum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RowAmounts {
    /// What was charged.
    pub charged: Vec<i64>,
    /// What the Sécu pays.
    pub secu_paid: Vec<i64>,
    /// Under the current side.
    pub current: SideAmounts,
    /// Under the draft.
    pub draft: Option<SideAmounts>,
}

/// What one side decides and pays for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SideAmounts {
    /// Positions in [`OUTCOME_CODES`](crate::batch::OUTCOME_CODES).
    pub outcomes: Vec<u8>,
    /// Positions among the guarantees of all coverages of the side, coverage after coverage; −1 none.
    pub guarantees: Vec<i32>,
    /// What the coverages of the side pay.
    pub complementary: Vec<i64>,
}

/// The sums of all rows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SimulationTotals {
    /// How many rows are computed under each side.
    pub rows: u64,
    /// How many they stand for.
    pub weight: String,
    /// What was charged.
    pub charged: String,
    /// What the Sécu pays.
    pub secu_paid: String,
    /// Under the current side.
    pub current: SimulationPaid,
    /// Under the draft.
    pub draft: Option<SimulationPaid>,
    /// What the draft pays more than the current side.
    pub difference: Option<String>,
    /// By outcome: all rows.
    pub outcomes: SideOutcomes,
}

/// Sums of rows that are computed under each side, which means that each covers them or does not.
///
/// `charged` is `secu_paid`, `complementary` and `out_of_pocket` together, for each side.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SimulationSums {
    /// How many rows.
    pub rows: u64,
    /// How many they stand for.
    pub weight: String,
    /// What was charged.
    pub charged: String,
    /// What the Sécu pays.
    pub secu_paid: String,
    /// Under the current side.
    pub current: SimulationPaid,
    /// Under the draft.
    pub draft: Option<SimulationPaid>,
    /// What the draft pays more than the current side.
    pub difference: Option<String>,
}

/// Who pays what the Sécu does not.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SimulationPaid {
    /// What the coverages of the side pay.
    pub complementary: String,
    /// What members pay.
    pub out_of_pocket: String,
}

/// All rows by their outcome under each side.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SideOutcomes {
    /// Under the current side.
    pub current: RowsByOutcome,
    /// Under the draft.
    pub draft: Option<RowsByOutcome>,
}

/// All rows by their outcome, in the order of [`OUTCOME_CODES`](crate::batch::OUTCOME_CODES).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RowsByOutcome {
    /// No guarantee matches.
    pub not_covered: OutcomeSums,
    /// One guarantee covers the act.
    pub covered: OutcomeSums,
    /// Several guarantees match.
    pub ambiguous: OutcomeSums,
    /// It depends on what the row leaves out.
    pub undetermined: OutcomeSums,
    /// The catalogue does not have the care type.
    pub unknown_care_type: OutcomeSums,
    /// The act cannot be read.
    pub invalid_act: OutcomeSums,
}

/// Rows of one outcome.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct OutcomeSums {
    /// How many.
    pub rows: u64,
    /// How many they stand for.
    pub weight: String,
    /// What was charged.
    pub charged: String,
}

/// The sums of a group.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SimulationGroup {
    /// What its rows have in common.
    pub key: SimulationKey,
    /// Their sums.
    pub sums: SimulationSums,
}

/// What the rows of a group have in common: names and texts, in the order in which they are asked for. None where rows have no text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SimulationKey {
    /// The texts by name.
    pub texts: Vec<(String, Option<String>)>,
}

impl Serialize for SimulationKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.texts.len()))?;
        for (name, text) in &self.texts {
            map.serialize_entry(name, text)?;
        }
        map.end()
    }
}

/// Who is better and worse off. Someone's difference is what the draft pays more for them than the current side over all of their rows, without
/// weight: what they pay less.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PersonChanges {
    /// Persons of whom every row is computed under both sides.
    pub counted: u64,
    /// All others, and those whose rows have two weights. They are in nothing that follows.
    pub apart: u64,
    /// Persons who pay less.
    pub better: u64,
    /// Persons who pay more.
    pub worse: u64,
    /// Persons who pay the same.
    pub same: u64,
    /// Persons by difference, ascending: eleven classes.
    pub histogram: Vec<HistogramClass>,
    /// Weighted lower quantiles of the differences; none where all weights are 0.
    pub quantiles: Vec<DifferenceQuantile>,
    /// The ten largest differences above 0; equal ones by the texts of persons, then by row.
    pub gains: Vec<PersonChange>,
    /// The ten largest differences below 0, in the same order.
    pub losses: Vec<PersonChange>,
}

/// How many persons have a difference in a class. What is at an end belongs to the class that is nearer to 0.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct HistogramClass {
    /// The lower end; none of the first class.
    pub from: Option<String>,
    /// The upper end; none of the last class.
    pub to: Option<String>,
    /// How many persons.
    pub persons: u64,
}

/// A quantile of the differences.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct DifferenceQuantile {
    /// Of which part of the weight: `0.5` is the median.
    pub at: String,
    /// The smallest difference that is not below that of this part.
    pub difference: String,
}

/// What changes for one person.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PersonChange {
    /// Who; none where the row does not say it.
    pub person: Option<String>,
    /// What they pay less, without weight; below 0 what they pay more.
    pub difference: String,
    /// How many they stand for.
    pub weight: String,
    /// How many rows they have.
    pub row_count: u64,
    /// The first 100 of their rows, from 0.
    pub rows: Vec<u64>,
    /// For these, what limits make depend on other rows: the Sécu part, and what each side pays, in 1/10,000 €. It is not serialized.
    #[serde(skip)]
    pub paid: Vec<Option<[i64; 3]>>,
}

/// How many rows are covered otherwise, of those that are computed under both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ActChanges {
    /// Covered under the draft only.
    pub newly_covered: u64,
    /// Covered under the current side only.
    pub no_longer_covered: u64,
    /// Covered by guarantees of different names.
    pub other_guarantee: u64,
}

/// Who reaches a limit.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct LimitReached {
    /// Under which side.
    pub side: SimulationSide,
    /// The position of the coverage in the side.
    pub coverage: usize,
    /// The key of the limit.
    pub key: String,
    /// Persons of whom it cuts off something of a row at least once.
    pub persons: u64,
    /// What would be paid more without it, row by row.
    pub cut: String,
}

/// Rows that are in no sum but those of outcomes, and rows of persons with two weights, which are in all sums but those of persons.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct InvalidRows {
    /// Why.
    pub reason: InvalidReason,
    /// How many.
    pub rows: u64,
    /// Those among the first 1,000 of all reasons.
    pub first: Vec<InvalidRow>,
}

/// A row that is in no sum but those of outcomes.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct InvalidRow {
    /// Its number, from 0.
    pub row: u64,
    /// The line of a text on which it begins, from 1.
    pub line: Option<u64>,
    /// What is wrong: one line, lower-case start, no full stop, user input in backticks.
    pub message: String,
    /// The code whose sentence it is; none of a sentence that only rows have.
    pub code: Option<Code>,
    /// Which of the sentences of its code, or of rows. Part of the API; the message is not.
    pub variant: String,
    /// The values that the message names: an object.
    pub params: Json,
    /// The column, as the claims call it.
    pub column: Option<String>,
}

/// What was assumed of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AssumedRows {
    /// What.
    pub reason: AssumedReason,
    /// Of how many rows.
    pub rows: u64,
}
