//! Columns of integers: what Python calls buffers (`array.array`, NumPy), or lists of integers. Answers are `array.array`s.

use care_coverage::ActFact;
use care_coverage::batch::ActColumns;
use pyo3::buffer::{Element, PyBuffer};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::imported::ARRAY;
use crate::write::{Answer, unusable};

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

/// The columns of a call.
pub(crate) struct Given<'a, 'py>(&'a Bound<'py, PyDict>);

impl<'a, 'py> Given<'a, 'py> {
    /// # Errors
    /// `unknown_field` for a name that is none of these, `missing_field` without care types.
    pub(crate) fn of(columns: &'a Bound<'py, PyDict>, others: &[&str]) -> PyResult<Self> {
        let py = columns.py();
        for (name, _) in columns {
            let name: String = name.extract()?;
            let is_fact = ActFact::ALL.iter().any(|fact| fact.name() == name);
            if !is_fact && !["care_type", "member_age"].contains(&&*name) && !others.contains(&&*name) {
                return Err(unusable(
                    py,
                    "unknown_field",
                    &format!("there is no column `{name}`"),
                    &format!("/{name}"),
                ));
            }
        }
        if !columns.contains("care_type")? {
            return Err(unusable(py, "missing_field", "`care_type` is missing", ""));
        }
        Ok(Given(columns))
    }

    /// A column, which is empty where it is left out.
    ///
    /// # Errors
    /// `wrong_type` for what is no column of such integers.
    pub(crate) fn column<T: Cell>(&self, name: &str) -> PyResult<Vec<T>> {
        let Some(column) = self.0.get_item(name)?.filter(|column| !column.is_none()) else { return Ok(Vec::new()) };
        if let Ok(buffer) = PyBuffer::<T>::get(&column) {
            return buffer.to_vec(column.py());
        }
        let cell = |cell: PyResult<Bound<'py, PyAny>>| -> PyResult<T> {
            cell?.extract::<Option<T>>().map_err(Into::into).map(|cell| cell.unwrap_or(T::ABSENT))
        };
        let cells: PyResult<Vec<T>> = column.try_iter().and_then(|cells| cells.map(cell).collect());
        let size = size_of::<T>().saturating_mul(8);
        let wrong = format!("expected a column of integers of {size} bits");
        cells.map_err(|_| unusable(column.py(), "wrong_type", &wrong, &format!("/{name}")))
    }
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
    /// Those of [`Given::column`].
    pub(crate) fn of(given: &Given<'_, '_>) -> PyResult<Self> {
        Ok(Acts {
            care_type: given.column("care_type")?,
            member_age: given.column("member_age")?,
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
