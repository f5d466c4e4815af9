//! A cell of a file → a cell of a column.

use crate::coverage::claims::decimal::{self, DecimalSign, Unit, is_blank};
use crate::coverage::claims::dictionary;
use crate::coverage::claims::field::SumField;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::row::RowState;
use crate::coverage::claims::table::{CARE_TYPES, CHARGED, ClaimTable, ESTABLISHMENTS, TEETH};
use crate::coverage::claims::target::{Place, Target};
use crate::coverage::claims::values::Meant;
use crate::coverage::claims::wrong::Wrong;
use crate::coverage::facts::amounts::SIDES;
use crate::coverage::facts::tooth::Tooth;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{MAX_AGE, is_short_text};
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::number;
use crate::ground::value::pointer::Path;

/// What a file has in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'b> {
    /// A text, which a CSV has for everything.
    Text(&'b [u8]),
    Null,
    /// As JSON writes it.
    Number(&'b [u8]),
    Flag(bool),
    /// What is between the brackets of an array of JSON.
    List(&'b [u8]),
    Object,
}

/// Puts a cell into the row that is being read.
///
/// # Errors
/// Why it is none of its column.
#[inline(always)]
pub(crate) fn take(table: &mut ClaimTable, row: &mut RowState, target: &Target, cell: Cell<'_>) -> Result<(), Wrong> {
    let at = table.rows;
    match target.place {
        Place::Amount(position, unit) => {
            let Some(units) = units(target, unit, cell)? else { return Ok(()) };
            if units < 0 {
                return Err(Wrong::regularisation());
            }
            table.amounts.get_mut(position).into_iter().for_each(|column| column.put(at, units));
        }
        Place::Text(position) => {
            let code = text(table, target, position, cell)?;
            if code != dictionary::LEFT_OUT {
                table.texts.get_mut(position).into_iter().for_each(|texts| texts.put(at, code));
            }
        }
        Place::Flag(position) => {
            if let Some(code) = flag(target, cell)? {
                table.booleans.get_mut(position).into_iter().for_each(|column| column.put(at, code));
            }
        }
        Place::CareDate => {
            if let Some(date) = date(target, cell)? {
                row.care_date = Some(date);
                table.care_date.put(at, date.day());
            }
        }
        Place::BirthDate => row.birth_date = date(target, cell)?,
        Place::MembershipStart => {
            if let Some(date) = date(target, cell)? {
                table.membership_start.put(at, date.day());
            }
        }
        Place::Weight => {
            if let Some(units) = weight(target, cell)? {
                table.weight.put(at, units);
            }
        }
        Place::Age => {
            if let Some(number) = whole(cell)? {
                let age = u8::try_from(number).ok().filter(|age| *age <= MAX_AGE);
                let age = age.ok_or_else(|| {
                    Wrong::value(Code::AgeOutOfRange, say::age_out_of_range(MAX_AGE, f64::from(number)))
                })?;
                table.age.put(at, age);
            }
        }
        Place::Tooth => {
            if let Some(number) = whole(cell)? {
                table.tooth.put(at, tooth(number)?);
            }
        }
        Place::Side => {
            if let Some(code) = side(target, cell)? {
                table.side.put(at, code);
            }
        }
        Place::Sum(SumField::Acts) => row.acts = units(target, None, cell)?,
        Place::Sum(SumField::AgeBand) => row.age_band = whole(cell)?,
        Place::Sum(SumField::CareYear) => row.care_year = whole(cell)?,
        Place::Sum(SumField::CareMonth) => row.care_month = whole(cell)?,
        Place::Sum(SumField::PathwayCode) => row.pathway_code = whole(cell)?,
    }
    Ok(())
}

/// The same, not written out where it is called.
///
/// # Errors
/// Those of [`take`].
#[inline(never)]
pub(crate) fn take_any(
    table: &mut ClaimTable,
    row: &mut RowState,
    target: &Target,
    cell: Cell<'_>,
) -> Result<(), Wrong> {
    take(table, row, target, cell)
}

/// Puts a value of JSON into the row that is being read.
///
/// # Errors
/// Why its field cannot have it.
pub(crate) fn take_fixed(
    table: &mut ClaimTable,
    row: &mut RowState,
    target: &Target,
    json: &Json,
) -> Result<(), Wrong> {
    let mut taken = Ok(());
    with_cell(json, &mut |cell| taken = take_any(table, row, target, cell));
    taken
}

/// Calls its argument with a value of JSON as a cell.
pub(crate) fn with_cell(json: &Json, take: &mut dyn FnMut(Cell<'_>)) {
    match json {
        Json::String(text) => take(Cell::Text(text.as_bytes())),
        Json::Number(value) => take(Cell::Number(number::show(*value).as_bytes())),
        Json::Bool(value) => take(Cell::Flag(*value)),
        Json::Null => take(Cell::Null),
        Json::Array(items) => match list(items) {
            Some(list) => take(Cell::List(list.as_bytes())),
            None => take(Cell::Object),
        },
        _ => take(Cell::Object),
    }
}

/// The numbers of an array; none where there is anything else in it.
fn list(items: &[Json]) -> Option<String> {
    let mut list = String::new();
    for item in items {
        let Json::Number(value) = item else { return None };
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(&number::show(*value));
    }
    Some(list)
}

/// Without blanks around it.
#[inline(always)]
fn trimmed(text: &[u8]) -> &[u8] {
    match text {
        [b' ', ..] | [.., b' '] => text.trim_ascii(),
        _ => text,
    }
}

fn utf8(text: &[u8]) -> Result<&str, Wrong> {
    std::str::from_utf8(text).map_err(|_| Wrong::value(Code::InvalidCsv, say::csv_utf8()))
}

/// A cell of another kind than its column.
#[inline(never)]
fn other(expected: &str, cell: Cell<'_>) -> Wrong {
    let got = match cell {
        Cell::Text(_) => "a string",
        Cell::Null => "null",
        Cell::Number(_) => "a number",
        Cell::Flag(_) => "a boolean",
        Cell::List(_) => "an array",
        Cell::Object => "an object",
    };
    Wrong::value(Code::WrongType, say::wrong_type(expected, got))
}

const DECIMAL: &str = "a decimal, as a string or as a number";

#[inline(always)]
fn units(target: &Target, unit: Option<Unit>, cell: Cell<'_>) -> Result<Option<i64>, Wrong> {
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

/// The largest weight, in 1/10,000.
const MAX_WEIGHT: i64 = 9_999_999_999;

fn weight(target: &Target, cell: Cell<'_>) -> Result<Option<i64>, Wrong> {
    let units = units(target, None, cell)?;
    match units {
        Some(..=0) => Err(Wrong::value(Code::NotPositive, say::weight_not_positive())),
        Some(units) if units > MAX_WEIGHT => {
            Err(Wrong::value(Code::AmountPrecision, say::amount_precision(6_u32, 4_u32, &shown(cell))))
        }
        units => Ok(units),
    }
}

fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::List(text) => String::from_utf8_lossy(text).into_owned(),
        Cell::Null | Cell::Flag(_) | Cell::Object => String::new(),
    }
}

/// A whole number of at most nine digits.
fn whole(cell: Cell<'_>) -> Result<Option<u32>, Wrong> {
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

fn tooth(number: u32) -> Result<u8, Wrong> {
    let tooth = Tooth::from_number(f64::from(number)).map(Tooth::number);
    tooth.ok_or_else(|| Wrong::value(Code::InvalidTooth, say::invalid_tooth(f64::from(number))))
}

#[inline(always)]
fn date(target: &Target, cell: Cell<'_>) -> Result<Option<CalendarDate>, Wrong> {
    let text = match (cell, &target.date_format) {
        (Cell::Text(text), _) => trimmed(text),
        (Cell::Number(text), Some(_)) => text,
        (Cell::Null, _) => return Ok(None),
        _ => return Err(other("a string", cell)),
    };
    let date = match &target.date_format {
        _ if text.is_empty() => return Ok(None),
        None => std::str::from_utf8(text).ok().and_then(CalendarDate::parse),
        Some(format) => format.day(text),
    };
    date.map(Some).ok_or_else(|| no_date(target, text))
}

#[inline(never)]
fn no_date(target: &Target, text: &[u8]) -> Wrong {
    let text = &*String::from_utf8_lossy(text);
    Wrong::value(
        Code::InvalidDate,
        match &target.date_format {
            None => say::invalid_date(text),
            Some(format) => say::not_in_format(text, &format.text),
        },
    )
}

/// The words of a boolean, in any case.
const FLAGS: [(&[u8], bool); 12] = [
    (b"true", true),
    (b"false", false),
    (b"vrai", true),
    (b"faux", false),
    (b"oui", true),
    (b"non", false),
    (b"o", true),
    (b"n", false),
    (b"yes", true),
    (b"no", false),
    (b"1", true),
    (b"0", false),
];

/// The code of a boolean; none where it is left out.
#[inline(always)]
fn flag(target: &Target, cell: Cell<'_>) -> Result<Option<u8>, Wrong> {
    let code = |value: bool| if value { 3 } else { 2 };
    match (cell, &target.values) {
        (Cell::Text(b"true"), None) => Ok(Some(3)),
        (Cell::Text(b"false"), None) => Ok(Some(2)),
        (Cell::Text(b"") | Cell::Null, None) => Ok(Some(1).filter(|_| cell == Cell::Null)),
        (Cell::Flag(value), _) => Ok(Some(code(value))),
        _ => slow_flag(target, cell),
    }
}

#[inline(never)]
fn slow_flag(target: &Target, cell: Cell<'_>) -> Result<Option<u8>, Wrong> {
    let text = match cell {
        Cell::Text(text) | Cell::Number(text) => trimmed(text),
        Cell::Null => return Ok(Some(1)),
        _ => return Err(other("a boolean", cell)),
    };
    let meant = match &target.values {
        Some(values) => values.meant(text).cloned(),
        None => {
            let known = FLAGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(text));
            known.map(|(_, value)| Meant::Flag(*value))
        }
    };
    match meant {
        Some(Meant::Flag(value)) => Ok(Some(if value { 3 } else { 2 })),
        Some(_) => Ok(Some(1)),
        None if text.is_empty() => Ok(None),
        None if target.values.is_some() => Err(Wrong::value(Code::WrongType, say::not_in_table(&shown(cell)))),
        None => Err(Wrong::value(Code::WrongType, say::wrong_text("a boolean", &shown(cell)))),
    }
}

/// The words of the sides, each with its code.
const SIDE_WORDS: [(&str, u8); 4] = [("left", 2), ("right", 3), ("gauche", 2), ("droite", 3)];

fn side(target: &Target, cell: Cell<'_>) -> Result<Option<u8>, Wrong> {
    let text = match cell {
        Cell::Text(text) => trimmed(text),
        Cell::Number(text) if target.values.is_some() => text,
        Cell::Null => return Ok(None),
        _ => return Err(other("a string", cell)),
    };
    let code =
        |word: &str| SIDE_WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, code)| *code);
    let found = match &target.values {
        None if text.is_empty() => return Ok(None),
        None => code(utf8(text)?),
        Some(values) => match values.meant(text) {
            Some(Meant::Text(side)) => code(side),
            Some(_) => return Ok(None),
            None if text.is_empty() => return Ok(None),
            None => return Err(Wrong::value(Code::WrongType, say::not_in_table(&shown(cell)))),
        },
    };
    found.map(Some).ok_or_else(|| Wrong::value(Code::WrongType, say::not_one_of(&SIDES[..], &shown(cell))))
}

