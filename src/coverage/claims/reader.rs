//! Bytes of whole rows → a table. A row that cannot be read is one of the table, with the reason; none is dropped.
//!
//! A source is cut into pieces that end where rows end, so that any worker may read any of them. Rows of CSV are split into cells at
//! once where no cell has a quotation mark in it, and what the quick way does not know is left to the general one.

use crate::coverage::batch::cells::{Quotes, cells, plain_cell};
use crate::coverage::batch::text::TextFormat;
use crate::coverage::claims::cell::Cell;
use crate::coverage::claims::columns::Unreadable;
use crate::coverage::claims::field::ClaimKind;
use crate::coverage::claims::header::{self, Header, Reads};
use crate::coverage::claims::json_row::{self, Members};
use crate::coverage::claims::mapping::ClaimMapping;
use crate::coverage::claims::row::{self, RowState};
use crate::coverage::claims::said::RowMessage;
use crate::coverage::claims::table::ClaimTable;
use crate::coverage::claims::take::{take, take_any, take_fixed};
use crate::coverage::claims::target::Target;
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;

use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::eights::are_same;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The longest row that is read.
pub(crate) const MAX_ROW_BYTES: usize = 1_048_576;

/// Reads pieces of one source.
#[derive(Debug)]
pub struct ClaimReader {
    mapping: ClaimMapping,
    by: Vec<String>,
    format: TextFormat,
    /// Of a CSV, once its first line is known.
    header: Option<Header>,
    /// Of NDJSON: where the values of each name go.
    members: Members,
    fixed: Vec<(Target, Json)>,
    table: ClaimTable,
}

