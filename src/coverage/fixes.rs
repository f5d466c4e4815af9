//! Which fixes may be offered? Those that bring no new error.
//!
//! A field that is moved and a value that is replaced by the nearest known one are then judged where they were not before,
//! so these fixes are tried. Other fixes cannot bring an error.

use crate::code::Code;
use crate::coverage::catalog::CareTypeCatalog;
use crate::diagnostic::{Diagnostic, Patch, Problems, Severity};
use crate::json::Json;
use crate::patch;

/// Trying fixes looks at this many values in all, so that a hostile payload costs nothing; later fixes are withheld.
const MAX_TRIED_VALUES: usize = 100_000;

/// Takes back each fix after which the errors of some code are more than before.
pub(crate) fn withhold(catalog: &CareTypeCatalog, payload: &Json, diagnostics: &mut [Diagnostic]) {
    let mut budget = MAX_TRIED_VALUES;
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fix.as_deref().filter(|fix| fix.iter().any(is_risky)) else { continue };
        let trial = Trial::new(payload, fix).filter(|trial| {
            let cost = trial.part.count_within(budget);
            budget = budget.saturating_sub(cost.unwrap_or_default());
            cost.is_some()
        });
        if !trial.is_some_and(|trial| trial.succeeds(catalog)) {
            diagnostic.fix = None;
        }
    }
}

fn is_risky(patch: &Patch) -> bool {
    match patch {
        Patch::Move { .. } => true,
        Patch::Replace { value, .. } => matches!(value, Json::String(_)),
        Patch::Remove { .. } => false,
    }
}

/// A fix and the part of the payload that it can change the judgement of.
struct Trial<'j> {
    part: &'j Json,
    is_guarantee: bool,
    /// With places as in the document that is tried.
    fix: Vec<Patch>,
}

impl<'j> Trial<'j> {
    fn new(payload: &'j Json, fix: &[Patch]) -> Option<Self> {
        match within_guarantee(fix) {
            Some((guarantee, fix)) => Some(Trial { part: patch::find(payload, &guarantee)?, is_guarantee: true, fix }),
            None => Some(Trial { part: payload, is_guarantee: false, fix: fix.to_vec() }),
        }
    }

    fn succeeds(&self, catalog: &CareTypeCatalog) -> bool {
        let document = if self.is_guarantee { coverage_of(self.part.clone()) } else { self.part.clone() };
        let Some(patched) = patch::apply(&document, &self.fix) else { return false };
        let (before, after) = (errors(catalog, &document), errors(catalog, &patched));
        let count = |errors: &[Code], code: Code| errors.iter().filter(|other| **other == code).count();
        Code::ALL.iter().all(|code| count(&after, *code) <= count(&before, *code))
    }
}

fn errors(catalog: &CareTypeCatalog, json: &Json) -> Vec<Code> {
    let mut problems = Problems::default();
    catalog.validate_json(&mut problems, json);
    let errors = problems.into_diagnostics().into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.code).collect()
}

/// A coverage of one guarantee.
fn coverage_of(guarantee: Json) -> Json {
    Json::Object(vec![
        ("name".to_owned(), Json::String("one guarantee".to_owned())),
        ("version".to_owned(), Json::Number(1.0)),
        ("guarantees".to_owned(), Json::Array(vec![guarantee])),
    ])
}

/// The guarantee outside of which the fix changes no judgement, and the fix as of a coverage of that one. A name is judged
/// together with those of the other guarantees.
fn within_guarantee(fix: &[Patch]) -> Option<(String, Vec<Patch>)> {
    let first = match fix.first()? {
        Patch::Remove { path } | Patch::Replace { path, .. } | Patch::Move { path, .. } => path,
    };
    let (index, rest) = first.strip_prefix("/guarantees/")?.split_once('/')?;
    if rest == "name" {
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
    Some((format!("/guarantees/{index}"), fix.collect::<Option<_>>()?))
}
