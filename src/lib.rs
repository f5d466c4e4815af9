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
//!   [`reimburse`](Coverage::reimburse)), one act of several coverages ([`reimburse_stack`]), many
//!   ([`evaluate`](Coverage::evaluate) and its siblings), the coverage as a whole ([`analyze`](Coverage::analyze)), two versions of it
//!   ([`diff`](Coverage::diff)), and what a law asks of it ([`check_requirements`](Coverage::check_requirements)).
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
//! - Nothing that is handed in makes a function panic: depth, number of values and length of text are bounded ([`bounds`]).
//!
//! # Features
//! - `serde_json`: conversions between [`Json`] and `serde_json::Value`.
#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

mod api;
mod coverage;
mod dispense;
mod ground;
#[cfg(target_family = "wasm")]
#[doc(hidden)]
pub mod wasm;

pub use api::catalog::CareTypeCatalog;
pub use api::claims::{guess_mapping, preview_claims, preview_distributions, validate_headings, validate_mapping};
pub use api::coverage::{Coverage, reimburse_stack};
pub use api::dispense::{check_discount_amount, check_dispense, select_contracts};
pub use api::functions::{
    ConditionOutcome, CoverageVersion, LensComplexity, age_on, check_coverage_version, describe_rule, lens_complexity,
    read_coverage_payload, validate_profile, validate_profile_text, validate_profile_utf8,
};
pub use api::simulate::simulate;
pub use api::values::acceptance::Acceptance;
pub use api::values::act::Act;
pub use api::values::options::{AnalyzeOptions, CatalogOptions, ReimburseOptions, ValidateOptions};
pub use api::values::prescription::Prescription;
pub use api::values::selector::CareTypeSelector;
pub use coverage::catalog::entries::{Annotations, CareTypeGroup, InternalCareType};
pub use coverage::catalog::known_values::KnownValues;
pub use coverage::catalog::mappings::CareTypeMappings;
pub use coverage::decision::ActOutcome;
pub use coverage::facts::table::{ActFact, ConditionKind};
pub use coverage::verdict::{GuaranteeDecision, Undetermined};
pub use ground::diagnostics::code::{Code, Severity};
pub use ground::diagnostics::diagnostic::{Diagnostic, Error, Related};
pub use ground::diagnostics::message::Params;
pub use ground::document::text::json_text::JsonText;
pub use ground::small::names::UnknownName;
pub use ground::value::json::{Json, Unusable};
pub use ground::value::patch::Patch;
pub use ground::value::span::{TextEdit, TextRange};

pub mod analysis {
    //! What [`Coverage::analyze`](crate::Coverage::analyze) and [`Coverage::diff`](crate::Coverage::diff) answer.

    pub use crate::coverage::analysis::redundancy::RedundancyReason;
    pub use crate::coverage::analysis::report::{CoverageAnalysis, GapReport, OverlapReport, RedundantReport};
    pub use crate::coverage::analysis::truncation::Truncation;
    pub use crate::coverage::diff::report::{CoverageDiff, DecisionChange};
    pub use crate::coverage::diff::rules::RuleChange;
    pub use crate::coverage::region::report::{ActConditions, ActRegion};
    pub use crate::coverage::region::witness::{Witness, WitnessValue};
}

pub mod amounts {
    //! What [`Coverage::compare_amounts`](crate::Coverage::compare_amounts) answers.

    pub use crate::coverage::compare::report::{
        AmountChange, AmountComparison, AmountDirection, AmountExample, AssumedTariffs, LimitChange, LimitState,
        NotDecidable, UndecidedReason,
    };
}

pub mod batch {
    //! Many acts: what [`Coverage::evaluate`](crate::Coverage::evaluate) and its siblings take and answer.

    pub use crate::coverage::batch::columns::{ActCodeLists, ActColumns};
    pub use crate::coverage::batch::evaluation::{
        Evaluation, EvaluationSummary, InvalidAct, MAX_INVALID_ACTS, OUTCOME_CODES,
    };
    pub use crate::coverage::batch::text::{TextBatch, TextFormat};
    pub use crate::coverage::bulk::answer::ReimbursedColumns;
    pub use crate::coverage::bulk::columns::PricedColumns;
}

pub mod bounds {
    //! How much of a document is read, and how much is reported of it.

    pub use crate::ground::diagnostics::diagnostic::MAX_DIAGNOSTICS_PER_CODE;
    pub use crate::ground::value::json::{MAX_DEPTH, MAX_SAFE_INTEGER, MAX_STRING_BYTES, MAX_TEXT_BYTES, MAX_VALUES};
}

