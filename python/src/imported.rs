//! What is asked of Python's own modules, and of ours. Each is imported once.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// A name of a module.
pub(crate) struct Imported {
    module: &'static str,
    name: &'static str,
    value: PyOnceLock<Py<PyAny>>,
}

impl Imported {
    const fn new(module: &'static str, name: &'static str) -> Self {
        Imported { module, name, value: PyOnceLock::new() }
    }

    /// # Errors
    /// Those of an import.
    pub(crate) fn get<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyAny>> {
        self.value.import(py, self.module, self.name)
    }
}

pub(crate) static DECIMAL: Imported = Imported::new("decimal", "Decimal");
pub(crate) static DATE: Imported = Imported::new("datetime", "date");
pub(crate) static DATETIME: Imported = Imported::new("datetime", "datetime");
pub(crate) static FIELDS: Imported = Imported::new("dataclasses", "fields");
pub(crate) static ARRAY: Imported = Imported::new("array", "array");
pub(crate) static LEFT_OUT: Imported = Imported::new("care_coverage._errors", "LEFT_OUT");
pub(crate) static COVERAGE_ERROR: Imported = Imported::new("care_coverage._errors", "CoverageError");
pub(crate) static PROBLEM: Imported = Imported::new("care_coverage._errors", "problem");
