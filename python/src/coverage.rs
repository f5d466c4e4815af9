//! `Coverage` for Python.

use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::arrow::batches::ReimbursedBatches;
use crate::arrow::questions;
use crate::arrow::table::is_table;
use crate::catalog::{CareTypeCatalog, Source};
use crate::options::{Options, options_of, required};
use crate::read::{Given, json};
use crate::text::Text;
use crate::write::{self, Answer, raised};

/// A compiled coverage; made by `CareTypeCatalog.compile_coverage`.
#[pyclass(frozen, weakref, module = "care_coverage._engine")]
pub(crate) struct Coverage {
    pub(crate) inner: Arc<care_coverage::Coverage>,
    source: Arc<Source>,
}

impl Coverage {
    pub(crate) fn new(inner: care_coverage::Coverage, source: Arc<Source>) -> Self {
        Coverage { inner: Arc::new(inner), source }
    }
}

#[pymethods]
impl Coverage {
    /// The same as compiling a payload with this coverage's catalogue, reusing what did not change.
    fn with_payload(&self, py: Python<'_>, payload: Given) -> PyResult<Coverage> {
        let coverage = py.detach(|| self.inner.with_payload(payload.0));
        Ok(Coverage::new(coverage.map_err(|error| raised(py, &error))?, Arc::clone(&self.source)))
    }

    /// The name of the coverage.
    #[getter]
    fn name(&self) -> &str {
        self.inner.name()
    }

    /// The version of the coverage.
    #[getter]
    fn version(&self) -> u64 {
        self.inner.version()
    }

    /// The names of the guarantees, in payload order.
    #[getter]
    fn guarantee_names(&self) -> Vec<&str> {
        self.inner.guarantee_names().iter().map(String::as_str).collect()
    }

