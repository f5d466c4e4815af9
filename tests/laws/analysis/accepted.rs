//! Findings that are meant.

use std::collections::BTreeSet;

use care_coverage::Diagnostic;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::brute::{self, Act, Domain, mappings};
use super::engine::{self, json_of, value};
use super::model::{self, items, strings};
use super::regions;
use super::small::{Pair, Small, edited};

/// How a mapping becomes an acceptance: of which code, with which of its parts.
#[derive(Clone, Debug)]
struct Choice {
    gap: bool,
    named: bool,
    typed: bool,
    asked: bool,
    but: bool,
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let choice =
        any::<[bool; 5]>().prop_map(|[gap, named, typed, asked, but]| Choice { gap, named, typed, asked, but });
    prop::collection::vec(choice, 1..=4)
}

/// Acceptances of the acts that the mappings of a coverage match. Each reason is its position.
fn acceptances(Small { catalog, options, coverage }: &Small, choices: &[Choice]) -> Vec<Value> {
    let mut acceptances = Vec::new();
    for (choice, (_, guarantee, mapping)) in choices.iter().zip(mappings(coverage)) {
        let code = if choice.gap { "gap" } else { "overlap" };
        let mut acceptance = json!({ "code": code, "reason": format!("r{}", acceptances.len()) });
        if choice.named {
            acceptance["guarantee"] = coverage["guarantees"][guarantee]["name"].clone();
        }
        let selected = model::selected(catalog, options, &mapping["selector"]);
        if choice.typed && !selected.is_empty() {
            acceptance["care_types"] = json!(selected);
        }
        if choice.asked {
            acceptance["conditions"] = conditions(&mapping["filter"], choice.but);
        }
        acceptances.push(acceptance);
    }
    acceptances
}

/// What a filter asks for, in the words of a region; of texts maybe all but those.
fn conditions(filter: &Value, but: bool) -> Value {
    let mut conditions = Map::new();
    let age = |name: &str, or: u64| filter[name].as_u64().unwrap_or(or);
    let (min, max) = (age("min_age", 0), age("max_age", 130));
    if min <= max {
        conditions.insert("member_age".to_owned(), json!({ "min": min, "max": max }));
    }
    for (_, fact, expected) in model::stated(filter).filter(|(field, ..)| !field.ends_with("_age")) {
        let texts: Vec<&str> = expected.as_str().into_iter().chain(strings(expected)).collect();
        let texts: Vec<&str> = texts.into_iter().filter(|text| (1..=64).contains(&text.chars().count())).collect();
        match (expected.as_bool(), but) {
            (Some(flag), _) => conditions.insert(fact.to_owned(), json!(flag)),
            (None, true) => conditions.insert(fact.to_owned(), json!({ "not_in": texts })),
            (None, false) if texts.is_empty() => continue,
            (None, false) => conditions.insert(fact.to_owned(), json!({ "in": texts })),
        };
    }
    Value::Object(conditions)
}

/// Whether an acceptance covers an act of a finding that concerns some guarantees.
fn covers(acceptance: &Value, code: &str, act: &Act, concerned: &BTreeSet<String>) -> bool {
    let region = json!({
        "care_types": acceptance.get("care_types").cloned().unwrap_or_else(|| json!([act.care_type])),
        "conditions": acceptance.get("conditions").cloned().unwrap_or_else(|| json!({})),
    });
    acceptance["code"] == code
        && acceptance["guarantee"].as_str().is_none_or(|name| concerned.contains(name))
        && regions::contains(&region, act)
}

/// The reason of the first acceptance that covers it.
fn reason(acceptances: &[Value], code: &str, act: &Act, concerned: &BTreeSet<String>) -> Option<Value> {
    let first = acceptances.iter().find(|acceptance| covers(acceptance, code, act, concerned))?;
    Some(first["reason"].clone())
}

/// Each act of a finding is in one part of it, which says the reason of the first acceptance that covers the act, or none; no
/// other act is in a part.
fn are_cut_exactly(
    domain: &Domain,
    parts: &[&Value],
    claimed: impl Fn(usize, &Act) -> Option<Option<Value>>,
) -> Result<(), TestCaseError> {
    for (position, act) in domain.acts.iter().enumerate() {
        let of_act: Vec<Option<Value>> = parts
            .iter()
            .filter(|part| regions::contains(&part["region"], act))
            .map(|part| part.get("accepted").cloned())
            .collect();
        let wanted: Vec<Option<Value>> = claimed(position, act).into_iter().collect();
        prop_assert_eq!(of_act, wanted, "{} {:?} of {:?}", act.care_type, act.facts, parts);
    }
    Ok(())
}

