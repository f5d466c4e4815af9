//! Rust values as JSON.

use crate::ground::small::listed::Listed;
use crate::ground::value::json::{Json, Unusable};

impl From<&Json> for Json {
    fn from(value: &Json) -> Self {
        value.clone()
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Json::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Json::String(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Json::String(value)
    }
}

impl From<u8> for Json {
    fn from(value: u8) -> Self {
        Json::Number(f64::from(value))
    }
}

impl From<i32> for Json {
    fn from(value: i32) -> Self {
        Json::Number(f64::from(value))
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Json::Number(f64::from(value))
    }
}

/// A number that is not finite is none of JSON: it is [`Unusable`], and whoever reads it says so.
impl From<f64> for Json {
    fn from(value: f64) -> Self {
        match value {
            value if value.is_finite() => Json::Number(value),
            value => {
                let kind = if value.is_nan() { "NaN" } else { "an infinite number" };
                Json::Unusable(Unusable::Foreign(kind.to_owned()))
            }
        }
    }
}

/// Exact: the text of the decimal.
impl From<rust_decimal::Decimal> for Json {
    fn from(value: rust_decimal::Decimal) -> Self {
        Json::String(value.to_string())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Json::Array(values.into_iter().map(Into::into).listed())
    }
}

impl<T: Into<Json>, const N: usize> From<[T; N]> for Json {
    fn from(values: [T; N]) -> Self {
        Json::Array(values.into_iter().map(Into::into).listed())
    }
}
