//! The engine's answer → plain Python values: dicts, lists, texts, numbers, booleans, `None`. An error is raised as a `CoverageError`.

mod plain;

use care_coverage::Error;
use pyo3::prelude::*;
use serde::Serialize;

use crate::imported::{COVERAGE_ERROR, PROBLEM};
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

/// A problem of an argument that the engine is not asked about.
pub(crate) struct Problem {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) pointer: String,
}

/// The `CoverageError` of an argument that the engine is not asked about.
pub(crate) fn unusable(py: Python<'_>, code: &'static str, message: &str, pointer: &str) -> PyErr {
    refused(py, vec![Problem { code, message: message.to_owned(), pointer: pointer.to_owned() }])
}

/// The `CoverageError` of several problems, by pointer.
pub(crate) fn refused(py: Python<'_>, mut problems: Vec<Problem>) -> PyErr {
    problems.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    let made = problems.into_iter().map(|Problem { code, message, pointer }| {
        PROBLEM.get(py).and_then(|problem| problem.call1((code, message, pointer)))
    });
    let raised = made.collect::<PyResult<Vec<_>>>().and_then(|problems| COVERAGE_ERROR.get(py)?.call1((problems,)));
    raised.map_or_else(|failure| failure, PyErr::from_value)
}
