//! Columns of numbers, dates and booleans → columns of claims.
//!
//! A column is lent as it lies there where its values are those of the engine: days and ages without nulls, decimals of four places in 64
//! bits. Else its values are converted, each checked.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use care_coverage::simulation::InvalidReason;

use crate::arrow::exact::add_amounts;
use crate::arrow::reason::{Rows, below_zero, no_amount, no_day, no_whole};

/// What is left out.
pub(crate) const NO_AMOUNT: i64 = i64::MIN;
pub(crate) const NO_DAY: i32 = i32::MIN;
/// A column of our own that is lent, or that was made.
pub(crate) type Cells<'a, T> = Cow<'a, [T]>;

pub(crate) const PLACES: u32 = 4;
/// Above it, no float says four places.
pub(crate) const MOST: i128 = 9_007_199_254_740_991;
const OLDEST: u8 = 130;
const LARGEST: u8 = 254;

/// A number of a column, exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    /// A whole number of units of so many places.
    Exact(i128, i8),
    Double(f64),
    Single(f32),
    /// Of 256 bits, and more than 128 can hold.
    TooLarge,
}

/// Takes each value of a column of numbers; none for null.
pub(crate) fn each_number(array: &dyn Array, take: &mut dyn FnMut(Option<Number>)) {
    fn exact<T: ArrowPrimitiveType>(array: &dyn Array, scale: i8, take: &mut dyn FnMut(Option<Number>))
    where
        i128: From<T::Native>,
    {
        each::<T>(array, &mut |value| take(value.map(|value| Number::Exact(value.into(), scale))));
    }
    match array.data_type() {
        DataType::Int8 => exact::<Int8Type>(array, 0, take),
        DataType::Int16 => exact::<Int16Type>(array, 0, take),
        DataType::Int32 => exact::<Int32Type>(array, 0, take),
        DataType::Int64 => exact::<Int64Type>(array, 0, take),
        DataType::UInt8 => exact::<UInt8Type>(array, 0, take),
        DataType::UInt16 => exact::<UInt16Type>(array, 0, take),
        DataType::UInt32 => exact::<UInt32Type>(array, 0, take),
        DataType::UInt64 => exact::<UInt64Type>(array, 0, take),
        DataType::Decimal32(_, scale) => exact::<Decimal32Type>(array, *scale, take),
        DataType::Decimal64(_, scale) => exact::<Decimal64Type>(array, *scale, take),
        DataType::Decimal128(_, scale) => exact::<Decimal128Type>(array, *scale, take),
        DataType::Decimal256(_, scale) => each::<Decimal256Type>(array, &mut |value| {
            take(value.map(|value| value.to_i128().map_or(Number::TooLarge, |value| Number::Exact(value, *scale))));
        }),
        DataType::Float32 => each::<Float32Type>(array, &mut |value| {
            take(value.filter(|value| !value.is_nan()).map(Number::Single));
        }),
        DataType::Float64 => each::<Float64Type>(array, &mut |value| {
            take(value.filter(|value| !value.is_nan()).map(Number::Double));
        }),
        _ => (0..array.len()).for_each(|_| take(None)),
    }
}

/// Takes each value; none for null.
fn each<T: ArrowPrimitiveType>(array: &dyn Array, take: &mut dyn FnMut(Option<T::Native>)) {
    let Some(array) = array.as_primitive_opt::<T>() else { return };
    match array.nulls().filter(|nulls| nulls.null_count() > 0) {
        None => array.values().iter().for_each(|value| take(Some(*value))),
        Some(nulls) => {
            array.values().iter().zip(nulls).for_each(|(value, is_there)| take(Some(*value).filter(|_| is_there)));
        }
    }
}

impl Number {
    /// In 1/10,000; none where that is no such number.
    fn units(self) -> Option<i64> {
        let units = match self {
            Number::TooLarge => return None,
            Number::Exact(value, scale) => scaled(value, scale)?,
            Number::Double(value) => {
                let bits = value.to_bits();
                let exponent = i32::try_from((bits >> 52) & 0x7ff).ok()?.wrapping_sub(1_075);
                let decimal = nearest(i128::from(bits & ((1 << 52) - 1) | 1 << 52), exponent, PLACES);
                let units = if bits << 1 == 0 { Some(0) } else { decimal };
                if bits >> 63 == 0 { units? } else { units?.wrapping_neg() }
            }
            Number::Single(value) => {
                let bits = value.to_bits();
                let exponent = i32::try_from((bits >> 23) & 0xff).ok()?.wrapping_sub(150);
                let mantissa = i128::from(bits & ((1 << 23) - 1) | 1 << 23);
                // With as few places as there can be.
                let decimal = (0..=PLACES).find_map(|places| {
                    let decimal = nearest(mantissa, exponent, places)?;
                    decimal.checked_mul(10_i128.checked_pow(PLACES.wrapping_sub(places))?)
                });
                let units = if bits << 1 == 0 { Some(0) } else { decimal };
                if bits >> 31 == 0 { units? } else { units?.wrapping_neg() }
            }
        };
        Some(units).filter(|units| (-MOST..=MOST).contains(units)).and_then(|units| i64::try_from(units).ok())
    }

