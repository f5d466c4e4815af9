//! The entries of a catalogue as they are read, with holes where a field could not be.

use crate::coverage::catalog::entries::{Annotations, CareTypeGroup, InternalCareType};
use crate::coverage::facts::table::ActFact;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{List, Object};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A care type of which some fields could not be read.
pub(crate) struct PartialCareType {
    pub(crate) id: Option<i64>,
    pub(crate) short_code: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) care_type_group_ids: List<i64>,
    pub(crate) applicable_facts: Option<Vec<ActFact>>,
    annotations: Annotations,
}

impl PartialCareType {
    pub(super) fn complete(self) -> Option<InternalCareType> {
        Some(InternalCareType {
            id: self.id?,
            short_code: self.short_code?,
            label: self.label,
            care_type_group_ids: self.care_type_group_ids.entries.into_iter().flatten().listed(),
            applicable_facts: self.applicable_facts,
            annotations: self.annotations,
        })
    }
}

/// A group of which some fields could not be read.
pub(super) struct PartialGroup {
    pub(super) id: Option<i64>,
    pub(super) short_code: Option<String>,
    pub(super) label: Option<String>,
    annotations: Annotations,
}

impl PartialGroup {
    pub(super) fn complete(self) -> Option<CareTypeGroup> {
        let PartialGroup { id, short_code, label, annotations } = self;
        Some(CareTypeGroup { id: id?, short_code: short_code?, label, annotations })
    }
}

pub(super) fn group(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<PartialGroup> {
    let object = problems.document(json, at, &["id", "short_code", "label"])?;
    let (id, short_code, label) = identity(problems, &object, at);
    Some(PartialGroup { id, short_code, label, annotations: annotations(&object) })
}

pub(crate) fn care_type(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<PartialCareType> {
    let known = ["id", "short_code", "label", "care_type_group_ids", "applicable_facts"];
    let object = problems.document(json, at, &known)?;
    let (id, short_code, label) = identity(problems, &object, at);
    let care_type_group_ids = problems
        .required(&object, "care_type_group_ids", at)
        .map(|json| group_ids(problems, json, &at.field("care_type_group_ids")))
        .unwrap_or_else(List::hole);
    let applicable_facts = match object.get("applicable_facts") {
        None | Some(Json::Null) => None,
        Some(json) => Some(applicable_facts(problems, json, &at.field("applicable_facts"))),
    };
    let annotations = annotations(&object);
    Some(PartialCareType { id, short_code, label, care_type_group_ids, applicable_facts, annotations })
}

fn annotations(object: &Object<'_>) -> Annotations {
    Annotations { fields: object.annotations().cloned().listed() }
}

fn identity(
    problems: &mut Problems,
    object: &Object<'_>,
    at: &Path<'_>,
) -> (Option<i64>, Option<String>, Option<String>) {
    let id = problems.required(object, "id", at).and_then(|json| problems.integer(json, &at.field("id")));
    let short_code =
        problems.required(object, "short_code", at).and_then(|json| problems.short_code(json, &at.field("short_code")));
    let label = match object.get("label") {
        None | Some(Json::Null) => None,
        Some(json) => problems.string(json, &at.field("label")),
    };
    (id, short_code.map(str::to_owned), label.map(str::to_owned))
}

fn group_ids(problems: &mut Problems, json: &Json, at: &Path<'_>) -> List<i64> {
    let ids = problems.list(json, at, Problems::integer);
    if ids.whole && ids.entries.is_empty() {
        problems.report(Code::NoGroup, at, say::no_group());
    }
    problems.duplicate_values(&ids, at, |id| say::listed_id_twice(*id));
    ids
}

fn applicable_facts(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Vec<ActFact> {
    let facts = problems.list(json, at, |problems, json, at| {
        let name = problems.string(json, at)?;
        let fact = name.parse::<ActFact>().ok();
        if fact.is_none() {
            let known = &mut ActFact::ALL.into_iter().map(ActFact::name);
            problems.unknown_name(Code::UnknownFact, name, at, known, |name, nearest| say::unknown_fact(name, nearest));
        }
        fact
    });
    problems.duplicate_values(&facts, at, |fact| say::fact_twice(fact.name()));
    facts.entries.into_iter().flatten().listed()
}

/// The places of the entries of a list, or of a look-up by short code.
pub(super) enum Places<'j> {
    Items(&'j [Json]),
    Fields(&'j [(String, Json)]),
}

/// An entry and its place.
pub(crate) struct Placed<'j, T> {
    index: usize,
    /// The key in a look-up.
    key: Option<&'j str>,
    pub(crate) value: T,
}

impl<'j, T> Placed<'j, T> {
    pub(super) fn at<'p>(&'p self, parent: &'p Path<'p>) -> Path<'p> {
        match self.key {
            Some(key) => parent.field(key),
            None => parent.item(self.index),
        }
    }
}

impl<'j> Places<'j> {
    pub(super) fn of(problems: &mut Problems, json: &'j Json, at: &Path<'_>, by_code: bool) -> Option<Self> {
        if by_code {
            problems.record(json, at).map(Places::Fields)
        } else {
            problems.array(json, at).map(|array| Places::Items(array.items))
        }
    }

    /// Reads every entry; in a look-up, the key must be the entry's short code.
    pub(super) fn read<T: Identified>(
        self,
        problems: &mut Problems,
        at: &Path<'_>,
        entry: impl Fn(&mut Problems, &'j Json, &Path<'_>) -> Option<T>,
    ) -> Vec<Placed<'j, T>> {
        let entries: Vec<(Option<&'j str>, &'j Json)> = match self {
            Places::Items(items) => items.iter().map(|item| (None, item)).listed(),
            Places::Fields(fields) => fields.iter().map(|(key, value)| (Some(key.as_str()), value)).listed(),
        };
        let mut placed = Vec::with_capacity(entries.len());
        for (index, (key, json)) in entries.into_iter().enumerate() {
            let at = key.map_or_else(|| at.item(index), |key| at.field(key));
            let Some(value) = entry(problems, json, &at) else {
                // A hole keeps the ids of the catalogue incomplete, so that nothing else is blamed for it.
                placed.push(Placed { index, key, value: T::hole() });
                continue;
            };
            if let (Some(key), Some(code)) = (key, value.short_code())
                && key != code
            {
                problems.report(Code::KeyMismatch, &at.field("short_code"), say::key_mismatch(key, code));
            }
            placed.push(Placed { index, key, value });
        }
        placed
    }
}

/// What care types and groups have in common.
pub(super) trait Identified {
    fn hole() -> Self;
    fn id(&self) -> Option<i64>;
    fn short_code(&self) -> Option<&str>;
}

impl Identified for PartialCareType {
    fn hole() -> Self {
        Self {
            id: None,
            short_code: None,
            label: None,
            care_type_group_ids: List::hole(),
            applicable_facts: None,
            annotations: Annotations::default(),
        }
    }

    fn id(&self) -> Option<i64> {
        self.id
    }

    fn short_code(&self) -> Option<&str> {
        self.short_code.as_deref()
    }
}

impl Identified for PartialGroup {
    fn hole() -> Self {
        Self { id: None, short_code: None, label: None, annotations: Annotations::default() }
    }

    fn id(&self) -> Option<i64> {
        self.id
    }

    fn short_code(&self) -> Option<&str> {
        self.short_code.as_deref()
    }
}
