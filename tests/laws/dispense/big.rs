//! The amount rule with integers of any size, which shares no code with the engine.

use num_bigint::BigInt;

/// A decimal: digits and how many of them are after the point.
#[derive(Clone, Debug)]
pub(crate) struct Decimal {
    pub(crate) digits: u128,
    pub(crate) scale: u32,
}

impl Decimal {
    /// As it is written, with all its decimals.
    pub(crate) fn text(&self) -> String {
        let digits = format!("{:0>width$}", self.digits, width = self.scale as usize + 1);
        let (integer, fraction) = digits.split_at(digits.len() - self.scale as usize);
        if fraction.is_empty() { integer.to_owned() } else { format!("{integer}.{fraction}") }
    }

    /// In units of 10^−12, finer than any decimal here.
    pub(crate) fn units(&self) -> BigInt {
        BigInt::from(self.digits) * BigInt::from(10).pow(12 - self.scale)
    }
}

/// `D·P <= R·Q + tolerance·P` and `D·P >= (1 − deviation)·R·Q`.
pub(crate) fn allows(
    [discount, package, reimbursement, quantity]: [&Decimal; 4],
    tolerance: &Decimal,
    deviation: &Decimal,
) -> bool {
    let one = BigInt::from(10).pow(12);
    let paid = discount.units() * package.units() * &one;
    let allowed = reimbursement.units() * quantity.units() * &one;
    let tolerated = tolerance.units() * package.units() * &one;
    let least = reimbursement.units() * quantity.units() * (&one - deviation.units());
    paid <= allowed + tolerated && paid >= least
}

/// `numerator ÷ denominator`, rounded half-even to 6 decimals, without trailing zeros.
pub(crate) fn shown(numerator: BigInt, denominator: &BigInt) -> String {
    let zero = BigInt::from(0);
    let numerator = if numerator < zero { zero.clone() } else { numerator } * BigInt::from(1_000_000);
    let (whole, rest) = (&numerator / denominator, &numerator % denominator);
    let twice = rest * 2;
    let up = twice > *denominator || twice == *denominator && &whole % 2 != zero;
    let millionths: BigInt = whole + i32::from(up);
    let digits = format!("{millionths:0>7}");
    let (integer, fraction) = digits.split_at(digits.len() - 6);
    match fraction.trim_end_matches('0') {
        "" => integer.to_owned(),
        fraction => format!("{integer}.{fraction}"),
    }
}
