//! Completed years between two dates.

use std::collections::BTreeSet;

use care_coverage::age_on;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::engine::{json_of, judged};
use super::law;
use super::model::{completed_years, day};

/// Days of which many are around the end of February, and some are no days at all.
fn days() -> impl Strategy<Value = String> {
    let leap_years = [2000, 2008, 2024, 2028, 1900, 2100];
    let years = prop_oneof![4 => select(leap_years.to_vec()), 4 => 1995..=2035, 2 => 0..=9999];
    let around_february = select(vec![(2, 28), (2, 29), (3, 1), (12, 31), (1, 1)]);
    let any = (prop_oneof![20 => 1..=12, 1 => 0..=13], prop_oneof![20 => 1..=28, 3 => 29..=31, 1 => 0..=32]);
    let written = (years, prop_oneof![around_february, any])
        .prop_map(|(year, (month, day))| format!("{year:04}-{month:02}-{day:02}"));
    let damaged =
        (written.clone(), 0_usize..10, select(vec![' ', '-', '+', '0', '٣', 'T'])).prop_map(|(text, place, with)| {
            text.chars().take(place).chain([with]).chain(text.chars().skip(place + 1)).collect()
        });
    let cut = (written.clone(), 0_usize..11).prop_map(|(text, length)| text.chars().take(length).collect());
    prop_oneof![18 => written, 1 => damaged, 1 => cut]
}

/// An age is the number of birthdays that have come, counted one by one; a 29 February birthday falls on 1 March in common
/// years. What is no day is refused, and so is a birth after the date.
#[test]
fn an_age_is_the_number_of_birthdays() {
    law::holds(3_000, &(days(), days()), |(birth, date)| {
        let answer = judged(age_on(json_of(&json!(birth)), json_of(&json!(date))));
        prop_assert_eq!(answer, expected(&birth, &date), "{} to {}", birth, date);
        Ok(())
    });
}

fn expected(birth: &str, date: &str) -> Result<Value, BTreeSet<(String, String)>> {
    let wrong = |code: &str| BTreeSet::from([(String::new(), code.to_owned())]);
    let (Some(birth), Some(date)) = (day(birth), day(date)) else { return Err(wrong("invalid_date")) };
    completed_years(birth, date).map(|years| json!(years)).ok_or_else(|| wrong("born_after_care_date"))
}