    /// The payload as it was given.
    fn to_payload<'py>(&self, py: Python<'py>) -> Answer<'py> {
        write::value(py, self.inner.payload())
    }

    /// The short codes of the care types that a guarantee selects, ascending.
    fn care_types_of<'py>(&self, py: Python<'py>, guarantee: Given) -> Answer<'py> {
        write::result(py, self.inner.care_types_of(guarantee.0))
    }

    /// Which guarantees match an act.
    fn guarantees_for<'py>(&self, py: Python<'py>, act: Given) -> Answer<'py> {
        write::result(py, self.inner.guarantees_for(&act.0))
    }

    /// The same for an act as JSON text.
    fn guarantees_for_text<'py>(&self, text: &Bound<'py, PyAny>) -> Answer<'py> {
        let json = Text::of(text, "")?.json_text();
        write::result(text.py(), json.ask(|act| self.inner.guarantees_for(act)))
    }

    /// Which guarantees match an act, why, and what would have to change.
    fn explain<'py>(&self, py: Python<'py>, act: Given) -> Answer<'py> {
        write::result(py, self.inner.explain(&act.0))
    }

    /// The same for an act as JSON text.
    fn explain_text<'py>(&self, text: &Bound<'py, PyAny>) -> Answer<'py> {
        let json = Text::of(text, "")?.json_text();
        write::result(text.py(), json.ask(|act| self.inner.explain(act)))
    }

    /// What the covering guarantee pays for an act, with every line of the computation. Of a table a table.
    #[pyo3(signature = (act, counters=None, options=Options::default(), **keywords))]
    fn reimburse<'py>(
        &self,
        act: &Bound<'py, PyAny>,
        counters: Option<Given>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (py, counters, options) = (act.py(), counters.map(|Given(json)| json), options_of(options, keywords)?);
        if is_table(act) {
            if counters.is_some() {
                return Err(PyTypeError::new_err(
                    "a table has no counters: `unit` says which rows are counted together",
                ));
            }
            return Ok(Bound::new(py, questions::reimburse(&self.inner, act, options)?)?.into_any());
        }
        write::result(py, self.inner.reimburse(&json(act)?, counters.as_ref(), options.as_ref()))
    }

    /// What is paid for record batches in order, one after the other.
    #[pyo3(signature = (batches, options=Options::default(), **keywords))]
    fn reimburse_batches(
        &self,
        batches: &Bound<'_, PyAny>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<ReimbursedBatches> {
        ReimbursedBatches::new(batches, Arc::clone(&self.inner), options_of(options, keywords)?)
    }

    /// The same for an act as JSON text.
    #[pyo3(signature = (text, counters=None, options=Options::default(), **keywords))]
    fn reimburse_text<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        counters: Option<Given>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let json = Text::of(text, "act: ")?.json_text();
        let (counters, options) = (counters.map(|Given(json)| json), options_of(options, keywords)?);
        write::result(text.py(), self.inner.reimburse_text(&json, counters.as_ref(), options.as_ref()))
    }

    /// The same for many acts, by care date.
    #[pyo3(signature = (acts, counters=None, options=Options::default(), **keywords))]
    fn reimburse_many<'py>(
        &self,
        py: Python<'py>,
        acts: Given,
        counters: Option<Given>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (counters, options) = (counters.map(|Given(json)| json), options_of(options, keywords)?);
        write::result(py, py.detach(|| self.inner.reimburse_many(&acts.0, counters.as_ref(), options.as_ref())))
    }

    /// Overlaps, gaps, redundancy.
    #[pyo3(signature = (options=Options::default(), **keywords))]
    fn analyze<'py>(&self, py: Python<'py>, options: Options, keywords: Option<&Bound<'_, PyDict>>) -> Answer<'py> {
        let options = options_of(options, keywords)?;
        write::result(py, py.detach(|| self.inner.analyze_accepting(options.as_ref())))
    }

    /// What changes for members when `next` replaces this coverage.
    #[pyo3(signature = (next, options=Options::default(), **keywords))]
    fn diff<'py>(
        &self,
        py: Python<'py>,
        next: &Bound<'py, Coverage>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (next, options) = (&next.get().inner, options_of(options, keywords)?);
        write::result(py, py.detach(|| self.inner.diff_with(next, options.as_ref())))
    }

    /// Where `next` pays more or less than this coverage.
    #[pyo3(signature = (next, options=Options::default(), **keywords))]
    fn compare_amounts<'py>(
        &self,
        py: Python<'py>,
        next: &Bound<'py, Coverage>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (next, options) = (&next.get().inner, required(options, keywords)?);
        write::result(py, py.detach(|| self.inner.compare_amounts(next, &options)))
    }

    /// What came of each requirement of a profile.
    #[pyo3(signature = (profile, options=Options::default(), **keywords))]
    fn check_requirements<'py>(
        &self,
        py: Python<'py>,
        profile: Given,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let options = required(options, keywords)?;
        write::result(py, py.detach(|| self.inner.check_requirements(&profile.0, &options)))
    }

    /// All diagnostics of a payload that is to replace this coverage.
    #[pyo3(signature = (payload, options=Options::default(), **keywords))]
    fn validate<'py>(
        &self,
        py: Python<'py>,
        payload: Given,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let options = options_of(options, keywords)?;
        write::result(py, py.detach(|| self.inner.validate(&payload.0, options.as_ref())))
    }

    /// The same for a payload as JSON text, each with its range.
    #[pyo3(signature = (text, options=Options::default(), **keywords))]
    fn validate_text<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (py, text) = (text.py(), Text::of(text, "")?);
        let options = options_of(options, keywords)?;
        let answer = py.detach(|| match &text {
            Text::Bytes(bytes) => self.inner.validate_utf8(bytes, options.as_ref()),
            Text::Units(units) => self.inner.validate_text(units, options.as_ref()),
        });
        write::result(py, answer)
    }

    /// Another process compiles the same payload with the same catalogue.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Compiled<'py>)> {
        let compile = py.import("care_coverage._engine")?.getattr("_compile")?;
        let (data, options) = (write::value(py, &self.source.data)?, write::value(py, &self.source.options)?);
        Ok((compile, (data, options, write::value(py, self.inner.payload())?)))
    }

    fn __repr__(&self) -> String {
        let (name, version) = (self.inner.name(), self.inner.version());
        format!("Coverage(name={name:?}, version={version}, guarantees={})", self.inner.guarantee_names().len())
    }
}

/// The arguments of `_compile`.
type Compiled<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>, Bound<'py, PyAny>);

/// A coverage of another process.
#[pyfunction]
pub(crate) fn _compile(py: Python<'_>, data: Given, options: Option<Given>, payload: Given) -> PyResult<Coverage> {
    CareTypeCatalog::of(py, data.0, options.map(|Given(json)| json))?.compiled(py, payload.0)
}
