//! Amounts and dates, exactly.

pub(crate) mod amount;
pub(crate) mod date;
pub(crate) mod dictionary;
pub(crate) mod fraction;
pub(crate) mod linear;
