//! The tables of the rulesets.

pub(crate) mod code_2019;
pub(crate) mod page_2022;
