//! Rules, acts and counters of reimbursement, of the alphabets of `tests/laws/reimburse/world.rs`: the world of its laws, chosen by the
//! fuzzer.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use super::choices::{Choices, list, written};
use crate::world::{KEYS, RULES, World};

/// Counters that were left by somebody, then acts, in parts: each part is one call that takes the counters of the one before.
#[derive(Clone, Debug)]
pub struct Payments {
    pub world: World,
    pub counters: Vec<Value>,
    /// How many acts each call takes.
    pub parts: Vec<usize>,
    /// Of each call: how many months its limits roll more than those of the rules, as those of another version of the coverage do.
    pub more_months: Vec<u64>,
}

const PEOPLE: [&str; 2] = ["anne", "bob"];
const STAYS: [&str; 2] = ["S1", "S2"];
const SIDES: [&str; 2] = ["left", "right"];
const TEETH: [u8; 2] = [11, 16];
const EDGES: [&str; 9] = [
    "2018-12-31",
    "2019-01-01",
    "2024-02-29",
    "2024-03-01",
    "2025-02-28",
    "2025-03-01",
    "2025-08-31",
    "2026-12-31",
    "2027-01-01",
];

impl<'a> Arbitrary<'a> for Payments {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let half_up = bytes.chance(8);
        let limits: Vec<Value> = KEYS.iter().map(|key| limit(bytes, key)).collect();
        let rules = (0..RULES).map(|_| rule(bytes, &limits)).collect();
        let counters = counters(bytes, &limits);
        let acts = list(bytes, 40, act);
        let (mut parts, mut more_months, mut left) = (Vec::new(), Vec::new(), acts.len());
        while left > 0 {
            let part = if bytes.chance(8) { left } else { bytes.position(left) + 1 };
            left -= part;
            parts.push(part);
            more_months.push(*bytes.of(&[0, 0, 0, 1, 11]));
        }
        Ok(Payments { world: World { rules, acts, half_up }, counters, parts, more_months })
    }
}

fn percent(bytes: &mut Unstructured<'_>) -> Value {
    match bytes.weighted(&[6, 2, 1, 1, 1]) {
        0 => json!(bytes.number(0, 500).to_string()),
        1 => written(bytes.number(0, 50_000), 2),
        2 => written(bytes.number(0, 500_000_000), 6),
        3 => written(bytes.number(0, 10_u64.pow(18) - 1), 6),
        _ => json!(100),
    }
}

fn amount(bytes: &mut Unstructured<'_>) -> Value {
    bytes.decimal(12, 4)
}

fn quantity(bytes: &mut Unstructured<'_>) -> Value {
    if bytes.chance(13) { json!(bytes.number(1, 12)) } else { written(bytes.number(1, 100_000), 4) }
}

fn plain(bytes: &mut Unstructured<'_>) -> Value {
    let of = [
        "brss_percent",
        "ticket_moderateur",
        "actual_costs",
        "rss_percent",
        "reconstituted_brss_percent",
        "excess_over_brss",
    ];
    let per = ["act", "session", "day", "box"];
    match bytes.weighted(&[5, 2, 1]) {
        0 => json!({ "kind": bytes.of(&of), "percent": percent(bytes) }),
        1 => json!({ "kind": "flat_amount", "amount": amount(bytes), "per": bytes.of(&per) }),
        _ => json!({ "kind": "pmss_percent", "percent": percent(bytes), "per": bytes.of(&per) }),
    }
}

/// A plain component, or the greatest or the least of some sums.
fn component(bytes: &mut Unstructured<'_>) -> Value {
    if bytes.chance(12) {
        return plain(bytes);
    }
    let kind = *bytes.of(&["greatest_of", "least_of"]);
    let mut options = Vec::new();
    for _ in 0..bytes.number(2, 3) {
        let count = bytes.number(1, 2);
        options.push((0..count).map(|_| plain(bytes)).collect::<Vec<_>>());
    }
    json!({ "kind": kind, "options": options })
}

