//! Which guarantees match the same acts in two coverages, where that may make a difference?
//!
//! ```text
//! settled   a guarantee that both have, with an equal rule whose limits are shared with the same guarantees
//! ```
//! Acts that the same settled guarantees match on both sides are paid alike, and so are acts that nothing matches: no box has them.

use crate::coverage::amounts::limits::OfCoverage;
use crate::coverage::compiled::Compiled;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::sides::Group;
use crate::ground::small::listed::Listed;

/// The guarantees that match acts, ascending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Matching {
    pub(super) current: Vec<usize>,
    pub(super) next: Vec<usize>,
}

/// By guarantee of the current coverage: the guarantee of the next one that surely pays the same.
pub(super) fn settled(current: &Compiled, next: &Compiled) -> Vec<Option<usize>> {
    let same = |(position, name): (usize, &String)| {
        let other = next.model.guarantees.iter().position(|other| other == name)?;
        let is_equal = current.coverage_rule(position) == next.coverage_rule(other);
        let is_shared_alike = match (current.rules.get(position)?, next.rules.get(other)?) {
            (GuaranteeRule::Ready(rule), GuaranteeRule::Ready(later)) => {
                let before = OfCoverage { coverage: current, guarantee: position, rule };
                let after = OfCoverage { coverage: next, guarantee: other, rule: later };
                rule.all_limits().all(|limit| before.sharing(&limit.key) == after.sharing(&limit.key))
            }
            (GuaranteeRule::Opaque, GuaranteeRule::Opaque) | (GuaranteeRule::Broken, GuaranteeRule::Broken) => true,
            _ => false,
        };
        (is_equal && is_shared_alike).then_some(other)
    };
    current.model.guarantees.iter().enumerate().map(same).listed()
}

/// The boxes of acts, each with the guarantees that match it.
pub(super) fn boxes(
    steps: &mut Steps,
    (current, next): (&[Group<'_>], &[Group<'_>]),
    settled: &[Option<usize>],
) -> Result<Vec<(Matching, Vec<Region>)>, Bound> {
    let is_settled = |group: &Group<'_>, other: &Group<'_>| {
        settled.get(group.guarantee).copied().flatten() == Some(other.guarantee) && group.regions == other.regions
    };
    if current.len() == next.len() && current.iter().zip(next).all(|(group, other)| is_settled(group, other)) {
        return Ok(Vec::new());
    }
    let (mut boxes, mut groups) = (Vec::new(), Vec::new());
    for (position, group) in current.iter().chain(next).enumerate() {
        boxes.extend(&group.regions);
        groups.resize(boxes.len(), position);
    }
    let group = |position: &usize| groups.get(*position).copied().unwrap_or_default();
    let mut labels: Vec<Matching> = Vec::new();
    let regions = partition(steps, &boxes, &mut |inside, open| {
        let mut matches = vec![false; current.len().saturating_add(next.len())];
        for group in inside.iter().map(group) {
            matches.get_mut(group).into_iter().for_each(|matches| *matches = true);
        }
        if !open.iter().map(group).all(|group| matches.get(group).copied().unwrap_or_default()) {
            return Known::Open;
        }
        let (before, after) = matches.split_at_checked(current.len()).unwrap_or_default();
        let of = |groups: &[Group<'_>], matches: &[bool]| {
            groups.iter().zip(matches).filter(|(_, matches)| **matches).map(|(group, _)| group.guarantee).listed()
        };
        let matching = Matching { current: of(current, before), next: of(next, after) };
        let later = matching.current.iter().map(|position| settled.get(*position).copied().flatten()).listed();
        let same = matching.next.iter().copied().map(Some).listed();
        // In the order of either coverage.
        if later.len() == same.len() && same.iter().all(|guarantee| later.contains(guarantee)) {
            return Known::Out;
        }
        Known::In(labels.iter().position(|label| *label == matching).unwrap_or_else(|| {
            labels.push(matching);
            labels.len().saturating_sub(1)
        }))
    })?;
    cover::few(regions.iter().map(Vec::len).sum())?;
    Ok(labels.into_iter().zip(regions).listed())
}
