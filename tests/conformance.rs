//! Every golden case through the Rust API.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "conformance/columns.rs"]
mod columns;
#[path = "support/decisions.rs"]
mod decisions;
#[path = "conformance/messages.rs"]
mod messages;
#[path = "conformance/simulation.rs"]
mod simulation;
mod support;

use care_coverage::batch::{ActColumns, Evaluation, TextFormat};
use care_coverage::boundary::check_search_options;
use care_coverage::explanation::FilterQuestion;
use care_coverage::{
    ActFact, CareTypeCatalog, Coverage, Error, Json, JsonText, age_on, check_coverage_version, check_discount_amount,
    check_dispense, describe_rule, guess_mapping, lens_complexity, preview_claims, preview_distributions,
    read_coverage_payload, reimburse_stack, select_contracts, validate_headings, validate_mapping, validate_profile,
    validate_profile_text, validate_profile_utf8,
};
use serde_json::{Value, json};
use support::Case;

#[test]
fn every_case() {
    let count = support::run(answer);
    println!("{count} cases");
}

#[test]
fn every_file_is_listed() {
    for (folder, files) in
        [("cases", support::FILES), ("cases/shared", support::SHARED), ("cases/javascript", support::PACKAGE)]
    {
        let folder = format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .expect("a folder of cases")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
            .collect();
        found.sort();
        let listed: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        assert_eq!(found, listed, "add the file to tests/support/mod.rs");
    }
}

#[test]
fn names_are_unique() {
    let mut names: Vec<String> = support::all_cases().into_iter().map(|case| case.name).collect();
    names.sort();
    let repeated: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(repeated.is_empty(), "{repeated:?}");
}

/// A `DECISION:` note in the source names the case that shows it, and that case is marked as a decision.
#[test]
fn every_decision_note_names_its_case() {
    let decisions = support::all_cases().into_iter().filter(|case| case.decision);
    let names: Vec<String> = decisions.map(|case| case.name).collect();
    let mut notes = 0;
    let folders = [concat!(env!("CARGO_MANIFEST_DIR"), "/src"), concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template")];
    for (path, text) in folders.iter().flat_map(|folder| sources(folder.as_ref())) {
        for (start, _) in text.match_indices("DECISION:") {
            let words: String = text[start..]
                .lines()
                .take(6)
                .map(|line| line.trim_start_matches([' ', '/', '!', '*']))
                .fold(String::new(), |all, line| all + line + " ");
            let case = words.split("Case: ").nth(1).and_then(|rest| rest.split_whitespace().next());
            let case = case.unwrap_or_else(|| panic!("{path}: a DECISION without `Case:`: {words}"));
            let case = case.trim_end_matches(['.', ',']);
            assert!(names.iter().any(|name| name == case), "{path}: no case `{case}` that is marked as a decision");
            notes += 1;
        }
    }
    assert!(notes >= 8, "only {notes} notes found");
}

fn sources(folder: &std::path::Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                return sources(&path);
            }
            vec![(path.display().to_string(), std::fs::read_to_string(&path).expect("a text"))]
        })
        .collect()
}

fn answer(case: &Case) -> Result<Value, Value> {
    call(case).map_err(|error| serde_json::to_value(error.diagnostics()).expect("diagnostics are JSON"))
}

