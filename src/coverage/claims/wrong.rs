//! Why can a row not be read?

use crate::coverage::claims::reason::InvalidReason;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::pointer::Path;

/// Why a row cannot be read: under which reason it is counted, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) reason: InvalidReason,
    pub(crate) problem: Option<Box<Diagnostic>>,
}

impl Wrong {
    /// A cell that its column cannot have.
    #[inline(never)]
    pub(crate) fn value(code: Code, says: Says<'_>) -> Self {
        Wrong::of(InvalidReason::WrongValue, code, says)
    }

    /// A line that is no row.
    #[inline(never)]
    pub(crate) fn line(code: Code, says: Says<'_>) -> Self {
        Wrong::of(InvalidReason::Unreadable, code, says)
    }

    /// A row that corrects another one.
    pub(crate) fn regularisation() -> Self {
        Wrong::of(InvalidReason::Regularisation, Code::NegativeAmount, say::correction())
    }

    #[inline(never)]
    pub(crate) fn of(reason: InvalidReason, code: Code, says: Says<'_>) -> Self {
        let mut problems = Problems::without_suggestions();
        problems.report(code, &Path::Root, says);
        Wrong::first(reason, problems)
    }

    /// The first of the problems that were found.
    pub(crate) fn first(reason: InvalidReason, problems: Problems) -> Self {
        Wrong { reason, problem: problems.into_diagnostics().into_iter().next().map(Box::new) }
    }
}
