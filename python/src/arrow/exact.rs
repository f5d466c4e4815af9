//! Columns whose values are all amounts, converted without a question about each.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;

use crate::arrow::numbers::{MOST, NO_AMOUNT, PLACES};

/// Adds a chunk of decimals or integers in 1/10,000. False, and nothing is added, where a value is no amount or is below zero, and for
/// other types.
pub(crate) fn add_amounts(chunk: &ArrayRef, units: &mut Vec<i64>) -> bool {
    match chunk.data_type() {
        DataType::Int8 => add::<Int8Type>(chunk, 0, units),
        DataType::Int16 => add::<Int16Type>(chunk, 0, units),
        DataType::Int32 => add::<Int32Type>(chunk, 0, units),
        DataType::Int64 => add::<Int64Type>(chunk, 0, units),
        DataType::UInt8 => add::<UInt8Type>(chunk, 0, units),
        DataType::UInt16 => add::<UInt16Type>(chunk, 0, units),
        DataType::UInt32 => add::<UInt32Type>(chunk, 0, units),
        DataType::UInt64 => add::<UInt64Type>(chunk, 0, units),
        DataType::Decimal32(_, scale) => add::<Decimal32Type>(chunk, *scale, units),
        DataType::Decimal64(_, scale) => add::<Decimal64Type>(chunk, *scale, units),
        DataType::Decimal128(_, scale) => add::<Decimal128Type>(chunk, *scale, units),
        _ => false,
    }
}

fn add<T: ArrowPrimitiveType>(chunk: &ArrayRef, scale: i8, units: &mut Vec<i64>) -> bool
where
    i64: TryFrom<T::Native>,
{
    let places = i64::from(PLACES).wrapping_sub(i64::from(scale));
    let times = u32::try_from(places).ok().and_then(|places| 10_i64.checked_pow(places));
    let (Some(array), Some(times)) = (chunk.as_primitive_opt::<T>(), times) else { return false };
    let before = units.len();
    let mut are_amounts = true;
    let mut unit = |value: &T::Native| {
        let unit = i64::try_from(*value).ok().and_then(|value| value.checked_mul(times));
        let unit = unit.filter(|unit| *unit >= 0 && i128::from(*unit) <= MOST);
        are_amounts &= unit.is_some();
        unit.unwrap_or(NO_AMOUNT)
    };
    match array.nulls().filter(|nulls| nulls.null_count() > 0) {
        None => units.extend(array.values().iter().map(unit)),
        Some(nulls) => units.extend(
            array.values().iter().zip(nulls).map(|(value, is_there)| if is_there { unit(value) } else { NO_AMOUNT }),
        ),
    }
    if !are_amounts {
        units.truncate(before);
    }
    are_amounts
}
