//! Which acts do two guarantees claim? One entry per pair of mappings, with all its care types.

use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::region::cover::{Bound, MAX_LISTED, Steps};
use crate::coverage::region::report::ActRegion;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// So many pairs are listed.
const MAX_OVERLAPS: usize = 10_000;
/// Each mapping is compared with those that share a class with it: so many comparisons in all.
const MAX_STEPS: usize = 20_000_000;

/// Two mappings of different guarantees that can match one act.
pub(crate) struct Overlap<'a> {
    /// Their positions, the earlier first.
    pub(crate) first: usize,
    pub(crate) second: usize,
    /// The acts that both match.
    pub(crate) region: ActRegion<'a>,
}

/// The overlaps, by the first mapping, then by the second.
pub(crate) fn overlaps<'a>(subject: &Subject<'a>) -> (Vec<Overlap<'a>>, Unfinished<'a>) {
    let mut search = Search {
        subject,
        steps: Steps::new(MAX_STEPS),
        found: Vec::new(),
        left: MAX_LISTED,
        compared_with: vec![None; subject.mappings.len()],
    };
    for first in 0..subject.mappings.len() {
        if let Err(bound) = search.of(first) {
            let reason = match bound {
                Bound::Regions => format!("overlaps: more than {MAX_OVERLAPS}, or {MAX_LISTED} care types of them"),
                Bound::Steps => format!("overlaps: more than {MAX_STEPS} comparisons of mappings"),
            };
            let left = subject.classes.iter().filter(|class| class.live.last().is_some_and(|last| *last > first));
            let care_types = left.flat_map(|class| subject.codes(&class.care_types));
            return (search.found, Unfinished::new(care_types.listed(), reason));
        }
    }
    (search.found, Unfinished::default())
}

struct Search<'s, 'a> {
    subject: &'s Subject<'a>,
    steps: Steps,
    found: Vec<Overlap<'a>>,
    /// How many more care types may be listed.
    left: usize,
    /// By mapping: the last one that it was compared with, so that no pair is compared twice.
    compared_with: Vec<Option<usize>>,
}

impl<'a> Search<'_, 'a> {
    /// Compares a mapping with the later ones of other guarantees.
    fn of(&mut self, first: usize) -> Result<(), Bound> {
        let Some(region) = self.subject.region(first) else { return Ok(()) };
        let guarantee = self.subject.guarantee_of(first);
        let mut met = Vec::new();
        for class in self.subject.classes_of(first) {
            let from = class.live.partition_point(|mapping| *mapping <= first);
            let later = class.live.get(from..).unwrap_or_default();
            self.steps.take(later.len())?;
            for second in later.iter().copied() {
                let Some(compared) = self.compared_with.get_mut(second) else { continue };
                if *compared == Some(first) || self.subject.guarantee_of(second) == guarantee {
                    continue;
                }
                *compared = Some(first);
                let Some(other) = self.subject.region(second) else { continue };
                self.steps.take(region.size().saturating_add(other.size()))?;
                if let Some(region) = region.intersection(other) {
                    met.push((second, region));
                }
            }
        }
        for (second, region) in order::sort(met, &|a, b| a.0.cmp(&b.0)) {
            if self.found.len() >= MAX_OVERLAPS {
                return Err(Bound::Regions);
            }
            let codes = self.subject.codes(&self.shared_care_types(first, second));
            let Some(care_type) = codes.first() else { continue };
            self.left = self.left.checked_sub(codes.len()).ok_or(Bound::Regions)?;
            let witness = self.subject.witness(&region, care_type);
            self.found.push(Overlap { first, second, region: ActRegion::new(region, codes, witness) });
        }
        Ok(())
    }

    /// The care types of whose acts both can match some.
    fn shared_care_types(&self, first: usize, second: usize) -> Vec<CareTypeIndex> {
        let mut shared = CareTypeSet::empty(self.subject.tables.care_types().len());
        for class in self.subject.classes_of(first).filter(|class| class.live.binary_search(&second).is_ok()) {
            class.care_types.iter().for_each(|care_type| shared.insert(*care_type));
        }
        shared.to_vec()
    }
}
