//! What have earlier acts used of the limits? Counters, which the caller keeps.
//!
//! ```text
//! a counter is found by   key, scope_id, period_start
//! rolling periods         dated entries (`rolling`); those before the period are forgotten when the counter is written
//! ```
//! DECISION: two counters of one limit, scope and period contradict each other.
//! Case: reimburse_readings/two-counters-of-one-limit
//! DECISION: a counter that an act does not use comes back as it was. Case: reimburse_limits/rolling-used-up

use serde::Serialize;

use crate::coverage::reimburse::money::{money, show, show_count};
use crate::coverage::reimburse::rolling::{Entries, Entry, Period};
use crate::coverage::reimburse::usage::Use;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, Related};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::MONEY;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What earlier acts used of a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
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
#[non_exhaustive]
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
    entries: Option<Entries>,
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
    Rolling(Period),
}

impl Span {
    fn start(self) -> Option<CalendarDate> {
        match self {
            Span::Since(start) => start,
            Span::Rolling(_) => None,
        }
    }
}

/// All counters, in the order given and made.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    list: Vec<Counter>,
    /// Key, scope and start of each, under its position in the list.
    places: Interner,
    /// How many counters and entries there are in all.
    size: usize,
}

impl Counters {
    /// Decodes an array of `LimitCounter`.
    ///
    /// # Errors
    /// Shape problems, those of decimals and dates, and `inconsistent_fact` for the later of two of one limit.
    pub(crate) fn decode(json: Option<&Json>) -> Result<Self, Error> {
        let Some(json) = json else { return Ok(Self::default()) };
        whole!(json, |problems, json| Self::read(problems, json, &Path::Root)).map(|(counters, _)| counters)
    }

    /// Reads an array of `LimitCounter`.
    #[inline(never)]
    pub(crate) fn read(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Self> {
        let list = problems.list(json, at, counter).complete()?;
        let mut counters = Counters::default();
        // Of each counter that is read: its position in the array.
        let mut firsts = Vec::new();
        for (position, counter) in list.into_iter().enumerate() {
            let place = place_of(&counter.key, &counter.scope_id, counter.period_start);
            if let Some(first) = counters.places.find(&place).and_then(|known| firsts.get(known)) {
                let other = Related::new(at.item(*first).pointer(), say::the_first());
                problems.report_with(
                    Code::InconsistentFact,
                    &at.item(position),
                    say::second_counter(),
                    Details::related(other),
                );
                continue;
            }
            firsts.push(position);
            counters.places.insert(&place);
            counters.size = counters.size.saturating_add(counter.size());
            counters.list.push(counter);
        }
        Some(counters)
    }

    /// How many counters and entries there are in all.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// What was used of a limit.
    pub(crate) fn used(&self, key: &str, place: &Place) -> Use {
        let known = self.places.find(&place_of(key, &place.scope_id, place.span.start()));
        let Some(counter) = known.and_then(|position| self.list.get(position)) else { return Use::default() };
        match place.span {
            Span::Since(_) => counter.used,
            Span::Rolling(period) => counter.entries.as_ref().map(|entries| entries.used(period)).unwrap_or_default(),
        }
    }

    /// Uses something of a limit.
    pub(crate) fn add(&mut self, key: &str, place: Place, used: Use) {
        let position = self.places.insert(&place_of(key, &place.scope_id, place.span.start()));
        if position == self.list.len() {
            self.list.push(Counter {
                key: key.to_owned(),
                scope_id: place.scope_id,
                period_start: place.span.start(),
                used: Use::default(),
                entries: None,
            });
            self.size = self.size.saturating_add(1);
        }
        let Some(counter) = self.list.get_mut(position) else { return };
        match place.span {
            Span::Since(_) => counter.used = counter.used.plus(used),
            Span::Rolling(period) => {
                let entries = counter.entries.get_or_insert_default();
                let before = entries.len();
                entries.add(period, used);
                counter.used = entries.total();
                self.size = self.size.saturating_sub(before).saturating_add(entries.len());
            }
        }
    }

    pub(crate) fn show(&self) -> Vec<LimitCounter> {
        self.list.iter().map(Counter::show).listed()
    }
}

/// Key, scope and start in one: texts with their lengths before them, so that no two places are written alike.
fn place_of(key: &str, scope_id: &str, start: Option<CalendarDate>) -> Vec<u8> {
    let start = start.map_or(i32::MIN, CalendarDate::day);
    let mut place = Vec::with_capacity(64);
    for part in [key, scope_id] {
        place.extend_from_slice(&part.len().to_le_bytes());
        place.extend_from_slice(part.as_bytes());
    }
    place.extend_from_slice(&start.to_le_bytes());
    place
}

impl Counter {
    /// Itself and its entries.
    fn size(&self) -> usize {
        self.entries.as_ref().map_or(0, Entries::len).saturating_add(1)
    }

    fn show(&self) -> LimitCounter {
        let entries = self.entries.as_ref().map(|entries| entries.in_order().iter().map(show_entry).listed());
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

fn show_entry(Entry { date, used }: &Entry) -> CounterEntry {
    CounterEntry { date: date.to_string(), amount: show(used.amount), count: show_count(used.count) }
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
        Some(json) => {
            let entries = problems.list(json, &at.field("entries"), entry).complete();
            entries.map(|entries| Some(Entries::new(&entries)))
        }
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
