//! Functions for Python that need no catalogue.

use care_coverage::explanation::FilterQuestion;
use care_coverage::{CareTypeCatalog, Json, KnownValues};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::options::{Options, required};
use crate::read::Given;
use crate::text::Text;
use crate::write::{self, Answer};

/// The version of the package.
#[pyfunction]
pub(crate) fn package_version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// One filter against one act.
#[pyfunction]
pub(crate) fn match_filter<'py>(py: Python<'py>, filter: Given, act: Given) -> Answer<'py> {
    write::result(py, FilterQuestion::new(&filter.0, &act.0).as_ref().map(FilterQuestion::answer).map_err(Clone::clone))
}

/// The class of a lens by its prescription.
#[pyfunction]
pub(crate) fn lens_complexity<'py>(py: Python<'py>, prescription: Given) -> Answer<'py> {
    write::result(py, care_coverage::lens_complexity(&prescription.0))
}

/// Completed years between two dates.
#[pyfunction]
pub(crate) fn age_on<'py>(py: Python<'py>, birth_date: Given, date: Given) -> Answer<'py> {
    write::result(py, care_coverage::age_on(birth_date.0, date.0))
}

/// The values that validation knows without any option.
#[pyfunction]
pub(crate) fn known_values<'py>(py: Python<'py>) -> Answer<'py> {
    write::value(py, &KnownValues::default())
}

/// The options of a search, checked.
#[pyfunction]
pub(crate) fn search_options<'py>(py: Python<'py>, options: Given) -> Answer<'py> {
    write::result(py, care_coverage::boundary::check_search_options(&options.0).map(|_| options.0))
}

/// Every problem of the data of a catalogue.
#[pyfunction]
pub(crate) fn validate_catalog<'py>(py: Python<'py>, data: Given) -> Answer<'py> {
    write::value(py, &py.detach(|| CareTypeCatalog::validate(&data.0)))
}

/// Every problem of a catalogue as JSON text, each with its range.
#[pyfunction]
pub(crate) fn validate_catalog_text<'py>(text: &Bound<'py, PyAny>) -> Answer<'py> {
    let (py, text) = (text.py(), Text::of(text, "")?);
    let diagnostics = py.detach(|| match &text {
        Text::Bytes(bytes) => CareTypeCatalog::validate_utf8(bytes),
        Text::Units(units) => CareTypeCatalog::validate_text(units),
    });
    write::value(py, &diagnostics)
}

/// Every problem of a profile of requirements.
#[pyfunction]
pub(crate) fn validate_profile<'py>(py: Python<'py>, profile: Given) -> Answer<'py> {
    write::value(py, &py.detach(|| care_coverage::validate_profile(&profile.0)))
}

/// Every problem of a profile as JSON text, each with its range.
#[pyfunction]
pub(crate) fn validate_profile_text<'py>(text: &Bound<'py, PyAny>) -> Answer<'py> {
    let (py, text) = (text.py(), Text::of(text, "")?);
    let diagnostics = py.detach(|| match &text {
        Text::Bytes(bytes) => care_coverage::validate_profile_utf8(bytes),
        Text::Units(units) => care_coverage::validate_profile_text(units),
    });
    write::value(py, &diagnostics)
}

/// Every problem of a mapping of claims.
#[pyfunction]
pub(crate) fn validate_mapping<'py>(py: Python<'py>, mapping: Given) -> Answer<'py> {
    write::value(py, &care_coverage::validate_mapping(&mapping.0))
}

/// Every problem of a file of headings.
#[pyfunction]
pub(crate) fn validate_headings<'py>(py: Python<'py>, headings: Given) -> Answer<'py> {
    write::value(py, &care_coverage::validate_headings(&headings.0))
}

/// Which columns are which fields, by the names of a header and the cells of some rows.
#[pyfunction]
pub(crate) fn guess_mapping<'py>(py: Python<'py>, header: Given, rows: Given) -> Answer<'py> {
    write::result(py, care_coverage::guess_mapping(&header.0, &rows.0))
}

/// What is read of a text of claims, or of distributions.
#[pyfunction]
#[pyo3(signature = (claims, options=Options::default(), **keywords))]
pub(crate) fn preview_claims<'py>(
    claims: &Bound<'py, PyAny>,
    options: Options,
    keywords: Option<&Bound<'_, PyDict>>,
) -> Answer<'py> {
    let py = claims.py();
    if let Ok(distributions) = claims.cast::<PyDict>() {
        return write::result(py, care_coverage::preview_distributions(&crate::read::json(distributions)?));
    }
    let (text, options) = (Text::of(claims, "claims: ")?.into_bytes(), required(options, keywords)?);
    write::result(py, py.detach(|| care_coverage::preview_claims(&text, &options)))
}

/// A coverage rule in words.
#[pyfunction]
pub(crate) fn describe_rule<'py>(py: Python<'py>, rule: Given) -> Answer<'py> {
    write::result(py, care_coverage::describe_rule(&rule.0))
}

/// A payload as plain JSON, where its shape, its name and its version are good.
#[pyfunction]
pub(crate) fn read_coverage_payload<'py>(py: Python<'py>, payload: Given) -> Answer<'py> {
    write::result(py, care_coverage::read_coverage_payload(payload.0))
}

/// Whether a payload may be stored next.
#[pyfunction]
#[pyo3(signature = (payload, latest=None))]
pub(crate) fn check_coverage_version<'py>(py: Python<'py>, payload: Given, latest: Option<Given>) -> Answer<'py> {
    let latest: Option<Json> = latest.map(|Given(json)| json);
    write::result(py, care_coverage::check_coverage_version(&payload.0, latest.as_ref()))
}

/// What a JSON text says, where every key of an object occurs once.
#[pyfunction]
pub(crate) fn read_json_text<'py>(text: &Bound<'py, PyAny>) -> Answer<'py> {
    let json = Text::of(text, "")?.json_text();
    write::result(text.py(), json.json())
}

/// Whether a discount amount is allowed.
#[pyfunction]
pub(crate) fn check_discount_amount<'py>(py: Python<'py>, input: Given) -> Answer<'py> {
    write::result(py, care_coverage::check_discount_amount(&input.0))
}

/// The contracts of a query, each with its seven conditions.
#[pyfunction]
pub(crate) fn select_contracts<'py>(py: Python<'py>, query: Given) -> Answer<'py> {
    write::result(py, py.detach(|| care_coverage::select_contracts(&query.0)))
}

/// Every check of a dispense or a qualification.
#[pyfunction]
pub(crate) fn check_dispense<'py>(py: Python<'py>, snapshot: Given) -> Answer<'py> {
    write::result(py, py.detach(|| care_coverage::check_dispense(&snapshot.0)))
}

/// The same for a snapshot as JSON text.
#[pyfunction]
pub(crate) fn check_dispense_text<'py>(text: &Bound<'py, PyAny>) -> Answer<'py> {
    let (py, text) = (text.py(), Text::of(text, "")?);
    write::result(py, py.detach(|| text.json_text().ask(care_coverage::check_dispense)))
}
