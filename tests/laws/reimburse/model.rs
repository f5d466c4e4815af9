//! Reimbursement as a person would compute it from the document, in exact rationals, straight from the JSON.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;

pub(crate) type Number = BigRational;

/// What was used of a limit: dated amounts and counts. The key is the limit's key, the scope and the period.
pub(crate) type Used = BTreeMap<Place, Vec<(Option<Day>, Number, Number)>>;

pub(crate) type Place = (String, String, String);

/// Year, month, day.
pub(crate) type Day = (i64, i64, i64);

pub(crate) struct Paid {
    pub(crate) rss: Number,
    pub(crate) secu_paid: Number,
    pub(crate) ticket_moderateur: Number,
    pub(crate) complementary: Number,
    pub(crate) out_of_pocket: Number,
}

pub(crate) enum Answer {
    /// The act contradicts itself.
    Refused,
    Missing(Vec<String>),
    Paid(Box<Paid>),
}

pub(crate) fn int(value: i64) -> Number {
    Number::from_integer(BigInt::from(value))
}

/// A decimal as text or number.
pub(crate) fn decimal(value: &Value) -> Number {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let units: BigInt = format!("{integer}{fraction}").parse().expect("digits");
    Number::new(units, BigInt::from(10).pow(u32::try_from(fraction.len()).expect("short")))
}

fn given(act: &Value, name: &str) -> Option<Number> {
    act.get(name).filter(|value| !value.is_null()).map(decimal)
}

/// The amount and the count of some entries.
pub(crate) fn total(entries: &[(Option<Day>, Number, Number)]) -> (Number, Number) {
    entries.iter().fold((int(0), int(0)), |(amount, count), (_, a, c)| (amount + a, count + c))
}

pub(crate) fn half_up(number: &Number) -> Number {
    let hundred = int(100);
    (number * &hundred + Number::new(1.into(), 2.into())).floor() / hundred
}

fn down(number: &Number) -> Number {
    (number * int(100)).floor() / int(100)
}

