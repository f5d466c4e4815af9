//! Coverages that shatter the acts, and large ones: the analysis ends, what it does not finish is named, and what it says
//! is true. Deterministic; how long it takes is printed and judged nowhere.

use std::collections::BTreeSet;
use std::time::Instant;

use care_coverage::{CareTypeCatalog, Coverage};
use serde_json::{Value, json};

use super::brute::Act;
use super::engine::{self, json_of, value};
use super::model::{items, strings};
use super::regions;

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    fn pick<'v>(&mut self, values: &[&'v str]) -> &'v str {
        values[self.below(values.len())]
    }

    /// Some of the values, at least one.
    fn some(&mut self, values: &[&str]) -> Vec<String> {
        let picked: BTreeSet<&str> = (0..=self.below(3)).map(|_| self.pick(values)).collect();
        picked.into_iter().map(str::to_owned).collect()
    }
}

const PRACTITIONERS: [&str; 8] =
    ["DENTIST", "MIDWIFE", "NURSE", "OPTICIAN", "PSYCHIATRIST", "RADIOLOGIST", "SPECIALIST", "LABORATORY"];
const MODES: [&str; 8] = ["00", "03", "04", "05", "06", "07", "10", "11"];
const NATURES: [&str; 5] = ["CHIRURGIE", "MEDECINE", "MEDICO_SOCIAL", "PERSONNES_AGEES", "INDIFFERENCIEES"];

fn code(index: usize) -> String {
    format!("TYPE_{index:04}")
}

/// A catalogue of so many care types, all in the group `ALL`.
fn catalog(care_types: usize) -> CareTypeCatalog {
    let types: Vec<Value> = (0..care_types)
        .map(|index| json!({ "id": index, "short_code": code(index), "care_type_group_ids": [1] }))
        .collect();
    let lists = json!({ "care_type_groups": [{ "id": 1, "short_code": "ALL" }], "internal_care_types": types });
    engine::catalog(&lists, &json!({}))
}

/// Mappings on so many guarantees in turn.
fn coverage(guarantees: usize, mappings: Vec<Value>) -> Value {
    let mut of: Vec<Vec<Value>> = vec![Vec::new(); guarantees];
    for (index, mapping) in mappings.into_iter().enumerate() {
        of[index % guarantees].push(mapping);
    }
    let guarantees = of.into_iter().enumerate().map(|(index, mappings)| {
        json!({ "name": format!("GUARANTEE_{index}"), "care_type_mappings": mappings, "coverage_rule": {} })
    });
    json!({ "name": "HOSTILE", "version": 1, "guarantees": guarantees.collect::<Vec<_>>() })
}

fn of_all(filter: Value) -> Value {
    json!({ "selector": { "include_care_type_groups": ["ALL"] }, "filter": filter })
}

/// Staggered ages × practitioners × modes × natures.
fn shattering(count: usize) -> Vec<Value> {
    let mut numbers = Numbers(7);
    let filter = |_| {
        of_all(json!({
            "min_age": numbers.below(60),
            "max_age": 60 + numbers.below(70),
            "is_optam_or_secteur_1": numbers.below(2) == 0,
            "practitioner": numbers.pick(&PRACTITIONERS),
            "allowed_treatment_modes": numbers.some(&MODES),
            "allowed_natures_de_soins": numbers.some(&NATURES),
        }))
    };
    (0..count).map(filter).collect()
}

