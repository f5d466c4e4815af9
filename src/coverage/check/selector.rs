//! Does every term of a selector do something, and does the selector select anything?
//!
//! With inc(t) and exc(t) the numbers of group terms that touch a care type, and the types named, a term does nothing when
//! the selection of every care type that it touches stays the same with one term less. Each term is looked at once, so that
//! the cost is that of resolving the selector.
//!
//! All of it is judged only when every term is readable and known: an unknown one could change every answer.

use crate::coverage::catalog::index::{CareTypeIndex, GroupIndex};
use crate::coverage::catalog::options::SelectorPrecedence;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::payload::CoverageCareTypeSelector;
use crate::coverage::selector::{Selector, SelectorField, Term, Terms, Touched};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

pub(crate) fn check(
    problems: &mut Problems,
    tables: &Tables,
    payload: &CoverageCareTypeSelector<'_>,
    selector: &Selector,
    selected: &[CareTypeIndex],
    at: &Path<'_>,
) {
    let fields = [
        (SelectorField::IncludeCareTypeGroups, &payload.include_care_type_groups),
        (SelectorField::ExcludeCareTypeGroups, &payload.exclude_care_type_groups),
        (SelectorField::IncludeCareTypes, &payload.include_care_types),
        (SelectorField::ExcludeCareTypes, &payload.exclude_care_types),
    ];
    for (field, codes) in fields {
        problems.duplicate_values(codes, &at.field(field.as_str()), |code| say::code_twice(*code));
    }
    if !payload.whole || !selector.is_complete() {
        return;
    }
    let has = |codes: &List<&str>| !codes.entries.is_empty();
    let includes = has(&payload.include_care_type_groups) || has(&payload.include_care_types);
    let excludes = has(&payload.exclude_care_type_groups) || has(&payload.exclude_care_types);
    match (includes, excludes) {
        (false, false) => problems.report(Code::EmptySelector, at, say::empty_selector()),
        (false, true) => problems.report(Code::ExcludeWithoutInclude, at, say::exclude_without_include()),
        (true, _) if selected.is_empty() => {
            problems.report(Code::SelectsNothing, at, say::selects_nothing());
        }
        (true, _) => report_useless_terms(problems, tables, selector, at),
    }
    report_contradictions(problems, tables, selector, at);
}

/// How many terms of a selector touch one care type.
#[derive(Clone, Copy, Default)]
struct Counted {
    include_groups: usize,
    exclude_groups: usize,
    included: bool,
    excluded: bool,
}

impl Counted {
    fn is_selected(self, precedence: SelectorPrecedence) -> bool {
        let touched = Touched {
            include_groups: u64::from(self.include_groups > 0),
            include_types: u64::from(self.included),
            exclude_groups: u64::from(self.exclude_groups > 0),
            exclude_types: u64::from(self.excluded),
        };
        touched.selected(precedence) != 0
    }
}

