//! The engine's answer → plain Python values: dicts, lists, texts, numbers, booleans, `None`. An error is raised as a `CoverageError`.

mod plain;

use care_coverage::Error;
use pyo3::prelude::*;
use serde::Serialize;

use crate::imported::{COVERAGE_ERROR, UNUSABLE};
use crate::write::plain::{Failure, Writer};

/// What a question gives.
pub(crate) type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// An answer.
///
/// # Errors
/// Of memory.
pub(crate) fn value<'py, T: Serialize + ?Sized>(py: Python<'py>, value: &T) -> Answer<'py> {
    value.serialize(Writer(py)).map_err(|Failure(raised)| raised)
}

/// An answer, or the error of an input that cannot be used.
///
/// # Errors
/// A `CoverageError`.
pub(crate) fn result<'py, T: Serialize>(py: Python<'py>, answer: Result<T, Error>) -> Answer<'py> {
    value(py, &answer.map_err(|error| raised(py, &error))?)
}

/// The `CoverageError` of an input that cannot be used.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let raised = value(py, error.diagnostics()).and_then(|diagnostics| COVERAGE_ERROR.get(py)?.call1((diagnostics,)));
    raised.map_or_else(|failure| failure, PyErr::from_value)
}

/// The `CoverageError` of an argument that the engine is not asked about.
pub(crate) fn unusable(py: Python<'_>, code: &str, message: &str, pointer: &str) -> PyErr {
    let raised = UNUSABLE.get(py).and_then(|unusable| unusable.call1((code, message, pointer)));
    raised.map_or_else(|failure| failure, PyErr::from_value)
}