fn law(before: &Small, after: &Small, choices: &[Choice]) -> Result<(), TestCaseError> {
    let accept = acceptances(after, choices);
    let worlds = [before, after];
    let domain = Domain::of(&worlds);
    let (matches, mappings) = (domain.matches(before), mappings(&before.coverage));
    let name = |guarantee: usize| before.coverage["guarantees"][guarantee]["name"].as_str().expect("a name").to_owned();
    let selected: Vec<BTreeSet<String>> = mappings
        .iter()
        .map(|(_, _, mapping)| model::selected(&before.catalog, &before.options, &mapping["selector"]))
        .collect();
    let selecting = |act: &Act| -> BTreeSet<String> {
        let selects = mappings.iter().zip(&selected).filter(|(_, selected)| selected.contains(&act.care_type));
        selects.map(|((_, guarantee, _), _)| name(*guarantee)).collect()
    };

    let catalog = engine::catalog(&before.catalog, &before.options);
    let coverage = engine::coverage(&catalog, &before.coverage);
    let options = json!({ "accept": accept });
    let answer = value(coverage.analyze_accepting(Some(&json_of(&options))).expect("options"));
    prop_assert_eq!(&answer["truncated"], &Value::Null);

    let gaps: Vec<&Value> = items(&answer["gaps"]).iter().collect();
    are_cut_exactly(&domain, &gaps, |position, act| {
        let concerned = selecting(act);
        let is_gap = !concerned.is_empty() && !matches[position].contains(&true);
        is_gap.then(|| reason(&accept, "gap", act, &concerned))
    })?;
    let pair = |(first, second): (usize, usize)| json!([mappings[first].0, mappings[second].0]);
    for second in 0..mappings.len() {
        for first in (0..second).filter(|first| mappings[*first].1 != mappings[second].1) {
            let of_pair = |overlap: &&Value| overlap["pointers"] == pair((first, second));
            let parts: Vec<&Value> = items(&answer["overlaps"]).iter().filter(of_pair).collect();
            let concerned = BTreeSet::from([first, second].map(|mapping| name(mappings[mapping].1)));
            are_cut_exactly(&domain, &parts, |position, act| {
                let is_overlap = matches[position][first] && matches[position][second];
                is_overlap.then(|| reason(&accept, "overlap", act, &concerned))
            })?;
        }
    }
    let findings = || items(&answer["gaps"]).iter().chain(items(&answer["overlaps"]));
    for finding in findings() {
        regions::is_well_said(&worlds, &domain, &finding["region"])?;
    }
    prop_assert!(regions::are_sorted(&gaps.iter().map(|gap| &gap["region"]).collect::<Vec<_>>()), "{:?}", gaps);

    // What no acceptance meets is as it is without them.
    let plain = value(coverage.analyze());
    for list in ["gaps", "overlaps"] {
        for finding in items(&plain[list]) {
            let is_of = |part: &&Value| {
                let region = |finding: &Value| finding["region"].clone();
                part.get("accepted").is_some()
                    && domain
                        .acts
                        .iter()
                        .any(|act| regions::contains(&region(part), act) && regions::contains(&region(finding), act))
                    && (list == "gaps" || part["pointers"] == finding["pointers"])
            };
            if !items(&answer[list]).iter().any(|part| is_of(&part)) {
                prop_assert!(items(&answer[list]).contains(finding), "{} in {}", finding, answer[list]);
            }
        }
    }

    // A validation reports the same parts, and the acceptances that accept none of them.
    let validated = |accepted: &str| -> Vec<Diagnostic> {
        let options = json!({ "accept": accept, "accepted": accepted, "ignore": ["opaque_rule"] });
        catalog.validate_coverage(&json_of(&before.coverage), Some(&json_of(&options))).expect("options")
    };
    let (left, shown) = (validated("leave_out"), validated("info"));
    let count = |list: &[Diagnostic], code: &str, accepted: bool| {
        list.iter().filter(|found| found.code.as_str() == code && found.accepted.is_some() == accepted).count()
    };
    for (code, list) in [("gap", "gaps"), ("overlap", "overlaps")] {
        let accepted = items(&answer[list]).iter().filter(|part| part.get("accepted").is_some()).count();
        let others = items(&answer[list]).len() - accepted;
        prop_assert_eq!((count(&left, code, true), count(&left, code, false)), (0, others));
        prop_assert_eq!((count(&shown, code, true), count(&shown, code, false)), (accepted, others));
    }
    let used: Vec<&Value> = findings().filter_map(|part| part.get("accepted")).collect();
    for acceptance in &accept {
        let reason = format!("`{}`", acceptance["reason"].as_str().expect("a reason"));
        let is_stale =
            |found: &Diagnostic| found.code.as_str() == "stale_acceptance" && found.message.contains(&reason);
        let is_used = used.contains(&&acceptance["reason"]);
        prop_assert_eq!(left.iter().any(is_stale), !is_used, "{}", acceptance);
    }
    brute::count_claims(accept.len());
    Ok(())
}

