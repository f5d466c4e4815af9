//! The structure of a JSON text: arrays, objects and their parts.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::message::{Message, Says};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::place::{CARRIAGE_RETURN, LINE_FEED, Place};
use crate::ground::small::order;
use crate::ground::value::json::{Budget, Json, MAX_DEPTH, Unusable};
use crate::ground::value::patch;
use crate::ground::value::pointer;
use crate::ground::value::span::Span;

const BYTE_ORDER_MARK: u16 = 0xfeff;

/// An array or object that is being read.
struct Frame {
    start: usize,
    is_object: bool,
    /// Of an object: one more key than values while a value is awaited.
    keys: Vec<(Result<String, Unusable>, Span)>,
    values: Vec<Json>,
    places: Vec<Place>,
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Separator,
    EndOfText,
}

/// A syntax error: where, and what was expected there.
pub(super) struct SyntaxError {
    pub(super) span: Span,
    /// Boxed, so that what every token returns stays small.
    pub(super) message: Box<Message>,
}

pub(super) struct Reader<'t, 'p> {
    pub(super) units: &'t [u16],
    pub(super) at: usize,
    frames: Vec<Frame>,
    /// The outermost value, once it is complete.
    root: Option<(Json, Place)>,
    pub(super) budget: Budget,
    /// Keys that occur twice, with the place of the later one.
    repeated: Vec<(String, Span)>,
    problems: &'p mut Problems,
}

impl<'t, 'p> Reader<'t, 'p> {
    pub(super) fn new(units: &'t [u16], problems: &'p mut Problems) -> Self {
        let at = usize::from(units.first() == Some(&BYTE_ORDER_MARK));
        Reader { units, at, frames: Vec::new(), root: None, budget: Budget::new(), repeated: Vec::new(), problems }
    }

    /// The value, its place, and the pointers of the keys that occur twice.
    pub(super) fn document(mut self) -> (Json, Place, Vec<String>) {
        if let Err(SyntaxError { span, message }) = self.run() {
            let pointer = self.pointer(self.frames.len().saturating_sub(1));
            self.problems.report_message(Code::InvalidJson, pointer, *message, span);
            while let Some(frame) = self.frames.pop() {
                self.close(frame, false);
            }
        }
        let whole = Place { span: Span { start: 0, end: self.units.len() }, ..Place::default() };
        if self.budget.overdrawn() {
            return (Json::Unusable(Unusable::TooLarge), whole, Vec::new());
        }
        // Where no value was read at all, there is nothing to judge.
        let (json, place) = self.root.unwrap_or((Json::Unfinished(Box::new(Json::Null)), whole));
        let mut repeated = Vec::new();
        // What is in a value that a later one replaces has no place in the document.
        for (pointer, span) in self.repeated.into_iter().filter(|(pointer, _)| patch::find(&json, pointer).is_some()) {
            repeated.push(pointer.clone());
            let name = pointer::split_last(&pointer).map(|(_, name)| name).unwrap_or_default();
            self.problems.report_message(Code::DuplicateKey, pointer, say::duplicate_key(&name).now(), span);
        }
        (json, place, repeated)
    }

