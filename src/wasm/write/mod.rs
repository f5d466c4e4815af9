//! The engine's answer → a plain JavaScript value. Optional values are `null`, never `undefined`.

mod answer;

use js_sys::{Array, JSON};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::dispensing::DispenseReport;
use crate::ground::diagnostics::diagnostic::Error;

/// An answer of any size; the keys of documents become own properties.
///
/// # Errors
/// An array of what the platform threw: there may be no stack or no memory left for the answer.
pub(crate) fn value<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    JSON::parse(&answer::text(value).unwrap_or_default()).map_err(|thrown| Array::of1(&thrown).into())
}

/// The report of a dispense. Its checks are most of it, and all have the same fields: without the names of these, the text
/// is half as long.
///
/// # Errors
/// As of [`value`].
pub(crate) fn report(mut report: DispenseReport) -> Result<JsValue, JsValue> {
    let checks = std::mem::take(&mut report.checks);
    with_checks(&answer::text_and_flat(&report, &checks).unwrap_or_default())
        .map_err(|thrown| Array::of1(&thrown).into())
}

#[wasm_bindgen(module = "/src/wasm/write/report.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = withChecks)]
    fn with_checks(text: &str) -> Result<JsValue, JsValue>;
}

/// A number, or a list of names: less than a text would cost.
pub(crate) fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The array of diagnostics that the package's entry throws as a `CoverageError`.
pub(crate) fn error(error: Error) -> JsValue {
    value(error.diagnostics()).unwrap_or_else(|failure| failure)
}
