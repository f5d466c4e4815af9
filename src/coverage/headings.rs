//! Under which heading of a benefit table or an account is each care type?
//!
//! ```text
//! file     { headings: [heading] }
//! heading  { id, title: { fr, en }, selector }      the selector is that of a mapping
//! ```
//! DECISION: of several headings that select a care type, the first has it, so that a later one may say "all others of the group".
//! Case: headings/first-of-two
//! Source: *Headings* in `docs/simulation.md`.

use serde::Serialize;

use crate::coverage::catalog::tables::Tables;
use crate::coverage::payload::{self, CoverageCareTypeSelector};
use crate::coverage::selector::Selector;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::document::in_both::{InBoth, in_both};
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const HEADINGS: &str = "headings";
const SELECTOR: &str = "selector";

/// A heading, and what it selects.
struct HeadingPayload<'j> {
    id: &'j str,
    title: InBoth<'j>,
    selector: CoverageCareTypeSelector<'j>,
}

/// The headings of a catalogue's care types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Headings {
    /// In their order.
    pub headings: Vec<Heading>,
    /// The care types that no heading has, in the order of the catalogue.
    pub without: Vec<String>,
    /// By the position of the care type: that of its heading.
    #[serde(skip)]
    pub(crate) of_care_type: Vec<Option<usize>>,
}

/// A heading of a catalogue's care types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Heading {
    /// Unique among the headings.
    pub id: String,
    /// What it is called.
    pub title: HeadingTitle,
    /// Its care types, in the order of the catalogue.
    pub care_types: Vec<String>,
}

/// What a heading is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HeadingTitle {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// Every problem of a file of headings, whatever the catalogue is.
///
/// # Examples
/// ```
/// use care_coverage::validate_headings;
/// let headings = r#"{ "headings": [{ "id": "DENTAL", "title": { "fr": "Dentaire", "en": "Dental" } }] }"#;
/// let diagnostics = validate_headings(&headings.parse()?);
/// assert_eq!(diagnostics[0].code.as_str(), "missing_field");
/// # Ok::<(), care_coverage::Error>(())
/// ```
#[must_use]
pub fn validate_headings(headings: &Json) -> Vec<Diagnostic> {
    match whole!(headings, |problems, json| read(problems, json).map(drop)) {
        Ok(((), warnings)) => warnings,
        Err(error) => error.into_diagnostics(),
    }
}

impl Headings {
    /// The headings of the care types of a catalogue.
    ///
    /// # Errors
    /// Every problem of the file; `unknown_care_type` and `unknown_care_type_group`.
    pub(crate) fn decode(tables: &Tables, json: &Json) -> Result<Self, Error> {
        whole!(json, |problems, json| resolve(problems, tables, json)).map(|(headings, _)| headings)
    }

    /// The id of the heading of a care type.
    pub(crate) fn of(&self, tables: &Tables, care_type: &str) -> Option<&str> {
        let position = tables.care_type_by_short_code(care_type)?.0;
        let heading = self.of_care_type.get(position).copied().flatten()?;
        self.headings.get(heading).map(|heading| heading.id.as_str())
    }
}

fn read<'j>(problems: &mut Problems, json: &'j Json) -> Option<Vec<HeadingPayload<'j>>> {
    let at = &Path::Root;
    let object = problems.document(json, at, &[HEADINGS])?;
    let json = problems.required(&object, HEADINGS, at)?;
    let at = &at.field(HEADINGS);
    let list = problems.list(json, at, heading);
    refuse_ids_twice(problems, &list, at);
    list.complete()
}

fn heading<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<HeadingPayload<'j>> {
    let object = problems.document(json, at, &["id", "title", SELECTOR])?;
    let id = problems.required(&object, "id", at).and_then(|json| problems.short_code(json, &at.field("id")));
    let title = in_both(problems, &object, "title", at, true);
    let selector = problems.required(&object, SELECTOR, at);
    let selector = selector.and_then(|json| payload::selector(problems, json, &at.field(SELECTOR)));
    Some(HeadingPayload { id: id?, title: title?, selector: selector? })
}

fn refuse_ids_twice(problems: &mut Problems, list: &List<HeadingPayload<'_>>, at: &Path<'_>) {
    let id = |position: usize| list.entries.get(position)?.as_ref().map(|heading| heading.id);
    for (later, first) in order::repeated(list.entries.len(), &|a, b| id(a).cmp(&id(b))) {
        let Some(twice) = id(later) else { continue };
        let (later, first) = (at.item(later), at.item(first));
        let says = say::heading_id_twice(twice);
        problems.duplicate(Code::DuplicateId, &later.field("id"), &first.field("id"), says, false);
    }
}

fn resolve(problems: &mut Problems, tables: &Tables, json: &Json) -> Option<Headings> {
    let payloads = read(problems, json)?;
    let mut of_care_type: Vec<Option<usize>> = vec![None; tables.care_types().len()];
    let list = Path::Root;
    let list = list.field(HEADINGS);
    for (position, payload) in payloads.iter().enumerate() {
        let at = list.item(position);
        let selector = Selector::resolve(problems, tables, &payload.selector, &at.field(SELECTOR));
        for care_type in selector.select(tables) {
            let slot = of_care_type.get_mut(care_type.0);
            slot.into_iter().for_each(|heading| *heading = heading.or(Some(position)));
        }
    }
    let codes = |heading: Option<usize>| {
        let all = tables.care_types().iter().zip(&of_care_type);
        all.filter(|(_, of)| **of == heading).map(|(care_type, _)| care_type.short_code.clone()).listed()
    };
    let headings = payloads.iter().enumerate().map(|(position, payload)| Heading {
        id: payload.id.to_owned(),
        title: HeadingTitle { fr: payload.title.fr.to_owned(), en: payload.title.en.to_owned() },
        care_types: codes(Some(position)),
    });
    let (headings, without) = (headings.listed(), codes(None));
    Some(Headings { headings, without, of_care_type })
}
