//! Several coverages: one act after the other, and what claims would have cost.

use std::sync::Arc;

use care_coverage::simulation::{ClaimReader, ClaimTable, RowAmounts, SideAmounts, Simulation, SimulationPart};
use care_coverage::{Error, Json};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use crate::arrow::questions;
use crate::arrow::table::{batches_of, is_table};
use crate::batch::{format_of, rows};
use crate::columns::array;
use crate::coverage::Coverage;
use crate::options::{Options, options_of};
use crate::read::{Given, json};
use crate::text::Text;
use crate::write::{self, Answer, unusable};

type Shared = Arc<care_coverage::Coverage>;

/// Rows that are read together.
const PIECE: usize = 65_536;

/// What several coverages pay for one act, one after the other: a base and its options.
#[pyfunction]
#[pyo3(signature = (coverages, act, counters=None, options=Options::default(), **keywords))]
pub(crate) fn reimburse_stack<'py>(
    py: Python<'py>,
    coverages: &Bound<'py, PyAny>,
    act: Given,
    counters: Option<Given>,
    options: Options,
    keywords: Option<&Bound<'_, PyDict>>,
) -> Answer<'py> {
    let coverages = listed(coverages)?;
    let coverages: Vec<&care_coverage::Coverage> = coverages.iter().map(Arc::as_ref).collect();
    let (counters, options) = (counters.map(|Given(json)| json), options_of(options, keywords)?);
    write::result(py, care_coverage::reimburse_stack(&coverages, &act.0, counters.as_ref(), options.as_ref()))
}

/// What claims would have cost under `current`, and under `draft`, which is to replace it.
#[pyfunction]
#[pyo3(signature = (current, draft, claims, options=Options::default(), **keywords))]
pub(crate) fn simulate<'py>(
    current: &Bound<'py, PyAny>,
    draft: &Bound<'py, PyAny>,
    claims: &Bound<'py, PyAny>,
    options: Options,
    keywords: Option<&Bound<'_, PyDict>>,
) -> Answer<'py> {
    let (py, options) = (claims.py(), options_of(options, keywords)?);
    let current = side(current)?;
    let draft = if draft.is_none() { None } else { Some(side(draft)?) };
    if is_table(claims) {
        let batches = batches_of(claims)?;
        let answer = py.detach(|| questions::simulate(&current, draft.as_deref(), batches, options.as_ref()));
        return write::value(py, &answer.map_err(|refusal| refusal.raised(py))?);
    }
    let claims = Claims::of(claims, options.as_ref())?;
    let simulation = py.detach(|| answer(&current, draft.as_deref(), &claims, options.as_ref()));
    let simulation = simulation.map_err(|error| write::raised(py, &error))?;
    let answer = write::value(py, &simulation)?;
    answer.set_item("amounts", simulation.amounts.as_ref().map(|amounts| row_amounts(py, amounts)).transpose()?)?;
    // Claims are not read again: whose rows have which numbers is said.
    let persons = answer.get_item("persons")?;
    if !persons.is_none() {
        for change in ["gains", "losses"] {
            persons.get_item(change)?.try_iter()?.try_for_each(|change| change?.set_item("acts", py.None()))?;
        }
    }
    Ok(answer)
}

/// What is paid for each row, as `array.array`s.
fn row_amounts<'py>(py: Python<'py>, amounts: &RowAmounts) -> Answer<'py> {
    let units = |column: &[i64]| array(py, "q", column.iter().map(|cell| cell.to_ne_bytes()));
    let of_side = |side: &SideAmounts| -> Answer<'py> {
        let columns = PyDict::new(py);
        columns.set_item("outcomes", array(py, "B", side.outcomes.iter().map(|cell| cell.to_ne_bytes()))?)?;
        columns.set_item("guarantees", array(py, "i", side.guarantees.iter().map(|cell| cell.to_ne_bytes()))?)?;
        columns.set_item("complementary", units(&side.complementary)?)?;
        Ok(columns.into_any())
    };
    let columns = PyDict::new(py);
    columns.set_item("charged", units(&amounts.charged)?)?;
    columns.set_item("secu_paid", units(&amounts.secu_paid)?)?;
    columns.set_item("current", of_side(&amounts.current)?)?;
    columns.set_item("draft", amounts.draft.as_ref().map(of_side).transpose()?)?;
    Ok(columns.into_any())
}

/// Claims that are in memory.
enum Claims {
    Rows(Vec<Json>),
    Text(Vec<u8>),
    Distributions(Json),
}

impl Claims {
    fn of(given: &Bound<'_, PyAny>, options: Option<&Json>) -> PyResult<Self> {
        let py = given.py();
        let format = match options {
            Some(Json::Object(fields)) => fields.iter().find(|(name, _)| name == "format").map(|(_, format)| format),
            _ => None,
        };
        if given.is_instance_of::<PyString>() || given.is_instance_of::<PyBytes>() {
            format_of(
                py,
                match format {
                    Some(Json::String(format)) => Some(format),
                    _ => None,
                },
            )?;
            return Ok(Claims::Text(Text::of(given, "claims: ")?.into_bytes()));
        }
        if format.is_some() {
            let message = "claims: expected a string or bytes, because there is a format";
            return Err(unusable(py, "wrong_type", message, ""));
        }
        if let Ok(distributions) = given.cast::<PyDict>() {
            return Ok(Claims::Distributions(json(distributions)?));
        }
        Ok(Claims::Rows(rows(given, "claims: expected a list of rows, a text with a format, or distributions")?))
    }

    fn push(&self, part: &mut SimulationPart<'_>) -> Result<(), Error> {
        let mut reader: ClaimReader = part.reader();
        match self {
            Claims::Text(text) => {
                let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
                push(part, 0, reader.read(text)?)
            }
            Claims::Distributions(distributions) => push(part, 0, &ClaimTable::of_distributions(distributions)?),
            Claims::Rows(rows) => {
                (0..).zip(rows.chunks(PIECE)).try_for_each(|(piece, rows)| push(part, piece, reader.read_values(rows)))
            }
        }
    }
}

fn push(part: &mut SimulationPart<'_>, piece: u32, table: &ClaimTable) -> Result<(), Error> {
    let names = table.names();
    let by = table.by(&names);
    part.push(piece, &table.columns(&names, &by)).map(drop)
}

fn answer(
    current: &[Shared],
    draft: Option<&[Shared]>,
    claims: &Claims,
    options: Option<&Json>,
) -> Result<Simulation, Error> {
    let current: Vec<&care_coverage::Coverage> = current.iter().map(Arc::as_ref).collect();
    let draft: Option<Vec<&care_coverage::Coverage>> = draft.map(|draft| draft.iter().map(Arc::as_ref).collect());
    let mut part = SimulationPart::new(&current, draft.as_deref(), options)?;
    claims.push(&mut part)?;
    let states = part.finish(1);
    let states: Vec<&[u8]> = states.iter().map(Vec::as_slice).collect();
    let settled = part.settle(&states)?;
    part.answer(&[&settled])
}

/// A coverage, or several in the order in which they pay.
fn side(given: &Bound<'_, PyAny>) -> PyResult<Vec<Shared>> {
    match given.cast::<Coverage>() {
        Ok(coverage) => Ok(vec![Arc::clone(&coverage.get().inner)]),
        Err(_) => listed(given),
    }
}

fn listed(given: &Bound<'_, PyAny>) -> PyResult<Vec<Shared>> {
    let one = |coverage: PyResult<Bound<'_, PyAny>>| Ok(Arc::clone(&coverage?.cast::<Coverage>()?.get().inner));
    given.try_iter()?.map(one).collect()
}
