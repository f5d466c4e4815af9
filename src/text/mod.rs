//! JSON text → JSON, with the place of every value.
//!
//! RFC 8259 exactly; a byte order mark at the start is skipped. The text is read as UTF-16 code units, because that is how
//! editors count. After a syntax error, what was open is unfinished: its complete parts are kept and judged, it is not.
//! The reader keeps its own stack, so that no depth of nesting can overflow the program's.

mod json_text;
mod reader;
mod token;

pub use json_text::JsonText;

use serde::Serialize;

use crate::code::Code;
use crate::diagnostic::{Diagnostic, Problems};
use crate::json::{Json, MAX_TEXT_BYTES, Unusable};
use crate::pointer;
use crate::text::reader::Reader;

/// Where in a text something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TextRange {
    /// UTF-16 offset of the first unit.
    pub start: usize,
    /// UTF-16 offset after the last unit.
    pub end: usize,
    /// Line of the start, from 1; a line ends at LF, CRLF or a lone CR.
    pub line: usize,
    /// Column of the start in UTF-16 units, from 1.
    pub column: usize,
}

/// Start and end of something in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Span {
    start: usize,
    end: usize,
}

/// A text that was read.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) json: Json,
    place: Place,
    /// The offset of every line's first unit.
    lines: Vec<usize>,
}

/// Where a value and its parts stand; the parts in the order of the items or the fields.
#[derive(Debug, Default)]
pub(crate) struct Place {
    span: Span,
    keys: Vec<Span>,
    parts: Vec<Place>,
}

impl Document {
    /// Reads a text; problems of the text itself are reported.
    pub(crate) fn read(units: &[u16], problems: &mut Problems) -> Self {
        let lines = line_starts(units);
        if utf8_length(units) > MAX_TEXT_BYTES {
            let place = Place { span: Span { start: 0, end: units.len() }, ..Place::default() };
            return Document { json: Json::Unusable(Unusable::TooLarge), place, lines };
        }
        let (json, place) = Reader::new(units, problems).document();
        Document { json, place, lines }
    }

    /// Gives every diagnostic its range: of the key for an unknown field, else of the value.
    pub(crate) fn locate(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            let span = diagnostic.span.unwrap_or_else(|| self.find(diagnostic));
            let line = self.lines.partition_point(|start| *start <= span.start);
            let first = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
            let column = span.start.saturating_sub(first).saturating_add(1);
            diagnostic.range = Some(TextRange { start: span.start, end: span.end, line, column });
        }
    }

    fn find(&self, diagnostic: &Diagnostic) -> Span {
        let (mut json, mut place) = (&self.json, &self.place);
        let mut key = place.span;
        for segment in pointer::segments(&diagnostic.pointer) {
            let position = match json.finished_or_not() {
                Json::Array(items) => segment.parse().ok().filter(|index| *index < items.len()),
                Json::Object(fields) => fields.iter().position(|(name, _)| *name == segment),
                _ => None,
            };
            let part = position.and_then(|position| {
                let json = match json.finished_or_not() {
                    Json::Array(items) => items.get(position),
                    Json::Object(fields) => fields.get(position).map(|(_, value)| value),
                    _ => None,
                };
                Some((json?, place.parts.get(position)?, place.keys.get(position).copied()))
            });
            // What has no place of its own stands in what holds it.
            let Some((part_json, part_place, part_key)) = part else { break };
            key = part_key.unwrap_or(part_place.span);
            (json, place) = (part_json, part_place);
        }
        if diagnostic.code == Code::UnknownField { key } else { place.span }
    }
}

fn line_starts(units: &[u16]) -> Vec<usize> {
    let mut starts = vec![0];
    for (index, unit) in units.iter().enumerate() {
        let next = index.saturating_add(1);
        let is_crlf = *unit == CARRIAGE_RETURN && units.get(next) == Some(&LINE_FEED);
        if *unit == LINE_FEED || *unit == CARRIAGE_RETURN && !is_crlf {
            starts.push(next);
        }
    }
    starts
}

/// Bytes in UTF-8; a surrogate counts two, so that a pair counts four.
fn utf8_length(units: &[u16]) -> usize {
    units.iter().fold(0_usize, |sum, unit| {
        sum.saturating_add(match unit {
            0..=0x7f => 1,
            0x80..=0x7ff | 0xd800..=0xdfff => 2,
            _ => 3,
        })
    })
}

const LINE_FEED: u16 = 0x0a;
const CARRIAGE_RETURN: u16 = 0x0d;
