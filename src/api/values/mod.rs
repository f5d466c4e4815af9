//! Inputs as typed values: each is JSON that is built field by field, and is handed in wherever JSON is.
//!
//! A mistake that a type cannot rule out (a name that no catalogue has, a date that does not exist) is reported where the value is
//! used, as it is for any JSON.

pub(crate) mod acceptance;
pub(crate) mod act;
mod object;
pub(crate) mod options;
pub(crate) mod prescription;
pub(crate) mod selector;
