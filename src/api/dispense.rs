//! Medication dispense: every check of a snapshot, and two of its parts alone.

pub use crate::dispense::check_id::DispenseCheckId;
pub use crate::dispense::contract::{ContractCandidate, ContractConditions, ContractSelection, select_contracts};
pub use crate::dispense::discount::{DiscountDecision, DispenseAmount, check_discount_amount};
pub use crate::dispense::reason::DispenseReason;
pub use crate::dispense::report::{
    CheckOutcome, DispenseCheck, DispenseDecision, DispenseReport, FirstFailure, ProgramMark, ProgramStatus,
    check_dispense,
};
pub use crate::dispense::snapshot::DispenseRuleset;
