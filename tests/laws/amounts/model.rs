//! What a rule pays before anything is rounded, computed naively from its JSON in integers.

use serde_json::Value;

/// Units in a euro: four decimals of rate and percentage each, two of a cent, and quotients by two quantities of at most eight.
pub(crate) const EURO: i128 = 10_i128.pow(10) * 840 * 840;
pub(crate) const CENT: i128 = EURO / 100;
/// Of 2026.
const PMSS_CENTS: i128 = 400_500;

/// The amounts of an act, in cents; the rate in percent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Act {
    pub(crate) charged: i128,
    pub(crate) secu: Option<(i128, i128)>,
    pub(crate) price: i128,
    pub(crate) quantity: i128,
}

/// What is computed of an act without limits.
struct Sums {
    offered: i128,
    unlimited: i128,
}

/// A decimal with at most two decimals, in hundredths.
pub(crate) fn hundredths(json: &Value) -> i128 {
    let text = json.as_str().expect("a decimal");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    whole.parse::<i128>().expect("digits") * 100 + format!("{fraction:0<2}").parse::<i128>().expect("digits")
}

fn items<'v>(rule: &'v Value, name: &str) -> &'v [Value] {
    rule.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// What a rule pays, in units; none where rounding to cents decides whether its limits take something away.
pub(crate) fn pays(rule: &Value, act: &Act, is_used_up: &dyn Fn(&str) -> bool) -> Option<i128> {
    let main = sums(rule, act, is_used_up);
    let sessions = items(rule, "components").iter().any(is_of_sessions);
    let room = |limit: &Value| room(limit, act, main.unlimited, sessions, is_used_up);
    let allowed = items(rule, "limits").iter().map(room).fold(main.offered, i128::min);
    match rule.get("beyond_limits").filter(|beyond| !beyond.is_null()) {
        Some(_) if 0 < main.unlimited - allowed && main.unlimited - allowed < CENT => None,
        Some(beyond) if allowed < main.unlimited => Some(allowed.max(sums(beyond, act, is_used_up).unlimited)),
        _ => Some(allowed),
    }
}

fn rss(act: &Act) -> i128 {
    act.secu.map_or(0, |(brss, rate)| act.charged.min(brss) * CENT / 100 * rate)
}

fn sums(rule: &Value, act: &Act, is_used_up: &dyn Fn(&str) -> bool) -> Sums {
    let cap = match rule.get("price_cap").and_then(|cap| cap.get("kind")).and_then(Value::as_str) {
        None => act.charged,
        Some("amount") => hundredths(&rule["price_cap"]["amount"]),
        Some(_) => act.price,
    };
    let eligible = act.charged.min(cap) * CENT;
    let share = if rule.get("secu_share").and_then(Value::as_str) == Some("excluded") { 0 } else { rss(act) };
    let top = (eligible - rss(act)).max(0);
    let has_limits = |component: &&Value| !items(component, "limits").is_empty();
    let all = items(rule, "components");
    let ordered = all.iter().filter(|c| !has_limits(c)).chain(all.iter().filter(has_limits));
    let (mut sum, mut offered) = (0, 0);
    for component in ordered {
        let before = (sum - share).max(0);
        sum += value(component, act, eligible);
        let due = (sum - share).max(0) - before;
        let room = |limit: &Value| room(limit, act, due, is_of_sessions(component), is_used_up);
        offered += items(component, "limits").iter().map(room).fold(due.min(top - offered), i128::min);
    }
    Sums { offered, unlimited: (sum - share).max(0).min(top) }
}

fn is_of_sessions(component: &Value) -> bool {
    component.get("per").and_then(Value::as_str) == Some("session")
        || items(component, "options")
            .iter()
            .any(|option| option.as_array().expect("a list").iter().any(is_of_sessions))
}

fn value(component: &Value, act: &Act, eligible: i128) -> i128 {
    let of = |whole: i128| whole / 10_000 * hundredths(&component["percent"]);
    let base = act.secu.map_or(0, |(brss, _)| act.charged.min(brss)) * CENT;
    let units = |amount: i128| {
        if component.get("per").is_some_and(|per| per != "act") { amount * act.quantity } else { amount }
    };
    let options = || {
        let sum = |option: &Value| {
            option.as_array().expect("a list").iter().map(|part| value(part, act, eligible)).sum::<i128>()
        };
        items(component, "options").iter().map(sum).collect::<Vec<_>>()
    };
    match component["kind"].as_str().expect("a kind") {
        "brss_percent" => of(base),
        "ticket_moderateur" => of((base - rss(act)).max(0)),
        "actual_costs" => of(eligible),
        "rss_percent" => of(rss(act)),
        "reconstituted_brss_percent" => of(act.price * CENT),
        "excess_over_brss" => of((eligible - act.secu.map_or(0, |(brss, _)| brss) * CENT).max(0)),
        "flat_amount" => units(hundredths(&component["amount"]) * CENT),
        "pmss_percent" => units(of_pmss(&component["percent"]) * CENT),
        "greatest_of" => options().into_iter().max().expect("options"),
        "least_of" => options().into_iter().min().expect("options"),
        other => panic!("no component {other}"),
    }
}

/// In cents, half a cent upwards.
fn of_pmss(percent: &Value) -> i128 {
    (PMSS_CENTS * hundredths(percent) + 5_000) / 10_000
}

fn room(limit: &Value, act: &Act, of: i128, of_sessions: bool, is_used_up: &dyn Fn(&str) -> bool) -> i128 {
    if limit["period"]["kind"] != "act" && is_used_up(limit["key"].as_str().expect("a key")) {
        return 0;
    }
    let used = if limit.get("counts").is_some_and(|counts| counts == "total") { rss(act) } else { 0 };
    let part = |maximum: &Value| {
        let maximum = hundredths(maximum) / 100;
        of / act.quantity * maximum.min(act.quantity)
    };
    if let Some(maximum) = limit.get("max_amount") {
        return (hundredths(maximum) * CENT - used).max(0);
    }
    if let Some(percent) = limit.get("max_pmss_percent") {
        return (of_pmss(percent) * CENT - used).max(0);
    }
    if let Some(maximum) = limit.get("max_days") {
        return part(maximum);
    }
    match &limit["max_count"] {
        maximum if of_sessions || hundredths(maximum) == 0 => part(maximum),
        _ => of,
    }
}
