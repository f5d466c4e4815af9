//! How much is it, exactly? Decimals with bounded digits, read by a grammar of our own.
//!
//! ```text
//! decimal  = integer ["." digits]        integer = "0" | a digit 1–9 and digits
//! quotient = numerator ÷ denominator, in 128-bit integers, rounded only as asked
//! ```
//! What decides is compared as integers at one scale ([`Amount::mantissa`]).
//!
//! DECISION: digits are counted as written: `1.00000` has five decimals. Case: discount_amount/trailing-zeros-count

use std::cmp::Ordering;
use std::fmt;

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::number;
use crate::ground::value::pointer::Path;

/// How many digits may be before and after the point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digits {
    pub(crate) integer: u32,
    pub(crate) fraction: u32,
}

impl Digits {
    /// So many digits a decimal may have.
    const MOST: u32 = 18;

    /// Whether a decimal of these digits is exact.
    pub(crate) const fn are_exact(self) -> bool {
        self.integer.saturating_add(self.fraction) <= Digits::MOST
    }

    /// In units of 10^−`scale`, every decimal of these digits is below this; the largest integer where 128 bits do not hold it.
    pub(crate) const fn bound(self, scale: u32) -> i128 {
        10_i128.saturating_pow(self.integer.saturating_add(scale))
    }
}

/// Amounts of money.
pub(crate) const MONEY: Digits = Digits { integer: 12, fraction: 4 };
/// Percentages.
pub(crate) const PERCENT: Digits = Digits { integer: 12, fraction: 6 };

// What the invariants of digits rest on is computed where it is compiled: more digits than they allow are no program. What reaches
// the largest integer may have been cut off there, so that it must be less.
const _: () = {
    assert!(MONEY.are_exact() && PERCENT.are_exact());
    // 64 bits hold the mantissa, and 128 hold it at a scale of as many digits.
    let most = 10_i128.saturating_pow(Digits::MOST);
    assert!(most < 2_i128.pow(63) && most.saturating_mul(most) < i128::MAX);
};

/// A decimal of at least 0.
///
/// INVARIANT: at most [`Digits::MOST`] digits, so that 64 bits hold them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    digits: i64,
    /// How many of them are behind the point.
    scale: u32,
}

/// Why a text is not a decimal that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    Format,
    Negative,
    Digits,
}

impl Amount {
    /// As a percentage, the whole.
    pub(crate) const HUNDRED: Amount = Amount { digits: 100, scale: 0 };

    fn parse(text: &str, digits: Digits) -> Result<Self, Refused> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(integer) || !is_number(fraction) || integer.len() > 1 && integer.starts_with('0') {
            return Err(Refused::Format);
        }
        if unsigned.len() < text.len() {
            return Err(Refused::Negative);
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| Refused::Digits)?;
        let too_long = u32::try_from(integer.len()).map_or(true, |length| length > digits.integer);
        if too_long || scale > digits.fraction {
            return Err(Refused::Digits);
        }
        let digits = integer
            .bytes()
            .chain(fraction.bytes())
            .try_fold(0_i64, |digits, byte| digits.checked_mul(10)?.checked_add(i64::from(byte.checked_sub(b'0')?)));
        digits.map(|digits| Amount { digits, scale }).ok_or(Refused::Digits)
    }

    /// So many units of 10^−`scale`, at least 0 and of at most [`Digits::MOST`] digits.
    pub(crate) const fn of_units(digits: i64, scale: u32) -> Self {
        Amount { digits, scale }
    }

    /// This decimal as an integer of units of 10^−`scale`; exact for a scale of 6 or more.
    pub(crate) fn mantissa(self, scale: u32) -> i128 {
        let shift = scale.saturating_sub(self.scale);
        // INVARIANT: as many digits as there may be and a scale of at most as many are held by 128 bits.
        i128::from(self.digits).saturating_mul(10_i128.saturating_pow(shift))
    }

    /// The same where 64 bits hold it, as they do where no more digits are before the point than are left for them.
    pub(crate) fn units(self, scale: u32) -> i64 {
        self.digits.saturating_mul(10_i64.saturating_pow(scale.saturating_sub(self.scale)))
    }

    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
    }
}

