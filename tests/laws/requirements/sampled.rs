//! Where `checkRequirements` says that a requirement holds, no amounts show the contrary.
//!
//! Each class is sampled at and around every number of the rules. A point counts where the exact difference is a cent or more: what
//! only rounding makes is counted and printed. Every example of a violation is checked again by `reimburse`.

use std::sync::atomic::{AtomicU64, Ordering};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::acts::{Case, cases};
use super::model::{Amounts, Number, Paid, decimal, int, paid};
use super::points::{Chance, Numbers};
use super::world::{World, catalog, worlds};
use crate::law;
use crate::properties::engine;
use crate::properties::model::{items, strings};

const DATE: &str = "2026-03-29";
/// Points of each requirement of a world.
const POINTS: u32 = 400;

static SAMPLED: AtomicU64 = AtomicU64::new(0);
static BY_ROUNDING: AtomicU64 = AtomicU64::new(0);
static HOLD: AtomicU64 = AtomicU64::new(0);
static VIOLATED: AtomicU64 = AtomicU64::new(0);
static NOT_DECIDABLE: AtomicU64 = AtomicU64::new(0);

fn points() -> u32 {
    std::env::var("SAMPLED_POINTS").ok().and_then(|text| text.parse().ok()).unwrap_or(POINTS)
}

#[test]
fn no_sampled_amounts_violate_what_holds() {
    law::holds(60, &(worlds(), any::<u64>()), |(world, seed)| is_what_samples_show(&world, seed));
    let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let sentence = format!(
        "requirements: {} hold, {} are violated, {} not decidable; {} points, {} differ by rounding only\n",
        of(&HOLD),
        of(&VIOLATED),
        of(&NOT_DECIDABLE),
        of(&SAMPLED),
        of(&BY_ROUNDING),
    );
    std::io::Write::write_all(&mut std::io::stderr(), sentence.as_bytes()).expect("a stream to write to");
    assert!(of(&HOLD) > 30 && of(&VIOLATED) > 30, "{sentence}");
}

/// A law: see the head of this file.
pub(crate) fn is_what_samples_show(world: &World, seed: u64) -> Result<(), TestCaseError> {
    let catalog = catalog();
    let coverage = engine::coverage(&engine::catalog(&catalog, &json!({})), &world.coverage);
    let report = engine::judged(
        coverage.check_requirements(&engine::json_of(&world.profile), &engine::json_of(&json!({ "date": DATE }))),
    );
    let Ok(report) = report else { return Err(TestCaseError::fail(format!("{report:?}"))) };
    let mut chance = Chance(seed | 1);
    for (requirement, answer) in items(&world.profile["requirements"]).iter().zip(items(&report["requirements"])) {
        let count = match answer["status"].as_str() {
            Some("holds") => &HOLD,
            Some("violated") => &VIOLATED,
            _ => &NOT_DECIDABLE,
        };
        count.fetch_add(1, Ordering::Relaxed);
        let class = &world.profile["classes"][requirement["class"].as_str().expect("a class")];
        let cases = cases(&catalog, &world.coverage, class);
        let told = Told { requirement, answer };
        match requirement["kind"].as_str() {
            Some("covered") => told.covered(&cases)?,
            Some("surplus_gap") => told.surplus_gap(&cases, class, &mut chance)?,
            _ => told.amounts(&cases, class, &mut chance)?,
        }
        for violation in items(&answer["violations"]) {
            examples_are_paid_as_they_say(&coverage, requirement, violation)?;
        }
    }
    Ok(())
}

/// What was asked, and what was answered.
struct Told<'a> {
    requirement: &'a Value,
    answer: &'a Value,
}

