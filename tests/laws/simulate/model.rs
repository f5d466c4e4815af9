//! A simulation, naively: each row alone, each unit as one call, and sums of texts.

use std::collections::{BTreeMap, BTreeSet};

use care_coverage::reimbursement::Reimbursement;
use care_coverage::{ActOutcome, Coverage, reimburse_stack};
use serde_json::{Value, json};

use super::claims::act_of;
use super::sides::{Sides, probe};
use crate::reimburse::columns::units;
use crate::reimburse::world::json_of;

/// What a side answers for a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paid {
    pub(crate) outcome: String,
    pub(crate) guarantee: Option<String>,
    pub(crate) complementary: i128,
    /// By coverage and key: what is cut off.
    pub(crate) cuts: Vec<(usize, String, i128)>,
}

/// A row of the model.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) weight: i128,
    pub(crate) charged: i128,
    pub(crate) secu: Option<i128>,
    pub(crate) current: Paid,
    pub(crate) draft: Option<Paid>,
    /// The family where it is the unit, and the person; none of a row alone.
    pub(crate) person: Option<(Option<String>, String)>,
    pub(crate) reason: Option<&'static str>,
    pub(crate) care_type: String,
    pub(crate) age: Option<u64>,
    pub(crate) region: Option<String>,
}

impl Row {
    pub(crate) fn is_summed(&self) -> bool {
        let is = |paid: &Paid| ["covered", "not_covered"].contains(&paid.outcome.as_str());
        is(&self.current) && self.draft.as_ref().is_none_or(is)
    }
}

/// A decimal in units of 10^−8.
pub(crate) fn decimal(text: &str) -> i128 {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
    let (integer, fraction) = text.split_once('.').unwrap_or((text, ""));
    assert!(fraction.len() <= 8, "{text}");
    let digits: i128 = format!("{integer}{fraction:0<8}").parse().expect("digits");
    sign * digits
}

fn money(text: &str) -> i128 {
    decimal(text) / 10_000
}

pub(crate) fn rows(sides: &Sides, claims: &[Value]) -> Vec<Row> {
    let text = |claim: &Value, name: &str| claim[name].as_str().map(str::to_owned);
    let options = json_of(&json!({ "secuRounding": sides.rounding() }));
    let (all, probe) = (|| sides.current.iter().chain(sides.draft.iter().flatten()), probe());
    let (mut rows, mut units_of) = (Vec::new(), BTreeMap::<(u8, String), Vec<usize>>::new());
    let mut acts = Vec::new();
    for (position, claim) in claims.iter().enumerate() {
        let (beneficiary, family) = (text(claim, "beneficiary"), text(claim, "family").filter(|_| sides.is_by_family));
        let person = text(claim, "person").or(beneficiary.clone());
        let mut act = act_of(claim);
        act["beneficiary"] = json!(beneficiary.or(person.clone()).unwrap_or(format!("row {position}")));
        let refused = all().any(|coverage| coverage.reimburse(&json_of(&act), None, None).is_err());
        if !refused {
            let unit = match (&family, &person) {
                (Some(family), _) => (0, family.clone()),
                (None, Some(person)) => (1, person.clone()),
                (None, None) => (2, position.to_string()),
            };
            units_of.entry(unit).or_default().push(position);
        }
        let secu = probe_of(&probe, &act, &options).filter(|_| !refused);
        let reason = match refused {
            true => Some("invalid_act"),
            false => {
                all().find_map(|coverage| match coverage.guarantees_for(&json_of(&act)).expect("readable").outcome {
                    ActOutcome::Ambiguous => Some("ambiguous"),
                    ActOutcome::Undetermined => Some("undetermined"),
                    ActOutcome::UnknownCareType => Some("unknown_care_type"),
                    _ => None,
                })
            }
        };
        let invalid = Paid { outcome: "invalid_act".to_owned(), ..Paid::default() };
        rows.push(Row {
            weight: claim.get("weight").map_or(10_000, |weight| units(weight).into()),
            charged: units(&claim["charged"]).into(),
            secu,
            current: invalid.clone(),
            draft: sides.draft.as_ref().map(|_| invalid),
            person: person.map(|person| (family, person)),
            reason,
            care_type: text(claim, "care_type").expect("a care type"),
            age: claim["member_age"].as_u64(),
            region: text(claim, "region"),
        });
        acts.push(act);
    }
    for (_, mut unit) in units_of {
        // The sort is stable; a date is its text.
        unit.sort_by_key(|row| text(&acts[*row], "care_date").map_or((true, String::new()), |date| (false, date)));
        let of_unit: Vec<Value> = unit.iter().map(|row| acts[*row].clone()).collect();
        let current = paid(&sides.current, &of_unit, &options);
        let draft = sides.draft.as_ref().map(|draft| paid(draft, &of_unit, &options));
        for (position, row) in unit.into_iter().enumerate() {
            rows[row].current = current[position].clone();
            rows[row].draft = draft.as_ref().map(|draft| draft[position].clone());
        }
    }
    for row in &mut rows {
        if row.reason.is_none() && !row.is_summed() {
            row.reason = Some("undetermined");
        }
    }
    rows
}

