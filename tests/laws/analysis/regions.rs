//! Regions of an answer, read from its JSON as the interface describes it.

use std::cmp::Ordering;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{Act, Domain, applies, count_claims};
use super::model::{FACTS, strings};
use super::small::Small;

/// Whether an act is in a region. `null` is in no restriction.
pub(crate) fn contains(region: &Value, act: &Act) -> bool {
    strings(&region["care_types"]).any(|code| code == act.care_type)
        && region["conditions"].as_object().expect("conditions").iter().all(|(fact, condition)| {
            let value = act.facts.get(fact).unwrap_or(&Value::Null);
            allows(condition, value)
        })
}

fn allows(condition: &Value, value: &Value) -> bool {
    match (condition, value) {
        (Value::Bool(required), value) => json!(required) == *value,
        (condition, Value::Number(age)) => {
            condition["min"].as_u64() <= age.as_u64() && age.as_u64() <= condition["max"].as_u64()
        }
        (condition, Value::String(text)) => match condition.get("in") {
            Some(values) => strings(values).any(|value| value == text),
            None => !strings(&condition["not_in"]).any(|value| value == text),
        },
        _ => false,
    }
}

/// A region says what it says as plainly as possible, in the words of the filters: no condition that is free, no value and
/// no bound that nobody mentions; and its witness is its first act.
pub(crate) fn is_well_said(worlds: &[&Small], domain: &Domain, region: &Value) -> Result<(), TestCaseError> {
    count_claims(1);
    let ascending = |list: &Value| {
        let list: Vec<&str> = strings(list).collect();
        !list.is_empty() && list.is_sorted_by(|a, b| a < b)
    };
    prop_assert!(ascending(&region["care_types"]), "{}", region);
    for (fact, condition) in region["conditions"].as_object().expect("conditions") {
        if fact == "member_age" {
            let (min, max) = (condition["min"].as_u64().expect("min"), condition["max"].as_u64().expect("max"));
            let starts = |age: u64| age == 131 || domain.mentioned.ages.contains(&age);
            prop_assert!(min <= max && starts(min) && starts(max + 1) && (min, max) != (0, 130), "{}", region);
            continue;
        }
        let mentioned = domain.mentioned.facts.get(fact.as_str());
        prop_assert!(mentioned.is_some(), "nobody asks for {} of {}", fact, region);
        if let Some(object) = condition.as_object() {
            prop_assert_eq!(object.len(), 1);
            let values = object.get("in").or(object.get("not_in")).expect("in or not_in");
            let all_mentioned = strings(values).all(|value| mentioned.is_some_and(|known| known.contains(value)));
            prop_assert!(ascending(values) && all_mentioned, "{}", region);
        } else {
            prop_assert!(condition.is_boolean(), "{}", region);
        }
    }
    prop_assert_eq!(&region["witness"], &first_act(worlds, region));
    Ok(())
}

/// The first act of a region: the smallest care type, the lowest age, and of each fact the first value.
fn first_act(worlds: &[&Small], region: &Value) -> Value {
    let code = strings(&region["care_types"]).min().expect("a care type");
    let conditions = &region["conditions"];
    let mut act = json!({ "care_type": code, "member_age": conditions["member_age"]["min"].as_u64().unwrap_or(0) });
    for (fact, condition_name) in FACTS {
        let condition = &conditions[fact];
        let is_flag = condition_name.starts_with("is_") || condition_name == "reimbursed_by_secu";
        act[fact] = match (applies(worlds, code, fact), is_flag) {
            (false, _) => Value::Null,
            (true, true) => json!(*condition == json!(true)),
            (true, false) => match condition.get("in") {
                Some(values) => json!(first_text(worlds, fact, |value| strings(values).any(|other| other == value))),
                None => {
                    json!(first_text(worlds, fact, |value| strings(&condition["not_in"]).all(|other| other != value)))
                }
            },
        };
    }
    act
}

