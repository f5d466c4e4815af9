//! Which mappings do nothing? From last to first, so that all of them can be removed at once.

use std::sync::Arc;

use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::ground::small::names::names;

/// Work for all mappings together.
const MAX_STEPS: usize = 20_000_000;

names! {
    /// Why a mapping could be removed.
    pub enum RedundancyReason {
        /// Its selector selects no care type.
        SelectsNothing = "selects_nothing",
        /// Its filter holds for no act of the care types that it selects.
        NeverHolds = "never_holds",
        /// The other mappings of its guarantee match all its acts.
        CoveredByOthers = "covered_by_others",
    }
}

/// A mapping that could be removed.
pub(crate) struct Redundant {
    /// Its position.
    pub(crate) mapping: usize,
    pub(crate) reason: RedundancyReason,
}

/// The redundant mappings, in payload order.
///
/// DECISION: a mapping that selects nothing and never holds selects nothing first.
/// Case: analyze_redundant/selects-nothing-and-never-holds
/// DECISION: a filter whose facts no care type has together never holds.
/// Case: analyze_redundant/never-holds-facts-of-different-types
pub(crate) fn redundant<'a>(subject: &Subject<'a>) -> (Vec<Redundant>, Unfinished<'a>) {
    let mut steps = Steps::new(MAX_STEPS);
    let mut stays = vec![true; subject.mappings.len()];
    let mut found = Vec::new();
    let mut unfinished = Unfinished::default();
    for (position, mapping) in subject.mappings.iter().enumerate().rev() {
        let never_holds = subject.classes_of(position).next().is_none();
        let reason = match (mapping.care_types.is_empty(), never_holds) {
            (true, _) => Some(RedundancyReason::SelectsNothing),
            (false, true) => Some(RedundancyReason::NeverHolds),
            (false, false) => match is_covered(subject, &mut steps, position, &stays) {
                Ok(covered) => covered.then_some(RedundancyReason::CoveredByOthers),
                Err(_) => {
                    let reason = format!("redundancy of `{}`: too much work", mapping.pointer);
                    unfinished = unfinished.and(Unfinished::new(subject.codes(&mapping.care_types), reason));
                    None
                }
            },
        };
        if let Some(reason) = reason {
            stays.get_mut(position).into_iter().for_each(|stays| *stays = false);
            found.push(Redundant { mapping: position, reason });
        }
    }
    found.reverse();
    (found, unfinished)
}

/// Whether the mappings of its guarantee that stay match all its acts.
fn is_covered(subject: &Subject<'_>, steps: &mut Steps, position: usize, stays: &[bool]) -> Result<bool, Bound> {
    let guarantee = subject.guarantee_of(position);
    let Some(region) = subject.region(position) else { return Ok(true) };
    for class in subject.classes_of(position) {
        steps.take(class.live.len())?;
        let is_other = |other: &usize| {
            *other != position
                && subject.guarantee_of(*other) == guarantee
                && stays.get(*other).copied().unwrap_or_default()
        };
        let others = class.live.iter().copied().filter(is_other);
        let taken = others.filter_map(|other| subject.region(other).map(Arc::as_ref));
        if !cover::without(steps, vec![(**region).clone()], taken)?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}
