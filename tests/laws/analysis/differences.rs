//! Acts whose matching guarantees differ between two coverages.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain};
use super::engine::{self, json_of, value};
use super::model::{items, strings};
use super::regions;
use super::small::{Pair, Small, edited, of_two_catalogs, worlds};

/// The changes are disjoint, together exactly the acts whose matching guarantees differ, each with those guarantees before
/// and after; no two with the same guarantees could be one; and the witness of each shows it on both sides.
pub(crate) fn changes_are_the_acts_that_differ(Pair { before, after }: &Pair) -> Result<(), TestCaseError> {
    let worlds = [before, after];
    let domain = Domain::of(&worlds);
    let (matching_before, matching_after) = (domain.guarantees(before), domain.guarantees(after));
    let as_set = |names: &Vec<String>| names.iter().cloned().collect::<BTreeSet<_>>();
    let differs: Vec<bool> =
        matching_before.iter().zip(&matching_after).map(|(before, after)| as_set(before) != as_set(after)).collect();

    let compiled = |world: &Small| engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
    let (earlier, later) = (compiled(before), compiled(after));
    let answer = value(earlier.diff(&later));
    prop_assert_eq!(&answer["truncated"], &Value::Null);
    let changes = items(&answer["decision_changes"]);
    let regions: Vec<&Value> = changes.iter().map(|change| &change["region"]).collect();
    regions::cover_exactly(&domain, &regions, &differs)?;
    for (index, act) in domain.acts.iter().enumerate().filter(|(index, _)| differs[*index]) {
        let change = changes.iter().find(|change| regions::contains(&change["region"], act)).expect("a region");
        prop_assert_eq!(&change["before"], &json!(matching_before[index]), "{}", change);
        prop_assert_eq!(&change["after"], &json!(matching_after[index]), "{}", change);
    }
    let labelled = changes.iter().map(|change| (json!([change["before"], change["after"]]), &change["region"]));
    regions::are_merged(&labelled.collect::<Vec<_>>())?;
    prop_assert!(regions::are_sorted(&regions), "{}", answer["decision_changes"]);
    for change in changes {
        regions::is_well_said(&worlds, &domain, &change["region"])?;
        let witness = json_of(&change["region"]["witness"]);
        for (side, coverage) in [("before", &earlier), ("after", &later)] {
            let shown = value(coverage.guarantees_for(&witness).expect("an act"));
            prop_assert_eq!(&shown["guarantees"], &change[side], "{} of {}", side, change);
            prop_assert_eq!(&shown["undetermined"], &json!([]));
        }
    }

    let names = |world: &Small| -> Vec<String> {
        let names = items(&world.coverage["guarantees"]).iter().filter_map(|guarantee| guarantee["name"].as_str());
        names.map(str::to_owned).collect()
    };
    let (names_before, names_after) = (names(before), names(after));
    let added: Vec<&String> = names_after.iter().filter(|name| !names_before.contains(name)).collect();
    let removed: Vec<&String> = names_before.iter().filter(|name| !names_after.contains(name)).collect();
    prop_assert_eq!(strings(&answer["added_guarantees"]).collect::<Vec<_>>(), added);
    prop_assert_eq!(strings(&answer["removed_guarantees"]).collect::<Vec<_>>(), removed);
    prop_assert_eq!(&answer["rule_changes"], &json!([]));
    Ok(())
}

#[test]
fn changes_of_an_edited_coverage_are_the_acts_that_differ() {
    brute::holds("diff after edits", 700, &edited(), |pair| changes_are_the_acts_that_differ(&pair));
}

#[test]
fn changes_between_two_catalogs_are_the_acts_that_differ() {
    brute::holds("diff of two catalogues", 600, &of_two_catalogs(), |pair| changes_are_the_acts_that_differ(&pair));
}

/// Nothing changes where nothing is replaced.
#[test]
fn a_coverage_does_not_differ_from_itself() {
    brute::holds("diff with itself", 100, &worlds(), |world| {
        changes_are_the_acts_that_differ(&Pair { before: world.clone(), after: world })
    });
}
