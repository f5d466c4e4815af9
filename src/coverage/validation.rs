//! Every problem of a coverage payload, for an editor and for an edge.
//!
//! Values and text, by the same rules; the diagnostics of a text also have a range.

use std::sync::Arc;

use crate::coverage::analysis::memo::Memo;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::check;
use crate::coverage::payload;
use crate::coverage::validate::{Rules, validate};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::fixes::{self, Part};
use crate::ground::document::text::document::Document;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::{self, Path};

/// Every problem of a payload. `options` is `{ ignore?: codes not to report, analysis?: boolean, within?: the pointer of a part }`;
/// `memo` holds what is known of the gaps of an earlier version, and afterwards of this one.
///
/// # Errors
/// Only those of the options.
pub(crate) fn of_json(
    tables: &Tables,
    json: &Json,
    options: Option<&Json>,
    memo: &mut Arc<Memo>,
) -> Result<Vec<Diagnostic>, Error> {
    let (options, mut problems) = ValidateOptions::read(options)?;
    judge(&mut problems, tables, json, options.analysis.then_some(memo));
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
    let (options, mut problems) = ValidateOptions::read(options)?;
    let document = read(&mut problems);
    judge(&mut problems, tables, &document.json, options.analysis.then_some(memo));
    let mut diagnostics = problems.into_diagnostics();
    withhold_fixes(tables, &document.json, &mut diagnostics);
    document.locate(&mut diagnostics);
    Ok(diagnostics)
}

/// Why a payload cannot be compiled.
pub(crate) fn refusal(tables: &Tables, payload: &Json) -> Error {
    let mut problems = Problems::default();
    judge(&mut problems, tables, payload, None);
    let mut error = problems.refuse();
    withhold_fixes(tables, payload, error.diagnostics_mut());
    error
}

fn withhold_fixes(tables: &Tables, payload: &Json, diagnostics: &mut [Diagnostic]) {
    fixes::withhold(payload, diagnostics, within_guarantee, &|problems, json| judge(problems, tables, json, None));
}

/// Judges a payload, as a whole only where there is a memo for what is found.
fn judge(problems: &mut Problems, tables: &Tables, json: &Json, memo: Option<&mut Arc<Memo>>) {
    let Some(payload) = payload::coverage(problems, json) else { return };
    let model = validate(problems, tables, &payload, Rules::All);
    if let Some(memo) = memo
        && let Some(known) = check::whole::check(problems, tables, &payload, &model, memo)
    {
        *memo = Arc::new(known);
    }
}

struct ValidateOptions {
    /// Whether to look for overlaps, gaps and redundancy.
    analysis: bool,
}

impl ValidateOptions {
    /// The options, and what collects the problems that they do not ignore.
    #[inline(never)]
    fn read(json: Option<&Json>) -> Result<(Self, Problems), Error> {
        let mut problems = Problems::default();
        let at = &Path::Root;
        let (mut options, mut ignored) = (ValidateOptions { analysis: true }, Vec::new());
        let mut within = None;
        if let Some(object) = json.and_then(|json| problems.object(json, at, &["ignore", "analysis", "within"])) {
            if let Some(json) = object.get("ignore") {
                let codes = problems.strings(json, &at.field("ignore"));
                ignored.extend(codes.readable().map(|(_, code)| (*code).to_owned()));
            }
            if let Some(json) = object.get("analysis") {
                options.analysis = problems.boolean(json, &at.field("analysis")).unwrap_or(true);
            }
            within = object.get("within").and_then(|json| part(&mut problems, json, &at.field("within")));
        }
        problems.finish(Some(options)).map(|(options, _)| (options, Problems::ignoring(ignored).within(within)))
    }
}

/// DECISION: the pointer of a part may point to nothing: a form has fields that are not filled in. Case: validate_part/nothing-there
fn part(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<String> {
    let text = problems.string(json, at)?;
    if !pointer::is_pointer(text) {
        problems.report(Code::WrongType, at, || say::not_a_pointer(text));
    }
    Some(text.to_owned())
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
