//! Texts, each as its code in the dictionary of its column; the teeth of an act are one of them.

use crate::coverage::claims::cell::{Cell, other, trimmed, utf8};
use crate::coverage::claims::dictionary;
use crate::coverage::claims::formats::number::teeth;
use crate::coverage::claims::table::{CARE_TYPES, ClaimTable, ESTABLISHMENTS, TEETH};
use crate::coverage::claims::target::Target;
use crate::coverage::claims::values::Meant;
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::is_short_text;

/// The code of a text.
#[inline(always)]
pub(crate) fn text(table: &mut ClaimTable, target: &Target, position: usize, cell: Cell<'_>) -> Result<u32, Wrong> {
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
