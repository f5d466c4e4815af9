//! Care acts as CSV: RFC 4180, with `,` or `;` between the cells, whichever the header holds.
//!
//! Booleans are `true` and `false`; teeth are in one cell, with spaces between them; blanks belong to their cell.
//!
//! DECISION: an empty cell leaves its field out, in quotation marks or not. Case: evaluate_text/quoted-empty-cell
//! DECISION: `null` is null without quotation marks, and a text within them. Case: evaluate_text/quoted-null
//! DECISION: where a quotation mark is not closed, the rest of the text is one row, which is invalid.
//! Case: evaluate_text/open-quotation-mark

use crate::coverage::batch::cells::{Quotes, cells, plain_cell, report_quotes};
use crate::coverage::batch::codes::{ActCodes, Vocabulary};
use crate::coverage::batch::row::{Field, Row, amount, small_number};
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::amounts::AmountKind;
use crate::coverage::facts::derive::DeriveOptions;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, Related};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::annotations::is_annotation;
use crate::ground::small::eights::{are_printable, are_same};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::number;
use crate::ground::value::pointer::Path;

/// What is in which column.
#[derive(Debug)]
pub(crate) struct Header {
    separator: u8,
    columns: Vec<Field>,
}

impl Header {
    /// Reads the header line, which has no line end.
    ///
    /// # Errors
    /// `missing_field` without care types, `unknown_field`, `duplicate_key`, `invalid_csv`; pointers are positions of columns.
    pub(crate) fn read(line: &[u8]) -> Result<Self, Error> {
        let separator = line.iter().copied().find(|byte| matches!(byte, b',' | b';')).unwrap_or(b',');
        let mut problems = Problems::default();
        let mut names: Vec<String> = Vec::new();
        let mut name = |cell: &[u8], _| names.push(String::from_utf8_lossy(cell).into_owned());
        let quotes = if line.is_empty() { Quotes::Closed } else { cells(line, separator, &mut name).1 };
        if quotes != Quotes::Closed {
            report_quotes(&mut problems, quotes);
        }
        let mut columns: Vec<Field> = Vec::new();
        for (position, name) in names.iter().enumerate() {
            let at = &Path::Root.item(position);
            let annotation = || is_annotation(name).then_some(Field::Annotation);
            match Field::by_name(name.as_bytes()).or_else(annotation) {
                None => problems.report(Code::UnknownField, at, say::unknown_column(name)),
                Some(_) if names.iter().take(position).any(|known| known == name) => {
                    let first = names.iter().position(|known| known == name).unwrap_or_default();
                    let first = Related::new(Path::Root.item(first).pointer(), say::the_first());
                    problems.report_with(Code::DuplicateKey, at, say::duplicate_column(name), Details::related(first));
                }
                Some(field) => columns.push(field),
            }
        }
        if !columns.contains(&Field::CareType) {
            problems.report(Code::MissingField, &Path::Root, say::missing_column(CARE_TYPE));
        }
        problems.finish(Some(Header { separator, columns })).map(|(header, _)| header)
    }

