//! CSV of acts, read a character at a time after *Batches* in `docs/coverage.md`, to compare the engine with.

use care_coverage::{ActFact, Json};

struct Cell {
    bytes: Vec<u8>,
    quoted: bool,
}

/// The acts of the rows after the header, none for a row that has no act; none at all where quotation marks are out of place, or the
/// header has some.
pub fn acts(text: &[u8]) -> Option<Vec<Option<Json>>> {
    let header = text.split(|byte| *byte == b'\n').find(|line| !matches!(line, [] | [b'\r']))?;
    let separator = header.iter().copied().find(|byte| matches!(byte, b',' | b';')).unwrap_or(b',');
    let mut rows = rows(text, separator)?.into_iter();
    let names = rows.next()?;
    if names.iter().any(|name| name.quoted) {
        return None;
    }
    Some(rows.map(|row| act(&names, &row)).collect())
}

/// Rows of cells, without blank lines.
fn rows(text: &[u8], separator: u8) -> Option<Vec<Vec<Cell>>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = Cell { bytes: Vec::new(), quoted: false };
    // Whether a quoted cell has had its last quotation mark.
    let mut closed = false;
    let mut position = 0;
    while let Some(byte) = text.get(position).copied() {
        let next = text.get(position + 1).copied();
        position += 1;
        if cell.quoted && !closed {
            match (byte, next) {
                (b'"', Some(b'"')) => {
                    cell.bytes.push(byte);
                    position += 1;
                }
                (b'"', _) => closed = true,
                _ => cell.bytes.push(byte),
            }
        } else if byte == separator {
            row.push(std::mem::replace(&mut cell, Cell { bytes: Vec::new(), quoted: false }));
            closed = false;
        } else if byte == b'\n' || (byte == b'\r' && matches!(next, Some(b'\n') | None)) {
            position += usize::from(byte == b'\r');
            let last = std::mem::replace(&mut cell, Cell { bytes: Vec::new(), quoted: false });
            closed = false;
            if !row.is_empty() || last.quoted || !last.bytes.is_empty() {
                row.push(last);
                rows.push(std::mem::take(&mut row));
            }
        } else if closed {
            return None;
        } else if byte == b'"' {
            if !cell.bytes.is_empty() {
                return None;
            }
            cell.quoted = true;
        } else {
            cell.bytes.push(byte);
        }
    }
    if cell.quoted && !closed {
        return None;
    }
    if !row.is_empty() || cell.quoted || !cell.bytes.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Some(rows)
}

fn act(names: &[Cell], row: &[Cell]) -> Option<Json> {
    if names.len() != row.len() {
        return None;
    }
    let mut fields = Vec::new();
    for (name, cell) in names.iter().zip(row) {
        let text = std::str::from_utf8(&cell.bytes).ok()?;
        if !text.is_empty() {
            fields.push((String::from_utf8(name.bytes.clone()).ok()?, value(&name.bytes, text, cell.quoted)));
        }
    }
    Some(Json::Object(fields))
}

fn value(name: &[u8], text: &str, quoted: bool) -> Json {
    match (name, text) {
        (_, "null") if !quoted => Json::Null,
        (b"member_age" | b"tooth", _) => number(text),
        (b"teeth", _) => Json::Array(text.split(' ').filter(|tooth| !tooth.is_empty()).map(number).collect()),
        (name, "true" | "false") if ActFact::BOOLEANS.iter().any(|fact| fact.name().as_bytes() == name) => {
            Json::Bool(text == "true")
        }
        _ => Json::String(text.to_owned()),
    }
}

/// What serde_json takes for a number; other texts stay texts, which are no ages and no teeth.
fn number(text: &str) -> Json {
    match serde_json::from_str::<Json>(text) {
        Ok(Json::Number(number)) if text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.')) => {
            Json::Number(number)
        }
        _ => Json::String(text.to_owned()),
    }
}