/// `1.0` is `1.00`.
impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mantissa(Digits::MOST).cmp(&other.mantissa(Digits::MOST))
    }
}

impl fmt::Display for Amount {
    /// The shortest way to write it: no trailing zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::try_from(self.scale).unwrap_or_default();
        f.write_str(&show(i128::from(self.digits), scale, 0))
    }
}

impl Problems {
    /// A decimal, as a string or as a number; a number is read as its shortest decimal.
    pub(crate) fn amount(&mut self, json: &Json, at: &Path<'_>, digits: Digits) -> Option<Amount> {
        let shown;
        let text = match json {
            Json::String(text) => text.as_str(),
            Json::Number(number) => {
                // Most are integers, −0 is 0, and the platform writes the others.
                shown = safe_integer(*number).map_or_else(|| number::show(*number), |integer| integer.to_string());
                shown.as_str()
            }
            _ => return self.wrong_type(json, at, "a decimal, as a string or as a number"),
        };
        let refused = match Amount::parse(text, digits) {
            Ok(amount) => return Some(amount),
            // A number is well-formed; where it is written with an exponent, it is too large or too fine for any digits.
            Err(Refused::Format) if matches!(json, Json::Number(number) if *number < 0.0) => Refused::Negative,
            Err(Refused::Format) if matches!(json, Json::Number(_)) => Refused::Digits,
            Err(refused) => refused,
        };
        let Digits { integer, fraction } = digits;
        match refused {
            Refused::Format => self.report(Code::AmountFormat, at, say::amount_format(text)),
            Refused::Negative => self.report(Code::NegativeAmount, at, say::negative_amount(text)),
            Refused::Digits => self.report(Code::AmountPrecision, at, say::amount_precision(integer, fraction, text)),
        }
        None
    }
}

/// What happens to the part of a quotient that is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rounding {
    /// It is dropped.
    Down,
    /// A half or more counts as one.
    HalfUp,
    /// More than a half counts as one; a half goes to the even neighbour.
    HalfEven,
}

/// `numerator` ÷ `denominator` as an integer, for a numerator of at least 0; none where the denominator is not above 0.
pub(crate) fn quotient(numerator: i128, denominator: i128, rounding: Rounding) -> Option<i128> {
    if denominator <= 0 {
        return None;
    }
    // Most are of 64 bits, whose division is many times quicker.
    let (whole, rest) = match (u64::try_from(numerator), u64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) => {
            let (whole, rest) = (numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?);
            (i128::from(whole), i128::from(rest))
        }
        _ => (numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?),
    };
    let to_half = rest.cmp(&denominator.checked_sub(rest)?);
    let up = match rounding {
        Rounding::Down => false,
        Rounding::HalfUp => to_half.is_ge(),
        Rounding::HalfEven => to_half.is_gt() || to_half.is_eq() && whole.checked_rem(2)? != 0,
    };
    whole.checked_add(i128::from(up))
}

/// An integer of at least 0 in units of 10^−`scale` as a decimal, without trailing zeros but for `at_least` decimals.
pub(crate) fn show(mantissa: i128, scale: usize, at_least: usize) -> String {
    let digits = digits_of(mantissa);
    // One digit is before the point.
    let digits = format!("{}{digits}", "0".repeat(scale.saturating_add(1).saturating_sub(digits.len())));
    let (integer, fraction) = digits.split_at_checked(digits.len().saturating_sub(scale)).unwrap_or((&digits, ""));
    let kept = fraction.trim_end_matches('0').len().max(at_least.min(scale));
    match fraction.get(..kept) {
        None | Some("") => integer.to_owned(),
        Some(fraction) => format!("{integer}.{fraction}"),
    }
}

