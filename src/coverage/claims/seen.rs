//! What do the values of a column look like?

use serde::Serialize;

use crate::coverage::claims::formats::date_format::DateFormat;
use crate::coverage::claims::formats::decimal::{self, DecimalSign, Unit, is_blank};
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;

names! {
    /// What the values of a column are.
    pub enum SeenKind {
        /// There is no value.
        Empty = "empty",
        /// Dates.
        Date = "date",
        /// Words for true and false.
        Boolean = "boolean",
        /// Whole numbers.
        Whole = "whole",
        /// Numbers with decimals, with € or with %.
        Decimal = "decimal",
        /// Anything else.
        Text = "text",
    }
}

/// What the values of a column look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Seen {
    /// What they are.
    pub kind: SeenKind,
    /// Every format that fits all of them, the likeliest first; empty unless they are dates.
    pub date_formats: Vec<&'static str>,
    /// The sign before the decimals, `either` where both occur; none where no number has decimals.
    pub decimal: Option<&'static str>,
    /// How many cells are not empty.
    pub filled: usize,
    /// Up to three different values.
    pub examples: Vec<String>,
}

/// The formats that are tried, the likeliest first.
const FORMATS: [&str; 9] = [
    "yyyy-MM-dd",
    "dd/MM/yyyy",
    "dd-MM-yyyy",
    "dd.MM.yyyy",
    "yyyy/MM/dd",
    "d/M/yyyy",
    "yyyyMMdd",
    "MM/dd/yyyy",
    "ddMMyyyy",
];

/// The words of booleans.
const BOOLEANS: [&str; 10] = ["true", "false", "vrai", "faux", "oui", "non", "o", "n", "yes", "no"];

impl Seen {
    pub(crate) fn of(cells: &[&str]) -> Self {
        let filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty() && *cell != "null").listed();
        let mut examples: Vec<String> = Vec::new();
        for cell in &filled {
            if examples.len() < 3 && !examples.iter().any(|known| known == cell) {
                examples.push((*cell).to_owned());
            }
        }
        let all = |holds: &dyn Fn(&str) -> bool| !filled.is_empty() && filled.iter().all(|cell| holds(cell));
        let date_formats = FORMATS.into_iter().filter(|format| fits(format, &filled)).listed();
        let is_whole = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit()) && cell.len() <= 9;
        let kind = if filled.is_empty() {
            SeenKind::Empty
        } else if !date_formats.is_empty() {
            SeenKind::Date
        } else if all(&|cell| BOOLEANS.iter().any(|word| word.eq_ignore_ascii_case(cell))) {
            SeenKind::Boolean
        } else if all(&is_whole) {
            SeenKind::Whole
        } else if all(&is_number) {
            SeenKind::Decimal
        } else {
            SeenKind::Text
        };
        let decimal = if kind == SeenKind::Decimal { sign_of(&filled) } else { None };
        Seen { kind, date_formats, decimal, filled: filled.len(), examples }
    }
}

fn fits(format: &str, filled: &[&str]) -> bool {
    let Some(format) = DateFormat::read(format) else { return false };
    // Eight digits are a date of our time, or no date.
    let is_of_our_time =
        |cell: &&str| format.day(cell.as_bytes()).is_some_and(|day| (1880..=2100).contains(&day.year()));
    !filled.is_empty() && filled.iter().all(is_of_our_time)
}

/// A number in some way of writing; one that could be a thousand, too.
fn is_number(cell: &str) -> bool {
    let digits = ["€", "EUR", "%"].into_iter().find_map(|unit| cell.strip_suffix(unit)).unwrap_or(cell);
    let digits = digits.trim_matches(is_blank);
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let signs = digits.bytes().filter(|byte| matches!(byte, b'.' | b',')).count();
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',') || is_blank(character);
    signs <= 1 && digits.chars().all(is_part) && digits.bytes().next().is_some_and(|first| first.is_ascii_digit())
}

/// The sign that reads all of them, and what it reads as decimals.
fn sign_of(filled: &[&str]) -> Option<&'static str> {
    let reads = |sign: DecimalSign| {
        filled.iter().all(|cell| {
            [Unit::Euro, Unit::Percent].into_iter().any(|unit| decimal::units(cell, sign, Some(unit)).is_ok())
        })
    };
    let has = |sign: char| filled.iter().any(|cell| cell.contains(sign));
    match (has('.'), has(',')) {
        (true, false) if reads(DecimalSign::Point) => Some("point"),
        (false, true) if reads(DecimalSign::Comma) => Some("comma"),
        (false, false) => None,
        _ => Some("either"),
    }
}
