//! How are euros counted without losing any part of a cent?
//!
//! ```text
//! money     euros as integers of 1/10,000: every amount of an act has at most four decimals
//! exact     components before the sum is rounded: euros as integers of 10^−12 (four decimals × six of a percentage ÷ 100)
//! ```
//! INVARIANT: an amount of an act is below 10^16 units of money, and no sum of theirs has more than five of them, so that 64
//! bits hold it. A percentage of an amount is below 10^16 times 10^18, which is 10^34: 128 bits hold it. What can be larger
//! ends at [`MOST`], 10^34, that is 10^22 €: an amount so far above everything that may be charged that no result depends on
//! it. A rule has at most 16 components with at most 8 in an option, so that their sum is exact, too. Nothing saturates: the compiler checks it below.

use std::num::Saturating;

use crate::coverage::rule::component_payload::{MAX_COMPONENTS, MAX_OPTIONS};
use crate::coverage::rule::payload::WHOLE;
use crate::ground::exact::amount::{self, Amount, MONEY, PERCENT, Rounding, quotient};

/// Euros in units of 1/10,000; also quantities, in units of 1/10,000.
pub(crate) type Money = Saturating<i64>;
/// Euros in units of 10^−12.
pub(crate) type Exact = Saturating<i128>;

pub(crate) const ZERO: Money = Saturating(0);
pub(crate) const NOTHING: Exact = Saturating(0);
/// One unit of an act.
pub(crate) const ONE: Money = Saturating(10_000);
/// The most that a component is counted as.
///
/// DECISION: what is larger is counted as this; no result depends on it. Case: reimburse_readings/more-than-can-be-counted
pub(crate) const MOST: Exact = Saturating(10_i128.pow(34));
/// The most that a counter holds: what can be read again.
pub(crate) const MOST_COUNTED: Money = Saturating(9_999_999_999_999_999);

/// Exact units in one of money.
const MONEY_UNIT: i64 = 100_000_000;
/// Money in a cent.
const CENT: i64 = 100;
/// Exact units in a cent.
const EXACT_CENT: i128 = 10_i128.pow(10);

// Derived from the digits that are read.
const _: () = {
    assert!(MONEY.fraction == 4 && PERCENT.fraction == 6, "the scales of this file");
    assert!(
        CENT.saturating_mul(CENT) == ONE.0 && MONEY_UNIT == 10_i64.pow(8) && EXACT_CENT == 10_i128.pow(10),
        "two decimals in four, and twelve"
    );
    assert!(
        WHOLE == 10_i128.saturating_pow(PERCENT.fraction).saturating_mul(100),
        "100 % in the units of a percentage"
    );
    // The same bound as `MONEY.bound(4)`, in 64 bits.
    let amount = 10_i64.saturating_pow(MONEY.integer.saturating_add(MONEY.fraction));
    assert!(amount.saturating_mul(5) < i64::MAX, "a sum of five amounts");
    assert!(MOST_COUNTED.0.saturating_add(1) == amount, "what a counter holds is an amount");
    assert!(MONEY.bound(4).saturating_mul(PERCENT.bound(6)) <= MOST.0, "a percentage of an amount");
    // Where `times` ends at the most, the product was above it.
    assert!(MOST.0.saturating_mul(10_000) < i128::MAX, "an amount so many times");
    let components = 10_i128.saturating_pow(MAX_COMPONENTS.saturating_mul(MAX_OPTIONS).ilog10().saturating_add(1));
    assert!(
        MOST.0.saturating_mul(components).saturating_add(EXACT_CENT) < i128::MAX,
        "the sum of the components, rounded"
    );
    let left = MONEY.bound(4).saturating_mul(100);
    assert!(left.saturating_mul(MONEY.bound(4)) < i128::MAX, "the product that a share is of");
};

pub(crate) fn money(amount: Amount) -> Money {
    Saturating(amount.units(4))
}

/// Money in exact units.
pub(crate) fn exactly(money: Money) -> Exact {
    product(money.0, MONEY_UNIT)
}

/// A percentage of an amount of at least 0, exactly.
pub(crate) fn percent_of(amount: Money, percent: Amount) -> Exact {
    // Four decimals, six of the percentage, two of the hundredth.
    product(amount.0, percent.units(6))
}

/// INVARIANT: 128 bits hold every product of two integers of 64.
fn product(a: i64, b: i64) -> Exact {
    Saturating(i128::from(a).wrapping_mul(i128::from(b)))
}

/// An amount of at least 0 so many times, exactly.
pub(crate) fn times(amount: Exact, quantity: Money) -> Exact {
    // The quantity has four decimals.
    let product = amount.0.checked_mul(i128::from(quantity.0)).and_then(|product| product.checked_div(10_000));
    product.map_or(MOST, Saturating).min(MOST)
}

/// Rounded to whole cents.
pub(crate) fn to_cents(exact: Exact, rounding: Rounding) -> Exact {
    Saturating(quotient(exact.0, EXACT_CENT, rounding).unwrap_or_default()) * Saturating(EXACT_CENT)
}

