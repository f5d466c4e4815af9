//! How much does a cell say? A decimal in units of 1/10,000, as people write it.
//!
//! ```text
//! number  = [-] digits [sign digits]     digits may be in groups of three with a blank between them
//! sign    = point or comma, as the file has it; or either of them
//! around  = blanks, the no-break ones too; behind it € or EUR, or %
//! ```
//! DECISION: where either sign may be the decimal one, `1,234` could be a thousand: it is no number. Case: claims/ambiguous-decimal

use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::exact::amount::Digits;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Which sign is before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DecimalSign {
    #[default]
    Point,
    Comma,
    Either,
}

/// The name of each in a mapping.
pub(crate) const SIGNS: [(&str, DecimalSign); 3] =
    [("point", DecimalSign::Point), ("comma", DecimalSign::Comma), ("either", DecimalSign::Either)];

/// What may stand behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Euro,
    Percent,
}

/// Twelve digits and four decimals, so that a column holds them.
pub(crate) const CELL: Digits = Digits { integer: 12, fraction: 4 };

/// Digits, and digits after a point or comma, which are the most; none for anything else.
#[inline(always)]
pub(crate) fn quick_units(cell: &[u8], sign: DecimalSign) -> Option<i64> {
    let (point, comma) = match sign {
        DecimalSign::Point => (b'.', b'.'),
        DecimalSign::Comma => (b',', b','),
        DecimalSign::Either => (b'.', b','),
    };
    let (mut number, mut decimals, mut whole) = (0_i64, None, 0_u32);
    for byte in cell {
        match byte {
            b'0'..=b'9' => {
                number = number.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
                match &mut decimals {
                    None => whole = whole.wrapping_add(1),
                    Some(decimals) => *decimals = u32::wrapping_add(*decimals, 1),
                }
            }
            _ if (*byte == point || *byte == comma) && decimals.is_none() => decimals = Some(0_u32),
            _ => return None,
        }
    }
    let factor = match decimals {
        None => 10_000,
        Some(1) => 1_000,
        Some(2) => 100,
        Some(3) if sign != DecimalSign::Either => 10,
        Some(4) => 1,
        Some(_) => return None,
    };
    // Twelve digits and four decimals are below the largest integer.
    let is_plain = (1..=12).contains(&whole) && (whole == 1 || cell.first() != Some(&b'0'));
    is_plain.then(|| number.wrapping_mul(factor))
}

/// Any number, below 0 too.
///
/// # Errors
/// Why the text is none.
#[inline(never)]
pub(crate) fn units(cell: &str, sign: DecimalSign, unit: Option<Unit>) -> Result<i64, Wrong> {
    let plain = plain(cell, sign, unit);
    let plain = plain.map_err(|()| Wrong::value(Code::AmountFormat, say::ambiguous_decimal(cell)))?;
    let plain = plain.ok_or_else(|| Wrong::value(Code::AmountFormat, say::amount_format(cell)))?;
    let (is_negative, digits) = plain.strip_prefix('-').map_or((false, plain.as_str()), |digits| (true, digits));
    let mut problems = Problems::without_suggestions();
    let amount = problems.amount(&Json::String(digits.to_owned()), &Path::Root, CELL);
    let units = amount.ok_or_else(|| Wrong::first(InvalidReason::WrongValue, problems))?.units(4);
    Ok(if is_negative { units.saturating_neg() } else { units })
}

/// The number with a point and without blanks and units; none where it is no such number, an error where it may be one of two.
fn plain(cell: &str, sign: DecimalSign, unit: Option<Unit>) -> Result<Option<String>, ()> {
    let text = cell.trim_matches(is_blank);
    let text = match unit {
        None => text,
        Some(Unit::Percent) => text.strip_suffix('%').unwrap_or(text),
        Some(Unit::Euro) => text.strip_suffix('€').or_else(|| text.strip_suffix("EUR")).unwrap_or(text),
    };
    let text = text.trim_end_matches(is_blank);
    let (minus, text) = text.strip_prefix('-').map_or(("", text), |text| ("-", text));
    let is_sign = |character: char| match sign {
        DecimalSign::Point => character == '.',
        DecimalSign::Comma => character == ',',
        DecimalSign::Either => matches!(character, '.' | ','),
    };
    let (whole, fraction) = text.split_once(is_sign).map_or((text, None), |(whole, part)| (whole, Some(part)));
    let mut digits = String::new();
    for (position, group) in whole.split(is_blank).enumerate() {
        let is_group =
            if position == 0 { (1..=12).contains(&group.len()) } else { group.len() == 3 && digits.len() <= 12 };
        if !is_group || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        digits.push_str(group);
    }
    if whole.contains(is_blank) && whole.split(is_blank).next().is_some_and(|first| first.len() > 3) {
        return Ok(None);
    }
    let Some(fraction) = fraction else { return Ok(Some(format!("{minus}{digits}"))) };
    let may_be_thousands = sign == DecimalSign::Either
        && !whole.contains(is_blank)
        && (1..=3).contains(&digits.len())
        && !digits.starts_with('0')
        && fraction.len() == 3
        && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if may_be_thousands { Err(()) } else { Ok(Some(format!("{minus}{digits}.{fraction}"))) }
}

/// Blanks that people and programs put between digits.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quickly_read_is_read_alike() {
        use DecimalSign::{Comma, Either, Point};
        for text in [
            "0",
            "1",
            "26.5",
            "26,50",
            "26.555",
            "26.5555",
            "26.55555",
            "007",
            "0.5",
            ".5",
            "5.",
            "",
            "1,234",
            "0,125",
            "123456789012",
            "1234567890123",
        ] {
            for sign in [Point, Comma, Either] {
                let slowly = units(text, sign, None);
                if let Some(quick) = quick_units(text.as_bytes(), sign) {
                    assert_eq!(Ok(quick), slowly, "{text} {sign:?}");
                }
            }
        }
    }

    #[test]
    fn reads_what_people_write() {
        use DecimalSign::{Comma, Either, Point};
        for (text, sign, unit, value) in [
            ("26,50", Comma, None, 265_000),
            ("26,50 €", Comma, Some(Unit::Euro), 265_000),
            ("1\u{202f}234,5 €", Either, Some(Unit::Euro), 12_345_000),
            ("1 234 567", Point, None, 12_345_670_000),
            ("70 %", Either, Some(Unit::Percent), 700_000),
            ("70%", Point, Some(Unit::Percent), 700_000),
            ("-12.5", Point, None, -125_000),
            ("0,125", Either, None, 1_250),
            ("1234,567", Either, None, 12_345_670),
            ("\u{a0}8.20\u{a0}", Point, None, 82_000),
        ] {
            assert_eq!(units(text, sign, unit), Ok(value), "{text}");
        }
        for (text, sign, unit) in [
            ("26,50", Point, None),
            ("26.50", Comma, None),
            ("1,234", Either, None),
            ("1.234", Either, None),
            ("1.234,50", Either, None),
            ("12 34", Point, None),
            ("1234 567", Point, None),
            ("70 %", Point, Some(Unit::Euro)),
            ("26.50 €", Point, None),
            ("+1", Point, None),
            ("1e3", Point, None),
            ("€", Point, Some(Unit::Euro)),
            ("", Point, None),
            ("--1", Point, None),
            ("1.00000", Point, None),
        ] {
            assert!(units(text, sign, unit).is_err(), "{text}");
        }
    }
}
