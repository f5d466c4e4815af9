//! JSON → the entries of a catalogue, in either form, with every problem.
//!
//! *Lists*: `{ care_type_groups: [...], internal_care_types: [...] }`. *Mappings*: the three look-ups of
//! `get_care_type_mappings`, which must agree with each other.

use crate::coverage::catalog::entries::{CareTypeGroup, InternalCareType};
use crate::coverage::catalog::look_ups;
use crate::coverage::catalog::partial::{Identified, PartialCareType, PartialGroup, Placed, Places, care_type, group};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::fixes;
use crate::ground::document::text::document::Document;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const GROUPS: &str = "care_type_groups";
const CARE_TYPES: &str = "internal_care_types";
const CARE_TYPE_BY_CODE: &str = "internal_care_type_by_short_code";
const GROUP_BY_CODE: &str = "care_type_group_by_short_code";
const MEMBERS: &str = "care_type_group_to_internal_care_types";

/// The entries of a catalogue without any blocking problem.
pub(crate) struct Entries {
    pub(crate) care_types: Vec<InternalCareType>,
    pub(crate) groups: Vec<CareTypeGroup>,
}

/// Decodes a catalogue; the diagnostics with the entries are warnings.
pub(crate) fn decode(json: &Json) -> Result<(Entries, Vec<Diagnostic>), Error> {
    whole!(json, |problems, json| read(problems, json))
}

/// Every problem of a catalogue, and what may be said of it.
pub(crate) fn validate(json: &Json) -> Vec<Diagnostic> {
    judge(Problems::default(), json)
}

/// The same of a text, which `read` reads: syntax errors are problems, and each has its range.
pub(crate) fn validate_text(read: impl FnOnce(&mut Problems) -> Document) -> Vec<Diagnostic> {
    let mut problems = Problems::default();
    let document = read(&mut problems);
    let mut diagnostics = judge(problems, &document.json);
    document.locate(&mut diagnostics);
    diagnostics
}

fn judge(mut problems: Problems, json: &Json) -> Vec<Diagnostic> {
    read(&mut problems, json);
    let mut diagnostics = problems.into_diagnostics();
    fixes::withhold(json, &mut diagnostics, |_, _| None, &|problems, json| {
        read(problems, json);
    });
    diagnostics
}

