//! Which guarantees of a health coverage match a care act, why, and how much they reimburse; and would a dispense of medication be
//! accepted? This is the engine of the npm package `care-coverage`, for Rust.
//!
//! A *coverage* is a versioned list of *guarantees*. A guarantee has *care type mappings*, each a *selector* (which care types)
//! and a *filter* (under which conditions), and a *coverage rule* (how much is reimbursed). A *catalogue* holds the care types
//! and groups that selectors name.
//!
//! ```
//! use care_coverage::{Act, ActFact, ActOutcome, CareTypeCatalog, Json};
//!
//! let lists: Json = r#"{ "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }],
//!     "internal_care_types": [{ "id": 7, "short_code": "CROWN", "care_type_group_ids": [1] }] }"#.parse()?;
//! let catalog = CareTypeCatalog::new(&lists, None)?;
//! let coverage = catalog.compile_coverage(r#"{ "name": "basic", "version": 1, "guarantees": [{ "name": "DENTAL_CARE",
//!     "care_type_mappings": [{ "selector": { "include_care_type_groups": ["DENTAL"] }, "filter": { "min_age": 18 } }],
//!     "coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "250" }] } }] }"#.parse()?)?;
//!
//! let act = Act::new("CROWN").member_age(40).fact(ActFact::ReimbursedBySecu, true);
//! assert_eq!(coverage.guarantees_for(&act)?.outcome, ActOutcome::Covered);
//!
//! let act = act.amount("charged", "539").amount("brss", "120").amount("secu_rate_percent", 60);
//! assert_eq!(coverage.reimburse(&act, None, None)?.amounts.ok_or("covered")?.complementary, "228.00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to look
//! - [`CareTypeCatalog`] resolves selectors, validates coverage payloads and compiles them.
//! - [`Coverage`] answers: one act ([`guarantees_for`](Coverage::guarantees_for), [`explain`](Coverage::explain),
//!   [`reimburse`](Coverage::reimburse)), many ([`evaluate`](Coverage::evaluate) and its siblings), the coverage as a whole
//!   ([`analyze`](Coverage::analyze)), and two versions of it ([`diff`](Coverage::diff)).
//! - [`check_dispense`] judges a dispense of medication; [`select_contracts`] and [`check_discount_amount`] are two parts of it.
//! - [`Json`] is what documents are handed in as: read by any serde format, parsed from a text, or built as a typed value
//!   ([`Act`], [`CareTypeSelector`], [`CatalogOptions`]…), which is JSON that is built field by field. [`JsonText`] asks about a
//!   text and says where in it a problem is.
//!
//! # Rules that hold everywhere
//! - What the rules answer is returned. An [`Error`] is an input that cannot be used, with every problem found, each with its
//!   [`Code`], a JSON Pointer, and where there is one a fix. Codes and pointers are the API; messages may change.
//! - The same input gives the same answer: the engine reads no clock, no file and no randomness. Lists have a documented order.
//! - Amounts are exact decimals: read from text or from the shortest decimal of a number, and written as text.
//! - Nothing that is handed in makes a function panic: depth, number of values and length of text are bounded ([`MAX_DEPTH`],
//!   [`MAX_VALUES`], [`MAX_TEXT_BYTES`]).
//!
//! # Features
//! - `serde_json`: conversions between [`Json`] and `serde_json::Value`.

mod api;
mod coverage;
mod dispense;
mod ground;
#[cfg(target_family = "wasm")]
#[doc(hidden)]
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
pub use coverage::facts::table::{ActFact, ConditionKind};
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
