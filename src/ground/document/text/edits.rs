//! How does a fix change a text? With the smallest edits that keep the layout that a person gave it.
//!
//! ```text
//! replace   the value alone
//! remove    the part with one comma, and the line that it has for itself
//! move      the key: a fix moves within one object
//! add       a new field after the last one, set out like it
//! ```
//! Only the blanks next to a part are looked at, so that a key that occurs twice disturbs nothing else.

use std::fmt::Write;

use crate::ground::document::text::document::{Document, Part};
use crate::ground::document::text::place::{CARRIAGE_RETURN, LINE_FEED};
use crate::ground::value::json::Json;
use crate::ground::value::number;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer;
use crate::ground::value::span::{Span, TextEdit};

const COMMA: u16 = 0x2c;

impl Document {
    /// The edits of a fix, ascending; none where the text does not show the places, or the fix is more than one operation.
    pub(super) fn edits(&self, fix: &[Patch]) -> Option<Vec<TextEdit>> {
        let [operation] = fix else { return None };
        let edit = match operation {
            Patch::Replace { path, value } => edit(self.finished(path)?.place.span, written(value, false)),
            Patch::Remove { path } => self.remove(path)?,
            Patch::Add { path, value } => self.add(path, value)?,
            Patch::Move { from, path } => self.rename(from, path)?,
        };
        Some(vec![edit])
    }

    /// Within one object, which is all that a fix does.
    fn rename(&self, from: &str, path: &str) -> Option<TextEdit> {
        let ((old, _), (parent, name)) = (pointer::split_last(from)?, pointer::split_last(path)?);
        let is_free = old == parent && self.part(path).is_none() && !self.is_repeated(from);
        self.finished(from)?.key.filter(|_| is_free).map(|key| edit(key, quoted(&name)))
    }

    /// A part goes with the comma after it where it begins the list or its line, else with the one before it.
    fn remove(&self, path: &str) -> Option<TextEdit> {
        let part = self.finished(path)?;
        pointer::split_last(path)?;
        if self.is_repeated(path) {
            return None;
        }
        let (start, end) = (part.start(), part.place.span.end);
        let (before, after) = (self.before_blanks(start), self.after_blanks(end));
        let previous = before.checked_sub(1).filter(|comma| self.units.get(*comma) == Some(&COMMA));
        let previous = previous.map(|comma| self.before_blanks(comma));
        let next = (self.units.get(after) == Some(&COMMA)).then(|| self.after_blanks(after.saturating_add(1)));
        let (start, end) = match (previous, next) {
            (None, None) => (before, after),
            (None, Some(next)) => (start, next),
            // What begins a line that others continue leaves them on that line.
            (Some(previous), Some(next)) if self.breaks(previous, start) && !self.breaks(end, next) => (start, next),
            (Some(previous), _) => (previous, end),
        };
        Some(edit(Span { start, end }, String::new()))
    }

    /// Dense where the neighbours are written without blanks.
    fn add(&self, path: &str, value: &Json) -> Option<TextEdit> {
        let (parent, name) = pointer::split_last(path)?;
        let parent = self.finished(parent)?;
        let Json::Object(_) = parent.json else { return None };
        if self.part(path).is_some() {
            return None;
        }
        let (Some(key), Some(last)) = (parent.place.keys.last(), parent.place.parts.last()) else {
            let Span { start, end } = parent.place.span;
            let inside = Span { start: start.saturating_add(1), end: end.saturating_sub(1) };
            let is_dense = parent.key.is_some_and(|key| start == key.end.saturating_add(1));
            return Some(edit(inside, field("", &name, if is_dense { ":" } else { ": " }, value)));
        };
        let colon = self.between(key.end, last.span.start)?;
        let before = self.before_blanks(key.start);
        let separator = match before.checked_sub(1).filter(|comma| self.units.get(*comma) == Some(&COMMA)) {
            Some(comma) => self.between(self.before_blanks(comma), key.start)?,
            // Of one field alone, the blanks before it say.
            None if self.breaks(before, key.start) => [",", &self.between(before, key.start)?].concat(),
            None => if colon == ":" { "," } else { ", " }.to_owned(),
        };
        let end = last.span.end;
        Some(edit(Span { start: end, end }, field(&separator, &name, &colon, value)))
    }

    /// A value that no syntax error cut off.
    fn finished(&self, path: &str) -> Option<Part<'_>> {
        self.part(path).filter(|part| !matches!(part.json, Json::Unfinished(_)))
    }

    /// Whether the key occurs twice: the earlier value would count once the later one is gone.
    ///
    /// DECISION: such a fix has no edits. Case: text_edits/a-repeated-key
    fn is_repeated(&self, path: &str) -> bool {
        self.repeated.iter().any(|repeated| repeated == path)
    }

    fn between(&self, start: usize, end: usize) -> Option<String> {
        String::from_utf16(self.units.get(start..end)?).ok()
    }

    /// Whether a line ends between two places.
    fn breaks(&self, start: usize, end: usize) -> bool {
        let between = self.units.get(start..end).unwrap_or_default();
        between.iter().any(|unit| matches!(*unit, LINE_FEED | CARRIAGE_RETURN))
    }

    /// The place after the last unit before `end` that is no blank.
    fn before_blanks(&self, end: usize) -> usize {
        let before = self.units.get(..end).unwrap_or_default();
        before.iter().rposition(|unit| !is_blank(*unit)).map_or(0, |last| last.saturating_add(1))
    }

    /// The place of the first unit from `start` on that is no blank.
    fn after_blanks(&self, start: usize) -> usize {
        let after = self.units.get(start..).unwrap_or_default();
        start.saturating_add(after.iter().take_while(|unit| is_blank(**unit)).count())
    }
}

pub(super) fn is_blank(unit: u16) -> bool {
    matches!(unit, 0x20 | 0x09 | LINE_FEED | CARRIAGE_RETURN)
}

fn edit(span: Span, text: String) -> TextEdit {
    TextEdit { start: span.start, end: span.end, text }
}

fn field(separator: &str, name: &str, colon: &str, value: &Json) -> String {
    [separator, &quoted(name), colon, &written(value, colon == ":")].concat()
}

/// A value on one line: dense, or with the blanks that a person would set.
fn written(value: &Json, is_dense: bool) -> String {
    let mut text = String::new();
    write_value(&mut text, value, is_dense);
    text
}

fn write_value(text: &mut String, value: &Json, is_dense: bool) {
    let (space, comma) = if is_dense { ("", ",") } else { (" ", ", ") };
    match value {
        Json::Null | Json::Unusable(_) => text.push_str("null"),
        Json::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Json::Number(value) => text.push_str(&number::show(*value)),
        Json::String(value) => text.push_str(&quoted(value)),
        Json::Unfinished(value) => write_value(text, value, is_dense),
        Json::Array(items) => {
            text.push('[');
            for (position, item) in items.iter().enumerate() {
                text.push_str(if position == 0 { "" } else { comma });
                write_value(text, item, is_dense);
            }
            text.push(']');
        }
        Json::Object(fields) if fields.is_empty() => text.push_str("{}"),
        Json::Object(fields) => {
            text.push('{');
            for (position, (name, field)) in fields.iter().enumerate() {
                text.push_str(if position == 0 { space } else { comma });
                text.push_str(&quoted(name));
                text.push(':');
                text.push_str(space);
                write_value(text, field, is_dense);
            }
            text.push_str(space);
            text.push('}');
        }
    }
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // Writing to a string cannot fail.
            '\0'..='\u{1f}' => _ = write!(quoted, "\\u{:04x}", u32::from(character)),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
