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
    pub(super) units: Vec<u16>,
    /// The pointers of the keys that occur twice.
    pub(super) repeated: Vec<String>,
    place: Place,
    /// The offset of every line's first unit.
    lines: Vec<usize>,
}

/// A value of the text.
#[derive(Clone, Copy)]
pub(super) struct Part<'d> {
    pub(super) json: &'d Json,
    pub(super) place: &'d Place,
    /// Of a field.
    pub(super) key: Option<Span>,
}

impl Part<'_> {
    /// Where it begins: a field at its key.
    pub(super) fn start(&self) -> usize {
        self.key.unwrap_or(self.place.span).start
    }
}

impl<'d> Part<'d> {
    /// A part of it, by its name or its index.
    fn part(self, name: String) -> Option<Part<'d>> {
        let position = self.json.position(&name)?;
        let (json, place) = (self.json.part(position)?, self.place.parts.get(position)?);
        Some(Part { json, place, key: self.place.keys.get(position).copied() })
    }
}

impl Document {
    /// Reads a text; problems of the text itself are reported.
    pub(crate) fn read(units: Vec<u16>, problems: &mut Problems) -> Self {
        let lines = line_starts(&units);
        let (json, place, repeated) = if utf8_length(&units) > MAX_TEXT_BYTES {
            let place = Place { span: Span { start: 0, end: units.len() }, ..Place::default() };
            (Json::Unusable(Unusable::TooLarge), place, Vec::new())
        } else {
            Reader::new(&units, problems).document()
        };
        Document { json, units, repeated, place, lines }
    }

    /// Reads a text in UTF-8; one that is not is no text at all.
    pub(crate) fn read_utf8(bytes: &[u8], problems: &mut Problems) -> Self {
        if bytes.len() > MAX_TEXT_BYTES {
            return Document { json: Json::Unusable(Unusable::TooLarge), ..Document::unread(Vec::new()) };
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
            return Document::read(units, problems);
        }
        let span = Some(Span { start: units.len(), end: units.len() });
        problems.report_at(Code::InvalidJson, "", say::json_utf8(), Details { span, ..Details::default() });
        Document::unread(units)
    }

    /// A text of which no value was read.
    fn unread(units: Vec<u16>) -> Self {
        Document {
            json: Json::Unfinished(Box::new(Json::Null)),
            repeated: Vec::new(),
            place: Place::default(),
            lines: line_starts(&units),
            units,
        }
    }

    /// Gives every diagnostic its places in the text, and its fix as edits of it.
    pub(crate) fn locate(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            let part = self.nearest(&diagnostic.pointer);
            let own = part.key.filter(|_| diagnostic.code == Code::UnknownField).unwrap_or(part.place.span);
            diagnostic.range = Some(self.range(diagnostic.span.unwrap_or(own)));
            diagnostic.mark = Some(self.range(self.mark(diagnostic.span, own, part)));
            diagnostic.edits = Some(diagnostic.fix.as_deref().and_then(|fix| self.edits(fix)));
            for related in &mut diagnostic.related {
                related.range = Some(self.range(self.nearest(&related.pointer).place.span));
            }
        }
    }

    /// What is underlined: a value that holds others by its key, where it has none by its opening bracket; all else as it is,
    /// as far as its line goes.
    ///
    /// DECISION: editors mark a field so. Case: text_edits/mark-of-a-field-that-holds-others
    ///
    /// DECISION: and an object without a key. Case: text_edits/mark-of-an-object-in-a-list
    fn mark(&self, known: Option<Span>, own: Span, part: Part<'_>) -> Span {
        let holds_others = matches!(part.json.finished_or_not(), Json::Array(_) | Json::Object(_));
        let Span { start, end } = match known {
            Some(span) => span,
            None if !holds_others => own,
            None => part.key.unwrap_or(Span { start: own.start, end: own.start.saturating_add(1) }),
        };
        let line = self.units.get(start..end).unwrap_or_default();
        let length = line.iter().take_while(|unit| !matches!(**unit, LINE_FEED | CARRIAGE_RETURN)).count();
        Span { start, end: start.saturating_add(length) }
    }

    fn range(&self, span: Span) -> TextRange {
        let line = self.lines.partition_point(|start| *start <= span.start);
        let first = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let column = span.start.saturating_sub(first).saturating_add(1);
        TextRange { start: span.start, end: span.end, line, column }
    }

    /// The value at a pointer.
    pub(super) fn part(&self, pointer: &str) -> Option<Part<'_>> {
        pointer::segments(pointer).try_fold(self.whole(), Part::part)
    }

    /// The same; what has no place of its own has that of what holds it.
    fn nearest(&self, pointer: &str) -> Part<'_> {
        let found = pointer::segments(pointer).try_fold(self.whole(), |part, name| part.part(name).ok_or(part));
        found.unwrap_or_else(|nearest| nearest)
    }

    /// A field of the object that the text is, as the text writes it.
    pub(crate) fn written(&self, name: &str) -> Option<String> {
        let Span { start, end } = self.whole().part(name.to_owned())?.place.span;
        self.units.get(start..end).map(String::from_utf16_lossy)
    }

    fn whole(&self) -> Part<'_> {
        Part { json: &self.json, place: &self.place, key: None }
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
