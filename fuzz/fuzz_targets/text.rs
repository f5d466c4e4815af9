//! Texts: whatever text is handed in, nothing panics, every range is in the text, and where the text is JSON
//! without a repeated key, it says what is said of values.
#![no_main]

#[path = "../shared.rs"]
mod shared;

use care_coverage::Json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let units: Vec<u16> = text.encode_utf16().collect();
    let catalog = shared::catalog();
    let mut diagnostics = catalog.validate_coverage_text(&units, None).expect("there are no options");
    for diagnostic in &mut diagnostics {
        let range = diagnostic.range.take().expect("a diagnostic of a text has a range");
        assert!(range.start <= range.end && range.end <= units.len(), "{range:?} of {}", units.len());
        assert!(range.line >= 1 && range.column >= 1);
        let mark = diagnostic.mark.expect("a diagnostic of a text has a mark");
        assert!(mark.start <= mark.end && mark.end <= units.len(), "{mark:?} of {}", units.len());
        let mut at = 0;
        for edit in diagnostic.edits.clone().flatten().unwrap_or_default() {
            assert!(at <= edit.start && edit.start <= edit.end && edit.end <= units.len(), "{edit:?} of {}", units.len());
            at = edit.end;
        }
    }
    let is_json = !diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "invalid_json");
    let repeats = diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "duplicate_key");
    let by_values = serde_json::from_str::<Json>(text.strip_prefix('\u{feff}').unwrap_or(&text));
    match by_values {
        Ok(json) => {
            assert!(is_json, "refused a text that is JSON");
            let expected = catalog.validate_coverage(&json, None).expect("there are no options");
            let codes = |list: &[care_coverage::Diagnostic]| -> Vec<(String, &'static str)> {
                list.iter().map(|diagnostic| (diagnostic.pointer.clone(), diagnostic.code.as_str())).collect()
            };
            assert_eq!(codes(&diagnostics), codes(&expected));
        }
        // What serde_json refuses and RFC 8259 does not: more than 128 levels, numbers beyond a double, lone surrogates.
        Err(error) => {
            assert!(!is_json || repeats || shared::is_limit(&error), "accepted a text that is not JSON: {error}")
        }
    }
});
