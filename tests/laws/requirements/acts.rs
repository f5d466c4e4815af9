//! The acts of a class, one for each way in which facts can differ, and what is asked of their amounts.

use proptest::prelude::TestCaseError;
use serde_json::{Map, Value, json};

use super::model::{Amounts, Number, decimal, int};
use crate::properties::model::{items, strings};

/// An act of a class: its facts, and the guarantees that match it.
pub(crate) struct Case<'w> {
    pub(crate) care_type: &'w str,
    pub(crate) facts: Map<String, Value>,
    pub(crate) age: u64,
    pub(crate) guarantees: Vec<&'w Value>,
}

/// The rates that are tried where no tariff says one.
const RATES: [i128; 8] = [70, 60, 65, 80, 100, 90, 30, 15];
const AGES: [u64; 5] = [0, 9, 10, 17, 18];

/// Every act of a class that differs in a fact or around a bound of ages.
pub(crate) fn cases<'w>(catalog: &'w Value, coverage: &'w Value, class: &'w Value) -> Vec<Case<'w>> {
    let mut cases = Vec::new();
    for care_type in strings(&class["selector"]["include_care_types"]) {
        let entry = items(&catalog["internal_care_types"])
            .iter()
            .find(|entry| entry["short_code"] == care_type)
            .expect("a care type");
        let mut combinations = vec![Map::new()];
        for fact in strings(&entry["applicable_facts"]) {
            let with = |value: bool| {
                move |mut facts: Map<String, Value>| {
                    facts.insert(fact.to_owned(), json!(value));
                    facts
                }
            };
            combinations = combinations
                .iter()
                .cloned()
                .map(with(true))
                .chain(combinations.iter().cloned().map(with(false)))
                .collect();
        }
        for facts in combinations {
            for age in AGES {
                if !matches(&class["filter"], &facts, age) {
                    continue;
                }
                let guarantees = items(&coverage["guarantees"]).iter().filter(|guarantee| {
                    items(&guarantee["care_type_mappings"]).iter().any(|mapping| {
                        strings(&mapping["selector"]["include_care_types"]).any(|code| code == care_type)
                            && matches(&mapping["filter"], &facts, age)
                    })
                });
                let guarantees = guarantees.collect();
                cases.push(Case { care_type, facts: facts.clone(), age, guarantees });
            }
        }
    }
    cases
}

/// A condition on a fact that acts of a care type do not have fails.
fn matches(filter: &Value, facts: &Map<String, Value>, age: u64) -> bool {
    filter.as_object().into_iter().flatten().all(|(condition, wanted)| match condition.as_str() {
        "min_age" => age >= wanted.as_u64().expect("an age"),
        "max_age" => age <= wanted.as_u64().expect("an age"),
        _ => facts.get(condition) == Some(wanted),
    })
}

impl Case<'_> {
    /// Whether a region of an answer has the act.
    pub(crate) fn is_in(&self, region: &Value) -> Result<bool, TestCaseError> {
        if !strings(&region["care_types"]).any(|code| code == self.care_type) {
            return Ok(false);
        }
        for (fact, wanted) in region["conditions"].as_object().into_iter().flatten() {
            let fits = match (fact.as_str(), wanted) {
                ("member_age", ages) => {
                    let bound = |name: &str, other: u64| ages[name].as_u64().unwrap_or(other);
                    bound("min", 0) <= self.age && self.age <= bound("max", 130)
                }
                (_, Value::Bool(_)) => self.facts.get(fact) == Some(wanted),
                other => return Err(TestCaseError::fail(format!("a condition that the law cannot read: {other:?}"))),
            };
            if !fits {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What the amounts of the act may be: with a base at some rate, or without.
    pub(crate) fn settings(&self, class: &Value, charged_at_most: &Value) -> Vec<Setting> {
        let tariff = items(&class["tariffs"]).first();
        let given =
            |name: &str| tariff.and_then(|tariff| tariff.get(name)).filter(|value| !value.is_null()).map(decimal);
        let most = if charged_at_most.is_null() {
            tariff.map_or(&Value::Null, |tariff| &tariff["charged_at_most"])
        } else {
            charged_at_most
        };
        let setting = |brss: Base| Setting { brss, plv: given("plv"), hlf: given("hlf"), most: most.clone() };
        if let (Some(brss), Some(rate)) = (given("brss"), given("rate_percent")) {
            return match self.facts.get("reimbursed_by_secu") {
                Some(Value::Bool(false)) => vec![setting(Base::None)],
                Some(_) => vec![setting(Base::Is(brss, rate))],
                None => vec![setting(Base::None), setting(Base::Is(brss, rate))],
            };
        }
        let free = || RATES.iter().map(|rate| setting(Base::Free(int(*rate))));
        match self.facts.get("reimbursed_by_secu") {
            Some(Value::Bool(false)) => vec![setting(Base::None)],
            Some(_) => free().collect(),
            None => std::iter::once(setting(Base::None)).chain(free()).collect(),
        }
    }
}

/// What is known of the amounts of an act before it is charged.
pub(crate) struct Setting {
    pub(crate) brss: Base,
    plv: Option<Number>,
    hlf: Option<Number>,
    most: Value,
}

pub(crate) enum Base {
    None,
    Is(Number, Number),
    /// Any, at this rate.
    Free(Number),
}

impl Setting {
    /// The amounts where these numbers are free; none where so much may not be charged.
    pub(crate) fn amounts(&self, [charged, brss, plv, hlf]: [Number; 4], quantity: Number) -> Option<Amounts> {
        let (brss, rate) = match self.brss {
            Base::None => (None, int(0)),
            Base::Is(brss, rate) => (Some(brss), rate),
            // At least a cent.
            Base::Free(rate) => (Some(brss.max(Number::new(1, 100))), rate),
        };
        let (plv, hlf) = (self.plv.unwrap_or(plv), self.hlf.unwrap_or(hlf));
        let most = match self.most.as_str() {
            None if self.most.is_null() => None,
            Some("plv") => Some(plv),
            Some("hlf") => Some(hlf),
            _ => Some(decimal(&self.most)),
        };
        let charged = charged.max(int(0));
        if most.is_some_and(|most| charged > most) {
            return None;
        }
        Some(Amounts { charged, brss, rate, plv, hlf, quantity })
    }
}