    fn run(&mut self) -> Result<(), SyntaxError> {
        let mut expected = Expected::Value;
        loop {
            self.skip_white_space();
            if self.budget.overdrawn() {
                return Ok(());
            }
            let Some(unit) = self.peek() else {
                return match expected {
                    Expected::EndOfText => Ok(()),
                    _ => Err(self.error_here(expected)),
                };
            };
            let character = char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}');
            expected = match (expected, character) {
                (Expected::Value | Expected::ValueOrEnd, '[' | '{') => self.open(character == '{'),
                (Expected::Value | Expected::ValueOrEnd, '"') => {
                    let (text, span) = self.string()?;
                    self.complete(text.map_or_else(Json::Unusable, Json::String), span)
                }
                (Expected::Value | Expected::ValueOrEnd, '-' | '0'..='9') => self.number()?,
                (Expected::Value | Expected::ValueOrEnd, 'a'..='z' | 'A'..='Z') => self.word()?,
                (Expected::Key | Expected::KeyOrEnd, '"') => self.key()?,
                (Expected::Separator, ',') => {
                    self.advance();
                    let is_object = self.frames.last().is_some_and(|frame| frame.is_object);
                    if is_object { Expected::Key } else { Expected::Value }
                }
                (Expected::Separator | Expected::ValueOrEnd, ']') if self.is_in(false) => self.end_of_container(),
                (Expected::Separator | Expected::KeyOrEnd, '}') if self.is_in(true) => self.end_of_container(),
                _ => return Err(self.error_here(expected)),
            };
        }
    }

    // Of every character; the module is built for size, which makes calls of them.
    #[inline(always)]
    pub(super) fn peek(&self) -> Option<u16> {
        self.units.get(self.at).copied()
    }

    #[inline(always)]
    pub(super) fn advance(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_white_space(&mut self) {
        while matches!(self.peek(), Some(0x20 | 0x09 | LINE_FEED | CARRIAGE_RETURN)) {
            self.advance();
        }
    }

    fn is_in(&self, object: bool) -> bool {
        self.frames.last().is_some_and(|frame| frame.is_object == object)
    }

    fn open(&mut self, is_object: bool) -> Expected {
        self.budget.take_value();
        let start = self.at;
        self.advance();
        self.frames.push(Frame { start, is_object, keys: Vec::new(), values: Vec::new(), places: Vec::new() });
        if is_object { Expected::KeyOrEnd } else { Expected::ValueOrEnd }
    }

    fn end_of_container(&mut self) -> Expected {
        self.advance();
        match self.frames.pop() {
            Some(frame) => self.close(frame, true),
            None => Expected::EndOfText,
        }
    }

    /// Makes the value of an array or object that has ended, or was cut off.
    fn close(&mut self, frame: Frame, finished: bool) -> Expected {
        let depth = self.frames.len().saturating_add(1);
        // An escape may have been cut off by the end of the text.
        let span = Span { start: frame.start, end: self.at.min(self.units.len()) };
        let Frame { is_object, keys, values, places, .. } = frame;
        if depth > MAX_DEPTH {
            return self.add(Json::Unusable(Unusable::TooDeep), Place { span, ..Place::default() });
        }
        let (json, place) = match is_object {
            false => (Json::Array(values), Place { span, keys: Vec::new(), parts: places }),
            true => self.object(keys, values, places, span),
        };
        let json = if finished { json } else { Json::Unfinished(Box::new(json)) };
        self.add(json, place)
    }

    /// Of a key that occurs twice, the last value counts.
    fn object(
        &mut self,
        keys: Vec<(Result<String, Unusable>, Span)>,
        values: Vec<Json>,
        places: Vec<Place>,
        span: Span,
    ) -> (Json, Place) {
        if let Some((Err(unusable), _)) = keys.iter().find(|(name, _)| name.is_err()) {
            return (Json::Unusable(unusable.clone()), Place { span, ..Place::default() });
        }
        let replaced = self.replaced(&keys, values.len());
        let mut fields = Vec::with_capacity(values.len());
        let mut place = Place { span, ..Place::default() };
        for (position, (((name, key), value), part)) in keys.into_iter().zip(values).zip(places).enumerate() {
            if replaced.binary_search(&position).is_ok() {
                continue;
            }
            fields.push((name.unwrap_or_default(), value));
            place.keys.push(key);
            place.parts.push(part);
        }
        (Json::Object(fields), place)
    }

    /// The positions of the values that a later one of the same key replaces, ascending; each later key is remembered.
    fn replaced(&mut self, keys: &[(Result<String, Unusable>, Span)], values: usize) -> Vec<usize> {
        let name = |position: usize| keys.get(position).and_then(|(name, _)| name.as_deref().ok());
        let mut latest: Vec<usize> = Vec::new();
        let mut replaced = Vec::new();
        for (later, first) in order::repeated(values, &|a, b| name(a).cmp(&name(b))) {
            if latest.is_empty() {
                latest.extend(0..values);
            }
            replaced.extend(latest.get_mut(first).map(|latest| std::mem::replace(latest, later)));
            let (Some(name), Some((_, span))) = (name(later), keys.get(later)) else { continue };
            let object = self.pointer(self.frames.len());
            self.repeated.push((pointer::join(&object, name), *span));
        }
        order::sort(replaced, &usize::cmp)
    }

    pub(super) fn complete(&mut self, json: Json, span: Span) -> Expected {
        self.budget.take_value();
        self.add(json, Place { span, ..Place::default() })
    }

    /// Puts a value where it belongs. What is too deep is not kept.
    fn add(&mut self, json: Json, place: Place) -> Expected {
        let depth = self.frames.len();
        match self.frames.last_mut() {
            None => {
                self.root = Some((json, place));
                Expected::EndOfText
            }
            Some(frame) if depth > MAX_DEPTH => {
                frame.keys.clear();
                Expected::Separator
            }
            Some(frame) => {
                frame.values.push(json);
                frame.places.push(place);
                Expected::Separator
            }
        }
    }

    fn key(&mut self) -> Result<Expected, SyntaxError> {
        let (name, span) = self.string()?;
        if let Some(frame) = self.frames.last_mut() {
            frame.keys.push((name, span));
        }
        self.skip_white_space();
        if self.peek() != Some(0x3a) {
            return Err(self.error(say::json_colon()));
        }
        self.advance();
        Ok(Expected::Value)
    }

    /// An error at the current character, or at the end of the text.
    pub(super) fn error(&self, says: Says<'_>) -> SyntaxError {
        let is_pair = matches!(self.peek(), Some(0xd800..=0xdbff));
        let length = if is_pair { 2 } else { 1 };
        let end = self.at.saturating_add(length).min(self.units.len());
        SyntaxError { span: Span { start: self.at.min(end), end }, message: Box::new(says.now()) }
    }

    fn error_here(&self, expected: Expected) -> SyntaxError {
        let is_object = self.is_in(true);
        self.error(match expected {
            Expected::Value => say::json_value(),
            Expected::ValueOrEnd => say::json_value_or("]"),
            Expected::Key => say::json_key(),
            Expected::KeyOrEnd => say::json_key_or("}"),
            Expected::Separator if is_object => say::json_separator("}"),
            Expected::Separator => say::json_separator("]"),
            Expected::EndOfText => say::json_end(),
        })
    }

    /// The pointer of the `depth`-th open container; of the value being read when there are only so many. What is too deep
    /// has no parts.
    fn pointer(&self, depth: usize) -> String {
        self.frames.iter().take(depth.min(MAX_DEPTH)).fold(String::new(), |pointer, frame| match frame.keys.last() {
            Some((Ok(name), _)) if frame.is_object => pointer::join(&pointer, name),
            _ => pointer::join(&pointer, &frame.values.len().to_string()),
        })
    }
}
