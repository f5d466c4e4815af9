//! A plain JSON tree, and places in it.

mod from;
pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod patch;
#[cfg(target_family = "wasm")]
mod platform;
pub(crate) mod pointer;
pub(crate) mod span;
