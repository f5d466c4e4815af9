//! Many acts at once: as values, as a text, and in columns of codes.

use care_coverage::batch::{Evaluation, OUTCOME_CODES, PricedColumns, TextFormat};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyMapping, PyString};

use crate::amounts::{AMOUNTS, CHARGED};
use crate::arrow::questions;
use crate::arrow::table::is_table;
use crate::columns::{Acts, Given as GivenColumns, array};
use crate::coverage::Coverage;
use crate::options::{Options, options_of};
use crate::read::json;
use crate::text::Text;
use crate::write::{self, Answer, raised, unusable};

/// What a claim in columns has besides its facts and amounts.
const OTHERS: [&str; 7] = ["care_date", "membership_start", "side", "tooth", "unit", "beneficiary", "stay_id"];

#[pymethods]
impl Coverage {
    /// Many acts at once, in their order: for each the outcome, and the first guarantee. Of a table a table.
    #[pyo3(signature = (acts, options=Options::default(), **keywords))]
    fn evaluate<'py>(
        &self,
        acts: &Bound<'py, PyAny>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (py, options) = (acts.py(), options_of(options, keywords)?);
        if is_table(acts) {
            return Ok(Bound::new(py, questions::evaluate(&self.inner, acts, options)?)?.into_any());
        }
        only_of_tables(options)?;
        let rows = rows(acts, "acts: expected a list of acts")?;
        let evaluation = py.detach(|| self.inner.evaluate(&rows));
        in_words(py, &self.inner, &evaluation)
    }

    /// Acts as text, NDJSON or CSV.
    fn evaluate_text<'py>(&self, text: &Bound<'py, PyAny>, format: &str) -> Answer<'py> {
        let (py, text) = (text.py(), Text::of(text, "")?.into_bytes());
        let format = format_of(py, Some(format))?;
        let evaluation = py.detach(|| self.inner.evaluate_text(&text, format)).map_err(|error| raised(py, &error))?;
        in_words(py, &self.inner, &evaluation)
    }

    /// Acts that are columns of codes already.
    fn evaluate_columns<'py>(&self, columns: &Bound<'py, PyDict>) -> Answer<'py> {
        let (py, mut given) = (columns.py(), GivenColumns::of(columns, &[])?);
        let acts = Acts::of(&mut given)?;
        given.finish()?;
        let evaluation = py.detach(|| self.inner.evaluate_columns(&acts.view())).map_err(|error| raised(py, &error))?;
        let answer = in_codes(py, &evaluation.outcomes, &evaluation.guarantees)?;
        answer.set_item("summary", summary(py, &self.inner, &evaluation)?)?;
        answer.set_item("invalid", write::value(py, &evaluation.invalid)?)?;
        Ok(answer.into_any())
    }

    /// What the covering guarantee pays for each of many acts in columns.
    #[pyo3(signature = (columns, options=Options::default(), **keywords))]
    fn reimburse_columns<'py>(
        &self,
        columns: &Bound<'py, PyDict>,
        options: Options,
        keywords: Option<&Bound<'_, PyDict>>,
    ) -> Answer<'py> {
        let (py, mut given) = (columns.py(), GivenColumns::of(columns, &[&AMOUNTS[..], &OTHERS].concat())?);
        let (acts, options) = (Acts::of(&mut given)?, options_of(options, keywords)?);
        let mut amounts: Vec<Vec<i64>> = vec![given.required(CHARGED)?];
        for name in AMOUNTS.iter().skip(1) {
            amounts.push(given.column(name)?);
        }
        let amount = |at: usize| amounts.get(at).map(Vec::as_slice).unwrap_or_default();
        let days = [given.column::<i32>("care_date")?, given.column("membership_start")?];
        let bytes = [given.column::<u8>("side")?, given.column("tooth")?];
        let words = [given.column::<u32>("unit")?, given.column("beneficiary")?, given.column("stay_id")?];
        given.finish()?;
        let ([care_date, membership_start], [side, tooth], [unit, beneficiary, stay_id]) = (&days, &bytes, &words);
        let columns = PricedColumns {
            acts: acts.view(),
            care_date,
            membership_start,
            side,
            tooth,
            unit,
            beneficiary,
            stay_id,
            ..PricedColumns::of_amounts(std::array::from_fn(amount))
        };
        let paid = py.detach(|| self.inner.reimburse_columns(&columns, options.as_ref()));
        let paid = paid.map_err(|error| raised(py, &error))?;
        let answer = in_codes(py, &paid.outcomes, &paid.guarantees)?;
        for (name, column) in [
            ("complementary", &paid.complementary),
            ("secu_paid", &paid.secu_paid),
            ("out_of_pocket", &paid.out_of_pocket),
        ] {
            answer.set_item(name, array(py, "q", column.iter().map(|cell| cell.to_ne_bytes()))?)?;
        }
        answer.set_item("general", paid.general)?;
        answer.set_item("invalid", write::value(py, &paid.invalid)?)?;
        Ok(answer.into_any())
    }

    /// The texts that have codes in columns.
    fn act_codes<'py>(&self, py: Python<'py>) -> Answer<'py> {
        let codes = write::value(py, &py.detach(|| self.inner.act_codes()))?;
        // What only the encoder of the npm package needs.
        for name in ["visible_teeth", "non_conventioned_establishments"] {
            codes.del_item(name)?;
        }
        Ok(codes)
    }
}

