//! What have earlier acts used of the limits? Counters, which the caller keeps.
//!
//! ```text
//! a counter is found by   key, scope_id, period_start
//! rolling periods         dated entries; those older than the period are forgotten when the counter is written
//! ```
//! DECISION: two counters of one limit, scope and period contradict each other.
//! Case: reimburse_readings/two-counters-of-one-limit
//! DECISION: a counter that an act does not use comes back as it was. Case: reimburse_limits/rolling-used-up

use std::cmp::Ordering;

use serde::Serialize;

use crate::amount::MONEY;
use crate::code::Code;
use crate::coverage::reimburse::money::{Money, counted, money, show, show_count};
use crate::date::CalendarDate;
use crate::decode::Object;
use crate::diagnostic::{Error, Problems, Related};
use crate::json::Json;
use crate::listed::Listed;
use crate::order;
use crate::pointer::Path;

/// What earlier acts used of a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LimitCounter {
    /// The limit's key.
    pub key: String,
    /// For whom, or for what, it is counted.
    pub scope_id: String,
    /// The first day of the civil or membership year, `YYYY-MM-DD`; none for other periods.
    pub period_start: Option<String>,
    /// In euros, with two decimals.
    pub amount: String,
    /// A decimal.
    pub count: String,
    /// Rolling periods only.
    pub entries: Option<Vec<CounterEntry>>,
}

/// What one act used of a limit with a rolling period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CounterEntry {
    /// The care date, `YYYY-MM-DD`.
    pub date: String,
    /// In euros, with two decimals.
    pub amount: String,
    /// A decimal.
    pub count: String,
}

/// A counter in numbers.
#[derive(Debug)]
struct Counter {
    key: String,
    scope_id: String,
    period_start: Option<CalendarDate>,
    used: Use,
    entries: Option<Vec<Entry>>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    date: CalendarDate,
    used: Use,
}

/// An amount and a count.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Use {
    pub(crate) amount: Money,
    pub(crate) count: Money,
}

/// Which counter a limit looks at for an act.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) scope_id: String,
    pub(crate) span: Span,
}

/// The days that a counter counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Span {
    /// Since a day, or always.
    Since(Option<CalendarDate>),
    /// So many months before the act.
    Rolling { date: CalendarDate, months: u32 },
}

impl Span {
    fn start(self) -> Option<CalendarDate> {
        match self {
            Span::Since(start) => start,
            Span::Rolling { .. } => None,
        }
    }
}

/// All counters, in the order given and made.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    list: Vec<Counter>,
    /// Positions in the list, ascending by key, scope and start.
    ascending: Vec<usize>,
}

impl Counters {
    /// Decodes an array of `LimitCounter`.
    ///
    /// # Errors
    /// Shape problems, those of decimals and dates, and `inconsistent_fact` for the later of two of one limit.
    pub(crate) fn decode(json: Option<&Json>) -> Result<Self, Error> {
        let Some(json) = json else { return Ok(Self::default()) };
        let mut problems = Problems::default();
        let counters = Self::read(&mut problems, json);
        let judge = |problems: &mut Problems, json: &Json| {
            Self::read(problems, json);
        };
        problems.finish(counters).map(|(counters, _)| counters).map_err(|error| error.with_tried_fixes(json, &judge))
    }

