//! What is one integer divided by another, exactly?
//!
//! ```text
//! fraction  = numerator ÷ denominator, the denominator above 0, without common divisors
//! ```
//! So equal fractions are equal fields. What 128 bits do not hold is [`TooPrecise`], never a wrong number.

use std::cmp::Ordering;

use crate::ground::exact::amount::Amount;

/// A number that 128-bit integers do not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooPrecise;

/// A rational number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    pub(crate) const ZERO: Fraction = Fraction::whole(0);
    pub(crate) const ONE: Fraction = Fraction::whole(1);

    pub(crate) const fn whole(integer: i128) -> Self {
        Fraction { numerator: integer, denominator: 1 }
    }

    /// # Errors
    /// Where 128 bits do not hold it; also where the denominator is 0.
    #[inline(never)]
    pub(crate) fn new(numerator: i128, denominator: i128) -> Result<Self, TooPrecise> {
        let divisor = common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        if divisor == 1 && denominator > 0 {
            return Ok(Fraction { numerator, denominator });
        }
        let divisor = i128::try_from(divisor).map_err(|_| TooPrecise)?;
        let divisor = if denominator < 0 { divisor.checked_neg() } else { Some(divisor) };
        let part = |of: i128| {
            let divisor = divisor?;
            // 64 bits are divided many times as fast.
            match (i64::try_from(of), i64::try_from(divisor)) {
                (Ok(of), Ok(divisor)) => of.checked_div(divisor).map(i128::from),
                _ => of.checked_div(divisor),
            }
        };
        let (numerator, denominator) = (part(numerator).ok_or(TooPrecise)?, part(denominator).ok_or(TooPrecise)?);
        if denominator > 0 { Ok(Fraction { numerator, denominator }) } else { Err(TooPrecise) }
    }

    /// A decimal of money or of a percentage.
    pub(crate) fn of(amount: Amount) -> Result<Self, TooPrecise> {
        Fraction::new(amount.mantissa(6), 1_000_000)
    }

    #[inline(never)]
    pub(crate) fn plus(self, other: Self) -> Result<Self, TooPrecise> {
        if self.numerator == 0 {
            return Ok(other);
        }
        if other.numerator == 0 {
            return Ok(self);
        }
        let product = |a: i128, b: i128| a.checked_mul(b).ok_or(TooPrecise);
        if self.denominator == other.denominator {
            let sum = self.numerator.checked_add(other.numerator).ok_or(TooPrecise)?;
            return if self.denominator == 1 { Ok(Fraction::whole(sum)) } else { Fraction::new(sum, self.denominator) };
        }
        let left = product(self.numerator, other.denominator)?;
        let sum = left.checked_add(product(other.numerator, self.denominator)?).ok_or(TooPrecise)?;
        Fraction::new(sum, product(self.denominator, other.denominator)?)
    }

    pub(crate) fn minus(self, other: Self) -> Result<Self, TooPrecise> {
        self.plus(other.negated()?)
    }

    #[inline(never)]
    pub(crate) fn times(self, other: Self) -> Result<Self, TooPrecise> {
        match (self.numerator, other.numerator) {
            (0, _) | (_, 0) => return Ok(Fraction::ZERO),
            (1, _) if self.denominator == 1 => return Ok(other),
            (_, 1) if other.denominator == 1 => return Ok(self),
            _ => {}
        }
        // Each part is divided before it grows.
        let a = Fraction::new(self.numerator, other.denominator)?;
        let b = Fraction::new(other.numerator, self.denominator)?;
        let product = |a: i128, b: i128| a.checked_mul(b).ok_or(TooPrecise);
        Ok(Fraction {
            numerator: product(a.numerator, b.numerator)?,
            denominator: product(a.denominator, b.denominator)?,
        })
    }

    /// # Errors
    /// Also for a division by 0.
    pub(crate) fn divided_by(self, other: Self) -> Result<Self, TooPrecise> {
        self.times(Fraction::new(other.denominator, other.numerator)?)
    }

    pub(crate) fn negated(self) -> Result<Self, TooPrecise> {
        let numerator = self.numerator.checked_neg().ok_or(TooPrecise)?;
        Ok(Fraction { numerator, ..self })
    }

    pub(crate) fn compared_with(self, other: Self) -> Result<Ordering, TooPrecise> {
        Ok(self.minus(other)?.sign())
    }

    /// Whether it is below, at or above 0.
    pub(crate) fn sign(self) -> Ordering {
        self.numerator.cmp(&0)
    }

    pub(crate) fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The largest integer that is not above it.
    pub(crate) fn floor(self) -> i128 {
        // The denominator is above 0.
        self.numerator.checked_div_euclid(self.denominator).unwrap_or_default()
    }
}

/// The largest integer that divides both.
fn common_divisor(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        // 64 bits are divided many times as fast.
        if let (Ok(mut short), Ok(mut other)) = (u64::try_from(a), u64::try_from(b)) {
            while other != 0 {
                (short, other) = (other, short.checked_rem(other).unwrap_or_default());
            }
            return u128::from(short);
        }
        (a, b) = (b, a.checked_rem(b).unwrap_or_default());
    }
    a
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]
mod tests {
    use super::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    /// The laws of a field, by cross multiplication of small integers.
    #[test]
    fn is_a_field() {
        let parts = [-7, -3, -1, 0, 1, 2, 5, 6];
        for (a, b, c, d) in parts.iter().flat_map(|a| {
            parts
                .iter()
                .flat_map(move |c| [1, 2, 3, 10].into_iter().flat_map(move |b| [1, 4, 6].map(|d| (*a, b, *c, d))))
        }) {
            let (x, y) = (fraction(a, b), fraction(c, d));
            assert_eq!(x.plus(y), Ok(fraction(a * d + c * b, b * d)));
            assert_eq!(x.minus(y), Ok(fraction(a * d - c * b, b * d)));
            assert_eq!(x.times(y), Ok(fraction(a * c, b * d)));
            assert_eq!(x.compared_with(y), Ok((a * d).cmp(&(c * b))));
            let quotient = if c == 0 { Err(TooPrecise) } else { Fraction::new(a * d, b * c) };
            assert_eq!(x.divided_by(y), quotient);
            assert!(fraction(x.floor(), 1).compared_with(x).unwrap().is_le());
            assert!(fraction(x.floor() + 1, 1).compared_with(x).unwrap().is_gt());
        }
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let most = Fraction::whole(i128::MAX);
        assert_eq!(most.plus(Fraction::ONE), Err(TooPrecise));
        assert_eq!(most.times(Fraction::whole(2)), Err(TooPrecise));
        assert_eq!(most.times(fraction(1, 2)), Ok(fraction(i128::MAX, 2)));
        assert_eq!(Fraction::new(1, 0), Err(TooPrecise));
        assert_eq!(Fraction::new(i128::MIN, -1), Err(TooPrecise));
        assert_eq!(Fraction::whole(i128::MIN).negated(), Err(TooPrecise));
        assert_eq!(fraction(1, i128::MAX).plus(fraction(1, i128::MAX - 1)), Err(TooPrecise));
        assert_eq!(fraction(6, -4), fraction(-3, 2));
    }
}
