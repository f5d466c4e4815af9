#![doc = include_str!("../README.md")]

mod amount;
mod code;
mod coverage;
mod date;
mod decode;
mod diagnostic;
mod dispense;
mod eights;
mod fixes;
mod intern;
mod json;
mod listed;
mod nearest;
mod number;
mod order;
mod patch;
mod pointer;
mod text;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use code::Code;
pub use coverage::analysis::{
    CoverageAnalysis, GapReport, OverlapReport, RedundancyReason, RedundantReport, Truncation,
};
pub use coverage::batch::codes::ActCodes;
pub use coverage::batch::columns::{ActCodeLists, ActColumns};
pub use coverage::batch::decisions::DecisionNumbers;
pub use coverage::batch::evaluation::{Evaluation, EvaluationSummary, InvalidAct, MAX_INVALID_ACTS, OUTCOME_CODES};
pub use coverage::batch::text::{TextBatch, TextFormat};
pub use coverage::catalog::{CareTypeCatalog, CareTypeGroup, CareTypeMappings, InternalCareType};
pub use coverage::diff::{CoverageDiff, DecisionChange, RuleChange};
pub use coverage::fact::ActFact;
pub use coverage::filter::{ConditionOutcome, ConditionResult, ConditionValue, FilterMatch, FilterQuestion};
pub use coverage::index::Coverage;
pub use coverage::known_values::KnownValues;
pub use coverage::lens::{LensComplexity, lens_complexity};
pub use coverage::nearest_act::{ChangedValue, Changes};
pub use coverage::region::report::{ActConditions, ActRegion};
pub use coverage::region::witness::{Witness, WitnessValue};
pub use coverage::reimburse::counters::{CounterEntry, LimitCounter};
pub use coverage::reimburse::verdict::{ReimbursedAmounts, Reimbursement, ReimbursementStep, Reimbursements};
pub use coverage::rule::words::describe_rule;
pub use coverage::selector::{SelectorDecision, SelectorExplanation, SelectorField, SelectorTerm};
pub use coverage::verdict::{
    ActExplanation, ActOutcome, GuaranteeDecision, MappingExplanation, NearestAct, Undetermined,
};
pub use coverage::version::{CoverageVersion, check_coverage_version, read_coverage_payload};
pub use date::age_on;
pub use diagnostic::{Diagnostic, Error, MAX_DIAGNOSTICS_PER_CODE, Patch, Related, Severity};
pub use dispense::contract::{ContractCandidate, ContractConditions, ContractSelection, select_contracts};
pub use dispense::discount::{DiscountDecision, check_discount_amount};
pub use dispense::report::{
    CheckOutcome, DispenseAmount, DispenseCheck, DispenseDecision, DispenseReport, FirstFailure, ProgramMark,
    ProgramStatus, check_dispense,
};
pub use json::{Json, MAX_DEPTH, MAX_SAFE_INTEGER, MAX_STRING_BYTES, MAX_TEXT_BYTES, MAX_VALUES, Unusable};
pub use text::{JsonText, TextRange};
