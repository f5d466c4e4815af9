//! The checks of a snapshot that lacks nothing are those of the tables and of the naive model (`model.rs`); and what it is
//! made to lack changes no check that is still answered.

use care_coverage::{Json, check_dispense, select_contracts};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::big::{Decimal, shown};
use super::model::Asked;
use super::report::{checks, json_of, report};
use super::snapshots::{assert_follows, snapshots};
use super::tables::{Row, is_like, table};

const CONDITIONS: [&str; 7] = ["type", "status", "dates", "legal_entity", "program", "not_suspended", "division"];

/// The checks of a table, each once, with the details or the programs that it is asked for.
fn asked<'s>(rows: &'s [Row], asked: &Asked<'s>) -> Vec<(&'s Row, &'s Value, &'s Value)> {
    const NONE: &Value = &Value::Null;
    let programs = asked.programs();
    let mut all: Vec<(&Row, &Value, &Value)> = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        if rows[..position].iter().any(|other| other.check == row.check) {
            continue;
        }
        match row.per {
            Some("detail") => all.extend(asked.details().iter().map(|detail| (row, detail, NONE))),
            Some(_) => all.extend(programs.iter().map(|program| (row, NONE, *program))),
            None => all.push((row, NONE, NONE)),
        }
    }
    all
}

/// Of a snapshot that lacks nothing: every check of the table, in its order, has the outcome of the model, and says what the table says;
/// the contracts are those of the seven conditions, and the amounts those of big integers.
pub(crate) fn checks_are_those_of_the_model(snapshot: &Value) -> Result<Value, TestCaseError> {
    let report = report(snapshot);
    assert_follows(&report);
    let model = Asked::of(snapshot);
    let operation = snapshot["operation"].as_str().unwrap_or("create_dispense");
    let rows = table(snapshot["ruleset"].as_str().expect("a ruleset"), operation);
    let wanted = asked(&rows, &model);
    let names = |check: &Value| check["id"].as_str().expect("an id").to_owned();
    prop_assert_eq!(
        checks(&report).map(names).collect::<Vec<_>>(),
        wanted.iter().map(|(row, ..)| row.check).collect::<Vec<_>>()
    );
    for (check, (row, detail, program)) in checks(&report).zip(&wanted) {
        let outcome = model.outcome(row.check, detail, program).unwrap_or("unknown");
        prop_assert_eq!(&check["outcome"], outcome, "{}", check);
        if row.per == Some("program") {
            prop_assert_eq!(&check["program_id"], *program);
        }
        if outcome == "failed" {
            let says = |row: &&Row| {
                let entry = match (check["entry"].as_str(), row.entry) {
                    (Some(entry), Some(pattern)) => is_like(entry, pattern),
                    (entry, pattern) => entry == pattern,
                };
                let message = check["message"].as_str().is_some_and(|message| is_like(message, row.message));
                row.check == check["id"] && check["status"].as_u64() == row.status && message && entry
            };
            prop_assert!(rows.iter().any(|row| says(&row)), "{}", check);
        }
    }
    contracts_are_those_of_the_conditions(snapshot, &model, &report)?;
    amounts_are_those_of_big_integers(&model, &report)?;
    Ok(report)
}

fn contracts_are_those_of_the_conditions(
    snapshot: &Value,
    model: &Asked<'_>,
    report: &Value,
) -> Result<(), TestCaseError> {
    let request = &snapshot["request"]["medication_dispense"];
    let (program, division) = (&request["medical_program_id"], &request["division_id"]);
    if model.is_qualify || program.is_null() || !snapshot["contracts"].is_array() {
        prop_assert_eq!(&report["contract"], &Value::Null);
        return Ok(());
    }
    let contracts = snapshot["contracts"].as_array().expect("contracts");
    let holds: Vec<[bool; 7]> =
        contracts.iter().map(|contract| model.conditions(contract, program, division)).collect();
    let all = contracts.iter().zip(&holds).filter(|(_, holds)| !holds.contains(&false));
    let selected: Vec<&Value> = all.map(|(contract, _)| &contract["id"]).collect();
    let query = json!({
        "current_date": snapshot["current_date"], "client_id": snapshot["token"]["client_id"], "division_id": division,
        "medical_program_id": program, "contracts": contracts,
    });
    let alone = serde_json::to_value(select_contracts(&json_of(&query)).expect("a query")).expect("JSON");
    prop_assert_eq!(&alone, &report["contract"]);
    prop_assert_eq!(&alone["selected"], &json!(selected));
    for (candidate, holds) in alone["candidates"].as_array().expect("candidates").iter().zip(&holds) {
        for (name, holds) in CONDITIONS.iter().zip(holds) {
            let is_asked = *name != "division" || !division.is_null();
            prop_assert_eq!(
                &candidate["conditions"][*name],
                &json!(is_asked.then_some(*holds)),
                "{} of {}",
                name,
                candidate
            );
        }
    }
    Ok(())
}

fn amounts_are_those_of_big_integers(model: &Asked<'_>, report: &Value) -> Result<(), TestCaseError> {
    let mut amounts = report["amounts"].as_array().expect("amounts").iter();
    for (index, detail) in model.details().iter().enumerate() {
        let Some((figures, allowed)) = model.amount(detail) else { continue };
        let amount = amounts.next().expect("an amount");
        let [_, package, reimbursement, quantity]: [Decimal; 4] = figures;
        let divisor = package.units() * num_bigint::BigInt::from(10).pow(12);
        prop_assert_eq!(&amount["allowed_amount"], &json!(shown(reimbursement.units() * quantity.units(), &divisor)));
        prop_assert_eq!(&amount["allowed"], &json!(allowed));
        let pointer = format!("/request/medication_dispense/dispense_details/{index}/discount_amount");
        prop_assert_eq!(&amount["pointer"], &json!(pointer));
    }
    prop_assert!(amounts.next().is_none());
    Ok(())
}

/// A snapshot that lacks some of another's parts: what is still passed, failed or skipped is what it was.
pub(crate) fn lacking_parts_changes_no_answer(report: &Value, less: &Value) -> Result<(), TestCaseError> {
    let less: Json = json_of(less);
    let Ok(after) = check_dispense(&less) else {
        prop_assert!(false, "a snapshot that lacks something is refused");
        return Ok(());
    };
    let after = serde_json::to_value(after).expect("JSON");
    assert_follows(&after);
    prop_assert_eq!(checks(report).count(), checks(&after).count());
    for (before, after) in checks(report).zip(checks(&after)) {
        let is = &after["outcome"];
        prop_assert!(*is == before["outcome"] || *is == "unknown", "{} became {}", before, after);
    }
    Ok(())
}

/// Whether every check is answered, and every condition of a contract.
fn is_answered(report: &Value) -> bool {
    let candidates = report["contract"]["candidates"].as_array().into_iter().flatten();
    let is_answered = |candidate: &Value| {
        CONDITIONS.iter().all(|name| *name == "division" || candidate["conditions"][*name].is_boolean())
    };
    candidates.into_iter().all(is_answered) && !checks(report).any(|check| check["outcome"] == "unknown")
}

/// The golden cases that lack nothing.
#[test]
fn golden_snapshots_are_those_of_the_model() {
    let answered: Vec<Value> = snapshots().into_iter().filter(|snapshot| is_answered(&report(snapshot))).collect();
    for snapshot in &answered {
        checks_are_those_of_the_model(snapshot).unwrap_or_else(|broken| panic!("{broken}\n{snapshot}"));
    }
    println!("{} snapshots", answered.len());
    assert!(answered.len() > 300, "only {}", answered.len());
}