fn report_useless_terms(problems: &mut Problems, tables: &Tables, selector: &Selector, at: &Path<'_>) {
    let mut counted = vec![Counted::default(); tables.care_types().len()];
    let mut touch = |index: CareTypeIndex, change: fn(&mut Counted)| {
        counted.get_mut(index.0).map(change);
    };
    for group in selector.include_groups.indices() {
        let add = |counted: &mut Counted| counted.include_groups = counted.include_groups.saturating_add(1);
        tables.members(group).iter().for_each(|index| touch(*index, add));
    }
    for group in selector.exclude_groups.indices() {
        let add = |counted: &mut Counted| counted.exclude_groups = counted.exclude_groups.saturating_add(1);
        tables.members(group).iter().for_each(|index| touch(*index, add));
    }
    selector.include_care_types.indices().for_each(|index| touch(index, |counted| counted.included = true));
    selector.exclude_care_types.indices().for_each(|index| touch(index, |counted| counted.excluded = true));

    let precedence = tables.options.selector_precedence;
    // Whether the selection stays the same without one term that touches these care types.
    let same = |care_types: &[CareTypeIndex], without: fn(&mut Counted)| {
        care_types.iter().filter_map(|index| counted.get(index.0)).all(|with| {
            let mut less = *with;
            without(&mut less);
            with.is_selected(precedence) == less.is_selected(precedence)
        })
    };
    let group_name = |index: GroupIndex| tables.group(index).map(|group| group.entry.short_code.as_str());
    let type_name = |index: CareTypeIndex| tables.care_type(index).map(|entry| entry.short_code.as_str());
    let mut report = |field: SelectorField, position: usize, code: Option<&str>| {
        let is_include = matches!(field, SelectorField::IncludeCareTypeGroups | SelectorField::IncludeCareTypes);
        let kind = if is_include { Code::RedundantInclude } else { Code::UselessExclude };
        let field = at.field(field.as_str());
        let at = field.item(position);
        let says = match code.unwrap_or_default() {
            code if is_include => say::redundant_include(code),
            code => say::useless_exclude(code),
        };
        problems.report_removable(kind, &at, says);
    };
    for term in once(&selector.include_groups) {
        if same(tables.members(term.index), |t| t.include_groups = t.include_groups.saturating_sub(1)) {
            report(SelectorField::IncludeCareTypeGroups, term.position, group_name(term.index));
        }
    }
    for term in once(&selector.exclude_groups) {
        if same(tables.members(term.index), |t| t.exclude_groups = t.exclude_groups.saturating_sub(1)) {
            report(SelectorField::ExcludeCareTypeGroups, term.position, group_name(term.index));
        }
    }
    for term in once(&selector.include_care_types) {
        if same(&[term.index], |counted| counted.included = false) {
            report(SelectorField::IncludeCareTypes, term.position, type_name(term.index));
        }
    }
    for term in once(&selector.exclude_care_types) {
        if same(&[term.index], |counted| counted.excluded = false) {
            report(SelectorField::ExcludeCareTypes, term.position, type_name(term.index));
        }
    }
}

/// The terms that occur once; the others have their own problem.
fn once<I>(terms: &Terms<I>) -> impl Iterator<Item = &Term<I>> {
    terms.list.iter().filter(|term| !term.repeated)
}

/// Reports includes that an exclude contradicts.
fn report_contradictions(problems: &mut Problems, tables: &Tables, selector: &Selector, at: &Path<'_>) {
    let exclude_groups = at.field(SelectorField::ExcludeCareTypeGroups.as_str());
    let exclude_types = at.field(SelectorField::ExcludeCareTypes.as_str());
    let include_groups = at.field(SelectorField::IncludeCareTypeGroups.as_str());
    let include_types = at.field(SelectorField::IncludeCareTypes.as_str());
    let related = |at: Path<'_>| Related::new(at.pointer(), say::the_exclude());
    let mut report = |at: Path<'_>, code: &str, others: Vec<Related>| {
        if !others.is_empty() {
            let details = Details { related: others, ..Details::default() };
            problems.report_with(Code::IncludeAlsoExcluded, &at, say::include_also_excluded(code), details);
        }
    };
    let excluded_groups = Positions::new(&selector.exclude_groups);
    for term in &selector.include_groups.list {
        let Some(group) = tables.group(term.index) else { continue };
        let same = excluded_groups.of(term.index).map(|position| related(exclude_groups.item(position)));
        report(include_groups.item(term.position), &group.entry.short_code, same.into_iter().listed());
    }
    let excluded_types = Positions::new(&selector.exclude_care_types);
    for term in &selector.include_care_types.list {
        let Some(care_type) = tables.care_type(term.index) else { continue };
        let others: Vec<Related> = match excluded_types.of(term.index) {
            Some(position) => vec![related(exclude_types.item(position))],
            None => {
                let holds = |group: &&Term<GroupIndex>| tables.members(group.index).binary_search(&term.index).is_ok();
                let groups = selector.exclude_groups.list.iter().filter(holds);
                groups.map(|group| related(exclude_groups.item(group.position))).listed()
            }
        };
        report(include_types.item(term.position), &care_type.short_code, others);
    }
}

/// Where the terms of a field are, to be found by their index.
struct Positions<I> {
    ascending: Vec<(I, usize)>,
}

impl<I: Copy + Ord> Positions<I> {
    fn new(terms: &Terms<I>) -> Self {
        let positions = terms.list.iter().map(|term| (term.index, term.position)).listed();
        Positions { ascending: crate::ground::small::order::sort(positions, &|a, b| a.0.cmp(&b.0)) }
    }

    fn of(&self, index: I) -> Option<usize> {
        let found = self.ascending.binary_search_by(|(other, _)| other.cmp(&index)).ok()?;
        self.ascending.get(found).map(|(_, position)| *position)
    }
}
