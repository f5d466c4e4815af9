//! Acts in columns are paid as each of them alone, and those of a unit as many acts of one call: whatever lies between them.

use std::cell::Cell;
use std::collections::BTreeMap;

use care_coverage::Coverage;
use care_coverage::batch::{ActColumns, OUTCOME_CODES, PricedColumns, ReimbursedColumns};
use care_coverage::reimbursement::Reimbursement;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::law;
use super::model::{day, decimal};
use super::world::{RULES, World, json_of, worlds};

/// The columns of acts, with the unit of each.
#[derive(Default)]
struct Columns {
    care_type: Vec<u32>,
    amounts: BTreeMap<&'static str, Vec<i64>>,
    care_date: Vec<i32>,
    membership_start: Vec<i32>,
    side: Vec<u8>,
    tooth: Vec<u8>,
    unit: Vec<u32>,
    beneficiary: Vec<u32>,
    stay_id: Vec<u32>,
}

/// In the order of `PricedColumns::of_amounts`.
pub(crate) const AMOUNTS: [&str; 13] = [
    "charged",
    "brss",
    "secu_rate_percent",
    "pathway_rate_percent",
    "secu_reimbursement",
    "secu_paid",
    "flat_contribution",
    "franchise",
    "quantity",
    "plv",
    "hlf",
    "pmss",
    "reconstituted_brss",
];

/// Euros and percentages in units of 1/10,000.
pub(crate) fn units(value: &Value) -> i64 {
    let number = decimal(value) * decimal(&json!("10000"));
    number.to_string().parse().expect("at most four decimals, and no fraction in these units")
}

/// The number of a day, counted one by one from a day that is known.
pub(crate) fn number(value: &Value) -> i32 {
    let Some((year, month, date)) = day(value) else { return i32::MIN };
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let of_years: i64 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let of_month = |month: i64| match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let of_months: i64 = (1..month).map(of_month).sum();
    i32::try_from(of_years + of_months + date - 1).expect("a day")
}

fn code(value: &Value, known: &[&str]) -> u32 {
    let position = known.iter().position(|text| value == text);
    position.map_or(0, |position| u32::try_from(position).expect("a code") + 1)
}

impl Columns {
    fn push(&mut self, act: &Value, unit: u32) {
        let care_type: u32 = act["care_type"].as_str().expect("a code")[1..].parse().expect("an index");
        self.care_type.push(care_type + 2);
        for name in AMOUNTS {
            let value = act.get(name).map_or(i64::MIN, units);
            self.amounts.entry(name).or_default().push(value);
        }
        self.care_date.push(number(&act["care_date"]));
        self.membership_start.push(number(&act["membership_start"]));
        let side = code(&act["side"], &["left", "right"]);
        self.side.push(u8::try_from(if side == 0 { 0 } else { side + 1 }).expect("a side"));
        self.tooth.push(act["tooth"].as_u64().map_or(0, |tooth| u8::try_from(tooth).expect("a tooth")));
        self.unit.push(unit);
        self.beneficiary.push(code(&act["beneficiary"], &["anne", "bob"]));
        self.stay_id.push(code(&act["stay_id"], &["S1", "S2"]));
    }

    fn asked(&self, coverage: &Coverage, half_up: bool) -> ReimbursedColumns {
        let amount = |name: &str| self.amounts.get(name).map(Vec::as_slice).unwrap_or_default();
        let columns = PricedColumns {
            acts: ActColumns { care_type: &self.care_type, ..ActColumns::default() },
            charged: amount("charged"),
            brss: amount("brss"),
            secu_reimbursement: amount("secu_reimbursement"),
            secu_paid: amount("secu_paid"),
            flat_contribution: amount("flat_contribution"),
            franchise: amount("franchise"),
            quantity: amount("quantity"),
            plv: amount("plv"),
            hlf: amount("hlf"),
            pmss: amount("pmss"),
            reconstituted_brss: amount("reconstituted_brss"),
            secu_rate_percent: amount("secu_rate_percent"),
            pathway_rate_percent: amount("pathway_rate_percent"),
            care_date: &self.care_date,
            membership_start: &self.membership_start,
            side: &self.side,
            tooth: &self.tooth,
            unit: &self.unit,
            beneficiary: &self.beneficiary,
            stay_id: &self.stay_id,
        };
        let options = json_of(&json!({ "secuRounding": if half_up { "half_up" } else { "down" } }));
        coverage.reimburse_columns(&columns, Some(&options)).expect("columns")
    }
}

/// Outcome, guarantee, complementary, paid by the Sécu, out of pocket.
type Paid = (String, Option<String>, [i64; 3]);

fn of_row(coverage: &Coverage, answer: &ReimbursedColumns, row: usize) -> Paid {
    let guarantee = usize::try_from(answer.guarantees[row]).ok();
    let amounts = [answer.complementary[row], answer.secu_paid[row], answer.out_of_pocket[row]];
    let outcome = OUTCOME_CODES[usize::from(answer.outcomes[row])].to_owned();
    (outcome, guarantee.map(|guarantee| coverage.guarantee_names()[guarantee].clone()), amounts)
}

