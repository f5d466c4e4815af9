//! A piece of claims that was read: owned columns, which lend [`ClaimColumns`].

use crate::coverage::batch::codes::NO_AGE;
use crate::coverage::batch::columns::ActColumns;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::row::{NO_AMOUNT, NO_DATE};
use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, NO_WEIGHT, Names, Unreadable};
use crate::coverage::claims::dictionary::{LEFT_OUT, Texts};
use crate::coverage::facts::amounts::AMOUNTS;
use crate::coverage::facts::table::ActFact;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::small::listed::Listed;

/// The columns of texts, in their order; those of `by` come after them.
pub(crate) const CARE_TYPES: usize = 0;
pub(crate) const FACTS: usize = 1;
pub(crate) const ESTABLISHMENTS: usize = FACTS + ActFact::TEXTS.len();
pub(crate) const TEETH: usize = ESTABLISHMENTS + 1;
pub(crate) const PERSONS: usize = TEETH + 1;
pub(crate) const FAMILIES: usize = PERSONS + 1;
pub(crate) const BENEFICIARIES: usize = FAMILIES + 1;
pub(crate) const STAYS: usize = BENEFICIARIES + 1;
pub(crate) const OWN_TEXTS: usize = STAYS + 1;

/// Positions in the table of amounts.
pub(crate) const CHARGED: usize = 0;
pub(crate) const RATE: usize = 2;
pub(crate) const PATHWAY_RATE: usize = 3;
pub(crate) const QUANTITY: usize = 8;

/// A column that holds what each row says, up to the last row that says something.
#[derive(Debug)]
pub(crate) struct Column<T> {
    pub(crate) cells: Vec<T>,
    none: T,
}

impl<T: Copy> Column<T> {
    pub(crate) fn new(none: T) -> Self {
        Column { cells: Vec::new(), none }
    }

    #[inline(always)]
    pub(crate) fn put(&mut self, row: usize, cell: T) {
        if self.cells.len() != row {
            self.cells.resize(row, self.none);
        }
        self.cells.push(cell);
    }

    /// What the row says.
    pub(crate) fn get(&self, row: usize) -> T {
        self.cells.get(row).copied().unwrap_or(self.none)
    }

    pub(crate) fn set(&mut self, row: usize, cell: T) {
        self.cells.get_mut(row).into_iter().for_each(|slot| *slot = cell);
    }

    fn keep(&mut self, rows: &[u32]) {
        keep(&mut self.cells, rows);
    }

    fn finish(&mut self, rows: usize) {
        if !self.cells.is_empty() {
            self.cells.resize(rows, self.none);
        }
    }
}

/// Moves some cells, by their ascending positions, to the beginning of a column, and forgets all others.
fn keep<T: Copy>(cells: &mut Vec<T>, rows: &[u32]) {
    let mut kept = 0_usize;
    for row in rows {
        let cell = usize::try_from(*row).ok().and_then(|row| cells.get(row)).copied();
        if let Some((slot, cell)) = cells.get_mut(kept).zip(cell) {
            *slot = cell;
            kept = kept.saturating_add(1);
        }
    }
    cells.truncate(kept);
}

/// A piece of claims.
#[derive(Debug)]
pub struct ClaimTable {
    pub(crate) rows: usize,
    pub(crate) amounts: [Column<i64>; AMOUNTS],
    pub(crate) weight: Column<i64>,
    pub(crate) care_date: Column<i32>,
    pub(crate) membership_start: Column<i32>,
    pub(crate) age: Column<u8>,
    pub(crate) age_band: Column<u8>,
    pub(crate) side: Column<u8>,
    pub(crate) tooth: Column<u8>,
    pub(crate) booleans: [Column<u8>; ActFact::BOOLEANS.len()],
    pub(crate) texts: Vec<Texts>,
    pub(crate) unreadable: Vec<Unreadable>,
    /// What is said of each of them.
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) lines: Vec<u32>,
    /// How many line ends the piece has.
    pub(crate) line_ends: u32,
    pub(crate) are_aggregates: bool,
}

impl ClaimTable {
    pub(crate) fn new(by: usize, are_aggregates: bool) -> Self {
        ClaimTable {
            rows: 0,
            amounts: [(); AMOUNTS].map(|()| Column::new(NO_AMOUNT)),
            weight: Column::new(NO_WEIGHT),
            care_date: Column::new(NO_DATE),
            membership_start: Column::new(NO_DATE),
            age: Column::new(NO_AGE),
            age_band: Column::new(NO_BAND),
            side: Column::new(0),
            tooth: Column::new(0),
            booleans: ActFact::BOOLEANS.map(|_| Column::new(0)),
            texts: (0..OWN_TEXTS.saturating_add(by)).map(|_| Texts::default()).listed(),
            unreadable: Vec::new(),
            problems: Vec::new(),
            lines: Vec::new(),
            line_ends: 0,
            are_aggregates,
        }
    }