pub(crate) fn day(text: &Value) -> Option<Day> {
    let parts: Vec<i64> = text.as_str()?.split('-').map(|part| part.parse().expect("a number")).collect();
    Some((parts[0], parts[1], parts[2]))
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

fn plus_months((year, month, day): Day, months: i64) -> Day {
    let total = year * 12 + month - 1 + months;
    settled((total / 12, total % 12 + 1, day))
}

fn pmss(year: i64) -> Option<Number> {
    let euros = match year {
        2019 => 3_377,
        2020..=2022 => 3_428,
        2023 => 3_666,
        2024 => 3_864,
        2025 => 3_925,
        2026 => 4_005,
        _ => return None,
    };
    Some(int(euros))
}

/// Pays for one act and uses the limits.
pub(crate) fn pay(rule: &Value, act: &Value, round_half_up: bool, used: &mut Used) -> Answer {
    let charged = decimal(&act["charged"]);
    let contributions = given(act, "flat_contribution").unwrap_or(int(0)) + given(act, "franchise").unwrap_or(int(0));
    let before = given(act, "secu_reimbursement");
    let after = given(act, "secu_paid").map(|paid| paid + &contributions);
    if before.iter().chain(&after).any(|secu| *secu > charged) {
        return Answer::Refused;
    }
    let mut missing = BTreeSet::new();
    let (brss, rate) = (given(act, "brss"), given(act, "secu_rate_percent"));
    let base = brss.clone().map_or(int(0), |brss| brss.min(charged.clone()));
    let rss = match (before.or(after), &brss, &rate) {
        (Some(secu), _, _) => secu,
        (None, Some(_), Some(rate)) => {
            let part = &base * rate / int(100);
            if round_half_up { half_up(&part).min(base.clone()) } else { down(&part) }
        }
        (None, None, None) => int(0),
        (None, None, Some(_)) => {
            missing.insert("brss");
            int(0)
        }
        (None, Some(_), None) => {
            missing.insert("secu_rate_percent");
            int(0)
        }
    };
    let has = |name: &str| act.get(name).is_some();
    for limit in rule["limits"].as_array().into_iter().flatten() {
        let kind = limit["period"]["kind"].as_str().expect("a kind");
        let scope = limit["scope"].as_str().expect("a scope");
        let mut needs: Vec<&str> = match kind {
            "act" => continue,
            "stay" => vec!["stay_id"],
            "lifetime" => vec![],
            "membership_year" => vec!["care_date", "membership_start"],
            _ => vec!["care_date"],
        };
        needs.extend(match scope {
            "family" => vec![],
            "eye" | "ear" => vec!["beneficiary", "side"],
            "tooth" => vec!["beneficiary", "tooth"],
            _ => vec!["beneficiary"],
        });
        missing.extend(needs.into_iter().filter(|name| !has(name)));
    }
    let unlimited = unlimited(rule, act, &charged, &base, &rss, &mut missing);
    if !missing.is_empty() {
        return Answer::Missing(missing.into_iter().map(str::to_owned).collect());
    }
    let quantity = given(act, "quantity").unwrap_or(int(1));
    let components = rule["components"].as_array().expect("components");
    let per_session = components.iter().any(|component| component["per"] == "session");
    let mut allowed = unlimited.clone();
    let limits = rule["limits"].as_array().expect("limits");
    for limit in limits {
        let (amount, count) = used_of(limit, act, used);
        let share = |maximum: Number| {
            let left = (maximum - &count).max(int(0));
            if left >= quantity {
                unlimited.clone()
            } else {
                half_up(&(&unlimited * left / &quantity)).min(unlimited.clone())
            }
        };
        let room = if limit.get("max_amount").is_some() {
            let rss = if limit["counts"] == "total" { rss.clone() } else { int(0) };
            (decimal(&limit["max_amount"]) - amount - rss).max(int(0))
        } else if limit.get("max_days").is_some() {
            share(decimal(&limit["max_days"]))
        } else if per_session {
            share(decimal(&limit["max_count"]))
        } else if decimal(&limit["max_count"]) <= count {
            int(0)
        } else {
            unlimited.clone()
        };
        allowed = allowed.min(room);
    }
    let mut complementary = allowed.clone();
    if allowed < unlimited && !rule["beyond_limits"].is_null() {
        let beyond = self::unlimited(&rule["beyond_limits"], act, &charged, &base, &rss, &mut missing);
        if !missing.is_empty() {
            return Answer::Missing(missing.into_iter().map(str::to_owned).collect());
        }
        complementary = complementary.max(beyond);
    }
    if allowed > int(0) {
        for (position, limit) in limits.iter().enumerate() {
            // A key that occurs twice is used once.
            let is_repeated = limits[..position].iter().any(|other| other["key"] == limit["key"]);
            let Some(place) = place(limit, act).filter(|_| !is_repeated) else { continue };
            let total = limit["counts"] == "total";
            let (amount, count) = if limit.get("max_amount").is_some() {
                (if total { &allowed + &rss } else { allowed.clone() }, int(0))
            } else if limit.get("max_days").is_some() || per_session {
                (int(0), quantity.clone())
            } else {
                (int(0), int(1))
            };
            let date = act.get("care_date").and_then(day);
            let entries = used.entry(place).or_default();
            if let Some(months) = limit["period"]["months"].as_i64() {
                entries.retain(|(old, _, _)| date < Some(plus_months(old.expect("a date"), months)));
            }
            entries.push((date, amount, count));
        }
    }
    let flat = contributions.min(rss.clone());
    let secu_paid = &rss - flat;
    let out_of_pocket = charged - &secu_paid - &complementary;
    let ticket_moderateur = (base - &rss).max(int(0));
    Answer::Paid(Box::new(Paid { rss, secu_paid, ticket_moderateur, complementary, out_of_pocket }))
}

fn unlimited(
    rule: &Value,
    act: &Value,
    charged: &Number,
    base: &Number,
    rss: &Number,
    missing: &mut BTreeSet<&'static str>,
) -> Number {
    let mut need = |name: &'static str, value: Option<Number>| {
        if value.is_none() {
            missing.insert(name);
        }
        value.unwrap_or(int(0))
    };
    let eligible = match rule["price_cap"]["kind"].as_str() {
        Some("plv") => need("plv", given(act, "plv")).min(charged.clone()),
        Some("hlf") => need("hlf", given(act, "hlf")).min(charged.clone()),
        Some(_) => decimal(&rule["price_cap"]["amount"]).min(charged.clone()),
        None => charged.clone(),
    };
    let quantity = given(act, "quantity").unwrap_or(int(1));
    let mut target = int(0);
    for component in rule["components"].as_array().expect("components") {
        let units = if component["per"] == "act" { int(1) } else { quantity.clone() };
        let percent = component.get("percent").map(|percent| decimal(percent) / int(100));
        let kind = component["kind"].as_str().expect("a kind");
        if matches!(kind, "brss_percent" | "ticket_moderateur") && *rss > int(0) {
            need("brss", given(act, "brss"));
        }
        target += match (kind, percent) {
            ("brss_percent", Some(percent)) => base * percent,
            ("ticket_moderateur", Some(percent)) => (base - rss).max(int(0)) * percent,
            ("actual_costs", Some(percent)) => &eligible * percent,
            ("rss_percent", Some(percent)) => rss * percent,
            ("reconstituted_brss_percent", Some(percent)) => {
                need("reconstituted_brss", given(act, "reconstituted_brss")) * percent
            }
            ("pmss_percent", Some(percent)) => {
                let of_year = || pmss(day(act.get("care_date")?)?.0);
                half_up(&(need("pmss", given(act, "pmss").or_else(of_year)) * percent)) * units
            }
            _ => decimal(&component["amount"]) * units,
        };
    }
    let target = half_up(&target);
    let raw = if rule["secu_share"] == "included" { target - rss } else { target };
    raw.min(eligible - rss).max(int(0))
}