    fn is_negative(self) -> bool {
        match self {
            Number::Exact(value, _) => value < 0,
            // All bits but the sign of −0 are 0.
            Number::Double(value) => value.is_sign_negative() && value.to_bits() << 1 != 0,
            Number::Single(value) => value.is_sign_negative() && value.to_bits() << 1 != 0,
            Number::TooLarge => false,
        }
    }

    /// In digits.
    pub(crate) fn written(self) -> String {
        match self {
            Number::Double(value) => value.to_string(),
            Number::Single(value) => value.to_string(),
            Number::TooLarge => "a decimal of more than 38 digits".to_owned(),
            Number::Exact(value, 0) => value.to_string(),
            Number::Exact(value, scale) => {
                let digits = value.unsigned_abs().to_string();
                let sign = if value < 0 { "-" } else { "" };
                let Ok(places) = usize::try_from(scale) else {
                    return format!("{sign}{digits}{}", "0".repeat(usize::from(scale.unsigned_abs())));
                };
                let digits = format!("{digits:0>width$}", width = places.wrapping_add(1));
                let (whole, decimals) = digits.split_at_checked(digits.len().wrapping_sub(places)).unwrap_or_default();
                let decimals = decimals.trim_end_matches('0');
                let point = if decimals.is_empty() { "" } else { "." };
                format!("{sign}{whole}{point}{decimals}")
            }
        }
    }

    /// A whole number.
    fn whole(self) -> Option<i64> {
        let units = self.units()?;
        (units.checked_rem(10_000) == Some(0)).then(|| units.checked_div(10_000)).flatten()
    }
}

/// `value` of so many places in 1/10,000.
fn scaled(value: i128, scale: i8) -> Option<i128> {
    let more = i16::from(scale).wrapping_sub(4);
    match u32::try_from(more) {
        Ok(0) => Some(value),
        // More places than four: all others are 0.
        Ok(more) => match 10_i128.checked_pow(more) {
            None => Some(0).filter(|_| value == 0),
            Some(over) => (value.checked_rem(over) == Some(0)).then(|| value.checked_div(over)).flatten(),
        },
        Err(_) => value.checked_mul(10_i128.checked_pow(u32::from(more.unsigned_abs()))?),
    }
}

/// The decimal of so many places, as an integer of them, of which `mantissa` × 2^`exponent` is the nearest float; none where there is none.
fn nearest(mantissa: i128, exponent: i32, places: u32) -> Option<i128> {
    let times = 10_i128.checked_pow(places)?;
    let product = mantissa.checked_mul(times)?;
    if exponent >= 0 {
        let shift = u32::try_from(exponent).ok().filter(|shift| *shift < 40)?;
        return product.checked_mul(1_i128.checked_shl(shift)?);
    }
    let shift = u32::try_from(exponent.wrapping_neg()).ok().filter(|shift| *shift < 76)?;
    let one = 1_i128.checked_shl(shift)?;
    let decimal = product.checked_add(one >> 1)? >> shift;
    // As far from the float as half of what lies between it and the next one, at most.
    let apart = decimal.checked_mul(one)?.checked_sub(product)?.checked_abs()?;
    (apart.checked_mul(2)? < times || apart == 0).then_some(decimal)
}

/// Amounts, rates, quantities and weights.
pub(crate) fn amounts<'a>(chunks: &[&'a ArrayRef], column: &str, is_weight: bool, rows: &mut Rows) -> Cells<'a, i64> {
    if let [chunk] = chunks
        && let DataType::Decimal64(_, 4) = chunk.data_type()
        && let Some(values) = chunk.as_primitive_opt::<Decimal64Type>().filter(|array| array.null_count() == 0)
        && values.values().iter().all(|value| i128::from(*value) <= MOST && *value >= 0)
    {
        return Cow::Borrowed(values.values());
    }
    let mut units = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for chunk in chunks {
        if add_amounts(chunk, &mut units) {
            continue;
        }
        each_number(chunk, &mut |number| {
            let unit = number.map_or(NO_AMOUNT, |number| {
                let unit = number.units();
                if number.is_negative() && !is_weight {
                    let says = below_zero(number.written());
                    rows.report(units.len(), InvalidReason::Regularisation, says, column);
                } else if unit.is_none() {
                    rows.wrong(units.len(), no_amount(number.written()), column);
                }
                unit.filter(|_| !number.is_negative() || is_weight).unwrap_or(NO_AMOUNT)
            });
            units.push(unit);
        });
    }
    Cow::Owned(units)
}