impl Told<'_> {
    /// Whether the answer says of an act that it holds.
    fn holds_for(&self, case: &Case<'_>) -> Result<bool, TestCaseError> {
        let (violations, left) = (items(&self.answer["violations"]), items(&self.answer["not_decidable"]));
        if violations.is_empty() && left.is_empty() {
            return Ok(self.answer["status"] == "holds");
        }
        for entry in violations.iter().chain(left) {
            if entry["region"].is_null() || case.is_in(&entry["region"])? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn covered(&self, cases: &[Case<'_>]) -> Result<(), TestCaseError> {
        for case in cases {
            let holds = self.holds_for(case)?;
            prop_assert_eq!(holds, case.guarantees.len() == 1, "{} at {:?} {}", case.care_type, case.facts, case.age);
        }
        Ok(())
    }

    fn amounts(&self, cases: &[Case<'_>], class: &Value, chance: &mut Chance) -> Result<(), TestCaseError> {
        let of_answer: Vec<Number> = items(&self.answer["quantities"]).iter().map(decimal).collect();
        let is_at_least = self.requirement["kind"] == "at_least";
        for case in cases {
            // Two guarantees are no answer to hold.
            let holds = self.holds_for(case)?;
            prop_assert!(!holds || case.guarantees.len() < 2, "{} at {:?}", case.care_type, case.facts);
            if !holds {
                continue;
            }
            let own = case.guarantees.first().map(|guarantee| &guarantee["coverage_rule"]);
            let asked = &self.requirement["rule"];
            let numbers =
                Numbers::of(&[own.unwrap_or(&Value::Null), asked, class, &self.requirement["charged_at_most"]]);
            let settings = case.settings(class, &self.requirement["charged_at_most"]);
            let quantities = if of_answer.is_empty() { vec![int(1)] } else { of_answer.clone() };
            let of_this_case = points() / u32::try_from(cases.len()).expect("few") + 1;
            for _ in 0..of_this_case {
                let setting = chance.of(&settings);
                let quantity = *chance.of(&quantities);
                let [brss, plv, hlf] = std::array::from_fn(|_| numbers.pick(chance, &[], None));
                let known = setting.amounts([int(0), brss, plv, hlf], quantity).map(|amounts| amounts.base());
                let full = setting.amounts([int(0), brss, plv, hlf], quantity);
                let charged_more = full.map(|amounts| Amounts { charged: int(1_000_000), ..amounts });
                let charged = numbers.pick(chance, &[brss, plv, hlf, known.unwrap_or(int(0))], charged_more.as_ref());
                let Some(amounts) = setting.amounts([charged, brss, plv, hlf], quantity) else { continue };
                for is_used_up in [false, true] {
                    SAMPLED.fetch_add(1, Ordering::Relaxed);
                    let ours =
                        own.map(|rule| paid(rule, &amounts, &|limit| is_used_up && !self.stays_unused(rule, limit)));
                    if ours.as_ref().is_some_and(Paid::is_within_a_cent) {
                        continue;
                    }
                    let amc = ours.map_or(int(0), |paid| paid.amc);
                    let theirs = paid(asked, &amounts, &|_| false).amc;
                    let short = if is_at_least { theirs - amc } else { amc - theirs.max(amounts.ticket_moderateur()) };
                    prop_assert!(
                        short < Number::new(1, 100),
                        "{}: {amounts:?} of {} {:?} {}, used up: {is_used_up}: {amc} and not {theirs}",
                        self.requirement["id"],
                        case.care_type,
                        case.facts,
                        case.age
                    );
                    if short > int(0) {
                        BY_ROUNDING.fetch_add(1, Ordering::Relaxed);
                    }
                }
            }
        }
        Ok(())
    }

    /// A limit that may be used up, in any reading of it, and others of its period and scope.
    fn stays_unused(&self, rule: &Value, limit: &Value) -> bool {
        let kind = |limit: &Value| match limit {
            limit if limit.get("max_count").is_some() => "count",
            limit if limit.get("max_days").is_some() => "days",
            _ => "amount",
        };
        let is_allowed = |limit: &Value| {
            items(&self.requirement["allowed_limits"]).iter().any(|allowed| kind(allowed) == kind(limit))
        };
        let of_rule = items(&rule["components"]).iter().flat_map(|component| items(&component["limits"]));
        let mut others = of_rule.chain(items(&rule["limits"]));
        is_allowed(limit) || others.any(|other| is_allowed(other) && other["period"] == limit["period"])
    }

    /// What is paid above the base is at most a share of it where the fact is false.
    fn surplus_gap(&self, cases: &[Case<'_>], class: &Value, chance: &mut Chance) -> Result<(), TestCaseError> {
        let fact = self.requirement["fact"].as_str().expect("a fact");
        let share = decimal(&self.requirement["at_most_brss_percent"]) / int(100);
        for case in cases.iter().filter(|case| case.facts.get(fact) == Some(&json!(false))) {
            if !self.holds_for(case)? || case.guarantees.len() != 1 {
                continue;
            }
            let rule = &case.guarantees[0]["coverage_rule"];
            let numbers = Numbers::of(&[rule, class]);
            let settings = case.settings(class, &Value::Null);
            for _ in 0..points() / 10 {
                let setting = chance.of(&settings);
                let [charged, brss, plv, hlf] = std::array::from_fn(|_| numbers.pick(chance, &[], None));
                let Some(amounts) = setting.amounts([charged, brss, plv, hlf], int(1)) else { continue };
                for is_used_up in [false, true] {
                    SAMPLED.fetch_add(1, Ordering::Relaxed);
                    let paid = paid(rule, &amounts, &|_| is_used_up);
                    let base = amounts.brss.unwrap_or(int(0));
                    let above = (amounts.rss() + paid.amc - base).max(int(0));
                    prop_assert!(
                        paid.is_within_a_cent() || above - base * share < Number::new(1, 100),
                        "{}: {above} above {base} at {amounts:?}, used up: {is_used_up}",
                        self.requirement["id"]
                    );
                }
            }
        }
        Ok(())
    }
}

/// The example of a violation is what `reimburse` says, to the cent, and it violates.
fn examples_are_paid_as_they_say(
    coverage: &care_coverage::Coverage,
    requirement: &Value,
    violation: &Value,
) -> Result<(), TestCaseError> {
    let example = &violation["example"];
    let kind = requirement["kind"].as_str().expect("a kind");
    let [act] = items(&example["acts"]) else {
        prop_assert!(matches!(kind, "covered" | "surplus_gap"), "{violation} has one act");
        return Ok(());
    };
    let counters = engine::json_of(&example["counters"]);
    let paid = engine::value(coverage.reimburse(&engine::json_of(act), Some(&counters), None).expect("an act"));
    let amc = if paid["outcome"] == "not_covered" { int(0) } else { decimal(&paid["amounts"]["complementary"]) };
    if matches!(kind, "at_least" | "at_most") {
        prop_assert_eq!(amc, decimal(&example["paid"]), "{}", violation);
        let (less, more) = if kind == "at_least" {
            (amc, decimal(&example["required"]))
        } else {
            (decimal(&example["required"]), amc)
        };
        prop_assert!(more - less >= Number::new(1, 100), "{}", violation);
    }
    prop_assert!(strings(&violation["region"]["care_types"]).any(|code| act["care_type"] == code), "{}", violation);
    Ok(())
}
