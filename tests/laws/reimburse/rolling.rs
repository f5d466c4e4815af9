//! Limits with a rolling period: whatever entries were given, in whatever order, an act sees those that reach it, and no more are
//! kept than an answer may hold.

use care_coverage::Json;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{Day, day};
use super::world::{coverage, json_of};

/// A rule that pays everything, up to a maximum in so many months.
fn rule(maximum: i64, months: u32) -> Value {
    json!({
        "components": [{ "kind": "actual_costs", "percent": "100" }],
        "limits": [{ "key": "k", "max_amount": maximum, "period": { "kind": "rolling_months", "months": months } }],
    })
}

fn written((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn date() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => (2023_i64..2026, 1_i64..=12, 1_i64..=28).prop_map(|(year, month, day)| (year, month, day)),
        2 => prop::sample::select(vec![(2024, 2, 29), (2023, 1, 31), (2024, 12, 31), (2023, 3, 1), (9999, 12, 31), (1, 1, 1)]),
    ]
}

/// Whether an entry reaches an act: the act is before the day so many months after the entry, which is the first of the next month
/// where the month lacks it.
fn reaches((year, month, day): Day, months: i64, act: Day) -> bool {
    let total = year * 12 + month - 1 + months;
    let (year, month) = (total / 12, total % 12 + 1);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let end = if day > last[usize::try_from(month - 1).expect("a month")] {
        (year, month + 1, 1)
    } else {
        (year, month, day)
    };
    year > 9999 || act < end
}

#[test]
fn entries_count_while_they_reach_the_act() {
    let entries = prop::collection::vec((date(), 0_i64..90), 0..12);
    let acts = prop::collection::vec((date(), 1_i64..60), 1..14);
    law::holds(1_500, &(entries, acts, 1_u32..30, 1_i64..300), |(entries, acts, months, maximum)| {
        let given: Vec<Value> = entries
            .iter()
            .map(|(date, amount)| json!({ "date": written(*date), "amount": amount, "count": "0" }))
            .collect();
        let total: i64 = entries.iter().map(|(_, amount)| amount).sum();
        let counters = json!([{ "key": "k", "scope_id": "m", "period_start": null, "amount": total, "count": "0", "entries": given }]);
        let asked: Vec<Value> = acts
            .iter()
            .map(|(date, charged)| json!({ "care_type": "C0", "care_date": written(*date), "charged": charged, "beneficiary": "m" }))
            .collect();
        let coverage = coverage(&[rule(maximum, months)]);
        let answer =
            coverage.reimburse_many(&json_of(&json!(asked)), Some(&json_of(&counters)), None).expect("an answer");

        let mut kept = entries.clone();
        let mut order: Vec<usize> = (0..acts.len()).collect();
        order.sort_by_key(|position| acts[*position].0);
        for position in order {
            let (date, charged) = acts[position];
            let reaches = |entry: &(Day, i64)| reaches(entry.0, i64::from(months), date);
            let used: i64 = kept.iter().filter(|entry| reaches(entry)).map(|(_, amount)| amount).sum();
            let allowed = charged.min((maximum - used).max(0));
            let reported = answer.results[position].amounts.as_ref().expect("covered").complementary.clone();
            prop_assert_eq!(reported, format!("{allowed}.00"));
            if allowed > 0 {
                kept.retain(reaches);
                kept.push((date, allowed));
            }
        }
        let [counter] = answer.counters.as_slice() else { panic!("one counter") };
        let reported: Vec<(Day, String)> = counter
            .entries
            .iter()
            .flatten()
            .map(|entry| (day(&json!(entry.date)).expect("a date"), entry.amount.clone()))
            .collect();
        let wanted: Vec<(Day, String)> = kept.iter().map(|(date, amount)| (*date, format!("{amount}.00"))).collect();
        prop_assert_eq!(reported, wanted);
        Ok(())
    });
}

fn of_one_day(count: usize) -> Json {
    let act = json!({ "care_type": "C0", "care_date": "2024-01-01", "charged": "1", "beneficiary": "m" });
    json_of(&Value::Array(vec![act; count]))
}

/// 1,500 acts leave 1,500 entries; those after each act would be a million and more.
#[test]
fn entries_are_in_the_bound_of_an_answer() {
    let coverage = coverage(&[rule(1_000_000, 120)]);
    let each = json_of(&json!({ "counters": "each" }));
    let error = coverage.reimburse_many(&of_one_day(1_500), None, Some(&each)).expect_err("too many entries");
    assert_eq!(error.diagnostics()[0].code.as_str(), "too_large");
    let last = coverage.reimburse_many(&of_one_day(1_500), None, None).expect("few enough");
    assert_eq!(last.counters[0].entries.as_ref().map(Vec::len), Some(1_500));
    assert_eq!(last.counters[0].amount, "1500.00");
    assert!(coverage.reimburse_many(&of_one_day(1_400), None, Some(&each)).is_ok());
}

/// 625 acts after 1,286 entries: the counters after each hold a million in all; with one entry more, too many.
#[test]
fn an_answer_may_hold_a_million() {
    let coverage = coverage(&[rule(1_000_000, 120)]);
    let each = json_of(&json!({ "counters": "each" }));
    let ask = |entries: usize| {
        let entry = json!({ "date": "2024-01-01", "amount": "1", "count": "0" });
        let counter = json!({
            "key": "k", "scope_id": "m", "period_start": null, "amount": entries, "count": "0", "entries": vec![entry; entries],
        });
        coverage.reimburse_many(&of_one_day(625), Some(&json_of(&json!([counter]))), Some(&each))
    };
    let answer = ask(1_286).expect("a million");
    let held = answer.results.iter().flat_map(|result| &result.counters);
    let held: usize = held.map(|counter| 1 + counter.entries.as_ref().map_or(0, Vec::len)).sum();
    assert_eq!(held, 1_000_000);
    assert_eq!(ask(1_287).expect_err("more than a million").diagnostics()[0].code.as_str(), "too_large");
}
