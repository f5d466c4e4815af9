//! What does a coverage mean? Its guarantees and mappings in types that cannot be wrong.

use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::filter::Filter;
use crate::coverage::selector::Selector;

/// A coverage that cannot be wrong.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) name: String,
    /// At least 1.
    pub(crate) version: u64,
    /// Unique names, in payload order.
    pub(crate) guarantees: Vec<String>,
    /// In payload order.
    pub(crate) mappings: Vec<Mapping>,
}

impl Model {
    /// The name of a guarantee.
    pub(crate) fn guarantee_name(&self, position: usize) -> &str {
        self.guarantees.get(position).map(String::as_str).unwrap_or_default()
    }
}

/// A selector and a filter, ready to be asked.
#[derive(Debug)]
pub(crate) struct Mapping {
    /// The position of its guarantee.
    pub(crate) guarantee: usize,
    /// Its place in the payload, a JSON Pointer.
    pub(crate) pointer: String,
    /// Whether all of it could be read, so that what it matches is known.
    pub(crate) readable: bool,
    pub(crate) selector: Selector,
    /// What the selector selects, ascending.
    pub(crate) care_types: Vec<CareTypeIndex>,
    pub(crate) filter: Filter,
}

/// By care type: the positions of the mappings that select it, ascending.
pub(crate) fn candidates<'m>(tables: &Tables, mappings: impl Iterator<Item = &'m Mapping>) -> Vec<Vec<usize>> {
    let mut candidates = vec![Vec::new(); tables.care_types().len()];
    for (position, mapping) in mappings.enumerate() {
        for care_type in &mapping.care_types {
            candidates.get_mut(care_type.0).into_iter().for_each(|of_type: &mut Vec<usize>| of_type.push(position));
        }
    }
    candidates
}