fn call(case: &Case) -> Result<Value, Error> {
    let argument =
        |index: usize| json_of(case.args.get(index).unwrap_or_else(|| panic!("{}: too few args", case.name)));
    Ok(match case.call.as_str() {
        "matchFilter" => {
            let (filter, act) = (argument(0), argument(1));
            value(FilterQuestion::new(&filter, &act)?.answer())
        }
        "lensComplexity" => value(lens_complexity(&argument(0))?),
        "ageOn" => value(age_on(argument(0), argument(1))?),
        "checkDiscountAmount" => value(check_discount_amount(&argument(0))?),
        "selectContracts" => value(select_contracts(&argument(0))?),
        "checkDispense" => value(check_dispense(&argument(0))?),
        "checkDispenseText" => in_both_encodings(case, |text| text.ask(check_dispense).map(value))?,
        "readJsonText" => in_both_encodings(case, |text| text.json().map(value))?,
        "CareTypeCatalog" => {
            let catalog = catalog(case)?;
            json!({
                "careTypeCount": catalog.care_type_count(),
                "careTypeGroupCount": catalog.care_type_group_count(),
                "diagnostics": catalog.diagnostics(),
            })
        }
        "getCareTypeMappings" => value(catalog(case)?.care_type_mappings()),
        // The package searches, and the module reads its options.
        "search" => {
            check_search_options(&argument(1))?;
            panic!("{}: the options are good", case.name)
        }
        "careType" => value(catalog(case)?.care_type(code(case))),
        "group" => value(catalog(case)?.group(code(case))),
        "membersOf" => value(catalog(case)?.members_of(code(case))),
        "groupsOf" => value(catalog(case)?.groups_of(code(case))),
        "knownValues" => value(catalog(case)?.known_values()),
        "validateCatalog" => json!({ "diagnostics": CareTypeCatalog::validate(&argument(0)) }),
        "validateCatalogText" => {
            let text = case.args[0].as_str().expect("a text");
            let units: Vec<u16> = text.encode_utf16().collect();
            let diagnostics = CareTypeCatalog::validate_text(&units);
            assert_eq!(diagnostics, CareTypeCatalog::validate_utf8(text), "{}", case.name);
            json!({ "diagnostics": diagnostics })
        }
        "getCareTypesFromSelector" => value(&catalog(case)?.care_types_from_selector(&argument(0))?),
        "explainSelector" => value(&catalog(case)?.explain_selector(&argument(0))?),
        "validateCoverage" => {
            let (options, catalog, payload) = (case.args.get(1).map(json_of), catalog(case)?, argument(0));
            let diagnostics = catalog.validate_coverage(&payload, options.as_ref())?;
            for edited in [empty(&catalog), empty(&catalog).with_payload(payload.clone()).unwrap_or(empty(&catalog))] {
                assert_eq!(diagnostics, edited.validate(&payload, options.as_ref())?, "{}", case.name);
            }
            json!({ "diagnostics": diagnostics })
        }
        "validateCoverageText" => {
            let text = case.args[0].as_str().expect("a text");
            let units: Vec<u16> = text.encode_utf16().collect();
            let (options, catalog) = (case.args.get(1).map(json_of), catalog(case)?);
            let diagnostics = catalog.validate_coverage_text(&units, options.as_ref())?;
            for others in [
                catalog.validate_coverage_utf8(text.as_bytes(), options.as_ref())?,
                empty(&catalog).validate_text(&units, options.as_ref())?,
                empty(&catalog).validate_utf8(text.as_bytes(), options.as_ref())?,
            ] {
                assert_eq!(diagnostics, others, "{}", case.name);
            }
            json!({ "diagnostics": diagnostics })
        }
        "compileCoverage" => {
            let coverage = coverage(case)?;
            json!({
                "name": coverage.name(), "version": coverage.version(), "guaranteeNames": coverage.guarantee_names(),
            })
        }
        "toPayload" => value(coverage(case)?.payload()),
        "careTypesOf" => value(&coverage(case)?.care_types_of(argument(0))?),
        "guaranteesFor" => {
            let before: Vec<Json> = case.before.iter().map(json_of).collect();
            decisions::of_all_ways(&coverage(case)?, &before, &argument(0))?
        }
        "guaranteesForText" => {
            let coverage = coverage(case)?;
            in_both_encodings(case, |text| text.ask(|act| coverage.guarantees_for(act)).map(value))?
        }
        "explain" => value(&coverage(case)?.explain(&argument(0))?),
        "explainText" => {
            let coverage = coverage(case)?;
            in_both_encodings(case, |text| text.ask(|act| coverage.explain(act)).map(value))?
        }
        "evaluate" => {
            let acts: Vec<Json> = case.args[0].as_array().expect("acts").iter().map(json_of).collect();
            let coverage = coverage(case)?;
            evaluation(&coverage, &coverage.evaluate(&acts))
        }
        "evaluateText" => {
            let (text, format) = (case.args[0].as_str().expect("a text"), case.args[1].as_str().expect("a format"));
            let format = if format == "csv" { TextFormat::Csv } else { TextFormat::Ndjson };
            let coverage = coverage(case)?;
            evaluation(&coverage, &coverage.evaluate_text(text.as_bytes(), format)?)
        }
        "evaluateColumns" => {
            let coverage = coverage(case)?;
            let column = |name: &str| -> Vec<u32> {
                let codes = case.args[0].get(name).and_then(Value::as_array).into_iter().flatten();
                codes.map(|code| u32::try_from(code.as_u64().expect("a code")).expect("a code")).collect()
            };
            let bytes = |name: &str| column(name).into_iter().map(|code| u8::try_from(code).expect("a byte")).collect();
            let booleans = ActFact::BOOLEANS.map(|fact| -> Vec<u8> { bytes(fact.name()) });
            let texts = ActFact::TEXTS.map(|fact| column(fact.name()));
            let (care_type, member_age): (_, Vec<u8>) = (column("care_type"), bytes("member_age"));
            let columns = ActColumns {
                care_type: &care_type,
                member_age: &member_age,
                booleans: booleans.each_ref().map(Vec::as_slice),
                texts: texts.each_ref().map(Vec::as_slice),
            };
            evaluation(&coverage, &coverage.evaluate_columns(&columns)?)
        }
        "reimburseColumns" => columns::answer(&coverage(case)?, &case.args[0], optional(case, 1).as_ref())?,
        "actCodes" => {
            let mut codes = value(coverage(case)?.act_codes());
            support::only_lists(&mut codes);
            codes
        }
        "analyze" => value(coverage(case)?.analyze_accepting(optional(case, 0).as_ref())?),
        "diff" => {
            let (before, after) = (coverage(case)?, next(case)?);
            value(before.diff_with(&after, optional(case, 0).as_ref())?)
        }
        "compareAmounts" => {
            let (before, after) = (coverage(case)?, next(case)?);
            value(before.compare_amounts(&after, &argument(0))?)
        }
        "validateMapping" => json!({ "diagnostics": validate_mapping(&argument(0)) }),
        "validateHeadings" => json!({ "diagnostics": validate_headings(&argument(0)) }),
        "headings" => value(catalog(case)?.headings(&argument(0))?),
        "previewClaims" => match case.args[0].as_str() {
            Some(text) => value(preview_claims(text, &argument(1))?),
            None => value(preview_distributions(&argument(0))?),
        },
        "guessMapping" => value(guess_mapping(&argument(0), &argument(1))?),
        "validateProfile" => json!({ "diagnostics": validate_profile(&argument(0)) }),
        "validateProfileText" => {
            let text = case.args[0].as_str().expect("a text");
            let units: Vec<u16> = text.encode_utf16().collect();
            let diagnostics = validate_profile_text(&units);
            assert_eq!(diagnostics, validate_profile_utf8(text), "{}", case.name);
            json!({ "diagnostics": diagnostics })
        }
        "checkRequirements" => value(coverage(case)?.check_requirements(&argument(0), &argument(1))?),
        "readCoveragePayload" => value(read_coverage_payload(argument(0))?),
        "checkCoverageVersion" => value(check_coverage_version(&argument(0), optional(case, 1).as_ref())?),
        "describeRule" => value(describe_rule(&argument(0))?),
        "reimburse" => {
            let (counters, options) = (optional(case, 1), optional(case, 2));
            value(coverage(case)?.reimburse(&argument(0), counters.as_ref(), options.as_ref())?)
        }
        "reimburseText" => {
            let (coverage, counters, options) = (coverage(case)?, optional(case, 1), optional(case, 2));
            in_both_encodings(case, |text| {
                coverage.reimburse_text(text, counters.as_ref(), options.as_ref()).map(value)
            })?
        }
        "reimburseMany" => {
            let (counters, options) = (optional(case, 1), optional(case, 2));
            value(coverage(case)?.reimburse_many(&argument(0), counters.as_ref(), options.as_ref())?)
        }
        "reimburseStack" => {
            let catalog = case.next_catalog.clone().or_else(|| case.catalog.clone());
            let mut coverages = Vec::new();
            if case.coverage.is_some() {
                coverages.push(coverage(case)?);
            }
            for other in &case.others {
                let (catalog, other) = (catalog.clone(), Some(other.clone()));
                coverages.push(coverage(&Case { catalog, coverage: other, ..case.clone() })?);
            }
            let (counters, options) = (optional(case, 1), optional(case, 2));
            let coverages: Vec<&Coverage> = coverages.iter().collect();
            value(reimburse_stack(&coverages, &argument(0), counters.as_ref(), options.as_ref())?)
        }
        "simulate" => {
            let mut current = vec![coverage(case)?];
            for other in &case.others {
                current.push(coverage(&Case { coverage: Some(other.clone()), ..case.clone() })?);
            }
            let draft = case.next.is_some().then(|| next(case)).transpose()?;
            let (current, draft): (Vec<&Coverage>, Option<Vec<&Coverage>>) =
                (current.iter().collect(), draft.as_ref().map(|draft| vec![draft]));
            let options = case.args.get(1).unwrap_or(&Value::Null);
            let want = case.want.as_ref().unwrap_or(&Value::Null);
            simulation::answer(&current, draft.as_deref(), (&case.args[0], options, want))?
        }
        other => panic!("{}: no function `{other}`", case.name),
    })
}