#[test]
fn acceptances_cut_findings_exactly() {
    brute::holds("acceptances", 600, &(edited(), choices()), |(Pair { before, after }, choices)| {
        law(&before, &after, &choices)
    });
}

/// The conditions of a region, given back as an acceptance, accept it and nothing else.
#[test]
fn a_region_accepts_itself() {
    brute::holds("accepted regions", 300, &super::small::worlds(), |world| {
        let catalog = engine::catalog(&world.catalog, &world.options);
        let coverage = engine::coverage(&catalog, &world.coverage);
        let plain = value(coverage.analyze());
        let gaps = items(&plain["gaps"]);
        for (position, gap) in gaps.iter().enumerate() {
            let region = &gap["region"];
            let accept = json!({ "code": "gap", "care_types": region["care_types"], "conditions": region["conditions"], "reason": "meant" });
            let answer = coverage.analyze_accepting(Some(&json_of(&json!({ "accept": [accept] })))).map(value);
            let mut wanted = gaps.to_vec();
            wanted[position]["accepted"] = json!("meant");
            prop_assert_eq!(&answer.expect("options")["gaps"], &json!(wanted));
            brute::count_claims(1);
        }
        Ok(())
    });
}

/// The shipped example: its findings are meant, each whole by one reason, and nothing else is said of it; the gaps have few
/// causes.
#[test]
fn the_findings_of_the_example_are_meant() {
    let example = |name: &str| -> Value {
        let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).expect("an example")).expect("JSON")
    };
    let (payload, mut options) = (example("coverage"), example("coverage.accept"));
    let catalog = engine::catalog(&example("catalog"), &json!({}));
    let coverage = engine::coverage(&catalog, &payload);
    let (plain, meant) =
        (value(coverage.analyze()), value(coverage.analyze_accepting(Some(&json_of(&options))).expect("options")));
    for list in ["gaps", "overlaps"] {
        let whole = items(&meant[list]).iter().map(|finding| {
            let mut whole = finding.clone();
            assert!(whole["accepted"].is_string(), "{finding}");
            whole.as_object_mut().expect("a finding").remove("accepted");
            whole
        });
        let whole: Vec<Value> = whole.collect();
        for (meant, plain) in whole.iter().zip(items(&plain[list])) {
            assert_eq!(meant, plain);
        }
        assert_eq!(whole.len(), items(&plain[list]).len());
    }
    assert_eq!((items(&plain["gaps"]).len(), items(&plain["overlaps"]).len()), (21, 1));
    let causes: BTreeSet<String> = items(&plain["gaps"]).iter().map(|gap| gap["open_facts"].to_string()).collect();
    assert_eq!(causes.len(), 8, "{causes:?}");
    assert_eq!(catalog.validate_coverage(&json_of(&payload), Some(&json_of(&options))).expect("options"), []);
    options["accepted"] = json!("info");
    let shown = catalog.validate_coverage(&json_of(&payload), Some(&json_of(&options))).expect("options");
    assert!(shown.iter().all(|found| found.accepted.is_some()), "{shown:?}");
    assert_eq!(shown.len(), 22);
}