/// Exact units that are whole units of money, at least 0; no more than any amount of an act.
pub(crate) fn to_money(exact: Exact) -> Money {
    let units = quotient(exact.0.max(0), MONEY_UNIT.into(), Rounding::Down).unwrap_or_default();
    Saturating(i64::try_from(units).unwrap_or(i64::MAX))
}

/// The share of an amount of whole units of money that `part` has in `whole`, rounded half-up to the cent; all of it where `part` is the
/// larger. It is never more than the amount, which may have parts of a cent.
///
/// INVARIANT: the amount is below 10^37 exact units, which are 10^29 of money. What is multiplied is the part of the amount that is left
/// over by the whole, so that no product reaches the end of its integer.
pub(crate) fn share(amount: Exact, part: Money, whole: Money) -> Exact {
    if part >= whole {
        return amount;
    }
    let units = amount.0.checked_div(MONEY_UNIT.into()).unwrap_or_default();
    let (part, cents) = (i128::from(part.0), i128::from(whole.0).saturating_mul(i128::from(CENT)));
    let (times, left) = (units.checked_div(cents).unwrap_or_default(), units.checked_rem(cents).unwrap_or_default());
    let rest = quotient(left.saturating_mul(part), cents, Rounding::HalfUp).unwrap_or_default();
    let cents = times.saturating_mul(part).saturating_add(rest);
    Saturating(cents.saturating_mul(EXACT_CENT)).min(amount)
}

/// The base at a rate, rounded to the cent, and never more than the base.
///
/// DECISION: a Sécu part that is rounded up ends at its base, which may have parts of a cent.
/// Case: reimburse_readings/half-up-ends-at-the-base
pub(crate) fn at_rate(base: Money, rate: Amount, rounding: Rounding) -> Money {
    to_money(to_cents(percent_of(base, rate), rounding)).min(base)
}

/// What a counter can hold of a sum.
pub(crate) fn counted(sum: Money) -> Money {
    sum.min(MOST_COUNTED)
}

/// What a counter can hold of a sum of at least 0, in units of money.
pub(crate) fn counted_total(sum: Saturating<i128>) -> Money {
    Saturating(i64::try_from(sum.0).map_or(MOST_COUNTED.0, |sum| sum.min(MOST_COUNTED.0)))
}

/// With two decimals, and with those of a part of a cent.
///
/// DECISION: nothing is rounded but what the law rounds, so that the shares always add up to what was charged.
/// Case: reimburse/fractions-of-a-cent
#[inline(never)]
pub(crate) fn show(money: Money) -> String {
    let units = money.0.unsigned_abs();
    let is_whole = |divisor: u64| units.checked_rem(divisor) == Some(0);
    let (decimals, divisor) = match (is_whole(100), is_whole(10)) {
        (true, _) => (2_usize, 100),
        (false, true) => (3, 10),
        (false, false) => (4, 1),
    };
    // 64 bits, and digit by digit: an answer shows some twenty amounts.
    let mut left = units.checked_div(divisor).unwrap_or_default();
    let (mut digits, mut length) = ([b'0'; MOST_DIGITS], 0_usize);
    for (position, slot) in digits.iter_mut().rev().enumerate() {
        if position > decimals.saturating_add(1) && left == 0 {
            break;
        }
        if position == decimals {
            *slot = b'.';
        } else {
            let digit = left.checked_rem(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
            *slot = slot.saturating_add(digit);
            left = left.checked_div(10).unwrap_or_default();
        }
        length = position.saturating_add(1);
    }
    let shown = digits.get(MOST_DIGITS.saturating_sub(length)..).and_then(|shown| std::str::from_utf8(shown).ok());
    let mut text = String::with_capacity(length.saturating_add(1));
    if money.0 < 0 {
        text.push('-');
    }
    text.push_str(shown.unwrap_or_default());
    text
}

/// The digits of 64 bits, a point, and what is spare.
const MOST_DIGITS: usize = 24;

pub(crate) fn show_exact(exact: Exact) -> String {
    let units = exact.0.checked_div(MONEY_UNIT.into()).and_then(|units| i64::try_from(units).ok()).map(Saturating);
    if let Some(units) = units.filter(|units| exactly(*units) == exact) {
        return show(units);
    }
    let sign = if exact.0 < 0 { "-" } else { "" };
    format!("{sign}{}", amount::show(exact.0.saturating_abs(), 12, 2))
}

/// A quantity, without trailing zeros.
pub(crate) fn show_count(count: Money) -> String {
    amount::show(i128::from(count.0), 4, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_two_decimals_or_those_of_a_part_of_a_cent() {
        for (units, text) in [
            (0, "0.00"),
            (100, "0.01"),
            (10, "0.001"),
            (1, "0.0001"),
            (-1, "-0.0001"),
            (265_000, "26.50"),
            (-10_050, "-1.005"),
            (9_999_999_999_999_999, "999999999999.9999"),
            (i64::MAX, "922337203685477.5807"),
            (i64::MIN, "-922337203685477.5808"),
        ] {
            assert_eq!(show(Saturating(units)), text);
        }
    }
}
