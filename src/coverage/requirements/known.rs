//! What is known while a profile is read?

use std::sync::Arc;

use crate::coverage::catalog::tables::Tables;

/// The catalogue and the names of the profile's classes.
pub(crate) struct Known<'k> {
    pub(crate) tables: &'k Arc<Tables>,
    /// Whether a coverage in the profile is for this catalogue.
    pub(crate) is_bound: bool,
    pub(crate) classes: &'k [&'k str],
}