fn read(problems: &mut Problems, json: &Json) -> Option<Entries> {
    let root = &Path::Root;
    if matches!(json, Json::Array(_)) {
        problems.report(Code::WrongType, root, say::look_ups([CARE_TYPE_BY_CODE, GROUP_BY_CODE, MEMBERS].as_slice()));
        return None;
    }
    let is_mappings = matches!(json, Json::Object(fields)
        if fields.iter().any(|(name, _)| [CARE_TYPE_BY_CODE, GROUP_BY_CODE, MEMBERS].contains(&name.as_str())));
    let known: &[&'static str] =
        if is_mappings { &[CARE_TYPE_BY_CODE, GROUP_BY_CODE, MEMBERS] } else { &[GROUPS, CARE_TYPES] };
    let (groups_name, care_types_name) =
        if is_mappings { (GROUP_BY_CODE, CARE_TYPE_BY_CODE) } else { (GROUPS, CARE_TYPES) };
    let object = problems.document(json, root, known)?;
    let groups_at = root.field(groups_name);
    let care_types_at = root.field(care_types_name);
    let groups_json = problems.required(&object, groups_name, root);
    let care_types_json = problems.required(&object, care_types_name, root);
    let groups = groups_json
        .and_then(|json| Places::of(problems, json, &groups_at, is_mappings))
        .map(|places| places.read(problems, &groups_at, group));
    let care_types = care_types_json
        .and_then(|json| Places::of(problems, json, &care_types_at, is_mappings))
        .map(|places| places.read(problems, &care_types_at, care_type));
    let members = if is_mappings { problems.required(&object, MEMBERS, root) } else { None };

    let group_ids = groups.as_ref().and_then(|groups| unique(problems, groups, &groups_at, &GROUP_TWICE));
    let groups = groups.unwrap_or_default();
    let care_types_readable = care_types.is_some();
    let care_types = care_types.unwrap_or_default();
    unique(problems, &care_types, &care_types_at, &CARE_TYPE_TWICE);
    if let Some(ids) = &group_ids {
        report_unknown_groups(problems, &care_types, &care_types_at, ids);
    }
    if let Some(json) = members {
        let first = look_ups::FirstLookUps::new(&care_types, care_types_readable, group_ids.as_deref());
        look_ups::check_members(problems, json, &root.field(MEMBERS), &first);
    }
    if problems.blocking() {
        return None;
    }
    report_empty_groups(problems, &groups, &groups_at, &care_types);
    Some(Entries {
        care_types: care_types.into_iter().filter_map(|entry| entry.value.complete()).listed(),
        groups: groups.into_iter().filter_map(|entry| entry.value.complete()).listed(),
    })
}

/// What is said of a repeated id and of a repeated short code.
struct Twice {
    id: fn(i64) -> Says<'static>,
    code: fn(&str) -> Says<'_>,
}

const GROUP_TWICE: Twice = Twice { id: |id| say::group_id_twice(id), code: |code| say::group_code_twice(code) };
const CARE_TYPE_TWICE: Twice =
    Twice { id: |id| say::care_type_id_twice(id), code: |code| say::care_type_code_twice(code) };

/// Reports repeated ids and short codes; all ids, ascending, if each could be read.
fn unique<T: Identified>(
    problems: &mut Problems,
    entries: &[Placed<'_, T>],
    at: &Path<'_>,
    twice: &Twice,
) -> Option<Vec<i64>> {
    let with_id: Vec<&Placed<'_, T>> = entries.iter().filter(|entry| entry.value.id().is_some()).listed();
    let id = |position: usize| with_id.get(position).and_then(|entry| entry.value.id());
    for (later, first) in order::repeated(with_id.len(), &|a, b| id(a).cmp(&id(b))) {
        let (Some(later), Some(first), Some(id)) = (with_id.get(later), with_id.get(first), id(later)) else {
            continue;
        };
        let (later, first) = (later.at(at), first.at(at));
        problems.duplicate(Code::DuplicateId, &later.field("id"), &first.field("id"), (twice.id)(id), false);
    }
    let with_code: Vec<&Placed<'_, T>> = entries.iter().filter(|entry| entry.value.short_code().is_some()).listed();
    let code = |position: usize| with_code.get(position).and_then(|entry| entry.value.short_code());
    for (later, first) in order::repeated(with_code.len(), &|a, b| code(a).cmp(&code(b))) {
        let code = code(later).unwrap_or_default();
        let (Some(later), Some(first)) = (with_code.get(later), with_code.get(first)) else { continue };
        let (later, first) = (later.at(at), first.at(at));
        let (later, first) = (later.field("short_code"), first.field("short_code"));
        problems.duplicate(Code::DuplicateShortCode, &later, &first, (twice.code)(code), false);
    }
    let ids: Vec<i64> = with_id.iter().filter_map(|entry| entry.value.id()).listed();
    (ids.len() == entries.len()).then(|| order::sort(ids, &i64::cmp))
}

fn report_unknown_groups(
    problems: &mut Problems,
    care_types: &[Placed<'_, PartialCareType>],
    at: &Path<'_>,
    ids: &[i64],
) {
    for entry in care_types {
        let place = entry.at(at);
        let place = place.field("care_type_group_ids");
        for (index, id) in entry.value.care_type_group_ids.readable() {
            if ids.binary_search(id).is_err() {
                problems.report(Code::UnknownGroupId, &place.item(index), say::unknown_group_id(*id));
            }
        }
    }
}

fn report_empty_groups(
    problems: &mut Problems,
    groups: &[Placed<'_, PartialGroup>],
    at: &Path<'_>,
    care_types: &[Placed<'_, PartialCareType>],
) {
    let used = care_types.iter().flat_map(|entry| entry.value.care_type_group_ids.readable().map(|(_, id)| *id));
    let used = order::sort(used.listed(), &i64::cmp);
    for entry in groups.iter().filter(|entry| entry.value.id.is_some_and(|id| used.binary_search(&id).is_err())) {
        problems.report(
            Code::EmptyGroup,
            &entry.at(at),
            say::empty_group(entry.value.short_code.as_deref().unwrap_or_default()),
        );
    }
}
