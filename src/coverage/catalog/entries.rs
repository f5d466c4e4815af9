//! A care type and a group, as the insurer's own lists name them.
//!
//! Source: `get_care_type_mappings`.

use serde::Serialize;

use crate::coverage::facts::table::ActFact;

/// A kind of care, as the insurer's own list names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InternalCareType {
    /// Unique among care types; an integer within ±(2^53 − 1).
    pub id: i64,
    /// Unique among care types, case-sensitive, 1 to 64 characters.
    pub short_code: String,
    /// What a person reads.
    pub label: Option<String>,
    /// The groups that this care type belongs to; at least one.
    pub care_type_group_ids: Vec<i64>,
    /// The facts that acts of this type have; none: all. Ages always apply.
    pub applicable_facts: Option<Vec<ActFact>>,
}

/// A group of care types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CareTypeGroup {
    /// Unique among groups; an integer within ±(2^53 − 1).
    pub id: i64,
    /// Unique among groups, case-sensitive, 1 to 64 characters. A care type may have the same.
    pub short_code: String,
    /// What a person reads.
    pub label: Option<String>,
}
