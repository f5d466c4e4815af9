//! A panic as an error of JavaScript, with its place: a defect, which the package distinguishes from an allocation that failed.

use wasm_bindgen::prelude::*;

/// Called once for each instance.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}