fn limit(bytes: &mut Unstructured<'_>, key: &str) -> Value {
    let period = match bytes.chance(8) {
        true => json!({ "kind": "rolling_months", "months": bytes.number(1, 40) }),
        false => json!({ "kind": bytes.of(&["act", "stay", "civil_year", "membership_year", "lifetime"]) }),
    };
    let (maximum, value) = match bytes.weighted(&[3, 1, 1, 1]) {
        0 => ("max_amount", amount(bytes)),
        1 => ("max_pmss_percent", written(bytes.number(0, 4_000), 2)),
        2 => ("max_count", quantity(bytes)),
        _ => ("max_days", quantity(bytes)),
    };
    let scope = bytes.of(&["beneficiary", "family", "eye", "ear", "tooth"]);
    json!({ "key": key, "period": period, maximum: value, "scope": scope })
}

/// A rule with some of the limits, in any order: each its own, counted in one of two ways, or of one of its components. One of its own
/// may be there twice.
fn rule(bytes: &mut Unstructured<'_>, limits: &[Value]) -> Value {
    let mut rule = base(bytes);
    let limits = bytes.some(limits, 8);
    let (mut own, mut of_components): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    for limit in bytes.shuffled(limits) {
        if bytes.chance(8) { own.push(limit) } else { of_components.push(limit) }
    }
    if !own.is_empty() && bytes.chance(2) {
        let again = bytes.of(&own).clone();
        own.push(again);
    }
    for limit in &mut own {
        limit["counts"] = json!(bytes.of(&["complementary", "total"]));
    }
    rule["limits"] = json!(own);
    let components = rule["components"].as_array_mut().expect("components");
    for limit in of_components {
        let position = bytes.position(components.len());
        let component = &mut components[position];
        if component["limits"].is_null() {
            component["limits"] = json!([]);
        }
        component["limits"].as_array_mut().expect("limits").push(limit);
    }
    rule["beyond_limits"] = if bytes.chance(5) { base(bytes) } else { Value::Null };
    if bytes.chance(8) {
        rule["pathway_surcharge"] = json!(bytes.of(&["left_to_member", "covered"]));
    }
    rule
}

fn base(bytes: &mut Unstructured<'_>) -> Value {
    let components: Vec<Value> = (0..bytes.number(1, 3)).map(|_| component(bytes)).collect();
    let price_cap = match bytes.weighted(&[6, 1, 1, 1]) {
        0 => Value::Null,
        1 => json!({ "kind": "plv" }),
        2 => json!({ "kind": "hlf" }),
        _ => json!({ "kind": "amount", "amount": amount(bytes) }),
    };
    json!({ "components": components, "secu_share": bytes.of(&["included", "excluded"]), "price_cap": price_cap })
}

