//! A good snapshot of each ruleset, and looking into a report.

use care_coverage::{Json, check_dispense};
use serde_json::{Value, json};

pub(crate) const RULESETS: [&str; 2] = ["page-2022", "code-2019"];

pub(crate) fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

/// The report, as JavaScript has it.
pub(crate) fn report(snapshot: &Value) -> Value {
    let snapshot = json_of(snapshot);
    let report = check_dispense(&snapshot).unwrap_or_else(|error| panic!("{error}"));
    serde_json::to_value(report).expect("a report is JSON")
}

/// The shipped example, accepted by both rulesets.
pub(crate) fn accepted(ruleset: &str) -> Value {
    let mut snapshot: Value =
        serde_json::from_str(include_str!("../../../examples/dispense/accepted.json")).expect("JSON");
    snapshot["ruleset"] = json!(ruleset);
    snapshot
}

/// The same with these figures: discount, package, reimbursement, quantity.
pub(crate) fn with_figures(ruleset: &str, [discount, package, reimbursement, quantity]: [String; 4]) -> Value {
    let mut snapshot = accepted(ruleset);
    let detail = &mut snapshot["request"]["medication_dispense"]["dispense_details"][0];
    detail["discount_amount"] = json!(discount);
    detail["medication_qty"] = json!(quantity);
    snapshot["medications"][0]["package_qty"] = json!(package);
    snapshot["program_medications"][0]["reimbursement"]["reimbursement_amount"] = json!(reimbursement);
    snapshot
}

/// The first check of this id.
pub(crate) fn check<'r>(report: &'r Value, id: &str) -> &'r Value {
    checks(report).find(|check| check["id"] == id).unwrap_or_else(|| panic!("no check `{id}`"))
}

pub(crate) fn checks(report: &Value) -> impl Iterator<Item = &Value> {
    report["checks"].as_array().expect("checks").iter()
}