/// The counter of a limit; none for the limit of one act.
pub(crate) fn place(limit: &Value, act: &Value) -> Option<Place> {
    let text = |name: &str| act[name].as_str().expect("a text").to_owned();
    let date = || day(&act["care_date"]).expect("a date");
    let kind = limit["period"]["kind"].as_str().expect("a kind");
    let (period, stay) = match kind {
        "act" => return None,
        "stay" => (String::new(), format!("/{}", text("stay_id"))),
        "civil_year" => (format!("{:04}-01-01", date().0), String::new()),
        "membership_year" => {
            let (_, month, start) = day(&act["membership_start"]).expect("a date");
            let this = settled((date().0, month, start));
            let (year, month, day) = if this <= date() { this } else { settled((date().0 - 1, month, start)) };
            (format!("{year:04}-{month:02}-{day:02}"), String::new())
        }
        _ => (String::new(), String::new()),
    };
    let scope = match limit["scope"].as_str().expect("a scope") {
        "family" => "family".to_owned(),
        "eye" | "ear" => format!("{}/{}", text("beneficiary"), text("side")),
        "tooth" => format!("{}/{}", text("beneficiary"), act["tooth"]),
        _ => text("beneficiary"),
    };
    Some((limit["key"].as_str().expect("a key").to_owned(), format!("{scope}{stay}"), period))
}

/// The amount and the count that were used of a limit in its period.
fn used_of(limit: &Value, act: &Value, used: &Used) -> (Number, Number) {
    let entries = place(limit, act).and_then(|place| used.get(&place).cloned()).unwrap_or_default();
    let date = act.get("care_date").and_then(day);
    let months = limit["period"]["months"].as_i64();
    let live = entries
        .into_iter()
        .filter(|(old, _, _)| months.is_none_or(|months| date < Some(plus_months(old.expect("a date"), months))));
    live.fold((int(0), int(0)), |(amount, count), (_, a, c)| (amount + a, count + c))
}