/// # Errors
/// `TypeError` for options of what is no table.
fn only_of_tables(options: Option<care_coverage::Json>) -> PyResult<()> {
    match options {
        None => Ok(()),
        Some(_) => Err(PyTypeError::new_err("acts that are no table have no options")),
    }
}

/// Rows that were handed in, each read within the bounds of a document.
///
/// # Errors
/// `wrong_type` for what is no list; what an iterator throws.
pub(crate) fn rows(given: &Bound<'_, PyAny>, expected: &str) -> PyResult<Vec<care_coverage::Json>> {
    let is_other =
        given.is_instance_of::<PyString>() || given.is_instance_of::<PyBytes>() || given.cast::<PyMapping>().is_ok();
    match given.try_iter() {
        Ok(rows) if !is_other => rows.map(|row| json(&row?)).collect(),
        _ => Err(unusable(given.py(), "wrong_type", expected, "")),
    }
}

/// # Errors
/// `wrong_type` for another format, or none.
pub(crate) fn format_of(py: Python<'_>, format: Option<&str>) -> PyResult<TextFormat> {
    match format {
        Some("csv") => Ok(TextFormat::Csv),
        Some("ndjson") => Ok(TextFormat::Ndjson),
        _ => Err(unusable(py, "wrong_type", "options: a text needs the format `csv` or `ndjson`", "/format")),
    }
}

/// An evaluation in words: a text is one object, however often it is there.
fn in_words<'py>(py: Python<'py>, coverage: &care_coverage::Coverage, evaluation: &Evaluation) -> Answer<'py> {
    let outcomes = OUTCOME_CODES.map(|code| PyString::intern(py, code).into_any());
    let names: Vec<_> = coverage.guarantee_names().iter().map(|name| PyString::new(py, name).into_any()).collect();
    let none = py.None().into_bound(py);
    let outcome = |code: &u8| outcomes.get(usize::from(*code)).unwrap_or(&none);
    let guarantee = |at: &i32| usize::try_from(*at).ok().and_then(|at| names.get(at)).unwrap_or(&none);
    let answer = PyDict::new(py);
    answer.set_item(intern!(py, "length"), evaluation.outcomes.len())?;
    answer.set_item(intern!(py, "outcomes"), PyList::new(py, evaluation.outcomes.iter().map(outcome))?)?;
    answer.set_item(intern!(py, "guarantees"), PyList::new(py, evaluation.guarantees.iter().map(guarantee))?)?;
    answer.set_item(intern!(py, "summary"), summary(py, coverage, evaluation)?)?;
    answer.set_item(intern!(py, "invalid"), write::value(py, &evaluation.invalid)?)?;
    Ok(answer.into_any())
}

fn in_codes<'py>(py: Python<'py>, outcomes: &[u8], guarantees: &[i32]) -> PyResult<Bound<'py, PyDict>> {
    let answer = PyDict::new(py);
    answer.set_item("length", outcomes.len())?;
    answer.set_item("outcomes", array(py, "B", outcomes.iter().map(|code| [*code]))?)?;
    answer.set_item("guarantees", array(py, "i", guarantees.iter().map(|at| at.to_ne_bytes()))?)?;
    Ok(answer)
}

fn summary<'py>(py: Python<'py>, coverage: &care_coverage::Coverage, evaluation: &Evaluation) -> Answer<'py> {
    let counted = evaluation.summary(coverage);
    let (by_outcome, by_guarantee, summary) = (PyDict::new(py), PyDict::new(py), PyDict::new(py));
    for (outcome, count) in counted.by_outcome {
        by_outcome.set_item(outcome, count)?;
    }
    for (guarantee, count) in counted.by_guarantee {
        by_guarantee.set_item(guarantee, count)?;
    }
    summary.set_item("by_outcome", by_outcome)?;
    summary.set_item("by_guarantee", by_guarantee)?;
    Ok(summary.into_any())
}
