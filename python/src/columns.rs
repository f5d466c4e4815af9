//! Columns of integers: what Python calls buffers (`array.array`, NumPy), or lists of integers. Answers are `array.array`s.

use care_coverage::ActFact;
use care_coverage::batch::ActColumns;
use pyo3::buffer::{Element, PyBuffer};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::imported::ARRAY;
use crate::write::{Answer, Problem, refused};

const CARE_TYPE: &str = "care_type";
const MEMBER_AGE: &str = "member_age";

/// An integer of a column.
pub(crate) trait Cell: Element + for<'a, 'py> FromPyObject<'a, 'py> {
    /// In place of `None`.
    const ABSENT: Self;
}

impl Cell for u8 {
    const ABSENT: u8 = 0;
}

impl Cell for u32 {
    const ABSENT: u32 = 0;
}

impl Cell for i32 {
    const ABSENT: i32 = i32::MIN;
}

impl Cell for i64 {
    const ABSENT: i64 = i64::MIN;
}

/// The columns of a call, and what is wrong with them.
pub(crate) struct Given<'a, 'py> {
    columns: &'a Bound<'py, PyDict>,
    problems: Vec<Problem>,
    /// How many care types there are, once they are read.
    acts: Option<usize>,
}

impl<'a, 'py> Given<'a, 'py> {
    /// `others` are the columns that may be there besides care types, ages and facts.
    ///
    /// # Errors
    /// Of a name that is no string.
    pub(crate) fn of(columns: &'a Bound<'py, PyDict>, others: &[&str]) -> PyResult<Self> {
        let mut problems = Vec::new();
        for (name, _) in columns {
            let name: String = name.extract()?;
            let is_fact = ActFact::ALL.iter().any(|fact| fact.name() == name);
            if !is_fact && ![CARE_TYPE, MEMBER_AGE].contains(&&*name) && !others.contains(&&*name) {
                let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
                problems.push(Problem {
                    code: "unknown_field",
                    message: format!("there is no column {name:?}"),
                    pointer,
                });
            }
        }
        Ok(Given { columns, problems, acts: None })
    }

    /// A column that must be there.
    ///
    /// # Errors
    /// Of memory.
    pub(crate) fn required<T: Cell>(&mut self, name: &str) -> PyResult<Vec<T>> {
        let given = self.columns.get_item(name)?.filter(|column| !column.is_none());
        if given.is_none() {
            let message = format!("`{name}` is missing");
            self.problems.push(Problem { code: "missing_field", message, pointer: String::new() });
        }
        self.column(name)
    }

    /// A column, which is empty where it is left out.
    ///
    /// # Errors
    /// Of memory.
    pub(crate) fn column<T: Cell>(&mut self, name: &str) -> PyResult<Vec<T>> {
        let Some(column) = self.columns.get_item(name)?.filter(|column| !column.is_none()) else {
            return Ok(Vec::new());
        };
        let Ok(cells) = cells::<T>(&column) else {
            let size = size_of::<T>().saturating_mul(8);
            self.wrong(name, format!("expected a column of integers of {size} bits"));
            return Ok(Vec::new());
        };
        match self.acts {
            _ if name == CARE_TYPE => self.acts = Some(cells.len()),
            Some(acts) if acts != cells.len() => {
                let length = cells.len();
                self.wrong(name, format!("expected {acts} entries, as many as there are care types, got {length}"));
            }
            _ => {}
        }
        Ok(cells)
    }

    fn wrong(&mut self, name: &str, message: String) {
        self.problems.push(Problem { code: "wrong_type", message, pointer: format!("/{name}") });
    }

    /// # Errors
    /// `unknown_field` for a name that is none of these, `missing_field` for a column that must be there, `wrong_type` for one that is no
    /// column of such integers, or of another length than the care types.
    pub(crate) fn finish(self) -> PyResult<()> {
        if self.problems.is_empty() { Ok(()) } else { Err(refused(self.columns.py(), self.problems)) }
    }
}

fn cells<T: Cell>(column: &Bound<'_, PyAny>) -> PyResult<Vec<T>> {
    if let Ok(buffer) = PyBuffer::<T>::get(column) {
        return buffer.to_vec(column.py());
    }
    let cell = |cell: PyResult<Bound<'_, PyAny>>| {
        let cell: Option<T> = cell?.extract().map_err(Into::into)?;
        Ok(cell.unwrap_or(T::ABSENT))
    };
    column.try_iter()?.map(cell).collect()
}

/// The columns of care types, ages and facts.
pub(crate) struct Acts {
    care_type: Vec<u32>,
    member_age: Vec<u8>,
    booleans: Vec<Vec<u8>>,
    texts: Vec<Vec<u32>>,
}

impl Acts {
    /// # Errors
    /// Of memory.
    pub(crate) fn of(given: &mut Given<'_, '_>) -> PyResult<Self> {
        Ok(Acts {
            care_type: given.required(CARE_TYPE)?,
            member_age: given.column(MEMBER_AGE)?,
            booleans: ActFact::BOOLEANS.iter().map(|fact| given.column(fact.name())).collect::<PyResult<_>>()?,
            texts: ActFact::TEXTS.iter().map(|fact| given.column(fact.name())).collect::<PyResult<_>>()?,
        })
    }

    pub(crate) fn view(&self) -> ActColumns<'_> {
        ActColumns {
            care_type: &self.care_type,
            member_age: &self.member_age,
            booleans: std::array::from_fn(|at| self.booleans.get(at).map(Vec::as_slice).unwrap_or_default()),
            texts: std::array::from_fn(|at| self.texts.get(at).map(Vec::as_slice).unwrap_or_default()),
        }
    }
}

/// An `array.array`.
///
/// # Errors
/// Of memory.
pub(crate) fn array<'py, const N: usize>(
    py: Python<'py>,
    kind: &str,
    cells: impl Iterator<Item = [u8; N]>,
) -> Answer<'py> {
    let bytes: Vec<u8> = cells.flatten().collect();
    ARRAY.get(py)?.call1((kind, PyBytes::new(py, &bytes)))
}
