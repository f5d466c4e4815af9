//! Functions for JavaScript that need no catalogue.

use wasm_bindgen::prelude::*;

use crate::wasm::read::Text;
use crate::wasm::{read, write};

/// The version of the package.
#[wasm_bindgen(js_name = packageVersion)]
pub fn package_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// One filter against one act.
///
/// # Errors
/// The diagnostics of the filter, then those of the act.
#[wasm_bindgen(js_name = matchFilter)]
pub fn match_filter(filter: &JsValue, act: &JsValue) -> Result<JsValue, JsValue> {
    let (filter, act) = (read::json(filter), read::json(act));
    let question = crate::explanation::FilterQuestion::new(&filter, &act).map_err(write::error)?;
    write::value(&question.answer())
}

/// The class of a lens by its prescription.
///
/// # Errors
/// The diagnostics of the prescription.
#[wasm_bindgen(js_name = lensComplexity)]
pub fn lens_complexity(prescription: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::lens_complexity(&read::json(prescription)).map_err(write::error)?)
}

/// Completed years between two dates.
///
/// # Errors
/// The diagnostics of the two dates.
#[wasm_bindgen(js_name = ageOn)]
pub fn age_on(birth_date: &JsValue, date: &JsValue) -> Result<u32, JsValue> {
    crate::age_on(read::json(birth_date), read::json(date)).map_err(write::error)
}

/// The values that validation knows without any option.
///
/// # Errors
/// None of ours; a failure to build the object.
#[wasm_bindgen(js_name = knownValues)]
pub fn known_values() -> Result<JsValue, JsValue> {
    write::value(&crate::KnownValues::default())
}

/// The options of a search, for the package, which searches.
///
/// # Errors
/// The diagnostics of the options.
#[wasm_bindgen(js_name = searchOptions)]
pub fn search_options(options: &JsValue) -> Result<JsValue, JsValue> {
    let options = read::json(options);
    crate::boundary::check_search_options(&options).map_err(write::error)?;
    write::value(&options)
}

/// Every problem of the data of a catalogue.
///
/// # Errors
/// None of ours; a failure to build the array.
#[wasm_bindgen(js_name = validateCatalog)]
pub fn validate_catalog(data: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::CareTypeCatalog::validate(&read::json(data)))
}

/// Every problem of a catalogue as JSON text, each with its range.
///
/// # Errors
/// The diagnostic of what is neither a string nor bytes.
#[wasm_bindgen(js_name = validateCatalogText)]
pub fn validate_catalog_text(text: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&match read::text(text).map_err(write::error)? {
        Text::Units(units) => crate::CareTypeCatalog::validate_text(&units),
        Text::Bytes(bytes) => crate::CareTypeCatalog::validate_utf8(&bytes),
    })
}

/// Every problem of a profile of requirements.
///
/// # Errors
/// None of ours; a failure to build the array.
#[wasm_bindgen(js_name = validateProfile)]
pub fn validate_profile(profile: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::validate_profile(&read::json(profile)))
}

/// Every problem of a profile as JSON text, each with its range.
///
/// # Errors
/// The diagnostic of what is neither a string nor bytes.
#[wasm_bindgen(js_name = validateProfileText)]
pub fn validate_profile_text(text: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&match read::text(text).map_err(write::error)? {
        Text::Units(units) => crate::validate_profile_text(&units),
        Text::Bytes(bytes) => crate::validate_profile_utf8(&bytes),
    })
}

/// A coverage rule in words.
///
/// # Errors
/// The errors of the rule.
#[wasm_bindgen(js_name = describeRule)]
pub fn describe_rule(rule: &JsValue) -> Result<String, JsValue> {
    crate::describe_rule(&read::json(rule)).map_err(write::error)
}

/// A payload as plain JSON, where its shape, its name and its version are good.
///
/// # Errors
/// The diagnostics of the payload.
#[wasm_bindgen(js_name = readCoveragePayload)]
pub fn read_coverage_payload(payload: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::read_coverage_payload(read::json(payload)).map_err(write::error)?)
}

/// Whether a payload may be stored next.
///
/// # Errors
/// The diagnostics of the payload and of the latest version, or that of the version rule.
#[wasm_bindgen(js_name = checkCoverageVersion)]
pub fn check_coverage_version(payload: &JsValue, latest: &JsValue) -> Result<JsValue, JsValue> {
    let (payload, latest) = (read::json(payload), read::optional(latest));
    write::value(&crate::check_coverage_version(&payload, latest.as_ref()).map_err(write::error)?)
}

/// What a JSON text says, where every key of an object occurs once.
///
/// # Errors
/// The diagnostics of the text, with their ranges.
#[wasm_bindgen(js_name = readJsonText)]
pub fn read_json_text(text: &JsValue) -> Result<JsValue, JsValue> {
    let text = read::json_text(text).map_err(write::error)?;
    write::value(text.json().map_err(write::error)?)
}