fn of_object(result: &Reimbursement<'_>) -> Paid {
    let outcome = serde_json::to_value(result.outcome).expect("JSON").as_str().expect("a text").to_owned();
    let amounts = result.amounts.as_ref().map_or([0; 3], |amounts| {
        [&amounts.complementary, &amounts.secu_paid, &amounts.out_of_pocket].map(|amount| units(&json!(amount)))
    });
    (outcome, result.guarantee.map(str::to_owned), amounts)
}

/// The act as an object: one of a unit that names no beneficiary is of whoever the unit is.
fn object(act: &Value, unit: u32) -> Value {
    let mut act = act.clone();
    if unit != 0 && act.get("beneficiary").is_none() {
        act["beneficiary"] = json!("the unit");
    }
    act
}

/// Percentages of columns have four decimals.
pub(crate) fn shortened(mut act: Value) -> Value {
    for name in ["secu_rate_percent", "pathway_rate_percent"] {
        if let Some(text) = act.get(name).and_then(Value::as_str).and_then(|text| text.split_once('.')) {
            let (integer, fraction) = text;
            act[name] = json!(format!("{integer}.{}", &fraction[..fraction.len().min(4)]));
        }
    }
    act
}

pub(crate) fn columns_pay_as_objects(world: &World, of_units: &[u32]) -> Result<(), TestCaseError> {
    let coverage = world.coverage();
    let acts: Vec<Value> = world.acts.iter().cloned().map(shortened).collect();
    let rows: Vec<(&Value, u32)> = acts.iter().zip(of_units.iter().copied()).collect();
    let mut columns = Columns::default();
    rows.iter().for_each(|(act, unit)| columns.push(act, *unit));
    let answer = columns.asked(&coverage, world.half_up);
    let options = world.options();
    let mut by_unit: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (row, (act, unit)) in rows.iter().enumerate() {
        let alone = coverage.reimburse(&json_of(&object(act, *unit)), None, Some(&options));
        let listed = answer.invalid.iter().find(|invalid| invalid.index == row);
        let codes = |diagnostics: &[care_coverage::Diagnostic]| -> Vec<_> {
            let mut codes: Vec<_> =
                diagnostics.iter().map(|diagnostic| (diagnostic.code.as_str(), diagnostic.pointer.clone())).collect();
            codes.sort_unstable();
            codes
        };
        match alone {
            Err(error) => {
                prop_assert_eq!(&of_row(&coverage, &answer, row), &("invalid_act".to_owned(), None, [0; 3]));
                let said = listed.map(|invalid| codes(&invalid.diagnostics));
                prop_assert_eq!(said, Some(codes(error.diagnostics())), "{}", act);
            }
            Ok(result) => {
                prop_assert!(listed.is_none());
                match unit {
                    0 => prop_assert_eq!(of_row(&coverage, &answer, row), of_object(&result), "{}", act),
                    unit => by_unit.entry(*unit).or_default().push(row),
                }
            }
        }
    }
    for (unit, positions) in by_unit {
        let objects: Vec<Value> = positions.iter().map(|row| object(rows[*row].0, unit)).collect();
        let many = coverage.reimburse_many(&json_of(&json!(objects)), None, Some(&options)).expect("readable acts");
        for (row, result) in positions.iter().zip(&many.results) {
            prop_assert_eq!(of_row(&coverage, &answer, *row), of_object(result), "row {} of {}", row, unit);
        }
    }
    Ok(())
}

#[test]
fn columns_are_paid_as_objects() {
    let units = prop_oneof![
        3 => prop::collection::vec(select(vec![0, 1, 2, u32::MAX]), 24),
        1 => Just(vec![7; 24]),
    ];
    law::holds(400, &(worlds(24, true), units), |(world, units)| columns_pay_as_objects(&world, &units));
}

/// The law above says something: many acts are paid, some are limited by those before them, some cannot be read.
#[test]
fn the_columns_are_worth_it() {
    let seen = [const { Cell::new(0) }; 3];
    law::holds(40, &worlds(24, true), |world| {
        let coverage = world.coverage();
        let [mut together, mut alone] = [Columns::default(), Columns::default()];
        for act in world.acts.iter().cloned().map(shortened) {
            together.push(&act, 1);
            alone.push(&act, 0);
        }
        let (together, alone) = (together.asked(&coverage, false), alone.asked(&coverage, false));
        let is = |answer: &ReimbursedColumns, code: &str| {
            answer.outcomes.iter().filter(|outcome| OUTCOME_CODES[usize::from(**outcome)] == code).count()
        };
        let less = together.complementary.iter().zip(&alone.complementary).filter(|(together, alone)| together < alone);
        for (seen, more) in seen.iter().zip([is(&together, "covered"), less.count(), is(&together, "invalid_act")]) {
            seen.set(seen.get() + more);
        }
        Ok(())
    });
    let counts = seen.map(Cell::into_inner);
    for (count, least) in counts.into_iter().zip([300, 20, 20]) {
        assert!(count > least, "{counts:?}: covered, limited by acts before, invalid; of {RULES} rules");
    }
}
