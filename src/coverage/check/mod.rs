//! What should an author know of a payload that has a meaning? The rules that do not stop a compilation.

pub(crate) mod filter;
pub(crate) mod names;
pub(crate) mod selector;
pub(crate) mod whole;
