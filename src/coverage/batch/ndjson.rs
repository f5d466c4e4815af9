//! A care act as JSON on one line, read quickly.

use crate::coverage::batch::codes::{ActCodes, Vocabulary};
use crate::coverage::batch::row::{Field, Row, small_number};
use crate::coverage::facts::derive::DeriveOptions;
use crate::ground::small::eights::before_end_of_string;

/// The act at the start of some bytes, and the bytes after its line; none where the line has to be looked at as a whole: because
/// it is not plain, or because it does not end here.
pub(crate) fn act<'b>(
    bytes: &'b [u8],
    vocabulary: &Vocabulary,
    options: &DeriveOptions,
) -> Option<(ActCodes, &'b [u8])> {
    let mut scan = Scan { rest: bytes };
    let mut row = Row::new(vocabulary, options);
    scan.space();
    scan.expect(b'{')?;
    scan.space();
    loop {
        scan.expect(b'"')?;
        let field = Field::by_name(scan.string()?)?;
        row.begin(field)?;
        scan.space();
        scan.expect(b':')?;
        scan.space();
        scan.value(&mut row, field)?;
        scan.space();
        match scan.next()? {
            b',' => scan.space(),
            b'}' => break,
            _ => return None,
        }
    }
    scan.space();
    scan.expect(b'\n')?;
    Some((row.finish()?, scan.rest))
}

struct Scan<'b> {
    rest: &'b [u8],
}

impl<'b> Scan<'b> {
    #[inline(always)]
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }

    /// White space within the line.
    #[inline(always)]
    fn space(&mut self) {
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

    fn value(&mut self, row: &mut Row<'_>, field: Field) -> Option<()> {
        match self.rest {
            [b'"', rest @ ..] => {
                self.rest = rest;
                let text = self.string()?;
                row.text(field, text)
            }
            [b't', b'r', b'u', b'e', rest @ ..] => {
                self.rest = rest;
                row.boolean(field, true)
            }
            [b'f', b'a', b'l', b's', b'e', rest @ ..] => {
                self.rest = rest;
                row.boolean(field, false)
            }
            [b'n', b'u', b'l', b'l', rest @ ..] => {
                self.rest = rest;
                row.null(field)
            }
            [b'[', rest @ ..] if field == Field::Teeth => {
                self.rest = rest;
                self.teeth(row)
            }
            _ => match field {
                Field::MemberAge => row.age(small_number(self.digits(u8::is_ascii_digit)?)?),
                Field::Amount(position) => {
                    row.number(position, self.digits(|byte| byte.is_ascii_digit() || *byte == b'.')?)
                }
                _ => None,
            },
        }
    }

    /// A number, as far as it is of these bytes. What else may be in one is no delimiter, so that whoever reads on fails.
    fn digits(&mut self, is_digit: impl Fn(&u8) -> bool) -> Option<&'b [u8]> {
        let end = self.rest.iter().position(|byte| !is_digit(byte))?;
        let (digits, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(digits)
    }

    fn teeth(&mut self, row: &mut Row<'_>) -> Option<()> {
        let end = self.rest.iter().position(|byte| *byte == b']')?;
        let (list, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest.get(1..)?;
        let list = list.trim_ascii();
        let count = if list.is_empty() { 0 } else { usize::MAX };
        row.teeth(list.split(|byte| *byte == b',').take(count).map(|number| small_number(number.trim_ascii())))
    }
}
