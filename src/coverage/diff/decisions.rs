//! For which acts do the matching guarantees differ?
//!
//! ```text
//! changed by a guarantee g  = (before_g \ after_g) ∪ (after_g \ before_g)     for the regions of its mappings
//! changed                   = the union over all guarantees
//! ```
//! Only then are the changed acts cut by every guarantee, to say who matches them before and after. So the work grows with
//! what changed, and with what is written of it.

use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::compiled::Compiled;
use crate::coverage::diff::report::DecisionChange;
use crate::coverage::diff::same_named::SameNamed;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::{Labelled, Regions};
use crate::coverage::sides::{Class, Group, Side, alike, witness};
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// Work for all care types together.
const MAX_STEPS: usize = 20_000_000;

/// The changes, by care type, then by the act that shows them.
pub(super) fn changes<'a>(
    before: &'a Compiled,
    after: &'a Compiled,
    same: &SameNamed,
) -> (Vec<DecisionChange<'a>>, Unfinished<'a>) {
    let sides = (Side::new(before), Side::new(after));
    let mut steps = Steps::new(MAX_STEPS);
    let mut found = Regions::new();
    let mut unfinished = Unfinished::default();
    let written = |class: &Class<'a>| class.before.len().saturating_add(class.after.len());
    // The simple ones first, so that one that shatters leaves only itself unfinished.
    for class in order::sort(alike(&sides), &|a, b| written(a).cmp(&written(b))) {
        let groups = (sides.0.groups(&class.before), sides.1.groups(&class.after));
        let cells = changed(&mut steps, &groups, same);
        if let Err(bound) = cells.and_then(|cells| found.add(&class.care_types, &cells)) {
            unfinished = unfinished.and(Unfinished::new(class.care_types, cover::reason("changes", bound)));
        }
    }
    let mut changes = Vec::new();
    for (label, _, region) in found.together(&|region, care_type| witness(&sides, region, care_type)) {
        let mut change = DecisionChange { before: Vec::new(), after: Vec::new(), region };
        for position in label {
            match position.checked_sub(before.model.guarantees.len()) {
                None => change.before.push(before.model.guarantee_name(position)),
                Some(position) => change.after.push(after.model.guarantee_name(position)),
            }
        }
        changes.push(change);
    }
    (changes, unfinished)
}

/// The acts whose matching guarantees differ, each region with its guarantees.
fn changed(
    steps: &mut Steps,
    (before, after): &(Vec<Group<'_>>, Vec<Group<'_>>),
    same: &SameNamed,
) -> Result<Vec<Labelled>, Bound> {
    let none: &[&Region] = &[];
    let mut changed: Vec<Region> = Vec::new();
    for group in before {
        let other = same.later.get(group.guarantee).copied().flatten();
        let theirs = find(after, other).map_or(none, |other| &other.regions);
        changed.extend(only_on_one_side(steps, &group.regions, theirs)?);
        cover::bounded(changed.len())?;
    }
    for group in after {
        let other = same.earlier.get(group.guarantee).copied().flatten();
        if find(before, other).is_none() {
            changed.extend(only_on_one_side(steps, none, &group.regions)?);
            cover::bounded(changed.len())?;
        }
    }
    with_guarantees(steps, &changed, before, after, same.later.len())
}

/// The group of a guarantee; groups ascend.
fn find<'g, 'r>(groups: &'g [Group<'r>], guarantee: Option<usize>) -> Option<&'g Group<'r>> {
    let position = groups.binary_search_by(|group| Some(group.guarantee).cmp(&guarantee)).ok()?;
    groups.get(position)
}

/// The acts that only some of `mine` have, or only some of `theirs`.
fn only_on_one_side(steps: &mut Steps, mine: &[&Region], theirs: &[&Region]) -> Result<Vec<Region>, Bound> {
    steps.take(mine.len().saturating_add(theirs.len()))?;
    if mine == theirs {
        return Ok(Vec::new());
    }
    // Each box once, with whether it is on this side, and on that: what both write changes nothing.
    let written = mine.iter().chain(theirs).copied().listed();
    let region = |position: &usize| written.get(*position).copied();
    let ascending = order::ascending(written.len(), &|a, b| region(&a).cmp(&region(&b)));
    let (mut boxes, mut on) = (Vec::new(), Vec::new());
    for equal in ascending.chunk_by(|a, b| region(a) == region(b)) {
        boxes.extend(equal.first().and_then(region));
        on.push([true, false].map(|side| equal.iter().any(|position| (*position < mine.len()) == side)));
    }
    let changed = partition(steps, &boxes, &mut |inside, open| {
        let some = |positions: &[usize], holds: fn([bool; 2]) -> bool| {
            positions.iter().any(|position| on.get(*position).copied().is_some_and(holds))
        };
        let is_mine = some(inside, |[mine, _]| mine);
        let is_theirs = some(inside, |[_, theirs]| theirs);
        let may_differ = |positions| some(positions, |[mine, theirs]| mine != theirs);
        if is_mine && is_theirs || !may_differ(inside) && !may_differ(open) {
            return Known::Out;
        }
        let is_settled = is_mine && !some(open, |[_, theirs]| theirs) || is_theirs && !some(open, |[mine, _]| mine);
        if is_settled { Known::In(0) } else { Known::Open }
    })?;
    Ok(changed.into_iter().flatten().listed())
}

/// Acts with the guarantees that match them before and after; those after are counted on from those before.
fn with_guarantees(
    steps: &mut Steps,
    acts: &[Region],
    before: &[Group<'_>],
    after: &[Group<'_>],
    count_before: usize,
) -> Result<Vec<Labelled>, Bound> {
    if acts.is_empty() {
        return Ok(Vec::new());
    }
    let mut boxes: Vec<&Region> = acts.iter().listed();
    // By box: its group; those of the acts have none.
    let mut groups = vec![None; acts.len()];
    for (position, group) in before.iter().chain(after).enumerate() {
        boxes.extend(&group.regions);
        groups.resize(boxes.len(), Some(position));
    }
    let group = |position: &usize| groups.get(*position).copied().flatten();
    // By label: which groups match.
    let mut labels: Vec<Vec<bool>> = Vec::new();
    let regions = partition(steps, &boxes, &mut |inside, open| {
        let is_act = |position: &usize| *position < acts.len();
        let is_inside = inside.iter().any(is_act);
        if !is_inside && !open.iter().any(is_act) {
            return Known::Out;
        }
        let mut matching = vec![false; before.len().saturating_add(after.len())];
        for group in inside.iter().filter_map(group) {
            matching.get_mut(group).into_iter().for_each(|matches| *matches = true);
        }
        let is_settled = |group: usize| matching.get(group).copied().unwrap_or_default();
        if !is_inside || !open.iter().filter_map(group).all(is_settled) {
            return Known::Open;
        }
        Known::In(labels.iter().position(|label| *label == matching).unwrap_or_else(|| {
            labels.push(matching);
            labels.len().saturating_sub(1)
        }))
    })?;
    let mut changes = Vec::new();
    for (matching, regions) in labels.iter().zip(regions) {
        let earlier = before.iter().map(|group| group.guarantee);
        let later = after.iter().map(|group| group.guarantee.saturating_add(count_before));
        let mut label = Vec::new();
        for (position, matches) in earlier.chain(later).zip(matching) {
            if *matches {
                label.push(position);
            }
        }
        for region in regions {
            changes.push(Labelled { label: label.clone(), open_facts: OpenFacts::default(), region });
        }
    }
    cover::few(changes.len())?;
    Ok(changes)
}
