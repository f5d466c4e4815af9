//! Values: whatever JSON is handed in as a payload, a catalogue, an act, a filter, a rule or a snapshot, nothing panics,
//! and every diagnostic has a place that is there.
#![no_main]

#[path = "../shared.rs"]
mod shared;

use care_coverage::{CareTypeCatalog, Error, Json, check_discount_amount, check_dispense, describe_rule, select_contracts};
use care_coverage::explanation::FilterQuestion;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
    let Ok(json) = serde_json::from_slice::<Json>(bytes) else { return };
    let catalog = shared::catalog();
    let diagnostics = catalog.validate_coverage(&json, None).expect("there are no options");
    shared::check(&diagnostics, &value);
    let blocked = diagnostics.iter().any(shared::blocks);
    match catalog.compile_coverage(json.clone()) {
        Ok(coverage) => {
            assert!(!blocked, "compiled in spite of a blocking problem");
            let _ = coverage.explain(&json);
            let same = coverage.with_payload(json.clone()).expect("what is compiled is compiled again");
            assert_eq!(serde_json::to_string(&same.analyze()).ok(), serde_json::to_string(&coverage.analyze()).ok());
        }
        Err(error) => {
            assert!(blocked, "refused without a blocking problem");
            shared::check(error.diagnostics(), &value);
        }
    }
    let _ = catalog.explain_selector(&json);
    let _ = FilterQuestion::new(&json, &json).map(|question| question.answer().outcome);
    let _ = CareTypeCatalog::new(&json, Some(&json));
    for error in [
        describe_rule(&json).err(),
        check_dispense(&json).err(),
        select_contracts(&json).err(),
        check_discount_amount(&json).err(),
        shared::coverage().reimburse(&json, Some(&json), Some(&json)).err(),
        shared::coverage().reimburse_many(&json, None, None).err(),
    ] {
        shared::check(error.as_ref().map(Error::diagnostics).unwrap_or_default(), &value);
    }
});
