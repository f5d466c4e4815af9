//! [`serde_json::Value`](::serde_json::Value), with the feature `serde_json`.

use ::serde_json::{Map, Number, Value};

use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::pointer::Path;

/// An integer that a double cannot hold becomes the nearest double, as in JavaScript.
impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(value) => value.as_f64().map_or(Json::Null, Json::from),
            Value::String(value) => Json::String(value),
            Value::Array(values) => Json::Array(values.into_iter().map(Json::from).listed()),
            Value::Object(fields) => {
                Json::Object(fields.into_iter().map(|(name, value)| (name, Json::from(value))).listed())
            }
        }
    }
}

/// An integer within ±(2^53 − 1) becomes an integer.
impl TryFrom<Json> for Value {
    type Error = Error;

    /// # Errors
    /// `wrong_type` and its like for each part that is no JSON.
    fn try_from(json: Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        problems.any(&json, &Path::Root);
        problems.finish(Some(json)).map(|(json, _)| plain(json))
    }
}

/// INVARIANT: every part is JSON.
fn plain(json: Json) -> Value {
    match json {
        Json::Null | Json::Unusable(_) => Value::Null,
        Json::Bool(value) => Value::Bool(value),
        Json::Number(value) => {
            let number = safe_integer(value).map(Number::from).or_else(|| Number::from_f64(value));
            number.map_or(Value::Null, Value::Number)
        }
        Json::String(value) => Value::String(value),
        Json::Array(values) => Value::Array(values.into_iter().map(plain).listed()),
        Json::Object(fields) => {
            Value::Object(Map::from_iter(fields.into_iter().map(|(name, json)| (name, plain(json)))))
        }
        Json::Unfinished(json) => plain(*json),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let value = ::serde_json::json!({ "a": [null, true, 1, -2.5, "é"], "b": { "__proto__": {} } });
        assert_eq!(Value::try_from(Json::from(value.clone())), Ok(value));
        let error = Value::try_from(Json::from([1.0, f64::NAN])).expect_err("no JSON");
        let places: Vec<_> = error.diagnostics().iter().map(|found| found.pointer.as_str()).collect();
        assert_eq!(places, ["/1"]);
    }
}
