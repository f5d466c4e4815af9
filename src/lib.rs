#![doc = include_str!("../README.md")]

mod api;
mod coverage;
mod dispense;
mod ground;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use api::catalog::CareTypeCatalog;
pub use api::coverage::Coverage;
pub use api::dispense::*;
pub use api::functions::*;
pub use api::values::act::Act;
pub use api::values::options::{CatalogOptions, ReimburseOptions, ValidateOptions};
pub use api::values::prescription::Prescription;
pub use api::values::selector::CareTypeSelector;
pub use coverage::analysis::redundancy::RedundancyReason;
pub use coverage::analysis::report::{CoverageAnalysis, GapReport, OverlapReport, RedundantReport};
pub use coverage::analysis::truncation::Truncation;
pub use coverage::batch::codes::ActCodes;
pub use coverage::batch::columns::{ActCodeLists, ActColumns};
pub use coverage::batch::decisions::DecisionNumbers;
pub use coverage::batch::evaluation::{Evaluation, EvaluationSummary, InvalidAct, MAX_INVALID_ACTS, OUTCOME_CODES};
pub use coverage::batch::text::{TextBatch, TextFormat};
pub use coverage::catalog::entries::{CareTypeGroup, InternalCareType};
pub use coverage::catalog::known_values::KnownValues;
pub use coverage::catalog::mappings::CareTypeMappings;
pub use coverage::decision::ActOutcome;
pub use coverage::diff::report::{CoverageDiff, DecisionChange};
pub use coverage::diff::rules::RuleChange;
pub use coverage::facts::table::ActFact;
pub use coverage::nearest_act::{ChangedValue, Changes};
pub use coverage::region::report::{ActConditions, ActRegion};
pub use coverage::region::witness::{Witness, WitnessValue};
pub use coverage::reimburse::counters::{CounterEntry, LimitCounter};
pub use coverage::reimburse::verdict::{ReimbursedAmounts, Reimbursement, ReimbursementStep, Reimbursements};
pub use coverage::selector::{SelectorDecision, SelectorExplanation, SelectorField, SelectorTerm};
pub use coverage::verdict::{ActExplanation, GuaranteeDecision, MappingExplanation, NearestAct, Undetermined};
pub use ground::diagnostics::code::{Code, Severity};
pub use ground::diagnostics::diagnostic::{Diagnostic, Error, MAX_DIAGNOSTICS_PER_CODE, Related};
pub use ground::document::text::json_text::JsonText;
pub use ground::small::names::UnknownName;
pub use ground::value::json::{
    Json, MAX_DEPTH, MAX_SAFE_INTEGER, MAX_STRING_BYTES, MAX_TEXT_BYTES, MAX_VALUES, Unusable,
};
pub use ground::value::patch::Patch;
pub use ground::value::span::TextRange;
