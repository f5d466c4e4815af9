//! The sum of the components of a rule, or of the rule beyond its limits, before any limit.

use std::collections::BTreeSet;

use serde_json::Value;

use super::calendar::pmss;
use super::number::{Number, at_least_nothing, decimal, given, half_up, int};
use super::secu::Secu;

/// An act, what the Sécu pays, and what coverages before this one paid.
pub(crate) struct Asked<'a> {
    pub(crate) act: &'a Value,
    pub(crate) secu: &'a Secu,
    pub(crate) paid_before: &'a Number,
}

pub(crate) struct Sum<'r> {
    pub(crate) eligible: Number,
    /// The components in the order written, each with its value.
    pub(crate) parts: Vec<(&'r Value, Number)>,
    /// What the sum includes of others: the Sécu part and what was paid before, or nothing.
    pub(crate) share: Number,
    /// The most that is left to pay.
    pub(crate) top: Number,
    pub(crate) target: Number,
    pub(crate) raw: Number,
    pub(crate) unlimited: Number,
}

pub(crate) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Whether a component, or one of its options, is per session.
pub(crate) fn is_per_session(component: &Value) -> bool {
    let in_options = || list(component, "options").iter().flat_map(|option| option.as_array().expect("an option"));
    component["per"] == "session" || in_options().any(is_per_session)
}

impl Asked<'_> {
    pub(crate) fn quantity(&self) -> Number {
        given(self.act, "quantity").unwrap_or(int(1))
    }

    /// Sécu part and what was paid before.
    pub(crate) fn others(&self) -> Number {
        self.secu.counted() + self.paid_before
    }

    pub(crate) fn sum<'r>(&self, rule: &'r Value, missing: &mut BTreeSet<&str>) -> Sum<'r> {
        let charged = || self.secu.charged.clone();
        let eligible = match rule["price_cap"]["kind"].as_str() {
            Some(name @ "plv") => self.need("plv", given(self.act, name), missing).min(charged()),
            Some(name @ "hlf") => self.need("hlf", given(self.act, name), missing).min(charged()),
            Some(_) => decimal(&rule["price_cap"]["amount"]).min(charged()),
            None => charged(),
        };
        let components = list(rule, "components").iter();
        let parts: Vec<(&Value, Number)> =
            components.map(|component| (component, self.value(component, &eligible, missing))).collect();
        let share = if rule["secu_share"] == "excluded" { int(0) } else { self.others() };
        let top = at_least_nothing(&eligible - self.others());
        let target = half_up(&parts.iter().fold(int(0), |sum, (_, value)| sum + value));
        let raw = &target - &share;
        let unlimited = at_least_nothing(raw.clone()).min(top.clone());
        Sum { eligible, parts, share, top, target, raw, unlimited }
    }

    fn need<'m>(&self, name: &'m str, value: Option<Number>, missing: &mut BTreeSet<&'m str>) -> Number {
        if value.is_none() {
            missing.insert(name);
        }
        value.unwrap_or(int(0))
    }

    /// What a component comes to; of options, the first of the largest or of the smallest.
    fn value(&self, component: &Value, eligible: &Number, missing: &mut BTreeSet<&str>) -> Number {
        let options = list(component, "options").iter();
        let sums = options.map(|option| {
            let plain = option.as_array().expect("an option").iter();
            plain.fold(int(0), |sum, component| sum + self.plain(component, eligible, missing))
        });
        match component["kind"].as_str() {
            Some("greatest_of") => sums.max().expect("an option"),
            Some("least_of") => sums.min().expect("an option"),
            _ => self.plain(component, eligible, missing),
        }
    }

    fn plain(&self, component: &Value, eligible: &Number, missing: &mut BTreeSet<&str>) -> Number {
        let secu = self.secu;
        let kind = component["kind"].as_str().expect("a kind");
        let of_base = matches!(kind, "brss_percent" | "ticket_moderateur" | "excess_over_brss");
        if of_base && secu.rss > int(0) && secu.brss.is_none() {
            missing.insert("brss");
        }
        let units = if matches!(component["per"].as_str(), None | Some("act")) { int(1) } else { self.quantity() };
        let percent = component.get("percent").map_or(int(0), |percent| decimal(percent) / int(100));
        let value = match kind {
            "brss_percent" => &secu.base * percent,
            "ticket_moderateur" => at_least_nothing(&secu.base - self.others()) * percent,
            "actual_costs" => eligible * percent,
            "excess_over_brss" => at_least_nothing(eligible - secu.brss.clone().unwrap_or(int(0))) * percent,
            "rss_percent" => secu.counted() * percent,
            "reconstituted_brss_percent" => {
                self.need("reconstituted_brss", given(self.act, "reconstituted_brss"), missing) * percent
            }
            "flat_amount" => decimal(&component["amount"]) * units,
            "pmss_percent" => half_up(&(self.need("pmss", pmss(self.act), missing) * percent)) * units,
            other => panic!("`{other}` is no kind of component"),
        };
        // More than 10^22 € is counted as that much.
        value.min(int(100_000_000_000) * int(100_000_000_000))
    }
}
