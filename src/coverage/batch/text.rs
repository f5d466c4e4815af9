//! Acts in a text, a piece after the other: NDJSON or CSV, in UTF-8 with or without a byte order mark, lines ended by LF or CRLF.
//!
//! Rows are answered as soon as they end. What is kept between two pieces is the beginning of one row, at most 1 MiB: a longer
//! row is invalid, and reading goes on at the next line.
//!
//! DECISION: an invalid act is named by its position among the acts, and by the line on which its row begins.
//! Case: evaluate_text/line-of-an-invalid-row
//! DECISION: a line of JSON acts that has only blanks is a blank line. Case: evaluate_text/blank-line-with-spaces

use crate::coverage::batch::codes::ActCodes;
use crate::coverage::batch::csv::Header;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::Evaluation;
use crate::coverage::batch::ndjson;
use crate::coverage::facts::act::CareAct;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::json_text::JsonText;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// The longest row that is read.
const MAX_ROW_BYTES: usize = 1_048_576;

names! {
    /// How acts are written in a text.
    pub enum TextFormat {
        /// A `CareAct` as JSON on each line.
        Ndjson = "ndjson",
        /// RFC 4180, with a header of `CareAct` field names.
        Csv = "csv",
    }
}

/// A text of acts that comes in pieces.
#[derive(Debug)]
pub struct TextBatch {
    format: TextFormat,
    header: Option<Header>,
    /// The beginning of a row.
    begun: Vec<u8>,
    /// Whether the text has begun, so that a byte order mark would be none.
    started: bool,
    /// Whether what comes belongs to a row that is too long.
    skipping: bool,
    /// Lines before the next row.
    lines: usize,
    /// Acts before the next row.
    acts: usize,
    /// Invalid acts that were listed.
    listed: usize,
}

