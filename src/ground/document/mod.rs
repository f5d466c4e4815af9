//! A document becomes fields and values: from its text, with the place of every problem, and with the fixes that hold.

pub(crate) mod annotations;
pub(crate) mod decode;
pub(crate) mod fixes;
pub(crate) mod in_both;
#[cfg(feature = "serde_json")]
mod serde_json;
pub(crate) mod text;
mod unknown;
pub(crate) mod whole;