fn code(case: &Case) -> &str {
    case.args[0].as_str().expect("a short code")
}

/// The answer for the first argument, a text: in UTF-16 and in UTF-8 the same.
fn in_both_encodings(case: &Case, ask: impl Fn(&JsonText) -> Result<Value, Error>) -> Result<Value, Error> {
    let text = case.args[0].as_str().expect("a text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let answer = ask(&JsonText::from_utf16(&units));
    assert_eq!(answer, ask(&JsonText::from_utf8(text.as_bytes())), "{}", case.name);
    answer
}

/// A batch in words.
fn evaluation(coverage: &Coverage, evaluation: &Evaluation) -> Value {
    let summary = evaluation.summary(coverage);
    support::evaluation(
        &value(coverage.guarantee_names()),
        &value(&evaluation.outcomes),
        &value(&evaluation.guarantees),
        &value(&evaluation.invalid),
        Some(json!({
            "by_outcome": summary.by_outcome.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
            "by_guarantee": summary.by_guarantee.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        })),
    )
}

/// An argument that may be left out.
fn optional(case: &Case, index: usize) -> Option<Json> {
    case.args.get(index).map(json_of)
}

fn catalog(case: &Case) -> Result<CareTypeCatalog, Error> {
    let given = case.catalog.as_ref().unwrap_or_else(|| panic!("{}: no catalogue", case.name));
    let options = given.get("options").map(json_of);
    CareTypeCatalog::new(&json_of(&given["data"]), options.as_ref())
}

/// What an editor begins with.
fn empty(catalog: &CareTypeCatalog) -> Coverage {
    let payload = r#"{ "name": "empty", "version": 1, "guarantees": [] }"#.parse().expect("JSON");
    catalog.compile_coverage(payload).expect("a coverage")
}

fn coverage(case: &Case) -> Result<Coverage, Error> {
    let payload = case.coverage.as_ref().unwrap_or_else(|| panic!("{}: no coverage", case.name));
    catalog(case)?.compile_coverage(json_of(payload))
}

/// The coverage that comes after, of the same catalogue unless the case gives another one.
fn next(case: &Case) -> Result<Coverage, Error> {
    let catalog = case.next_catalog.clone().or_else(|| case.catalog.clone());
    coverage(&Case { catalog, coverage: case.next.clone(), ..case.clone() })
}

fn json_of(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("a value of serde_json is JSON")
}

fn value(answer: impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer is JSON")
}
