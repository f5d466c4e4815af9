//! How long do analyze, diff and a re-check after one edit take, natively? Prints medians and how they grow.
//!
//! ```sh
//! cargo bench --bench analysis
//! ```

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::float_arithmetic)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use care_coverage::{CareTypeCatalog, Coverage, Json};
use serde_json::{Value, json};

fn main() {
    let example = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(format!("examples/{name}.json")).unwrap()).unwrap()
    };
    let (lists, payload) = (example("catalog"), example("coverage"));
    let catalog = catalog(&lists);
    println!("{:<42}{:>12}{:>12}{:>12}", "", "analyze", "diff", "compile");
    let mut first = None;
    for times in [1, 10, 100] {
        let name = format!("example × {times}");
        let median = row(&name, &catalog, &repeated(&payload, times));
        let first = *first.get_or_insert(median);
        println!("{:<42}{:>12.1}", "  growth of analyze", median.as_secs_f64() / first.as_secs_f64());
    }
    let (lists, payload) = large(200, 1_000, 2_000);
    row("200 guarantees, 1,000 mappings, 2,000 types", &self::catalog(&lists), &payload);
}

/// Measures one coverage, and prints; the median of analyze.
fn row(name: &str, catalog: &CareTypeCatalog, payload: &Value) -> Duration {
    let before = coverage(catalog, payload);
    let mut edited = payload.clone();
    edited["guarantees"][3]["care_type_mappings"][0]["filter"]["min_age"] = json!(7);
    let after = coverage(catalog, &edited);
    let analyze = median(|| drop(black_box(before.analyze())));
    let diff = median(|| drop(black_box(before.diff(&after))));
    let compile = median(|| drop(black_box(coverage(catalog, payload))));
    println!("{name:<42}{analyze:>12.1?}{diff:>12.1?}{compile:>12.1?}");
    analyze
}

fn median(work: impl Fn()) -> Duration {
    let started = Instant::now();
    let mut times = Vec::new();
    while times.len() < 5 || times.len() < 301 && started.elapsed() < Duration::from_secs(2) {
        let start = Instant::now();
        work();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

fn catalog(lists: &Value) -> CareTypeCatalog {
    CareTypeCatalog::new(&json_of(lists), None).unwrap()
}

fn coverage(catalog: &CareTypeCatalog, payload: &Value) -> Coverage {
    catalog.compile_coverage(json_of(payload)).unwrap()
}

fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

/// The guarantees so many times, each time with new names.
fn repeated(payload: &Value, times: usize) -> Value {
    let guarantees = payload["guarantees"].as_array().unwrap();
    let copies = (0..times).flat_map(|copy| {
        guarantees.iter().map(move |guarantee| {
            let mut guarantee = guarantee.clone();
            guarantee["name"] = json!(format!("{}_{copy}", guarantee["name"].as_str().unwrap()));
            guarantee
        })
    });
    json!({ "name": "REPEATED", "version": 1, "guarantees": copies.collect::<Vec<_>>() })
}

/// Mappings of about 20 care types each, with conditions on age, OPTAM, practitioner and treatment mode.
fn large(guarantees: usize, mappings: usize, care_types: usize) -> (Value, Value) {
    let mut seed = 1_u64;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let code = |index: usize| format!("TYPE_{index:04}");
    let types: Vec<Value> = (0..care_types)
        .map(|index| json!({ "id": index, "short_code": code(index), "care_type_group_ids": [index % 50] }))
        .collect();
    let groups: Vec<Value> = (0..50).map(|id| json!({ "id": id, "short_code": format!("GROUP_{id}") })).collect();
    let practitioners = ["DENTIST", "MIDWIFE", "NURSE", "OPTICIAN", "SPECIALIST"];
    let entries: Vec<Value> = (0..guarantees)
        .map(|guarantee| {
            let of_guarantee = (0..mappings / guarantees).map(|_| {
                let codes: Vec<String> = (0..20).map(|_| code(random(care_types))).collect();
                let mut filter = json!({ "min_age": random(40), "max_age": 40 + random(60) });
                if random(2) == 0 {
                    filter["is_optam_or_secteur_1"] = json!(random(2) == 0);
                }
                if random(2) == 0 {
                    filter["practitioner"] = json!(practitioners[random(5)]);
                }
                if random(3) == 0 {
                    filter["allowed_treatment_modes"] = json!([format!("0{}", random(9))]);
                }
                json!({ "selector": { "include_care_types": codes }, "filter": filter })
            });
            json!({ "name": format!("GUARANTEE_{guarantee}"), "care_type_mappings": of_guarantee.collect::<Vec<_>>(), "coverage_rule": {} })
        })
        .collect();
    (
        json!({ "care_type_groups": groups, "internal_care_types": types }),
        json!({ "name": "LARGE", "version": 1, "guarantees": entries }),
    )
}
