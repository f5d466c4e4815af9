//! An object of JSON on one line, read quickly: straight from its bytes.
//!
//! Only what is plain is read: no line ends, no escapes, no characters but printable ones of ASCII. Anything else is none of its
//! business, and read as any document is.

use crate::ground::small::eights::before_end_of_string;

/// What is left of a line.
pub(crate) struct JsonLine<'b> {
    pub(crate) rest: &'b [u8],
}

/// A value that is no object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain<'b> {
    Text(&'b [u8]),
    Flag(bool),
    Null,
    /// Digits and points: whoever takes it looks whether it is a number.
    Digits(&'b [u8]),
    /// What is between the brackets: digits, commas and blanks.
    List(&'b [u8]),
}

impl<'b> JsonLine<'b> {
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    #[inline(always)]
    pub(crate) fn expect(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }

    /// White space within the line.
    #[inline(always)]
    pub(crate) fn space(&mut self) {
        while let [b' ' | b'\t' | b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// A string whose quotation mark was read; none where it has other than printable ASCII characters, or an escape.
    #[inline(always)]
    fn string(&mut self) -> Option<&'b [u8]> {
        let (string, rest) = self.rest.split_at_checked(before_end_of_string(self.rest))?;
        self.rest = rest;
        self.expect(b'"')?;
        Some(string)
    }

    /// The object that comes next: `member` reads the value of each name.
    #[inline(always)]
    pub(crate) fn object(&mut self, mut member: impl FnMut(&mut Self, &'b [u8]) -> Option<()>) -> Option<()> {
        self.expect(b'{')?;
        self.space();
        loop {
            self.expect(b'"')?;
            let name = self.string()?;
            self.space();
            self.expect(b':')?;
            self.space();
            member(self, name)?;
            self.space();
            match self.next()? {
                b',' => self.space(),
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    /// The value that comes next; none where it is no plain one, or the line ends within it.
    #[inline(always)]
    pub(crate) fn value(&mut self) -> Option<Plain<'b>> {
        let (value, rest) = match self.rest {
            [b'"', rest @ ..] => {
                self.rest = rest;
                return self.string().map(Plain::Text);
            }
            [b't', b'r', b'u', b'e', rest @ ..] => (Plain::Flag(true), rest),
            [b'f', b'a', b'l', b's', b'e', rest @ ..] => (Plain::Flag(false), rest),
            [b'n', b'u', b'l', b'l', rest @ ..] => (Plain::Null, rest),
            [b'[', rest @ ..] => {
                let (list, rest) = split(rest, |byte| matches!(byte, b'0'..=b'9' | b',' | b' '))?;
                (Plain::List(list), rest.strip_prefix(b"]")?)
            }
            // What else may be in a number is no delimiter, so that whoever reads on fails.
            [b'0'..=b'9', ..] => {
                let (digits, rest) = split(self.rest, |byte| byte.is_ascii_digit() || *byte == b'.')?;
                (Plain::Digits(digits), rest)
            }
            _ => return None,
        };
        self.rest = rest;
        Some(value)
    }
}

/// The bytes before the first one that is not of a kind, and the others; none where all are.
#[inline(always)]
fn split(bytes: &[u8], is_one: impl Fn(&u8) -> bool) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(bytes.iter().position(|byte| !is_one(byte))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(line: &str) -> Option<Vec<(&[u8], Plain<'_>)>> {
        let (mut line, mut values) = (JsonLine { rest: line.as_bytes() }, Vec::new());
        line.object(|line, name| {
            values.push((name, line.value()?));
            Some(())
        })?;
        line.rest.is_empty().then_some(values)
    }

    #[test]
    fn reads_what_is_plain() {
        let read = values(
            "{ \"a\" : \"x y\",\t\"b\":true, \"c\":false,\"d\":null,\"e\":0,\"f\":10.50 ,\"g\":[11, 8],\"h\":[ ],\"\":0.5}",
        );
        let expected = [
            (b"a".as_slice(), Plain::Text(b"x y")),
            (b"b", Plain::Flag(true)),
            (b"c", Plain::Flag(false)),
            (b"d", Plain::Null),
            (b"e", Plain::Digits(b"0")),
            (b"f", Plain::Digits(b"10.50")),
            (b"g", Plain::List(b"11, 8")),
            (b"h", Plain::List(b" ")),
            (b"", Plain::Digits(b"0.5")),
        ];
        assert_eq!(read.as_deref(), Some(&expected[..]));
    }

    #[test]
    fn leaves_all_else_to_others() {
        let others = [
            ".5", "1e3", "-1", "tru", "nul", "[1", "[1.5]", "[\"1\"]", "{}", "\"\\n\"", "\"é\"", "\"a\nb\"", "", "1 2",
            "x",
        ];
        for value in others {
            assert_eq!(values(&format!("{{\"a\":{value}}}")), None, "{value}");
        }
        for line in [
            "",
            "{",
            "{}",
            "[]",
            "{\"a\"}",
            "{\"a\":1,}",
            "{\"a\":1",
            "{a:1}",
            "{\"a\":1}}",
            " {\"a\":1}",
            "{\"a\":1;\"b\":2}",
        ] {
            assert_eq!(values(line), None, "{line}");
        }
    }
}
