//! May a payload become the next version of a coverage?
//!
//! ```text
//! latest = none → 1        latest = n → n + 1, and no other
//! ```
//! Pure: which version is the latest, the caller knows. The stores of the npm package ask this before they stage a version.
//! Source: `create_or_update_coverage`; `docs/coverage.md`, *Versions*.

use serde::Serialize;

use crate::coverage::payload::{self, CoveragePayload};
use crate::coverage::validate::{check_name, check_version};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, both};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::value::json::Json;
use crate::ground::value::number;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// A version that may be stored next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CoverageVersion {
    /// The name of the coverage.
    pub name: String,
    /// The version of the payload, at least 1.
    pub version: u64,
    /// Whether it is the first version of this coverage.
    pub created: bool,
}

/// A payload whose shape, name and version are good: what can be said without a catalogue.
///
/// # Errors
/// The problems of the shape, `empty_name` of the coverage, and `version_below_one`.
///
/// # Examples
/// ```
/// use care_coverage::{Json, read_coverage_payload};
/// let payload: Json = r#"{ "name": "basic", "version": 1, "guarantees": [] }"#.parse()?;
/// assert_eq!(read_coverage_payload(payload.clone()), Ok(payload));
/// # Ok::<(), care_coverage::Error>(())
/// ```
pub fn read_coverage_payload(payload: Json) -> Result<Json, Error> {
    readable(&payload).map(|_| payload)
}

/// Whether a payload may be stored next, where `latest` is the latest version of its coverage: an integer of at least 1, or
/// nothing or `null` where there is none.
///
/// # Errors
/// Those of [`read_coverage_payload`]; then `version_not_one` for a first version other than 1, `version_exists` for one up to
/// `latest`, `version_not_next` for one above `latest` + 1. Where both arguments have problems, both are reported; the message
/// says which argument it speaks of.
///
/// # Examples
/// ```
/// use care_coverage::{Json, check_coverage_version};
/// let json = |text: &str| serde_json::from_str::<Json>(text);
/// let payload = json(r#"{ "name": "basic", "version": 3, "guarantees": [] }"#)?;
/// let stored = check_coverage_version(&payload, Some(&json("2")?))?;
/// assert_eq!((stored.version, stored.created), (3, false));
/// let error = check_coverage_version(&payload, Some(&json("1")?)).unwrap_err();
/// assert_eq!(error.diagnostics()[0].code.as_str(), "version_not_next");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_coverage_version(payload: &Json, latest: Option<&Json>) -> Result<CoverageVersion, Error> {
    let judged = (("payload", readable(payload)), ("latest", latest_version(latest)));
    let ((name, version), latest) = both(judged.0, judged.1)?;
    let mut problems = Problems::default();
    check_next(&mut problems, &name, version, latest);
    problems.finish(Some(CoverageVersion { name, version, created: latest.is_none() })).map(|(checked, _)| checked)
}

/// The name and the version of a payload that can be read.
fn readable(json: &Json) -> Result<(String, u64), Error> {
    whole!(json, |problems, json| judge(problems, json)).map(|(read, _)| read)
}

fn judge(problems: &mut Problems, json: &Json) -> Option<(String, u64)> {
    let root = &Path::Root;
    let CoveragePayload { name, version, .. } = payload::coverage(problems, json)?;
    if let Some(name) = name {
        check_name(problems, name, &root.field("name"));
    }
    let version = version.and_then(|version| check_version(problems, version, &root.field("version")));
    Some((name?.to_owned(), version?))
}

fn latest_version(json: Option<&Json>) -> Result<Option<u64>, Error> {
    let Some(json) = json.filter(|json| !matches!(json, Json::Null)) else { return Ok(None) };
    let mut problems = Problems::default();
    let version = problems
        .integer(json, &Path::Root)
        .and_then(|version| u64::try_from(version).ok())
        .filter(|version| *version >= 1);
    if version.is_none() && !problems.blocking() {
        problems.report(Code::VersionBelowOne, &Path::Root, say::version_or_null());
    }
    problems.finish(version).map(|(version, _)| Some(version))
}

fn check_next(problems: &mut Problems, name: &str, version: u64, latest: Option<u64>) {
    let at = &Path::Root.field("version");
    let next = latest.unwrap_or_default().saturating_add(1);
    if version == next {
        return;
    }
    let (code, says) = match latest {
        None => (Code::VersionNotOne, say::version_not_one(name, version)),
        Some(latest) if version <= latest => (Code::VersionExists, say::version_exists(name, version, next)),
        Some(_) => (Code::VersionNotNext, say::version_not_next(name, version, next)),
    };
    // What exists was written by somebody: a number that fits would put this payload in place of theirs, unread.
    let fix = (code != Code::VersionExists).then(|| {
        let value = Json::Number(number::parse(&next.to_string()));
        vec![Patch::Replace { path: at.pointer(), value }]
    });
    problems.report_with(code, at, says, Details::fix(fix));
}
