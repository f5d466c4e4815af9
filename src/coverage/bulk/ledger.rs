//! What have earlier rows of a unit used of limits? Persons, places and stays are numbers.
//!
//! ```text
//! a use is found by   key of the limit, person or family, side or tooth, stay, first day of the period
//! ```
//! The same as [`counters`](crate::coverage::reimburse::counters), which nobody sees here, so that no text is made of a person.

use crate::coverage::bulk::row::RowCodes;
use crate::coverage::reimburse::counters::Span;
use crate::coverage::reimburse::limits::{Counted, Ledger};
use crate::coverage::reimburse::rolling::{Entries, Period};
use crate::coverage::reimburse::usage::Use;
use crate::coverage::rule::model::{self, Limit, Scope};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::intern::Interner;

/// Where a use of a limit is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The number of the limit's key.
    pub(crate) key: usize,
    pub(crate) person: u64,
    /// A side or a tooth.
    pub(crate) part: u8,
    pub(crate) stay: u32,
    /// The first day of the period; 0 where it has none.
    pub(crate) start: i32,
}

impl Place {
    /// In place of a person, who has 32 bits: 0 is whoever the unit is.
    pub(crate) const FAMILY: u64 = u64::MAX;
}

/// Up to so many places are compared one by one.
const FEW: usize = 12;

/// What the rows of one unit used.
pub(crate) struct UnitLedger {
    /// The row that is counted by its limits.
    pub(crate) row: RowCodes,
    /// By key of a limit: its number.
    keys: Interner,
    unit: u32,
    used: Vec<(Place, Kept)>,
    /// The places in the same order, where there are more than [`FEW`].
    places: Interner,
    /// The civil year that was asked last: its first day, and that of the next one.
    year: (i32, i32),
}

/// What was used of a limit.
enum Kept {
    Sum(Use),
    Rolling(Box<Entries>),
}

impl UnitLedger {
    /// Nothing was used.
    pub(crate) fn new(keys: Interner) -> Self {
        let (used, places) = (Vec::new(), Interner::default());
        UnitLedger { row: RowCodes::default(), keys, unit: 0, used, places, year: (0, 0) }
    }

    /// A row of a unit comes. One without a unit, which is 0, is alone.
    #[inline(always)]
    pub(crate) fn enter(&mut self, unit: u32) {
        if unit == 0 || unit != self.unit {
            self.unit = unit;
            if self.used.len() > FEW {
                self.places.clear();
            }
            self.used.clear();
        }
    }

    /// The first day of the civil year of a day.
    #[inline(always)]
    pub(crate) fn year_start(&mut self, day: i32) -> Option<i32> {
        let (start, next) = self.year;
        if start <= day && day < next { Some(start) } else { self.other_year(day) }
    }

    #[cold]
    #[inline(never)]
    fn other_year(&mut self, day: i32) -> Option<i32> {
        let start = CalendarDate::of_day(day)?.year_start();
        let end = start.plus_months(12).map_or(i32::MAX, CalendarDate::day);
        self.year = (start.day(), end);
        Some(start.day())
    }

    /// The number of a limit's key.
    pub(crate) fn key(&self, limit: &Limit) -> Option<usize> {
        self.keys.find(limit.key.as_bytes())
    }

    /// The numbers of all keys.
    pub(crate) fn numbers(&self) -> &Interner {
        &self.keys
    }

    /// The keys, by number.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        (0..).map_while(|number| std::str::from_utf8(self.keys.key(number)?).ok())
    }

    #[inline(always)]
    pub(crate) fn position(&self, place: &Place) -> Option<usize> {
        if self.used.len() > FEW {
            return self.places.find(&bytes(place));
        }
        self.used.iter().position(|(known, _)| known == place)
    }

    /// What was used in all of a limit that does not roll.
    #[inline(always)]
    pub(crate) fn sum(&self, position: usize) -> Option<Use> {
        match self.used.get(position)? {
            (_, Kept::Sum(used)) => Some(*used),
            (_, Kept::Rolling(_)) => None,
        }
    }

    /// Uses more of a limit that does not roll.
    #[inline(always)]
    pub(crate) fn use_more(&mut self, position: Option<usize>, place: Place, used: Use) {
        match position.and_then(|position| self.used.get_mut(position)) {
            Some((_, Kept::Sum(before))) => *before = before.plus(used),
            Some((_, Kept::Rolling(_))) => {}
            None => self.push(place, Kept::Sum(Use::default().plus(used))),
        }
    }

    #[inline(never)]
    fn push(&mut self, place: Place, kept: Kept) {
        self.used.push((place, kept));
        let known = self.places.len();
        if self.used.len() > FEW {
            self.used.iter().skip(known).for_each(|(place, _)| {
                self.places.insert(&bytes(place));
            });
        }
    }

    /// Where a limit is counted for the row; none for the limit of one act.
    fn place(&self, limit: &Limit, act: &Counted<'_>) -> Option<(Place, Span)> {
        let span = act.span(limit)?;
        let RowCodes { beneficiary, stay, side, tooth, .. } = self.row;
        let part = match limit.scope {
            Scope::Beneficiary | Scope::Family => 0,
            Scope::Eye | Scope::Ear => side,
            Scope::Tooth => tooth,
        };
        let start = match span {
            Span::Since(Some(start)) => start.day(),
            Span::Since(None) | Span::Rolling(_) => 0,
        };
        let place = Place {
            key: self.key(limit)?,
            person: if limit.scope == Scope::Family { Place::FAMILY } else { u64::from(beneficiary) },
            part,
            stay: if limit.period == model::Period::Stay { stay } else { 0 },
            start,
        };
        Some((place, span))
    }
}

impl Ledger for UnitLedger {
    fn used(&mut self, limit: &Limit, act: &Counted<'_>) -> Use {
        let Some((place, span)) = self.place(limit, act) else { return Use::default() };
        let kept = self.position(&place).and_then(|position| self.used.get(position));
        match (kept, span) {
            (None, _) => Use::default(),
            (Some((_, Kept::Sum(used))), _) => *used,
            (Some((_, Kept::Rolling(entries))), Span::Rolling(period)) => entries.used(period),
            (Some((_, Kept::Rolling(entries))), Span::Since(_)) => entries.total(),
        }
    }

    fn add(&mut self, limit: &Limit, act: &Counted<'_>, used: Use) {
        let Some((place, span)) = self.place(limit, act) else { return };
        let position = self.position(&place);
        let Span::Rolling(period) = span else { return self.use_more(position, place, used) };
        match position.and_then(|position| self.used.get_mut(position)) {
            Some((_, Kept::Rolling(entries))) => entries.add(period, used),
            Some((_, Kept::Sum(_))) => {}
            None => self.push(place, Kept::Rolling(first(period, used))),
        }
    }
}

fn first(period: Period, used: Use) -> Box<Entries> {
    let mut entries = Box::<Entries>::default();
    entries.add(period, used);
    entries
}

/// A place as a key.
fn bytes(place: &Place) -> [u8; 25] {
    let key = u64::try_from(place.key).unwrap_or(u64::MAX).to_le_bytes();
    let parts =
        [&key[..], &place.person.to_le_bytes(), &[place.part], &place.stay.to_le_bytes(), &place.start.to_le_bytes()];
    let mut bytes = [0; 25];
    bytes.iter_mut().zip(parts.into_iter().flatten()).for_each(|(slot, byte)| *slot = *byte);
    bytes
}