/// The digits of an integer of at least 0, in parts that 64 bits hold: writing 128 bits at once costs the module 1.5 KB.
fn digits_of(integer: i128) -> String {
    const PART: i128 = 1_000_000_000_000_000;
    let part = |integer: i128| {
        let part = integer.checked_rem(PART).and_then(|part| u64::try_from(part).ok());
        (integer.checked_div(PART).unwrap_or_default(), part.unwrap_or_default())
    };
    let (rest, low) = part(integer);
    let (rest, middle) = part(rest);
    let (_, high) = part(rest);
    match (high, middle) {
        (0, 0) => low.to_string(),
        (0, _) => format!("{middle}{low:015}"),
        _ => format!("{high}{middle:015}{low:015}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_grammar_and_nothing_else() {
        for text in ["0", "18.65", "999999999999.9999", "0.0001", "150.00"] {
            assert!(Amount::parse(text, MONEY).is_ok(), "{text}");
        }
        for text in
            ["", ".", "1.", ".5", "01", "+1", " 1", "1 ", "1e3", "1_000", "1,5", "--1", "0x1", "٣", "1.2.3", "-"]
        {
            assert_eq!(Amount::parse(text, MONEY), Err(Refused::Format), "{text}");
        }
        for text in ["-1", "-0", "-0.5"] {
            assert_eq!(Amount::parse(text, MONEY), Err(Refused::Negative), "{text}");
        }
        for text in ["1000000000000", "0.00001", "1.00000"] {
            assert_eq!(Amount::parse(text, MONEY), Err(Refused::Digits), "{text}");
        }
    }

    #[test]
    fn a_mantissa_is_exact() {
        assert_eq!(Amount::parse("999999999999.9999", MONEY).unwrap().mantissa(12), 999_999_999_999_999_900_000_000);
        assert_eq!(Amount::parse("150.00", MONEY).unwrap().mantissa(4), 1_500_000);
        assert_eq!(Amount::parse("150.50", MONEY).unwrap().to_string(), "150.5");
    }

    #[test]
    fn decimals_of_one_value_are_equal() {
        let amount = |text| Amount::parse(text, PERCENT).unwrap();
        assert_eq!(amount("1.50"), amount("1.5"));
        assert!(amount("1.5") < amount("1.500001") && amount("9") < amount("10.0"));
        assert_eq!((amount("0.00").to_string(), amount("12.30").to_string()), ("0".to_owned(), "12.3".to_owned()));
        assert_eq!(
            (amount("1.5").units(6), amount("999999999999.999999").units(6)),
            (1_500_000, 999_999_999_999_999_999)
        );
    }

    #[test]
    fn more_digits_than_can_be_held_have_no_bound() {
        assert_eq!(MONEY.bound(4), 10_i128.pow(16));
        assert_eq!(Digits { integer: 18, fraction: 4 }.bound(20), 10_i128.pow(38));
        assert_eq!(Digits { integer: 18, fraction: 4 }.bound(21), i128::MAX);
        assert!(Digits { integer: 12, fraction: 6 }.are_exact() && !Digits { integer: 12, fraction: 7 }.are_exact());
    }

    #[test]
    fn rounds_as_asked() {
        let quotients = |numerator| {
            [Rounding::Down, Rounding::HalfUp, Rounding::HalfEven].map(|rounding| quotient(numerator, 10, rounding))
        };
        assert_eq!(quotients(24), [Some(2), Some(2), Some(2)]);
        assert_eq!(quotients(25), [Some(2), Some(3), Some(2)]);
        assert_eq!(quotients(35), [Some(3), Some(4), Some(4)]);
        assert_eq!(quotients(26), [Some(2), Some(3), Some(3)]);
        assert_eq!(quotient(1, 0, Rounding::Down), None);
    }

    #[test]
    fn shows_without_trailing_zeros() {
        assert_eq!(show(0, 6, 0), "0");
        assert_eq!(show(3_333_333, 6, 0), "3.333333");
        assert_eq!(show(50_000_000, 6, 0), "50");
        assert_eq!(show(33_333, 6, 0), "0.033333");
        assert_eq!(show(5_000, 2, 2), "50.00");
        assert_eq!(show(10_335, 3, 2), "10.335");
        assert_eq!(show(7, 0, 0), "7");
        for integer in [0, 9, 10_i128.pow(15) - 1, 10_i128.pow(15), 10_i128.pow(30), 10_i128.pow(36), i128::MAX] {
            assert_eq!(show(integer, 0, 0), integer.to_string());
        }
    }
}
