//! Medication dispense: every check of a snapshot, and two of its parts alone.

pub use crate::dispense::contract::{ContractCandidate, ContractConditions, ContractSelection, select_contracts};
pub use crate::dispense::discount::{DiscountDecision, check_discount_amount};
pub use crate::dispense::report::{
    CheckOutcome, DispenseAmount, DispenseCheck, DispenseDecision, DispenseReport, FirstFailure, ProgramMark,
    ProgramStatus, check_dispense,
};
