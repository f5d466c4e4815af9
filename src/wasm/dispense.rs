//! Medication dispense for JavaScript.

use wasm_bindgen::prelude::*;

use crate::wasm::{read, write};

/// Whether a discount amount is allowed.
///
/// # Errors
/// The diagnostics of the input.
#[wasm_bindgen(js_name = checkDiscountAmount)]
pub fn check_discount_amount(input: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::check_discount_amount(&read::json(input)).map_err(write::error)?)
}

/// The contracts of a query, each with its seven conditions.
///
/// # Errors
/// The diagnostics of the query.
#[wasm_bindgen(js_name = selectContracts)]
pub fn select_contracts(query: &JsValue) -> Result<JsValue, JsValue> {
    let query = read::json(query);
    write::value(&crate::select_contracts(&query).map_err(write::error)?)
}

/// Every check of a dispense or a qualification.
///
/// # Errors
/// The diagnostics of the snapshot.
#[wasm_bindgen(js_name = checkDispense)]
pub fn check_dispense(snapshot: &JsValue) -> Result<JsValue, JsValue> {
    let snapshot = read::json(snapshot);
    write::report(crate::check_dispense(&snapshot).map_err(write::error)?)
}

/// The same for a snapshot as JSON text.
///
/// # Errors
/// The diagnostics of the text and of the snapshot, with their ranges.
#[wasm_bindgen(js_name = checkDispenseText)]
pub fn check_dispense_text(text: &JsValue) -> Result<JsValue, JsValue> {
    let text = read::json_text(text).map_err(write::error)?;
    write::report(text.ask(crate::check_dispense).map_err(write::error)?)
}