/// Random acts of the first care types.
fn sample(care_types: usize, count: usize) -> Vec<Act> {
    let mut numbers = Numbers(11);
    let act = |_| {
        let care_type = code(numbers.below(care_types));
        let facts = json!({
            "member_age": numbers.below(131),
            "is_optam_or_secteur_1": numbers.below(2) == 0,
            "is_for_at_least_one_visible_tooth": null,
            "is_etablissement_conventionne": numbers.below(2) == 0,
            "practitioner": numbers.pick(&PRACTITIONERS),
            "glasses_lens_complexity": "SIMPLE",
            "reimbursed_by_secu": numbers.below(2) == 0,
            "treatment_mode": numbers.pick(&MODES),
            "nature_de_soins": numbers.pick(&NATURES),
        });
        // Every fact applies to all types.
        let Value::Object(mut facts) = facts else { panic!("an object") };
        facts.insert("is_for_at_least_one_visible_tooth".to_owned(), json!(numbers.below(2) == 0));
        Act { care_type, facts }
    };
    (0..count).map(act).collect()
}

fn decision(coverage: &Coverage, act: &Act) -> Value {
    let mut document = Value::Object(act.facts.clone());
    document["care_type"] = json!(act.care_type);
    value(coverage.guarantees_for(&json_of(&document)).expect("an act"))
}

fn shown(coverage: &Coverage, region: &Value) -> Value {
    value(coverage.guarantees_for(&json_of(&region["witness"])).expect("an act"))
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    println!("  {what}: {:.1?}, {} so far", started.elapsed(), peak_memory());
    done
}

/// The most memory that this process has had, where the system says it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(|| "no peak of memory".to_owned(), |peak| peak.trim().to_owned())
}

/// What an analysis or a comparison leaves open.
#[derive(Debug, Default)]
struct Open {
    care_types: BTreeSet<String>,
    reason: String,
}

impl std::fmt::Display for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} care types are open: {}", self.care_types.len(), self.reason)
    }
}

impl Open {
    fn of(truncated: Option<&care_coverage::analysis::Truncation<'_>>) -> Self {
        truncated.map_or_else(Open::default, |truncation| {
            assert!(!truncation.care_types.is_empty(), "{truncation:?}");
            let care_types = truncation.care_types.iter().map(|code| (*code).to_owned()).collect();
            Open { care_types, reason: truncation.reason.clone() }
        })
    }

    fn has(&self, act: &Act) -> bool {
        self.care_types.contains(&act.care_type)
    }
}

/// Analyses and validates; what is said is true, and of care types that are finished nothing is missing.
fn analyzed(name: &str, catalog: &CareTypeCatalog, care_types: usize, payload: &Value) -> Open {
    println!("{name}");
    let compiled = timed("compile", || engine::coverage(catalog, payload));
    let analysis = timed("analyze", || compiled.analyze());
    let open = Open::of(analysis.truncated.as_ref());
    println!(
        "  {} overlaps, {} gaps, {} redundant, {open}",
        analysis.overlaps.len(),
        analysis.gaps.len(),
        analysis.redundant.len()
    );
    assert!(analysis.overlaps.len() <= 10_000);

    // A few of the claims, evenly.
    let every = |count: usize| count.div_ceil(200).max(1);
    for overlap in analysis.overlaps.iter().step_by(every(analysis.overlaps.len())) {
        let overlap = value(overlap);
        let shown = shown(&compiled, &overlap["region"]);
        assert_eq!(shown["outcome"], "ambiguous");
        assert!(items(&overlap["guarantees"]).iter().all(|name| items(&shown["guarantees"]).contains(name)));
    }
    for gap in analysis.gaps.iter().step_by(every(analysis.gaps.len())) {
        assert_eq!(shown(&compiled, &value(&gap.region))["outcome"], "not_covered");
    }
    let acts = sample(care_types, 400);
    let sampled: BTreeSet<&str> = acts.iter().map(|act| act.care_type.as_str()).collect();
    let gaps = analysis.gaps.iter().map(|gap| &gap.region);
    let gaps: Vec<Value> =
        gaps.filter(|gap| gap.care_types.iter().any(|code| sampled.contains(code))).map(value).collect();
    let decisions: Vec<Value> = acts.iter().map(|act| decision(&compiled, act)).collect();
    for (act, decision) in acts.iter().zip(&decisions) {
        let gaps = gaps.iter().filter(|gap| regions::contains(gap, act)).count();
        let is_gap = decision["outcome"] == "not_covered";
        assert!(gaps <= usize::from(is_gap), "{} {:?}", act.care_type, act.facts);
        assert!(!is_gap || gaps == 1 || open.has(act), "{} {:?}", act.care_type, act.facts);
    }

    let mut without = payload.clone();
    let mut pointers: Vec<Vec<usize>> = analysis.redundant.iter().map(|entry| indices(entry.pointer)).collect();
    pointers.sort();
    for place in pointers.iter().rev() {
        let mappings = without["guarantees"][place[0]]["care_type_mappings"].as_array_mut().expect("mappings");
        mappings.remove(place[1]);
    }
    let smaller = engine::coverage(catalog, &without);
    for (act, before) in acts.iter().zip(&decisions) {
        assert_eq!(&decision(&smaller, act), before);
    }

    let diagnostics = timed("validate", || catalog.validate_coverage(&json_of(payload), None).expect("no options"));
    let count = |code: &str| diagnostics.iter().filter(|found| found.code.as_str() == code).count();
    assert_eq!(count("overlap"), analysis.overlaps.len().min(1_000));
    assert_eq!(count("gap"), analysis.gaps.len().min(1_000));
    assert_eq!(count("redundant_mapping"), analysis.redundant.len().min(1_000));
    assert_eq!(count("analysis_truncated"), usize::from(!open.reason.is_empty()));
    open
}

