//! What does a row of columns say of money, and of what its limits are counted for?

use std::num::Saturating;

use crate::coverage::batch::bits::Answer;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::facts::act::CARE_DATE;
use crate::coverage::facts::amounts::{AMOUNTS, MEMBERSHIP_START, SIDE, SIDES, TOOTH};
use crate::coverage::facts::tooth::Tooth;
use crate::coverage::reimburse::amounts::{ActAmounts, GivenAmounts};
use crate::coverage::reimburse::money::{MOST_COUNTED, Money, show};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::exact::amount::{Amount, MONEY};
use crate::ground::exact::date::{CalendarDate, FIRST_DAY, LAST_DAY};
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

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

/// The columns that few acts have.
pub(crate) struct Others<'c> {
    columns: &'c PricedColumns<'c>,
    are_empty: bool,
}

impl Others<'_> {
    /// Whether a row says nothing in these columns that is wrong, or that only the general way looks at.
    #[inline(always)]
    pub(crate) fn are_usual(&self, row: usize) -> bool {
        is_day(self.columns.day(row)) && (self.are_empty || self.columns.says_nothing_unusual(row))
    }
}

impl<'c> PricedColumns<'c> {
    pub(crate) fn others(&'c self) -> Others<'c> {
        let amounts = [self.plv, self.hlf, self.pmss, self.reconstituted_brss, self.pathway_rate_percent];
        let are_empty = amounts.into_iter().all(<[i64]>::is_empty)
            && self.membership_start.is_empty()
            && self.side.is_empty()
            && self.tooth.is_empty();
        Others { columns: self, are_empty }
    }

    #[inline(never)]
    fn says_nothing_unusual(&self, row: usize) -> bool {
        let mut amounts = [self.plv, self.hlf, self.pmss, self.reconstituted_brss].into_iter();
        amounts.all(|column| is_amount(entry(column, row, NO_AMOUNT)))
            && entry(self.pathway_rate_percent, row, NO_AMOUNT) == NO_AMOUNT
            && self.says_a_place(row)
    }

    /// Whether dates, side and tooth can be read.
    fn says_a_place(&self, row: usize) -> bool {
        is_day(self.day(row))
            && is_day(entry(self.membership_start, row, NO_DATE))
            && entry(self.side, row, 0) <= LAST_SIDE
            && (entry(self.tooth, row, 0) == 0 || self.tooth_of(row).is_some())
    }

    /// The answer for a row whose amounts can be read, too; else everything that is wrong.
    #[inline(never)]
    pub(crate) fn readable(
        &self,
        row: usize,
        decided: Result<Answer, Vec<Diagnostic>>,
    ) -> Result<Answer, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        self.given(&mut problems, row);
        let of_amounts = problems.into_diagnostics();
        match decided {
            Ok(decided) if of_amounts.is_empty() => Ok(decided),
            decided => Err(decided.err().unwrap_or_default().into_iter().chain(of_amounts).listed()),
        }
    }

    /// The amounts of a row; their problems and those of its dates, its side and its tooth are reported.
    pub(crate) fn given(&self, problems: &mut Problems, row: usize) -> GivenAmounts {
        let mut is_readable = entry(self.charged, row, NO_AMOUNT) != NO_AMOUNT && self.says_a_place(row);
        let values = self.amounts().map(|column| {
            let value = entry(column, row, NO_AMOUNT);
            is_readable &= is_amount(value);
            (value != NO_AMOUNT).then_some(Saturating(value))
        });
        if !is_readable {
            self.report(problems, row);
        }
        let given = given(values);
        given.judge(problems, &Path::Root);
        given
    }

    /// Reports what cannot be read by itself.
    fn report(&self, problems: &mut Problems, row: usize) {
        let at = Path::Root;
        for (position, (name, column)) in self.named_amounts().enumerate() {
            match entry(column, row, NO_AMOUNT) {
                NO_AMOUNT if position == 0 => problems.report(Code::MissingField, &at, say::missing_field(name)),
                value if is_amount(value) => {}
                value => {
                    let shown = show(Saturating(value));
                    let (integer, fraction) = (MONEY.integer, MONEY.fraction);
                    let (code, says) = match value < 0 {
                        true => (Code::NegativeAmount, say::negative_amount(&shown)),
                        false => (Code::AmountPrecision, say::amount_precision(integer, fraction, &shown)),
                    };
                    problems.report(code, &at.field(name), says);
                }
            }
        }
        for (name, column) in [(CARE_DATE, self.care_date), (MEMBERSHIP_START, self.membership_start)] {
            let day = entry(column, row, NO_DATE);
            if !is_day(day) {
                let says = say::number_out_of_range(i64::from(FIRST_DAY), i64::from(LAST_DAY), i64::from(day));
                problems.report(Code::OutOfRange, &at.field(name), says);
            }
        }
        let side = entry(self.side, row, 0);
        if side > LAST_SIDE {
            problems.report(Code::OutOfRange, &at.field(SIDE), say::code_out_of_range(0_u8, LAST_SIDE, side));
        }
        let tooth = entry(self.tooth, row, 0);
        if tooth != 0 && self.tooth_of(row).is_none() {
            problems.report(Code::InvalidTooth, &at.field(TOOTH), say::invalid_tooth(f64::from(tooth)));
        }
    }

    /// The amounts of a row without problems, and what its limits are counted for; none without what was charged.
    pub(crate) fn amounts_of(&self, row: usize, given: &GivenAmounts) -> Option<ActAmounts<'static>> {
        let codes = self.codes(row);
        Some(ActAmounts {
            beneficiary: (codes.unit != 0 || codes.beneficiary != 0).then_some(SOMEBODY),
            stay_id: (codes.stay != 0).then_some(SOMEBODY),
            membership_start: CalendarDate::of_day(entry(self.membership_start, row, NO_DATE)),
            side: codes.side.checked_sub(2).and_then(|side| SIDES.get(usize::from(side)).copied()),
            tooth: self.tooth_of(row),
            ..given.amounts()?
        })
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

    #[inline(always)]
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

fn given(values: [Option<Money>; AMOUNTS]) -> GivenAmounts {
    let [charged, brss, rate, pathway, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted] =
        values;
    let others = [brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted];
    let percent = |rate: Option<Money>| rate.map(|rate| Amount::of_units(rate.0, MONEY.fraction));
    GivenAmounts { charged, others, rate: percent(rate), pathway_rate: percent(pathway) }
}

/// Whether it is an amount that can be read, or none.
fn is_amount(value: i64) -> bool {
    value == NO_AMOUNT || (0..=MOST_COUNTED.0).contains(&value)
}

#[inline(always)]
fn is_day(day: i32) -> bool {
    day == NO_DATE || (FIRST_DAY..=LAST_DAY).contains(&day)
}

/// What a column says of a row.
#[inline(always)]
pub(crate) fn entry<T: Copy>(column: &[T], row: usize, absent: T) -> T {
    column.get(row).copied().unwrap_or(absent)
}
