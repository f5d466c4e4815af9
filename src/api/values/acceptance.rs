//! An acceptance as a typed value.

use crate::api::values::object::json_object;
use crate::ground::diagnostics::code::Code;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// Findings that are meant, and why.
///
/// # Examples
/// ```
/// use care_coverage::{Acceptance, Code, ValidateOptions};
#[doc = include_str!("../example.txt")]
/// let minors = r#"{ "member_age": { "min": 0, "max": 17 } }"#.parse()?;
/// let meant = Acceptance::new(Code::Gap, "adults only").guarantee("DENTAL_CARE").conditions(minors);
/// let options = ValidateOptions::new().accept([meant]);
/// let left = catalog.validate_coverage(&payload, Some(&options))?;
/// assert!(left.iter().all(|found| found.code != Code::Gap && found.code != Code::StaleAcceptance));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Acceptance(Json);

json_object!(Acceptance);

impl Acceptance {
    /// All findings of a code.
    pub fn new(code: Code, reason: impl Into<String>) -> Self {
        let object = Acceptance(Json::Object(Vec::new()));
        object.with("code", code.as_str()).with("reason", reason.into())
    }

    /// Only those that concern a guarantee.
    pub fn guarantee(self, name: impl Into<String>) -> Self {
        self.with("guarantee", name.into())
    }

    /// Of overlaps and gaps, only acts of these care types.
    pub fn care_types<S: Into<String>>(self, codes: impl IntoIterator<Item = S>) -> Self {
        self.with("care_types", codes.into_iter().map(Into::into).listed())
    }

    /// Of overlaps and gaps, only acts that `ActConditions` hold for, such as those of a region of an analysis.
    pub fn conditions(self, conditions: Json) -> Self {
        self.with("conditions", conditions)
    }
}