/// Days.
pub(crate) fn days<'a>(chunks: &[&'a ArrayRef], column: &str, rows: &mut Rows) -> Cells<'a, i32> {
    if let [chunk] = chunks
        && let Some(days) = chunk.as_primitive_opt::<Date32Type>().filter(|array| array.null_count() == 0)
    {
        return Cow::Borrowed(days.values());
    }
    let mut days = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for chunk in chunks {
        each_time(chunk, &mut |value, of_day| {
            let day = value.map(|value| day_of(value, of_day));
            if day == Some(None) {
                rows.wrong(days.len(), no_day(value.unwrap_or_default().to_string()), column);
            }
            days.push(day.flatten().unwrap_or(NO_DAY));
        });
    }
    Cow::Owned(days)
}

/// The day of a value; none where it has a time of day.
pub(crate) fn day_of(value: i64, of_day: i64) -> Option<i32> {
    let day = value.checked_div_euclid(of_day).filter(|_| value.checked_rem_euclid(of_day) == Some(0))?;
    i32::try_from(day).ok().filter(|day| *day != NO_DAY)
}

/// Takes each value of a column of dates or times, and how many of its units make a day; none for null.
pub(crate) fn each_time(array: &dyn Array, take: &mut dyn FnMut(Option<i64>, i64)) {
    fn all<T: ArrowPrimitiveType>(array: &dyn Array, of_day: i64, take: &mut dyn FnMut(Option<i64>, i64))
    where
        i64: From<T::Native>,
    {
        each::<T>(array, &mut |value| take(value.map(i64::from), of_day));
    }
    const SECONDS: i64 = 86_400;
    match array.data_type() {
        DataType::Date32 => all::<Date32Type>(array, 1, take),
        DataType::Date64 => all::<Date64Type>(array, SECONDS.wrapping_mul(1_000), take),
        DataType::Timestamp(TimeUnit::Second, _) => all::<TimestampSecondType>(array, SECONDS, take),
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            all::<TimestampMillisecondType>(array, SECONDS.wrapping_mul(1_000), take);
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            all::<TimestampMicrosecondType>(array, SECONDS.wrapping_mul(1_000_000), take);
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            all::<TimestampNanosecondType>(array, SECONDS.wrapping_mul(1_000_000_000), take);
        }
        _ => (0..array.len()).for_each(|_| take(None, 1)),
    }
}

/// Ages; 255 is none.
pub(crate) fn ages<'a>(chunks: &[&'a ArrayRef], column: &str, rows: &mut Rows) -> Cells<'a, u8> {
    whole(chunks, column, (u8::MAX, OLDEST), rows)
}

/// Teeth; 0 is none.
pub(crate) fn teeth<'a>(chunks: &[&'a ArrayRef], column: &str, rows: &mut Rows) -> Cells<'a, u8> {
    whole(chunks, column, (0, LARGEST), rows)
}

fn whole<'a>(chunks: &[&'a ArrayRef], column: &str, (none, most): (u8, u8), rows: &mut Rows) -> Cells<'a, u8> {
    if let [chunk] = chunks
        && let Some(bytes) = chunk.as_primitive_opt::<UInt8Type>().filter(|array| array.null_count() == 0)
        && bytes.values().iter().all(|byte| *byte <= most)
    {
        return Cow::Borrowed(bytes.values());
    }
    let mut bytes = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for chunk in chunks {
        each_number(chunk, &mut |number| {
            let byte = number.map_or(none, |number| {
                let byte = number.whole().and_then(|number| u8::try_from(number).ok()).filter(|byte| *byte <= most);
                byte.unwrap_or_else(|| {
                    rows.wrong(bytes.len(), no_whole(number.written(), most), column);
                    none
                })
            });
            bytes.push(byte);
        });
    }
    Cow::Owned(bytes)
}

/// 2 false, 3 true.
pub(crate) fn flags<'a>(chunks: &[&'a ArrayRef]) -> Cells<'a, u8> {
    let mut flags = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for chunk in chunks {
        match chunk.as_boolean_opt() {
            Some(chunk) => flags.extend(chunk.iter().map(|flag| flag.map_or(0, |flag| if flag { 3 } else { 2 }))),
            None => flags.extend(std::iter::repeat_n(0, chunk.len())),
        }
    }
    Cow::Owned(flags)
}