pub fn date(bytes: &mut Unstructured<'_>) -> String {
    if bytes.chance(4) {
        return (*bytes.of(&EDGES)).to_owned();
    }
    // Few years, so that equal dates and neighbours are met often; every day of a month.
    let (year, month) = (bytes.number(2023, 2026), bytes.number(1, 12));
    let last = [31, if year == 2024 { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    format!("{year}-{month:02}-{:02}", bytes.number(1, last[usize::try_from(month).expect("a month") - 1]))
}

fn act(bytes: &mut Unstructured<'_>) -> Value {
    let mut often = |make: &mut dyn FnMut(&mut Unstructured<'_>) -> Value, sixteenths: u64| {
        bytes.chance(sixteenths).then(|| make(bytes))
    };
    let money: &mut dyn FnMut(&mut Unstructured<'_>) -> Value = &mut amount;
    let (brss, plv, hlf) = (often(money, 14), often(money, 14), often(money, 14));
    let (pmss, reconstituted) = (often(money, 8), often(money, 14));
    let rate = often(
        &mut |bytes| match bytes.chance(13) {
            true => json!(bytes.of(&[30, 60, 65, 70, 80, 100])),
            false => written(bytes.number(0, 100_000_000), 6),
        },
        14,
    );
    let mut of = |values: &[Value], sixteenths: u64| often(&mut |bytes| bytes.of(values).clone(), sixteenths);
    let person = of(&PEOPLE.map(|name| json!(name)), 15);
    let stay = of(&STAYS.map(|stay| json!(stay)), 15);
    let start = of(&[json!("2016-02-29"), json!("2020-07-14"), json!("2026-01-01")], 15);
    let (side, tooth) = (of(&SIDES.map(|side| json!(side)), 15), of(&TEETH.map(|tooth| json!(tooth)), 15));
    let (flat, franchise) = (of(&[json!(1), json!(2), json!(24)], 8), of(&[json!("1"), json!("0.5")], 8));
    let date = often(&mut |bytes| json!(date(bytes)), 15);
    let quantity = often(&mut quantity, 8);
    let charged = Some(amount(bytes));
    let cents = |bytes: &mut Unstructured<'_>| Some(written(bytes.number(0, 29_999), 2));
    let (brss, rate, before, after) = match bytes.weighted(&[8, 2, 2, 2]) {
        0 => (brss, rate, None, None),
        1 => (brss, None, cents(bytes), None),
        2 => (brss, None, None, cents(bytes)),
        _ => (None, None, None, None),
    };
    let pathway = bytes.chance(5).then(|| json!(bytes.of(&[30, 70, 80, 100, 100])));
    let care_type = Some(json!(format!("C{}", bytes.position(RULES))));
    bytes.object(vec![
        ("care_type", care_type),
        ("charged", charged),
        ("quantity", quantity),
        ("care_date", date),
        ("brss", brss),
        ("secu_rate_percent", rate),
        ("pathway_rate_percent", pathway),
        ("secu_reimbursement", before),
        ("secu_paid", after),
        ("flat_contribution", flat),
        ("franchise", franchise),
        ("plv", plv),
        ("hlf", hlf),
        ("pmss", pmss),
        ("reconstituted_brss", reconstituted),
        ("beneficiary", person),
        ("stay_id", stay),
        ("membership_start", start),
        ("side", side),
        ("tooth", tooth),
    ])
}

/// Counters that the limits may meet, and others; the entries of a rolling one in any order of dates, with equal dates.
fn counters(bytes: &mut Unstructured<'_>, limits: &[Value]) -> Vec<Value> {
    let mut counters: Vec<Value> = Vec::new();
    for counter in list(bytes, 6, |bytes| counter(bytes, limits)) {
        let is_same =
            |other: &Value| ["key", "scope_id", "period_start"].iter().all(|name| other[*name] == counter[*name]);
        if !counters.iter().any(is_same) {
            counters.push(counter);
        }
    }
    counters
}

fn counter(bytes: &mut Unstructured<'_>, limits: &[Value]) -> Value {
    let limit = bytes.of(limits);
    let person = *bytes.of(&PEOPLE);
    let scope = match limit["scope"].as_str().expect("a scope") {
        "family" => "family".to_owned(),
        "eye" | "ear" => format!("{person}/{}", bytes.of(&SIDES)),
        "tooth" => format!("{person}/{}", bytes.of(&TEETH)),
        _ => person.to_owned(),
    };
    let (scope, start) = match limit["period"]["kind"].as_str().expect("a kind") {
        "stay" => (format!("{scope}/{}", bytes.of(&STAYS)), Value::Null),
        "civil_year" => (scope, json!(format!("{}-01-01", bytes.number(2023, 2026)))),
        "membership_year" => (scope, json!(bytes.of(&["2023-03-01", "2024-02-29", "2025-07-14", "2026-01-01"]))),
        _ => (scope, Value::Null),
    };
    let used = |bytes: &mut Unstructured<'_>| (bytes.number(0, 200_000), bytes.number(0, 30_000));
    let is_rolling = limit["period"]["kind"] == "rolling_months";
    let rows: Vec<(String, (u64, u64))> = match is_rolling {
        true => list(bytes, 12, |bytes| (date(bytes), used(bytes))),
        false => Vec::new(),
    };
    let (cents, count) = if is_rolling {
        rows.iter().fold((0, 0), |(cents, count), (_, used)| (cents + used.0, count + used.1))
    } else {
        used(bytes)
    };
    let entry = |(date, (cents, count)): &(String, (u64, u64))| json!({ "date": date, "amount": written(*cents, 2), "count": written(*count, 4) });
    let entries = is_rolling.then(|| rows.iter().map(entry).collect::<Vec<_>>());
    json!({
        "key": limit["key"], "scope_id": scope, "period_start": start,
        "amount": written(cents, 2), "count": written(count, 4), "entries": entries,
    })
}

impl Payments {
    /// What each call is given.
    pub fn calls(&self) -> Vec<World> {
        let mut acts = self.world.acts.iter().cloned();
        let call = |(part, more): (&usize, &u64)| {
            let mut world = World { acts: acts.by_ref().take(*part).collect(), ..self.world.clone() };
            world.roll_longer(*more);
            world
        };
        self.parts.iter().zip(&self.more_months).map(call).collect()
    }
}
