//! Which care types and groups are there, and how is what the documents leave open read?

pub(crate) mod care_type_set;
pub(crate) mod entries;
pub(crate) mod index;
pub(crate) mod known_values;
pub(crate) mod look_ups;
pub(crate) mod mappings;
pub(crate) mod options;
pub(crate) mod partial;
pub(crate) mod payload;
pub(crate) mod search;
pub(crate) mod synonyms;
pub(crate) mod tables;
