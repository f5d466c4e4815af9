//! What is asked of the rows of a table.

use std::sync::Arc;

use arrow_array::RecordBatch;
use care_coverage::simulation::{RowsAgain, Simulation, SimulationPart};
use care_coverage::{Coverage, Json};
use pyo3::prelude::*;

use crate::arrow::answer::{Shape, decided, paid};
use crate::arrow::fields::{Asked, member};
use crate::arrow::options::TableOptions;
use crate::arrow::pieces::Pieces;
use crate::arrow::reason::Refusal;
use crate::arrow::table::{ArrowTable, Batches, batches_of, broken};
use crate::simulate::{Acts, finished};

/// Which guarantee covers each row.
///
/// # Errors
/// Those of the options and of the table.
pub(crate) fn evaluate(coverage: &Coverage, table: &Bound<'_, PyAny>, options: Option<Json>) -> PyResult<ArrowTable> {
    let (py, batches) = (table.py(), batches_of(table)?);
    let answer = py.detach(|| {
        let options = TableOptions::of(options, false)?;
        let (schema, guarantees) = (batches.schema(), coverage.guarantee_names());
        let shape = Shape::of(&schema, &options.keep, false)?;
        let mut pieces = Pieces::new(&schema, options.mapping.as_ref(), &[], Asked::Decision)?;
        let mut answers = Vec::new();
        for batch in batches {
            for part in parts(&batch.map_err(|error| broken(&error))?) {
                let answer = pieces.read(std::slice::from_ref(&part), |claims| coverage.evaluate_claims(claims))?;
                answers.push(shape.batch(&part, decided(&answer, guarantees))?);
            }
        }
        Ok(ArrowTable::new(shape.schema, answers))
    });
    answer.map_err(|refusal: Refusal| refusal.raised(py))
}

/// What is paid for each row. Rows of a unit are counted together, in whatever order they come.
///
/// # Errors
/// Those of the options and of the table.
pub(crate) fn reimburse(coverage: &Coverage, table: &Bound<'_, PyAny>, options: Option<Json>) -> PyResult<ArrowTable> {
    let (py, batches) = (table.py(), batches_of(table)?);
    let answer = py.detach(|| {
        let options = TableOptions::of(options, true)?;
        let (schema, guarantees) = (batches.schema(), coverage.guarantee_names());
        let shape = Shape::of(&schema, &options.keep, true)?;
        let by: Vec<String> = options.unit.iter().cloned().collect();
        let asked = if options.unit.is_some() { Asked::Units } else { Asked::Amounts };
        let mut pieces = Pieces::new(&schema, options.mapping.as_ref(), &by, asked)?;
        let engine = options.engine.as_ref();
        let mut ask = |batches: &[RecordBatch]| {
            pieces.read(batches, |claims| {
                let unit = claims.by.first().filter(|_| options.unit.is_some());
                coverage.reimburse_claims(claims, unit, engine)
            })
        };
        let mut answers = Vec::new();
        if options.unit.is_some() {
            // A unit may be in all of them.
            let batches = batches.collect::<Result<Vec<_>, _>>().map_err(|error| broken(&error))?;
            let own = paid(&ask(&batches)?, guarantees);
            let mut start = 0_usize;
            for batch in &batches {
                let rows = own.iter().map(|column| column.slice(start, batch.num_rows())).collect();
                answers.push(shape.batch(batch, rows)?);
                start = start.saturating_add(batch.num_rows());
            }
        } else {
            for batch in batches {
                for part in parts(&batch.map_err(|error| broken(&error))?) {
                    let own = paid(&ask(std::slice::from_ref(&part))?, guarantees);
                    answers.push(shape.batch(&part, own)?);
                }
            }
        }
        Ok(ArrowTable::new(shape.schema, answers))
    });
    answer.map_err(|refusal: Refusal| refusal.raised(py))
}

/// What the rows would have cost, and the acts of those for whom most changes, if the rows are kept.
///
/// # Errors
/// Those of the options, of the table and of the simulation.
pub(crate) fn simulate(
    current: &[Arc<Coverage>],
    draft: Option<&[Arc<Coverage>]>,
    batches: Batches,
    options: Option<&Json>,
    is_kept: bool,
) -> Result<(Simulation, Acts), Refusal> {
    let current: Vec<&Coverage> = current.iter().map(Arc::as_ref).collect();
    let draft: Option<Vec<&Coverage>> = draft.map(|draft| draft.iter().map(Arc::as_ref).collect());
    let mut part = SimulationPart::new(&current, draft.as_deref(), options)?;
    let mapping = options.and_then(|options| member(options, "mapping"));
    let mut pieces = Pieces::new(&batches.schema(), mapping, &columns_of_groups(options), Asked::Units)?;
    let mut kept = Vec::new();
    for (piece, batch) in (0..).zip(batches) {
        let batch = batch.map_err(|error| broken(&error))?;
        pieces.read(std::slice::from_ref(&batch), |claims| part.push(piece, claims))?;
        if is_kept {
            kept.push(batch);
        }
    }
    let simulation = finished(&part)?;
    let (Some(persons), Some(draft), true) = (&simulation.persons, &draft, is_kept) else {
        return Ok((simulation, None));
    };
    let mut again = RowsAgain::new(&current, draft, options)?;
    pieces.read(&rows_of(&kept, &persons.rows()), |claims| again.push(0, claims))?;
    let acts = again.acts(persons)?;
    Ok((simulation, acts))
}

/// A batch in parts, so small that what is made of one is still near when it is read.
fn parts(batch: &RecordBatch) -> impl Iterator<Item = RecordBatch> {
    const ROWS: usize = 32_768;
    let rows = batch.num_rows();
    (0..rows).step_by(ROWS).map(move |start| batch.slice(start, ROWS.min(rows.saturating_sub(start))))
}

/// Some rows of batches, by their numbers, which ascend; each as a batch of its own, of the same memory.
fn rows_of(batches: &[RecordBatch], rows: &[u64]) -> Vec<RecordBatch> {
    let mut rows = rows.iter().filter_map(|row| usize::try_from(*row).ok()).peekable();
    let (mut first, mut found) = (0_usize, Vec::new());
    for batch in batches {
        let end = first.saturating_add(batch.num_rows());
        while let Some(row) = rows.next_if(|row| *row < end) {
            found.push(batch.slice(row.saturating_sub(first), 1));
        }
        first = end;
    }
    found
}

/// The columns that groups are made of.
fn columns_of_groups(options: Option<&Json>) -> Vec<String> {
    let Some(Json::Array(by)) = options.and_then(|options| member(options, "by")) else { return Vec::new() };
    let column = |key: &Json| match member(key, "column") {
        Some(Json::String(column)) => Some(column.clone()),
        _ => None,
    };
    by.iter().filter_map(column).collect()
}