    /// The act of the row at the start of some bytes, and the bytes after the row; none where it has to be looked at as a whole.
    pub(crate) fn act<'b>(
        &self,
        bytes: &'b [u8],
        vocabulary: &Vocabulary,
        options: &DeriveOptions,
    ) -> Option<(ActCodes, &'b [u8])> {
        let mut row = Row::new(vocabulary, options);
        let mut rest = bytes;
        let (last, others) = self.columns.split_last()?;
        for field in others {
            let (cell, quoted, after) = plain_cell(rest, self.separator)?;
            let [next, after @ ..] = after else { return None };
            if *next != self.separator {
                return None;
            }
            read(&mut row, *field, cell, quoted)?;
            rest = after;
        }
        let (cell, quoted, after) = plain_cell(rest, self.separator)?;
        // The line end of a cell without quotation marks may have been taken for a part of it.
        let cell = if quoted { cell } else { cell.strip_suffix(b"\r").unwrap_or(cell) };
        read(&mut row, *last, cell, quoted)?;
        let after = after.strip_prefix(b"\r").filter(|_| quoted).unwrap_or(after).strip_prefix(b"\n")?;
        Some((row.finish()?, after))
    }

    /// Where the row at the start of some bytes ends; none when they end before it.
    pub(crate) fn row<'b>(&self, bytes: &'b [u8]) -> Option<(&'b [u8], &'b [u8])> {
        let (rest, quotes) = cells(bytes, self.separator, &mut |_, _| {});
        let rest = rest.filter(|_| quotes != Quotes::Open)?;
        let length = bytes.len().checked_sub(rest.len())?;
        bytes.get(..length).map(|row| (row, rest))
    }

    /// A row as the object that a single act is read from.
    ///
    /// # Errors
    /// `invalid_csv`
    pub(crate) fn object(&self, row: &[u8]) -> Result<Json, Error> {
        let mut problems = Problems::default();
        let mut fields = Vec::new();
        let mut columns = self.columns.iter();
        let mut count = 0_usize;
        let (_, quotes) = cells(row, self.separator, &mut |cell, quoted| {
            count = count.saturating_add(1);
            let text = std::str::from_utf8(cell).ok();
            let Some((field, text)) = columns.next().zip(text) else { return };
            let name = match field {
                Field::Annotation => return,
                Field::Amount(position) => amount(*position).map_or("", |(name, _)| name),
                field => field.name(),
            };
            if !text.is_empty() {
                fields.push((name.to_owned(), json(*field, text, quoted)));
            }
        });
        let expected = self.columns.len();
        if std::str::from_utf8(row).is_err() {
            problems.report(Code::InvalidCsv, &Path::Root, say::csv_utf8());
        } else if quotes != Quotes::Closed {
            report_quotes(&mut problems, quotes);
        } else if count != expected {
            problems.report(Code::InvalidCsv, &Path::Root, say::csv_cells(expected, count));
        }
        problems.finish(Some(Json::Object(fields))).map(|(json, _)| json)
    }
}

/// A cell that is plainly good.
#[inline(always)]
fn read(row: &mut Row<'_>, field: Field, cell: &[u8], quoted: bool) -> Option<()> {
    if cell.is_empty() {
        return Some(());
    }
    if !quoted && are_same(cell, b"null") {
        return row.null(field);
    }
    match field {
        Field::MemberAge => row.age(small_number(cell)?),
        Field::Teeth => row.teeth(teeth(cell).map(small_number)),
        Field::Flag(_) => {
            let value = are_same(cell, b"true");
            (value || are_same(cell, b"false")).then_some(())?;
            row.boolean(field, value)
        }
        Field::Amount(position) if is_tooth(position) => row.number(position, cell),
        _ if are_printable(cell) => row.text(field, cell),
        _ => None,
    }
}

fn is_tooth(position: u8) -> bool {
    amount(position).is_some_and(|(_, kind)| kind == AmountKind::Tooth)
}

fn teeth(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.split(|byte| *byte == b' ').filter(|number| !number.is_empty())
}

/// Any cell that is not empty.
fn json(field: Field, text: &str, quoted: bool) -> Json {
    match (field, text) {
        (_, "null") if !quoted => Json::Null,
        (Field::MemberAge, _) => number_or_text(text),
        (Field::Amount(position), _) if is_tooth(position) => number_or_text(text),
        (Field::Teeth, _) => {
            Json::Array(text.split(' ').filter(|number| !number.is_empty()).map(number_or_text).listed())
        }
        (Field::Flag(_), "true" | "false") => Json::Bool(text == "true"),
        _ => Json::String(text.to_owned()),
    }
}

fn number_or_text(text: &str) -> Json {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = are_digits(whole) && are_digits(fraction) && (whole.len() == 1 || !whole.starts_with('0'));
    if is_number { Json::Number(number::parse(text)) } else { Json::String(text.to_owned()) }
}
