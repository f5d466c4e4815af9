//! What a rule pays, in fractions and without rounding, as a person would compute it from `docs/reimbursement.md`, straight from the JSON.
//! It shares no code with the engine, nor with the model that rounds.

use num_rational::Ratio;
use serde_json::Value;

use crate::properties::model::items;

pub(crate) type Number = Ratio<i128>;

/// The amounts of an act. The part of the Sécu is exactly its rate of the base.
#[derive(Clone, Debug)]
pub(crate) struct Amounts {
    pub(crate) charged: Number,
    /// Without one the Sécu pays nothing.
    pub(crate) brss: Option<Number>,
    pub(crate) rate: Number,
    pub(crate) plv: Number,
    pub(crate) hlf: Number,
    pub(crate) quantity: Number,
}

/// The monthly ceiling of 2026.
const PMSS: i128 = 4005;

pub(crate) fn int(value: i128) -> Number {
    Number::from_integer(value)
}

/// A decimal as text or number.
pub(crate) fn decimal(value: &Value) -> Number {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let units: i128 = format!("{integer}{fraction}").parse().expect("digits");
    Number::new(units, 10_i128.pow(u32::try_from(fraction.len()).expect("short")))
}

impl Amounts {
    pub(crate) fn base(&self) -> Number {
        self.brss.map_or(int(0), |brss| brss.min(self.charged))
    }

    pub(crate) fn rss(&self) -> Number {
        self.base() * self.rate / int(100)
    }

    pub(crate) fn ticket_moderateur(&self) -> Number {
        (self.base() - self.rss()).max(int(0))
    }

    fn eligible(&self, rule: &Value) -> Number {
        let cap = &rule["price_cap"];
        match cap["kind"].as_str() {
            None => self.charged,
            Some("plv") => self.plv.min(self.charged),
            Some("hlf") => self.hlf.min(self.charged),
            Some(_) => decimal(&cap["amount"]).min(self.charged),
        }
    }
}

/// What a rule pays.
pub(crate) struct Paid {
    pub(crate) amc: Number,
    /// By how much limits leave less than there would be without them, below 0 where they leave more; only where something is paid
    /// beyond them. Where it is a part of a cent, rounding decides whether it is.
    pub(crate) short: Option<Number>,
}

impl Paid {
    /// Whether what is paid beyond the limits depends on rounding.
    pub(crate) fn is_within_a_cent(&self) -> bool {
        self.short.is_some_and(|short| int(0) < short && short < Number::new(1, 100))
    }
}

/// `is_used_up`: of a limit that is not of one act.
pub(crate) fn paid(rule: &Value, amounts: &Amounts, is_used_up: &dyn Fn(&Value) -> bool) -> Paid {
    let rss = amounts.rss();
    let eligible = amounts.eligible(rule);
    let share = if rule["secu_share"] == "excluded" { int(0) } else { rss };
    let top = (eligible - rss).max(int(0));
    let (limited, free): (Vec<&Value>, Vec<&Value>) =
        items(&rule["components"]).iter().partition(|component| !items(&component["limits"]).is_empty());
    let (mut sum, mut offered) = (int(0), int(0));
    for component in free.into_iter().chain(limited) {
        let before = (sum - share).max(int(0));
        sum += value(component, eligible, amounts);
        let more = (sum - share).max(int(0)) - before;
        let per_session = is_per_session(component);
        let mut part = more.min(top - offered);
        for limit in items(&component["limits"]) {
            part = part.min(room(limit, more, per_session, amounts, is_used_up));
        }
        offered += part;
    }
    let unlimited = (sum - share).max(int(0)).min(top);
    let per_session = items(&rule["components"]).iter().any(is_per_session);
    let rooms = items(&rule["limits"]).iter().map(|limit| room(limit, unlimited, per_session, amounts, is_used_up));
    let of_components = if rule_has_limited_components(rule) { Some(offered) } else { None };
    let left = rooms.chain(of_components).min();
    let allowed = left.map_or(offered, |left| left.min(offered));
    let beyond = &rule["beyond_limits"];
    let is_beyond = allowed < unlimited && beyond.is_object();
    let amc = if is_beyond { allowed.max(paid(beyond, amounts, is_used_up).amc) } else { allowed };
    Paid { amc, short: left.filter(|_| beyond.is_object()).map(|left| unlimited - left) }
}

fn rule_has_limited_components(rule: &Value) -> bool {
    items(&rule["components"]).iter().any(|component| !items(&component["limits"]).is_empty())
}

fn is_per_session(component: &Value) -> bool {
    let plain = items(&component["options"]).iter().flat_map(items);
    component["per"] == "session" || plain.into_iter().any(|component| component["per"] == "session")
}

fn value(component: &Value, eligible: Number, amounts: &Amounts) -> Number {
    let units = if component.get("per").is_none_or(|per| per == "act") { int(1) } else { amounts.quantity };
    let percent = component.get("percent").map_or(int(0), |percent| decimal(percent) / int(100));
    let of_options = || items(&component["options"]).iter().map(|option| sum(option, eligible, amounts));
    match component["kind"].as_str().expect("a kind") {
        "brss_percent" => amounts.base() * percent,
        "ticket_moderateur" => amounts.ticket_moderateur() * percent,
        "actual_costs" => eligible * percent,
        "rss_percent" => amounts.rss() * percent,
        "excess_over_brss" => (eligible - amounts.brss.unwrap_or(int(0))).max(int(0)) * percent,
        "flat_amount" => decimal(&component["amount"]) * units,
        "pmss_percent" => half_up(int(PMSS) * percent) * units,
        "greatest_of" => of_options().max().expect("options"),
        "least_of" => of_options().min().expect("options"),
        kind => panic!("{kind}"),
    }
}

fn sum(components: &Value, eligible: Number, amounts: &Amounts) -> Number {
    items(components).iter().map(|component| value(component, eligible, amounts)).sum()
}

/// Of what is used up nothing is left; of what is not, all.
fn room(
    limit: &Value,
    unlimited: Number,
    per_session: bool,
    amounts: &Amounts,
    is_used_up: &dyn Fn(&Value) -> bool,
) -> Number {
    if limit["period"]["kind"] != "act" && is_used_up(limit) {
        return int(0);
    }
    let part = |maximum: Number| {
        if maximum >= amounts.quantity { unlimited } else { unlimited * maximum / amounts.quantity }
    };
    let rss = if limit["counts"] == "total" { amounts.rss() } else { int(0) };
    if let Some(maximum) = limit.get("max_amount") {
        (decimal(maximum) - rss).max(int(0))
    } else if let Some(percent) = limit.get("max_pmss_percent") {
        (half_up(int(PMSS) * decimal(percent) / int(100)) - rss).max(int(0))
    } else if let Some(days) = limit.get("max_days") {
        part(decimal(days))
    } else if per_session {
        part(decimal(&limit["max_count"]))
    } else if decimal(&limit["max_count"]) > int(0) {
        unlimited
    } else {
        int(0)
    }
}

fn half_up(number: Number) -> Number {
    (number * int(100) + Number::new(1, 2)).floor() / int(100)
}
