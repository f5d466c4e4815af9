//! A fix repairs, and nothing is worse than before.

use care_coverage::{CareTypeCatalog, Code, Diagnostic, Patch};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::damage::{Damaged, damages};
use super::documents::{World, worlds};
use super::judge::{self, counts, errors};
use super::law;
use super::patches::apply;

/// Coverages with damages, and with more damages to what came out: also one within the other.
fn damaged_twice() -> impl Strategy<Value = World> {
    (worlds(), damages(), damages()).prop_map(|(world, first, second)| {
        let once = World { coverage: Damaged::new(&world, &first).payload, ..world };
        World { coverage: Damaged::new(&once, &second).payload, ..once }
    })
}

/// Whether nothing of the code is at the place any more; where entries were removed and others took their places, whether
/// there are fewer of the code.
fn is_gone(found: &Diagnostic, before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let of_code = |all: &[Diagnostic]| all.iter().filter(|other| other.code == found.code).count();
    // An object may lack several fields, all of which are reported at its place.
    let changes_several = |patch: &Patch| matches!(patch, Patch::Add { .. } | Patch::Remove { .. });
    let removes = found.fix.iter().flatten().any(changes_several);
    let is_here = |other: &Diagnostic| other.code == found.code && other.pointer == found.pointer;
    if removes { of_code(after) < of_code(before) } else { !after.iter().any(is_here) }
}

/// Applies one fix: its diagnostic is gone, and of no code are there more errors than before.
fn fixed(catalog: &CareTypeCatalog, document: &Value, found: &Diagnostic) -> Result<Value, TestCaseError> {
    let before = judge::values(catalog, document);
    let repaired = apply(document, &json!(found.fix));
    let after = judge::values(catalog, &repaired);
    prop_assert!(is_gone(found, &before, &after), "{:?}\nis still there in {}", found, repaired);
    let errors_before = counts(errors(&before));
    // What is added may be an error until it is written out, but leaves no meaning undefined.
    let adds = found.fix.iter().flatten().any(|patch| matches!(patch, Patch::Add { .. }));
    for (code, number) in counts(errors(&after)) {
        let before = errors_before.get(code).copied().unwrap_or_default();
        let is_blocking = code.parse::<Code>().expect("a code").is_blocking();
        prop_assert!(
            adds && !is_blocking || number <= before,
            "of {}: {:?}\nbrings {}, {} instead of {}",
            document,
            found,
            code,
            number,
            before
        );
    }
    Ok(repaired)
}

/// Every fix of a document, each alone, makes its diagnostic disappear and brings no new error.
#[test]
fn a_fix_repairs_and_brings_no_error() {
    law::holds(200, &damaged_twice(), |world| {
        let catalog = world.catalog();
        for found in judge::values(&catalog, &world.coverage).iter().filter(|found| found.fix.is_some()) {
            fixed(&catalog, &world.coverage, found)?;
        }
        Ok(())
    });
}

/// One after the other, always the first that is offered, fixes come to an end.
#[test]
fn fixes_come_to_an_end() {
    law::holds(100, &damaged_twice(), |world| {
        let catalog = world.catalog();
        let mut document = world.coverage.clone();
        let most = judge::values(&catalog, &document).len() + 50;
        for _ in 0..=most {
            let diagnostics = judge::values(&catalog, &document);
            let Some(first) = diagnostics.iter().find(|found| found.fix.is_some()) else { return Ok(()) };
            document = fixed(&catalog, &document, first)?;
        }
        prop_assert!(false, "no end after {} fixes of {}", most, world.coverage);
        Ok(())
    });
}

/// A fix stays within what is tried beforehand: a name that is moved to where it belongs may be another guarantee's.
#[test]
fn a_moved_name_does_not_make_two_guarantees_of_one_name() {
    let catalog = judge::catalog(
        &json!({ "care_type_groups": [{ "id": 1, "short_code": "G" }], "internal_care_types": [{ "id": 1, "short_code": "A", "care_type_group_ids": [1] }] }),
        &json!({}),
    );
    let mapping = json!({ "selector": { "include_care_types": ["A"] }, "filter": {} });
    let coverage = json!({ "name": "HEALTH", "version": 1, "guarantees": [
        { "name": "DENTAL", "care_type_mappings": [mapping], "coverage_rule": {} },
        { "nam": "DENTAL", "care_type_mappings": [mapping], "coverage_rule": {} },
    ] });
    for found in judge::values(&catalog, &coverage).iter().filter(|found| found.fix.is_some()) {
        fixed(&catalog, &coverage, found).unwrap_or_else(|failure| panic!("{failure}"));
    }
}