impl TextBatch {
    /// A text of which nothing was read.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{TextBatch, TextFormat};
    #[doc = include_str!("../../api/example.txt")]
    /// let mut batch = TextBatch::new(TextFormat::Ndjson);
    /// assert!(batch.finish(&coverage)?.outcomes.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(format: TextFormat) -> Self {
        let (begun, header) = (Vec::new(), None);
        TextBatch { format, header, begun, started: false, skipping: false, lines: 0, acts: 0, listed: 0 }
    }

    /// The answers for the rows that end in this piece. The positions of invalid acts count from the beginning of the text; at
    /// most 1,000 are listed of a whole text.
    ///
    /// # Errors
    /// Those of the header of a CSV, which end the text: `missing_field` without care types, `unknown_field`, `duplicate_key`,
    /// `invalid_csv`, `too_large`. Pointers are positions of columns.
    pub(crate) fn read(&mut self, coverage: CodedCoverage<'_>, piece: &[u8]) -> Result<Evaluation, Error> {
        let mut begun = std::mem::take(&mut self.begun);
        let left = if begun.is_empty() {
            let mut bytes = piece;
            let evaluation = self.rows(coverage, &mut bytes)?;
            (evaluation, bytes.to_vec())
        } else {
            begun.extend_from_slice(piece);
            let mut bytes = begun.as_slice();
            let evaluation = self.rows(coverage, &mut bytes)?;
            (evaluation, bytes.to_vec())
        };
        let (mut evaluation, begun) = left;
        self.begun = begun;
        if self.begun.len() > MAX_ROW_BYTES {
            self.begun.clear();
            self.skip(&mut evaluation)?;
        }
        self.acts = self.acts.saturating_add(evaluation.outcomes.len());
        self.listed = self.listed.saturating_add(evaluation.invalid.len());
        Ok(evaluation)
    }

    /// The answers for what is left when the text is at its end.
    ///
    /// # Errors
    /// Those of [`TextBatch::read`].
    pub(crate) fn read_end(&mut self, coverage: CodedCoverage<'_>) -> Result<Evaluation, Error> {
        let mut evaluation = self.read(coverage, b"\n")?;
        // A quotation mark that is not closed keeps a row open for ever.
        let open = std::mem::take(&mut self.begun);
        if !open.is_empty() {
            self.add_slowly(coverage, &mut evaluation, &open);
        }
        if self.format == TextFormat::Csv && self.header.is_none() {
            self.header = Some(Header::read(b"")?);
        }
        Ok(evaluation)
    }

    /// Answers the rows that end in the bytes, and leaves the beginning of the next one.
    fn rows(&mut self, coverage: CodedCoverage<'_>, bytes: &mut &[u8]) -> Result<Evaluation, Error> {
        let mut evaluation = Evaluation::default();
        if self.skipping {
            let Some((_, rest)) = line(bytes) else {
                *bytes = &[];
                return Ok(evaluation);
            };
            (*bytes, self.skipping, self.lines) = (rest, false, self.lines.saturating_add(1));
        }
        if !self.started {
            // Perhaps a part of a byte order mark.
            if bytes.len() < 3 && [0xef, 0xbb, 0xbf].starts_with(bytes) {
                return Ok(evaluation);
            }
            self.started = true;
            *bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        }
        loop {
            while let [b'\n', rest @ ..] | [b'\r', b'\n', rest @ ..] = bytes {
                *bytes = rest;
                self.lines = self.lines.saturating_add(1);
            }
            if self.format == TextFormat::Csv && self.header.is_none() {
                let Some((header, rest)) = line(bytes) else { break };
                self.header = Some(Header::read(header.strip_suffix(b"\r").unwrap_or(header))?);
                self.lines = self.lines.saturating_add(1);
                *bytes = rest;
                continue;
            }
            if let Some((codes, rest)) = self.quick(coverage, bytes) {
                evaluation.push(coverage.answer(&codes));
                self.lines = self.lines.saturating_add(1);
                *bytes = rest;
                continue;
            }
            let row = self.header.as_ref().map_or_else(|| line(bytes), |header| header.row(bytes));
            let Some((row, rest)) = row else { break };
            if self.format == TextFormat::Csv || !row.trim_ascii().is_empty() {
                self.add_slowly(coverage, &mut evaluation, row);
            }
            let breaks = row.iter().filter(|byte| **byte == b'\n').count();
            // The line end of a row of CSV belongs to it.
            self.lines = self.lines.saturating_add(breaks).saturating_add(usize::from(self.header.is_none()));
            *bytes = rest;
        }
        Ok(evaluation)
    }

    /// A row that is plainly good, and is on one line.
    fn quick<'b>(&self, coverage: CodedCoverage<'_>, bytes: &'b [u8]) -> Option<(ActCodes, &'b [u8])> {
        let (vocabulary, options) = (&coverage.encoded.vocabulary, &coverage.compiled.tables.options.derive);
        match &self.header {
            None => ndjson::act(bytes, vocabulary, options),
            Some(header) => header.act(bytes, vocabulary, options),
        }
    }

    /// Any row.
    fn add_slowly(&mut self, coverage: CodedCoverage<'_>, evaluation: &mut Evaluation, row: &[u8]) {
        match read_row(self.header.as_ref(), coverage, row) {
            Ok(codes) => evaluation.push(coverage.answer(&codes)),
            Err(diagnostics) => self.add_invalid(evaluation, diagnostics),
        }
    }

    fn add_invalid(&self, evaluation: &mut Evaluation, diagnostics: Vec<Diagnostic>) {
        evaluation.push_invalid(Some(self.lines.saturating_add(1)), self.acts, self.listed, diagnostics);
    }

    /// Gives up the row that has begun.
    fn skip(&mut self, evaluation: &mut Evaluation) -> Result<(), Error> {
        self.skipping = true;
        let mut problems = Problems::default();
        problems.report(Code::TooLarge, &Path::Root, say::long_row());
        if self.format == TextFormat::Csv && self.header.is_none() {
            return problems.finish(Some(())).map(|((), _)| ());
        }
        self.add_invalid(evaluation, problems.into_diagnostics());
        Ok(())
    }
}

/// The codes of any row.
fn read_row(header: Option<&Header>, coverage: CodedCoverage<'_>, row: &[u8]) -> Result<ActCodes, Vec<Diagnostic>> {
    let one = |code, says: Says<'_>| {
        let mut problems = Problems::default();
        problems.report(code, &Path::Root, says);
        problems.into_diagnostics()
    };
    if row.len() > MAX_ROW_BYTES {
        return Err(one(Code::TooLarge, say::long_row()));
    }
    let options = &coverage.compiled.tables.options.derive;
    let codes = |json: &Json| CareAct::decode(json, options).map(|act| coverage.encoded.vocabulary.codes(&act));
    if let Some(header) = header {
        let json = header.object(row).map_err(Error::into_diagnostics)?;
        return codes(&json).map_err(Error::into_diagnostics);
    }
    let Ok(text) = std::str::from_utf8(row) else { return Err(one(Code::InvalidJson, say::json_row_utf8())) };
    if text.starts_with('\u{feff}') {
        return Err(one(Code::InvalidJson, say::json_byte_order_mark()));
    }
    JsonText::from_utf16(&text.encode_utf16().listed()).ask(codes).map_err(Error::into_diagnostics)
}

/// A line without its end, and what follows.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((line, rest.get(1..)?))
}

/// A whole text of acts.
///
/// # Errors
/// Those of the header of a CSV.
pub(crate) fn evaluate_text(coverage: CodedCoverage<'_>, text: &[u8], format: TextFormat) -> Result<Evaluation, Error> {
    let mut batch = TextBatch::new(format);
    let mut evaluation = batch.read(coverage, text)?;
    evaluation.append(batch.read_end(coverage)?);
    Ok(evaluation)
}
