//! How are euros counted without losing any part of a cent?
//!
//! ```text
//! money     euros as integers of 1/10,000: every amount of an act has at most four decimals
//! exact     components before the sum is rounded: euros as integers of 10^−12 (four decimals × six of a percentage ÷ 100)
//! ```
//! INVARIANT: an amount is below 10^12 €, so money fits in 2^54 and sums of it never come near the 2^127 of the integers. A
//! percentage of an amount is below 10^16 times 10^18, which is 10^34. What can be larger ends at [`MOST`], 10^36, that is
//! 10^24 €: an amount so far above everything that may be charged that no result depends on it. Sums saturate.

use std::num::Saturating;

use crate::amount::{self, Amount, Rounding, quotient};

/// Euros in units of 1/10,000; also quantities, in units of 1/10,000.
pub(crate) type Money = Saturating<i128>;
/// Euros in units of 10^−12.
pub(crate) type Exact = Saturating<i128>;

pub(crate) const ZERO: Money = Saturating(0);
/// One unit of an act.
pub(crate) const ONE: Money = Saturating(10_000);
/// The most that a component is counted as.
pub(crate) const MOST: Exact = Saturating(10_i128.pow(36));
/// The most that a counter holds: what can be read again.
const MOST_COUNTED: Money = Saturating(9_999_999_999_999_999);

/// Decimals of money.
const SCALE: u32 = 4;
const EXACT_SCALE: u32 = 12;
/// Money in a cent.
const CENT: Saturating<i128> = Saturating(100);
/// Exact units in a cent.
const EXACT_CENT: i128 = 10_i128.pow(10);
/// Units of 10^−6 in 100 %.
const WHOLE: i128 = 100_000_000;

pub(crate) fn money(amount: Amount) -> Money {
    Saturating(amount.mantissa(SCALE))
}

/// A percentage of an amount of at least 0, exactly.
pub(crate) fn percent_of(amount: Money, percent: Amount) -> Exact {
    // Four decimals, six of the percentage, two of the hundredth.
    (amount * Saturating(percent.mantissa(6))).min(MOST)
}

/// An amount so many times, exactly.
pub(crate) fn times(amount: Money, quantity: Money) -> Exact {
    let product = amount.0.checked_mul(quantity.0).and_then(|product| product.checked_mul(10_000));
    product.map_or(MOST, Saturating).min(MOST)
}

/// Rounded to whole cents.
pub(crate) fn to_cents(exact: Exact, rounding: Rounding) -> Money {
    Saturating(quotient(exact.0, EXACT_CENT, rounding).unwrap_or_default()) * CENT
}

/// The share of an amount that `part` has in `whole`, rounded half-up to the cent; all of it where `part` is the larger.
pub(crate) fn share(amount: Money, part: Money, whole: Money) -> Money {
    if part >= whole {
        return amount;
    }
    let cents = quotient((amount * part).0, (whole * CENT).0, Rounding::HalfUp);
    // It is never more than the amount, which may have parts of a cent.
    (Saturating(cents.unwrap_or_default()) * CENT).min(amount)
}

/// The base at a rate, rounded to the cent, and never more than the base.
///
/// DECISION: a Sécu part that is rounded up ends at its base, which may have parts of a cent.
/// Case: reimburse_readings/half-up-ends-at-the-base
pub(crate) fn at_rate(base: Money, rate: Amount, rounding: Rounding) -> Money {
    to_cents(percent_of(base, rate), rounding).min(base)
}

/// What a counter can hold of a sum.
pub(crate) fn counted(sum: Money) -> Money {
    sum.min(MOST_COUNTED)
}

/// Whether it is 100 %.
pub(crate) fn is_whole(percent: Amount) -> bool {
    percent.mantissa(6) == WHOLE
}

/// With two decimals, and with those of a part of a cent.
///
/// DECISION: nothing is rounded but what the law rounds, so that the shares always add up to what was charged.
/// Case: reimburse/fractions-of-a-cent
pub(crate) fn show(money: Money) -> String {
    signed(money.0, SCALE, 2)
}

pub(crate) fn show_exact(exact: Exact) -> String {
    signed(exact.0, EXACT_SCALE, 2)
}

/// A quantity, without trailing zeros.
pub(crate) fn show_count(count: Money) -> String {
    signed(count.0, SCALE, 0)
}

fn signed(units: i128, scale: u32, at_least: usize) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let units = i128::try_from(units.unsigned_abs()).unwrap_or(i128::MAX);
    format!("{sign}{}", amount::show(units, usize::try_from(scale).unwrap_or_default(), at_least))
}
