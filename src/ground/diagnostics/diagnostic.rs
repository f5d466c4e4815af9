//! What is wrong, where, and how can it be repaired?

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

use crate::ground::diagnostics::code::{Code, Severity};
use crate::ground::diagnostics::message::{Message, Params, Says};
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer;
use crate::ground::value::span::{Span, TextEdit, TextRange};

/// So many diagnostics of one code are listed; [`Code::DiagnosticsTruncated`] counts the rest.
pub const MAX_DIAGNOSTICS_PER_CODE: usize = 1_000;

/// One problem of one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Stable identifier; part of the API. The message is not.
    pub code: Code,
    /// How serious it is.
    pub severity: Severity,
    /// One line: lower-case start, no full stop, user input in backticks.
    pub message: String,
    /// Which of the sentences of its code the message is; part of the API.
    pub variant: &'static str,
    /// The values that the message names; part of the API. Of a part of a call, `argument` says which.
    pub params: Params,
    /// RFC 6901 JSON Pointer into the document; empty for the whole.
    pub pointer: String,
    /// Other places that explain this one, such as the first of two duplicates.
    pub related: Vec<Related>,
    /// JSON Patch (RFC 6902) on the document that makes this diagnostic disappear.
    pub fix: Option<Vec<Patch>>,
    /// What the fix does: one line, imperative, upper-case start, no full stop. There is one where there is a fix.
    pub fix_title: Option<String>,
    /// Only of a finding that is accepted, and where accepted ones are asked for: the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// Only from text: where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<TextRange>,
    /// Only from text: a part of one line that tells where it is. Of an array or an object it is the key, without one the opening bracket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<TextRange>,
    /// Only from text: the fix as edits that keep the layout, ascending and apart from one another; none within where there is
    /// no fix, or where a key that occurs twice is in its way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edits: Option<Option<Vec<TextEdit>>>,
    /// Known to the reader of a text, for what is no value.
    #[serde(skip)]
    pub(crate) span: Option<Span>,
    /// Whether it leaves the meaning of the document undefined: of its code, unless it is within a coverage rule.
    #[serde(skip)]
    pub(crate) blocking: bool,
}

/// Another place that explains a diagnostic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Related {
    /// RFC 6901 JSON Pointer into the same document.
    pub pointer: String,
    /// What is there.
    pub message: String,
    /// Which of the sentences of other places the message is; part of the API.
    pub variant: &'static str,
    /// The values that the message names; part of the API.
    pub params: Params,
    /// Only from text: where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<TextRange>,
}

impl Related {
    pub(crate) fn new(pointer: String, says: Says<'_>) -> Self {
        let Message { text, variant, params } = says.now();
        Related { pointer, message: text, variant, params, range: None }
    }
}

/// An input that cannot be used, with every problem found.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    diagnostics: Vec<Diagnostic>,
}

impl Error {
    /// INVARIANT: the list is sorted.
    pub(crate) fn of(diagnostics: Vec<Diagnostic>) -> Self {
        Error { diagnostics }
    }

    /// Every problem that made the input unusable, sorted by pointer, then code, then the first related pointer.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::age_on;
    /// let error = age_on("2000-02-30", "tomorrow").unwrap_err();
    /// assert_eq!(error.diagnostics().len(), 2);
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The same, by value.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::age_on;
    /// let diagnostics = age_on("2000-02-30", "2020-01-01").unwrap_err().into_diagnostics();
    /// assert_eq!(diagnostics[0].code.as_str(), "invalid_date");
    /// ```
    #[must_use]
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Diagnostics and those of an error, sorted.
    pub(crate) fn joined(mut diagnostics: Vec<Diagnostic>, error: Option<Error>) -> Self {
        diagnostics.append(&mut error.map(Error::into_diagnostics).unwrap_or_default());
        Error { diagnostics: order::sort(diagnostics, &compare) }
    }

    pub(crate) fn diagnostics_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.diagnostics
    }
}

impl fmt::Display for Error {
    /// The first error, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        if let Some(first) = errors.next() {
            write!(f, "{}", first.message)?;
            if !first.pointer.is_empty() {
                write!(f, " at `{}`", first.pointer)?;
            }
        }
        match errors.count() {
            0 => Ok(()),
            more => write!(f, " (and {more} more)"),
        }
    }
}

impl std::error::Error for Error {}

pub(crate) fn compare(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    let related = match (a.related.first(), b.related.first()) {
        (Some(x), Some(y)) => pointer::compare(&x.pointer, &y.pointer),
        (x, y) => x.is_some().cmp(&y.is_some()),
    };
    pointer::compare(&a.pointer, &b.pointer).then_with(|| a.code.as_str().cmp(b.code.as_str())).then(related)
}

/// Joins the refusals of the arguments of one call. Each argument's pointers are relative to it, so every message says
/// which argument it speaks of.
pub(crate) fn both<A, B>(
    (first_name, first): (&str, Result<A, Error>),
    (second_name, second): (&str, Result<B, Error>),
) -> Result<(A, B), Error> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => Err(named([(first_name, first.err()), (second_name, second.err()), ("", None)])),
    }
}

/// The param that names the argument of a call.
const ARGUMENT: &str = "argument";

/// The refusal of one argument of several, with its name.
pub(crate) fn of_argument(name: &str, error: Error) -> Error {
    named([(name, Some(error)), ("", None), ("", None)])
}

/// Joins the refusals of up to three arguments, each with the argument's name.
pub(crate) fn named(errors: [(&str, Option<Error>); 3]) -> Error {
    let mut diagnostics = Vec::new();
    for (name, error) in errors {
        for mut diagnostic in error.map(Error::into_diagnostics).unwrap_or_default() {
            diagnostic.message = format!("{name}: {}", diagnostic.message);
            diagnostic.params.push(ARGUMENT, Json::String(name.to_owned()));
            diagnostics.push(diagnostic);
        }
    }
    Error { diagnostics }
}
