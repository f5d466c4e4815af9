//! The look-ups of a catalogue, as the source document has them.

use serde::{Serialize, Serializer};

use crate::coverage::catalog::entries::{CareTypeGroup, InternalCareType};
use crate::coverage::catalog::tables::{Group, Tables};
use crate::ground::small::listed::Listed;

/// The three look-ups of the source document's `get_care_type_mappings`, each ascending by short code; serialized as maps.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CareTypeMappings<'c> {
    /// Care type by short code.
    #[serde(serialize_with = "as_map")]
    pub internal_care_type_by_short_code: Vec<(&'c str, &'c InternalCareType)>,
    /// Group by short code.
    #[serde(serialize_with = "as_map")]
    pub care_type_group_by_short_code: Vec<(&'c str, &'c CareTypeGroup)>,
    /// The members of a group, ascending by short code, by the group's id in decimal.
    #[serde(serialize_with = "as_map")]
    pub care_type_group_to_internal_care_types: Vec<(String, Vec<&'c InternalCareType>)>,
}

fn as_map<S: Serializer, K: Serialize, V: Serialize>(entries: &[(K, V)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

impl<'c> CareTypeMappings<'c> {
    pub(crate) fn of(tables: &'c Tables) -> Self {
        let members = |group: &Group| group.members.iter().filter_map(|index| tables.care_type(*index)).listed();
        let care_types = tables.care_types().iter().map(|care_type| (care_type.short_code.as_str(), care_type));
        let groups = tables.groups().iter();
        CareTypeMappings {
            internal_care_type_by_short_code: care_types.listed(),
            care_type_group_by_short_code: groups
                .clone()
                .map(|group| (group.entry.short_code.as_str(), &group.entry))
                .listed(),
            care_type_group_to_internal_care_types: groups
                .map(|group| (group.entry.id.to_string(), members(group)))
                .listed(),
        }
    }
}
