//! Do the three look-ups of a catalogue agree? The third, group id → care types, must say what the first two say.

use crate::coverage::catalog::partial::{PartialCareType, Placed, care_type};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Items;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What the first two look-ups say. Where they have holes, what is missing from them says nothing.
pub(crate) struct FirstLookUps<'a> {
    /// Ascending by short code.
    care_types: Vec<(&'a str, &'a PartialCareType)>,
    /// (group id, position in `care_types`), ascending, each once.
    members: Vec<(i64, usize)>,
    complete: bool,
    /// Ascending.
    group_ids: Option<&'a [i64]>,
}

impl<'a> FirstLookUps<'a> {
    pub(crate) fn new(
        care_types: &'a [Placed<'_, PartialCareType>],
        readable: bool,
        group_ids: Option<&'a [i64]>,
    ) -> Self {
        let complete =
            readable && care_types.iter().all(|entry| entry.value.short_code.is_some() && entry.value.id.is_some());
        let care_types =
            care_types.iter().filter_map(|entry| Some((entry.value.short_code.as_deref()?, &entry.value))).listed();
        let care_types: Vec<(&str, &PartialCareType)> = order::sort(care_types, &|a, b| a.0.cmp(b.0));
        let members = care_types.iter().enumerate().flat_map(|(position, (_, entry))| {
            entry.care_type_group_ids.readable().map(move |(_, id)| (*id, position))
        });
        let mut members: Vec<(i64, usize)> = order::sort(members.listed(), &Ord::cmp);
        members.dedup();
        FirstLookUps { care_types, members, complete, group_ids }
    }

    fn care_type(&self, code: &str) -> Option<(usize, &'a PartialCareType)> {
        let position = self.care_types.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
        self.care_types.get(position).map(|(_, entry)| (position, *entry))
    }

    /// Positions of care types, ascending.
    fn members(&self, group_id: i64) -> Vec<usize> {
        let start = self.members.partition_point(|(id, _)| *id < group_id);
        let rest = self.members.get(start..).unwrap_or_default();
        rest.iter().take_while(|(id, _)| *id == group_id).map(|(_, position)| *position).listed()
    }

    fn is_unknown_group(&self, id: Option<i64>) -> bool {
        self.group_ids.is_some_and(|ids| id.is_none_or(|id| ids.binary_search(&id).is_err()))
    }
}

/// Reports where the third look-up says something else than the first two.
pub(crate) fn check_members(problems: &mut Problems, json: &Json, at: &Path<'_>, first: &FirstLookUps<'_>) {
    let Some(fields) = problems.record(json, at) else { return };
    let mut listed = Vec::new();
    for (key, list) in fields {
        let at = &at.field(key);
        let id = key.parse::<i64>().ok().filter(|id| id.to_string() == *key);
        if first.is_unknown_group(id) {
            problems.report(Code::UnknownGroupId, at, say::unknown_group_key(key));
        }
        // Of an unknown group, nothing is known to belong to it.
        let known = id.filter(|id| !first.is_unknown_group(Some(*id)));
        listed.extend(id);
        check_list(problems, list, at, first, known.map(|id| first.members(id)));
    }
    let listed = order::sort(listed, &i64::cmp);
    let is_absent = |id: &i64| listed.binary_search(id).is_err() && !first.is_unknown_group(Some(*id));
    let mut absent: Vec<i64> = first.members.iter().map(|(id, _)| *id).filter(is_absent).listed();
    absent.dedup();
    if let Some(id) = absent.first().filter(|_| first.complete && first.group_ids.is_some()) {
        problems.report(Code::InconsistentMappings, at, say::groups_missing(absent.len(), *id));
    }
}

/// Checks the list of one group; `expected` are its members, none where the group is unknown.
fn check_list(
    problems: &mut Problems,
    json: &Json,
    at: &Path<'_>,
    first: &FirstLookUps<'_>,
    expected: Option<Vec<usize>>,
) {
    let Some(Items { items, .. }) = problems.array(json, at) else { return };
    let known_group = expected.is_some();
    let expected = expected.unwrap_or_default();
    let mut found = vec![false; expected.len()];
    let mut readable = true;
    for (index, item) in items.iter().enumerate() {
        let at = &at.item(index);
        let entry = care_type(problems, item, at);
        let Some((entry, code)) = entry.as_ref().and_then(|entry| Some((entry, entry.short_code.as_deref()?))) else {
            readable = false;
            continue;
        };
        let known = first.care_type(code);
        let place = known.and_then(|(position, _)| expected.binary_search(&position).ok());
        let before = place.and_then(|place| Some(std::mem::replace(found.get_mut(place)?, true)));
        let wrong = match (known, before) {
            (None, _) if !first.complete => None,
            (None, _) => Some(say::not_in_look_up(code)),
            (Some((_, known)), _) if !same(known, entry) => Some(say::differs_in_look_up(code)),
            (Some(_), None) if known_group => Some(say::not_in_group(code)),
            (Some(_), Some(true)) => Some(say::twice_in_look_up(code)),
            (Some(_), _) => None,
        };
        if let Some(wrong) = wrong {
            problems.report(Code::InconsistentMappings, at, wrong);
        }
    }
    let missing = found.iter().filter(|found| !**found).count();
    let example = found.iter().position(|found| !found).and_then(|place| first.care_types.get(*expected.get(place)?));
    if let Some((code, _)) = example.filter(|_| first.complete && readable) {
        problems.report(Code::InconsistentMappings, at, say::members_missing(missing, *code));
    }
}

fn same(first: &PartialCareType, second: &PartialCareType) -> bool {
    first.id == second.id
        && first.label == second.label
        && first.care_type_group_ids.entries == second.care_type_group_ids.entries
        && first.applicable_facts == second.applicable_facts
}