    /// Forgets all rows.
    pub(crate) fn clear(&mut self) {
        self.rows = 0;
        self.longs(&mut |column| column.cells.clear());
        self.days(&mut |column| column.cells.clear());
        self.bytes(&mut |column| column.cells.clear());
        self.texts.iter_mut().for_each(Texts::clear);
        self.unreadable.clear();
        self.problems.clear();
        self.lines.clear();
    }

    /// Forgets all rows but these, which are ascending and could be read.
    pub(crate) fn keep(&mut self, rows: &[u32]) {
        self.longs(&mut |column| column.keep(rows));
        self.days(&mut |column| column.keep(rows));
        self.bytes(&mut |column| column.keep(rows));
        self.texts.iter_mut().for_each(|texts| keep(&mut texts.codes, rows));
        keep(&mut self.lines, rows);
        self.unreadable.clear();
        self.problems.clear();
        self.rows = rows.len();
    }

    /// Makes the columns as long as there are rows.
    pub(crate) fn finish(&mut self) {
        let rows = self.rows;
        if let Some(charged) = self.amounts.first_mut() {
            charged.cells.resize(rows, NO_AMOUNT);
        }
        if let Some(care_types) = self.texts.first_mut() {
            care_types.codes.resize(rows, LEFT_OUT);
        }
        self.longs(&mut |column| column.finish(rows));
        self.days(&mut |column| column.finish(rows));
        self.bytes(&mut |column| column.finish(rows));
        for texts in self.texts.iter_mut().filter(|texts| !texts.codes.is_empty()) {
            texts.codes.resize(rows, LEFT_OUT);
        }
    }

    /// Takes back what the row that is being read has said.
    pub(crate) fn forget_row(&mut self) {
        let rows = self.rows;
        self.longs(&mut |column| column.cells.truncate(rows));
        self.days(&mut |column| column.cells.truncate(rows));
        self.bytes(&mut |column| column.cells.truncate(rows));
        self.texts.iter_mut().for_each(|texts| texts.codes.truncate(rows));
    }

    fn longs(&mut self, each: &mut dyn FnMut(&mut Column<i64>)) {
        self.amounts.iter_mut().for_each(&mut *each);
        each(&mut self.weight);
    }

    fn days(&mut self, each: &mut dyn FnMut(&mut Column<i32>)) {
        each(&mut self.care_date);
        each(&mut self.membership_start);
    }

    fn bytes(&mut self, each: &mut dyn FnMut(&mut Column<u8>)) {
        [&mut self.age, &mut self.age_band, &mut self.side, &mut self.tooth].into_iter().for_each(&mut *each);
        self.booleans.iter_mut().for_each(each);
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many line ends they have in their text.
    #[must_use]
    pub fn line_ends(&self) -> u32 {
        self.line_ends
    }

    /// The texts of all columns, for [`ClaimTable::columns`].
    #[must_use]
    pub fn names(&self) -> TableNames<'_> {
        TableNames { names: self.texts.iter().map(Texts::names).listed() }
    }

    /// The columns of `by`.
    #[must_use]
    pub fn by<'c>(&'c self, names: &'c TableNames<'c>) -> Vec<Names<'c>> {
        self.texts.iter().zip(&names.names).skip(OWN_TEXTS).map(|(texts, names)| texts.lend(Some(names))).listed()
    }

    /// The columns; `by` is what [`ClaimTable::by`] says.
    #[must_use]
    pub fn columns<'c>(&'c self, names: &'c TableNames<'c>, by: &'c [Names<'c>]) -> ClaimColumns<'c> {
        let text = |position: usize| {
            self.texts.get(position).map(|texts| texts.lend(names.names.get(position))).unwrap_or_default()
        };
        let mut facts = [Names::default(); ActFact::TEXTS.len()];
        facts.iter_mut().zip(FACTS..).for_each(|(names, position)| *names = text(position));
        ClaimColumns {
            acts: PricedColumns {
                acts: ActColumns {
                    member_age: &self.age.cells,
                    booleans: self.booleans.each_ref().map(|column| column.cells.as_slice()),
                    ..ActColumns::default()
                },
                care_date: &self.care_date.cells,
                membership_start: &self.membership_start.cells,
                side: &self.side.cells,
                tooth: &self.tooth.cells,
                ..PricedColumns::of_amounts(self.amounts.each_ref().map(|column| column.cells.as_slice()))
            },
            care_type: text(CARE_TYPES),
            texts: facts,
            establishment: text(ESTABLISHMENTS),
            teeth: text(TEETH),
            person: text(PERSONS),
            family: text(FAMILIES),
            beneficiary: text(BENEFICIARIES),
            stay_id: text(STAYS),
            weight: &self.weight.cells,
            age_band: &self.age_band.cells,
            by,
            unreadable: &self.unreadable,
            lines: &self.lines,
            are_aggregates: self.are_aggregates,
        }
    }
}

/// The texts of all columns of a table.
#[derive(Debug)]
pub struct TableNames<'c> {
    names: Vec<Vec<&'c str>>,
}
