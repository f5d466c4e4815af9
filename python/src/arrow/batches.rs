//! Record batches in order, one after the other: a unit may go on in the next one.

use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use care_coverage::simulation::UnitsInOrder;
use care_coverage::{Coverage, Json};
use pyo3::prelude::*;
use pyo3::types::PyIterator;

use crate::arrow::answer::{Shape, paid};
use crate::arrow::fields::Asked;
use crate::arrow::options::TableOptions;
use crate::arrow::pieces::Pieces;
use crate::arrow::reason::Refusal;
use crate::arrow::table::{ArrowBatch, batches_of, broken};

/// The answers for record batches, made as they are asked for.
#[pyclass(module = "care_coverage._engine")]
pub(crate) struct ReimbursedBatches {
    given: Py<PyIterator>,
    coverage: Arc<Coverage>,
    options: TableOptions,
    unit: String,
    known: UnitsInOrder,
    /// How batches of the last schema are read.
    read: Option<(SchemaRef, Shape, Pieces)>,
    waiting: VecDeque<RecordBatch>,
    is_over: bool,
}

impl ReimbursedBatches {
    /// # Errors
    /// Those of the options, `missing_field` without a unit; what is not iterable.
    pub(crate) fn new(given: &Bound<'_, PyAny>, coverage: Arc<Coverage>, options: Option<Json>) -> PyResult<Self> {
        let py = given.py();
        let options = TableOptions::of(options, true).map_err(|refusal| refusal.raised(py))?;
        let Some(unit) = options.unit.clone() else {
            let says = "the option `unit` is missing: the column whose rows are counted together".to_owned();
            return Err(Refusal::new("missing_field", says, "").raised(py));
        };
        Ok(ReimbursedBatches {
            given: given.try_iter()?.unbind(),
            coverage,
            options,
            unit,
            known: UnitsInOrder::default(),
            read: None,
            waiting: VecDeque::new(),
            is_over: false,
        })
    }

    fn answer(&mut self, batch: &RecordBatch) -> Result<RecordBatch, Refusal> {
        let schema = batch.schema();
        if self.read.as_ref().is_none_or(|(known, ..)| *known != schema) {
            let shape = Shape::of(&schema, &self.options.keep, true)?;
            let by = std::slice::from_ref(&self.unit);
            let pieces = Pieces::new(&schema, self.options.mapping.as_ref(), by, Asked::Units)?;
            self.read = Some((schema, shape, pieces));
        }
        let ReimbursedBatches { coverage, options, known, read: Some((_, shape, pieces)), .. } = self else {
            return Ok(batch.clone());
        };
        let answer = pieces.read(std::slice::from_ref(batch), |claims| {
            let unit = claims.by.first().copied().unwrap_or_default();
            coverage.reimburse_claims_in_order(claims, &unit, options.engine.as_ref(), known)
        })?;
        shape.batch(batch, paid(&answer, coverage.guarantee_names()))
    }

    fn next(&mut self, py: Python<'_>) -> PyResult<Option<ArrowBatch>> {
        loop {
            if let Some(batch) = self.waiting.pop_front() {
                let answer = py.detach(|| self.answer(&batch));
                return Ok(Some(ArrowBatch::new(answer.map_err(|refusal| refusal.raised(py))?)));
            }
            let Some(given) = self.given.bind(py).clone().next() else { return Ok(None) };
            let batches = batches_of(&given?)?;
            let batches = py.detach(|| batches.collect::<Result<VecDeque<_>, _>>());
            self.waiting = batches.map_err(|error| broken(&error).raised(py))?;
        }
    }
}

#[pymethods]
impl ReimbursedBatches {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<ArrowBatch>> {
        if self.is_over {
            return Ok(None);
        }
        let next = self.next(py);
        self.is_over = !matches!(next, Ok(Some(_)));
        next
    }
}
