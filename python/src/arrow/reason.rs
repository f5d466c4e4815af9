//! What is wrong with a table, or with rows of it?

use std::collections::BTreeMap;

use care_coverage::simulation::{InvalidReason, NotInOrder, RefusedPiece, RowMessage, Unreadable};
use pyo3::prelude::*;

use crate::write::{Problem, raised, refused};

/// Why a table cannot be used.
pub(crate) enum Refusal {
    /// What the engine says.
    Engine(care_coverage::Error),
    /// What is wrong with the table or the call.
    Problems(Vec<Problem>),
}

impl Refusal {
    pub(crate) fn new(code: &'static str, message: String, pointer: &str) -> Self {
        Refusal::Problems(vec![Problem { code, message, pointer: pointer.to_owned() }])
    }

    /// Of a column, by its name.
    pub(crate) fn of_column(code: &'static str, message: String, column: &str) -> Self {
        Self::new(code, message, &pointer(column))
    }

    /// The `CoverageError`.
    pub(crate) fn raised(self, py: Python<'_>) -> PyErr {
        match self {
            Refusal::Engine(error) => raised(py, &error),
            Refusal::Problems(problems) => refused(py, problems),
        }
    }
}

impl From<care_coverage::Error> for Refusal {
    fn from(error: care_coverage::Error) -> Self {
        Refusal::Engine(error)
    }
}

impl From<RefusedPiece> for Refusal {
    fn from(refused: RefusedPiece) -> Self {
        match refused {
            RefusedPiece::Unusable(error) => Refusal::Engine(error),
            RefusedPiece::NotInOrder(why) => Self::new("wrong_type", not_in_order(&why), "/unit"),
            _ => Self::new("wrong_type", "the rows are not in order".to_owned(), "/unit"),
        }
    }
}

fn not_in_order(why: &NotInOrder) -> String {
    format!("batches: {why}")
}

/// Of a name.
pub(crate) fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The first problem of each row.
#[derive(Default)]
pub(crate) struct Rows(BTreeMap<u32, Unreadable>);

impl Rows {
    pub(crate) fn report(&mut self, row: usize, reason: InvalidReason, message: String, column: &str) {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let says = RowMessage { message, ..RowMessage::default() };
        let column = Some(column.to_owned());
        self.0.entry(row).or_insert(Unreadable { row, reason, line: 0, says, column });
    }

    pub(crate) fn wrong(&mut self, row: usize, message: String, column: &str) {
        self.report(row, InvalidReason::WrongValue, message, column);
    }

    pub(crate) fn sorted(self) -> Vec<Unreadable> {
        self.0.into_values().collect()
    }
}
