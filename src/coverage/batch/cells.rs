//! The cells of CSV (RFC 4180), whatever is in them.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::eights::before_one_of;
use crate::ground::value::pointer::Path;

/// How a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// Every quotation mark has its other half.
    Closed,
    /// The last one has not, up to the end of the bytes.
    Open,
    /// There is one within a cell that does not begin with one, or something after the second one.
    Stray,
}

/// The cell at the start of some bytes, whether it is in quotation marks, and what follows it; none for one with a quotation
/// mark in it, and where the bytes end.
#[inline(always)]
pub(crate) fn plain_cell(bytes: &[u8], separator: u8) -> Option<(&[u8], bool, &[u8])> {
    let ends = [separator, b'\n', b'"'];
    let (cell, after) = bytes.split_at_checked(before_one_of(bytes, ends))?;
    if !cell.is_empty() || after.first() != Some(&b'"') {
        return after.first().filter(|next| **next != b'"').map(|_| (cell, false, after));
    }
    let (cell, after) = quoted(after.get(1..)?)?;
    (!cell.contains(&b'"')).then_some((cell, true, after))
}

/// Reports quotation marks out of place.
pub(crate) fn report_quotes(problems: &mut Problems, quotes: Quotes) {
    let says = match quotes {
        Quotes::Open => say::csv_open(),
        Quotes::Closed | Quotes::Stray => say::csv_within(),
    };
    problems.report(Code::InvalidCsv, &Path::Root, says);
}

/// Takes the cells of the row at the start of some bytes, each with whether it stood in quotation marks. What is left after the
/// row; none when the bytes end before it.
pub(crate) fn cells<'b>(
    bytes: &'b [u8],
    separator: u8,
    take: &mut dyn FnMut(&[u8], bool),
) -> (Option<&'b [u8]>, Quotes) {
    let mut rest = bytes;
    let mut quotes = Quotes::Closed;
    // Only there does a quotation mark open a cell.
    let mut is_start = true;
    loop {
        if let [b'"', after @ ..] = rest
            && is_start
        {
            let Some((cell, after)) = quoted(after) else { return (None, Quotes::Open) };
            if cell.windows(2).any(|two| two == b"\"\"") {
                take(&unescaped(cell), true);
            } else {
                take(cell, true);
            }
            match after {
                [] => return (None, quotes),
                [next, after @ ..] if *next == separator => {
                    rest = after;
                    continue;
                }
                [b'\n', after @ ..] | [b'\r', b'\n', after @ ..] => return (Some(after), quotes),
                [b'\r'] => return (None, quotes),
                _ => {
                    // To the end of the cell, as if there were no quotation marks.
                    quotes = Quotes::Stray;
                    rest = after;
                }
            }
        }
        let end = rest.iter().position(|byte| *byte == separator || *byte == b'\n' || *byte == b'"');
        let (cell, after) = rest.split_at(end.unwrap_or(rest.len()));
        is_start = false;
        match after {
            [b'"', after @ ..] => {
                quotes = Quotes::Stray;
                rest = after;
            }
            [b'\n', after @ ..] => {
                take(cell.strip_suffix(b"\r").unwrap_or(cell), false);
                return (Some(after), quotes);
            }
            [_, after @ ..] => {
                take(cell, false);
                (rest, is_start) = (after, true);
            }
            [] => {
                take(cell.strip_suffix(b"\r").unwrap_or(cell), false);
                return (None, quotes);
            }
        }
    }
}

/// A cell whose first quotation mark was read, as it is written, and what follows the last one.
fn quoted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut from = 0_usize;
    loop {
        let mark = bytes.get(from..)?.iter().position(|byte| *byte == b'"')?.saturating_add(from);
        let after = bytes.get(mark.saturating_add(1)..)?;
        if after.first() != Some(&b'"') {
            return bytes.get(..mark).map(|cell| (cell, after));
        }
        from = mark.saturating_add(2);
    }
}

/// Two quotation marks are one.
fn unescaped(cell: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((byte, after)) = rest.split_first() {
        text.push(*byte);
        rest = if *byte == b'"' { after.get(1..).unwrap_or_default() } else { after };
    }
    text
}
