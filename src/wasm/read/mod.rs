//! JavaScript value → JSON, strictly and without trusting it.
//!
//! Good input is what JSON can say: plain objects of any realm or without prototype, arrays, strings of well-formed
//! Unicode, finite numbers, booleans, null; a `Set` is read as an array, and a property that is `undefined` is left out.
//! Everything else stays in its place as an unusable value. Every access may run foreign code (a getter, a proxy), so
//! every access is one that can fail. Symbol keys and keys that are not enumerable are no part of the value.

mod strict;
mod tape;
mod utf8;

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::text::json_text::JsonText;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::{Json, MAX_TEXT_BYTES};
use crate::ground::value::pointer::Path;

/// Reads a value, within the bounds of [`crate::ground::value::json`].
pub(crate) fn json(value: &JsValue) -> Json {
    tape::json(value).unwrap_or_else(|| strict::json(value))
}

/// Reads a value that may be left out.
pub(crate) fn optional(value: &JsValue) -> Option<Json> {
    (!value.is_undefined()).then(|| json(value))
}

/// A text that was handed in.
pub(crate) enum Text {
    /// UTF-16 code units of a string.
    Units(Vec<u16>),
    /// UTF-8.
    Bytes(Vec<u8>),
}

impl Text {
    pub(crate) fn json_text(&self) -> JsonText {
        match self {
            Text::Units(units) => JsonText::from_utf16(units),
            Text::Bytes(bytes) => JsonText::from_utf8(bytes),
        }
    }
}

/// A text, string or bytes; of one that is longer than any text may be, enough to see that it is.
///
/// # Errors
/// `wrong_type` for anything else.
pub(crate) fn text(value: &JsValue) -> Result<Text, Error> {
    let enough = u32::try_from(MAX_TEXT_BYTES.saturating_add(1)).unwrap_or(u32::MAX);
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        return Ok(Text::Bytes(bytes.subarray(0, enough).to_vec()));
    }
    if !value.is_string() {
        let mut problems = Problems::default();
        let nothing = problems.wrong_type(&json(value), &Path::Root, "a string or a Uint8Array");
        return problems.finish(nothing).map(|(text, _)| text);
    }
    let value: JsValue = JsString::from(value.clone()).slice(0, enough).into();
    // The conversion to UTF-8 is quick and keeps every text but one with a lone surrogate.
    let text = value.as_string().unwrap_or_default();
    if utf8::is_same(&text, &value) {
        return Ok(Text::Units(text.encode_utf16().listed()));
    }
    Ok(Text::Units(JsString::from(value).iter().listed()))
}

/// A JSON text to ask with.
///
/// # Errors
/// `wrong_type` for anything but a string or bytes.
pub(crate) fn json_text(value: &JsValue) -> Result<JsonText, Error> {
    text(value).map(|text| text.json_text())
}
