//! What did acts use of a limit with a rolling period? Dated entries, and their sum over a period in few steps.
//!
//! ```text
//! live     an entry counts while the care date is before its date so many months later
//! used     the sum of the live entries = the sum of all − the sum of those before the first live one
//! forgotten by the act that is counted: the entries that are not live for it
//! ```
//! A later date stays live at least as long as an earlier one, so that among entries in the order of their dates the live ones are
//! the last ones.
//!
//! DECISION: an entry counts while the care date is before its date so many months later.
//! Case: reimburse_limits/rolling-outside

use std::num::Saturating;

use crate::coverage::reimburse::money::counted_total;
use crate::coverage::reimburse::usage::Use;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// What one act used, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) date: CalendarDate,
    pub(crate) used: Use,
}

/// So many months before an act.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    pub(crate) date: CalendarDate,
    pub(crate) months: u32,
}

impl Period {
    fn has(self, entry: &Entry) -> bool {
        entry.date.plus_months(self.months).is_none_or(|end| self.date < end)
    }
}

/// The entries of one counter: those that were given, which may come in any order, and those that were added, which come in the
/// order of their dates.
#[derive(Debug, Default)]
pub(crate) struct Entries {
    given: ByDate,
    /// By position in `given`: the position in the list that was given.
    given_as: Vec<usize>,
    added: ByDate,
}

impl Entries {
    pub(crate) fn new(list: &[Entry]) -> Self {
        let date = |position: usize| list.get(position).map(|entry| entry.date);
        let given_as = order::ascending(list.len(), &|a, b| date(a).cmp(&date(b)));
        let mut given = ByDate::default();
        given_as.iter().filter_map(|position| list.get(*position)).for_each(|entry| given.push(*entry));
        Entries { given, given_as, added: ByDate::default() }
    }

    /// How many are kept.
    pub(crate) fn len(&self) -> usize {
        self.given.len().saturating_add(self.added.len())
    }

    /// What the entries of a period used.
    pub(crate) fn used(&self, period: Period) -> Use {
        self.given.used(period).plus(self.added.used(period)).counted()
    }

    /// Adds what an act used, and forgets what is before its period.
    ///
    /// INVARIANT: the acts of one call are counted in the order of their dates, and no entry is added elsewhere.
    pub(crate) fn add(&mut self, period: Period, used: Use) {
        self.given.forget(period);
        self.added.forget(period);
        self.added.push(Entry { date: period.date, used });
    }

    /// What all of them used.
    pub(crate) fn total(&self) -> Use {
        self.given.total().plus(self.added.total()).counted()
    }

    /// In the order in which they were given, then added.
    pub(crate) fn in_order(&self) -> Vec<Entry> {
        let forgotten = self.given_as.len().saturating_sub(self.given.len());
        let mut given: Vec<Option<Entry>> = vec![None; self.given_as.len()];
        for (position, entry) in self.given_as.iter().skip(forgotten).zip(self.given.kept()) {
            if let Some(place) = given.get_mut(*position) {
                *place = Some(*entry);
            }
        }
        given.into_iter().flatten().chain(self.added.kept().iter().copied()).listed()
    }
}

/// Entries in ascending order of their dates, with sums.
#[derive(Debug, Default)]
struct ByDate {
    entries: Vec<Entry>,
    /// By entry: the sum up to it, with all that were before it.
    sums: Vec<Sum>,
    /// So many are forgotten.
    first: usize,
}

/// An exact sum of what entries used.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    amount: Saturating<i128>,
    count: Saturating<i128>,
}

impl ByDate {
    #[inline(never)]
    fn push(&mut self, entry: Entry) {
        let before = self.sums.last().copied().unwrap_or_default();
        let used = Sum {
            amount: Saturating(i128::from(entry.used.amount.0)),
            count: Saturating(i128::from(entry.used.count.0)),
        };
        self.entries.push(entry);
        self.sums.push(before.plus(used));
    }

    fn len(&self) -> usize {
        self.entries.len().saturating_sub(self.first)
    }

    fn kept(&self) -> &[Entry] {
        self.entries.get(self.first..).unwrap_or_default()
    }

    fn used(&self, period: Period) -> Sum {
        self.total_from(self.first_of(period))
    }

    fn total(&self) -> Sum {
        self.total_from(self.first)
    }

    /// The sum of the entries from a position on.
    #[inline(never)]
    fn total_from(&self, first: usize) -> Sum {
        let before = first.checked_sub(1).and_then(|last| self.sums.get(last)).copied().unwrap_or_default();
        self.sums.last().copied().unwrap_or_default().less(before)
    }

    /// The position of the first entry that is kept and in a period.
    #[inline(never)]
    fn first_of(&self, period: Period) -> usize {
        self.first.saturating_add(self.kept().partition_point(|entry| !period.has(entry)))
    }

    /// Forgets what is before a period. What is forgotten gives its memory back when it is the larger half.
    #[inline(never)]
    fn forget(&mut self, period: Period) {
        self.first = self.first_of(period);
        if self.first > self.len()
            && let Some(last) = self.first.checked_sub(1)
        {
            // The last one forgotten stays: its sum is what was before the others.
            self.entries.drain(..last);
            self.sums.drain(..last);
            self.first = 1;
        }
    }
}

impl Sum {
    fn plus(self, other: Sum) -> Sum {
        Sum { amount: self.amount + other.amount, count: self.count + other.count }
    }

    fn less(self, other: Sum) -> Sum {
        Sum { amount: self.amount - other.amount, count: self.count - other.count }
    }

    /// What a counter can hold of it.
    fn counted(self) -> Use {
        Use { amount: counted_total(self.amount), count: counted_total(self.count) }
    }
}
