//! The collective base keeps `fr-ani`; changed in one way, it violates what that is about, and nothing else (`alone.json`).

use serde_json::{Value, json};

use crate::properties::engine;
use crate::properties::model::{items, strings};

const ANI: &str = include_str!("../../../profiles/fr-ani.json");
const CLASSES: &str = include_str!("../../../profiles/classes.example.json");
const CATALOG: &str = include_str!("../../../examples/catalog.json");
const BASE: &str = include_str!("../../../examples/collective-base.json");
const OPTION: &str = include_str!("../../../examples/collective-option.json");
const CONFORT: &str = include_str!("../../../examples/coverage.json");
const CHANGES: &str = include_str!("alone.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The ids of each status, in the profile's order, where all that can be declared is.
fn answered(payload: &Value) -> Value {
    let profile = read(ANI);
    let declared: Value = items(&profile["requirements"])
        .iter()
        .filter(|requirement| requirement["kind"] == "declared")
        .map(|requirement| (requirement["id"].as_str().expect("an id").to_owned(), json!(true)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let options = json!({ "date": "2026-03-29", "classes": read(CLASSES), "declarations": declared });
    let catalog = engine::catalog(&read(CATALOG), &json!({}));
    let coverage = engine::coverage(&catalog, payload);
    let (profile, options) = (engine::json_of(&profile), engine::json_of(&options));
    engine::value(coverage.check_requirements(&profile, &options).expect("a profile"))
}

fn of_status(report: &Value, status: &str) -> Vec<String> {
    let of_status = items(&report["requirements"]).iter().filter(|answer| answer["status"] == status);
    of_status.map(|answer| answer["id"].as_str().expect("an id").to_owned()).collect()
}

/// A pointer in which a guarantee is named by its name.
fn place(payload: &Value, path: &str) -> Vec<String> {
    let mut segments: Vec<String> = path.split('/').skip(1).map(str::to_owned).collect();
    if let Some(name) = segments.get_mut(1).filter(|name| !name.starts_with(char::is_numeric)) {
        let position = items(&payload["guarantees"]).iter().position(|guarantee| guarantee["name"] == name.as_str());
        *name = position.unwrap_or_else(|| panic!("no guarantee {name}")).to_string();
    }
    segments
}

fn patched(payload: &Value, patch: &Value) -> Value {
    let mut patched = payload.clone();
    for operation in items(patch) {
        let mut segments = place(&patched, operation["path"].as_str().expect("a path"));
        let last = segments.pop().expect("a place");
        let pointer: String = segments.iter().map(|segment| format!("/{segment}")).collect();
        let value = operation["value"].clone();
        match (operation["op"].as_str(), patched.pointer_mut(&pointer).expect("a parent")) {
            (Some("add"), Value::Array(entries)) => entries.insert(last.parse().expect("an index"), value),
            (Some("remove"), Value::Array(entries)) => {
                entries.remove(last.parse().expect("an index"));
            }
            (Some("remove"), Value::Object(fields)) => assert!(fields.remove(&last).is_some(), "{last}"),
            (Some("replace"), Value::Object(fields)) => assert!(fields.insert(last.clone(), value).is_some(), "{last}"),
            (Some("add"), Value::Object(fields)) => assert!(fields.insert(last.clone(), value).is_none(), "{last}"),
            (op, parent) => panic!("{op:?} in {parent}"),
        }
    }
    patched
}

#[test]
fn each_requirement_that_is_violated_alone_is_found_alone() {
    for change in items(&read(CHANGES)["changes"]) {
        let report = answered(&patched(&read(BASE), &change["patch"]));
        let violated: Vec<&str> = strings(&change["violated"]).collect();
        assert_eq!(of_status(&report, "violated"), violated, "{}", change["note"]);
        assert_eq!(of_status(&report, "not_decidable"), Vec::<String>::new(), "{}", change["note"]);
    }
}

/// What no change can violate alone: by construction, declared, of nothing that the catalogue has, or at a regulated price.
#[test]
fn every_requirement_that_amounts_can_violate_has_a_change() {
    let profile = read(ANI);
    let changes = read(CHANGES);
    let has_change =
        |id: &str| items(&changes["changes"]).iter().any(|change| strings(&change["violated"]).any(|one| one == id));
    for requirement in items(&profile["requirements"]) {
        let id = requirement["id"].as_str().expect("an id");
        let cannot = matches!(requirement["kind"].as_str(), Some("declared" | "by_construction"))
            || ["CR11b", "CR17b"].contains(&id);
        assert_eq!(has_change(id), !cannot, "{id}");
    }
}

#[test]
fn the_option_keeps_the_minimum_and_more() {
    let report = answered(&read(OPTION));
    assert_eq!((of_status(&report, "violated"), of_status(&report, "not_decidable")), (Vec::new(), Vec::new()));
    assert_eq!(of_status(&report, "class_empty"), ["CR17b"]);
}

/// What the first example lacks since 2025 is its lesson.
#[test]
fn the_individual_example_violates_what_its_lesson_is() {
    let report = answered(&read(CONFORT));
    assert_eq!(of_status(&report, "violated"), ["CR5", "CR13", "CR13b", "CR13c", "CR17", "CR18", "ANI2"]);
}
