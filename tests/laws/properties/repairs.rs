//! One damage to a valid payload is reported where it is, and only there; and a fix repairs.

use std::collections::BTreeMap;

use care_coverage::{CareTypeCatalog, Code, Diagnostic, Error, Patch, Severity};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::damage::{Damage, damages, misspellings, places_by_kind};
use super::engine::{self, blamed, json_of};
use super::law;
use super::patches::{apply, places, remove, split};
use super::world::{World, catalogs, worlds};

/// A world with at most so many guarantees, and a damage to them: every kind of place is as likely as any other.
fn damaged_worlds(guarantees: usize) -> impl Strategy<Value = (World, Damage)> {
    (worlds(0.3), any::<[Index; 3]>()).prop_map(move |(mut world, [kind, place, damage])| {
        world.coverage = smaller(&world.coverage, "/guarantees", guarantees);
        let by_kind = places_by_kind(&world.coverage);
        let place = place.get(&by_kind[*kind.get(&by_kind.keys().collect::<Vec<_>>())]);
        let damage = damage.get(&damages(&world, place)).clone();
        (world, damage)
    })
}

/// A damaged payload does not compile, and the refusal names the damage at its place and nothing else. Validation, which may
/// say more, says that too.
#[test]
fn a_damage_is_reported_where_it_is() {
    law::holds(400, &damaged_worlds(4), |(World { catalog, options, coverage, .. }, damage)| {
        let (catalog, payload) = (engine::catalog(&catalog, &options), damage.done_to(&coverage));
        let refused = catalog.compile_coverage(json_of(&payload));
        let found = refused.err().map(|error| blamed(error.diagnostics())).unwrap_or_default();
        prop_assert_eq!(&found, &damage.expected, "{}", damage.kind);
        let all = blamed(&of_coverage(&catalog, &payload));
        prop_assert!(all.is_superset(&found), "{:?} lacks one of {:?}", all, found);
        Ok(())
    });
}

/// The diagnostics of a coverage payload.
fn of_coverage(catalog: &CareTypeCatalog, payload: &Value) -> Vec<Diagnostic> {
    catalog.validate_coverage(&json_of(payload), None).expect("no options")
}

/// Of a coverage with one damage, a fix makes its diagnostic disappear and brings no new error.
#[test]
fn a_fix_repairs_a_damage() {
    law::holds(250, &damaged_worlds(2), |(World { catalog, options, coverage, .. }, damage)| {
        let catalog = engine::catalog(&catalog, &options);
        fixes_repair(&damage.done_to(&coverage), &|payload| of_coverage(&catalog, payload))
    });
}

/// So it does of a coverage with several misspelt fields and texts, maybe one within the other, and maybe with one name for
/// two guarantees,
#[test]
fn a_fix_repairs_a_coverage() {
    let inputs = (worlds(0.3), tampering(), any::<bool>());
    law::holds(500, &inputs, |(World { catalog, options, coverage, .. }, tampering, same_name)| {
        let catalog = engine::catalog(&catalog, &options);
        let small = smaller(&coverage, "/guarantees", 2);
        let mut small =
            smaller(&smaller(&small, "/guarantees/0/care_type_mappings", 1), "/guarantees/1/care_type_mappings", 1);
        if same_name {
            small["guarantees"][1]["name"] = small["guarantees"][0]["name"].clone();
        }
        fixes_repair(&tampered(&small, &tampering), &|payload| of_coverage(&catalog, payload))
    });
}

/// of such an act,
#[test]
fn a_fix_repairs_an_act() {
    law::holds(300, &(worlds(0.1), tampering()), |(World { catalog, options, coverage, act }, tampering)| {
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        fixes_repair(&tampered(&act, &tampering), &|act| {
            compiled.guarantees_for(&json_of(act)).err().map(Error::into_diagnostics).unwrap_or_default()
        })
    });
}

/// and of such a catalogue, whose warnings have fixes, too.
#[test]
fn a_fix_repairs_a_catalogue() {
    law::holds(1_500, &(catalogs(), tampering()), |(catalog, tampering)| {
        let small = smaller(&catalog, "/internal_care_types", 3);
        fixes_repair(&tampered(&small, &tampering), &|data| match CareTypeCatalog::new(&json_of(data), None) {
            Ok(catalog) => catalog.diagnostics().to_vec(),
            Err(error) => error.into_diagnostics(),
        })
    });
}

