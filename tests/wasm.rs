//! Every golden case, and hostile values, through the exported API. In Node by default; in Chromium with
//! `WASM_BINDGEN_USE_BROWSER=1`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use care_coverage::wasm::{CareTypeCatalog, Coverage, age_on, lens_complexity, match_filter};
use serde_json::{Value, json};
use support::Case;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_case() {
    let count = support::run(|case| call(case).map(|answer| from_js(&answer)).map_err(|error| from_js(&error)));
    wasm_bindgen_test::console_log!("{count} cases");
}

fn call(case: &Case) -> Result<JsValue, JsValue> {
    let argument = |index: usize| to_js(case.args.get(index).unwrap_or_else(|| panic!("{}: too few args", case.name)));
    Ok(match case.call.as_str() {
        "matchFilter" => match_filter(&argument(0), &argument(1))?,
        "lensComplexity" => lens_complexity(&argument(0))?,
        "ageOn" => age_on(&argument(0), &argument(1))?.into(),
        "CareTypeCatalog" => {
            let catalog = catalog(case)?;
            to_js(&json!({
                "careTypeCount": catalog.care_type_count(),
                "careTypeGroupCount": catalog.care_type_group_count(),
                "diagnostics": from_js(&catalog.diagnostics()?),
            }))
        }
        "getCareTypeMappings" => catalog(case)?.care_type_mappings()?,
        "getCareTypesFromSelector" => catalog(case)?.care_types_from_selector(&argument(0))?,
        "explainSelector" => catalog(case)?.explain_selector(&argument(0))?,
        "validateCoverage" => diagnostics(&catalog(case)?.validate_coverage(&argument(0), &options(case))?),
        "validateCoverageText" => diagnostics(&catalog(case)?.validate_coverage_text(&argument(0), &options(case))?),
        "compileCoverage" => {
            let coverage = coverage(case)?;
            to_js(&json!({
                "name": coverage.name(),
                "version": from_js(&coverage.version()?),
                "guaranteeNames": from_js(&coverage.guarantee_names()?),
            }))
        }
        "toPayload" => coverage(case)?.to_payload()?,
        "careTypesOf" => coverage(case)?.care_types_of(&argument(0))?,
        "guaranteesFor" => coverage(case)?.guarantees_for(&argument(0))?,
        "explain" => coverage(case)?.explain(&argument(0))?,
        other => panic!("{}: no function `{other}`", case.name),
    })
}

fn options(case: &Case) -> JsValue {
    case.args.get(1).map_or(JsValue::UNDEFINED, to_js)
}

fn diagnostics(list: &JsValue) -> JsValue {
    to_js(&json!({ "diagnostics": from_js(list) }))
}

fn catalog(case: &Case) -> Result<CareTypeCatalog, JsValue> {
    let given = case.catalog.as_ref().unwrap_or_else(|| panic!("{}: no catalogue", case.name));
    CareTypeCatalog::new(&to_js(&given["data"]), &given.get("options").map_or(JsValue::UNDEFINED, to_js))
}

fn coverage(case: &Case) -> Result<Coverage, JsValue> {
    let payload = case.coverage.as_ref().unwrap_or_else(|| panic!("{}: no coverage", case.name));
    catalog(case)?.compile_coverage(&to_js(payload))
}

fn to_js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).expect("a value of serde_json is JSON")
}

fn from_js(value: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(value).expect("an answer is JSON");
    serde_json::from_str(&text.as_string().unwrap_or_else(|| "null".to_owned())).expect("JSON")
}
