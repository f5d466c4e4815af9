//! Python's way to the engine: read Python values, call the engine, write the answer. No rule lives here.
//!
//! A file for each exported area, as `src/wasm/` has them for JavaScript. Long questions let go of the interpreter's lock.

mod amounts;
mod arrow;
mod batch;
mod catalog;
mod columns;
mod coverage;
mod functions;
mod imported;
mod options;
mod read;
mod simulate;
mod sorted;
mod text;
mod write;

/// The engine.
#[pyo3::pymodule]
mod _engine {
    #[pymodule_export]
    use crate::arrow::batches::ReimbursedBatches;
    #[pymodule_export]
    use crate::arrow::table::{ArrowBatch, ArrowTable};
    #[pymodule_export]
    use crate::catalog::CareTypeCatalog;
    #[pymodule_export]
    use crate::coverage::{_compile, Coverage};
    #[pymodule_export]
    use crate::functions::{
        age_on, check_coverage_version, check_discount_amount, check_dispense, check_dispense_text, describe_rule,
        guess_mapping, known_values, lens_complexity, match_filter, package_version, preview_claims,
        read_coverage_payload, read_json_text, search_options, select_contracts, validate_catalog,
        validate_catalog_text, validate_headings, validate_mapping, validate_profile, validate_profile_text,
    };
    #[pymodule_export]
    use crate::simulate::{reimburse_stack, simulate};
}
