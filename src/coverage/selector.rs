//! Which care types does a selector compute to, and which of its terms decides?
//!
//! ```text
//! included = (members of include_care_type_groups) ∪ include_care_types
//! excluded = (members of exclude_care_type_groups) ∪ exclude_care_types
//! exclude_wins:       included \ excluded
//! types_over_groups:  ((members of include groups \ members of exclude groups) ∪ include types) \ exclude types
//! ```
//! DECISION: no include selects nothing; an exclude-only selector is not "everything but". Case: selector/exclude-only
//! Source: `get_care_types_from_selector`, `CoverageCareTypeSelector`.

use serde::Serialize;

use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::{CareTypeIndex, GroupIndex};
use crate::coverage::catalog::options::SelectorPrecedence;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::payload::{self, CoverageCareTypeSelector};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

names! {
    /// A field of a selector.
    pub enum SelectorField {
        /// Groups whose members are included.
        IncludeCareTypeGroups = "include_care_type_groups",
        /// Groups whose members are excluded.
        ExcludeCareTypeGroups = "exclude_care_type_groups",
        /// Care types that are included.
        IncludeCareTypes = "include_care_types",
        /// Care types that are excluded.
        ExcludeCareTypes = "exclude_care_types",
    }
}

/// One short code in one field of a selector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SelectorTerm {
    /// The field.
    pub field: SelectorField,
    /// The short code of a care type or a group, as the field says.
    pub short_code: String,
}

/// What a selector does with a care type, and by which term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SelectorDecision {
    /// The short code of the care type.
    pub short_code: String,
    /// Whether the selector selects it.
    pub selected: bool,
    /// The term that decides: one that names the care type, else the first group as written.
    pub decided_by: SelectorTerm,
    /// The terms on the other side, groups before care types, each as written.
    pub overridden: Vec<SelectorTerm>,
}

/// Why a selector selects what it selects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SelectorExplanation {
    /// Every care type that some term names or whose group some term names, ascending by short code.
    pub care_types: Vec<SelectorDecision>,
}

/// A selector whose codes are positions in a catalogue.
#[derive(Debug, Default)]
pub(crate) struct Selector {
    pub(crate) include_groups: Terms<GroupIndex>,
    pub(crate) exclude_groups: Terms<GroupIndex>,
    pub(crate) include_care_types: Terms<CareTypeIndex>,
    pub(crate) exclude_care_types: Terms<CareTypeIndex>,
}

/// The known codes of one field, in the order written, each once.
#[derive(Debug)]
pub(crate) struct Terms<I> {
    pub(crate) list: Vec<Term<I>>,
    /// Whether that is all of the field: every code is readable and known.
    pub(crate) complete: bool,
}

impl<I> Default for Terms<I> {
    fn default() -> Self {
        Terms { list: Vec::new(), complete: false }
    }
}

impl<I: Copy + PartialEq> Terms<I> {
    pub(crate) fn indices(&self) -> impl Iterator<Item = I> {
        self.list.iter().map(|term| term.index)
    }
}

/// One code of a field.
#[derive(Debug)]
pub(crate) struct Term<I> {
    pub(crate) index: I,
    /// Where it is in the field, first.
    pub(crate) position: usize,
    pub(crate) repeated: bool,
}

impl Selector {
    /// Decodes a `CoverageCareTypeSelector`.
    ///
    /// # Errors
    /// Shape problems, `unknown_care_type` and `unknown_care_type_group`.
    pub(crate) fn decode(tables: &Tables, json: &Json) -> Result<Self, Error> {
        let selector = whole!(json, |problems, json| {
            let payload = payload::selector(problems, json, &Path::Root);
            payload.map(|payload| Selector::resolve(problems, tables, &payload, &Path::Root))
        });
        selector.map(|(selector, _)| selector)
    }

    /// Looks up the codes of a payload's selector; unknown ones are reported and left out.
    pub(crate) fn resolve(
        problems: &mut Problems,
        tables: &Tables,
        payload: &CoverageCareTypeSelector<'_>,
        at: &Path<'_>,
    ) -> Self {
        let mut care_types =
            |codes: &List<&str>, field: SelectorField| care_types(problems, tables, codes, &at.field(field.as_str()));
        let include_care_types = care_types(&payload.include_care_types, SelectorField::IncludeCareTypes);
        let exclude_care_types = care_types(&payload.exclude_care_types, SelectorField::ExcludeCareTypes);
        let mut groups = |codes: &List<&str>, field: SelectorField| {
            look_up(codes, &at.field(field.as_str()), |code, at| {
                let known = tables.group_by_short_code(code);
                if known.is_none() {
                    report_unknown(problems, tables, Namespace::Groups, code, at);
                }
                known
            })
        };
        Selector {
            include_groups: groups(&payload.include_care_type_groups, SelectorField::IncludeCareTypeGroups),
            exclude_groups: groups(&payload.exclude_care_type_groups, SelectorField::ExcludeCareTypeGroups),
            include_care_types,
            exclude_care_types,
        }
    }

