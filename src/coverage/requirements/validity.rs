//! From when to when is it so? Both days included; without one, without end.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::pointer::Path;

pub(crate) const VALID_FROM: &str = "valid_from";
pub(crate) const VALID_TO: &str = "valid_to";

/// A time in which something is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Validity {
    from: Option<CalendarDate>,
    to: Option<CalendarDate>,
}

impl Validity {
    /// DECISION: the last day is in force. Case: requirements_classes/last-day
    pub(crate) fn read(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Self {
        let mut date = |name| object.stated(name).and_then(|json| problems.date(json, &at.field(name)));
        let (from, to) = (date(VALID_FROM), date(VALID_TO));
        if from.is_some() && to.is_some() && to < from {
            problems.report(Code::InvalidDate, &at.field(VALID_TO), say::ends_before_it_begins());
        }
        Validity { from, to }
    }

    pub(crate) fn contains(self, date: CalendarDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}
