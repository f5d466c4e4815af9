//! Every golden case, and hostile values, through the exported API. In Node by default; in Chromium with
//! `WASM_BINDGEN_USE_BROWSER=1`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use care_coverage::ActFact;
use care_coverage::wasm::{
    CareTypeCatalog, Coverage, CoverageStack, SimulationPart, age_on, check_coverage_version, check_discount_amount,
    check_dispense, check_dispense_text, describe_rule, guess_mapping, lens_complexity, match_filter, preview_claims,
    read_coverage_payload, read_json_text, search_options, select_contracts, validate_catalog, validate_catalog_text,
    validate_headings, validate_mapping, validate_profile, validate_profile_text,
};
use js_sys::{BigInt64Array, Int32Array, Uint8Array, Uint32Array};
use serde_json::{Value, json};
use support::Case;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_case() {
    let count = support::run(|case| call(case).map(|answer| from_js(&answer)).map_err(|error| from_js(&error)));
    wasm_bindgen_test::console_log!("{count} cases");
}

/// Values that are not JSON, each as a whole act and as a field of one; `tests/package` has many more, at every place.
#[wasm_bindgen_test]
fn hostile_values_are_errors_and_the_next_call_works() {
    const HOSTILE: &[(&str, &str)] = &[
        ("() => 1", "wrong_type"),
        ("Symbol('s')", "wrong_type"),
        ("10n", "wrong_type"),
        ("NaN", "wrong_type"),
        ("Infinity", "wrong_type"),
        ("new Date(0)", "wrong_type"),
        ("new Map([['a', 1]])", "wrong_type"),
        ("new (class Act {})()", "wrong_type"),
        ("new Uint8Array(4)", "wrong_type"),
        ("'\\ud800'", "invalid_string"),
        ("{ const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; }", "unreadable_value"),
        ("new Proxy({}, { ownKeys() { throw 1; } })", "unreadable_value"),
        (
            "{ let deep = []; for (let i = 0; i < 1e5; i += 1) deep = [deep]; return { care_type: deep }; }",
            "wrong_type",
        ),
    ];
    let catalog = catalog_of(&json!({ "care_type_groups": [], "internal_care_types": [] }));
    let payload = to_js(&json!({ "name": "basic", "version": 1, "guarantees": [] }));
    let coverage = catalog.compile_coverage(&payload).unwrap_or_else(|error| panic!("{}", from_js(&error)));
    let good = to_js(&json!({ "care_type": "CROWN" }));
    for (source, code) in HOSTILE {
        let body = if source.starts_with("{ ") { (*source).to_owned() } else { format!("return ({source});") };
        let hostile = js_sys::Function::new_no_args(&body).call0(&JsValue::NULL).expect("a value");
        let inside = js_sys::Object::new();
        js_sys::Reflect::set(&inside, &"care_type".into(), &hostile).expect("a field");
        for act in [hostile, inside.into()] {
            let error = from_js(&coverage.guarantees_for(&act).expect_err(source));
            assert_eq!(error[0]["code"], *code, "{source}: {error}");
            let answer = from_js(&coverage.guarantees_for(&good).expect("the next call works"));
            assert_eq!(answer["outcome"], "unknown_care_type");
        }
    }
    let cycle = js_sys::Function::new_no_args("const act = { care_type: 'CROWN' }; act.teeth = [act]; return [act];");
    let error = catalog.validate_coverage(&cycle.call0(&JsValue::NULL).expect("a cycle"), &JsValue::UNDEFINED);
    assert_eq!(from_js(&error.expect("diagnostics"))[0]["code"], "wrong_type");
}

/// A set, an object without prototype and a field that is `undefined` are good input.
#[wasm_bindgen_test]
fn values_that_are_as_good_as_json() {
    let data = json!({
        "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }],
        "internal_care_types": [{ "id": 7, "short_code": "CROWN", "care_type_group_ids": [1] }],
    });
    let source = "return Object.assign(Object.create(null), \
                  { include_care_types: new Set(['CROWN']), exclude_care_types: undefined });";
    let selector = js_sys::Function::new_no_args(source).call0(&JsValue::NULL).expect("a selector");
    let selected = from_js(&catalog_of(&data).care_types_from_selector(&selector).expect("an answer"));
    assert_eq!(selected[0]["short_code"], "CROWN");
}

fn catalog_of(data: &Value) -> CareTypeCatalog {
    CareTypeCatalog::new(&to_js(data), &JsValue::UNDEFINED).unwrap_or_else(|error| panic!("{}", from_js(&error)))
}