/// The Sécu part of an act, as a coverage that covers all would answer it.
fn probe_of(probe: &Coverage, act: &Value, options: &care_coverage::Json) -> Option<i128> {
    let mut act = act.clone();
    act["care_type"] = json!("C0");
    let answer = probe.reimburse(&json_of(&act), None, Some(options)).ok()?;
    answer.amounts.map(|amounts| money(&amounts.secu_paid))
}

fn paid(coverages: &[Coverage], acts: &[Value], options: &care_coverage::Json) -> Vec<Paid> {
    if let [coverage] = coverages {
        let many = coverage.reimburse_many(&json_of(&json!(acts)), None, Some(options)).expect("readable acts");
        return many.results.iter().map(|result| of_results(std::slice::from_ref(result))).collect();
    }
    let coverages: Vec<&Coverage> = coverages.iter().collect();
    let mut counters = json!(vec![Vec::<Value>::new(); coverages.len()]);
    let mut all = Vec::new();
    for act in acts {
        let answer = reimburse_stack(&coverages, &json_of(act), Some(&json_of(&counters)), Some(options));
        let answer = answer.expect("readable acts");
        counters = serde_json::to_value(&answer.counters).expect("JSON");
        let paid = of_results(&answer.results);
        let total = answer.totals.map_or(0, |totals| money(&totals.complementary));
        assert_eq!(paid.complementary, total);
        all.push(paid);
    }
    all
}

fn of_results(results: &[Reimbursement<'_>]) -> Paid {
    let name = |outcome: ActOutcome| outcome.as_str().to_owned();
    if let Some(unknown) =
        results.iter().find(|result| result.amounts.is_none() && result.outcome != ActOutcome::NotCovered)
    {
        return Paid { outcome: name(unknown.outcome), ..Paid::default() };
    }
    let covering: Vec<(usize, &Reimbursement<'_>)> =
        results.iter().enumerate().filter(|(_, result)| result.amounts.is_some()).collect();
    let Some((_, first)) = covering.first() else {
        return Paid { outcome: name(ActOutcome::NotCovered), ..Paid::default() };
    };
    let complementary =
        |result: &Reimbursement<'_>| result.amounts.as_ref().map_or(0, |amounts| money(&amounts.complementary));
    Paid {
        outcome: name(ActOutcome::Covered),
        guarantee: first.guarantee.map(str::to_owned),
        complementary: covering.iter().map(|(_, result)| complementary(result)).sum(),
        cuts: covering.iter().flat_map(|(coverage, result)| cuts(*coverage, result, complementary(result))).collect(),
    }
}

/// What the limits of a rule, which has none of components, cut off.
fn cuts(coverage: usize, result: &Reimbursement<'_>, paid: i128) -> Vec<(usize, String, i128)> {
    let value = |name: &str| result.steps.iter().find(|step| step.step == name).map(|step| money(&step.value));
    let unlimited = value("unlimited").expect("a step");
    let rooms = result.steps.iter().filter_map(|step| Some((step.step.strip_prefix("room:")?, money(&step.value))));
    let binding = rooms.filter(|(_, room)| *room < unlimited);
    binding.map(|(key, room)| (coverage, key.to_owned(), (unlimited - room).min((unlimited - paid).max(0)))).collect()
}

/// Sums, in units of 10^−8.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sums {
    pub(crate) rows: u64,
    pub(crate) weight: i128,
    pub(crate) charged: i128,
    pub(crate) secu: i128,
    pub(crate) current: i128,
    pub(crate) draft: Option<i128>,
}

impl Sums {
    pub(crate) fn add(&mut self, row: &Row) {
        self.rows += 1;
        self.weight += row.weight * 10_000;
        self.charged += row.charged * row.weight;
        self.secu += row.secu.unwrap_or(0) * row.weight;
        self.current += row.current.complementary * row.weight;
        if let Some(draft) = &row.draft {
            *self.draft.get_or_insert(0) += draft.complementary * row.weight;
        }
    }
}

/// By person whose rows are all summed and have one weight: what the draft pays more; and how many others there are.
pub(crate) fn persons(rows: &[Row]) -> (Vec<i128>, u64) {
    // The difference, whether all rows are summed, and the weights.
    type Person = (i128, bool, BTreeSet<i128>);
    let mut known: BTreeMap<(Option<String>, String), Person> = BTreeMap::new();
    let (mut differences, mut apart) = (Vec::new(), 0);
    for row in rows.iter() {
        let difference = row.draft.as_ref().map_or(0, |draft| draft.complementary - row.current.complementary);
        match &row.person {
            Some(person) => {
                let known = known.entry(person.clone()).or_insert((0, true, BTreeSet::new()));
                known.0 += difference;
                known.1 &= row.is_summed();
                known.2.insert(row.weight);
            }
            None if row.reason == Some("invalid_act") => {}
            None if row.is_summed() => differences.push(difference),
            None => apart += 1,
        }
    }
    for (difference, is_summed, weights) in known.into_values() {
        match is_summed && weights.len() == 1 {
            true => differences.push(difference),
            false => apart += 1,
        }
    }
    (differences, apart)
}
