//! Every problem of a coverage payload, for an editor and for an edge.
//!
//! Values and text, by the same rules; the diagnostics of a text also have a range.

use std::sync::Arc;

use crate::coverage::analysis::memo::Memo;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::check;
use crate::coverage::model::Model;
use crate::coverage::payload::{self, CoveragePayload};
use crate::coverage::validate::{Rules, validate};
use crate::coverage::validate_options::ValidateOptions;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::diagnostics::settings::Accepted;
use crate::ground::document::fixes::{self, Part};
use crate::ground::document::text::document::Document;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// Every problem of a payload. `memo` holds what is known of the gaps of an earlier version, and afterwards of this one.
///
/// # Errors
/// Only those of the options.
pub(crate) fn of_json(
    tables: &Tables,
    json: &Json,
    options: Option<&Json>,
    memo: &mut Arc<Memo>,
) -> Result<Vec<Diagnostic>, Error> {
    let mut options = ValidateOptions::read(tables, options)?;
    let mut problems = options.problems();
    judge_with(&options, &mut problems, tables, json, memo);
    let mut diagnostics = problems.into_diagnostics();
    withhold_fixes(tables, json, &mut diagnostics);
    Ok(diagnostics)
}

/// Every problem of a payload as text, which `read` reads: syntax errors are problems, and each has its range.
///
/// # Errors
/// Only those of the options.
pub(crate) fn of_text(
    tables: &Tables,
    read: impl FnOnce(&mut Problems) -> Document,
    options: Option<&Json>,
    memo: &mut Arc<Memo>,
) -> Result<Vec<Diagnostic>, Error> {
    let mut options = ValidateOptions::read(tables, options)?;
    let mut problems = options.problems();
    let document = read(&mut problems);
    judge_with(&options, &mut problems, tables, &document.json, memo);
    let mut diagnostics = problems.into_diagnostics();
    withhold_fixes(tables, &document.json, &mut diagnostics);
    document.locate(&mut diagnostics);
    Ok(diagnostics)
}

/// Why a payload cannot be compiled.
pub(crate) fn refusal(tables: &Tables, payload: &Json) -> Error {
    let mut problems = Problems::default();
    judge(&mut problems, tables, payload);
    let mut error = problems.refuse();
    withhold_fixes(tables, payload, error.diagnostics_mut());
    error
}

fn withhold_fixes(tables: &Tables, payload: &Json, diagnostics: &mut [Diagnostic]) {
    fixes::withhold(payload, diagnostics, within_guarantee, &|problems, json| {
        judge(problems, tables, json);
    });
}

/// Judges a payload, guarantee by guarantee.
fn judge<'j>(problems: &mut Problems, tables: &Tables, json: &'j Json) -> Option<(CoveragePayload<'j>, Model)> {
    let payload = payload::coverage(problems, json)?;
    let model = validate(problems, tables, &payload, Rules::All);
    Some((payload, model))
}

/// The same, and as a whole, with what is known of the gaps; then the acceptances that accept nothing.
fn judge_with(options: &ValidateOptions, problems: &mut Problems, tables: &Tables, json: &Json, memo: &mut Arc<Memo>) {
    problems.settings().accepted = options.accepted(json);
    let Some((payload, model)) = judge(problems, tables, json) else { return };
    let mut is_analyzed = false;
    if options.analysis {
        let whole = check::whole::check(problems, tables, &payload, &model, &options.acceptances, memo);
        is_analyzed = whole.is_finished;
        if let Some(known) = whole.known {
            *memo = Arc::new(known);
        }
    }
    report_stale(problems, is_analyzed);
}

/// Reports the acceptances that accept nothing, where it is known.
///
/// DECISION: an acceptance is not stale while something leaves the meaning undefined, or while what it is about is not looked for.
/// Case: accept/not-stale-while-broken
fn report_stale(problems: &mut Problems, is_analyzed: bool) {
    if problems.blocking() {
        return;
    }
    let accepted = std::mem::take(&mut problems.settings().accepted);
    for (index, Accepted { code, reason, is_used, .. }) in accepted.iter().enumerate() {
        let of_analysis = matches!(code, Code::Overlap | Code::Gap | Code::RedundantMapping | Code::AnalysisTruncated);
        if *is_used || problems.settings().ignores(*code) || of_analysis && !is_analyzed {
            continue;
        }
        problems.report(
            Code::StaleAcceptance,
            &Path::Root,
            say::stale_acceptance(index, code.as_str(), reason.as_str()),
        );
    }
}

/// The guarantee outside of which a fix changes no judgement. A name is judged together with those of the others, and so
/// are the limits of a rule.
fn within_guarantee<'j>(payload: &'j Json, fix: &[Patch]) -> Option<Part<'j>> {
    let (index, rest) = fix.first()?.path().strip_prefix("/guarantees/")?.split_once('/')?;
    let is_of_limits = rest.starts_with("coverage_rule/") && !rest.starts_with("coverage_rule/components/");
    if rest == "name" || is_of_limits {
        return None;
    }
    let old = format!("/guarantees/{index}/");
    let moved = |path: &String| Some(format!("/guarantees/0/{}", path.strip_prefix(&old)?));
    let fix = fix.iter().map(|patch| {
        Some(match patch {
            Patch::Add { path, value } => Patch::Add { path: moved(path)?, value: value.clone() },
            Patch::Remove { path } => Patch::Remove { path: moved(path)? },
            Patch::Replace { path, value } => Patch::Replace { path: moved(path)?, value: value.clone() },
            Patch::Move { from, path } => Patch::Move { from: moved(from)?, path: moved(path)? },
        })
    });
    Some(Part {
        part: patch::find(payload, &format!("/guarantees/{index}"))?,
        document: coverage_of,
        fix: Option::from_iter(fix)?,
    })
}

/// A coverage of one guarantee.
fn coverage_of(guarantee: Json) -> Json {
    Json::Object(vec![
        ("name".to_owned(), Json::String("one guarantee".to_owned())),
        ("version".to_owned(), Json::Number(1.0)),
        ("guarantees".to_owned(), Json::Array(vec![guarantee])),
    ])
}
