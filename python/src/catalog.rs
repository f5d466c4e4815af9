//! `CareTypeCatalog` for Python.

use std::sync::Arc;

use care_coverage::Json;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::coverage::Coverage;
use crate::options::{Options, options_of};
use crate::read::Given;
use crate::text::Text;
use crate::write::{self, Answer, raised};

/// Of what a catalogue was made: another process makes the same of it.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) data: Json,
    pub(crate) options: Option<Json>,
}

/// The care types and groups of an insurer: the look-up tables, built once.
#[pyclass(frozen, subclass, weakref, module = "care_coverage._engine")]
pub(crate) struct CareTypeCatalog {
    inner: care_coverage::CareTypeCatalog,
    source: Arc<Source>,
}

impl CareTypeCatalog {
    pub(crate) fn of(py: Python<'_>, data: Json, options: Option<Json>) -> PyResult<Self> {
        let inner = py.detach(|| care_coverage::CareTypeCatalog::new(&data, options.as_ref()));
        let source = Arc::new(Source { data, options });
        Ok(CareTypeCatalog { inner: inner.map_err(|error| raised(py, &error))?, source })
    }

    pub(crate) fn compiled(&self, py: Python<'_>, payload: Json) -> PyResult<Coverage> {
        let coverage = py.detach(|| self.inner.compile_coverage(payload));
        Ok(Coverage::new(coverage.map_err(|error| raised(py, &error))?, Arc::clone(&self.source)))
    }
}

#[pymethods]
impl CareTypeCatalog {
    #[new]
    #[pyo3(signature = (data, options=Options::default(), **keywords))]
    fn new(py: Python<'_>, data: Given, options: Options, keywords: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        Self::of(py, data.0, options_of(options, keywords)?)
    }

    /// How many care types there are.
    #[getter]
    fn care_type_count(&self) -> usize {
        self.inner.care_type_count()
    }

    /// How many groups there are.
    #[getter]
    fn care_type_group_count(&self) -> usize {
        self.inner.care_type_group_count()
    }

    /// Warnings about the catalogue.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> Answer<'py> {
        write::value(py, self.inner.diagnostics())
    }

    /// The three look-ups.
    fn get_care_type_mappings<'py>(&self, py: Python<'py>) -> Answer<'py> {
        write::value(py, &self.inner.care_type_mappings())
    }

    /// The care type with this short code; None where there is none.
    fn care_type<'py>(&self, py: Python<'py>, code: &str) -> Answer<'py> {
        write::value(py, &self.inner.care_type(code))
    }

    /// The group with this short code; None where there is none.
    fn group<'py>(&self, py: Python<'py>, code: &str) -> Answer<'py> {
        write::value(py, &self.inner.group(code))
    }

    /// The care types of a group; None where there is no such group.
    fn members_of<'py>(&self, py: Python<'py>, group: &str) -> Answer<'py> {
        write::value(py, &self.inner.members_of(group))
    }

    /// The groups of a care type; None where there is no such care type.
    fn groups_of<'py>(&self, py: Python<'py>, care_type: &str) -> Answer<'py> {
        write::value(py, &self.inner.groups_of(care_type))
    }

    /// The values that validation accepts under this catalogue.
    fn known_values<'py>(&self, py: Python<'py>) -> Answer<'py> {
        write::value(py, &self.inner.known_values())
    }

    /// The option `synonyms`.
    #[getter]
    fn _synonyms<'py>(&self, py: Python<'py>) -> Answer<'py> {
        write::value(py, &self.inner.synonyms())
    }

    /// The care types that a selector computes to, ascending by short code.
    fn get_care_types_from_selector<'py>(&self, py: Python<'py>, selector: Given) -> Answer<'py> {
        write::result(py, self.inner.care_types_from_selector(&selector.0))
    }

    /// Every care type that a selector touches: selected or not, and by which term.
    fn explain_selector<'py>(&self, py: Python<'py>, selector: Given) -> Answer<'py> {
        write::result(py, self.inner.explain_selector(&selector.0))
    }

    /// The heading of each care type.
    fn headings<'py>(&self, py: Python<'py>, headings: Given) -> Answer<'py> {
        write::result(py, self.inner.headings(&headings.0))
    }

    /// All diagnostics of a payload of any shape whatsoever.
    #[pyo3(signature = (payload, options=Options::default(), **keywords))]
    fn validate_coverage<'py>(
        &self,
        py: Python<'py>,
        payload: Given,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let options = options_of(options, keywords)?;
        write::result(py, py.detach(|| self.inner.validate_coverage(&payload.0, options.as_ref())))
    }

    /// The same for a JSON text, each with its range.
    #[pyo3(signature = (text, options=Options::default(), **keywords))]
    fn validate_coverage_text<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (py, text) = (text.py(), Text::of(text, "")?);
        let options = options_of(options, keywords)?;
        let answer = py.detach(|| match &text {
            Text::Bytes(bytes) => self.inner.validate_coverage_utf8(bytes, options.as_ref()),
            Text::Units(units) => self.inner.validate_coverage_text(units, options.as_ref()),
        });
        write::result(py, answer)
    }

    /// Compiles a coverage payload.
    fn compile_coverage(&self, py: Python<'_>, payload: Given) -> PyResult<Coverage> {
        self.compiled(py, payload.0)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, source) = (slf.py(), &slf.get().source);
        let arguments = (write::value(py, &source.data)?, write::value(py, &source.options)?).into_pyobject(py)?;
        Ok((slf.get_type().into_any(), arguments))
    }

    fn __repr__(&self) -> String {
        let (types, groups) = (self.inner.care_type_count(), self.inner.care_type_group_count());
        format!("CareTypeCatalog(care_types={types}, groups={groups})")
    }
}
