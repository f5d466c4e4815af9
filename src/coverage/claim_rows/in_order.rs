//! What is paid for claims that come in order, piece after piece: a unit may go on in the next piece.
//!
//! ```text
//! known between pieces   what the open unit used of limits, its last day, the numbers of its beneficiaries and stays; the units before it
//! ```
//! A row without unit ends the unit before it, as the next unit does.

use std::fmt;

use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::bulk::kernel::Kernel;
use crate::coverage::bulk::ledger::UnitLedger;
use crate::coverage::bulk::plan::keys;
use crate::coverage::bulk::row::NO_DATE;
use crate::coverage::claim_rows::decided::DecidedRows;
use crate::coverage::claim_rows::paid::{PaidClaims, paid};
use crate::coverage::claim_rows::units::{UnitColumns, number_of};
use crate::coverage::claims::columns::{ClaimColumns, Names};
use crate::coverage::simulate::piece::text;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::intern::Interner;

/// What is known between pieces of claims that come in order.
#[derive(Default)]
pub struct UnitsInOrder {
    ledger: Option<UnitLedger>,
    /// All units that came.
    units: Interner,
    /// The unit that may go on.
    open: Option<String>,
    number: u32,
    last_day: Option<i32>,
    persons: Interner,
    stays: Interner,
}

/// Why claims are not in order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotInOrder {
    /// A unit comes again after it ended.
    UnitAgain {
        /// The row in its piece.
        row: usize,
        /// The unit.
        unit: String,
    },
    /// A row is of an earlier day than one before it of the same unit; rows without a day come last.
    EarlierDay {
        /// The row in its piece.
        row: usize,
        /// The unit.
        unit: String,
    },
}

/// Why a piece of claims in order is refused.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RefusedPiece {
    /// Its rows are not in order.
    NotInOrder(NotInOrder),
    /// It cannot be used.
    Unusable(Error),
}

impl From<Error> for RefusedPiece {
    fn from(error: Error) -> Self {
        RefusedPiece::Unusable(error)
    }
}

impl fmt::Debug for UnitsInOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("UnitsInOrder").field("units", &self.units.len()).finish_non_exhaustive()
    }
}

impl fmt::Display for NotInOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotInOrder::UnitAgain { row, unit } => {
                write!(
                    formatter,
                    "row {row}: the unit {unit:?} comes again after it ended: rows must come unit after unit"
                )
            }
            NotInOrder::EarlierDay { row, unit } => write!(
                formatter,
                "row {row}: the unit {unit:?} has an earlier care date than the row before: the rows of a unit must come by care date, those without a date last"
            ),
        }
    }
}

/// Pays for the rows of the next piece.
///
/// # Errors
/// Rows that are not in order; those of [`reimburse_claims`](crate::coverage::claim_rows::paid::reimburse_claims). What is known is of no use then.
pub(crate) fn reimburse_in_order(
    coverage: &CodedCoverage<'_>,
    claims: &ClaimColumns<'_>,
    unit: &Names<'_>,
    rounding: Rounding,
    known: &mut UnitsInOrder,
) -> Result<PaidClaims, RefusedPiece> {
    let rows = DecidedRows::new(coverage, claims)?;
    let units = known.number(claims, unit).map_err(RefusedPiece::NotInOrder)?;
    let rules = &coverage.compiled.rules;
    let ledger = known.ledger.take().unwrap_or_else(|| UnitLedger::new(keys(rules)));
    let mut kernel = Kernel::resumed(rules, ledger, rounding);
    let answer = paid(coverage, claims, &rows, &units, &mut kernel)?;
    known.ledger = Some(kernel.into_ledger());
    Ok(answer)
}

impl UnitsInOrder {
    /// The numbers of a piece. They ascend with the rows, so that rows are counted as they come.
    ///
    /// # Errors
    /// Rows that are not in order.
    fn number(&mut self, claims: &ClaimColumns<'_>, unit: &Names<'_>) -> Result<UnitColumns, NotInOrder> {
        let rows = claims.care_type.codes.len();
        let mut columns = UnitColumns::default();
        columns.unit.reserve(rows);
        let mut unreadable = claims.unreadable.iter().peekable();
        let mut last: Option<([u32; 4], [u32; 2])> = None;
        for row in 0..rows {
            let codes = [unit, &claims.beneficiary, &claims.person, &claims.stay_id]
                .map(|names| names.codes.get(row).copied().unwrap_or_default());
            let [beneficiary, stay] = match last {
                // Of the same unit as the row before.
                Some((known, numbers)) if known == codes && self.open.is_some() => numbers,
                _ => {
                    self.enter(row, text(unit, row))?;
                    let person = text(&claims.beneficiary, row).or_else(|| text(&claims.person, row));
                    let person = person.map_or(0, |person| number_of(&mut self.persons, person));
                    [person, text(&claims.stay_id, row).map_or(0, |stay| number_of(&mut self.stays, stay))]
                }
            };
            last = Some((codes, [beneficiary, stay]));
            columns.unit.push(if self.open.is_some() { self.number } else { 0 });
            columns.beneficiary.push(beneficiary);
            columns.stay_id.push(stay);
            // A row that cannot be read may have lost its day.
            let is_read = unreadable.next_if(|of| usize::try_from(of.row).is_ok_and(|of| of <= row)).is_none();
            if let Some(unit) = self.open.as_ref().filter(|_| is_read) {
                let day = claims.acts.care_date.get(row).copied().filter(|day| *day != NO_DATE).unwrap_or(i32::MAX);
                if self.last_day.is_some_and(|last| day < last) {
                    return Err(NotInOrder::EarlierDay { row, unit: unit.clone() });
                }
                self.last_day = Some(day);
            }
        }
        Ok(columns)
    }

    /// A row of a unit comes.
    fn enter(&mut self, row: usize, unit: Option<&str>) -> Result<(), NotInOrder> {
        if unit.is_some() && self.open.as_deref() == unit {
            return Ok(());
        }
        self.persons.clear();
        self.stays.clear();
        self.last_day = None;
        self.open = unit.map(str::to_owned);
        let Some(unit) = unit else { return Ok(()) };
        if self.units.find(unit.as_bytes()).is_some() {
            return Err(NotInOrder::UnitAgain { row, unit: unit.to_owned() });
        }
        self.units.insert(unit.as_bytes());
        self.number = if self.number == u32::MAX { 1 } else { self.number.saturating_add(1) };
        Ok(())
    }
}
