//! What is wrong with a coverage as a whole? Acts that two guarantees claim, acts that nobody covers, mappings that do
//! nothing: exact, by algebra of regions, and never by trying the acts one by one.
//!
//! ```text
//! overlap     two mappings of different guarantees: region ∩ region, for the care types that both select
//! gap         every act of a selected care type, without the regions of all mappings that select it
//! redundant   from last to first: region of a mapping without the regions of its guarantee's others that stay = nothing
//! ```
//! Source: *Overlaps, gaps, differences* in `docs/coverage.md`.

pub(crate) mod classes;
mod gaps;
mod memo;
mod overlaps;
mod redundancy;
mod truncation;

use std::sync::Arc;

use serde::Serialize;

use crate::coverage::analysis::classes::{Claim, Class, classes};
use crate::coverage::catalog::tables::{CareTypeIndex, Tables};
use crate::coverage::compiled::{Coverage, candidates};
use crate::coverage::region::Region;
use crate::coverage::region::report::ActRegion;
use crate::coverage::region::witness::Witness;
use crate::coverage::validate::Mapping;
use crate::ground::small::listed::Listed;

pub(crate) use memo::Memo;
pub(crate) use overlaps::Overlap;
pub use redundancy::RedundancyReason;
pub(crate) use redundancy::Redundant;
pub use truncation::Truncation;
pub(crate) use truncation::Unfinished;

/// What is wrong with a coverage as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageAnalysis<'a> {
    /// Pairs of mappings of two guarantees that can both match one act, in payload order.
    pub overlaps: Vec<OverlapReport<'a>>,
    /// Acts of selected care types that match nothing: by care type, then by the act that shows it.
    pub gaps: Vec<GapReport<'a>>,
    /// Care types of the catalogue that no mapping selects, ascending.
    pub unselected_care_types: Vec<&'a str>,
    /// Mappings that could all be removed at once without changing any decision, in payload order.
    pub redundant: Vec<RedundantReport<'a>>,
    /// What is not finished, where a bound was reached.
    pub truncated: Option<Truncation<'a>>,
}

/// Two mappings of different guarantees that can both match one act.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OverlapReport<'a> {
    /// The names, the earlier first.
    pub guarantees: [&'a str; 2],
    /// The mappings' places in the payload.
    pub pointers: [&'a str; 2],
    /// The acts that both match.
    pub region: ActRegion<'a>,
}

/// Acts that match nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapReport<'a> {
    /// The acts.
    pub region: ActRegion<'a>,
}

/// A mapping that could be removed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RedundantReport<'a> {
    /// The name of its guarantee.
    pub guarantee: &'a str,
    /// Its place in the payload.
    pub pointer: &'a str,
    /// Why.
    pub reason: RedundancyReason,
}

