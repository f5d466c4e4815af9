//! Tables as Python sees them: what has the PyCapsule interface is read, and what is answered has it.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::{ArrowError, Field, FieldRef, SchemaRef};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PyString, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyRecordBatch;

use crate::arrow::reason::Refusal;
use crate::write::unusable;

/// Whether a value is a table of Arrow, or a part of one.
pub(crate) fn is_table(value: &Bound<'_, PyAny>) -> bool {
    let is_plain = value.is_instance_of::<PyDict>()
        || value.is_instance_of::<PyList>()
        || value.is_instance_of::<PyString>()
        || value.is_none();
    let has = |name| value.hasattr(name).unwrap_or_default();
    !is_plain && (has(intern!(value.py(), "__arrow_c_stream__")) || has(intern!(value.py(), "__arrow_c_array__")))
}

/// Whether all rows of a table are in memory, so that to keep them costs nothing: its length is known, and no query gives it, as that of
/// a relation of DuckDB does.
pub(crate) fn is_in_memory(table: &Bound<'_, PyAny>) -> bool {
    let has = |name| table.get_type().hasattr(name).unwrap_or_default();
    has(intern!(table.py(), "__len__")) && !has(intern!(table.py(), "sql_query"))
}

/// The record batches of a table, one after the other.
pub(crate) type Batches = Box<dyn RecordBatchReader + Send>;

/// # Errors
/// `wrong_type` for what is no table.
pub(crate) fn batches_of(value: &Bound<'_, PyAny>) -> PyResult<Batches> {
    let read = value.extract::<AnyRecordBatch>().and_then(AnyRecordBatch::into_reader);
    read.map_err(|raised: PyErr| {
        let message = format!("table: expected record batches of Arrow: {raised}");
        unusable(value.py(), "wrong_type", &message, "")
    })
}

/// What a table could not give.
pub(crate) fn broken(error: &ArrowError) -> Refusal {
    Refusal::new("wrong_type", format!("the table cannot be read: {error}"), "")
}

fn struct_of(schema: &SchemaRef) -> FieldRef {
    let field = Field::new_struct("", schema.fields().clone(), false);
    Arc::new(field.with_metadata(schema.metadata().clone()))
}

/// A table of Arrow, for whoever reads the PyCapsule interface: `pyarrow.table(answer)`, `polars.DataFrame(answer)`, DuckDB by its name.
#[pyclass(frozen, module = "care_coverage._engine")]
pub(crate) struct ArrowTable {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl ArrowTable {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        ArrowTable { schema, batches }
    }
}

#[pymethods]
impl ArrowTable {
    /// How many rows there are.
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __len__(&self) -> usize {
        self.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("ArrowTable(rows={}, columns={:?})", self.num_rows(), self.column_names())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let arrays = self
            .batches
            .clone()
            .into_iter()
            .map(|batch| Ok::<ArrayRef, ArrowError>(Arc::new(StructArray::from(batch))));
        let reader = Box::new(ArrayIterator::new(arrays, struct_of(&self.schema)));
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }
}

/// A record batch of Arrow, for whoever reads the PyCapsule interface: `pyarrow.record_batch(answer)`.
#[pyclass(frozen, module = "care_coverage._engine")]
pub(crate) struct ArrowBatch(RecordBatch);

impl ArrowBatch {
    pub(crate) fn new(batch: RecordBatch) -> Self {
        ArrowBatch(batch)
    }
}

#[pymethods]
impl ArrowBatch {
    /// How many rows there are.
    #[getter]
    fn num_rows(&self) -> usize {
        self.0.num_rows()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.0.schema_ref().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("ArrowBatch(rows={}, columns={:?})", self.num_rows(), self.column_names())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.0.schema_ref().as_ref())?)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let array = StructArray::from(self.0.clone());
        let field = struct_of(&self.0.schema());
        Ok(to_array_pycapsules(py, field, &array, requested_schema)?)
    }
}
