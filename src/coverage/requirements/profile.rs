//! JSON → a profile: requirements, and the classes of acts that they speak of.
//!
//! Source: `docs/requirements.md`, *Profiles*.

use std::sync::Arc;

use crate::coverage::catalog::options::CareTypeCatalogOptions;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::requirements::class_payload::{self, ClassPayload};
use crate::coverage::requirements::known::Known;
use crate::coverage::requirements::parts::refuse_ids_twice;
use crate::coverage::requirements::requirement::{Requirement, requirement};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::fixes;
use crate::ground::document::in_both::{InBoth, in_both};
use crate::ground::document::text::document::Document;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const CLASSES: &str = "classes";
const REQUIREMENTS: &str = "requirements";

/// Requirements of one source.
pub(crate) struct Profile<'j> {
    pub(crate) name: &'j str,
    pub(crate) note: Option<InBoth<'j>>,
    /// By name, in the order written.
    pub(crate) classes: Vec<(&'j str, ClassPayload<'j>)>,
    pub(crate) requirements: Vec<Requirement<'j>>,
}

/// Every problem of a profile of requirements, whatever the catalogue is.
///
/// # Examples
/// ```
/// use care_coverage::validate_profile;
/// let profile = r#"{ "name": "branch", "title": { "fr": "Branche", "en": "Branch" }, "published": "2026-01-01", "classes": {} }"#;
/// let diagnostics = validate_profile(&profile.parse()?);
/// assert_eq!(diagnostics[0].code.as_str(), "missing_field");
/// # Ok::<(), care_coverage::Error>(())
/// ```
#[must_use]
pub fn validate_profile(profile: &Json) -> Vec<Diagnostic> {
    judge(Problems::default(), profile)
}

/// The same of a JSON text in UTF-16 code units: syntax errors are diagnostics, and every diagnostic has a range.
///
/// # Examples
/// ```
/// use care_coverage::validate_profile_text;
/// let text: Vec<u16> = "{".encode_utf16().collect();
/// assert_eq!(validate_profile_text(&text)[0].code.as_str(), "invalid_json");
/// ```
#[must_use]
pub fn validate_profile_text(text: &[u16]) -> Vec<Diagnostic> {
    of_text(|problems| Document::read(text.to_vec(), problems))
}

/// The same of a JSON text in UTF-8, a `&str` or bytes; ranges count UTF-16 code units, too.
///
/// # Examples
/// ```
/// use care_coverage::validate_profile_utf8;
/// assert_eq!(validate_profile_utf8("{")[0].code.as_str(), "invalid_json");
/// ```
#[must_use]
pub fn validate_profile_utf8(text: impl AsRef<[u8]>) -> Vec<Diagnostic> {
    of_text(|problems| Document::read_utf8(text.as_ref(), problems))
}

fn of_text(read: impl FnOnce(&mut Problems) -> Document) -> Vec<Diagnostic> {
    let mut problems = Problems::default();
    let document = read(&mut problems);
    let mut diagnostics = judge(problems, &document.json);
    document.locate(&mut diagnostics);
    diagnostics
}

fn judge(mut problems: Problems, json: &Json) -> Vec<Diagnostic> {
    let tables =
        &Arc::new(Tables::new(Vec::new(), Vec::new(), CareTypeCatalogOptions::decode(None).unwrap_or_default()));
    read(&mut problems, tables, false, json);
    let mut diagnostics = problems.into_diagnostics();
    fixes::withhold(json, &mut diagnostics, |_, _| None, &|problems, json| {
        read(problems, tables, false, json);
    });
    diagnostics
}

/// Reads a profile to ask it of a coverage of this catalogue.
///
/// # Errors
/// Every error of the profile; those of its rules, too.
pub(crate) fn decode<'j>(tables: &Arc<Tables>, json: &'j Json) -> Result<Profile<'j>, Error> {
    let mut problems = Problems::default();
    let profile = read(&mut problems, tables, true, json);
    let profile = profile.filter(|_| problems.errors().next().is_none());
    let judge = |problems: &mut Problems, json: &Json| {
        read(problems, tables, true, json);
    };
    profile.ok_or_else(|| problems.refuse_errors().with_tried_fixes(json, &judge))
}

/// `is_bound`: whether the catalogue is the one that a coverage in the profile is written for.
fn read<'j>(problems: &mut Problems, tables: &Arc<Tables>, is_bound: bool, json: &'j Json) -> Option<Profile<'j>> {
    let at = &Path::Root;
    let known = ["name", "title", "published", "note", CLASSES, REQUIREMENTS];
    let object = problems.document(json, at, &known)?;
    let name = problems.required(&object, "name", at);
    let name = name.and_then(|json| problems.text(json, &at.field("name")));
    let title = in_both(problems, &object, "title", at, true);
    let published = problems.required(&object, "published", at);
    let published = published.and_then(|json| problems.date(json, &at.field("published")));
    let note = in_both(problems, &object, "note", at, false);
    let classes = problems.required(&object, CLASSES, at);
    let classes = classes.and_then(|json| classes_of(problems, tables, json, &at.field(CLASSES)));
    let names = object.get(CLASSES).map(names_of).unwrap_or_default();
    let requirements = problems.required(&object, REQUIREMENTS, at)?;
    let at = &at.field(REQUIREMENTS);
    let known = Known { tables, is_bound, classes: &names };
    let requirements = problems.list(requirements, at, |problems, json, at| requirement(problems, &known, json, at));
    refuse_ids_twice(problems, &requirements, at, &|requirement| requirement.id);
    let requirements = requirements.complete();
    title.and(published)?;
    Some(Profile { name: name?, note, classes: classes?, requirements: requirements? })
}

/// Classes by name, in the order written.
pub(crate) fn classes_of<'j>(
    problems: &mut Problems,
    tables: &Tables,
    json: &'j Json,
    at: &Path<'_>,
) -> Option<Vec<(&'j str, ClassPayload<'j>)>> {
    let (mut classes, mut whole) = (Vec::new(), true);
    for (name, json) in problems.record(json, at)? {
        let at = at.field(name);
        problems.short_text(name, &at);
        match class_payload::class(problems, tables, json, &at) {
            Some(class) => classes.push((name.as_str(), class)),
            None => whole = false,
        }
    }
    whole.then_some(classes)
}

/// The names of the fields of an object.
fn names_of(json: &Json) -> Vec<&str> {
    match json.finished_or_not() {
        Json::Object(fields) => fields.iter().map(|(name, _)| name.as_str()).listed(),
        _ => Vec::new(),
    }
}
