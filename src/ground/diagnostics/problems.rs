//! The problems of one document are collected while it is read, so that one pass reports all of them.

use crate::ground::diagnostics::code::{Code, Severity};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error, MAX_DIAGNOSTICS_PER_CODE, Related, compare};
use crate::ground::diagnostics::message::{Message, Says};
use crate::ground::diagnostics::nearest::Nearest;
use crate::ground::diagnostics::sentences as say;
use crate::ground::diagnostics::settings::{Outcome, Settings};
use crate::ground::diagnostics::title;
use crate::ground::small::order;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::{self, Path};
use crate::ground::value::span::Span;

/// Collects the problems of one document while it is read, so that one pass reports all of them.
#[derive(Default)]
pub(crate) struct Problems {
    list: Vec<Diagnostic>,
    /// How many of each code were reported; the codes of one document are few.
    counts: Vec<(Code, usize)>,
    blocking: bool,
    /// Whether a coverage rule is being judged, and whether it has an error.
    within_rule: bool,
    broken_rule: bool,
    nearest: Nearest,
    settings: Settings,
    /// The part of the document whose problems are listed; none: all.
    within: Option<String>,
}

/// What a diagnostic has beyond its code, its place and its sentence.
#[derive(Default)]
pub(crate) struct Details {
    pub(crate) related: Vec<Related>,
    pub(crate) fix: Option<Vec<Patch>>,
    /// Instead of the code's own severity.
    pub(crate) severity: Option<Severity>,
    pub(crate) span: Option<Span>,
    /// The position of the acceptance, of a finding that was judged where it was found.
    pub(crate) acceptance: Option<usize>,
}

impl Details {
    pub(crate) fn fix(fix: Option<Vec<Patch>>) -> Self {
        Details { fix, ..Details::default() }
    }

    pub(crate) fn related(other: Related) -> Self {
        Details { related: vec![other], ..Details::default() }
    }
}

// A sentence is said only where the diagnostic is listed: hundreds of places report, each with little code.
impl Problems {
    /// Reports a problem.
    #[inline(never)]
    pub(crate) fn report(&mut self, code: Code, at: &Path<'_>, says: Says<'_>) {
        self.report_with(code, at, says, Details::default());
    }

    /// The same, with details.
    #[inline(never)]
    pub(crate) fn report_with(&mut self, code: Code, at: &Path<'_>, says: Says<'_>, details: Details) {
        if self.lists(code) {
            self.push(code, at.pointer(), says.now(), details);
        }
    }

    /// The same, of a place that is known as a pointer.
    #[inline(never)]
    pub(crate) fn report_at(&mut self, code: Code, pointer: &str, says: Says<'_>, details: Details) {
        if self.lists(code) {
            self.push(code, pointer.to_owned(), says.now(), details);
        }
    }

    /// The same, of a message that was made already, and a place in a text.
    pub(crate) fn report_message(&mut self, code: Code, pointer: String, message: Message, span: Span) {
        if self.lists(code) {
            self.push(code, pointer, message, Details { span: Some(span), ..Details::default() });
        }
    }

    /// The same, of what can be removed.
    #[inline(never)]
    pub(crate) fn report_removable(&mut self, code: Code, at: &Path<'_>, says: Says<'_>) {
        self.report_with(code, at, says, Details::fix(Some(vec![Patch::Remove { path: at.pointer() }])));
    }

    /// Counts a problem; whether it is to be listed.
    #[inline(never)]
    fn lists(&mut self, code: Code) -> bool {
        self.blocking |= code.is_blocking() && !self.within_rule;
        self.broken_rule |= self.within_rule && code.severity() == Severity::Error;
        !self.settings.ignores(code) && (self.is_counted_later(code) || self.count(code) <= MAX_DIAGNOSTICS_PER_CODE)
    }

    /// Which part a problem is of, and whether it is accepted, is only known with its details: neither the problems elsewhere nor those
    /// that are accepted are among so many of a code.
    fn is_counted_later(&self, code: Code) -> bool {
        self.within.is_some() || self.settings.may_accept(code)
    }

    /// Whether a problem is of the part whose problems are listed.
    #[inline(never)]
    fn is_of_part(&self, code: Code, pointer: &str, related: &[Related]) -> bool {
        let Some(within) = self.within.as_deref() else { return true };
        let mut is_within = code == Code::InvalidJson
            || pointer::is_within(pointer, within)
            || leaves_unread(code) && pointer::is_within(within, pointer);
        for other in related {
            is_within |= pointer::is_within(&other.pointer, within);
        }
        is_within
    }

