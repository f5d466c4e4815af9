//! Amounts, rates and weights; ages, teeth and other whole numbers.

use crate::coverage::claims::cell::{Cell, other, shown, trimmed, utf8};
use crate::coverage::claims::columns::MOST_WEIGHT;
use crate::coverage::claims::formats::decimal::{self, DecimalSign, Unit, is_blank};
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::table::CHARGED;
use crate::coverage::claims::target::{Place, Target};
use crate::coverage::claims::wrong::Wrong;
use crate::coverage::facts::tooth::Tooth;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::number;
use crate::ground::value::pointer::Path;

const DECIMAL: &str = "a decimal, as a string or as a number";

#[inline(always)]
pub(crate) fn units(target: &Target, unit: Option<Unit>, cell: Cell<'_>) -> Result<Option<i64>, Wrong> {
    match cell {
        Cell::Text(text) => match decimal::quick_units(text, target.decimal) {
            Some(units) => Ok(Some(units)),
            None => slow_units(text, target.decimal, unit),
        },
        Cell::Number(digits) => match decimal::quick_units(digits, DecimalSign::Point) {
            Some(units) => Ok(Some(units)),
            None => of_number(digits).map(Some),
        },
        // Of what is charged, `null` says nothing that could be reckoned with.
        Cell::Null if target.place != Place::Amount(CHARGED, Some(Unit::Euro)) => Ok(None),
        _ => Err(other(DECIMAL, cell)),
    }
}

#[inline(never)]
fn slow_units(text: &[u8], sign: DecimalSign, unit: Option<Unit>) -> Result<Option<i64>, Wrong> {
    let text = utf8(text)?;
    if text.trim_matches(is_blank).is_empty() {
        return Ok(None);
    }
    decimal::units(text, sign, unit).map(Some)
}

/// A number of JSON is read as its shortest decimal.
#[inline(never)]
fn of_number(digits: &[u8]) -> Result<i64, Wrong> {
    let text = utf8(digits)?;
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let mut problems = Problems::default();
    let amount = problems.amount(&Json::Number(number::parse(digits)), &Path::Root, decimal::CELL);
    let units =
        amount.map(|amount| amount.units(4)).ok_or_else(|| Wrong::first(InvalidReason::WrongValue, problems))?;
    Ok(if is_negative { units.saturating_neg() } else { units })
}

pub(crate) fn weight(target: &Target, cell: Cell<'_>) -> Result<Option<i64>, Wrong> {
    let units = units(target, None, cell)?;
    match units {
        Some(..=0) => Err(Wrong::value(Code::NotPositive, say::weight_not_positive())),
        Some(MOST_WEIGHT..) => {
            Err(Wrong::value(Code::AmountPrecision, say::amount_precision(6_u32, 4_u32, &shown(cell))))
        }
        units => Ok(units),
    }
}

/// A whole number of at most nine digits.
pub(crate) fn whole(cell: Cell<'_>) -> Result<Option<u32>, Wrong> {
    const EXPECTED: &str = "a whole number";
    let digits = match cell {
        Cell::Text(text) => trimmed(text),
        Cell::Number(number) => number,
        Cell::Null => return Ok(None),
        _ => return Err(other(EXPECTED, cell)),
    };
    if digits.is_empty() {
        return Ok(None);
    }
    if digits.len() <= 9 && digits.iter().all(u8::is_ascii_digit) {
        let add = |sum: u32, digit: &u8| sum.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0')));
        return Ok(Some(digits.iter().fold(0, add)));
    }
    let number = match cell {
        Cell::Number(_) => safe_integer(number::parse(utf8(digits)?)).and_then(|number| u32::try_from(number).ok()),
        _ => None,
    };
    number.map(Some).ok_or_else(|| Wrong::value(Code::WrongType, say::wrong_text(EXPECTED, &shown(cell))))
}

pub(crate) fn age(number: u32) -> Result<u8, Wrong> {
    let age = u8::try_from(number).ok().filter(|age| *age <= MAX_AGE);
    age.ok_or_else(|| Wrong::value(Code::AgeOutOfRange, say::age_out_of_range(MAX_AGE, f64::from(number))))
}

pub(crate) fn tooth(number: u32) -> Result<u8, Wrong> {
    let tooth = Tooth::from_number(f64::from(number)).map(Tooth::number);
    tooth.ok_or_else(|| Wrong::value(Code::InvalidTooth, say::invalid_tooth(f64::from(number))))
}

/// FDI numbers with a blank between two, from numbers with blanks or commas between them.
pub(crate) fn teeth(written: &[u8]) -> Result<String, Wrong> {
    let mut numbers = String::new();
    for number in written.split(|byte| matches!(byte, b' ' | b',' | b'\t')).filter(|number| !number.is_empty()) {
        let number = whole(Cell::Number(number))?.unwrap_or_default();
        if !numbers.is_empty() {
            numbers.push(' ');
        }
        numbers.push_str(&tooth(number)?.to_string());
    }
    Ok(numbers)
}
