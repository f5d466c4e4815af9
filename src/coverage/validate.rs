//! Is a payload meaningful? Every rule that a decoder cannot know, and the model that comes out.
//!
//! A problem that leaves the meaning undefined stops the compilation; the model is complete when there is none. The rules
//! that only advise are in [`crate::coverage::check`]; a compilation does not need them.

use crate::coverage::catalog::tables::Tables;
use crate::coverage::check;
use crate::coverage::filter::Filter;
use crate::coverage::guarantee_rules;
use crate::coverage::model::{Mapping, Model};
use crate::coverage::payload::{CoverageCareTypeMapping, CoveragePayload};
use crate::coverage::selector::Selector;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// All mappings together may select this many care types, so that the memory of a coverage stays bounded.
const MAX_SELECTED: usize = 10_000_000;

/// Which rules are applied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    /// Those that a compilation needs.
    Meaning,
    /// All.
    All,
}

/// Checks a payload against a catalogue. Holes of the payload leave holes in the model, and their problem is reported.
pub(crate) fn validate(problems: &mut Problems, tables: &Tables, payload: &CoveragePayload<'_>, rules: Rules) -> Model {
    let root = &Path::Root;
    if let Some(name) = payload.name {
        check_name(problems, name, &root.field("name"));
    }
    let version = payload.version.and_then(|version| check_version(problems, version, &root.field("version")));
    let at = &root.field("guarantees");
    check_unique_names(problems, payload, at);
    if rules == Rules::All {
        check::names::guarantees(problems, payload, at);
        guarantee_rules::check(problems, payload, at);
    }
    let mut mappings = Vec::new();
    let mut selected: usize = 0;
    'guarantees: for (guarantee, entry) in payload.guarantees.readable() {
        let at = &at.item(guarantee);
        if let Some(name) = entry.name {
            check_name(problems, name, &at.field("name"));
        }
        let at = &at.field("care_type_mappings");
        for (index, entry) in entry.care_type_mappings.readable() {
            let mapping = mapping(problems, tables, entry, guarantee, &at.item(index), rules);
            selected = selected.saturating_add(mapping.care_types.len());
            if selected > MAX_SELECTED {
                problems.report(Code::TooLarge, &root.field("guarantees"), say::many_selected(MAX_SELECTED));
                break 'guarantees;
            }
            mappings.push(mapping);
        }
    }
    let names = payload.guarantees.entries.iter().map(|guarantee| guarantee.as_ref().and_then(|entry| entry.name));
    Model {
        name: payload.name.unwrap_or_default().to_owned(),
        version: version.unwrap_or_default(),
        guarantees: names.map(|name| name.unwrap_or_default().to_owned()).listed(),
        mappings,
    }
}

fn mapping(
    problems: &mut Problems,
    tables: &Tables,
    entry: &CoverageCareTypeMapping<'_>,
    guarantee: usize,
    at: &Path<'_>,
    rules: Rules,
) -> Mapping {
    let selector_at = at.field("selector");
    let selector = entry.selector.as_ref();
    let selector = selector.map(|payload| Selector::resolve(problems, tables, payload, &selector_at));
    let selector = selector.unwrap_or_default();
    let care_types = selector.select(tables);
    let selector_is_whole = entry.selector.as_ref().is_some_and(|payload| payload.whole) && selector.is_complete();
    if rules == Rules::All {
        if let Some(payload) = &entry.selector {
            check::selector::check(problems, tables, payload, &selector, &care_types, &selector_at);
        }
        if let Some(payload) = &entry.filter {
            let selected = if selector_is_whole { care_types.as_slice() } else { &[] };
            check::filter::check(problems, tables, payload, selected, &at.field("filter"));
        }
    }
    Mapping {
        guarantee,
        pointer: at.pointer(),
        readable: selector_is_whole && entry.filter.as_ref().is_some_and(|payload| payload.whole),
        care_types,
        selector,
        filter: entry.filter.as_ref().map(Filter::new).unwrap_or_default(),
    }
}

pub(crate) fn check_name(problems: &mut Problems, name: &str, at: &Path<'_>) {
    if name.trim().is_empty() {
        problems.report(Code::EmptyName, at, say::empty_name());
    }
}

pub(crate) fn check_version(problems: &mut Problems, version: i64, at: &Path<'_>) -> Option<u64> {
    let checked = u64::try_from(version).ok().filter(|version| *version >= 1);
    if checked.is_none() {
        let fix = vec![Patch::Replace { path: at.pointer(), value: Json::Number(1.0) }];
        problems.report_with(Code::VersionBelowOne, at, say::version_below_one(version), Details::fix(Some(fix)));
    }
    checked
}

fn check_unique_names(problems: &mut Problems, payload: &CoveragePayload<'_>, at: &Path<'_>) {
    // Names that are empty have their own problem.
    let names: Vec<(usize, &str)> = payload
        .guarantees
        .readable()
        .filter_map(|(index, guarantee)| Some((index, guarantee.name?)))
        .filter(|(_, name)| !name.trim().is_empty())
        .listed();
    let name = |position: usize| names.get(position).map(|(_, name)| *name);
    for (later, first) in order::repeated(names.len(), &|a, b| name(a).cmp(&name(b))) {
        let (Some((later, name)), Some((first, _))) = (names.get(later), names.get(first)) else { continue };
        let (later, first) = (at.item(*later), at.item(*first));
        problems.duplicate(
            Code::DuplicateGuarantee,
            &later.field("name"),
            &first.field("name"),
            say::duplicate_guarantee(*name),
            false,
        );
    }
}
