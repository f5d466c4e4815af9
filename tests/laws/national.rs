//! The engine on the national nomenclature of care types: 327 of them, in 54 groups.
//!
//! The data is not part of the repository (`data.rs`).

use std::sync::LazyLock;

use care_coverage::{CareTypeCatalog, Coverage, Json};
use serde_json::{Value, json};

use super::data;
use super::properties::model::{self, items, short_code};

/// The nomenclature as two lists, if it is there.
static NATIONAL: LazyLock<Option<Value>> =
    LazyLock::new(|| Some(serde_json::from_str(&data::text("care-types-national.json")?).expect("JSON")));

fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

fn catalog(data: &Value) -> CareTypeCatalog {
    CareTypeCatalog::new(&json_of(data), None).expect("a valid catalogue")
}

/// Hospital stays, dental prosthetics by whether the tooth shows, lenses by complexity, specialists by OPTAM, and
/// orthodontics for the young.
fn payload() -> Value {
    let guarantee = |name: &str, selector: Value, filter: Value| {
        let mapping = json!({ "selector": selector, "filter": filter });
        json!({ "name": name, "care_type_mappings": [mapping], "coverage_rule": {} })
    };
    let prosthetics = json!({
        "include_care_type_groups": ["DENTAL_PROSTHETICS"],
        "exclude_care_type_groups": ["INLAY_CORES"],
        "exclude_care_types": ["PRO"],
    });
    let lenses = json!({ "include_care_type_groups": ["GLASSES_LENSES_CLASS_A", "GLASSES_LENSES_CLASS_B"] });
    let specialists =
        json!({ "include_care_type_groups": ["SPECIALIST_CONSULTATIONS"], "exclude_care_types": ["CNP"] });
    let hospital = json!({
        "is_etablissement_conventionne": true,
        "allowed_treatment_modes": ["03", "04", "23"],
        "allowed_natures_de_soins": ["MEDECINE", "CHIRURGIE"],
    });
    let guarantees = [
        guarantee("HOSPITAL", json!({ "include_care_type_groups": ["HOSPITAL_STAY", "PRIVATE_ROOM"] }), hospital),
        guarantee("PROSTHETICS_VISIBLE", prosthetics.clone(), json!({ "is_for_at_least_one_visible_tooth": true })),
        guarantee("PROSTHETICS_OTHER", prosthetics, json!({ "is_for_at_least_one_visible_tooth": false })),
        guarantee("LENSES_SIMPLE", lenses.clone(), json!({ "glasses_lens_complexities": ["SIMPLE"] })),
        guarantee("LENSES_COMPLEX", lenses, json!({ "glasses_lens_complexities": ["COMPLEX", "VERY_COMPLEX"] })),
        guarantee("SPECIALIST_OPTAM", specialists.clone(), json!({ "is_optam_or_secteur_1": true })),
        guarantee("SPECIALIST", specialists, json!({ "is_optam_or_secteur_1": false, "reimbursed_by_secu": true })),
        guarantee("ORTHODONTICS", json!({ "include_care_type_groups": ["ORTHODONTICS"] }), json!({ "max_age": 15 })),
    ];
    json!({ "name": "NATIONAL", "version": 1, "guarantees": guarantees })
}

fn answer(coverage: &Coverage, act: &Value) -> Value {
    let answer = coverage.guarantees_for(&json_of(act)).expect("a valid act");
    serde_json::to_value(answer).expect("an answer is JSON")
}

/// The whole nomenclature is read without an error, and its three look-ups, written down and read back, say the same.
#[test]
fn the_nomenclature_is_a_catalogue() {
    let Some(data) = NATIONAL.as_ref() else { return };
    let catalog = catalog(data);
    assert_eq!((catalog.care_type_count(), catalog.care_type_group_count()), (327, 54));
    assert_eq!(catalog.diagnostics(), []);
    let look_ups = serde_json::to_value(catalog.care_type_mappings()).expect("look-ups are JSON");
    let read_back = CareTypeCatalog::new(&json_of(&look_ups), None).expect("a valid catalogue");
    assert_eq!(read_back.care_type_mappings(), catalog.care_type_mappings());
}

/// A selector of one group computes to its members.
#[test]
fn every_group_selects_its_members() {
    let Some(data) = NATIONAL.as_ref() else { return };
    let catalog = catalog(data);
    for group in items(&data["care_type_groups"]).iter().map(short_code) {
        let selector = json_of(&json!({ "include_care_type_groups": [group] }));
        let selected = catalog.care_types_from_selector(&selector).expect("a known group");
        let selected: Vec<&str> = selected.into_iter().map(|care_type| care_type.short_code.as_str()).collect();
        assert_eq!(selected, model::members(data, &group).iter().map(String::as_str).collect::<Vec<_>>(), "{group}");
    }
}

