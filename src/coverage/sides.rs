//! Two coverages next to each other: which mappings of each can match acts of a care type?
//!
//! Care types are compared by short code: one that a catalogue does not know matches nothing there.

use crate::coverage::analysis::classes::{self, Claim};
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::region::Region;
use crate::coverage::region::witness::Witness;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// One of the two coverages.
pub(crate) struct Side<'a> {
    pub(crate) coverage: &'a Compiled,
    claims: Vec<Claim>,
}

/// A guarantee, and where its mappings match.
pub(crate) struct Group<'r> {
    pub(crate) guarantee: usize,
    pub(crate) regions: Vec<&'r Region>,
}

impl<'a> Side<'a> {
    pub(crate) fn new(coverage: &'a Compiled) -> Self {
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
    pub(crate) fn groups(&self, mappings: &[usize]) -> Vec<Group<'_>> {
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

/// An act of a region, of a care type of either side.
pub(crate) fn witness<'a>((before, after): &(Side<'a>, Side<'a>), region: &Region, care_type: &'a str) -> Witness<'a> {
    let applicable = before.applicable(care_type).union(after.applicable(care_type));
    let known = [before, after].map(|side| &side.coverage.tables.options.known_values);
    Witness::new(region, care_type, applicable, &known)
}

/// Care types of which the same mappings can match acts, on both sides.
pub(crate) struct Class<'a> {
    pub(crate) care_types: Vec<&'a str>,
    pub(crate) before: Vec<usize>,
    pub(crate) after: Vec<usize>,
}

pub(crate) fn alike<'a>((before, after): &(Side<'a>, Side<'a>)) -> Vec<Class<'a>> {
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
