//! Reimbursement as a person would compute it from the document, in exact rationals, straight from the JSON.

use std::collections::BTreeSet;

use serde_json::Value;

mod calendar;
mod limit;
mod number;
mod secu;
mod stack;
mod sum;

pub(crate) use calendar::{Day, day};
pub(crate) use limit::{Place, Used, max_amount, place, total};
pub(crate) use number::{Number, decimal, int};
pub(crate) use stack::{Answered, Stack, pay_one_after_the_other};
pub(crate) use sum::list;
use sum::{Asked, Sum, is_per_session};

pub(crate) struct Paid {
    pub(crate) rss: Number,
    pub(crate) secu_paid: Number,
    pub(crate) ticket_moderateur: Number,
    pub(crate) complementary: Number,
    pub(crate) out_of_pocket: Number,
    /// Every line of the computation, by its name.
    pub(crate) steps: Vec<(String, Number)>,
}

pub(crate) enum Answer {
    /// The act contradicts itself.
    Refused,
    Missing(Vec<String>),
    Paid(Box<Paid>),
}

fn missing_of(missing: BTreeSet<&str>) -> Answer {
    Answer::Missing(missing.into_iter().map(str::to_owned).collect())
}

/// Pays for one act and uses the limits.
pub(crate) fn pay(rule: &Value, act: &Value, round_half_up: bool, used: &mut Used) -> Answer {
    pay_after(&int(0), rule, act, round_half_up, used)
}

/// Pays for one act of which other coverages paid a part before.
fn pay_after(paid_before: &Number, rule: &Value, act: &Value, round_half_up: bool, used: &mut Used) -> Answer {
    let mut missing = BTreeSet::new();
    let Some(secu) = secu::secu(rule, act, round_half_up, &mut missing) else { return Answer::Refused };
    let asked = Asked { act, secu: &secu, paid_before };
    let sum = asked.sum(rule, &mut missing);
    let of_components = || sum.parts.iter().flat_map(|(component, _)| list(component, "limits"));
    of_components().chain(list(rule, "limits")).for_each(|limit| limit::needs(limit, act, &mut missing));
    if !missing.is_empty() {
        return missing_of(missing);
    }

    let mut steps = vec![("base".to_owned(), secu.base.clone()), ("rss".to_owned(), secu.rss.clone())];
    let mut step = |name: &str, value: &Number| steps.push((name.to_owned(), value.clone()));
    if let Some(pathway_rss) = &secu.pathway_rss {
        step("pathway_rss", pathway_rss);
    }
    step("eligible", &sum.eligible);
    for (position, (_, value)) in sum.parts.iter().enumerate() {
        step(&format!("component:{position}"), value);
    }
    step("target", &sum.target);
    step("raw", &sum.raw);
    step("unlimited", &sum.unlimited);

    let offers = offers(&sum, &asked, used, &mut step);
    let offered = offers.iter().fold(int(0), |sum, (_, offer)| sum + offer);
    if of_components().next().is_some() {
        step("offered", &offered);
    }
    let per_session = sum.parts.iter().any(|(component, _)| is_per_session(component));
    let mut allowed = offered;
    for limit in list(rule, "limits") {
        let room = limit::room(limit, &asked, &sum.unlimited, per_session, used);
        step(&format!("room:{}", limit["key"].as_str().expect("a key")), &room);
        allowed = allowed.min(room);
    }
    step("allowed", &allowed);

    let mut complementary = allowed.clone();
    if allowed < sum.unlimited && !rule["beyond_limits"].is_null() {
        let beyond = asked.sum(&rule["beyond_limits"], &mut missing);
        if !missing.is_empty() {
            return missing_of(missing);
        }
        complementary = complementary.max(beyond.unlimited);
    }
    consume(rule, &offers, &allowed, per_session, &asked, used);

    let flat = secu.contributions.clone().min(secu.rss.clone());
    let secu_paid = &secu.rss - &flat;
    let out_of_pocket = &secu.charged - &secu_paid - paid_before - &complementary;
    step("amc", &complementary);
    step("flat", &flat);
    step("secu_paid", &secu_paid);
    step("out_of_pocket", &out_of_pocket);
    let ticket_moderateur = number::at_least_nothing(&secu.base - &secu.rss);
    Answer::Paid(Box::new(Paid { rss: secu.rss, secu_paid, ticket_moderateur, complementary, out_of_pocket, steps }))
}

/// What each component may pay within its own limits: those without limits first.
fn offers<'r>(
    sum: &Sum<'r>,
    asked: &Asked<'_>,
    used: &Used,
    step: &mut impl FnMut(&str, &Number),
) -> Vec<(&'r Value, Number)> {
    let (limited, free): (Vec<_>, Vec<_>) =
        sum.parts.iter().partition(|(component, _)| !list(component, "limits").is_empty());
    let (mut values, mut above, mut left) = (int(0), int(0), sum.top.clone());
    let mut offers = Vec::new();
    for (component, value) in free.into_iter().chain(limited) {
        values += value;
        let now = number::at_least_nothing(number::half_up(&values) - &sum.share);
        let own = &now - above;
        above = now;
        let mut offer = own.clone().min(left.clone());
        for limit in list(component, "limits") {
            let room = limit::room(limit, asked, &own, is_per_session(component), used);
            step(&format!("room:{}", limit["key"].as_str().expect("a key")), &room);
            offer = offer.min(room);
        }
        left -= &offer;
        offers.push((*component, offer));
    }
    offers
}

/// Uses what is allowed: each component's part of its own limits, and all of it of those of the rule.
fn consume(
    rule: &Value,
    offers: &[(&Value, Number)],
    allowed: &Number,
    per_session: bool,
    asked: &Asked<'_>,
    used: &mut Used,
) {
    let mut left = allowed.clone();
    for (component, offer) in offers {
        let part = offer.clone().min(left.clone());
        for limit in list(component, "limits") {
            limit::consume(limit, asked, &part, is_per_session(component), used);
        }
        left -= part;
    }
    let limits = list(rule, "limits");
    for (position, limit) in limits.iter().enumerate() {
        // A key that occurs twice is used once.
        if !limits[..position].iter().any(|other| other["key"] == limit["key"]) {
            limit::consume(limit, asked, allowed, per_session, used);
        }
    }
}