/// Guarantee and mapping of a pointer.
fn indices(pointer: &str) -> Vec<usize> {
    pointer.split('/').filter_map(|segment| segment.parse().ok()).collect()
}

/// Compares; what is said is true, and of care types that are finished nothing is missing.
fn compared(name: &str, care_types: usize, before: &Coverage, after: &Coverage) -> Open {
    println!("{name}");
    let difference = timed("diff", || before.diff(after));
    let open = Open::of(difference.truncated.as_ref());
    println!("  {} changes, {open}", difference.decision_changes.len());
    let changes: Vec<Value> = difference.decision_changes.iter().map(value).collect();
    for change in changes.iter().step_by(changes.len().div_ceil(200).max(1)) {
        for (side, coverage) in [("before", before), ("after", after)] {
            assert_eq!(shown(coverage, &change["region"])["guarantees"], change[side]);
        }
    }
    for act in sample(care_types, 400) {
        let (old, new) = (decision(before, &act)["guarantees"].clone(), decision(after, &act)["guarantees"].clone());
        let as_set = |names: &Value| strings(names).map(str::to_owned).collect::<BTreeSet<_>>();
        let of_act: Vec<&Value> = changes.iter().filter(|change| regions::contains(&change["region"], &act)).collect();
        match of_act.as_slice() {
            [] => assert!(as_set(&old) == as_set(&new) || open.has(&act), "{} {:?}", act.care_type, act.facts),
            [change] => assert_eq!((&change["before"], &change["after"]), (&old, &new)),
            several => panic!("{several:?} are not disjoint"),
        }
    }
    open
}

/// Few acts of one care type in regions without number.
#[test]
fn what_shatters_is_named() {
    let catalog = catalog(2);
    let mut mappings = shattering(400);
    for mapping in &mut mappings {
        mapping["selector"] = json!({ "include_care_types": [code(0)] });
    }
    mappings.push(json!({ "selector": { "include_care_types": [code(1)] }, "filter": { "max_age": 17 } }));
    let payload = coverage(40, mappings);
    let open = analyzed("shattered", &catalog, 2, &payload);
    assert_eq!(open.care_types, BTreeSet::from([code(0)]));
    let mut next = payload.clone();
    for guarantee in next["guarantees"].as_array_mut().expect("guarantees") {
        for mapping in guarantee["care_type_mappings"].as_array_mut().expect("mappings") {
            mapping["filter"]["reimbursed_by_secu"] = json!(true);
        }
    }
    let (before, after) = (engine::coverage(&catalog, &payload), engine::coverage(&catalog, &next));
    let open = compared("shattered and changed", 2, &before, &after);
    assert_eq!(open.care_types, BTreeSet::from([code(0)]));
}

