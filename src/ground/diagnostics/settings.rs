//! What is reported to a caller? Codes that are not reported, other severities, and findings that are meant.

use crate::ground::diagnostics::code::{Code, Severity};
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::value::pointer;

/// What is reported to a caller of the problems of a document.
#[derive(Default)]
pub(crate) struct Settings {
    /// Codes that are not reported.
    pub(crate) ignored: Vec<Code>,
    /// The severities of codes that have another than their own; the later of two counts.
    pub(crate) severities: Vec<(Code, Severity)>,
    pub(crate) accepted: Vec<Accepted>,
    /// Whether what is accepted is reported, as a hint.
    pub(crate) shows_accepted: bool,
}

/// Findings that are meant.
pub(crate) struct Accepted {
    pub(crate) code: Code,
    /// At or below one of these pointers, or with a related place there. None of a finding of which the check that finds it says
    /// whether it is meant.
    pub(crate) places: Vec<String>,
    pub(crate) reason: String,
    /// Whether it accepted something.
    pub(crate) is_used: bool,
}

/// What becomes of a finding.
pub(crate) enum Outcome {
    Hidden,
    Listed { severity: Severity, accepted: Option<String> },
}

impl Settings {
    pub(crate) fn ignores(&self, code: Code) -> bool {
        self.ignored.contains(&code)
    }

    /// Whether some findings of a code may be accepted.
    pub(crate) fn may_accept(&self, code: Code) -> bool {
        self.accepted.iter().any(|accepted| accepted.code == code)
    }

    /// What becomes of a finding; `judged` is the position of the acceptance where a check said so.
    pub(crate) fn judge(
        &mut self,
        (code, severity): (Code, Severity),
        pointer: &str,
        related: &[Related],
        judged: Option<usize>,
    ) -> Outcome {
        let is_meant = |accepted: &Accepted| {
            accepted.code == code
                && accepted.places.iter().any(|place| {
                    let is_below = |pointer: &str| pointer::is_within(pointer, place);
                    is_below(pointer) || related.iter().any(|related| is_below(&related.pointer))
                })
        };
        let position = judged.or_else(|| self.accepted.iter().position(is_meant));
        if let Some(accepted) = position.and_then(|position| self.accepted.get_mut(position)) {
            accepted.is_used = true;
            if !self.shows_accepted {
                return Outcome::Hidden;
            }
            return Outcome::Listed { severity: Severity::Info, accepted: Some(accepted.reason.clone()) };
        }
        let wanted = self.severities.iter().rev().find(|(of, _)| *of == code);
        Outcome::Listed { severity: wanted.map_or(severity, |(_, wanted)| *wanted), accepted: None }
    }
}
