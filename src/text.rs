//! JSON text → JSON, with the place of every value.
//!
//! RFC 8259 exactly; a byte order mark at the start is skipped. The text is read as UTF-16 code units, because that is how
//! editors count. After a syntax error, what was open is unfinished: its complete parts are kept and judged, it is not.
//! The reader keeps its own stack, so that no depth of nesting can overflow the program's.

use serde::Serialize;

use crate::code::Code;
use crate::diagnostic::{Details, Diagnostic, Problems};
use crate::json::{Budget, Json, MAX_DEPTH, MAX_STRING_BYTES, MAX_TEXT_BYTES, Unusable};
use crate::nearest::quote;
use crate::number;
use crate::order;
use crate::pointer;

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
pub(crate) struct Document {
    pub(crate) json: Json,
    place: Place,
    /// The offset of every line's first unit.
    lines: Vec<usize>,
}

/// Where a value and its parts stand; the parts in the order of the items or the fields.
#[derive(Debug, Default)]
struct Place {
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
enum Expected {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Separator,
    EndOfText,
}

/// A syntax error: where, and what was expected there.
struct SyntaxError {
    span: Span,
    message: String,
}

struct Reader<'t, 'p> {
    units: &'t [u16],
    at: usize,
    frames: Vec<Frame>,
    /// The outermost value, once it is complete.
    root: Option<(Json, Place)>,
    budget: Budget,
    problems: &'p mut Problems,
}

impl<'t, 'p> Reader<'t, 'p> {
    fn new(units: &'t [u16], problems: &'p mut Problems) -> Self {
        let at = usize::from(units.first() == Some(&BYTE_ORDER_MARK));
        Reader { units, at, frames: Vec::new(), root: None, budget: Budget::new(), problems }
    }

    fn document(mut self) -> (Json, Place) {
        if let Err(SyntaxError { span, message }) = self.run() {
            let pointer = self.pointer(self.frames.len().saturating_sub(1));
            let details = Details { message, span: Some(span), ..Details::default() };
            self.problems.report_at(Code::InvalidJson, pointer, details);
            while let Some(frame) = self.frames.pop() {
                self.close(frame, false);
            }
        }
        let whole = Place { span: Span { start: 0, end: self.units.len() }, ..Place::default() };
        if self.budget.overdrawn() {
            return (Json::Unusable(Unusable::TooLarge), whole);
        }
        // Where no value was read at all, there is nothing to judge.
        self.root.unwrap_or((Json::Unfinished(Box::new(Json::Null)), whole))
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

    fn peek(&self) -> Option<u16> {
        self.units.get(self.at).copied()
    }

    fn advance(&mut self) {
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
        let span = Span { start: frame.start, end: self.at };
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

    /// Of a key that stands twice, the last value counts.
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
        let name = |position: usize| keys.get(position).and_then(|(name, _)| name.as_deref().ok());
        let repeated = order::repeated(values.len(), &|a, b| name(a).cmp(&name(b)));
        let mut replaced = vec![false; values.len()];
        let mut latest: Vec<usize> = (0..values.len()).collect();
        for (later, first) in &repeated {
            let before = latest.get_mut(*first).map(|latest| std::mem::replace(latest, *later));
            if let Some(flag) = before.and_then(|before| replaced.get_mut(before)) {
                *flag = true;
            }
            let (Some(name), Some((_, span))) = (name(*later), keys.get(*later)) else { continue };
            let details = Details {
                message: format!("the key {} stands twice", quote(name)),
                span: Some(*span),
                ..Details::default()
            };
            let object = self.pointer(self.frames.len());
            self.problems.report_at(Code::DuplicateKey, pointer::join(&object, name), details);
        }
        let mut fields = Vec::with_capacity(values.len());
        let mut place = Place { span, ..Place::default() };
        let parts = keys.into_iter().zip(values).zip(places).zip(replaced);
        for ((((name, key), value), part), _) in parts.filter(|(_, replaced)| !replaced) {
            fields.push((name.unwrap_or_default(), value));
            place.keys.push(key);
            place.parts.push(part);
        }
        (Json::Object(fields), place)
    }

    fn complete(&mut self, json: Json, span: Span) -> Expected {
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
            return Err(self.error("expected `:` after the key"));
        }
        self.advance();
        Ok(Expected::Value)
    }

    fn word(&mut self) -> Result<Expected, SyntaxError> {
        let (word, span) = self.token(|unit| unit.is_ascii_alphanumeric());
        let json = match word.as_str() {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => return Err(SyntaxError { span, message: format!("expected a JSON value, got {}", quote(&word)) }),
        };
        Ok(self.complete(json, span))
    }

    fn number(&mut self) -> Result<Expected, SyntaxError> {
        let (token, span) = self.token(|unit| unit.is_ascii_alphanumeric() || b"+-.".contains(&unit));
        if !is_number(token.as_bytes()) {
            return Err(SyntaxError { span, message: format!("{} is not a JSON number", quote(&token)) });
        }
        let number = number::parse(&token);
        let infinite = || Json::Unusable(Unusable::Foreign("an infinite number".to_owned()));
        Ok(self.complete(if number.is_finite() { Json::Number(number) } else { infinite() }, span))
    }

