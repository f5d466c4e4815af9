//! Words, numbers and strings of a JSON text.

use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::place::{CARRIAGE_RETURN, LINE_FEED};
use crate::ground::document::text::reader::{Expected, Reader, SyntaxError};
use crate::ground::value::json::{Json, MAX_STRING_BYTES, Unusable};
use crate::ground::value::number;
use crate::ground::value::span::Span;

impl Reader<'_, '_> {
    pub(super) fn word(&mut self) -> Result<Expected, SyntaxError> {
        let (word, span) = self.token(|unit| unit.is_ascii_alphanumeric());
        let json = match word.as_str() {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => return Err(SyntaxError { span, message: Box::new(say::json_word(&word).now()) }),
        };
        Ok(self.complete(json, span))
    }

    pub(super) fn number(&mut self) -> Result<Expected, SyntaxError> {
        let (token, span) = self.token(|unit| unit.is_ascii_alphanumeric() || b"+-.".contains(&unit));
        if !is_number(token.as_bytes()) {
            return Err(SyntaxError { span, message: Box::new(say::json_number(&token).now()) });
        }
        // The platform's conversion is a call out of the module; most numbers do not need it.
        let short = Some(&token).filter(|token| token.len() < 10 && token.bytes().all(|byte| byte.is_ascii_digit()));
        let short = short.and_then(|token| token.parse::<u32>().ok());
        let number = short.map_or_else(|| number::parse(&token), f64::from);
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
    pub(super) fn string(&mut self) -> Result<(Result<String, Unusable>, Span), SyntaxError> {
        let start = self.at;
        self.advance();
        let first = self.at;
        self.skip_plain_units();
        // Most strings have no escape: their text is a part of the document.
        let plain = self.units.get(first..self.at).unwrap_or_default();
        if self.peek() == Some(QUOTE) {
            self.advance();
            return Ok((self.decode(plain), Span { start, end: self.at }));
        }
        let mut units = plain.to_vec();
        loop {
            let Some(unit) = self.peek() else {
                return Err(self.unterminated(start));
            };
            match unit {
                QUOTE => break,
                LINE_FEED | CARRIAGE_RETURN => return Err(self.unterminated(start)),
                BACKSLASH => units.push(self.escape()?),
                0..=0x1f => return Err(self.error(say::json_control())),
                _ => {
                    units.push(unit);
                    self.advance();
                }
            }
        }
        self.advance();
        Ok((self.decode(&units), Span { start, end: self.at }))
    }

    /// Goes on to the next unit that is not simply itself in a string.
    fn skip_plain_units(&mut self) {
        let rest = self.units.get(self.at..).unwrap_or_default();
        let plain = rest.iter().take_while(|unit| !matches!(**unit, QUOTE | BACKSLASH | 0..=0x1f)).count();
        self.at = self.at.saturating_add(plain);
    }

    fn decode(&self, units: &[u16]) -> Result<String, Unusable> {
        let text = match ascii(units) {
            Some(text) => text,
            None => {
                Result::from_iter(char::decode_utf16(units.iter().copied())).map_err(|_| Unusable::LoneSurrogate)?
            }
        };
        match text.len() {
            length if length > MAX_STRING_BYTES => Err(Unusable::LongString),
            length if !self.budget.take_text(length) => Err(Unusable::TooLarge),
            _ => Ok(text),
        }
    }

    /// The unit that an escape means.
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
        unit.ok_or_else(|| SyntaxError { span: Span { start, end }, message: Box::new(say::json_escape().now()) })
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

    fn unterminated(&self, start: usize) -> SyntaxError {
        SyntaxError { span: Span { start, end: self.at }, message: Box::new(say::json_string_end().now()) }
    }
}

const QUOTE: u16 = 0x22;
const BACKSLASH: u16 = 0x5c;

/// The text of units that are all ASCII, as most are.
fn ascii(units: &[u16]) -> Option<String> {
    let bytes = units.iter().map(|unit| u8::try_from(*unit).ok().filter(u8::is_ascii));
    String::from_utf8(Option::from_iter(bytes)?).ok()
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
