//! [`serde_json::Value`](::serde_json::Value), with the feature `serde_json`.

use ::serde_json::{Map, Number, Value};

use crate::ground::value::json::Json;

/// An integer that a double cannot hold becomes the nearest double, as in JavaScript.
impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(value) => value.as_f64().map_or(Json::Null, Json::from),
            Value::String(value) => Json::String(value),
            Value::Array(values) => Json::Array(values.into_iter().map(Json::from).collect()),
            Value::Object(fields) => {
                Json::Object(fields.into_iter().map(|(name, value)| (name, Json::from(value))).collect())
            }
        }
    }
}

/// What is no JSON becomes `null`; an integer within ±(2^53 − 1) becomes an integer.
impl From<Json> for Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null | Json::Unusable(_) => Value::Null,
            Json::Bool(value) => Value::Bool(value),
            Json::Number(value) => number(value).map_or(Value::Null, Value::Number),
            Json::String(value) => Value::String(value),
            Json::Array(values) => Value::Array(values.into_iter().map(Value::from).collect()),
            Json::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Value::from(value)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            Json::Unfinished(json) => Value::from(*json),
        }
    }
}

fn number(value: f64) -> Option<Number> {
    crate::ground::value::json::safe_integer(value).map(Number::from).or_else(|| Number::from_f64(value))
}
