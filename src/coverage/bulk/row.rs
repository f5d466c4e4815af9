//! What does a row of columns say of money, and of what its limits are counted for?

use crate::coverage::bulk::columns::{AMOUNTS, PricedColumns};
use crate::coverage::facts::act::CARE_DATE;
use crate::coverage::facts::amounts::{MEMBERSHIP_START, SIDE, SIDES, TOOTH};
use crate::coverage::facts::tooth::Tooth;
use crate::coverage::reimburse::amounts::{ActAmounts, GivenAmounts};
use crate::coverage::reimburse::money::{MOST_COUNTED, Money, show};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::exact::amount::{Amount, MONEY};
use crate::ground::exact::date::{CalendarDate, FIRST_DAY, LAST_DAY};
use crate::ground::value::pointer::Path;
use std::num::Saturating;

/// In a column of amounts: nothing is said.
pub(crate) const NO_AMOUNT: i64 = i64::MIN;
/// In a column of dates: nothing is said.
pub(crate) const NO_DATE: i32 = i32::MIN;
/// Whoever it is: the ledger knows the numbers of persons and stays.
const SOMEBODY: &str = "";
const LAST_SIDE: u8 = 3;

/// Who and what limits are counted for, in numbers; 0 where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowCodes {
    pub(crate) unit: u32,
    pub(crate) beneficiary: u32,
    pub(crate) stay: u32,
    pub(crate) side: u8,
    pub(crate) tooth: u8,
}

impl PricedColumns<'_> {
    /// The amounts of a row; their problems and those of its dates, its side and its tooth are reported.
    #[inline(always)]
    pub(crate) fn given(&self, problems: &mut Problems, row: usize) -> GivenAmounts {
        let mut is_readable = true;
        let values = self.amounts().map(|(_, column)| {
            let value = entry(column, row, NO_AMOUNT);
            is_readable &= value == NO_AMOUNT || (0..=MOST_COUNTED.0).contains(&value);
            (value != NO_AMOUNT).then_some(Saturating(value))
        });
        let is_day = |day: i32| day == NO_DATE || (FIRST_DAY..=LAST_DAY).contains(&day);
        is_readable &= is_day(entry(self.care_date, row, NO_DATE)) & is_day(entry(self.membership_start, row, NO_DATE));
        is_readable &= entry(self.side, row, 0) <= LAST_SIDE && values.first().is_some_and(Option::is_some);
        is_readable &= entry(self.tooth, row, 0) == 0 || self.tooth_of(row).is_some();
        if !is_readable {
            self.report(problems, row);
        }
        let given = given(values);
        given.judge(problems, &Path::Root);
        given
    }

    /// Reports what cannot be read by itself.
    #[cold]
    #[inline(never)]
    fn report(&self, problems: &mut Problems, row: usize) {
        let at = Path::Root;
        for (position, (name, column)) in self.amounts().into_iter().enumerate() {
            match entry(column, row, NO_AMOUNT) {
                NO_AMOUNT if position == 0 => problems.report(Code::MissingField, &at, say::missing_field(name)),
                NO_AMOUNT => {}
                value if value < 0 => {
                    problems.report(
                        Code::NegativeAmount,
                        &at.field(name),
                        say::negative_amount(&show(Saturating(value))),
                    );
                }
                value if value > MOST_COUNTED.0 => {
                    let (integer, fraction) = (MONEY.integer, MONEY.fraction);
                    let shown = show(Saturating(value));
                    let says = say::amount_precision(integer, fraction, &shown);
                    problems.report(Code::AmountPrecision, &at.field(name), says);
                }
                _ => {}
            }
        }
        for (name, column) in [(CARE_DATE, self.care_date), (MEMBERSHIP_START, self.membership_start)] {
            let day = entry(column, row, NO_DATE);
            if day != NO_DATE && CalendarDate::of_day(day).is_none() {
                let says = say::number_out_of_range(i64::from(FIRST_DAY), i64::from(LAST_DAY), i64::from(day));
                problems.report(Code::OutOfRange, &at.field(name), says);
            }
        }
        let side = entry(self.side, row, 0);
        if side > LAST_SIDE {
            let says = say::code_out_of_range(0_u8, LAST_SIDE, side);
            problems.report(Code::OutOfRange, &at.field(SIDE), says);
        }
        let tooth = entry(self.tooth, row, 0);
        if tooth != 0 && self.tooth_of(row).is_none() {
            problems.report(Code::InvalidTooth, &at.field(TOOTH), say::invalid_tooth(f64::from(tooth)));
        }
    }

    /// The amounts of a row without problems, and what its limits are counted for; none without what was charged.
    #[inline(always)]
    pub(crate) fn amounts_of(&self, row: usize, given: &GivenAmounts, codes: RowCodes) -> Option<ActAmounts<'static>> {
        let mut amounts = given.amounts()?;
        if codes != RowCodes::default() {
            amounts.beneficiary = (codes.unit != 0 || codes.beneficiary != 0).then_some(SOMEBODY);
            amounts.stay_id = (codes.stay != 0).then_some(SOMEBODY);
            amounts.side = codes.side.checked_sub(2).and_then(|side| SIDES.get(usize::from(side)).copied());
            amounts.tooth = self.tooth_of(row);
        }
        amounts.membership_start = CalendarDate::of_day(entry(self.membership_start, row, NO_DATE));
        Some(amounts)
    }

    pub(crate) fn codes(&self, row: usize) -> RowCodes {
        RowCodes {
            unit: entry(self.unit, row, 0),
            beneficiary: entry(self.beneficiary, row, 0),
            stay: entry(self.stay_id, row, 0),
            side: entry(self.side, row, 0),
            tooth: entry(self.tooth, row, 0),
        }
    }

    pub(crate) fn day(&self, row: usize) -> i32 {
        entry(self.care_date, row, NO_DATE)
    }

    pub(crate) fn date(&self, row: usize) -> Option<CalendarDate> {
        CalendarDate::of_day(self.day(row))
    }

    fn tooth_of(&self, row: usize) -> Option<Tooth> {
        Tooth::from_number(f64::from(entry(self.tooth, row, 0)))
    }
}

#[inline(always)]
fn given(values: [Option<Money>; AMOUNTS]) -> GivenAmounts {
    let [charged, brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted, rate, pathway] =
        values;
    let others = [brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted];
    let percent = |rate: Option<Money>| rate.map(|rate| Amount::of_units(rate.0, MONEY.fraction));
    GivenAmounts { charged, others, rate: percent(rate), pathway_rate: percent(pathway) }
}

#[inline(always)]
fn entry<T: Copy>(column: &[T], row: usize, absent: T) -> T {
    column.get(row).copied().unwrap_or(absent)
}
