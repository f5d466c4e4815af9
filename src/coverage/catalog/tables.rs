//! Which care types and groups are there? The look-up tables, built once.
//!
//! Care types and groups are kept ascending by short code, so that the order of positions is the order of results.
//! Source: `get_care_type_mappings`.

use crate::coverage::catalog::entries::{CareTypeGroup, InternalCareType};
use crate::coverage::catalog::index::{CareTypeIndex, GroupIndex};
use crate::coverage::catalog::options::CareTypeCatalogOptions;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// A group and the care types that belong to it, ascending.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) entry: CareTypeGroup,
    pub(crate) members: Vec<CareTypeIndex>,
}

/// The tables behind a catalogue.
///
/// INVARIANT: both lists ascend by short code without duplicates; every index held anywhere is in range.
#[derive(Debug)]
pub(crate) struct Tables {
    care_types: Vec<InternalCareType>,
    groups: Vec<Group>,
    pub(crate) options: CareTypeCatalogOptions,
}

fn names<'t>(code: &'t str, label: Option<&'t str>, each: &mut dyn FnMut(&'t str, &'t str)) {
    each(code, code);
    if let Some(label) = label {
        each(label, code);
    }
}

impl Tables {
    pub(crate) fn new(
        care_types: Vec<InternalCareType>,
        groups: Vec<CareTypeGroup>,
        options: CareTypeCatalogOptions,
    ) -> Self {
        let care_types = order::sort(care_types, &|a, b| a.short_code.cmp(&b.short_code));
        let groups = order::sort(groups, &|a, b| a.short_code.cmp(&b.short_code));
        let mut groups: Vec<Group> = groups.into_iter().map(|entry| Group { entry, members: Vec::new() }).listed();
        let ids: Vec<i64> = groups.iter().map(|group| group.entry.id).listed();
        let by_id = order::ascending(ids.len(), &|a, b| ids.get(a).cmp(&ids.get(b)));
        for (index, care_type) in care_types.iter().enumerate() {
            for id in &care_type.care_type_group_ids {
                let position = by_id.binary_search_by(|position| ids.get(*position).cmp(&Some(id)));
                let group = position.ok().and_then(|found| groups.get_mut(*by_id.get(found)?));
                // A repeated id counts once.
                if let Some(group) = group.filter(|group| group.members.last() != Some(&CareTypeIndex(index))) {
                    group.members.push(CareTypeIndex(index));
                }
            }
        }
        Tables { care_types, groups, options }
    }

    pub(crate) fn care_types(&self) -> &[InternalCareType] {
        &self.care_types
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Calls `each` with what may be written for a care type, its code or its label, and the code.
    pub(crate) fn each_care_type_name<'t>(&'t self, each: &mut dyn FnMut(&'t str, &'t str)) {
        self.care_types.iter().for_each(|entry| names(&entry.short_code, entry.label.as_deref(), each));
    }

    /// The same of groups.
    pub(crate) fn each_group_name<'t>(&'t self, each: &mut dyn FnMut(&'t str, &'t str)) {
        self.groups.iter().for_each(|group| names(&group.entry.short_code, group.entry.label.as_deref(), each));
    }

    pub(crate) fn care_type(&self, index: CareTypeIndex) -> Option<&InternalCareType> {
        self.care_types.get(index.0)
    }

    pub(crate) fn group(&self, index: GroupIndex) -> Option<&Group> {
        self.groups.get(index.0)
    }

    pub(crate) fn members(&self, index: GroupIndex) -> &[CareTypeIndex] {
        self.group(index).map(|group| group.members.as_slice()).unwrap_or_default()
    }

    pub(crate) fn care_type_by_short_code(&self, code: &str) -> Option<CareTypeIndex> {
        self.care_types.binary_search_by(|entry| entry.short_code.as_str().cmp(code)).ok().map(CareTypeIndex)
    }

    pub(crate) fn group_by_short_code(&self, code: &str) -> Option<GroupIndex> {
        self.groups.binary_search_by(|group| group.entry.short_code.as_str().cmp(code)).ok().map(GroupIndex)
    }
}
