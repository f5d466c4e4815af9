//! Trying a law on many random inputs.

use std::panic::Location;

use proptest::prelude::*;
use proptest::test_runner::{FailurePersistence, FileFailurePersistence, TestRunner};

/// Tries a law on `cases` inputs, or on as many as `PROPTEST_CASES` says, and shrinks the first that breaks it.
///
/// Its seed is kept in `<file of the law>.regressions` and tried first from then on, unless
/// `PROPTEST_DISABLE_FAILURE_PERSISTENCE` is set.
#[track_caller]
pub(crate) fn holds<S: Strategy>(cases: u32, inputs: &S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let asked = ProptestConfig::default();
    let next_to_source =
        |_| -> Box<dyn FailurePersistence> { Box::new(FileFailurePersistence::WithSource("regressions")) };
    let config = ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases },
        failure_persistence: asked.failure_persistence.map(next_to_source),
        source_file: Some(Location::caller().file()),
        ..asked
    };
    if let Err(failure) = TestRunner::new(config).run(inputs, law) {
        panic!("{failure}");
    }
}
