//! A row of NDJSON → its values, one after the other.

use crate::coverage::claims::cell::{Cell, with_cell};
use crate::coverage::claims::header::each_source;
use crate::coverage::claims::mapping::ClaimMapping;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::target::{Place, Target};
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::document::Document;
use crate::ground::small::eights::are_same;
use crate::ground::small::intern::Interner;
use crate::ground::small::json_line::{JsonLine, Plain};
use crate::ground::value::json::Json;

/// Where the values of each name go.
#[derive(Debug, Default)]
pub(crate) struct Members {
    names: Interner,
    targets: Vec<Vec<Target>>,
    /// The names of the last row in their order, each with its number among those that are read: the next row has them, too.
    order: Vec<(Vec<u8>, Option<usize>)>,
}

/// Of so many members the order is kept.
const MAX_ORDER: usize = 256;

impl Members {
    pub(crate) fn new(mapping: &ClaimMapping, by: &[String]) -> Self {
        let mut members = Members::default();
        each_source(mapping, by, &mut |name, _, target| {
            let number = members.names.insert(name.as_bytes());
            if members.targets.len() <= number {
                members.targets.push(Vec::new());
            }
            members.targets.get_mut(number).into_iter().for_each(|targets| targets.push(target.clone()));
        });
        members
    }

    /// Whether it is the same however the number of a value is written.
    fn are_amounts(&self, number: usize) -> bool {
        let mut targets = self.targets.get(number).into_iter().flatten();
        targets.all(|target| matches!(target.place, Place::Amount(..) | Place::Weight))
    }

    /// Where the value of a name goes, which is the so many-th of its row.
    #[inline(always)]
    fn find(&mut self, position: usize, name: &[u8]) -> Option<usize> {
        match self.order.get_mut(position) {
            Some((known, number)) if are_same(known, name) => *number,
            Some((known, number)) => {
                *number = self.names.find(name);
                known.clear();
                known.extend_from_slice(name);
                *number
            }
            None => {
                let number = self.names.find(name);
                if position < MAX_ORDER {
                    self.order.push((name.to_vec(), number));
                }
                number
            }
        }
    }
}

/// A double keeps so many digits of any number.
const MAX_DIGITS: usize = 15;

/// Whether there may be a shorter way to write a decimal, which is how the general way writes it.
fn is_written_otherwise(digits: &[u8]) -> bool {
    digits.contains(&b'.') && (digits.last() == Some(&b'0') || digits.len() > MAX_DIGITS)
}