/// Puts a cell into the row that is being read.
type Take = fn(&mut ClaimTable, &mut RowState, &Target, Cell<'_>) -> Result<(), Wrong>;

/// A problem of the row that is being read, and the column that has it.
struct Problem {
    wrong: Wrong,
    column: Option<String>,
}

impl ClaimReader {
    /// A reader of a source that is written like this; `by` are the columns of which groups are made, by their own names.
    #[must_use]
    pub fn new(mapping: ClaimMapping, by: Vec<String>, format: TextFormat) -> Self {
        let table = ClaimTable::new(by.len(), mapping.kind == ClaimKind::Damir);
        let (members, fixed) = (Members::new(&mapping, &by), header::fixed(&mapping));
        ClaimReader { mapping, by, format, header: None, members, fixed, table }
    }

    /// Takes the first line of a CSV, with or without its line end.
    ///
    /// # Errors
    /// Columns that are missing or there twice.
    pub fn set_header(&mut self, line: &[u8]) -> Result<(), Error> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.header = Some(Header::read(line, &self.mapping, &self.by)?);
        Ok(())
    }

    /// Reads a piece of whole rows. Lines are those of the piece, from 1. A CSV whose header is not known has it on its first line.
    ///
    /// # Errors
    /// Those of the header.
    pub fn read(&mut self, bytes: &[u8]) -> Result<&ClaimTable, Error> {
        self.table.clear();
        let mut rest = bytes;
        let mut lines = Lines { next: 1 };
        if self.format == TextFormat::Csv && self.header.is_none() {
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end.saturating_add(1));
            let (first, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            self.set_header(first)?;
            lines.pass(first);
            rest = after;
        }
        match self.format {
            TextFormat::Csv => self.csv(rest, &mut lines),
            TextFormat::Ndjson => self.ndjson(rest, &mut lines),
        }
        self.table.line_ends = lines.next.saturating_sub(1);
        self.table.finish();
        Ok(&self.table)
    }

    /// Reads rows that are values.
    pub fn read_values(&mut self, rows: &[Json]) -> &ClaimTable {
        self.table.clear();
        let members = std::mem::take(&mut self.members);
        for json in rows {
            let problem = self.row_of(|take| json_row::take_object(json, &members, take));
            self.end_row(problem);
        }
        self.members = members;
        self.table.finish();
        &self.table
    }

    /// Forgets all rows of the piece that was read last but these, by their positions, which are ascending. They could be read.
    pub fn keep(&mut self, rows: &[u32]) {
        self.table.keep(rows);
    }

    /// The piece that was read last.
    #[must_use]
    pub fn table(&self) -> &ClaimTable {
        &self.table
    }

    fn csv(&mut self, mut rest: &[u8], lines: &mut Lines) {
        let Some(header) = self.header.take() else { return };
        let mut plain: Vec<(usize, Cell<'_>)> = Vec::with_capacity(header.names.len());
        loop {
            while let [b'\n', after @ ..] | [b'\r', b'\n', after @ ..] = rest {
                rest = after;
                lines.add(1);
            }
            if matches!(rest, [] | [b'\r']) {
                break;
            }
            if let Some((after, has_quotes)) = plain_row(&header, rest, &mut plain) {
                let problem = self.cells(&header, &plain, take);
                self.table.lines.push(lines.next);
                self.end_row(problem);
                lines.pass_row(rest, after, has_quotes);
                rest = after;
                continue;
            }
            rest = self.any_row(&header, rest, lines);
        }
        self.header = Some(header);
    }

    /// A row of CSV, whatever is in it.
    #[inline(never)]
    fn any_row<'b>(&mut self, header: &Header, bytes: &'b [u8], lines: &mut Lines) -> &'b [u8] {
        let mut owned: Vec<(Vec<u8>, bool)> = Vec::new();
        let (rest, quotes) = cells(bytes, header.separator, &mut |cell, quoted| owned.push((cell.to_vec(), quoted)));
        let rest = rest.unwrap_or_default();
        let length = bytes.len().saturating_sub(rest.len());
        let says = match quotes {
            _ if length > MAX_ROW_BYTES => Some((Code::TooLarge, say::long_row())),
            Quotes::Open => Some((Code::InvalidCsv, say::csv_open())),
            Quotes::Stray => Some((Code::InvalidCsv, say::csv_within())),
            Quotes::Closed if owned.len() != header.names.len() => {
                Some((Code::InvalidCsv, say::csv_cells(header.names.len(), owned.len())))
            }
            Quotes::Closed => None,
        };
        let problem = match says {
            Some((code, says)) => Some(Problem { wrong: Wrong::line(code, says), column: None }),
            None => {
                let cells = owned.iter().map(|(cell, quoted)| cell_of(cell, *quoted)).enumerate();
                self.cells(header, &cells.listed(), take_any)
            }
        };
        self.table.lines.push(lines.next);
        self.end_row(problem);
        lines.pass(bytes.get(..length).unwrap_or_default());
        rest
    }

    /// Takes the cells of a row, each with the position of its column; the first problem.
    #[inline(always)]
    fn cells(&mut self, header: &Header, cells: &[(usize, Cell<'_>)], take: Take) -> Option<Problem> {
        let mut row = RowState::default();
        let mut problem = None;
        for (position, cell) in cells {
            for target in header.targets.get(*position).map(Vec::as_slice).unwrap_or_default() {
                if let Err(wrong) = take(&mut self.table, &mut row, target, *cell) {
                    let column = header.names.get(*position).cloned();
                    problem.get_or_insert(Problem { wrong, column });
                }
            }
        }
        self.finish_row(row, problem)
    }

    fn ndjson(&mut self, mut rest: &[u8], lines: &mut Lines) {
        let mut members = std::mem::take(&mut self.members);
        while !rest.is_empty() {
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end.saturating_add(1));
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            rest = after;
            if !line.trim_ascii().is_empty() {
                let problem = self.row_of(|take| json_row::read(line.trim_ascii(), &mut members, take));
                self.table.lines.push(lines.next);
                self.end_row(problem);
            }
            lines.add(1);
        }
        self.members = members;
    }

    fn row_of(&mut self, read: impl FnOnce(json_row::Take<'_>) -> Result<(), Wrong>) -> Option<Problem> {
        let (mut row, mut problem) = (RowState::default(), None);
        let table = &mut self.table;
        let read = read(&mut |name, targets, cell| {
            for target in targets {
                if let Err(wrong) = take_any(table, &mut row, target, cell) {
                    problem.get_or_insert_with(|| Problem { wrong, column: Some(name.to_owned()) });
                }
            }
        });
        match read {
            Ok(()) => self.finish_row(row, problem),
            Err(wrong) => {
                self.table.forget_row();
                Some(Problem { wrong, column: None })
            }
        }
    }

    /// What is the same in all rows, and what the row says as a whole.
    #[inline(always)]
    fn finish_row(&mut self, mut row: RowState, mut problem: Option<Problem>) -> Option<Problem> {
        for (target, json) in &self.fixed {
            if let Err(wrong) = take_fixed(&mut self.table, &mut row, target, json) {
                problem.get_or_insert(Problem { wrong, column: None });
            }
        }
        if let Err((wrong, name)) = row::finish(&mut self.table, &row) {
            problem.get_or_insert_with(|| Problem { wrong, column: Some(header::column_of(&self.mapping, name)) });
        }
        problem
    }

    #[inline(always)]
    fn end_row(&mut self, problem: Option<Problem>) {
        if let Some(problem) = problem {
            self.refuse(problem);
        }
        self.table.rows = self.table.rows.saturating_add(1);
    }

    #[inline(never)]
    fn refuse(&mut self, problem: Problem) {
        let Problem { wrong: Wrong { reason, problem }, column } = problem;
        let says = problem.as_deref().map(RowMessage::of).unwrap_or_default();
        self.table.problems.extend(problem.map(|problem| *problem));
        row::refuse(&mut self.table, reason);
        let row = u32::try_from(self.table.rows).unwrap_or(u32::MAX);
        let line = self.table.lines.get(self.table.rows).copied().unwrap_or_default();
        self.table.unreadable.push(Unreadable { row, reason, line, says, column });
    }
}

#[inline(always)]
fn cell_of(cell: &[u8], quoted: bool) -> Cell<'_> {
    if !quoted && are_same(cell, b"null") { Cell::Null } else { Cell::Text(cell) }
}