/// Real acts come out as a person would say.
#[test]
fn real_acts_have_the_expected_outcomes() {
    let Some(data) = NATIONAL.as_ref() else { return };
    let coverage = catalog(data).compile_coverage(json_of(&payload())).expect("a valid coverage");
    let covered = |guarantee: &str| ("covered", vec![guarantee.to_owned()]);
    // With the guarantees that match, or for an undetermined act those that may.
    let undetermined = |guarantees: [&str; 2]| ("undetermined", guarantees.map(str::to_owned).to_vec());
    let nothing = |outcome: &'static str| (outcome, Vec::new());
    let stay = |conventionne: Value, mode: &str| {
        json!({ "care_type": "GHS", "is_etablissement_conventionne": conventionne, "treatment_mode": mode,
            "nature_de_soins": "CHIRURGIE", "reimbursed_by_secu": true })
    };
    let acts = [
        (stay(json!(true), "03"), covered("HOSPITAL")),
        (stay(json!(true), "07"), nothing("not_covered")),
        (stay(json!(false), "03"), nothing("not_covered")),
        (
            json!({ "care_type": "CPC", "is_etablissement_conventionne": true }),
            ("undetermined", vec!["HOSPITAL".into()]),
        ),
        (json!({ "care_type": "PF1", "teeth": [11, 16] }), covered("PROSTHETICS_VISIBLE")),
        (json!({ "care_type": "PF1", "teeth": [16] }), covered("PROSTHETICS_OTHER")),
        (json!({ "care_type": "PF1", "teeth": [] }), nothing("not_covered")),
        (json!({ "care_type": "PF1" }), undetermined(["PROSTHETICS_VISIBLE", "PROSTHETICS_OTHER"])),
        // An inlay-core is excluded with its group, PRO by name.
        (json!({ "care_type": "IC1", "teeth": [11] }), nothing("not_covered")),
        (json!({ "care_type": "PRO", "teeth": [11] }), nothing("not_covered")),
        (json!({ "care_type": "VU1", "glasses_lens_complexity": "SIMPLE" }), covered("LENSES_SIMPLE")),
        (json!({ "care_type": "VM7", "glasses_lens_complexity": "VERY_COMPLEX" }), covered("LENSES_COMPLEX")),
        (json!({ "care_type": "VM7" }), undetermined(["LENSES_SIMPLE", "LENSES_COMPLEX"])),
        (json!({ "care_type": "CS", "is_optam_or_secteur_1": true }), covered("SPECIALIST_OPTAM")),
        (
            json!({ "care_type": "CS", "is_optam_or_secteur_1": false, "reimbursed_by_secu": true }),
            covered("SPECIALIST"),
        ),
        (json!({ "care_type": "CS" }), undetermined(["SPECIALIST_OPTAM", "SPECIALIST"])),
        (json!({ "care_type": "CS", "is_optam_or_secteur_1": null }), nothing("not_covered")),
        (json!({ "care_type": "CNP", "is_optam_or_secteur_1": true }), nothing("not_covered")),
        (
            json!({ "care_type": "TO", "member_birth_date": "2010-02-28", "care_date": "2026-02-27" }),
            covered("ORTHODONTICS"),
        ),
        (
            json!({ "care_type": "TO", "member_birth_date": "2010-02-28", "care_date": "2026-02-28" }),
            nothing("not_covered"),
        ),
        (json!({ "care_type": "no such code" }), nothing("unknown_care_type")),
    ];
    for (act, (outcome, guarantees)) in acts {
        let answer = answer(&coverage, &act);
        let certain = items(&answer["guarantees"]).iter().filter_map(Value::as_str);
        let possible = items(&answer["undetermined"]).iter().filter_map(|entry| entry["guarantee"].as_str());
        let named: Vec<String> = certain.chain(possible).map(str::to_owned).collect();
        assert_eq!((answer["outcome"].as_str(), named), (Some(outcome), guarantees), "{act}");
    }
}

/// For every care type, an act of which nothing is known, and one of which much is, are answered like all mappings tried in
/// turn.
#[test]
fn every_care_type_is_answered_like_the_naive_loop() {
    let Some(data) = NATIONAL.as_ref() else { return };
    let payload = payload();
    let coverage = catalog(data).compile_coverage(json_of(&payload)).expect("a valid coverage");
    let much = json!({
        "member_age": 15, "is_optam_or_secteur_1": true, "teeth": [21], "is_etablissement_conventionne": true,
        "glasses_lens_complexity": "COMPLEX", "treatment_mode": "04", "nature_de_soins": "MEDECINE",
        "practitioner": "DENTIST", "reimbursed_by_secu": true,
    });
    let mut outcomes = std::collections::BTreeSet::new();
    for code in items(&data["internal_care_types"]).iter().map(short_code) {
        for mut act in [json!({}), much.clone()] {
            act["care_type"] = json!(code);
            let answer = answer(&coverage, &act);
            assert_eq!(Ok(&answer), model::decision(data, &json!({}), &payload, &act).as_ref(), "{act}");
            outcomes.insert(answer["outcome"].as_str().unwrap_or_default().to_owned());
        }
    }
    assert_eq!(outcomes.into_iter().collect::<Vec<_>>(), ["covered", "not_covered", "undetermined"]);
}