/// The smallest known value in a region; where there is none, the smallest listed one, or two digits, or `OTHER`.
fn first_text(worlds: &[&Small], fact: &str, is_in: impl Fn(&str) -> bool) -> String {
    let known: Vec<String> = match fact {
        "treatment_mode" => "00 03 04 05 06 07 10 11 12 13 14 15 16 17 19 20 21 22 23 24 35 37 38 39 99"
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        "practitioner" => "GENERAL_PRACTITIONER SPECIALIST ANAESTHETIST CARDIOLOGIST DERMATOLOGIST RADIOLOGIST GYNAECOLOGIST \
            PAEDIATRICIAN OPHTHALMOLOGIST STOMATOLOGIST PSYCHIATRIST DENTIST ORTHODONTIST MIDWIFE NURSE PSYCHOLOGIST \
            PHYSIOTHERAPIST PODIATRIST SPEECH_THERAPIST ORTHOPTIST LABORATORY PHARMACIST MEDICAL_TRANSPORT SUPPLIER OPTICIAN \
            HEARING_AID_SPECIALIST OSTEOPATH CHIROPRACTOR ACUPUNCTURIST DIETITIAN"
            .split_whitespace()
            .map(str::to_owned)
            .chain(extended(worlds, "practitioners"))
            .collect(),
        "nature_de_soins" => "MEDECINE CHIRURGIE GYNECOLOGIE_OBSTETRIQUE SOINS_DE_SUITE_ET_READAPTATION \
            SOINS_DE_LONGUE_DUREE MALADIES_MENTALES_TOXICOMANIES DISCIPLINE_SUPPLEMENT_TAA ENFANCE_HANDICAPEE \
            ADULTES_HANDICAPES PERSONNES_AGEES MEDICO_SOCIAL INDIFFERENCIEES"
            .split_whitespace()
            .map(str::to_owned)
            .chain(extended(worlds, "naturesDeSoins"))
            .collect(),
        "glasses_lens_complexity" => ["COMPLEX", "SIMPLE", "VERY_COMPLEX"].map(str::to_owned).to_vec(),
        other => panic!("which values of `{other}` are known?"),
    };
    let digits = (0..100).filter(|_| fact == "treatment_mode").map(|mode| format!("{mode:02}"));
    let in_region = |values: Vec<String>| values.into_iter().filter(|value| is_in(value)).min();
    let listed = super::small::values_of(fact).map(str::to_owned).to_vec();
    let unknown = digits.chain(listed).chain(["OTHER".to_owned()]).collect();
    in_region(known).or_else(|| in_region(unknown)).expect("a value")
}

/// What the options of the catalogues add to the known values.
fn extended(worlds: &[&Small], list: &str) -> Vec<String> {
    worlds.iter().flat_map(|world| strings(&world.options["knownValues"][list])).map(str::to_owned).collect()
}

/// No act is in two regions, and each is in one exactly where it is claimed to be.
pub(crate) fn cover_exactly(domain: &Domain, regions: &[&Value], claimed: &[bool]) -> Result<(), TestCaseError> {
    for (act, claimed) in domain.acts.iter().zip(claimed) {
        let inside = regions.iter().filter(|region| contains(region, act)).count();
        prop_assert_eq!(inside, usize::from(*claimed), "{} {}", &act.care_type, json!(act.facts));
    }
    Ok(())
}

/// No two regions of one label could be one: those differ in more than one of care types, ages and facts, or in ages that
/// do not touch.
pub(crate) fn are_merged(regions: &[(Value, &Value)]) -> Result<(), TestCaseError> {
    for (place, (label, region)) in regions.iter().enumerate() {
        for (_, other) in regions.iter().take(place).filter(|(other, _)| other == label) {
            prop_assert!(!could_be_one(region, other), "{} and {} could be one", region, other);
        }
    }
    Ok(())
}

fn could_be_one(a: &Value, b: &Value) -> bool {
    let facts = FACTS.iter().map(|(fact, _)| *fact).filter(|fact| a["conditions"][*fact] != b["conditions"][*fact]);
    let differing = facts.count() + usize::from(a["care_types"] != b["care_types"]);
    let ages = |region: &Value| {
        let ages = &region["conditions"]["member_age"];
        (ages["min"].as_u64().unwrap_or(0), ages["max"].as_u64().unwrap_or(130))
    };
    let ((a_min, a_max), (b_min, b_max)) = (ages(a), ages(b));
    match (a_min, a_max) == (b_min, b_max) {
        true => differing <= 1,
        false => differing == 0 && a_min <= b_max + 1 && b_min <= a_max + 1,
    }
}

/// By care type, then by the act that shows it.
pub(crate) fn are_sorted(regions: &[&Value]) -> bool {
    regions.is_sorted_by(|a, b| compare(&a["witness"], &b["witness"]).is_le())
}

/// By care type, then by age, then fact by fact: `null`, `false`, `true`; texts by code point.
fn compare(a: &Value, b: &Value) -> Ordering {
    let key = |act: &Value| {
        let facts = FACTS.map(|(fact, _)| match &act[fact] {
            Value::Bool(value) => (1, *value, String::new()),
            Value::String(text) => (1, false, text.clone()),
            _ => (0, false, String::new()),
        });
        (act["care_type"].as_str().map(str::to_owned), act["member_age"].as_u64(), facts)
    };
    key(a).cmp(&key(b))
}