/// The code of a text.
#[inline(always)]
fn text(table: &mut ClaimTable, target: &Target, position: usize, cell: Cell<'_>) -> Result<u32, Wrong> {
    let written = match cell {
        Cell::Text(text) => trimmed(text),
        Cell::Number(text) if target.is_mapped && !target.is_fact() => text,
        Cell::List(list) if position == TEETH || target.is_by() => list,
        Cell::Flag(true) if target.is_by() => b"true",
        Cell::Flag(false) if target.is_by() => b"false",
        Cell::Null => return null(target, position),
        _ => return Err(other(if position == TEETH { "an array" } else { "a string" }, cell)),
    };
    if written.is_empty() && target.values.is_none() && !matches!(cell, Cell::List(_)) {
        return Ok(dictionary::LEFT_OUT);
    }
    let Some(texts) = table.texts.get_mut(position) else { return Ok(dictionary::LEFT_OUT) };
    let code = texts.code(written, |written| meant(target, position, written).ok());
    if code == dictionary::WRONG {
        if written.is_empty() {
            return Ok(dictionary::LEFT_OUT);
        }
        return Err(meant(target, position, written).err().unwrap_or_else(|| other("a string", cell)));
    }
    Ok(code)
}

/// `null`: a fact that does not apply, or nothing.
fn null(target: &Target, position: usize) -> Result<u32, Wrong> {
    match position {
        CARE_TYPES => Err(other("a string", Cell::Null)),
        _ if target.is_fact() || target.is_by() || position == TEETH => Ok(dictionary::NULL),
        ESTABLISHMENTS => Ok(dictionary::NULL),
        _ => Ok(dictionary::LEFT_OUT),
    }
}

/// What a text means; none: null.
#[inline(never)]
fn meant(target: &Target, position: usize, written: &[u8]) -> Result<Option<String>, Wrong> {
    if position == TEETH {
        return teeth(written).map(Some);
    }
    let text = match target.values.as_ref().map(|values| values.meant(written)) {
        Some(Some(Meant::Text(text))) => return Ok(Some(text.clone())),
        Some(Some(_)) => return Ok(None),
        Some(None) if position != CARE_TYPES => {
            return Err(Wrong::value(Code::WrongType, say::not_in_table(utf8(written)?)));
        }
        _ => utf8(written)?,
    };
    let is_good = target.is_by() || is_short_text(text);
    if is_good { Ok(Some(text.to_owned())) } else { Err(Wrong::value(Code::InvalidString, say::text_length(text))) }
}

/// FDI numbers with a blank between two, from numbers with blanks or commas between them.
fn teeth(written: &[u8]) -> Result<String, Wrong> {
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
