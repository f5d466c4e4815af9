//! Which findings are meant? Acceptances, as a caller writes them next to a coverage.
//!
//! ```text
//! { code, guarantee?, care_types?, conditions?, reason }
//! ```
//! Of an overlap and of a gap an acceptance speaks of acts, and what of a finding is outside of it is reported
//! ([`crate::coverage::analysis::accepted`]). Of all else it speaks of places: of the whole coverage, or of a guarantee.
//!
//! Source: *Meant findings* in `docs/coverage.md`.

use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::region::{Region, conditions};
use crate::coverage::selector;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::diagnostics::settings::Accepted;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// At most this many are read, because each finding is compared with each of them.
const MAX_ACCEPTANCES: usize = 1_000;

/// Findings that are meant.
pub(crate) struct Acceptance {
    pub(crate) code: Code,
    pub(crate) guarantee: Option<String>,
    /// Ascending.
    pub(crate) care_types: Option<Vec<CareTypeIndex>>,
    pub(crate) region: Region,
    /// The facts that its conditions ask for.
    pub(crate) asks: FactMask,
    pub(crate) reason: String,
}

/// A code by its name; one that does not exist is reported.
pub(crate) fn code(problems: &mut Problems, name: &str, at: &Path<'_>) -> Option<Code> {
    let code = name.parse().ok();
    if code.is_none() {
        let known = Code::ALL.iter().map(|code| code.as_str()).listed();
        problems.unknown_name(Code::UnknownCode, name, at, &mut known.iter().copied(), |name, nearest| {
            say::unknown_code(name, nearest)
        });
    }
    code
}

/// Reads the list of an option.
pub(crate) fn list(problems: &mut Problems, tables: &Tables, json: &Json, at: &Path<'_>) -> Vec<Acceptance> {
    let Some(items) = problems.array(json, at) else { return Vec::new() };
    if items.items.len() > MAX_ACCEPTANCES {
        problems.report(Code::TooLarge, at, say::many_entries(MAX_ACCEPTANCES));
        return Vec::new();
    }
    let mut acceptances = Vec::new();
    for (index, json) in items.items.iter().enumerate() {
        acceptances.extend(acceptance(problems, tables, json, &at.item(index)));
    }
    acceptances
}

fn acceptance(problems: &mut Problems, tables: &Tables, json: &Json, at: &Path<'_>) -> Option<Acceptance> {
    let object = problems.document(json, at, &["code", "guarantee", "care_types", "conditions", "reason"])?;
    let code = problems.required(&object, "code", at);
    let code = code.and_then(|json| acceptable(problems, json, &at.field("code")));
    let reason = problems.required(&object, "reason", at);
    let reason = reason.and_then(|json| reason_of(problems, json, &at.field("reason")));
    let guarantee = object.get("guarantee").map(|json| problems.string(json, &at.field("guarantee")));
    let care_types = object.get("care_types").map(|json| {
        let at = &at.field("care_types");
        let codes = problems.strings(json, at);
        if codes.whole && codes.entries.is_empty() {
            problems.report(Code::EmptyList, at, say::empty_list());
        }
        let mut listed = CareTypeSet::empty(tables.care_types().len());
        selector::care_types(problems, tables, &codes, at).indices().for_each(|index| listed.insert(index));
        listed.to_vec()
    });
    let conditions = object.get("conditions").map(|json| conditions::read(problems, json, &at.field("conditions")));
    if code.is_some_and(|code| !speaks_of_acts(code)) {
        for name in ["care_types", "conditions"].into_iter().filter(|name| object.get(name).is_some()) {
            problems.report(Code::UnknownField, &at.field(name), say::only_of_acts(name));
        }
    }
    let (region, asks) = conditions.unwrap_or_else(|| Some((Region::all(), FactMask::default())))?;
    let guarantee = guarantee.map_or(Some(None), |name| name.map(|name| Some(name.to_owned())))?;
    Some(Acceptance { code: code?, guarantee, care_types, region, asks, reason: reason?.to_owned() })
}

fn acceptable(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Code> {
    let name = problems.string(json, at)?;
    let code = code(problems, name, at)?;
    if code.is_blocking() {
        problems.report(Code::BlockingCode, at, say::blocking_code(code.as_str()));
    } else if matches!(code, Code::DiagnosticsTruncated | Code::StaleAcceptance) {
        problems.report(Code::BlockingCode, at, say::code_of_the_report(code.as_str()));
    }
    Some(code)
}

fn reason_of<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<&'j str> {
    let reason = problems.string(json, at)?;
    if reason.trim().is_empty() {
        problems.report(Code::InvalidString, at, say::empty_reason());
    }
    Some(reason)
}

/// Whether findings of a code are acts.
pub(crate) fn speaks_of_acts(code: Code) -> bool {
    matches!(code, Code::Overlap | Code::Gap)
}

impl Acceptance {
    /// Where it accepts findings of a payload, of any shape.
    pub(crate) fn of(&self, payload: &Json) -> Accepted {
        let places = match &self.guarantee {
            _ if speaks_of_acts(self.code) => Vec::new(),
            None => vec![String::new()],
            Some(name) => places_of(payload, name),
        };
        Accepted { code: self.code, places, reason: self.reason.clone(), is_used: false }
    }
}

/// The pointers of the guarantees of a name.
fn places_of(payload: &Json, wanted: &str) -> Vec<String> {
    let guarantees = payload.finished_or_not().get("guarantees").map(Json::finished_or_not);
    let Some(Json::Array(guarantees)) = guarantees else { return Vec::new() };
    let mut places = Vec::new();
    for (index, guarantee) in guarantees.iter().enumerate() {
        if matches!(guarantee.finished_or_not().get("name"), Some(Json::String(name)) if name == wanted) {
            places.push(Path::Root.field("guarantees").item(index).pointer());
        }
    }
    places
}
