//! For which acts do the matching guarantees differ?
//!
//! ```text
//! changed by a guarantee g  = (before_g \ after_g) ∪ (after_g \ before_g)     for the regions of its mappings
//! changed                   = the union over all guarantees, as disjoint regions
//! ```
//! Only then are the changed acts cut by every guarantee, to say who matches them before and after. So the work grows with
//! what changed, and with what is written of it.

use crate::coverage::analysis::classes::{self, Claim};
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::compiled::Compiled;
use crate::coverage::diff::report::DecisionChange;
use crate::coverage::diff::same_named::SameNamed;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, MAX_REGIONS, Steps};
use crate::coverage::region::report::Regions;
use crate::coverage::region::witness::Witness;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// Work for all care types together.
const MAX_STEPS: usize = 20_000_000;

/// Guarantees that match before, and after; positions in their coverages.
type Label = (Vec<usize>, Vec<usize>);

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
        if let Err(bound) = cells.and_then(|cells| found.add(&class.care_types, cells)) {
            unfinished = unfinished.and(Unfinished::new(class.care_types, cover::reason("changes", bound)));
        }
    }
    let known = [&before.tables.options.known_values, &after.tables.options.known_values];
    let witness = |region: &Region, care_type: &'a str| {
        let applicable = sides.0.applicable(care_type).union(sides.1.applicable(care_type));
        Witness::new(region, care_type, applicable, &known)
    };
    let names = |coverage: &'a Compiled, positions: Vec<usize>| {
        let names = positions.into_iter().filter_map(|position| coverage.model.guarantees.get(position));
        names.map(String::as_str).listed()
    };
    let changes = found.together(witness).into_iter().map(|((matching, later), region)| DecisionChange {
        before: names(before, matching),
        after: names(after, later),
        region,
    });
    (changes.listed(), unfinished)
}

/// One of the two coverages.
struct Side<'a> {
    coverage: &'a Compiled,
    claims: Vec<Claim>,
}

/// A guarantee, and where its mappings match.
struct Group<'r> {
    guarantee: usize,
    regions: Vec<&'r Region>,
}

impl<'a> Side<'a> {
    fn new(coverage: &'a Compiled) -> Self {
        Side { coverage, claims: coverage.model.mappings.iter().map(Claim::of).listed() }
    }

    /// The facts that acts of a care type have; none where the catalogue does not know it.
    fn applicable(&self, care_type: &str) -> FactMask {
        let tables = &self.coverage.tables;
        let index = tables.care_type_by_short_code(care_type);
        index.map(|index| classes::applicable(tables, index)).unwrap_or_default()
    }

    /// The mappings that can match acts of a care type, in payload order.
    fn live(&self, care_type: &str) -> Vec<usize> {
        let Some(index) = self.coverage.tables.care_type_by_short_code(care_type) else { return Vec::new() };
        let applicable = classes::applicable(&self.coverage.tables, index);
        let can_match = |mapping: &usize| self.claims.get(*mapping).is_some_and(|claim| claim.can_match(applicable));
        self.coverage.candidate_positions(index).iter().copied().filter(can_match).listed()
    }

    /// The mappings by guarantee, in payload order.
    fn groups(&self, mappings: &[usize]) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for position in mappings {
            let mapping = self.coverage.model.mappings.get(*position);
            let region = self.claims.get(*position).and_then(|claim| claim.region.as_deref());
            let (Some(mapping), Some(region)) = (mapping, region) else { continue };
            match groups.last_mut().filter(|last| last.guarantee == mapping.guarantee) {
                Some(last) => last.regions.push(region),
                None => groups.push(Group { guarantee: mapping.guarantee, regions: vec![region] }),
            }
        }
        groups
    }
}

/// Care types of which the same mappings can match acts, on both sides.
struct Class<'a> {
    care_types: Vec<&'a str>,
    before: Vec<usize>,
    after: Vec<usize>,
}

