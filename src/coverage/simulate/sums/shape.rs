//! Which sums are there? What all parts of one simulation have in common.

/// The names of a side, a coverage or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SideNames {
    /// Of the guarantees, coverage after coverage.
    pub(crate) guarantees: Vec<String>,
    /// Of the limits, by coverage.
    pub(crate) keys: Vec<Vec<String>>,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// What rows are grouped by: the names of keys, as an answer has them.
    pub(crate) by: Vec<String>,
    pub(crate) current: SideNames,
    /// None where there is no draft.
    pub(crate) draft: Option<SideNames>,
}
