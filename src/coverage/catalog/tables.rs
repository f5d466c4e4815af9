//! Which care types and groups are there? The look-up tables, built once.
//!
//! Care types and groups are kept ascending by short code, so that the order of positions is the order of results.
//! Source: `get_care_type_mappings`.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::coverage::catalog::options::CareTypeCatalogOptions;
use crate::coverage::catalog::payload as catalog_payload;
use crate::coverage::facts::table::ActFact;
use crate::coverage::payload;
use crate::coverage::selector::{Selector, SelectorExplanation};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error, both};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A kind of care, as the insurer's own list names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InternalCareType {
    /// Unique among care types; an integer within ±(2^53 − 1).
    pub id: i64,
    /// Unique among care types, case-sensitive, 1 to 64 characters.
    pub short_code: String,
    /// What a person reads.
    pub label: Option<String>,
    /// The groups that this care type belongs to; at least one.
    pub care_type_group_ids: Vec<i64>,
    /// The facts that acts of this type have; none: all eight. Ages always apply.
    pub applicable_facts: Option<Vec<ActFact>>,
}

/// A group of care types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CareTypeGroup {
    /// Unique among groups; an integer within ±(2^53 − 1).
    pub id: i64,
    /// Unique among groups, case-sensitive, 1 to 64 characters. A care type may have the same.
    pub short_code: String,
    /// What a person reads.
    pub label: Option<String>,
}

/// The three look-ups of the source document's `get_care_type_mappings`, each ascending by short code; serialized as maps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// The position of a care type in its catalogue; ascending with the short code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CareTypeIndex(pub(crate) usize);

/// The position of a group in its catalogue; ascending with the short code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GroupIndex(pub(crate) usize);

/// A group and the care types that belong to it, ascending.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) entry: CareTypeGroup,
    pub(crate) members: Vec<CareTypeIndex>,
}

/// The tables behind a [`CareTypeCatalog`].
///
/// INVARIANT: both lists ascend by short code without duplicates; every index held anywhere is in range.
#[derive(Debug)]
pub(crate) struct Tables {
    care_types: Vec<InternalCareType>,
    groups: Vec<Group>,
    pub(crate) options: CareTypeCatalogOptions,
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

/// The look-up tables together: care types, groups and the options that say how to read them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct CareTypeCatalog {
    tables: Arc<Tables>,
    diagnostics: Vec<Diagnostic>,
}

impl CareTypeCatalog {
    /// Builds the tables from the three look-ups (`CareTypeMappings`) or from two lists (`CareTypeLists`).
    ///
    /// # Errors
    /// Every problem of the data, then every problem of the options; pointers are relative to each.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let data: Json = serde_json::from_str(
    ///     r#"{ "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }],
    ///          "internal_care_types": [{ "id": 7, "short_code": "CROWN", "care_type_group_ids": [1] }] }"#,
    /// )?;
    /// let catalog = CareTypeCatalog::new(&data, None)?;
    /// assert_eq!(catalog.care_type_count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(data: &Json, options: Option<&Json>) -> Result<Self, Error> {
        let data = catalog_payload::decode(data);
        let options = CareTypeCatalogOptions::decode(options);
        let ((entries, diagnostics), options) = both(("data", data), ("options", options))?;
        let tables = Arc::new(Tables::new(entries.care_types, entries.groups, options));
        Ok(CareTypeCatalog { tables, diagnostics })
    }

    /// The catalogue behind a coverage; its warnings are its maker's.
    pub(crate) fn of_tables(tables: Arc<Tables>) -> Self {
        CareTypeCatalog { tables, diagnostics: Vec::new() }
    }

    pub(crate) fn tables(&self) -> &Arc<Tables> {
        &self.tables
    }

    /// How many care types there are.
    pub fn care_type_count(&self) -> usize {
        self.tables.care_types.len()
    }

    /// How many groups there are.
    pub fn care_type_group_count(&self) -> usize {
        self.tables.groups.len()
    }

    /// Warnings about the catalogue, such as a group without members.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The three look-ups, whichever form the catalogue was built from.
    pub fn care_type_mappings(&self) -> CareTypeMappings<'_> {
        let tables = &self.tables;
        let members = |group: &Group| group.members.iter().filter_map(|index| tables.care_type(*index)).listed();
        CareTypeMappings {
            internal_care_type_by_short_code: tables
                .care_types
                .iter()
                .map(|care_type| (care_type.short_code.as_str(), care_type))
                .listed(),
            care_type_group_by_short_code: tables
                .groups
                .iter()
                .map(|group| (group.entry.short_code.as_str(), &group.entry))
                .listed(),
            care_type_group_to_internal_care_types: tables
                .groups
                .iter()
                .map(|group| (group.entry.id.to_string(), members(group)))
                .listed(),
        }
    }

    /// The care types that a `CoverageCareTypeSelector` computes to, ascending by short code.
    ///
    /// # Errors
    /// Shape problems, `unknown_care_type` and `unknown_care_type_group`.
    pub fn care_types_from_selector(&self, selector: &Json) -> Result<Vec<&InternalCareType>, Error> {
        let selector = self.selector(selector)?;
        let selected = selector.select(&self.tables);
        Ok(selected.into_iter().filter_map(|index| self.tables.care_type(index)).listed())
    }

    /// Every care type that a term of the selector names, or whose group it names: selected or not, and by which term.
    ///
    /// # Errors
    /// Those of [`CareTypeCatalog::care_types_from_selector`].
    pub fn explain_selector(&self, selector: &Json) -> Result<SelectorExplanation, Error> {
        Ok(self.selector(selector)?.explain(&self.tables))
    }

    fn selector(&self, json: &Json) -> Result<Selector, Error> {
        let read = |problems: &mut Problems, json: &Json| {
            let payload = payload::selector(problems, json, &Path::Root)?;
            Some(Selector::resolve(problems, &self.tables, &payload, &Path::Root))
        };
        let judge = |problems: &mut Problems, json: &Json| {
            read(problems, json);
        };
        let mut problems = Problems::default();
        let selector = read(&mut problems, json);
        let selector = problems.finish(selector).map_err(|error| error.with_tried_fixes(json, &judge));
        selector.map(|(selector, _)| selector)
    }
}