    /// Whether every term is readable and known.
    pub(crate) fn is_complete(&self) -> bool {
        self.include_groups.complete
            && self.exclude_groups.complete
            && self.include_care_types.complete
            && self.exclude_care_types.complete
    }

    /// The selected care types, ascending by short code.
    pub(crate) fn select(&self, tables: &Tables) -> Vec<CareTypeIndex> {
        let set = |care_types: &mut dyn Iterator<Item = CareTypeIndex>| {
            let mut set = CareTypeSet::empty(tables.care_types().len());
            care_types.for_each(|index| set.insert(index));
            set
        };
        let include_groups = set(&mut members(tables, &self.include_groups));
        let include_types = set(&mut self.include_care_types.indices());
        let exclude_groups = set(&mut members(tables, &self.exclude_groups));
        let exclude_types = set(&mut self.exclude_care_types.indices());
        let includes = include_groups.words().zip(include_types.words());
        let excludes = exclude_groups.words().zip(exclude_types.words());
        let words = includes.zip(excludes).map(|((include_groups, include_types), (exclude_groups, exclude_types))| {
            let touched = Touched { include_groups, include_types, exclude_groups, exclude_types };
            touched.selected(tables.options.selector_precedence)
        });
        CareTypeSet::of_words(words.listed()).to_vec()
    }

    /// Every care type that some term touches, with the decision on it.
    pub(crate) fn explain(&self, tables: &Tables) -> SelectorExplanation {
        let mut touching: Vec<Touching> = Vec::new();
        touching.resize_with(tables.care_types().len(), Touching::default);
        // Term by term, and not type by type: a selector may name as many groups as there are types.
        let mut touch = |care_type: CareTypeIndex, term: &dyn Fn(&mut Touching)| {
            touching.get_mut(care_type.0).into_iter().for_each(term);
        };
        for group in self.include_groups.indices() {
            tables.members(group).iter().for_each(|member| touch(*member, &|of| of.include_groups.push(group)));
        }
        for group in self.exclude_groups.indices() {
            tables.members(group).iter().for_each(|member| touch(*member, &|of| of.exclude_groups.push(group)));
        }
        self.include_care_types.indices().for_each(|named| touch(named, &|of| of.is_included = true));
        self.exclude_care_types.indices().for_each(|named| touch(named, &|of| of.is_excluded = true));
        let decisions = touching.into_iter().enumerate();
        let decisions =
            decisions.filter_map(|(index, touching)| self.decide_by(tables, CareTypeIndex(index), &touching));
        SelectorExplanation { care_types: decisions.listed() }
    }

    /// What the selector does with one care type; none when no term touches it.
    pub(crate) fn decide(&self, tables: &Tables, care_type: CareTypeIndex) -> Option<SelectorDecision> {
        let containing = |terms: &Terms<GroupIndex>| {
            let groups = terms.indices().filter(|group| tables.members(*group).binary_search(&care_type).is_ok());
            groups.listed()
        };
        let naming = |terms: &Terms<CareTypeIndex>| terms.indices().any(|index| index == care_type);
        let touching = Touching {
            include_groups: containing(&self.include_groups),
            is_included: naming(&self.include_care_types),
            exclude_groups: containing(&self.exclude_groups),
            is_excluded: naming(&self.exclude_care_types),
        };
        self.decide_by(tables, care_type, &touching)
    }

    fn decide_by(&self, tables: &Tables, care_type: CareTypeIndex, touching: &Touching) -> Option<SelectorDecision> {
        let short_code = tables.care_type(care_type)?.short_code.clone();
        let named = |is_named: bool, field| is_named.then(|| SelectorTerm { field, short_code: short_code.clone() });
        let of_groups = |groups: &[GroupIndex], field| {
            let groups = groups.iter().filter_map(|group| tables.group(*group));
            groups.map(|group| SelectorTerm { field, short_code: group.entry.short_code.clone() }).listed()
        };
        let include_groups = of_groups(&touching.include_groups, SelectorField::IncludeCareTypeGroups);
        let include_type = named(touching.is_included, SelectorField::IncludeCareTypes);
        let exclude_groups = of_groups(&touching.exclude_groups, SelectorField::ExcludeCareTypeGroups);
        let exclude_type = named(touching.is_excluded, SelectorField::ExcludeCareTypes);

        let touched = Touched {
            include_groups: u64::from(!include_groups.is_empty()),
            include_types: u64::from(include_type.is_some()),
            exclude_groups: u64::from(!exclude_groups.is_empty()),
            exclude_types: u64::from(exclude_type.is_some()),
        };
        let selected = touched.selected(tables.options.selector_precedence) != 0;
        let (winning_type, winning_groups, losing_groups, losing_type) = if selected {
            (include_type, include_groups, exclude_groups, exclude_type)
        } else {
            (exclude_type, exclude_groups, include_groups, include_type)
        };
        Some(SelectorDecision {
            short_code,
            selected,
            decided_by: winning_type.or_else(|| winning_groups.into_iter().next())?,
            overridden: losing_groups.into_iter().chain(losing_type).listed(),
        })
    }
}

