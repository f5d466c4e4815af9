//! Everything that the engine is asked. Each method asks one thing of the layers below; what is remembered is kept here.

pub(crate) mod batch;
pub(crate) mod catalog;
pub(crate) mod claim_rows;
pub(crate) mod claims;
pub(crate) mod coverage;
pub(crate) mod dispense;
pub(crate) mod functions;
pub(crate) mod simulate;
pub(crate) mod values;