fn look_up(case: &Case) -> JsValue {
    let data = serde_json::from_value(case.catalog.as_ref().expect("a catalogue")["data"].clone()).expect("JSON");
    let catalog = care_coverage::CareTypeCatalog::new(&data, None).expect("a good catalogue");
    let code = case.args[0].as_str().expect("a short code");
    to_js(&match case.call.as_str() {
        "careType" => json!(catalog.care_type(code)),
        "group" => json!(catalog.group(code)),
        "membersOf" => json!(catalog.members_of(code)),
        _ => json!(catalog.groups_of(code)),
    })
}

fn call(case: &Case) -> Result<JsValue, JsValue> {
    let argument = |index: usize| to_js(case.args.get(index).unwrap_or_else(|| panic!("{}: too few args", case.name)));
    Ok(match case.call.as_str() {
        "matchFilter" => match_filter(&argument(0), &argument(1))?,
        "lensComplexity" => lens_complexity(&argument(0))?,
        "ageOn" => age_on(&argument(0), &argument(1))?.into(),
        "checkDiscountAmount" => check_discount_amount(&argument(0))?,
        "selectContracts" => select_contracts(&argument(0))?,
        "checkDispense" => check_dispense(&argument(0))?,
        "checkDispenseText" => check_dispense_text(&argument(0))?,
        "readJsonText" => read_json_text(&argument(0))?,
        "CareTypeCatalog" => {
            let catalog = catalog(case)?;
            to_js(&json!({
                "careTypeCount": catalog.care_type_count(),
                "careTypeGroupCount": catalog.care_type_group_count(),
                "diagnostics": from_js(&catalog.diagnostics()?),
            }))
        }
        "getCareTypeMappings" => catalog(case)?.care_type_mappings()?,
        "search" => search_options(&argument(1))?,
        // The package makes these of the three look-ups, and the module does not export them.
        "careType" | "group" | "membersOf" | "groupsOf" => look_up(case),
        "knownValues" => catalog(case)?.known_values()?,
        "validateCatalog" => diagnostics(&validate_catalog(&argument(0))?),
        "validateCatalogText" => diagnostics(&validate_catalog_text(&argument(0))?),
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
        "guaranteesForText" => coverage(case)?.guarantees_for_text(&argument(0))?,
        "explain" => coverage(case)?.explain(&argument(0))?,
        "explainText" => coverage(case)?.explain_text(&argument(0))?,
        "evaluate" => evaluate(&coverage(case)?, &case.args[0])?,
        "evaluateText" => {
            let (text, format) = (case.args[0].as_str().expect("a text"), case.args[1].as_str().expect("a format"));
            let coverage = coverage(case)?;
            let batch = coverage.text_batch(format == "csv");
            let (whole, end) = (batch.push(text.as_bytes())?, batch.finish()?);
            // Each is `[outcomes, guarantees, counts, invalid acts]`.
            let joined = |list: u32| -> Value {
                let parts = [whole.get(list), end.get(list)].map(|part| from_js(&js_sys::Array::from(&part)));
                parts.iter().flat_map(|part| part.as_array().expect("a list")).cloned().collect()
            };
            evaluation(&coverage, [joined(0), joined(1), joined(3)])
        }
        "evaluateColumns" => {
            let coverage = coverage(case)?;
            evaluation(&coverage, answer_columns(&coverage, &case.args[0])?)
        }
        "reimburseColumns" => {
            let coverage = coverage(case)?;
            reimburse_columns(&coverage, &case.args[0], &optional(case, 1))?
        }
        "actCodes" => {
            let mut codes = from_js(&coverage(case)?.act_codes()?);
            support::only_lists(&mut codes);
            to_js(&codes)
        }
        "analyze" => coverage(case)?.analyze(&optional(case, 0))?,
        // As the package asks, which looks whether there is a date.
        "diff" if case.args.first().is_some_and(|options| options.get("date").is_some()) => {
            coverage(case)?.diff_on_date(&next(case)?, &argument(0))?
        }
        "diff" => coverage(case)?.diff(&next(case)?, &optional(case, 0))?,
        "compareAmounts" => coverage(case)?.compare_amounts(&next(case)?, &argument(0))?,
        "validateMapping" => diagnostics(&validate_mapping(&argument(0))?),
        "validateHeadings" => diagnostics(&validate_headings(&argument(0))?),
        "guessMapping" => guess_mapping(&argument(0), &argument(1))?,
        "previewClaims" => preview_claims(&argument(0), &optional(case, 1))?,
        "headings" => catalog(case)?.headings(&argument(0))?,
        "validateProfile" => diagnostics(&validate_profile(&argument(0))?),
        "validateProfileText" => diagnostics(&validate_profile_text(&argument(0))?),
        "checkRequirements" => coverage(case)?.check_requirements(&argument(0), &argument(1))?,
        "readCoveragePayload" => read_coverage_payload(&argument(0))?,
        "checkCoverageVersion" => check_coverage_version(&argument(0), &optional(case, 1))?,
        "describeRule" => describe_rule(&argument(0))?.into(),
        "reimburse" => coverage(case)?.reimburse(&argument(0), &optional(case, 1), &optional(case, 2))?,
        "reimburseText" => coverage(case)?.reimburse_text(&argument(0), &optional(case, 1), &optional(case, 2))?,
        "reimburseMany" => coverage(case)?.reimburse_many(&argument(0), &optional(case, 1), &optional(case, 2))?,
        "reimburseStack" => {
            let catalog = case.next_catalog.clone().or_else(|| case.catalog.clone());
            let mut stack = CoverageStack::new();
            if case.coverage.is_some() {
                stack.push(&coverage(case)?);
            }
            for other in &case.others {
                let (catalog, other) = (catalog.clone(), Some(other.clone()));
                stack.push(&coverage(&Case { catalog, coverage: other, ..case.clone() })?);
            }
            stack.reimburse(&argument(0), &optional(case, 1), &optional(case, 2))?
        }
        "simulate" => simulate(case)?,
        other => panic!("{}: no function `{other}`", case.name),
    })
}

