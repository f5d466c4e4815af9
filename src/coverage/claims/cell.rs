//! What a file has in a cell, whatever the cell is for.

use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::Json;
use crate::ground::value::number;

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
pub(crate) fn trimmed(text: &[u8]) -> &[u8] {
    match text {
        [b' ', ..] | [.., b' '] => text.trim_ascii(),
        _ => text,
    }
}

pub(crate) fn utf8(text: &[u8]) -> Result<&str, Wrong> {
    std::str::from_utf8(text).map_err(|_| Wrong::value(Code::InvalidCsv, say::csv_utf8()))
}

/// A cell of another kind than its column.
#[inline(never)]
pub(crate) fn other(expected: &str, cell: Cell<'_>) -> Wrong {
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

pub(crate) fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::List(text) => String::from_utf8_lossy(text).into_owned(),
        Cell::Null | Cell::Flag(_) | Cell::Object => String::new(),
    }
}
