//! Each shipped example says what its name says.

use serde_json::Value;

use super::report;

/// The name, the decision, and the check that fails first.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("accepted", "accepted", ""),
    ("care-plan-terminated", "rejected", "care_plan_status"),
    ("contract-suspended", "rejected", "contract_not_suspended"),
    ("discount-too-high", "rejected", "discount_amount"),
    ("discount-too-low", "rejected", "discount_amount"),
    ("discount-within-tolerance", "accepted", ""),
    ("dispensed-already", "rejected", "other_dispenses"),
    ("division-not-in-contract", "rejected", "contract_division"),
    ("division-not-verified", "rejected", "division_dls"),
    ("indeterminate", "indeterminate", ""),
    ("many-problems", "rejected", "contract_exists"),
    ("missing-code", "rejected", "code"),
    ("no-active-contract", "rejected", "contract_exists"),
    ("part-of-a-package", "rejected", "multiplicity"),
    ("plan-not-order", "rejected", "intent"),
    ("prescription-expired", "rejected", "dispense_period"),
    ("qualify-two-programs", "accepted", ""),
    ("quantity-too-high", "rejected", "quantity"),
    ("same-ingredient-dispensed", "rejected", "qualify"),
    ("wrong-code", "rejected", "code"),
];

#[test]
fn examples_say_what_their_names_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/dispense");
    let entries = std::fs::read_dir(folder).expect("the folder of examples");
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let listed: Vec<String> = EXAMPLES.iter().map(|(name, ..)| format!("{name}.json")).collect();
    assert_eq!(names, listed);
    for (name, decision, first) in EXAMPLES {
        let text = std::fs::read_to_string(format!("{folder}/{name}.json")).expect("a text");
        let report = report::report(&serde_json::from_str(&text).expect("JSON"));
        assert_eq!(report["decision"], *decision, "{name}");
        assert_eq!(report["first_failure"]["id"].as_str().unwrap_or_default(), *first, "{name}");
        // Each shows one thing.
        let failed = report::checks(&report).filter(|check| check["status"].is_number()).count();
        let follows = ["many-problems", "no-active-contract"].contains(name);
        assert!(follows || failed <= 1, "{name}: {failed} checks failed");
    }
}

/// It lacks three things, and says which.
#[test]
fn the_indeterminate_example_says_what_it_lacks() {
    let text = include_str!("../../../examples/dispense/indeterminate.json");
    let report = report::report(&serde_json::from_str(text).expect("JSON"));
    let mut lacks: Vec<&Value> =
        report::checks(&report).flat_map(|check| check["because"].as_array().unwrap()).collect();
    lacks.retain(|because| because.as_str().is_some_and(|text| text.starts_with('/') && !text.contains("based_on")));
    lacks.sort_by_key(|because| because.as_str());
    lacks.dedup();
    assert_eq!(lacks, ["/contracts", "/divisions/0/dls_verified", "/medication_dispenses"]);
}
