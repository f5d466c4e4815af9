#![doc = include_str!("../README.md")]

mod coverage;
mod dispense;
mod ground;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use coverage::analysis::{
    CoverageAnalysis, GapReport, OverlapReport, RedundancyReason, RedundantReport, Truncation,
};
pub use coverage::batch::codes::ActCodes;
pub use coverage::batch::columns::{ActCodeLists, ActColumns};
pub use coverage::batch::decisions::DecisionNumbers;
pub use coverage::batch::evaluation::{Evaluation, EvaluationSummary, InvalidAct, MAX_INVALID_ACTS, OUTCOME_CODES};
pub use coverage::batch::text::{TextBatch, TextFormat};
pub use coverage::catalog::known_values::KnownValues;
pub use coverage::catalog::tables::{CareTypeCatalog, CareTypeGroup, CareTypeMappings, InternalCareType};
pub use coverage::compiled::Coverage;
pub use coverage::diff::{CoverageDiff, DecisionChange, RuleChange};
pub use coverage::facts::lens::{LensComplexity, lens_complexity};
pub use coverage::facts::table::ActFact;
pub use coverage::filter::{ConditionOutcome, ConditionResult, ConditionValue, FilterMatch, FilterQuestion};
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
pub use dispense::contract::{ContractCandidate, ContractConditions, ContractSelection, select_contracts};
pub use dispense::discount::{DiscountDecision, check_discount_amount};
pub use dispense::report::{
    CheckOutcome, DispenseAmount, DispenseCheck, DispenseDecision, DispenseReport, FirstFailure, ProgramMark,
    ProgramStatus, check_dispense,
};
pub use ground::diagnostics::code::Code;
pub use ground::diagnostics::code::Severity;
pub use ground::diagnostics::diagnostic::{Diagnostic, Error, MAX_DIAGNOSTICS_PER_CODE, Related};
pub use ground::document::text::json_text::JsonText;
pub use ground::exact::date::age_on;
pub use ground::value::json::{
    Json, MAX_DEPTH, MAX_SAFE_INTEGER, MAX_STRING_BYTES, MAX_TEXT_BYTES, MAX_VALUES, Unusable,
};
pub use ground::value::patch::Patch;
pub use ground::value::span::TextRange;
