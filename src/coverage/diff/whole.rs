//! The comparison of two compiled coverages.

use crate::coverage::compiled::Compiled;
use crate::coverage::diff::report::CoverageDiff;
use crate::coverage::diff::same_named::SameNamed;
use crate::coverage::diff::{decisions, rules};
use crate::ground::small::listed::Listed;

/// What changes for members when `after` replaces `before`. Care types are compared by short code: one that a catalogue does
/// not know matches nothing there, and a fact that acts have on one side only does not apply on the other.
pub(crate) fn diff<'a>(before: &'a Compiled, after: &'a Compiled) -> CoverageDiff<'a> {
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
        truncated: unfinished.report(),
    }
}