fn alike<'a>((before, after): &(Side<'a>, Side<'a>)) -> Vec<Class<'a>> {
    let codes =
        |side: &Side<'a>| side.coverage.tables.care_types().iter().map(|care_type| care_type.short_code.as_str());
    let mut codes = order::sort(codes(before).chain(codes(after)).listed(), &|a: &&str, b: &&str| a.cmp(b));
    codes.dedup();
    let single = codes.into_iter().map(|code| Class {
        care_types: vec![code],
        before: before.live(code),
        after: after.live(code),
    });
    let compare = |a: &Class<'_>, b: &Class<'_>| a.before.cmp(&b.before).then_with(|| a.after.cmp(&b.after));
    let mut classes: Vec<Class<'a>> = Vec::new();
    for class in order::sort(single.listed(), &compare) {
        match classes.last_mut().filter(|last| compare(last, &class).is_eq()) {
            Some(last) => last.care_types.extend(class.care_types),
            None => classes.push(class),
        }
    }
    classes
}

/// The acts whose matching guarantees differ, each region with its guarantees.
fn changed(
    steps: &mut Steps,
    (before, after): &(Vec<Group<'_>>, Vec<Group<'_>>),
    same: &SameNamed,
) -> Result<Vec<(Label, Region)>, Bound> {
    let none: &[&Region] = &[];
    let mut changed: Vec<Region> = Vec::new();
    let mut add = |steps: &mut Steps, mine: &[&Region], theirs: &[&Region]| {
        steps.take(mine.len().saturating_add(theirs.len()))?;
        if mine == theirs {
            return Ok(());
        }
        let mine = cover::disjoint(steps, mine.iter().copied())?;
        let only_mine = cover::without(steps, mine, theirs.iter().copied())?;
        let new = cover::without(steps, only_mine, changed.iter())?;
        changed.extend(new);
        Ok(())
    };
    for group in before {
        let other = same.later.get(group.guarantee).copied().flatten();
        let theirs = find(after, other).map_or(none, |other| &other.regions);
        add(steps, &group.regions, theirs)?;
    }
    for group in after {
        let other = same.earlier.get(group.guarantee).copied().flatten();
        let theirs = find(before, other).map_or(none, |other| &other.regions);
        add(steps, &group.regions, theirs)?;
    }
    let mut cells: Vec<(Label, Region)> =
        cover::merged(steps, changed)?.into_iter().map(|region| (Label::default(), region)).listed();
    for group in before {
        cells = cut(steps, cells, group, |label| &mut label.0)?;
    }
    for group in after {
        cells = cut(steps, cells, group, |label| &mut label.1)?;
    }
    let mut listed: Vec<(Label, Region)> = Vec::new();
    let cells = order::sort(cells, &|a, b| a.0.cmp(&b.0));
    for of_label in cells.chunk_by(|a, b| a.0 == b.0) {
        let Some((label, _)) = of_label.first() else { continue };
        let regions = of_label.iter().map(|(_, region)| region.clone()).listed();
        let regions = cover::merged(steps, regions)?;
        listed.extend(regions.into_iter().map(|region| (label.clone(), region)));
    }
    if listed.len() > MAX_REGIONS { Err(Bound::Regions) } else { Ok(listed) }
}

/// The group of a guarantee; groups ascend.
fn find<'g, 'r>(groups: &'g [Group<'r>], guarantee: Option<usize>) -> Option<&'g Group<'r>> {
    let position = groups.binary_search_by(|group| Some(group.guarantee).cmp(&guarantee)).ok()?;
    groups.get(position)
}

/// Cuts cells into what the guarantee matches, which is noted, and what it does not.
fn cut(
    steps: &mut Steps,
    cells: Vec<(Label, Region)>,
    group: &Group<'_>,
    noted: fn(&mut Label) -> &mut Vec<usize>,
) -> Result<Vec<(Label, Region)>, Bound> {
    let mut cut = Vec::with_capacity(cells.len());
    for (label, cell) in cells {
        let mut outside = vec![cell];
        let mut inside = Vec::new();
        for region in &group.regions {
            for piece in &outside {
                steps.take(piece.size().saturating_add(region.size()))?;
                inside.extend(piece.intersection(region));
            }
            outside = cover::without(steps, outside, std::iter::once(*region))?;
        }
        if !inside.is_empty() {
            let mut label = label.clone();
            noted(&mut label).push(group.guarantee);
            inside = cover::merged(steps, inside)?;
            cut.extend(inside.into_iter().map(|region| (label.clone(), region)));
        }
        cut.extend(outside.into_iter().map(|region| (label.clone(), region)));
        cover::bounded(cut.len())?;
    }
    Ok(cut)
}
