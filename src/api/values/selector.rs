//! A selector as a typed value.

use crate::api::values::object::json_object;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// A `CoverageCareTypeSelector`: which care types are meant, by short code.
///
/// # Examples
/// ```
/// use care_coverage::CareTypeSelector;
#[doc = include_str!("../example.txt")]
/// let selector = CareTypeSelector::new().include_groups(["DENTAL"]).exclude_types(["SCALING"]);
/// let selected = catalog.care_types_from_selector(&selector)?;
/// assert_eq!(selected[0].short_code, "CROWN");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct CareTypeSelector(Json);

json_object!(CareTypeSelector);

impl Default for CareTypeSelector {
    fn default() -> Self {
        Self::new()
    }
}

impl CareTypeSelector {
    /// A selector that selects nothing.
    pub fn new() -> Self {
        CareTypeSelector(Json::Object(Vec::new()))
    }

    /// The groups whose members are selected.
    pub fn include_groups<S: Into<String>>(self, short_codes: impl IntoIterator<Item = S>) -> Self {
        self.codes("include_care_type_groups", short_codes)
    }

    /// The groups whose members are left out.
    pub fn exclude_groups<S: Into<String>>(self, short_codes: impl IntoIterator<Item = S>) -> Self {
        self.codes("exclude_care_type_groups", short_codes)
    }

    /// The care types that are selected.
    pub fn include_types<S: Into<String>>(self, short_codes: impl IntoIterator<Item = S>) -> Self {
        self.codes("include_care_types", short_codes)
    }

    /// The care types that are left out.
    pub fn exclude_types<S: Into<String>>(self, short_codes: impl IntoIterator<Item = S>) -> Self {
        self.codes("exclude_care_types", short_codes)
    }

    fn codes<S: Into<String>>(self, field: &str, short_codes: impl IntoIterator<Item = S>) -> Self {
        self.with(field, short_codes.into_iter().map(Into::<String>::into).listed())
    }
}
