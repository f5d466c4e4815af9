//! What an editor remembers of the version before changes no answer.

use proptest::prelude::*;

use super::brute;
use super::engine::{self, json_of, value};
use super::small::{Pair, edited, reworded};

/// A payload that replaces a coverage is validated, compiled and analyzed as by its catalogue alone, whichever version is
/// remembered, and in whatever order it is asked.
#[test]
fn what_is_remembered_changes_no_answer() {
    brute::holds("memos", 300, &prop_oneof![edited(), reworded()].boxed(), |Pair { before, after }| {
        let catalog = engine::catalog(&before.catalog, &before.options);
        let mut coverage = engine::coverage(&catalog, &before.coverage);
        for payload in [&after.coverage, &before.coverage, &after.coverage] {
            let payload = json_of(payload);
            let alone = catalog.validate_coverage(&payload, None).expect("options");
            prop_assert_eq!(&coverage.validate(&payload, None).expect("options"), &alone);
            let Ok(compiled) = catalog.compile_coverage(payload.clone()) else { continue };
            coverage = coverage.with_payload(payload.clone()).expect("the same payload");
            prop_assert_eq!(&coverage.validate(&payload, None).expect("options"), &alone);
            prop_assert_eq!(value(coverage.analyze()), value(compiled.analyze()));
        }
        Ok(())
    });
}
