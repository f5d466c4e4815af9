//! What have earlier rows of a unit used of limits? Persons, places and stays are numbers.
//!
//! ```text
//! a use is found by   key of the limit, person (0: the family), side or tooth, stay, first day of the period
//! ```
//! The same as [`counters`](crate::coverage::reimburse::counters), which nobody sees here, so that no text is made of a person.

use crate::coverage::bulk::row::RowCodes;
use crate::coverage::reimburse::counters::Span;
use crate::coverage::reimburse::limits::{Counted, Ledger};
use crate::coverage::reimburse::rolling::{Entries, Period};
use crate::coverage::reimburse::usage::Use;
use crate::coverage::rule::model::{self, Limit, Scope};
use crate::ground::small::intern::Interner;

/// Nothing was used before, and nothing is kept: of an act alone.
pub(crate) struct NoLedger;

impl Ledger for NoLedger {
    fn used(&mut self, _: &Limit, _: &Counted<'_>) -> Use {
        Use::default()
    }

    fn add(&mut self, _: &Limit, _: &Counted<'_>, _: Use) {}
}

/// What the rows of one unit used.
#[derive(Default)]
pub(crate) struct UnitLedger {
    /// The row that is counted.
    pub(crate) row: RowCodes,
    places: Interner,
    /// By place.
    used: Vec<Kept>,
    /// Of the place that is looked for.
    key: Vec<u8>,
}

/// What was used of a limit.
enum Kept {
    Sum(Use),
    Rolling(Box<Entries>),
}

impl UnitLedger {
    /// Another unit begins.
    pub(crate) fn clear(&mut self) {
        if !self.used.is_empty() {
            self.places.clear();
            self.used.clear();
        }
    }

    /// Writes where a limit is counted for the row; none for the limit of one act.
    fn find(&mut self, limit: &Limit, act: &Counted<'_>) -> Option<Span> {
        let span = act.span(limit)?;
        let RowCodes { beneficiary, stay, side, tooth, .. } = self.row;
        // 0 is whoever the unit is, and the family is nobody.
        let person = if limit.scope == Scope::Family { u64::MAX } else { u64::from(beneficiary) };
        let part = match limit.scope {
            Scope::Beneficiary | Scope::Family => 0,
            Scope::Eye | Scope::Ear => side,
            Scope::Tooth => tooth,
        };
        let stay = if limit.period == model::Period::Stay { stay } else { 0 };
        let start = match span {
            Span::Since(Some(start)) => start.day(),
            Span::Since(None) | Span::Rolling(_) => 0,
        };
        self.key.clear();
        self.key.extend_from_slice(&person.to_le_bytes());
        self.key.push(part);
        self.key.extend_from_slice(&stay.to_le_bytes());
        self.key.extend_from_slice(&start.to_le_bytes());
        self.key.extend_from_slice(limit.key.as_bytes());
        Some(span)
    }
}

impl Ledger for UnitLedger {
    fn used(&mut self, limit: &Limit, act: &Counted<'_>) -> Use {
        let Some(span) = self.find(limit, act) else { return Use::default() };
        let kept = self.places.find(&self.key).and_then(|place| self.used.get(place));
        match (kept, span) {
            (None, _) => Use::default(),
            (Some(Kept::Sum(used)), _) => *used,
            (Some(Kept::Rolling(entries)), Span::Rolling(period)) => entries.used(period),
            (Some(Kept::Rolling(entries)), Span::Since(_)) => entries.total(),
        }
    }

    fn add(&mut self, limit: &Limit, act: &Counted<'_>, used: Use) {
        let Some(span) = self.find(limit, act) else { return };
        let place = self.places.insert(&self.key);
        match (self.used.get_mut(place), span) {
            (Some(Kept::Sum(before)), _) => *before = before.plus(used),
            (Some(Kept::Rolling(entries)), Span::Rolling(period)) => entries.add(period, used),
            (Some(Kept::Rolling(_)), Span::Since(_)) => {}
            (None, Span::Since(_)) => self.used.push(Kept::Sum(Use::default().plus(used))),
            (None, Span::Rolling(period)) => self.used.push(Kept::Rolling(first(period, used))),
        }
    }
}

fn first(period: Period, used: Use) -> Box<Entries> {
    let mut entries = Box::<Entries>::default();
    entries.add(period, used);
    entries
}
