//! A care type and a group, as the insurer's own lists name them.
//!
//! Source: `get_care_type_mappings`.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::coverage::facts::table::ActFact;
use crate::ground::value::json::Json;

/// A kind of care, as the insurer's own list names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// What its author noted, as it was given: `$schema`, `description` and fields that begin with `x-`.
    #[serde(flatten)]
    pub annotations: Annotations,
}

/// A group of care types.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CareTypeGroup {
    /// Unique among groups; an integer within ±(2^53 − 1).
    pub id: i64,
    /// Unique among groups, case-sensitive, 1 to 64 characters. A care type may have the same.
    pub short_code: String,
    /// What a person reads.
    pub label: Option<String>,
    /// What its author noted, as it was given: `$schema`, `description` and fields that begin with `x-`.
    #[serde(flatten)]
    pub annotations: Annotations,
}

/// Fields from which nothing follows, in the order in which they were given; serialized as a map.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Annotations {
    /// Names and values.
    pub fields: Vec<(String, Json)>,
}

impl Serialize for Annotations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