    /// The longest run of ASCII characters that belong to a token.
    fn token(&mut self, belongs: impl Fn(u8) -> bool) -> (String, Span) {
        let start = self.at;
        let mut token = String::new();
        while let Some(byte) = self.peek().and_then(|unit| u8::try_from(unit).ok()).filter(|byte| belongs(*byte)) {
            token.push(char::from(byte));
            self.advance();
        }
        (token, Span { start, end: self.at })
    }

    /// A string, with its quotes; the text of one that is not well-formed or too long is unusable.
    fn string(&mut self) -> Result<(Result<String, Unusable>, Span), SyntaxError> {
        let start = self.at;
        self.advance();
        let mut units = Vec::new();
        loop {
            let Some(unit) = self.peek() else {
                return Err(self.unterminated(start));
            };
            match unit {
                0x22 => break,
                LINE_FEED | CARRIAGE_RETURN => return Err(self.unterminated(start)),
                0x5c => units.push(self.escape()?),
                0..=0x1f => return Err(self.error("a control character in a string must be escaped")),
                _ => {
                    units.push(unit);
                    self.advance();
                }
            }
        }
        self.advance();
        Ok((self.decode(&units), Span { start, end: self.at }))
    }

    fn decode(&self, units: &[u16]) -> Result<String, Unusable> {
        let text: Result<String, _> = char::decode_utf16(units.iter().copied()).collect();
        let text = text.map_err(|_| Unusable::LoneSurrogate)?;
        match text.len() {
            length if length > MAX_STRING_BYTES => Err(Unusable::LongString),
            length if !self.budget.take_text(length) => Err(Unusable::TooLarge),
            _ => Ok(text),
        }
    }

    /// The unit that an escape stands for.
    fn escape(&mut self) -> Result<u16, SyntaxError> {
        let start = self.at;
        self.advance();
        let escaped = self.peek().and_then(|unit| u8::try_from(unit).ok());
        self.advance();
        let unit = match escaped {
            Some(plain @ (b'"' | b'\\' | b'/')) => Some(u16::from(plain)),
            Some(b'b') => Some(0x08),
            Some(b'f') => Some(0x0c),
            Some(b'n') => Some(LINE_FEED),
            Some(b'r') => Some(CARRIAGE_RETURN),
            Some(b't') => Some(0x09),
            Some(b'u') => self.four_hex_digits(),
            _ => None,
        };
        let end = self.at.min(self.units.len());
        unit.ok_or_else(|| SyntaxError { span: Span { start, end }, message: "not an escape of JSON".to_owned() })
    }

    fn four_hex_digits(&mut self) -> Option<u16> {
        let mut unit = 0_u16;
        for _ in 0..4 {
            let digit = char::from_u32(u32::from(self.peek()?))?.to_digit(16)?;
            unit = unit.checked_shl(4)? | u16::try_from(digit).ok()?;
            self.advance();
        }
        Some(unit)
    }

    /// An error at the current character, or at the end of the text.
    fn error(&self, message: &str) -> SyntaxError {
        let is_pair = matches!(self.peek(), Some(0xd800..=0xdbff));
        let length = if is_pair { 2 } else { 1 };
        let end = self.at.saturating_add(length).min(self.units.len());
        SyntaxError { span: Span { start: self.at.min(end), end }, message: message.to_owned() }
    }

    fn error_here(&self, expected: Expected) -> SyntaxError {
        let is_object = self.is_in(true);
        self.error(match expected {
            Expected::Value => "expected a JSON value",
            Expected::ValueOrEnd => "expected a JSON value or `]`",
            Expected::Key => "expected a key in double quotes",
            Expected::KeyOrEnd => "expected a key in double quotes or `}`",
            Expected::Separator if is_object => "expected `,` or `}`",
            Expected::Separator => "expected `,` or `]`",
            Expected::EndOfText => "expected nothing more after the value",
        })
    }

    fn unterminated(&self, start: usize) -> SyntaxError {
        SyntaxError { span: Span { start, end: self.at }, message: "the string does not end on its line".to_owned() }
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

/// RFC 8259: `-`? (`0` | digits that do not begin with 0) (`.` digits)? ((`e` | `E`) (`+` | `-`)? digits)?
fn is_number(token: &[u8]) -> bool {
    let unsigned = token.strip_prefix(b"-").unwrap_or(token);
    let (integer, rest) = digits(unsigned);
    let (fraction, rest) = match rest.strip_prefix(b".") {
        Some(rest) => digits(rest),
        None => (1, rest),
    };
    let exponent = match rest.split_first() {
        Some((b'e' | b'E', rest)) => {
            let (count, rest) = digits(rest.strip_prefix(b"+").or(rest.strip_prefix(b"-")).unwrap_or(rest));
            if rest.is_empty() { count } else { 0 }
        }
        Some(_) => 0,
        None => 1,
    };
    let leading_zero = integer > 1 && unsigned.first() == Some(&b'0');
    integer > 0 && !leading_zero && fraction > 0 && exponent > 0
}

/// How many digits `bytes` begins with, and what follows them.
fn digits(bytes: &[u8]) -> (usize, &[u8]) {
    let count = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count, bytes.get(count..).unwrap_or_default())
}
