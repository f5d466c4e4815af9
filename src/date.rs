//! Which day is it, and how old is somebody on it?
//!
//! ```text
//! completed_years(birth, on) = on.year − birth.year − (1 if (on.month, on.day) < (birth.month, birth.day) else 0)
//! ```

use chrono::{Datelike, NaiveDate};

use crate::code::Code;
use crate::diagnostic::{Error, Problems, both};
use crate::json::Json;
use crate::nearest::quote;
use crate::pointer::Path;

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CalendarDate(NaiveDate);

impl CalendarDate {
    /// Reads `YYYY-MM-DD`, ten ASCII characters and nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let year = number(&[*y1, *y2, *y3, *y4])?;
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)?;
        (year >= 1).then_some(CalendarDate(date))
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
/// use care_coverage::{Json, age_on};
/// let day = |text: &str| Json::String(text.to_owned());
/// assert_eq!(age_on(&day("2008-02-29"), &day("2026-02-28")), Ok(17));
/// assert_eq!(age_on(&day("2008-02-29"), &day("2026-03-01")), Ok(18));
/// ```
pub fn age_on(birth_date: &Json, date: &Json) -> Result<u32, Error> {
    let (birth_date, date) = both(("birthDate", decode(birth_date)), ("date", decode(date)))?;
    let mut problems = Problems::default();
    let age = birth_date.completed_years(date);
    if age.is_none() {
        problems.report(Code::BornAfterCareDate, &Path::Root, || "the birth date is after the other date");
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
            self.report(Code::InvalidDate, at, || format!("{} is not a calendar date `YYYY-MM-DD`", quote(text)));
        }
        date
    }
}
