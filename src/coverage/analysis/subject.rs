//! What does an analysis look at? Mappings with their regions, and the classes of care types in which each can match.

use std::sync::Arc;

use crate::coverage::analysis::classes::{self, Claim, Class, classes};
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::model::{Mapping, candidates};
use crate::coverage::region::Region;
use crate::coverage::region::witness::Witness;
use crate::ground::small::listed::Listed;

/// What an analysis looks at: the mappings of a coverage, or the readable ones of a payload.
pub(crate) struct Subject<'a> {
    pub(super) tables: &'a Tables,
    /// In payload order.
    pub(super) mappings: Vec<&'a Mapping>,
    claims: Vec<Claim>,
    pub(super) classes: Vec<Class>,
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

    pub(crate) fn mapping(&self, position: usize) -> Option<&'a Mapping> {
        self.mappings.get(position).copied()
    }

    /// The first mapping that selects a care type.
    pub(crate) fn first_mapping_of(&self, care_type: &str) -> Option<&'a Mapping> {
        let index = self.tables.care_type_by_short_code(care_type)?;
        self.mapping((*self.first_of.get(index.0)?)?)
    }

    /// The short codes of the care types that no mapping selects, ascending.
    pub(super) fn unselected_care_types(&self) -> Vec<&'a str> {
        let care_types = self.tables.care_types().iter().zip(&self.first_of);
        let unselected = care_types.filter(|(_, first)| first.is_none());
        unselected.map(|(care_type, _)| care_type.short_code.as_str()).listed()
    }

    pub(super) fn guarantee_of(&self, position: usize) -> Option<usize> {
        self.mappings.get(position).map(|mapping| mapping.guarantee)
    }

    /// Where the filter of a mapping holds.
    pub(super) fn region(&self, position: usize) -> Option<&Arc<Region>> {
        self.claims.get(position)?.region.as_ref()
    }

    /// The classes in which a mapping can match.
    pub(super) fn classes_of(&self, position: usize) -> impl Iterator<Item = &Class> {
        let positions = self.classes_of.get(position).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|position| self.classes.get(*position))
    }

    pub(super) fn codes(&self, care_types: &[CareTypeIndex]) -> Vec<&'a str> {
        care_types.iter().filter_map(|index| Some(self.tables.care_type(*index)?.short_code.as_str())).listed()
    }

    /// An act of a region and a care type.
    pub(super) fn witness(&self, region: &Region, care_type: &'a str) -> Witness<'a> {
        let index = self.tables.care_type_by_short_code(care_type);
        let applicable = index.map(|index| classes::applicable(self.tables, index)).unwrap_or_default();
        Witness::new(region, care_type, applicable, &[&self.tables.options.known_values])
    }
}
