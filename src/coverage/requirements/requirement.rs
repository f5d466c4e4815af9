//! JSON → a requirement: which kind, of which class, and what is asked?
//!
//! Each kind has its own fields, and no others. Source: `docs/requirements.md`, *Requirements*.

use crate::coverage::requirements::kind::{Kind, RequirementKind, own_fields, own_part};
use crate::coverage::requirements::known::Known;
use crate::coverage::requirements::validity::{VALID_FROM, VALID_TO, Validity};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::in_both::{InBoth, in_both};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const KIND: &str = "kind";
const UNCERTAIN: &str = "uncertain";
/// What every requirement may have.
const COMMON: [&str; 8] = ["id", "article", "title", "note", UNCERTAIN, VALID_FROM, VALID_TO, KIND];

/// One thing that is asked of a coverage.
pub(crate) struct Requirement<'j> {
    pub(crate) id: &'j str,
    /// Where it is written.
    pub(crate) article: &'j str,
    pub(crate) title: InBoth<'j>,
    pub(crate) note: Option<InBoth<'j>>,
    /// Whether its author is not sure of it.
    pub(crate) uncertain: bool,
    pub(crate) validity: Validity,
    pub(crate) kind: Kind<'j>,
}

pub(crate) fn requirement<'j>(
    problems: &mut Problems,
    known: &Known<'_>,
    json: &'j Json,
    at: &Path<'_>,
) -> Option<Requirement<'j>> {
    let fields = problems.record(json, at)?;
    let Some((_, kind)) = fields.iter().find(|(name, _)| name == KIND) else {
        // Without a kind, nobody knows its other fields.
        if !matches!(json, Json::Unfinished(_)) {
            problems.report(Code::MissingField, at, say::missing_field(KIND));
        }
        return None;
    };
    let names = RequirementKind::ALL.iter().map(|kind| kind.as_str()).listed();
    let kind = problems.one_of(kind, &at.field(KIND), &names)?;
    let kind = *RequirementKind::ALL.get(kind)?;
    let all: Vec<&'static str> = COMMON.iter().chain(own_fields(kind)).copied().listed();
    let object = problems.document(json, at, &all)?;
    let id = problems.required(&object, "id", at);
    let id = id.and_then(|json| problems.text(json, &at.field("id")));
    let article = problems.required(&object, "article", at);
    let article = article.and_then(|json| problems.string(json, &at.field("article")));
    let title = in_both(problems, &object, "title", at, true);
    let note = in_both(problems, &object, "note", at, false);
    let uncertain = object.stated(UNCERTAIN).and_then(|json| problems.boolean(json, &at.field(UNCERTAIN)));
    let validity = Validity::read(problems, &object, at);
    let kind = own_part(problems, known, kind, &object, at);
    let uncertain = uncertain.unwrap_or_default();
    Some(Requirement { id: id?, article: article?, title: title?, note, uncertain, validity, kind: kind? })
}