    #[inline(never)]
    fn push(&mut self, code: Code, pointer: String, message: Message, details: Details) {
        let Details { related, fix, severity, span, acceptance } = details;
        if !self.is_of_part(code, &pointer, &related) {
            return;
        }
        let severity = severity.unwrap_or(code.severity());
        let Outcome::Listed { severity, accepted } =
            self.settings.judge((code, severity), &pointer, &related, acceptance)
        else {
            return;
        };
        if self.is_counted_later(code) && self.count(code) > MAX_DIAGNOSTICS_PER_CODE {
            return;
        }
        let blocking = code.is_blocking() && !self.within_rule;
        let Message { text: message, variant, params } = message;
        let fix_title = fix.as_deref().map(|fix| title::of(code, fix));
        self.list.push(Diagnostic {
            code,
            severity,
            message,
            variant,
            params,
            pointer,
            related,
            fix,
            fix_title,
            accepted,
            range: None,
            mark: None,
            edits: None,
            span,
            blocking,
        });
    }

    /// Reports what is wrong with a document that is at a place of this one.
    #[inline(never)]
    pub(crate) fn nest(&mut self, at: &Path<'_>, diagnostics: Vec<Diagnostic>) {
        let place = at.pointer();
        for mut diagnostic in diagnostics {
            self.blocking |= diagnostic.blocking;
            diagnostic.pointer.insert_str(0, &place);
            diagnostic.related.iter_mut().for_each(|other| other.pointer.insert_str(0, &place));
            diagnostic.fix.iter_mut().flatten().for_each(|patch| patch.move_to(&place));
            self.list.push(diagnostic);
        }
    }

    /// Judges a coverage rule, in which nothing leaves the meaning of the coverage undefined; also whether it is broken.
    pub(crate) fn within_rule<T>(&mut self, judge: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        (self.within_rule, self.broken_rule) = (true, false);
        let judged = judge(self);
        self.within_rule = false;
        (judged, self.broken_rule)
    }

    /// Whether a coverage rule is being judged.
    pub(crate) fn is_within_rule(&self) -> bool {
        self.within_rule
    }

    /// Collects what is reported to a caller.
    pub(crate) fn with(settings: Settings) -> Self {
        Problems { settings, ..Problems::default() }
    }

    /// What is reported to the caller, with what was accepted so far.
    pub(crate) fn settings(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// Lists only the problems of a part, and what leaves it unread.
    pub(crate) fn within(self, part: Option<String>) -> Self {
        Problems { within: part, ..self }
    }

    /// Collects problems whose codes are all that matters.
    pub(crate) fn without_suggestions() -> Self {
        Problems { nearest: Nearest::none(), ..Problems::default() }
    }

    /// Counts one more of a code.
    fn count(&mut self, code: Code) -> usize {
        if let Some((_, count)) = self.counts.iter_mut().find(|(counted, _)| *counted == code) {
            *count = count.saturating_add(1);
            return *count;
        }
        self.counts.push((code, 1));
        1
    }

    /// Whether some problem leaves the meaning undefined.
    pub(crate) fn blocking(&self) -> bool {
        self.blocking
    }

    /// The codes of the listed errors, in the order reported.
    pub(crate) fn errors(&self) -> impl Iterator<Item = Code> {
        self.list.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).map(|diagnostic| diagnostic.code)
    }

    /// Finds the nearest names for unknown ones, within what one document may cost.
    pub(crate) fn nearest(&mut self) -> &mut Nearest {
        &mut self.nearest
    }

    /// All problems, sorted.
    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        for (code, count) in std::mem::take(&mut self.counts) {
            if let Some(hidden) = count.checked_sub(MAX_DIAGNOSTICS_PER_CODE).filter(|hidden| *hidden > 0) {
                self.report(Code::DiagnosticsTruncated, &Path::Root, say::diagnostics_truncated(hidden, code.as_str()));
            }
        }
        order::sort(self.list, &compare)
    }

    /// The value and what may be said of it, unless some problem leaves the meaning undefined.
    ///
    /// # Errors
    /// That of [`Problems::refuse`].
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<(T, Vec<Diagnostic>), Error> {
        match value {
            Some(value) if !self.blocking() => Ok((value, self.into_diagnostics())),
            _ => Err(self.refuse()),
        }
    }

    /// The problems that leave the meaning undefined; the others are left out, because they did not cause the refusal.
    pub(crate) fn refuse(self) -> Error {
        let mut diagnostics = self.into_diagnostics();
        diagnostics.retain(|diagnostic| diagnostic.blocking || diagnostic.code == Code::DiagnosticsTruncated);
        Error::of(diagnostics)
    }

    /// All errors, those of a coverage rule, too.
    pub(crate) fn refuse_errors(self) -> Error {
        let mut diagnostics = self.into_diagnostics();
        diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
        Error::of(diagnostics)
    }
}

/// Whether a problem of this code may leave unread, or unlisted, what its place holds.
fn leaves_unread(code: Code) -> bool {
    use Code::{AnalysisTruncated, DiagnosticsTruncated, InvalidString, TooDeep, TooLarge, UnreadableValue, WrongType};
    matches!(
        code,
        WrongType | InvalidString | UnreadableValue | TooDeep | TooLarge | AnalysisTruncated | DiagnosticsTruncated
    )
}
