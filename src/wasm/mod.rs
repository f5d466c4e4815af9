//! The boundary: read JavaScript values, call the engine, write the answer. No rule lives here.
//!
//! An error is the array of diagnostics; the package's entry throws it as a `CoverageError`. One file per exported area.

#![allow(clippy::must_use_candidate, reason = "JavaScript asks, and takes what it wants")]

mod batch;
mod catalog;
mod claims;
mod coverage;
mod dispense;
mod functions;
mod panic;
mod read;
mod simulate;
mod write;

pub use catalog::CareTypeCatalog;
pub use claims::{guess_mapping, preview_claims, validate_headings, validate_mapping};
pub use coverage::{Coverage, CoverageStack};
pub use dispense::{check_discount_amount, check_dispense, check_dispense_text, select_contracts};
pub use functions::{
    age_on, check_coverage_version, describe_rule, known_values, lens_complexity, match_filter, package_version,
    read_coverage_payload, read_json_text, search_options, validate_catalog, validate_catalog_text, validate_profile,
    validate_profile_text,
};
pub use simulate::SimulationPart;
