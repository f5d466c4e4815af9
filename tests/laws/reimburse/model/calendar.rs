//! Days, and what the calendar says of a year.

use serde_json::Value;

use super::number::{Number, given, int};

/// Year, month, day.
pub(crate) type Day = (i64, i64, i64);

pub(crate) fn day(text: &Value) -> Option<Day> {
    let parts: Vec<i64> = text.as_str()?.split('-').map(|part| part.parse().expect("a number")).collect();
    Some((parts[0], parts[1], parts[2]))
}

pub(crate) fn care_date(act: &Value) -> Option<Day> {
    act.get("care_date").and_then(day)
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn exists((year, month, day): Day) -> bool {
    let last = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    day <= last[usize::try_from(month - 1).expect("a month")]
}

/// The first of the next month in place of a day that is not there.
fn settled((year, month, day): Day) -> Day {
    if exists((year, month, day)) { (year, month, day) } else { (year, month + 1, 1) }
}

pub(crate) fn plus_months((year, month, day): Day, months: i64) -> Day {
    let total = year * 12 + month - 1 + months;
    settled((total / 12, total % 12 + 1, day))
}

/// The last anniversary of a day.
pub(crate) fn anniversary((_, month, day): Day, date: Day) -> Day {
    let this = settled((date.0, month, day));
    if this <= date { this } else { settled((date.0 - 1, month, day)) }
}

/// The monthly ceiling of the Sécu: that of the act, else of its year.
pub(crate) fn pmss(act: &Value) -> Option<Number> {
    given(act, "pmss").or_else(|| {
        let euros = match care_date(act)?.0 {
            2019 => 3_377,
            2020..=2022 => 3_428,
            2023 => 3_666,
            2024 => 3_864,
            2025 => 3_925,
            2026 => 4_005,
            _ => return None,
        };
        Some(int(euros))
    })
}