/// The cells of the row at the start of some bytes that say something, the bytes after it, and whether some cell is in quotation marks;
/// none where it has to be looked at as a whole.
#[inline(always)]
fn plain_row<'b>(header: &Header, bytes: &'b [u8], found: &mut Vec<(usize, Cell<'b>)>) -> Option<(&'b [u8], bool)> {
    found.clear();
    let separator = header.separator;
    let mut rest = bytes;
    let mut has_quotes = false;
    let (last, others) = header.reads.split_last()?;
    for (position, reads) in others.iter().enumerate() {
        // Most cells of many files are empty.
        if let [next, after @ ..] = rest
            && *next == separator
            && *reads != Reads::All
        {
            rest = after;
            continue;
        }
        let (cell, quoted, after) = plain_cell(rest, separator)?;
        rest = after.strip_prefix(&[separator])?;
        has_quotes |= quoted;
        if *reads != Reads::Nothing {
            found.push((position, cell_of(cell, quoted)));
        }
    }
    let (cell, quoted, after) = plain_cell(rest, separator)?;
    // The line end of a cell without quotation marks may have been taken for a part of it.
    let cell = if quoted { cell } else { cell.strip_suffix(b"\r").unwrap_or(cell) };
    if *last != Reads::Nothing {
        found.push((others.len(), cell_of(cell, quoted)));
    }
    let after = after.strip_prefix(b"\r").filter(|_| quoted).unwrap_or(after).strip_prefix(b"\n")?;
    Some((after, has_quotes | quoted))
}

/// The line of the next row.
struct Lines {
    next: u32,
}

impl Lines {
    fn add(&mut self, lines: u32) {
        self.next = self.next.saturating_add(lines);
    }

    /// Cells in quotation marks may have line ends.
    #[inline(always)]
    fn pass_row(&mut self, bytes: &[u8], after: &[u8], has_quotes: bool) {
        if has_quotes {
            self.pass(bytes.get(..bytes.len().saturating_sub(after.len())).unwrap_or_default());
        } else {
            self.add(1);
        }
    }

    #[inline(never)]
    fn pass(&mut self, bytes: &[u8]) {
        let breaks = bytes.iter().filter(|byte| **byte == b'\n').count();
        self.add(u32::try_from(breaks).unwrap_or(u32::MAX));
    }
}