/// What an analysis looks at: the mappings of a coverage, or the readable ones of a payload.
pub(crate) struct Subject<'a> {
    tables: &'a Tables,
    /// In payload order.
    mappings: Vec<&'a Mapping>,
    claims: Vec<Claim>,
    classes: Vec<Class>,
    /// By mapping: the positions of the classes in which it can match.
    classes_of: Vec<Vec<usize>>,
    /// By care type: the first mapping that selects it.
    first_of: Vec<Option<usize>>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(tables: &'a Tables, mappings: Vec<&'a Mapping>) -> Self {
        let claims: Vec<Claim> = mappings.iter().map(|mapping| Claim::of(mapping)).listed();
        let candidates = candidates(tables, mappings.iter().copied());
        let can_match = |mapping: usize, facts| claims.get(mapping).is_some_and(|claim: &Claim| claim.can_match(facts));
        let classes = classes(tables, &candidates, &can_match);
        let mut classes_of = vec![Vec::new(); mappings.len()];
        for (position, class) in classes.iter().enumerate() {
            for mapping in &class.live {
                classes_of.get_mut(*mapping).into_iter().for_each(|classes: &mut Vec<usize>| classes.push(position));
            }
        }
        let first_of = candidates.iter().map(|candidates| candidates.first().copied()).listed();
        Subject { tables, mappings, claims, classes, classes_of, first_of }
    }

    pub(crate) fn overlaps(&self) -> (Vec<Overlap<'a>>, Unfinished<'a>) {
        overlaps::overlaps(self)
    }

    /// With what is known of an earlier version, and what is known then.
    pub(crate) fn gaps(&self, before: &Memo) -> (Vec<ActRegion<'a>>, Unfinished<'a>, Memo) {
        gaps::gaps(self, before)
    }

    pub(crate) fn redundant(&self) -> (Vec<Redundant>, Unfinished<'a>) {
        redundancy::redundant(self)
    }

    pub(crate) fn mapping(&self, position: usize) -> Option<&'a Mapping> {
        self.mappings.get(position).copied()
    }

    /// The first mapping that selects a care type.
    pub(crate) fn first_mapping_of(&self, care_type: &str) -> Option<&'a Mapping> {
        let index = self.tables.care_type_by_short_code(care_type)?;
        self.mapping((*self.first_of.get(index.0)?)?)
    }

    fn guarantee_of(&self, position: usize) -> Option<usize> {
        self.mappings.get(position).map(|mapping| mapping.guarantee)
    }

    /// Where the filter of a mapping holds.
    fn region(&self, position: usize) -> Option<&Arc<Region>> {
        self.claims.get(position)?.region.as_ref()
    }

    /// The classes in which a mapping can match.
    fn classes_of(&self, position: usize) -> impl Iterator<Item = &Class> {
        let positions = self.classes_of.get(position).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|position| self.classes.get(*position))
    }

    fn codes(&self, care_types: &[CareTypeIndex]) -> Vec<&'a str> {
        care_types.iter().filter_map(|index| Some(self.tables.care_type(*index)?.short_code.as_str())).listed()
    }

    /// An act of a region and a care type.
    fn witness(&self, region: &Region, care_type: &'a str) -> Witness<'a> {
        let index = self.tables.care_type_by_short_code(care_type);
        let applicable = index.map(|index| classes::applicable(self.tables, index)).unwrap_or_default();
        Witness::new(region, care_type, applicable, &[&self.tables.options.known_values])
    }
}

impl Coverage {
    /// Which acts do two guarantees claim, which acts match nothing, which mappings do nothing?
    ///
    /// The answer is exact: regions of one list are disjoint, and together they are all such acts. Each has an act that
    /// shows it. Where a bound is reached, [`CoverageAnalysis::truncated`] says what is not finished.
    pub fn analyze(&self) -> CoverageAnalysis<'_> {
        let subject = self.subject();
        let (overlaps, unfinished_overlaps) = subject.overlaps();
        let (gaps, unfinished_gaps, memo) = subject.gaps(&self.memo());
        self.remember(memo);
        let (redundant, unfinished_redundancy) = subject.redundant();
        let named = |position: usize| {
            let mapping = subject.mapping(position)?;
            Some((self.guarantee_name(mapping), mapping.pointer.as_str()))
        };
        let overlaps = overlaps.into_iter().filter_map(|Overlap { first, second, region }| {
            let ((first, first_at), (second, second_at)) = (named(first)?, named(second)?);
            Some(OverlapReport { guarantees: [first, second], pointers: [first_at, second_at], region })
        });
        let redundant = redundant.iter().filter_map(|redundant| {
            let (guarantee, pointer) = named(redundant.mapping)?;
            Some(RedundantReport { guarantee, pointer, reason: redundant.reason })
        });
        CoverageAnalysis {
            overlaps: overlaps.listed(),
            gaps: gaps.into_iter().map(|region| GapReport { region }).listed(),
            unselected_care_types: self.unselected_care_types(),
            redundant: redundant.listed(),
            truncated: unfinished_overlaps.and(unfinished_gaps).and(unfinished_redundancy).report(),
        }
    }
}
