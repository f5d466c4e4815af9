//! The same said otherwise.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::brute::{self, Domain};
use super::engine::{self, value};
use super::model::items;
use super::regions;
use super::small::{Pair, Small, reworded};

/// A rewording changes no decision: a group written out, mappings or guarantees in another order, ages or values in two
/// parts, a mapping or a part of it once more, a mapping that never holds. What matches nothing is still the same.
#[test]
fn rewordings_change_no_decision() {
    brute::holds("rewordings", 500, &reworded(), |Pair { before, after }| {
        let compiled =
            |world: &Small| engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
        let (earlier, later) = (compiled(&before), compiled(&after));
        for difference in [earlier.diff(&later), later.diff(&earlier)] {
            let difference = value(difference);
            prop_assert_eq!(&difference["decision_changes"], &json!([]), "{}", after.coverage);
            prop_assert_eq!(&difference["truncated"], &Value::Null);
        }
        let domain = Domain::of(&[&before, &after]);
        let (gaps, still) = (value(earlier.analyze()), value(later.analyze()));
        let is_gap =
            |answer: &Value, act: &_| items(&answer["gaps"]).iter().any(|gap| regions::contains(&gap["region"], act));
        for act in &domain.acts {
            prop_assert_eq!(is_gap(&gaps, act), is_gap(&still, act));
        }
        Ok(())
    });
}
