//! What validation says of a coverage as a whole.

use care_coverage::{CareTypeCatalog, Diagnostic, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain, mappings};
use super::engine::{self, json_of, value};
use super::model::{self, items};
use super::patches::apply;
use super::small::{Pair, Small, reworded, worlds};

const CODES: [&str; 3] = ["overlap", "gap", "redundant_mapping"];

fn validated(catalog: &CareTypeCatalog, coverage: &Value, options: &Value) -> Vec<Diagnostic> {
    catalog.validate_coverage(&json_of(coverage), Some(&json_of(options))).expect("valid options")
}

fn of_code<'d>(diagnostics: &'d [Diagnostic], code: &str) -> Vec<&'d Diagnostic> {
    diagnostics.iter().filter(|found| found.code.as_str() == code).collect()
}

/// The pointers with those of the related place, sorted.
fn places(found: &[&Diagnostic]) -> Vec<(String, Vec<String>)> {
    let related = |found: &Diagnostic| found.related.iter().map(|related| related.pointer.clone()).collect();
    let mut places: Vec<_> = found.iter().map(|found| (found.pointer.clone(), related(found))).collect();
    places.sort();
    places
}

/// Each overlap, gap and redundant mapping of the analysis is a warning at its place, and there is no other; without
/// analysis exactly these are left out; and of a coverage without a meaning only the gaps.
pub(crate) fn are_those_of_the_analysis(world: &Small) -> Result<(), TestCaseError> {
    let Small { catalog: data, options, coverage } = world;
    let catalog = engine::catalog(data, options);
    let compiled = engine::coverage(&catalog, coverage);
    let answer = value(compiled.analyze());
    let all = validated(&catalog, coverage, &json!({}));

    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let sorted = |places: Vec<(String, Vec<String>)>| {
        let mut places = places;
        places.sort();
        places
    };
    let overlaps = items(&answer["overlaps"]).iter().map(|overlap| &overlap["pointers"]);
    let overlaps: Vec<_> = overlaps.map(|pointers| (text(&pointers[1]), vec![text(&pointers[0])])).collect();
    let first_mapping = |code: &str| {
        let selects = |mapping: &Value| model::selected(data, options, &mapping["selector"]).contains(code);
        let first = mappings(coverage).into_iter().find(|(_, _, mapping)| selects(mapping));
        first.expect("a mapping that selects it").0
    };
    let gaps: Vec<_> = items(&answer["gaps"])
        .iter()
        .map(|gap| (first_mapping(gap["region"]["care_types"][0].as_str().expect("a code")), Vec::new()))
        .collect();
    let redundant = items(&answer["redundant"]).iter().map(|entry| &entry["pointer"]);
    let redundant: Vec<_> = redundant.map(|pointer| (text(pointer), Vec::new())).collect();
    prop_assert_eq!(places(&of_code(&all, "overlap")), sorted(overlaps));
    prop_assert_eq!(places(&of_code(&all, "gap")), sorted(gaps));
    prop_assert_eq!(places(&of_code(&all, "redundant_mapping")), sorted(redundant));
    prop_assert!(of_code(&all, "analysis_truncated").is_empty());
    let of_analysis = |found: &&Diagnostic| CODES.contains(&found.code.as_str());
    brute::count_claims(all.iter().filter(of_analysis).count());
    for found in all.iter().filter(of_analysis) {
        prop_assert_eq!(found.severity, Severity::Warning);
    }
    for (overlap, found) in items(&answer["overlaps"]).iter().zip(in_order(&all, &answer)) {
        let (witness, message) = (&overlap["region"]["witness"], &found.message);
        let words = [
            format!("`{}`", text(&witness["care_type"])),
            format!("a member of {}", witness["member_age"]),
            format!("`{}`", text(&overlap["guarantees"][0])),
            format!("`{}`", text(&overlap["guarantees"][1])),
        ];
        prop_assert!(words.iter().all(|words| message.contains(words.as_str())), "{}: {}", message, witness);
    }

    let others: Vec<Diagnostic> = all.iter().filter(|found| !of_analysis(found)).cloned().collect();
    prop_assert_eq!(&validated(&catalog, coverage, &json!({ "analysis": false })), &others);
    prop_assert_eq!(&validated(&catalog, coverage, &json!({ "ignore": CODES })), &others);

    let mut meaningless = coverage.clone();
    meaningless["version"] = json!(0);
    let found = validated(&catalog, &meaningless, &json!({}));
    prop_assert!(of_code(&found, "gap").is_empty());
    for code in ["overlap", "redundant_mapping"] {
        prop_assert_eq!(of_code(&found, code), of_code(&all, code));
    }
    Ok(())
}

#[test]
fn diagnostics_are_those_of_the_analysis() {
    brute::holds("diagnostics", 300, &worlds(), |world| are_those_of_the_analysis(&world));
}

/// The overlaps' diagnostics in the order of the analysis.
fn in_order<'d>(all: &'d [Diagnostic], answer: &Value) -> Vec<&'d Diagnostic> {
    let is_of = |found: &Diagnostic, overlap: &Value| {
        found.pointer == overlap["pointers"][1]
            && found.related[0].pointer == *overlap["pointers"][0].as_str().expect("a pointer")
    };
    let overlaps = of_code(all, "overlap");
    let find = |overlap| *overlaps.iter().find(|found| is_of(found, overlap)).expect("its diagnostic");
    items(&answer["overlaps"]).iter().map(find).collect()
}

/// Fixes of redundant mappings, one after the other, come to an end where only mappings are left that do something or are
/// alone; none changes a decision.
#[test]
fn fixes_leave_no_redundant_mapping_and_change_no_decision() {
    brute::holds("fixes", 250, &reworded(), |Pair { after: world, .. }| {
        let catalog = engine::catalog(&world.catalog, &world.options);
        let domain = Domain::of(&[&world]);
        let decisions = domain.guarantees(&world);
        let mut left = world.clone();
        loop {
            let all = validated(&catalog, &left.coverage, &json!({}));
            let redundant = of_code(&all, "redundant_mapping");
            let Some(found) = redundant.iter().find(|found| found.fix.is_some()) else {
                for found in redundant {
                    let guarantee = found.pointer.split('/').nth(2).expect("a guarantee");
                    let mappings = left.coverage.pointer(&format!("/guarantees/{guarantee}/care_type_mappings"));
                    prop_assert_eq!(mappings.map_or(0, |mappings| items(mappings).len()), 1, "{:?}", found);
                }
                break;
            };
            brute::count_claims(1);
            let before = mappings(&left.coverage).len();
            left.coverage = apply(&left.coverage, &json!(found.fix));
            prop_assert_eq!(mappings(&left.coverage).len(), before - 1);
            let guarantees = items(&left.coverage["guarantees"]);
            let is_empty = |guarantee: &Value| items(&guarantee["care_type_mappings"]).is_empty();
            prop_assert!(!guarantees.iter().any(is_empty), "{:?} leaves a guarantee without mapping", found);
            prop_assert!(decisions == domain.guarantees(&left), "{:?} changes {}", found, left.coverage);
        }
        Ok(())
    });
}
