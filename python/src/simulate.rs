//! Several coverages: one act after the other, and what claims would have cost.

use std::sync::Arc;

use care_coverage::simulation::{
    ClaimColumns, ClaimReader, ClaimTable, PersonAct, PersonChanges, RowAmounts, RowsAgain, SideAmounts, Simulation,
    SimulationPart,
};
use care_coverage::{Error, Json};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use crate::arrow::questions;
use crate::arrow::table::{batches_of, is_in_memory, is_table};
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
    let (simulation, acts) = if is_table(claims) {
        let (batches, is_kept) = (batches_of(claims)?, is_in_memory(claims));
        let answer = py.detach(|| questions::simulate(&current, draft.as_deref(), batches, options.as_ref(), is_kept));
        answer.map_err(|refusal| refusal.raised(py))?
    } else {
        let claims = Claims::of(claims, options.as_ref())?;
        let answer = py.detach(|| answer(&current, draft.as_deref(), &claims, options.as_ref()));
        answer.map_err(|error| write::raised(py, &error))?
    };
    let answer = write::value(py, &simulation)?;
    answer.set_item("amounts", simulation.amounts.as_ref().map(|amounts| row_amounts(py, amounts)).transpose()?)?;
    let persons = answer.get_item("persons")?;
    if !persons.is_none() {
        let mut acts = acts.map(Vec::into_iter);
        for changes in ["gains", "losses"] {
            for change in persons.get_item(changes)?.try_iter()? {
                let acts = acts.as_mut().and_then(Iterator::next);
                change?.set_item("acts", acts.map(|acts| write::value(py, &acts)).transpose()?)?;
            }
        }
    }
    Ok(answer)
}

/// The acts of each person whose change is named, if the claims can be read again.
pub(crate) type Acts = Option<Vec<Vec<PersonAct>>>;

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

    /// Reads all claims with a reader.
    fn push(&self, reader: &mut ClaimReader, part: &mut SimulationPart<'_>) -> Result<(), Error> {
        let mut push = |piece, table: &ClaimTable| lend(table, |claims| part.push(piece, claims).map(drop));
        match self {
            Claims::Text(text) => push(0, reader.read(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text))?),
            Claims::Distributions(distributions) => push(0, &ClaimTable::of_distributions(distributions)?),
            Claims::Rows(rows) => {
                (0..).zip(rows.chunks(PIECE)).try_for_each(|(piece, rows)| push(piece, reader.read_values(rows)))
            }
        }
    }

    /// Those of the persons whose change is named. A text was read as one piece, which the reader still has.
    fn push_again(
        &self,
        persons: &PersonChanges,
        reader: &mut ClaimReader,
        again: &mut RowsAgain<'_>,
    ) -> Result<(), Error> {
        let rows = persons.rows();
        let table = match self {
            Claims::Text(_) => {
                let rows: Vec<u32> = rows.into_iter().filter_map(|row| u32::try_from(row).ok()).collect();
                reader.keep(&rows);
                reader.table()
            }
            Claims::Distributions(distributions) => &ClaimTable::of_distributions(distributions)?,
            Claims::Rows(given) => {
                let row = |row: u64| usize::try_from(row).ok().and_then(|row| given.get(row)).cloned();
                reader.read_values(&rows.into_iter().filter_map(row).collect::<Vec<_>>())
            }
        };
        lend(table, |claims| again.push(0, claims))
    }
}

fn lend<T>(table: &ClaimTable, take: impl FnOnce(&ClaimColumns<'_>) -> T) -> T {
    let names = table.names();
    let by = table.by(&names);
    take(&table.columns(&names, &by))
}

fn answer(
    current: &[Shared],
    draft: Option<&[Shared]>,
    claims: &Claims,
    options: Option<&Json>,
) -> Result<(Simulation, Acts), Error> {
    let current: Vec<&care_coverage::Coverage> = current.iter().map(Arc::as_ref).collect();
    let draft: Option<Vec<&care_coverage::Coverage>> = draft.map(|draft| draft.iter().map(Arc::as_ref).collect());
    let mut part = SimulationPart::new(&current, draft.as_deref(), options)?;
    let mut reader = part.reader();
    claims.push(&mut reader, &mut part)?;
    let simulation = finished(&part)?;
    let (Some(persons), Some(draft)) = (&simulation.persons, &draft) else { return Ok((simulation, None)) };
    let mut again = RowsAgain::new(&current, draft, options)?;
    claims.push_again(persons, &mut reader, &mut again)?;
    let acts = again.acts(persons)?;
    Ok((simulation, acts))
}

/// The answer of a part that has read everything.
pub(crate) fn finished(part: &SimulationPart<'_>) -> Result<Simulation, Error> {
    let settled = part.settle(&[&part.state(0, 1)])?;
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
