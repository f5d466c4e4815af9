//! What is wrong with a table, or with rows of it?

use std::collections::BTreeMap;

use care_coverage::Json;
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
    pub(crate) fn report(&mut self, row: usize, reason: InvalidReason, says: RowMessage, column: &str) {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let column = Some(column.to_owned());
        self.0.entry(row).or_insert(Unreadable { row, reason, line: 0, says, column });
    }

    pub(crate) fn wrong(&mut self, row: usize, says: RowMessage, column: &str) {
        self.report(row, InvalidReason::WrongValue, says, column);
    }

    pub(crate) fn sorted(self) -> Vec<Unreadable> {
        self.0.into_values().collect()
    }
}

// The sentences that the npm package has for rows of files, too: `OF_THE_PACKAGE` in src/ground/diagnostics/sentences.rs of the engine.

pub(crate) fn below_zero(value: String) -> RowMessage {
    says("below_zero", format!("{value} is below 0"), value, None)
}

pub(crate) fn no_amount(value: String) -> RowMessage {
    let message = format!("{value} is no amount: expected at most 11 digits before the point and 4 after it");
    says("no_amount", message, value, None)
}

pub(crate) fn no_day(value: String) -> RowMessage {
    says("no_day", format!("{value} is no day: it has a time of day"), value, None)
}

pub(crate) fn no_side(value: String) -> RowMessage {
    says("no_side", format!("`{value}` is no side: expected `left` or `right`"), value, None)
}

pub(crate) fn no_whole(value: String, most: u8) -> RowMessage {
    says("no_whole", format!("{value} is out of range: expected a whole number from 0 to {most}"), value, Some(most))
}

pub(crate) fn not_in_table(value: String) -> RowMessage {
    says("not_in_table", format!("the table of values has no `{value}`"), value, None)
}

fn says(variant: &str, message: String, value: String, most: Option<u8>) -> RowMessage {
    let mut params = vec![("value".to_owned(), Json::String(value))];
    params.extend(most.map(|most| ("most".to_owned(), Json::from(most))));
    RowMessage { message, code: None, variant: variant.to_owned(), params: Json::Object(params) }
}
