//! What a row says as a whole, when all its cells were taken: the age, and of the sum of many acts the amounts of one.
//!
//! ```text
//! age           = member_age, else completed years from the birth date to the care date
//! of a sum      amount = amount of all ÷ acts, half-up to 1/10,000 €; weight = acts; care_date = the first of its month
//! pathway rate  = rate + 40 outside of the care pathway (codes 23 and 24), where that is at most 100
//! ```
//! DECISION: a row whose amount is below 0 corrects another one. Its reason is `regularisation`, and what it charges is left out.
//! Case: claims/amount-below-zero
//! DECISION: the band 0 of the national base is 0 to 19 years; 99, unknown, is none. Case: claims/national-base

use crate::coverage::batch::codes::NO_AGE;
use crate::coverage::bulk::row::NO_AMOUNT;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::table::{CARE_TYPES, CHARGED, ClaimTable, PATHWAY_RATE, QUANTITY, RATE};
use crate::coverage::claims::wrong::Wrong;
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::amounts;
use crate::coverage::facts::derive::{self, NoAge};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::exact::amount::{Rounding, quotient};
use crate::ground::exact::date::CalendarDate;

/// What is kept of a row until it ends.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowState {
    pub(crate) care_date: Option<CalendarDate>,
    pub(crate) birth_date: Option<CalendarDate>,
    pub(crate) acts: Option<i64>,
    pub(crate) age_band: Option<u32>,
    pub(crate) care_year: Option<u32>,
    pub(crate) care_month: Option<u32>,
    pub(crate) pathway_code: Option<u32>,
}

/// The codes of care outside of the care pathway: with and without a declared doctor.
const OUTSIDE_PATHWAY: [u32; 2] = [23, 24];
/// What the rate is lowered by there, and the whole, in 1/10,000 %.
const LOWERED_BY: i64 = 400_000;
const WHOLE: i64 = 1_000_000;

/// A field that is not there, or why a row as a whole cannot be, with our name of the field that it is about.
pub(crate) type Finished = Result<(), (Wrong, &'static str)>;

/// What the row that was read says as a whole.
///
/// # Errors
/// A field that it lacks, and what contradicts itself.
#[inline(always)]
pub(crate) fn finish(table: &mut ClaimTable, row: &RowState) -> Finished {
    let at = table.rows;
    let is_there = |codes: Option<usize>| codes.is_some_and(|length| length > at);
    if !is_there(table.texts.get(CARE_TYPES).map(|texts| texts.codes.len())) {
        return Err((Wrong::value(Code::MissingField, say::missing_field(CARE_TYPE)), CARE_TYPE));
    }
    if !is_there(table.amounts.get(CHARGED).map(|column| column.cells.len())) {
        return Err((Wrong::value(Code::MissingField, say::missing_field(amounts::CHARGED)), amounts::CHARGED));
    }
    age_of(table, row)?;
    if table.are_aggregates { of_sum(table, row) } else { Ok(()) }
}

/// The age by the dates.
///
/// # Errors
/// Dates that give none, and an age that is another one.
pub(crate) fn age_of(table: &mut ClaimTable, row: &RowState) -> Finished {
    match (row.birth_date, row.care_date) {
        (Some(birth), Some(care)) => age(table, birth, care),
        _ => Ok(()),
    }
}

fn age(table: &mut ClaimTable, birth: CalendarDate, care: CalendarDate) -> Finished {
    let at = table.rows;
    let stated = Some(table.age.get(at)).filter(|age| *age != NO_AGE);
    match derive::age(birth, care, stated) {
        Ok(_) if stated.is_some() => Ok(()),
        Ok(age) => {
            table.age.put(at, age);
            Ok(())
        }
        Err(why) => Err(no_age(why)),
    }
}

#[inline(never)]
fn no_age(why: NoAge) -> (Wrong, &'static str) {
    let (code, says, field) = match why {
        NoAge::BornAfterCareDate => (Code::BornAfterCareDate, say::born_after_care_date(), "member_birth_date"),
        NoAge::TooOld(years) => (Code::AgeOutOfRange, say::dates_out_of_range(years, MAX_AGE), "member_birth_date"),
        NoAge::Inconsistent { stated, derived } => {
            (Code::InconsistentFact, say::inconsistent_age(stated, derived), "member_age")
        }
    };
    (Wrong::of(InvalidReason::InvalidAct, code, says), field)
}

/// The amounts of one of the acts that a line is the sum of.
#[inline(never)]
fn of_sum(table: &mut ClaimTable, row: &RowState) -> Finished {
    let at = table.rows;
    let acts = row.acts.ok_or_else(|| (Wrong::value(Code::MissingField, say::missing_field("acts")), "acts"))?;
    if acts <= 0 {
        return Err((Wrong::regularisation(), "acts"));
    }
    for (position, column) in table.amounts.iter_mut().enumerate() {
        let sum = column.get(at);
        if sum != NO_AMOUNT && !matches!(position, RATE | PATHWAY_RATE | QUANTITY) {
            let one = quotient(i128::from(sum).saturating_mul(10_000), i128::from(acts), Rounding::HalfUp);
            column.set(at, one.and_then(|one| i64::try_from(one).ok()).unwrap_or(NO_AMOUNT));
        }
    }
    table.weight.put(at, acts);
    let outside = row.pathway_code.is_some_and(|code| OUTSIDE_PATHWAY.contains(&code));
    let rate = table.amounts.get(RATE).map_or(NO_AMOUNT, |column| column.get(at));
    let pathway = rate.saturating_add(LOWERED_BY);
    if outside && rate != NO_AMOUNT && pathway <= WHOLE {
        table.amounts.get_mut(PATHWAY_RATE).into_iter().for_each(|column| column.put(at, pathway));
    }
    match row.age_band {
        Some(band @ (0 | 20 | 30 | 40 | 50 | 60 | 70 | 80)) => {
            table.age_band.put(at, u8::try_from(band).unwrap_or_default())
        }
        None | Some(99) => {}
        Some(band) => {
            return Err((
                Wrong::value(Code::WrongType, say::wrong_number("a band of ages", f64::from(band))),
                "age_band",
            ));
        }
    }
    if let (Some(year), Some(month)) = (row.care_year, row.care_month) {
        let date = CalendarDate::new(year, month, 1);
        let date = date.ok_or_else(|| {
            (Wrong::value(Code::WrongType, say::wrong_number("a month", f64::from(month))), "care_month")
        })?;
        table.care_date.put(at, date.day());
    }
    Ok(())
}

/// What is left of a row that could not be read: nothing of its amounts where it corrects another one.
pub(crate) fn refuse(table: &mut ClaimTable, reason: InvalidReason) {
    if reason == InvalidReason::Regularisation {
        let at = table.rows;
        table.amounts.iter_mut().for_each(|column| column.set(at, NO_AMOUNT));
    }
}