/// As the package asks for it with one part, as far as the case says what is wanted.
fn simulate(case: &Case) -> Result<JsValue, JsValue> {
    let options = optional(case, 1);
    let compiled = |payload: &Value| coverage(&Case { coverage: Some(payload.clone()), ..case.clone() });
    let mut part = SimulationPart::new(&options, case.next.is_some())?;
    part.push_current(&coverage(case)?);
    for other in &case.others {
        part.push_current(&compiled(other)?);
    }
    if let Some(next) = &case.next {
        part.push_draft(&compiled(next)?);
    }
    let mut lines_before = 0;
    if let Some(text) = case.args[0].as_str() {
        let is_csv = case.args[1]["format"] == "csv";
        let (header, rows) = if is_csv { text.split_once('\n').unwrap_or((text, "")) } else { ("", text) };
        if is_csv {
            lines_before = 1;
            part.set_header(header.as_bytes())?;
        }
        part.push_text(0, rows.as_bytes(), 0, &[])?;
    } else {
        let rows = js_sys::Array::from(&to_js(&case.args[0]));
        part.push_values(0, &rows)?;
    }
    let settled = part.settle(&js_sys::Array::of1(&part.state(0, 1)?.into()))?;
    let answer = part.answer(&js_sys::Array::of1(&settled), lines_before)?;
    let mut said = from_js(&answer.get(0));
    said["amounts"] = amounts(&js_sys::Array::from(&answer.get(1)));
    Ok(to_js(&support::picked(case.want.as_ref().unwrap_or(&Value::Null), said)))
}

/// The columns of `SimulationPart::answer` by their names.
fn amounts(columns: &js_sys::Array) -> Value {
    let long = |position: u32| BigInt64Array::from(columns.get(position)).to_vec();
    let side = |[outcomes, guarantees, complementary]: [u32; 3]| {
        let outcomes = Uint8Array::from(columns.get(outcomes)).to_vec();
        let guarantees = Int32Array::from(columns.get(guarantees)).to_vec();
        json!({ "outcomes": outcomes, "guarantees": guarantees, "complementary": long(complementary) })
    };
    match columns.length() {
        0 => Value::Null,
        length => {
            json!({ "charged": long(0), "secu_paid": long(1), "current": side([2, 3, 4]), "draft": (length > 5).then(|| side([5, 6, 7])) })
        }
    }
}

/// Acts one by one, as the package's entry does where it does not know how to encode them.
fn evaluate(coverage: &Coverage, acts: &Value) -> Result<JsValue, JsValue> {
    let (mut outcomes, mut guarantees, mut invalid) = (Vec::new(), Vec::new(), Vec::new());
    for (index, act) in acts.as_array().expect("acts").iter().enumerate() {
        match coverage.codes_of(&to_js(act)) {
            Err(diagnostics) => {
                outcomes.push(json!(5));
                guarantees.push(json!(-1));
                invalid.push(json!({ "index": index, "line": null, "diagnostics": from_js(&diagnostics) }));
            }
            Ok(codes) => {
                let names = ["care_type", "member_age"].into_iter().chain(ActFact::ALL.map(ActFact::name));
                let columns = names.zip(codes).map(|(name, code)| (name.to_owned(), json!([code]))).collect();
                let columns = Value::Object(columns);
                let [outcome, guarantee, _] = answer_columns(coverage, &columns)?;
                outcomes.push(outcome[0].clone());
                guarantees.push(guarantee[0].clone());
            }
        }
    }
    Ok(evaluation(coverage, [outcomes.into(), guarantees.into(), invalid.into()]))
}

