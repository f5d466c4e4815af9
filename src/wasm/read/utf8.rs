//! Strings of JavaScript in UTF-8.

use wasm_bindgen::prelude::*;

/// Whether the conversion to UTF-8 kept the string: it puts a replacement character in place of a lone surrogate.
pub(crate) fn is_same(text: &str, value: &JsValue) -> bool {
    /// The first byte of U+FFFD in UTF-8.
    const REPLACEMENT: u8 = 0xef;
    !text.as_bytes().contains(&REPLACEMENT) || JsValue::from_str(text) == *value
}
