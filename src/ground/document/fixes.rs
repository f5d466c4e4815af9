//! Which fixes may be offered? Those that bring no new error.
//!
//! A field that is moved and a value that is replaced by the nearest known one are then judged where they were not before,
//! so these fixes are tried. Of other fixes, only a least value that is added brings an error, which says what to write and leaves
//! nothing undefined.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::patch::Patch;

/// Trying fixes looks at this many values in all, so that a hostile document costs nothing; later fixes are withheld.
const MAX_TRIED_VALUES: usize = 30_000;

/// How a document is judged.
pub(crate) type Judge<'f> = &'f dyn Fn(&mut Problems, &Json);

/// A part of a document, alone in a document of its own, and the fix with its places there.
pub(crate) struct Part<'j> {
    pub(crate) part: &'j Json,
    /// Makes the document of its own.
    pub(crate) document: fn(Json) -> Json,
    pub(crate) fix: Vec<Patch>,
}

/// The part of a document outside of which a fix changes no judgement.
pub(crate) type Narrow = for<'j> fn(&'j Json, &[Patch]) -> Option<Part<'j>>;

/// Takes back each fix after which the errors of some code are more than before.
pub(crate) fn withhold(document: &Json, diagnostics: &mut [Diagnostic], narrow: Narrow, judge: Judge<'_>) {
    let mut budget = MAX_TRIED_VALUES;
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fix.as_deref().filter(|fix| fix.iter().any(is_risky)) else { continue };
        let whole = || Part { part: document, document: |json| json, fix: fix.to_vec() };
        let trial = narrow(document, fix).unwrap_or_else(whole);
        let cost = trial.part.count_within(budget);
        // Looking that far was work, too.
        budget = cost.map_or(0, |cost| budget.saturating_sub(cost));
        if cost.is_none() || !succeeds(&trial, judge) {
            (diagnostic.fix, diagnostic.fix_title) = (None, None);
        }
    }
}

impl Error {
    /// The same refusal of a document, with only those fixes that bring no new error.
    pub(crate) fn with_tried_fixes(mut self, document: &Json, judge: Judge<'_>) -> Self {
        withhold(document, self.diagnostics_mut(), |_, _| None, judge);
        self
    }
}

fn is_risky(patch: &Patch) -> bool {
    match patch {
        Patch::Move { .. } => true,
        Patch::Replace { value, .. } => matches!(value, Json::String(_)),
        Patch::Add { .. } | Patch::Remove { .. } => false,
    }
}

fn succeeds(trial: &Part<'_>, judge: Judge<'_>) -> bool {
    let document = (trial.document)(trial.part.clone());
    let Some(patched) = patch::apply(&document, &trial.fix) else { return false };
    let (before, after) = (errors(&document, judge), errors(&patched, judge));
    let count = |errors: &[Code], code: Code| errors.iter().filter(|other| **other == code).count();
    Code::ALL.iter().all(|code| count(&after, *code) <= count(&before, *code))
}

fn errors(json: &Json, judge: Judge<'_>) -> Vec<Code> {
    let mut problems = Problems::without_suggestions();
    judge(&mut problems, json);
    problems.errors().listed()
}
