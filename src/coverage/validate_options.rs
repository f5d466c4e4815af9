//! What is a validation, or an analysis, asked to say? Its options.

use crate::coverage::acceptance::{self, Acceptance};
use crate::coverage::catalog::tables::Tables;
use crate::ground::diagnostics::code::{Code, Severity};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::diagnostics::settings::{Accepted, Settings};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::{self, Path};

/// The options of a validation.
pub(crate) struct ValidateOptions {
    /// Whether to look for overlaps, gaps and redundancy.
    pub(crate) analysis: bool,
    pub(crate) acceptances: Vec<Acceptance>,
    /// The part whose problems are reported; none: all.
    within: Option<String>,
    settings: Settings,
}

impl ValidateOptions {
    /// # Errors
    /// All problems of the options.
    #[inline(never)]
    pub(crate) fn read(tables: &Tables, json: Option<&Json>) -> Result<Self, Error> {
        let at = &Path::Root;
        let mut options =
            ValidateOptions { analysis: true, acceptances: Vec::new(), within: None, settings: Settings::default() };
        let Some(json) = json else { return Ok(options) };
        let mut problems = Problems::default();
        let known = ["ignore", "severities", "accept", "accepted", "analysis", "within"];
        if let Some(object) = problems.document(json, at, &known) {
            if let Some(json) = object.get("ignore") {
                let at = &at.field("ignore");
                let codes = problems.strings(json, at);
                for (index, name) in codes.readable() {
                    options.settings.ignored.extend(acceptance::code(&mut problems, name, &at.item(index)));
                }
            }
            if let Some(json) = object.get("severities") {
                options.settings.severities = severities(&mut problems, json, &at.field("severities"));
            }
            if let Some(json) = object.get("accept") {
                options.acceptances = acceptance::list(&mut problems, tables, json, &at.field("accept"));
            }
            if let Some(json) = object.get("accepted") {
                let shown = problems.one_of(json, &at.field("accepted"), &["leave_out", "info"]);
                options.settings.shows_accepted = shown == Some(1);
            }
            if let Some(json) = object.get("analysis") {
                options.analysis = problems.boolean(json, &at.field("analysis")).unwrap_or(true);
            }
            let within = object.get("within");
            options.within = within.and_then(|json| part(&mut problems, json, &at.field("within")));
        }
        without_errors(problems, options)
    }

    /// What collects the problems of a payload; once.
    pub(crate) fn problems(&mut self) -> Problems {
        Problems::with(std::mem::take(&mut self.settings)).within(self.within.take())
    }

    /// Where the acceptances hold in a payload, of any shape.
    pub(crate) fn accepted(&self, payload: &Json) -> Vec<Accepted> {
        let mut accepted = Vec::with_capacity(self.acceptances.len());
        for acceptance in &self.acceptances {
            accepted.push(acceptance.of(payload));
        }
        accepted
    }
}

/// The acceptances of the options of an analysis.
///
/// # Errors
/// All problems of the options.
pub(crate) fn of_analysis(tables: &Tables, json: Option<&Json>) -> Result<Vec<Acceptance>, Error> {
    let mut problems = Problems::default();
    let accept = json.and_then(|json| problems.document(json, &Path::Root, &["accept"])?.get("accept"));
    let acceptances = accept.map(|json| acceptance::list(&mut problems, tables, json, &Path::Root.field("accept")));
    without_errors(problems, acceptances.unwrap_or_default())
}

/// DECISION: the pointer of a part may point to nothing: a form has fields that are not filled in. Case: validate_part/nothing-there
fn part(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<String> {
    let text = problems.string(json, at)?;
    if !pointer::is_pointer(text) {
        problems.report(Code::WrongType, at, say::not_a_pointer(text));
    }
    Some(text.to_owned())
}

fn severities(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Vec<(Code, Severity)> {
    let mut severities = Vec::new();
    for (name, json) in problems.record(json, at).unwrap_or_default() {
        let at = &at.field(name);
        let code = acceptance::code(problems, name, at);
        let names = Severity::ALL.iter().map(|severity| severity.as_str()).listed();
        let severity = problems.one_of(json, at, &names).and_then(|position| Severity::ALL.get(position).copied());
        let (Some(code), Some(severity)) = (code, severity) else { continue };
        if code.is_blocking() && severity != Severity::Error {
            problems.report(Code::BlockingCode, at, say::blocking_code_lowered(name));
        }
        severities.push((code, severity));
    }
    severities
}

/// What was read, where nothing is wrong with it.
fn without_errors<T>(problems: Problems, read: T) -> Result<T, Error> {
    if problems.errors().next().is_some() { Err(problems.refuse_errors()) } else { Ok(read) }
}