/// Many mappings on one care type.
#[test]
fn three_thousand_mappings_on_one_care_type() {
    let catalog = catalog(1);
    let payload = coverage(30, shattering(3_000));
    let open = analyzed("3,000 mappings", &catalog, 1, &payload);
    assert_eq!(open.care_types, BTreeSet::from([code(0)]));
    let before = engine::coverage(&catalog, &payload);
    let after = engine::coverage(&catalog, &coverage(30, shattering(2_990)));
    compared("3,000 mappings less 10", 1, &before, &after);
}

/// Lists of 10,000 values, each without another one.
#[test]
fn lists_of_ten_thousand_values() {
    let catalog = catalog(1);
    let values = |without: usize| -> Vec<String> {
        (0..10_000).filter(|value| *value != without).map(|value| format!("V{value}")).collect()
    };
    let mappings = (0..12).map(|index| {
        of_all(json!({
            "min_age": index,
            "allowed_treatment_modes": values(index),
            "allowed_natures_de_soins": values(9_999 - index),
        }))
    });
    let payload = coverage(4, mappings.collect());
    let open = analyzed("lists of 10,000 values", &catalog, 1, &payload);
    assert!(open.care_types.is_empty());
    let mut next = payload.clone();
    next["guarantees"][2]["care_type_mappings"][2]["filter"]["max_age"] = json!(64);
    let (before, after) = (engine::coverage(&catalog, &payload), engine::coverage(&catalog, &next));
    compared("lists of 10,000 values, one changed", 1, &before, &after);
}

/// 2,000 care types in all mappings.
#[test]
fn mappings_of_all_of_two_thousand_care_types() {
    let catalog = catalog(2_000);
    let mappings =
        (0..100_usize).map(|index| of_all(json!({ "min_age": index, "practitioner": PRACTITIONERS[index % 8] })));
    let payload = coverage(10, mappings.collect());
    let open = analyzed("2,000 care types", &catalog, 2_000, &payload);
    assert!(open.care_types.is_empty());
}

/// 2,000 care types, each with mappings of its own that leave many gaps.
#[test]
fn two_thousand_care_types_that_are_all_different() {
    let catalog = catalog(2_000);
    let mut mappings = shattering(1_000);
    for (index, mapping) in mappings.iter_mut().enumerate() {
        let others = (0..20).map(|other| code((index * 7 + other * other * 3) % 2_000));
        mapping["selector"] = json!({ "include_care_types": others.collect::<BTreeSet<_>>() });
    }
    let payload = coverage(100, mappings);
    analyzed("2,000 different care types", &catalog, 2_000, &payload);
    let mut next = payload.clone();
    next["guarantees"][1]["care_type_mappings"][2]["filter"]["max_age"] = Value::Null;
    let (before, after) = (engine::coverage(&catalog, &payload), engine::coverage(&catalog, &next));
    let open = compared("2,000 different care types, one changed", 2_000, &before, &after);
    assert!(open.care_types.is_empty());
}

/// What was compared with all before the bound was reached is not named.
#[test]
fn more_overlaps_than_are_listed_name_what_was_not_compared() {
    let on = |care_type: usize| json!({ "selector": { "include_care_types": [code(care_type)] }, "filter": {} });
    let mappings: Vec<Value> = [0, 0].into_iter().chain([1; 150]).map(on).collect();
    let coverage = engine::coverage(&catalog(2), &coverage(mappings.len(), mappings));
    let analysis = coverage.analyze();
    let truncated = value(analysis.truncated.as_ref().expect("more than 11,000 overlaps"));
    assert_eq!((analysis.overlaps.len(), &truncated["care_types"]), (10_000, &json!([code(1)])));
}
