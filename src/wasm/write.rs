//! The engine's answer → a plain JavaScript value.
//!
//! Optional values are `null`, never `undefined`. Where keys come from a document, properties are defined, not assigned:
//! an assigned `__proto__` would vanish into the prototype.

use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::diagnostic::Error;
use crate::json::Json;

/// A struct whose keys are field names of ours.
pub(crate) fn value<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The array of diagnostics that the package's entry throws as a `CoverageError`.
pub(crate) fn error(error: Error) -> JsValue {
    value(error.diagnostics()).unwrap_or_else(|failure| failure)
}

/// An object whose keys come from a document.
pub(crate) fn record<'k>(entries: impl Iterator<Item = (&'k str, JsValue)>) -> Result<JsValue, JsValue> {
    let entries: Array = entries.map(|(key, value)| Array::of2(&JsValue::from_str(key), &value)).collect();
    Object::from_entries(&entries).map(JsValue::from)
}

/// A JSON value as it was read.
pub(crate) fn json(json: &Json) -> Result<JsValue, JsValue> {
    match json {
        Json::Null | Json::Unusable(_) => Ok(JsValue::NULL),
        Json::Unfinished(json) => self::json(json),
        Json::Bool(value) => Ok(JsValue::from_bool(*value)),
        Json::Number(value) => Ok(JsValue::from_f64(*value)),
        Json::String(value) => Ok(JsValue::from_str(value)),
        Json::Array(items) => {
            let array = Array::new();
            for item in items {
                array.push(&self::json(item)?);
            }
            Ok(array.into())
        }
        Json::Object(fields) => {
            let entries = Array::new();
            for (key, value) in fields {
                entries.push(&Array::of2(&JsValue::from_str(key), &self::json(value)?));
            }
            Object::from_entries(&entries).map(JsValue::from)
        }
    }
}