/// Outcomes, guarantees and invalid acts.
fn answer_columns(coverage: &Coverage, columns: &Value) -> Result<[Value; 3], JsValue> {
    let words = |name: &str| -> Vec<u32> {
        let codes = columns.get(name).and_then(Value::as_array).into_iter().flatten();
        codes.map(|code| u32::try_from(code.as_u64().expect("a code")).expect("a code")).collect()
    };
    let bytes =
        |name: &str| -> Vec<u8> { words(name).into_iter().map(|code| u8::try_from(code).expect("a byte")).collect() };
    let care_type = words("care_type");
    let acts = u32::try_from(care_type.len()).expect("a length");
    let given = js_sys::Array::of2(&Uint32Array::from(&*care_type), &Uint8Array::from(&*bytes("member_age")));
    for fact in ActFact::ALL {
        given.push(&match ActFact::BOOLEANS.contains(&fact) {
            true => JsValue::from(Uint8Array::from(&*bytes(fact.name()))),
            false => JsValue::from(Uint32Array::from(&*words(fact.name()))),
        });
    }
    let (outcomes, guarantees) = (Uint8Array::new_with_length(acts), Int32Array::new_with_length(acts));
    let counts_and_invalid = coverage.evaluate_columns(&given, &outcomes, &guarantees)?;
    Ok([json!(outcomes.to_vec()), json!(guarantees.to_vec()), from_js(&counts_and_invalid.get(1))])
}

/// What is paid for columns.
fn reimburse_columns(coverage: &Coverage, columns: &Value, options: &JsValue) -> Result<JsValue, JsValue> {
    let words = |name: &str| Uint32Array::from(&*support::numbers(columns, name, 0_u32));
    let bytes = |name: &str| Uint8Array::from(&*support::numbers(columns, name, 0_u8));
    let days = |name: &str| Int32Array::from(&*support::numbers(columns, name, i32::MIN));
    let given = js_sys::Array::of2(&words("care_type"), &bytes("member_age"));
    for fact in ActFact::ALL {
        let is_flag = ActFact::BOOLEANS.contains(&fact);
        given.push(&if is_flag { JsValue::from(bytes(fact.name())) } else { words(fact.name()).into() });
    }
    for name in support::AMOUNT_COLUMNS {
        given.push(&BigInt64Array::from(&*support::numbers(columns, name, i64::MIN)));
    }
    for name in ["care_date", "membership_start"] {
        given.push(&days(name));
    }
    for name in ["side", "tooth"] {
        given.push(&bytes(name));
    }
    for name in ["unit", "beneficiary", "stay_id"] {
        given.push(&words(name));
    }
    let acts = words("care_type").length();
    let (outcomes, guarantees) = (Uint8Array::new_with_length(acts), Int32Array::new_with_length(acts));
    let paid = [(); 3].map(|()| BigInt64Array::new_with_length(acts));
    let answers = js_sys::Array::of2(&outcomes, &guarantees);
    paid.iter().for_each(|column| {
        answers.push(column);
    });
    let general_and_invalid = coverage.reimburse_columns(&given, &answers, options)?;
    let names = from_js(&coverage.guarantee_names().expect("names"));
    let general = from_js(&general_and_invalid.get(0)).as_u64().expect("a number");
    let invalid = from_js(&general_and_invalid.get(1));
    let (outcomes, guarantees) = (json!(outcomes.to_vec()), json!(guarantees.to_vec()));
    let paid = paid.map(|column| column.to_vec());
    Ok(to_js(&support::reimbursed(&names, &outcomes, &guarantees, paid, general, &invalid)))
}

fn evaluation(coverage: &Coverage, [outcomes, guarantees, invalid]: [Value; 3]) -> JsValue {
    let names = from_js(&coverage.guarantee_names().expect("names"));
    to_js(&support::evaluation(&names, &outcomes, &guarantees, &invalid, None))
}

fn options(case: &Case) -> JsValue {
    optional(case, 1)
}

fn optional(case: &Case, index: usize) -> JsValue {
    case.args.get(index).map_or(JsValue::UNDEFINED, to_js)
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

/// The later coverage: of the same catalogue, unless the case gives another one.
fn next(case: &Case) -> Result<Coverage, JsValue> {
    let catalog = case.next_catalog.clone().or_else(|| case.catalog.clone());
    coverage(&Case { catalog, coverage: case.next.clone(), ..case.clone() })
}

fn to_js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).expect("a value of serde_json is JSON")
}

fn from_js(value: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(value).expect("an answer is JSON");
    serde_json::from_str(&text.as_string().unwrap_or_else(|| "null".to_owned())).expect("JSON")
}
