//! Booleans and sides: one of few words, or what a table of values says.

use crate::coverage::claims::cell::{Cell, other, shown, trimmed, utf8};
use crate::coverage::claims::target::Target;
use crate::coverage::claims::values::Meant;
use crate::coverage::claims::wrong::Wrong;
use crate::coverage::facts::amounts::SIDES;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::sentences as say;

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
pub(crate) fn flag(target: &Target, cell: Cell<'_>) -> Result<Option<u8>, Wrong> {
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

pub(crate) fn side(target: &Target, cell: Cell<'_>) -> Result<Option<u8>, Wrong> {
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
