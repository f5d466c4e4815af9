//! Amounts and dates, exactly.

pub(crate) mod amount;
pub(crate) mod date;
