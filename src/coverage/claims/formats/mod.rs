//! How are values written? A file for each kind; how decimals and dates may be written is in files of their own.
//!
//! Source: *Formats* in `docs/simulation.md`.

pub(crate) mod date;
pub(crate) mod date_format;
pub(crate) mod decimal;
pub(crate) mod number;
pub(crate) mod text;
pub(crate) mod word;