    fn read(problems: &mut Problems, json: &Json) -> Option<Self> {
        let at = &Path::Root;
        let list = problems.list(json, at, counter).complete()?;
        let compare = |a: usize, b: usize| match (list.get(a), list.get(b)) {
            (Some(a), Some(b)) => a.compare(&b.key, &b.scope_id, b.period_start),
            _ => Ordering::Equal,
        };
        for (later, first) in order::repeated(list.len(), &compare) {
            let other = Related::new(at.item(first).pointer(), "the first one");
            let message = "a second counter of the same limit, scope and period";
            problems.tell_related(Code::InconsistentFact, &at.item(later), message, other);
        }
        let ascending = order::ascending(list.len(), &compare);
        Some(Counters { list, ascending })
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// What was used of a limit.
    pub(crate) fn used(&self, key: &str, place: &Place) -> Use {
        let counter = self.find(key, place).ok().and_then(|position| self.at(position));
        match (counter, place.span) {
            (None, _) => Use::default(),
            (Some(counter), Span::Since(_)) => counter.used,
            (Some(counter), Span::Rolling { date, months }) => {
                let entries = counter.entries.iter().flatten().filter(|entry| entry.is_live(date, months));
                entries.fold(Use::default(), |sum, entry| sum.plus(entry.used))
            }
        }
    }

    /// Uses something of a limit.
    pub(crate) fn add(&mut self, key: &str, place: Place, used: Use) {
        let position = match self.find(key, &place) {
            Ok(position) => position,
            Err(position) => {
                self.ascending.insert(position, self.list.len());
                self.list.push(Counter {
                    key: key.to_owned(),
                    scope_id: place.scope_id,
                    period_start: place.span.start(),
                    used: Use::default(),
                    entries: None,
                });
                position
            }
        };
        let Some(counter) = self.ascending.get(position).and_then(|index| self.list.get_mut(*index)) else { return };
        match place.span {
            Span::Since(_) => counter.used = counter.used.plus(used),
            Span::Rolling { date, months } => {
                let entries = counter.entries.get_or_insert_default();
                entries.retain(|entry| entry.is_live(date, months));
                entries.push(Entry { date, used });
                counter.used = entries.iter().fold(Use::default(), |sum, entry| sum.plus(entry.used));
            }
        }
    }

    pub(crate) fn show(&self) -> Vec<LimitCounter> {
        self.list.iter().map(Counter::show).listed()
    }

    /// The position in `ascending` of a limit's counter, or where it belongs.
    fn find(&self, key: &str, place: &Place) -> Result<usize, usize> {
        self.ascending.binary_search_by(|index| {
            let counter = self.list.get(*index);
            counter.map_or(Ordering::Equal, |counter| counter.compare(key, &place.scope_id, place.span.start()))
        })
    }

    fn at(&self, position: usize) -> Option<&Counter> {
        self.list.get(*self.ascending.get(position)?)
    }
}

impl Counter {
    fn compare(&self, key: &str, scope_id: &str, period_start: Option<CalendarDate>) -> Ordering {
        let texts = self.key.as_str().cmp(key).then_with(|| self.scope_id.as_str().cmp(scope_id));
        texts.then_with(|| self.period_start.cmp(&period_start))
    }

    fn show(&self) -> LimitCounter {
        let entries = self.entries.as_ref().map(|entries| entries.iter().map(Entry::show).listed());
        LimitCounter {
            key: self.key.clone(),
            scope_id: self.scope_id.clone(),
            period_start: self.period_start.map(|start| start.to_string()),
            amount: show(self.used.amount),
            count: show_count(self.used.count),
            entries,
        }
    }
}

impl Entry {
    /// Whether the period before an act reaches back to this one.
    ///
    /// DECISION: an entry counts while the care date is before its date so many months later.
    /// Case: reimburse_limits/rolling-outside
    fn is_live(&self, date: CalendarDate, months: u32) -> bool {
        self.date.plus_months(months).is_none_or(|end| date < end)
    }

    fn show(&self) -> CounterEntry {
        CounterEntry { date: self.date.to_string(), amount: show(self.used.amount), count: show_count(self.used.count) }
    }
}

impl Use {
    fn plus(self, other: Use) -> Use {
        Use { amount: counted(self.amount + other.amount), count: counted(self.count + other.count) }
    }
}

fn counter(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Counter> {
    let object = problems.object(json, at, &["key", "scope_id", "period_start", "amount", "count", "entries"])?;
    let key = text(problems, &object, "key", at);
    let scope_id = text(problems, &object, "scope_id", at);
    let period_start = match problems.required(&object, "period_start", at) {
        Some(Json::Null) => Some(None),
        Some(json) => problems.date(json, &at.field("period_start")).map(Some),
        None => None,
    };
    let used = used(problems, &object, at);
    let entries = match problems.required(&object, "entries", at) {
        Some(Json::Null) => Some(None),
        Some(json) => problems.list(json, &at.field("entries"), entry).complete().map(Some),
        None => None,
    };
    Some(Counter {
        key: key?.to_owned(),
        scope_id: scope_id?.to_owned(),
        period_start: period_start?,
        used: used?,
        entries: entries?,
    })
}

fn entry(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Entry> {
    let object = problems.object(json, at, &["date", "amount", "count"])?;
    let date = problems.required(&object, "date", at);
    let date = date.and_then(|json| problems.date(json, &at.field("date")));
    let used = used(problems, &object, at);
    Some(Entry { date: date?, used: used? })
}

/// The amount and the count of a counter or an entry.
fn used(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<Use> {
    let mut decimal = |name: &str| {
        let json = problems.required(object, name, at)?;
        problems.amount(json, &at.field(name), MONEY).map(money)
    };
    let (amount, count) = (decimal("amount"), decimal("count"));
    Some(Use { amount: amount?, count: count? })
}

fn text<'j>(problems: &mut Problems, object: &Object<'j>, name: &str, at: &Path<'_>) -> Option<&'j str> {
    let json = problems.required(object, name, at)?;
    problems.string(json, &at.field(name))
}
