//! Do the three look-ups of a catalogue agree? The third, group id → care types, must say what the first two say.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::Code;
use crate::coverage::catalog_payload::{PartialCareType, Placed, care_type};
use crate::diagnostic::Problems;
use crate::json::Json;
use crate::nearest::quote;
use crate::pointer::Path;

/// What the first two look-ups say. Where they have holes, what is missing from them says nothing.
pub(crate) struct FirstLookUps<'a> {
    care_types: BTreeMap<&'a str, &'a PartialCareType>,
    /// Ascending by short code.
    members: BTreeMap<i64, Vec<&'a str>>,
    complete: bool,
    group_ids: Option<&'a BTreeMap<i64, usize>>,
}

impl<'a> FirstLookUps<'a> {
    pub(crate) fn new(
        care_types: &'a [Placed<'_, PartialCareType>],
        readable: bool,
        group_ids: Option<&'a BTreeMap<i64, usize>>,
    ) -> Self {
        let complete =
            readable && care_types.iter().all(|entry| entry.value.short_code.is_some() && entry.value.id.is_some());
        let care_types: BTreeMap<&str, &PartialCareType> =
            care_types.iter().filter_map(|entry| Some((entry.value.short_code.as_deref()?, &entry.value))).collect();
        let mut members: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
        for (code, entry) in &care_types {
            for id in entry.care_type_group_ids.iter().flatten() {
                members.entry(*id).or_default().push(code);
            }
        }
        FirstLookUps { care_types, members, complete, group_ids }
    }

    fn is_unknown_group(&self, id: Option<i64>) -> bool {
        self.group_ids.is_some_and(|ids| id.is_none_or(|id| !ids.contains_key(&id)))
    }
}

/// Reports where the third look-up says something else than the first two.
pub(crate) fn check_members(problems: &mut Problems, json: &Json, at: &Path<'_>, first: &FirstLookUps<'_>) {
    let Some(fields) = problems.record(json, at) else { return };
    let mut listed = BTreeSet::new();
    for (key, list) in fields {
        let at = &at.field(key);
        let id = key.parse::<i64>().ok().filter(|id| id.to_string() == *key);
        if first.is_unknown_group(id) {
            problems.report(Code::UnknownGroupId, at, || format!("the key {} is no group's id", quote(key)));
        }
        // Of an unknown group, nothing is known to belong to it.
        let known = id.filter(|id| !first.is_unknown_group(Some(*id)));
        let expected = known.map(|id| first.members.get(&id).map(Vec::as_slice).unwrap_or_default());
        listed.extend(id);
        check_list(problems, list, at, first, expected);
    }
    let is_absent = |id: &&i64| !listed.contains(*id) && !first.is_unknown_group(Some(**id));
    let absent: Vec<&i64> = first.members.keys().filter(is_absent).collect();
    if let Some(id) = absent.first().filter(|_| first.complete && first.group_ids.is_some()) {
        problems.report(Code::InconsistentMappings, at, || {
            format!("{} groups with care types are missing, such as the one with the id `{id}`", absent.len())
        });
    }
}

fn check_list(
    problems: &mut Problems,
    json: &Json,
    at: &Path<'_>,
    first: &FirstLookUps<'_>,
    expected: Option<&[&str]>,
) {
    let Some(items) = problems.array(json, at) else { return };
    let mut missing: BTreeSet<&str> = expected.unwrap_or_default().iter().copied().collect();
    let mut readable = true;
    for (index, item) in items.iter().enumerate() {
        let at = &at.item(index);
        let entry = care_type(problems, item, at);
        let Some((entry, code)) = entry.as_ref().and_then(|entry| Some((entry, entry.short_code.as_deref()?))) else {
            readable = false;
            continue;
        };
        let wrong = match first.care_types.get(code) {
            None if !first.complete => None,
            None => Some("is not in the first look-up"),
            Some(known) if !same(known, entry) => Some("differs from its entry in the first look-up"),
            Some(_) if expected.is_none() => None,
            Some(_) if !expected.is_some_and(|expected| expected.contains(&code)) => {
                Some("does not belong to this group")
            }
            Some(_) if !missing.contains(code) => Some("stands twice in this list"),
            Some(_) => None,
        };
        missing.remove(code);
        if let Some(wrong) = wrong {
            problems.report(Code::InconsistentMappings, at, || format!("the care type {} {wrong}", quote(code)));
        }
    }
    if let Some(code) = missing.first().filter(|_| first.complete && readable) {
        problems.report(Code::InconsistentMappings, at, || {
            format!("{} of this group's care types are missing, such as {}", missing.len(), quote(code))
        });
    }
}

fn same(first: &PartialCareType, second: &PartialCareType) -> bool {
    first.id == second.id
        && first.label == second.label
        && first.care_type_group_ids == second.care_type_group_ids
        && first.applicable_facts == second.applicable_facts
}
