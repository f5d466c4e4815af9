//! The profiles that ship, and what their classes select in the catalogues that they are bound to.
//!
//! What is expected is data: `profiles.json`. The national catalogue is not part of the repository (`data.rs`).

use std::collections::BTreeSet;

use care_coverage::{CareTypeCatalog, Json};
use serde_json::{Map, Value, json};

use super::data;
use super::properties::model::{items, short_code, strings};

const EXPECTED: &str = include_str!("profiles.json");
const RESPONSABLE: &str = include_str!("../../profiles/fr-contrat-responsable.json");
const ANI: &str = include_str!("../../profiles/fr-ani.json");
const OF_EXAMPLE: &str = include_str!("../../profiles/classes.example.json");
const OF_NATIONAL: &str = include_str!("../../profiles/classes.national.json");
const CATALOG: &str = include_str!("../../examples/catalog.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn fields(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

/// The care types that each class of a file selects.
fn selected(catalog: &Value, classes: &Value) -> Vec<(String, BTreeSet<String>)> {
    let json_of =
        |value: &Value| -> Json { serde_json::from_value(value.clone()).expect("a value of serde_json is JSON") };
    let engine = CareTypeCatalog::new(&json_of(catalog), None).expect("a valid catalogue");
    let codes = |class: &Value| {
        let selector = json_of(&class["selector"]);
        let selected = engine.care_types_from_selector(&selector).expect("names of the catalogue");
        selected.into_iter().map(|care_type| care_type.short_code.clone()).collect()
    };
    fields(classes).iter().map(|(name, class)| (name.clone(), codes(class))).collect()
}

/// `[code, …]`, or `{ all_but: [code, …] }`.
fn expected_codes(catalog: &Value, expected: &Value) -> BTreeSet<String> {
    let named = |list: &Value| -> BTreeSet<String> { strings(list).map(str::to_owned).collect() };
    match expected.get("all_but") {
        None => named(expected),
        Some(list) => {
            let all: BTreeSet<String> = items(&catalog["internal_care_types"]).iter().map(short_code).collect();
            all.difference(&named(list)).cloned().collect()
        }
    }
}

fn assert_selects(catalog: &Value, classes: &Value, name: &str) {
    let expected = read(EXPECTED);
    let selected = selected(catalog, classes);
    let wanted = fields(&expected["selected"][name]);
    assert_eq!(selected.iter().map(|(class, _)| class).collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (class, codes) in &selected {
        assert_eq!(*codes, expected_codes(catalog, &wanted[class]), "{name}: {class}");
    }
    let of = |class: &str| &selected.iter().find(|(name, _)| name == class).expect("a class").1;
    for exclusive in items(&expected["exclusive"]) {
        let mut seen = BTreeSet::new();
        for class in strings(exclusive) {
            let twice: Vec<&String> = of(class).intersection(&seen).collect();
            assert!(twice.is_empty(), "{name}: {twice:?} of {class} is in another class of {exclusive}");
            seen.extend(of(class).iter().cloned());
        }
    }
}

#[test]
fn classes_select_what_they_should_in_the_example() {
    assert_selects(&read(CATALOG), &read(OF_EXAMPLE), "example");
}

#[test]
fn classes_select_what_they_should_in_the_national_catalogue() {
    let Some(text) = data::text("care-types-national.json") else { return };
    assert_selects(&read(&text), &read(OF_NATIONAL), "national");
}

/// A class of an option replaces that of the profile, so that conditions and tariffs are written in each file: they must be the same.
/// A tariff of some care types is of one catalogue only.
#[test]
fn classes_of_catalogues_are_those_of_the_profile() {
    let profile = read(ANI);
    for (name, classes) in [("example", read(OF_EXAMPLE)), ("national", read(OF_NATIONAL))] {
        let named = |classes: &Value| fields(classes).keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(named(&classes), named(&profile["classes"]), "{name}");
        for (class, bound) in fields(&classes) {
            let own = &profile["classes"][class];
            assert_eq!(own["selector"], json!({}), "{class}: a profile is for any catalogue");
            assert_eq!(bound.get("filter"), own.get("filter"), "{name}: {class}");
            let of_all = |class: &Value| {
                let of_all = |tariff: &&Value| tariff.get("care_types").is_none();
                items(&class["tariffs"]).iter().filter(of_all).cloned().collect::<Vec<_>>()
            };
            assert_eq!(of_all(bound), of_all(own), "{name}: {class}");
        }
    }
}

/// The minimum of a company is all of the contrat responsable, and three requirements more.
#[test]
fn the_minimum_of_a_company_has_all_of_the_contrat_responsable() {
    let (responsable, ani) = (read(RESPONSABLE), read(ANI));
    for (name, class) in fields(&responsable["classes"]) {
        assert_eq!(&ani["classes"][name], class, "{name}");
    }
    let (of_responsable, of_ani) = (items(&responsable["requirements"]), items(&ani["requirements"]));
    assert_eq!(of_ani.split_at(of_responsable.len()).0, of_responsable);
    assert_eq!(responsable["published"], ani["published"]);
}

/// Which requirements there are, of which kind and class; each has its article, its title in both languages, and dates in order.
#[test]
fn every_requirement_is_complete() {
    let expected = read(EXPECTED);
    let (first, more) = (&expected["requirements"]["fr-contrat-responsable"], &expected["requirements"]["ANI"]);
    let profile = read(ANI);
    let wanted: Vec<(&String, &Value)> = fields(first).iter().chain(fields(more)).collect();
    let requirements = items(&profile["requirements"]);
    let mut said: Vec<String> = Vec::new();
    for requirement in requirements {
        let id = requirement["id"].as_str().expect("an id");
        let kind = requirement["kind"].as_str().expect("a kind");
        let class = requirement["class"].as_str().map_or(String::new(), |class| format!(" {class}"));
        said.push(format!("{id}: {kind}{class}"));
        let article = requirement["article"].as_str().expect("an article");
        assert!(is_article(article), "{id}: {article}");
        assert_in_both(&requirement["title"], id);
        if let Some(note) = requirement.get("note") {
            assert_in_both(note, id);
        }
        // What the profile does not know for certain has a note that says so.
        let note = requirement["note"]["en"].as_str().unwrap_or_default();
        assert!(
            requirement.get("uncertain").is_none() || note.contains("uncertain") || note.contains("not seen"),
            "{id}"
        );
        assert_in_order(requirement, id);
        for class in named_classes(requirement) {
            assert!(profile["classes"].get(&class).is_some(), "{id}: {class}");
        }
    }
    let wanted: BTreeSet<String> =
        wanted.iter().map(|(id, kind)| format!("{id}: {}", kind.as_str().expect("a kind"))).collect();
    assert_eq!(said.iter().cloned().collect::<BTreeSet<_>>(), wanted);
    assert_eq!(said.len(), wanted.len(), "an id is there once");
    for (name, class) in fields(&profile["classes"]) {
        let used = requirements.iter().any(|requirement| named_classes(requirement).contains(name));
        assert!(used, "{name} is asked for");
        items(&class["tariffs"]).iter().for_each(|tariff| assert_in_order(tariff, name));
    }
}

/// The amounts on which a law decides.
#[test]
fn amounts_are_those_of_the_law() {
    let profile = read(ANI);
    let requirement = |id: &str| items(&profile["requirements"]).iter().find(|entry| entry["id"] == id).expect("an id");
    let pairs = |id: &str, field: &str| {
        let of = |pair: &Value| {
            format!("{} {}", pair["id"].as_str().expect("an id"), pair[field].as_str().expect("an amount"))
        };
        items(&requirement(id)["pairs"]).iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(pairs("CR10", "floor"), ["a 50", "b 125", "c 200", "d 125", "e 200", "f 200"]);
    assert_eq!(pairs("CR10", "ceiling"), ["a 420", "b 560", "c 700", "d 610", "e 750", "f 800"]);
    assert_eq!(pairs("ANI1", "floor"), ["a 100", "b 150", "c 200", "d 150", "e 200", "f 200"]);
    let tariffs = |class: &str, date: &str| {
        let in_force = |tariff: &&Value| {
            let bound = |field: &str| tariff.get(field).and_then(Value::as_str);
            bound("valid_from").is_none_or(|from| from <= date) && bound("valid_to").is_none_or(|to| date <= to)
        };
        let said = |tariff: &Value| {
            let field = |name: &str| tariff.get(name).and_then(Value::as_str).unwrap_or("-").to_owned();
            [field("brss"), field("plv"), field("charged_at_most")].join(" ")
        };
        let listed = items(&profile["classes"][class]["tariffs"]);
        listed.iter().filter(in_force).map(said).collect::<Vec<_>>()
    };
    assert_eq!(tariffs("hospital_daily_charge", "2026-02-28"), ["0 - 15", "0 - 20"]);
    assert_eq!(tariffs("hospital_daily_charge", "2026-03-01"), ["0 - 17", "0 - 23"]);
    assert_eq!(tariffs("heavy_act_fee", "2026-03-29"), ["0 - 24"]);
    assert_eq!(tariffs("hearing_class_1", "2026-03-29"), ["1400 1400 -", "400 950 -"]);
    assert_eq!(tariffs("hearing_class_2", "2026-03-29"), ["1400 - -", "400 - -"]);
    assert_eq!(tariffs("wig_class_2", "2026-03-29"), ["350 700 -"]);
    assert_eq!(tariffs("frame", "2026-03-29"), ["0.05 - -"]);
}

/// `CSS R871-2, 3°`, and what follows.
fn is_article(article: &str) -> bool {
    let mut rest = article.strip_prefix("CSS ").unwrap_or_default().chars();
    rest.next().is_some_and(|letter| "LRD".contains(letter)) && rest.next().is_some_and(|digit| digit.is_ascii_digit())
}

fn assert_in_both(text: &Value, id: &str) {
    let (fr, en) = (text["fr"].as_str().expect("French"), text["en"].as_str().expect("English"));
    assert!(!fr.trim().is_empty() && !en.trim().is_empty() && fr != en, "{id}: {text}");
    assert!(!fr.contains('\''), "{id}: the apostrophe of French is ’ in {fr}");
}

fn assert_in_order(entry: &Value, id: &str) {
    let date = |field: &str| entry.get(field).and_then(Value::as_str);
    for date in [date("valid_from"), date("valid_to")].into_iter().flatten() {
        assert!(care_coverage::age_on("1900-01-01", date).is_ok(), "{id}: {date}");
    }
    if let (Some(from), Some(to)) = (date("valid_from"), date("valid_to")) {
        assert!(from <= to, "{id}: {from} is after {to}");
    }
}

/// The classes that a requirement names.
fn named_classes(requirement: &Value) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for field in ["class", "frame"] {
        named.extend(requirement.get(field).and_then(Value::as_str).map(str::to_owned));
    }
    for pair in items(&requirement["pairs"]) {
        named.extend(strings(&pair["lenses"]).map(str::to_owned));
    }
    for act in items(&requirement["acts"]) {
        named.push(act["class"].as_str().expect("a class").to_owned());
    }
    named
}