/// Takes each value of the object that a line is, with its name.
pub(crate) type Take<'t> = &'t mut dyn FnMut(&str, &[Target], Cell<'_>);

/// Reads a line without blanks around it.
///
/// # Errors
/// Why it is no object of JSON. Some values may have been taken then.
pub(crate) fn read(line: &[u8], members: &mut Members, take: Take<'_>) -> Result<(), Wrong> {
    let mut values = Vec::with_capacity(members.order.len());
    if plain(line, members, &mut values).is_some() && !has_twice(&mut values) {
        for (number, cell) in values {
            if let Some((targets, name)) = members.targets.get(number).zip(members.names.key(number)) {
                take(std::str::from_utf8(name).unwrap_or_default(), targets, cell);
            }
        }
        return Ok(());
    }
    slowly(line, members, take)
}

fn has_twice(values: &mut [(usize, Cell<'_>)]) -> bool {
    let mut seen = 0_u128;
    values.iter().any(|(number, _)| {
        let bit = 1_u128.checked_shl(u32::try_from(*number).unwrap_or(u32::MAX)).unwrap_or_default();
        let is_twice = bit == 0 || seen & bit != 0;
        seen |= bit;
        is_twice
    })
}

/// The values that are read of an object on one line, without escapes and without objects in it; none for any other.
fn plain<'b>(line: &'b [u8], members: &mut Members, values: &mut Vec<(usize, Cell<'b>)>) -> Option<()> {
    let mut line = JsonLine { rest: line };
    let mut position = 0_usize;
    line.object(|line, name| {
        let cell = match line.value()? {
            Plain::Text(text) => Cell::Text(text),
            Plain::Flag(value) => Cell::Flag(value),
            Plain::Null => Cell::Null,
            Plain::Digits(digits) if is_number(digits) => Cell::Number(digits),
            Plain::List(list) if is_list(list) => Cell::List(list),
            Plain::Digits(_) | Plain::List(_) => return None,
        };
        if let Some(number) = members.find(position, name) {
            if matches!(cell, Cell::Number(digits) if is_written_otherwise(digits)) && !members.are_amounts(number) {
                return None;
            }
            values.push((number, cell));
        }
        position = position.wrapping_add(1);
        Some(())
    })?;
    line.rest.is_empty().then_some(())
}

/// Whether digits and points are a number of JSON.
fn is_number(digits: &[u8]) -> bool {
    matches!(digits, [b'0'] | [b'0', b'.', ..] | [b'1'..=b'9', ..])
        && digits.last() != Some(&b'.')
        && digits.iter().filter(|byte| **byte == b'.').count() < 2
}

/// Whether digits, commas and blanks are whole numbers with one comma between two.
fn is_list(list: &[u8]) -> bool {
    let list = list.trim_ascii();
    let mut numbers = list.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    list.is_empty() || numbers.all(|number| is_number(number) && !number.contains(&b' '))
}

#[inline(never)]
fn slowly(line: &[u8], members: &Members, take: Take<'_>) -> Result<(), Wrong> {
    let mut problems = Problems::without_suggestions();
    let document = Document::read_utf8(line, &mut problems);
    if problems.blocking() {
        return Err(Wrong::first(InvalidReason::Unreadable, problems));
    }
    take_object(&document.json, members, &mut |name, targets, cell| {
        let written = matches!(cell, Cell::Number(digits) if is_long(digits)).then(|| document.written(name)).flatten();
        take(name, targets, written.as_deref().map_or(cell, |digits| Cell::Number(digits.as_bytes())));
    })
}

/// Whether a number may have more digits than a double keeps: an identifier has to keep them.
fn is_long(digits: &[u8]) -> bool {
    digits.len() > MAX_DIGITS || digits.contains(&b'e')
}

/// The values of an object of JSON.
///
/// # Errors
/// Why it is none.
pub(crate) fn take_object(json: &Json, members: &Members, take: Take<'_>) -> Result<(), Wrong> {
    let Json::Object(fields) = json else {
        return Err(Wrong::line(Code::WrongType, say::wrong_type("an object", json.kind())));
    };
    for (name, json) in fields {
        let Some(targets) = members.names.find(name.as_bytes()).and_then(|number| members.targets.get(number)) else {
            continue;
        };
        with_cell(json, &mut |cell| take(name, targets, cell));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// What is taken of a line, the quick way or the general one.
    fn taken(line: &str) -> Vec<String> {
        let mapping =
            r#"{ "columns": { "care_type": "T", "charged": "C", "person": "P", "reimbursed_by_secu": "R" } }"#;
        let mapping = ClaimMapping::new(&mapping.parse().unwrap()).unwrap();
        let (mut members, mut values) = (Members::new(&mapping, &["G".to_owned()]), Vec::new());
        read(line.as_bytes(), &mut members, &mut |name, _, cell| values.push(format!("{name} {cell:?}"))).unwrap();
        values
    }

    #[test]
    fn a_decimal_is_the_same_text_whatever_else_is_in_its_row() {
        for number in [
            "0",
            "7",
            "1.5",
            "1.50",
            "1.0",
            "100",
            "123456789012345",
            "12345678901234567",
            "10000000000000000000000",
            "0.12345678901234567890",
        ] {
            let line =
                |other: &str| format!(r#"{{"T":{number},"P":{number},"R":{number},"G":{number},"other":"{other}"}}"#);
            assert_eq!(taken(&line("e")), taken(&line("é")), "{number}");
        }
        assert_eq!(
            taken(r#"{"P":1e22,"T":12345678901234567}"#),
            [
                "P Number([49, 101, 50, 50])",
                r#"T Number([49, 50, 51, 52, 53, 54, 55, 56, 57, 48, 49, 50, 51, 52, 53, 54, 55])"#
            ]
        );
        assert_eq!(taken(r#"{"C":26.50,"other":"e"}"#), ["C Number([50, 54, 46, 53, 48])"]);
    }

    #[test]
    fn what_json_does_not_have_is_left_to_the_general_way() {
        for number in ["0", "0.5", "10", "10.50", "1.0"] {
            assert!(is_number(number.as_bytes()), "{number}");
        }
        for other in ["", "01", "00", "1.", ".5", "1.5.2", ".", "1..2"] {
            assert!(!is_number(other.as_bytes()), "{other}");
        }
        for list in ["", " ", "11", "11, 8", " 1 ,0 "] {
            assert!(is_list(list.as_bytes()), "{list}");
        }
        for other in [",", "1,", "1,,2", "01", "1 2"] {
            assert!(!is_list(other.as_bytes()), "{other}");
        }
    }
}