pub mod dispensing {
    //! What [`check_dispense`](crate::check_dispense), [`select_contracts`](crate::select_contracts) and
    //! [`check_discount_amount`](crate::check_discount_amount) answer.

    pub use crate::api::dispense::{
        CheckOutcome, ContractCandidate, ContractConditions, ContractSelection, DiscountDecision, DispenseAmount,
        DispenseCheck, DispenseCheckId, DispenseDecision, DispenseReason, DispenseReport, DispenseRuleset,
        FirstFailure, ProgramMark, ProgramStatus,
    };
}

pub mod explanation {
    //! Why: what [`Coverage::explain`](crate::Coverage::explain),
    //! [`CareTypeCatalog::explain_selector`](crate::CareTypeCatalog::explain_selector) and a [`FilterQuestion`] answer.

    pub use crate::api::functions::{ConditionResult, ConditionValue, FilterMatch, FilterQuestion};
    pub use crate::coverage::nearest_act::{ChangedValue, Changes};
    pub use crate::coverage::selector::{SelectorDecision, SelectorExplanation, SelectorField, SelectorTerm};
    pub use crate::coverage::verdict::{ActExplanation, MappingExplanation, NearestAct};
}

pub mod reimbursement {
    //! What [`Coverage::reimburse`](crate::Coverage::reimburse), [`Coverage::reimburse_many`](crate::Coverage::reimburse_many) and
    //! [`reimburse_stack`](crate::reimburse_stack) answer.

    pub use crate::coverage::reimburse::counters::{CounterEntry, LimitCounter};
    pub use crate::coverage::reimburse::stack::{StackTotals, StackedReimbursement};
    pub use crate::coverage::reimburse::verdict::{
        ReimbursedAmounts, Reimbursement, ReimbursementStep, Reimbursements,
    };
}

pub mod requirements {
    //! What [`Coverage::check_requirements`](crate::Coverage::check_requirements) answers.

    pub use crate::coverage::requirements::kind::RequirementKind;
    pub use crate::coverage::requirements::report::{
        RequirementAnswer, RequirementExample, RequirementStatus, RequirementViolation, RequirementsReport,
        RequirementsSummary, TariffSource, ViolationReason,
    };
    pub use crate::ground::document::in_both::InBoth;
}

pub mod simulation {
    //! Claims in columns: what a simulation takes, and what it and the questions about each row answer.

    pub use crate::api::simulate::{RowsAgain, SimulationPart};
    pub use crate::coverage::claim_rows::decided::DecidedClaims;
    pub use crate::coverage::claim_rows::in_order::{NotInOrder, RefusedPiece, UnitsInOrder};
    pub use crate::coverage::claim_rows::paid::PaidClaims;
    pub use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, NO_WEIGHT, Names, Unreadable};
    pub use crate::coverage::claims::guess::{ColumnGuess, Confidence, MappingGuess};
    pub use crate::coverage::claims::mapping::ClaimMapping;
    pub use crate::coverage::claims::preview::{ClaimPreview, UnreadableRow};
    pub use crate::coverage::claims::reader::ClaimReader;
    pub use crate::coverage::claims::reason::{AssumedReason, InvalidReason};
    pub use crate::coverage::claims::said::RowMessage;
    pub use crate::coverage::claims::seen::{Seen, SeenKind};
    pub use crate::coverage::claims::table::{ClaimTable, TableNames};
    pub use crate::coverage::headings::{Heading, HeadingTitle, Headings};
    pub use crate::coverage::simulate::again::PersonAct;
    pub use crate::coverage::simulate::sums::report::{
        ActChanges, AssumedRows, DifferenceQuantile, HistogramClass, InvalidRow, InvalidRows, LimitReached,
        OutcomeSums, PersonChange, PersonChanges, RowAmounts, RowsByOutcome, SideAmounts, SideOutcomes, Simulation,
        SimulationGroup, SimulationKey, SimulationPaid, SimulationSums, SimulationTotals,
    };
    pub use crate::coverage::simulate::sums::row::SimulationSide;
}

#[doc(hidden)]
pub mod boundary {
    //! What only the npm package and the tests need: acts in codes, decisions by number, and the sentences of diagnostics. Not a part of the API.

    pub use crate::coverage::batch::codes::ActCodes;
    pub use crate::coverage::batch::decisions::DecisionNumbers;
    pub use crate::coverage::catalog::search::check_search_options;
    pub use crate::ground::diagnostics::message::SentenceRow;
    pub use crate::ground::diagnostics::sentences::SENTENCES;
}
