//! Dates: in the format that the mapping says, or as `yyyy-MM-dd`.

use crate::coverage::claims::cell::{Cell, other, trimmed};
use crate::coverage::claims::target::Target;
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::sentences as say;
use crate::ground::exact::date::CalendarDate;

#[inline(always)]
pub(crate) fn date(target: &Target, cell: Cell<'_>) -> Result<Option<CalendarDate>, Wrong> {
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
