//! Exact rationals, and how they are read and rounded.

use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;

pub(crate) type Number = BigRational;

pub(crate) fn int(value: i64) -> Number {
    Number::from_integer(BigInt::from(value))
}

/// A decimal as text or number.
pub(crate) fn decimal(value: &Value) -> Number {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let units: BigInt = format!("{integer}{fraction}").parse().expect("digits");
    Number::new(units, BigInt::from(10).pow(u32::try_from(fraction.len()).expect("short")))
}

/// A field of an act; null is left out.
pub(crate) fn given(act: &Value, name: &str) -> Option<Number> {
    act.get(name).filter(|value| !value.is_null()).map(decimal)
}

pub(crate) fn half_up(number: &Number) -> Number {
    let hundred = int(100);
    (number * &hundred + Number::new(1.into(), 2.into())).floor() / hundred
}

pub(crate) fn down(number: &Number) -> Number {
    (number * int(100)).floor() / int(100)
}

pub(crate) fn at_least_nothing(number: Number) -> Number {
    number.max(int(0))
}