/// By which kinds of terms care types are named, or are in a group that is named: a bit for each of up to 64 care types.
#[derive(Clone, Copy)]
pub(crate) struct Touched {
    pub(crate) include_groups: u64,
    pub(crate) include_types: u64,
    pub(crate) exclude_groups: u64,
    pub(crate) exclude_types: u64,
}

impl Touched {
    /// Which of them are selected: the law of this module.
    pub(crate) const fn selected(self, precedence: SelectorPrecedence) -> u64 {
        let Touched { include_groups, include_types, exclude_groups, exclude_types } = self;
        match precedence {
            SelectorPrecedence::ExcludeWins => (include_groups | include_types) & !(exclude_groups | exclude_types),
            SelectorPrecedence::TypesOverGroups => (include_groups & !exclude_groups | include_types) & !exclude_types,
        }
    }
}

/// The terms that touch a care type, in their order.
#[derive(Default)]
struct Touching {
    include_groups: Vec<GroupIndex>,
    is_included: bool,
    exclude_groups: Vec<GroupIndex>,
    is_excluded: bool,
}

#[derive(Clone, Copy)]
enum Namespace {
    CareTypes,
    Groups,
}

fn report_unknown(problems: &mut Problems, tables: &Tables, wanted: Namespace, code: &str, at: &Path<'_>) {
    match wanted {
        Namespace::CareTypes => {
            problems.unknown_word(
                Code::UnknownCareType,
                code,
                at,
                &mut |each| tables.each_care_type_name(each),
                match tables.group_by_short_code(code) {
                    Some(_) => |code, nearest| say::care_type_is_group(code, nearest),
                    None => |code, nearest| say::unknown_care_type(code, nearest),
                },
            );
        }
        Namespace::Groups => {
            problems.unknown_word(
                Code::UnknownCareTypeGroup,
                code,
                at,
                &mut |each| tables.each_group_name(each),
                match tables.care_type_by_short_code(code) {
                    Some(_) => |code, nearest| say::group_is_care_type(code, nearest),
                    None => |code, nearest| say::unknown_group(code, nearest),
                },
            );
        }
    }
}

/// Looks up short codes of care types; unknown ones are reported and left out.
pub(crate) fn care_types(
    problems: &mut Problems,
    tables: &Tables,
    codes: &List<&str>,
    at: &Path<'_>,
) -> Terms<CareTypeIndex> {
    look_up(codes, at, |code, at| {
        let known = tables.care_type_by_short_code(code);
        if known.is_none() {
            report_unknown(problems, tables, Namespace::CareTypes, code, at);
        }
        known
    })
}

fn look_up<I: Copy + Ord>(
    codes: &List<&str>,
    at: &Path<'_>,
    mut find: impl FnMut(&str, &Path<'_>) -> Option<I>,
) -> Terms<I> {
    let found: Vec<(usize, I)> =
        codes.readable().filter_map(|(position, code)| Some((position, find(code, &at.item(position))?))).listed();
    let index = |term: usize| found.get(term).map(|(_, index)| *index);
    let repeated = order::repeated(found.len(), &|a, b| index(a).cmp(&index(b)));
    let complete = codes.whole && found.len() == codes.entries.len();
    let mut terms: Vec<Option<Term<I>>> = found
        .iter()
        .map(|(position, index)| Some(Term { index: *index, position: *position, repeated: false }))
        .listed();
    for (later, first) in repeated {
        if let Some(term) = terms.get_mut(later) {
            *term = None;
        }
        if let Some(Some(term)) = terms.get_mut(first) {
            term.repeated = true;
        }
    }
    Terms { list: terms.into_iter().flatten().listed(), complete }
}

fn members(tables: &Tables, groups: &Terms<GroupIndex>) -> impl Iterator<Item = CareTypeIndex> {
    groups.indices().flat_map(|group| tables.members(group)).copied()
}
