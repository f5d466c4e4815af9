//! A plain JSON tree, and places in it.

mod from;
pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod patch;
#[cfg(target_family = "wasm")]
mod platform;
pub(crate) mod pointer;
#[cfg(feature = "serde_json")]
mod serde_json;
pub(crate) mod span;
