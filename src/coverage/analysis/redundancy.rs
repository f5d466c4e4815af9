//! Which mappings do nothing? From last to first, so that all of them can be removed at once.

use std::sync::Arc;

use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{Bound, Steps};
use crate::coverage::region::partition::{Known, partition};
use crate::ground::small::listed::Listed;
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
        let others: Vec<&Region> = others.filter_map(|other| subject.region(other).map(Arc::as_ref)).listed();
        if !is_within(steps, region, others)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether each act of a region is in some of the others.
fn is_within<'r>(steps: &mut Steps, region: &'r Region, mut boxes: Vec<&'r Region>) -> Result<bool, Bound> {
    let others = boxes.len();
    if others == 0 {
        return Ok(false);
    }
    boxes.push(region);
    let mut is_within = true;
    partition(steps, &boxes, &mut |inside, open| {
        let is_mine = |position: &usize| *position == others;
        if !is_within || inside.iter().any(|position| !is_mine(position)) || !inside.iter().chain(open).any(is_mine) {
            return Known::Out;
        }
        is_within = !open.is_empty();
        if is_within { Known::Open } else { Known::Out }
    })?;
    Ok(is_within)
}
