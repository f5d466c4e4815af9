//! A text that was read: its value, and the place of everything in it.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::place::{CARRIAGE_RETURN, LINE_FEED, Place};
use crate::ground::document::text::reader::Reader;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::{Json, MAX_TEXT_BYTES, Unusable};
use crate::ground::value::pointer;
use crate::ground::value::span::{Span, TextRange};

/// A text that was read.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) json: Json,
    place: Place,
    /// The offset of every line's first unit.
    lines: Vec<usize>,
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

    /// Reads a text in UTF-8; one that is not is no text at all.
    pub(crate) fn read_utf8(bytes: &[u8], problems: &mut Problems) -> Self {
        if bytes.len() > MAX_TEXT_BYTES {
            return Document { json: Json::Unusable(Unusable::TooLarge), place: Place::default(), lines: vec![0] };
        }
        let (text, is_whole) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, true),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(valid).unwrap_or_default(), false)
            }
        };
        let units: Vec<u16> = text.encode_utf16().listed();
        if is_whole {
            return Document::read(&units, problems);
        }
        let span = Some(Span { start: units.len(), end: units.len() });
        let details = Details { message: say::json_utf8(), span, ..Details::default() };
        problems.report_at(Code::InvalidJson, String::new(), details);
        let json = Json::Unfinished(Box::new(Json::Null));
        Document { json, place: Place::default(), lines: line_starts(&units) }
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
            let part = json.position(&segment).and_then(|position| {
                Some((json.part(position)?, place.parts.get(position)?, place.keys.get(position).copied()))
            });
            // What has no place of its own has that of what holds it.
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
