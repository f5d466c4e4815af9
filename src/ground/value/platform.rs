//! JavaScript's conversions of numbers.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Number)]
    fn to_number(text: &str) -> f64;
    #[wasm_bindgen(js_name = String)]
    fn to_text(number: f64) -> String;
}

pub(crate) fn parse(token: &str) -> f64 {
    to_number(token)
}

pub(crate) fn show(number: f64) -> String {
    to_text(number)
}
