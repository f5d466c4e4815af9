//! The comparison of two compiled coverages.

use crate::coverage::compare::whole::compare_on;
use crate::coverage::compiled::Compiled;
use crate::coverage::diff::report::CoverageDiff;
use crate::coverage::diff::same_named::SameNamed;
use crate::coverage::diff::{decisions, rules};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::whole::whole;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What changes for members when `after` replaces `before`. Care types are compared by short code: one that a catalogue does
/// not know matches nothing there, and a fact that acts have on one side only does not apply on the other.
pub(crate) fn diff<'a, A>(before: &'a Compiled, after: &'a Compiled) -> CoverageDiff<'a, A> {
    let same = SameNamed::new(&before.model.guarantees, &after.model.guarantees);
    let (decision_changes, unfinished) = decisions::changes(before, after, &same);
    let alone = |compiled: &'a Compiled, same: &[Option<usize>]| {
        let names = compiled.model.guarantees.iter().zip(same);
        names.filter(|(_, same)| same.is_none()).map(|(name, _)| name.as_str()).listed()
    };
    CoverageDiff {
        added_guarantees: alone(after, &same.earlier),
        removed_guarantees: alone(before, &same.later),
        rule_changes: rules::changes(before, after, &same),
        decision_changes,
        amount_changes: None,
        truncated: unfinished.report(),
    }
}

/// The same with options, `{ date? }`: on a day, what members get is compared, too.
///
/// # Errors
/// Those of the options.
pub(crate) fn diff_with<'a>(
    before: &'a Compiled,
    after: &'a Compiled,
    options: Option<&Json>,
) -> Result<CoverageDiff<'a>, Error> {
    let amount_changes = date_of(options)?.map(|date| compare_on(before, after, date));
    Ok(CoverageDiff { amount_changes, ..diff(before, after) })
}

/// The day of the options.
///
/// # Errors
/// Those of the options.
pub(crate) fn date_of(options: Option<&Json>) -> Result<Option<CalendarDate>, Error> {
    let Some(options) = options else { return Ok(None) };
    whole!(options, |problems, json| read(problems, json)).map(|(date, _)| date)
}

fn read(problems: &mut Problems, json: &Json) -> Option<Option<CalendarDate>> {
    let at = &Path::Root;
    let object = problems.object(json, at, &["date"])?;
    match object.stated("date") {
        None => Some(None),
        Some(json) => problems.date(json, &at.field("date")).map(Some),
    }
}
