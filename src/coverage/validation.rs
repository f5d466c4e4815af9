//! Every problem of a coverage payload, for an editor and for an edge.
//!
//! Two doors, values and text, with the same rules behind them; the text's diagnostics also have a range.

use crate::coverage::catalog::tables::CareTypeCatalog;
use crate::coverage::check;
use crate::coverage::payload;
use crate::coverage::validate::{Rules, validate};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::fixes::{self, Part};
use crate::ground::document::text::document::Document;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

impl CareTypeCatalog {
    /// All diagnostics of a payload of any shape whatsoever, sorted by pointer, then code, then the first related pointer.
    /// The options are `{ ignore?: codes not to report, analysis?: boolean }`.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let json = |text: &str| serde_json::from_str::<Json>(text);
    /// let catalog = CareTypeCatalog::new(&json(r#"{ "care_type_groups": [], "internal_care_types": [] }"#)?, None)?;
    /// let diagnostics = catalog.validate_coverage(&json(r#"{ "name": "basic", "version": 0, "guarantees": [] }"#)?, None)?;
    /// let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    /// assert_eq!(codes, ["no_guarantee", "version_below_one"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_coverage(&self, payload: &Json, options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        let (options, mut problems) = ValidateOptions::read(options)?;
        self.validate_json(&mut problems, payload, options.analysis);
        let mut diagnostics = problems.into_diagnostics();
        self.withhold_fixes(payload, &mut diagnostics);
        Ok(diagnostics)
    }

    /// The same for a JSON text in UTF-16 code units: syntax errors are diagnostics, and every diagnostic has a range.
    ///
    /// # Errors
    /// Only those of the options.
    pub fn validate_coverage_text(&self, text: &[u16], options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        let (options, mut problems) = ValidateOptions::read(options)?;
        let document = Document::read(text, &mut problems);
        Ok(self.validate_document(&document, problems, &options))
    }

    /// The same for a JSON text in UTF-8; ranges count UTF-16 code units, too.
    ///
    /// # Errors
    /// Only those of the options.
    pub fn validate_coverage_utf8(&self, text: &[u8], options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        let (options, mut problems) = ValidateOptions::read(options)?;
        let document = Document::read_utf8(text, &mut problems);
        Ok(self.validate_document(&document, problems, &options))
    }

    fn validate_document(
        &self,
        document: &Document,
        mut problems: Problems,
        options: &ValidateOptions,
    ) -> Vec<Diagnostic> {
        self.validate_json(&mut problems, &document.json, options.analysis);
        let mut diagnostics = problems.into_diagnostics();
        self.withhold_fixes(&document.json, &mut diagnostics);
        document.locate(&mut diagnostics);
        diagnostics
    }

    /// Why a payload cannot be compiled.
    pub(crate) fn refusal(&self, payload: &Json) -> Error {
        let mut problems = Problems::default();
        self.validate_json(&mut problems, payload, false);
        let mut error = problems.refuse();
        self.withhold_fixes(payload, error.diagnostics_mut());
        error
    }

    fn withhold_fixes(&self, payload: &Json, diagnostics: &mut [Diagnostic]) {
        fixes::withhold(payload, diagnostics, within_guarantee, &|problems, json| {
            self.validate_json(problems, json, false);
        });
    }

    fn validate_json(&self, problems: &mut Problems, json: &Json, analysis: bool) {
        let Some(payload) = payload::coverage(problems, json) else { return };
        let model = validate(problems, self.tables(), &payload, Rules::All);
        if analysis {
            check::whole::check(problems, self.tables(), &payload, &model);
        }
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
        if let Some(object) = json.and_then(|json| problems.object(json, at, &["ignore", "analysis"])) {
            if let Some(json) = object.get("ignore") {
                let codes = problems.strings(json, &at.field("ignore"));
                ignored.extend(codes.readable().map(|(_, code)| (*code).to_owned()));
            }
            if let Some(json) = object.get("analysis") {
                options.analysis = problems.boolean(json, &at.field("analysis")).unwrap_or(true);
            }
        }
        problems.finish(Some(options)).map(|(options, _)| (options, Problems::ignoring(ignored)))
    }
}

/// The guarantee outside of which a fix changes no judgement. A name is judged together with those of the others, and so
/// are the limits of a rule.
fn within_guarantee<'j>(payload: &'j Json, fix: &[Patch]) -> Option<Part<'j>> {
    let first = match fix.first()? {
        Patch::Remove { path } | Patch::Replace { path, .. } | Patch::Move { path, .. } => path,
    };
    let (index, rest) = first.strip_prefix("/guarantees/")?.split_once('/')?;
    let is_of_limits = rest.starts_with("coverage_rule/") && !rest.starts_with("coverage_rule/components/");
    if rest == "name" || is_of_limits {
        return None;
    }
    let old = format!("/guarantees/{index}/");
    let moved = |path: &String| Some(format!("/guarantees/0/{}", path.strip_prefix(&old)?));
    let fix = fix.iter().map(|patch| {
        Some(match patch {
            Patch::Remove { path } => Patch::Remove { path: moved(path)? },
            Patch::Replace { path, value } => Patch::Replace { path: moved(path)?, value: value.clone() },
            Patch::Move { from, path } => Patch::Move { from: moved(from)?, path: moved(path)? },
        })
    });
    Some(Part {
        part: patch::find(payload, &format!("/guarantees/{index}"))?,
        document: coverage_of,
        fix: fix.collect::<Option<_>>()?,
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
