//! What a limit leaves for an act, and what the act uses of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::calendar::{Day, anniversary, care_date, day, plus_months, pmss};
use super::number::{Number, at_least_nothing, decimal, half_up, int};
use super::sum::Asked;

/// What was used of a limit: dated amounts and counts. The key is the limit's key, the scope and the period.
pub(crate) type Used = BTreeMap<Place, Vec<(Option<Day>, Number, Number)>>;

pub(crate) type Place = (String, String, String);

/// The amount and the count of some entries.
pub(crate) fn total(entries: &[(Option<Day>, Number, Number)]) -> (Number, Number) {
    entries.iter().fold((int(0), int(0)), |(amount, count), (_, a, c)| (amount + a, count + c))
}

/// What a limit needs of an act that lacks it.
pub(crate) fn needs(limit: &Value, act: &Value, missing: &mut BTreeSet<&str>) {
    if limit.get("max_pmss_percent").is_some() && pmss(act).is_none() {
        missing.insert("pmss");
    }
    let of_period: &[&str] = match limit["period"]["kind"].as_str().expect("a kind") {
        "act" => return,
        "stay" => &["stay_id"],
        "lifetime" => &[],
        "membership_year" => &["care_date", "membership_start"],
        _ => &["care_date"],
    };
    let of_scope: &[&str] = match scope(limit) {
        "family" => &[],
        "eye" | "ear" => &["beneficiary", "side"],
        "tooth" => &["beneficiary", "tooth"],
        _ => &["beneficiary"],
    };
    missing.extend(of_period.iter().chain(of_scope).filter(|name| act.get(**name).is_none_or(Value::is_null)));
}

fn scope(limit: &Value) -> &str {
    limit["scope"].as_str().unwrap_or("beneficiary")
}

/// The counter of a limit; none for the limit of one act.
pub(crate) fn place(limit: &Value, act: &Value) -> Option<Place> {
    let text = |name: &str| act[name].as_str().expect("a text").to_owned();
    // What is behind a slash is escaped as in a JSON Pointer.
    let behind = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("/{}", text.replace('~', "~0").replace('/', "~1"))
    };
    let date = || care_date(act).expect("a date");
    let kind = limit["period"]["kind"].as_str().expect("a kind");
    let (period, stay) = match kind {
        "act" => return None,
        "stay" => (String::new(), behind(&act["stay_id"])),
        "civil_year" => (format!("{:04}-01-01", date().0), String::new()),
        "membership_year" => {
            let (year, month, day) = anniversary(day(&act["membership_start"]).expect("a date"), date());
            (format!("{year:04}-{month:02}-{day:02}"), String::new())
        }
        _ => (String::new(), String::new()),
    };
    let scope = match scope(limit) {
        "family" => "family".to_owned(),
        "eye" | "ear" => text("beneficiary") + &behind(&act["side"]),
        "tooth" => text("beneficiary") + &behind(&act["tooth"]),
        _ => text("beneficiary"),
    };
    Some((limit["key"].as_str().expect("a key").to_owned(), format!("{scope}{stay}"), period))
}

/// The amount and the count that were used of a limit in its period.
fn used_of(limit: &Value, act: &Value, used: &Used) -> (Number, Number) {
    let mut entries = place(limit, act).and_then(|place| used.get(&place).cloned()).unwrap_or_default();
    forget(limit, act, &mut entries);
    total(&entries)
}

/// Forgets what is older than a rolling period.
fn forget(limit: &Value, act: &Value, entries: &mut Vec<(Option<Day>, Number, Number)>) {
    if let Some(months) = limit["period"]["months"].as_i64() {
        let date = care_date(act);
        entries.retain(|(old, _, _)| date < Some(plus_months(old.expect("a date"), months)));
    }
}

/// The amount that a limit is of, where it is of an amount.
pub(crate) fn max_amount(limit: &Value, act: &Value) -> Option<Number> {
    let of_pmss = || {
        let percent = decimal(limit.get("max_pmss_percent")?) / int(100);
        Some(half_up(&(pmss(act).expect("a PMSS") * percent)))
    };
    limit.get("max_amount").map(decimal).or_else(of_pmss)
}

/// What a limit leaves of an amount.
pub(crate) fn room(limit: &Value, asked: &Asked<'_>, amount: &Number, per_session: bool, used: &Used) -> Number {
    let (used_amount, count) = used_of(limit, asked.act, used);
    if let Some(maximum) = max_amount(limit, asked.act) {
        let others = if limit["counts"] == "total" { asked.others() } else { int(0) };
        return at_least_nothing(maximum - used_amount - others);
    }
    let days = limit.get("max_days");
    let left = at_least_nothing(decimal(days.unwrap_or_else(|| &limit["max_count"])) - count);
    let quantity = asked.quantity();
    if days.is_none() && !per_session {
        return if left > int(0) { amount.clone() } else { left };
    }
    if left >= quantity { amount.clone() } else { half_up(&(amount * left / quantity)).min(amount.clone()) }
}

/// Uses an amount of a limit; 0 uses nothing.
pub(crate) fn consume(limit: &Value, asked: &Asked<'_>, amount: &Number, per_session: bool, used: &mut Used) {
    let Some(place) = place(limit, asked.act).filter(|_| *amount > int(0)) else { return };
    let others = if limit["counts"] == "total" { asked.others() } else { int(0) };
    let (amount, count) = if max_amount(limit, asked.act).is_some() {
        (amount + others, int(0))
    } else if limit.get("max_days").is_some() || per_session {
        (int(0), asked.quantity())
    } else {
        (int(0), int(1))
    };
    let entries = used.entry(place).or_default();
    forget(limit, asked.act, entries);
    entries.push((care_date(asked.act), amount, count));
}
