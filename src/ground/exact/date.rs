//! Which day is it, and how old is somebody on it?
//!
//! ```text
//! completed_years(birth, on) = on.year − birth.year − (1 if (on.month, on.day) < (birth.month, birth.day) else 0)
//! ```

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, both};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CalendarDate(NaiveDate);

/// The days from the first day of year 0 of `chrono` to 1970-01-01.
const EPOCH: i32 = 719_163;
/// 0001-01-01, in days after 1970-01-01.
pub(crate) const FIRST_DAY: i32 = -719_162;
/// 9999-12-31.
pub(crate) const LAST_DAY: i32 = 2_932_896;

impl CalendarDate {
    /// Reads `YYYY-MM-DD`, ten ASCII characters and nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        CalendarDate::new(number(&[*y1, *y2, *y3, *y4])?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
    }

    /// A day by its numbers.
    pub(crate) fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        (1..=9999).contains(&year).then_some(CalendarDate(date))
    }

    /// Completed years from this birth date to `on`; none when that is before the birth.
    pub(crate) fn completed_years(self, on: CalendarDate) -> Option<u32> {
        if on < self {
            return None;
        }
        // DECISION: a 29 February birthday falls on 1 March in common years. Case: age/leap-day-in-common-year
        let before_birthday = (on.0.month(), on.0.day()) < (self.0.month(), self.0.day());
        let years = on.0.year().checked_sub(self.0.year())?.checked_sub(i32::from(before_birthday))?;
        u32::try_from(years).ok()
    }

    /// The day so many days after 1970-01-01.
    pub(crate) fn of_day(day: i32) -> Option<Self> {
        let day = NaiveDate::from_num_days_from_ce_opt(day.checked_add(EPOCH)?)?;
        Some(CalendarDate(day)).filter(|date| (1..=9999).contains(&date.year()))
    }

    /// How many days after 1970-01-01.
    pub(crate) fn day(self) -> i32 {
        self.0.num_days_from_ce().saturating_sub(EPOCH)
    }

    pub(crate) fn year(self) -> i32 {
        self.0.year()
    }

    /// The day before; none before the first of the calendar.
    pub(crate) fn day_before(self) -> Option<Self> {
        self.0.pred_opt().filter(|day| day.year() >= 1).map(CalendarDate)
    }

    /// The first day of this year.
    pub(crate) fn year_start(self) -> Self {
        CalendarDate(self.0.with_ordinal(1).unwrap_or(self.0))
    }

    /// The last anniversary of `start` on or before this day. One of 29 February falls on 1 March in common years.
    pub(crate) fn last_anniversary(self, start: CalendarDate) -> Self {
        let in_year = |year: i32| {
            let day = NaiveDate::from_ymd_opt(year, start.0.month(), start.0.day());
            day.or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).filter(|_| year >= 1)
        };
        let this_year = in_year(self.year()).filter(|day| *day <= self.0);
        // Before the first anniversary of the calendar there is only its first year.
        let day = this_year.or_else(|| in_year(self.year().saturating_sub(1)));
        day.map_or(self.year_start(), CalendarDate)
    }

    /// The same day so many months later; none after the year 9999. A day that the month lacks falls on the first of the
    /// next month, as birthdays do.
    pub(crate) fn plus_months(self, months: u32) -> Option<Self> {
        let months = i64::from(self.0.year())
            .checked_mul(12)?
            .checked_add(i64::from(self.0.month0()))?
            .checked_add(i64::from(months))?;
        let year = i32::try_from(months.checked_div(12)?).ok().filter(|year| *year <= 9999)?;
        let month0 = u32::try_from(months.checked_rem(12)?).ok()?;
        let month = month0.checked_add(1)?;
        let day = NaiveDate::from_ymd_opt(year, month, self.0.day());
        // No month without a 30th or 31st is the last one of a year.
        day.or_else(|| NaiveDate::from_ymd_opt(year, month.checked_add(1)?, 1)).map(CalendarDate)
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Serialize for CalendarDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The number that ASCII digits write.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// Completed years between two calendar dates `YYYY-MM-DD` of the years 0001 to 9999. A 29 February birthday falls on
/// 1 March in common years.
///
/// # Errors
/// Two strings are expected (`wrong_type`): `invalid_date`, and `born_after_care_date` when `date` is before
/// `birth_date`. Both dates' problems are reported; the message says which date it speaks of.
///
/// # Examples
/// ```
/// use care_coverage::age_on;
/// assert_eq!(age_on("2008-02-29", "2026-02-28"), Ok(17));
/// assert_eq!(age_on("2008-02-29", "2026-03-01"), Ok(18));
/// ```
pub fn age_on(birth_date: impl Into<Json>, date: impl Into<Json>) -> Result<u32, Error> {
    let (birth_date, date) = both(("birthDate", decode(&birth_date.into())), ("date", decode(&date.into())))?;
    let mut problems = Problems::default();
    let age = birth_date.completed_years(date);
    if age.is_none() {
        problems.report(Code::BornAfterCareDate, &Path::Root, say::born_after_date());
    }
    problems.finish(age).map(|(age, _)| age)
}

fn decode(json: &Json) -> Result<CalendarDate, Error> {
    let mut problems = Problems::default();
    let date = problems.date(json, &Path::Root);
    problems.finish(date).map(|(date, _)| date)
}

impl Problems {
    /// A calendar date.
    pub(crate) fn date(&mut self, json: &Json, at: &Path<'_>) -> Option<CalendarDate> {
        let text = self.string(json, at)?;
        let date = CalendarDate::parse(text);
        if date.is_none() {
            self.report(Code::InvalidDate, at, say::invalid_date(text));
        }
        date
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(text: &str) -> CalendarDate {
        CalendarDate::parse(text).unwrap()
    }

    #[test]
    fn a_day_is_so_many_days_after_1970() {
        for (text, number) in
            [("1970-01-01", 0), ("0001-01-01", FIRST_DAY), ("9999-12-31", LAST_DAY), ("2024-03-01", 19_783)]
        {
            assert_eq!((day(text).day(), CalendarDate::of_day(number)), (number, Some(day(text))), "{text}");
        }
        for number in [FIRST_DAY - 1, LAST_DAY + 1, i32::MIN, i32::MAX] {
            assert_eq!(CalendarDate::of_day(number), None, "{number}");
        }
    }

    #[test]
    fn months_end_on_a_day_that_is_there() {
        for (from, months, to) in [
            ("2025-01-31", 1, Some("2025-03-01")),
            ("2024-02-29", 12, Some("2025-03-01")),
            ("2024-02-29", 48, Some("2028-02-29")),
            ("2025-12-31", 2, Some("2026-03-01")),
            ("2025-11-30", 1, Some("2025-12-30")),
            ("9999-12-01", 1, None),
            ("0001-01-01", u32::MAX, None),
        ] {
            assert_eq!(day(from).plus_months(months).map(|day| day.to_string()).as_deref(), to, "{from} + {months}");
        }
    }

    #[test]
    fn an_anniversary_is_on_or_before_the_day() {
        for (on, start, last) in [
            ("2026-03-01", "2020-03-01", "2026-03-01"),
            ("2026-02-28", "2020-03-01", "2025-03-01"),
            ("2025-03-01", "2024-02-29", "2025-03-01"),
            ("2025-02-28", "2024-02-29", "2024-02-29"),
            ("0001-01-05", "2024-02-29", "0001-01-01"),
        ] {
            assert_eq!(day(on).last_anniversary(day(start)), day(last), "{on} since {start}");
        }
    }
}