/// What to misspell.
#[derive(Clone, Copy, Debug)]
enum Misspelling {
    /// The field's name.
    Name,
    /// The name of a second field of the same value.
    Copy,
    /// The text in the field.
    Text,
}

/// Where to misspell what, and how.
fn tampering() -> impl Strategy<Value = Vec<(Index, Misspelling, Index)>> {
    let what = select(vec![Misspelling::Name, Misspelling::Copy, Misspelling::Text]);
    prop::collection::vec((any::<Index>(), what, any::<Index>()), 1..4)
}

/// The document with only the first entries of a list, so that misspellings meet.
fn smaller(document: &Value, list: &str, count: usize) -> Value {
    let mut small = document.clone();
    if let Some(Value::Array(entries)) = small.pointer_mut(list) {
        entries.truncate(count);
    }
    small
}

/// The document with misspelt fields and texts.
fn tampered(document: &Value, tampering: &[(Index, Misspelling, Index)]) -> Value {
    let mut tampered = document.clone();
    for (place, what, spelling) in tampering {
        let places: Vec<String> = places(&tampered).into_iter().filter(|place| !place.is_empty()).collect();
        let pointer = place.get(&places);
        let (parent, field) = split(pointer);
        let of_object = tampered.pointer(parent).is_some_and(Value::is_object);
        match (what, tampered.pointer_mut(pointer)) {
            (Misspelling::Text, Some(Value::String(text))) => *text = spelling.get(&misspellings(text)).clone(),
            (Misspelling::Name | Misspelling::Copy, Some(value)) if of_object => {
                let value = value.clone();
                if matches!(what, Misspelling::Name) {
                    remove(&mut tampered, pointer);
                }
                tampered.pointer_mut(parent).expect("a parent")[spelling.get(&misspellings(&field))] = value;
            }
            _ => {}
        }
    }
    tampered
}

/// Applies every fix of a document alone: that diagnostic is gone, and of no code are there more errors than before.
fn fixes_repair(document: &Value, judge: &dyn Fn(&Value) -> Vec<Diagnostic>) -> Result<(), TestCaseError> {
    let before = judge(document);
    for found in before.iter().filter(|found| found.fix.is_some()) {
        let repaired = apply(document, &json!(found.fix));
        let after = judge(&repaired);
        prop_assert!(is_gone(found, &before, &after), "{found:?}\nis still there in {repaired}");
        let (errors_before, errors_after) = (errors(&before), errors(&after));
        // What is added may be an error until it is written out, but leaves no meaning undefined.
        let adds = found.fix.iter().flatten().any(|patch| matches!(patch, Patch::Add { .. }));
        for (code, number) in &errors_after {
            let is_blocking = code.parse::<Code>().expect("a code").is_blocking();
            prop_assert!(
                adds && !is_blocking || errors_before.get(code).is_some_and(|before| number <= before),
                "the fix of {found:?}\nbrings {after:?}"
            );
        }
    }
    Ok(())
}

/// Whether nothing of the code is at the place any more; where values were removed and others took their places, whether
/// there are fewer of the code.
fn is_gone(found: &Diagnostic, before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let of_code = |all: &[Diagnostic]| all.iter().filter(|other| other.code == found.code).count();
    // An object may lack several fields, all of which are reported at its place.
    let changes_several = |patch: &Patch| matches!(patch, Patch::Add { .. } | Patch::Remove { .. });
    let removes = found.fix.iter().flatten().any(changes_several);
    let is_here = |other: &Diagnostic| other.code == found.code && other.pointer == found.pointer;
    if removes { of_code(after) < of_code(before) } else { !after.iter().any(is_here) }
}

/// How many errors of each code there are.
fn errors(diagnostics: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in diagnostics.iter().filter(|found| found.severity == Severity::Error) {
        *counts.entry(found.code.as_str()).or_default() += 1;
    }
    counts
}
