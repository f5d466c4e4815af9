//! Options as typed values. Each begins with the defaults.

use crate::api::values::acceptance::Acceptance;
use crate::api::values::object::json_object;
use crate::coverage::facts::table::ActFact;
use crate::ground::diagnostics::code::{Code, Severity};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// How a catalogue reads what the documents leave open.
///
/// # Examples
/// ```
/// use care_coverage::{ActFact, CareTypeCatalog, CatalogOptions, Json};
/// let data: Json = r#"{ "care_type_groups": [], "internal_care_types": [] }"#.parse()?;
/// let options = CatalogOptions::new().types_over_groups().visible_teeth([11, 21]).known_values(ActFact::Practitioner, ["HYPNOTIST"]);
/// assert!(CareTypeCatalog::new(&data, Some(&options)).is_ok());
/// # Ok::<(), care_coverage::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct CatalogOptions(Json);

json_object!(CatalogOptions);

impl Default for CatalogOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl CatalogOptions {
    /// An exclude wins over an include; visible are the teeth through the second premolar; the establishment of an act says
    /// nothing; known are the built-in values.
    pub fn new() -> Self {
        CatalogOptions(Json::Object(Vec::new()))
    }

    /// A term that names a care type wins over one that names a group.
    pub fn types_over_groups(self) -> Self {
        self.with("selectorPrecedence", "types_over_groups")
    }

    /// Visible are the teeth through the first premolar only.
    pub fn visible_through_first_premolar(self) -> Self {
        self.with("visibleTeeth", "through_first_premolar")
    }

    /// Visible are exactly these teeth, FDI numbers.
    pub fn visible_teeth(self, numbers: impl IntoIterator<Item = u8>) -> Self {
        self.with("visibleTeeth", numbers.into_iter().listed())
    }

    /// The établissements that are not conventionnés, by identification number: all others are.
    pub fn non_conventioned_establishments<S: Into<String>>(self, numbers: impl IntoIterator<Item = S>) -> Self {
        self.with("nonConventionedEstablishments", strings(numbers))
    }

    /// Values of a text fact that validation knows in addition to the built-in ones. A boolean has no such values: nothing changes.
    pub fn known_values<S: Into<String>>(self, fact: ActFact, values: impl IntoIterator<Item = S>) -> Self {
        let Some(name) = fact.known_values_name() else { return self };
        let known = self.0.get("knownValues").cloned().unwrap_or(Json::Object(Vec::new()));
        self.with("knownValues", crate::api::values::object::with(known, name, strings(values).into()))
    }

    /// A list of documents of synonyms, which are checked and kept; the npm package searches by them.
    pub fn synonyms(self, documents: Json) -> Self {
        self.with("synonyms", documents)
    }
}

/// What a validation reports.
///
/// # Examples
/// ```
/// use care_coverage::{Code, ValidateOptions};
#[doc = include_str!("../example.txt")]
/// let options = ValidateOptions::new().ignore([Code::NoGuarantee]);
/// let empty = r#"{ "name": "basic", "version": 1, "guarantees": [] }"#.parse()?;
/// assert_eq!(catalog.validate_coverage(&empty, Some(&options))?, []);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct ValidateOptions(Json);

json_object!(ValidateOptions);

impl Default for ValidateOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl ValidateOptions {
    /// Everything is reported.
    pub fn new() -> Self {
        ValidateOptions(Json::Object(Vec::new()))
    }

    /// Codes that are not reported.
    pub fn ignore(self, codes: impl IntoIterator<Item = Code>) -> Self {
        self.with("ignore", codes.into_iter().map(Code::as_str).listed())
    }

    /// A severity of all diagnostics of a code, instead of their own. Of a code that leaves the meaning undefined it must be
    /// `Severity::Error`.
    pub fn severity(self, code: Code, severity: Severity) -> Self {
        let severities = self.0.get("severities").cloned().unwrap_or(Json::Object(Vec::new()));
        self.with("severities", crate::api::values::object::with(severities, code.as_str(), severity.as_str().into()))
    }

    /// Findings that are meant, and so are not reported.
    pub fn accept(self, acceptances: impl IntoIterator<Item = Acceptance>) -> Self {
        self.with("accept", acceptances.into_iter().map(Json::from).listed())
    }

    /// Reports what is accepted, too, as a hint with the reason.
    pub fn with_accepted(self) -> Self {
        self.with("accepted", "info")
    }

    /// Leaves out overlaps, gaps and redundant mappings.
    pub fn without_analysis(self) -> Self {
        self.with("analysis", false)
    }

    /// Only the problems of the part at this JSON Pointer, and what leaves it unread; the whole is judged all the same.
    pub fn within(self, pointer: &str) -> Self {
        self.with("within", pointer)
    }
}

/// What an analysis says of findings that are meant.
///
/// # Examples
/// ```
/// use care_coverage::{Acceptance, AnalyzeOptions, Code};
#[doc = include_str!("../example.txt")]
/// let options = AnalyzeOptions::new().accept([Acceptance::new(Code::Gap, "for adults").care_types(["CROWN"])]);
/// let gaps = coverage.analyze_accepting(Some(&options))?.gaps;
/// assert_eq!((gaps[0].accepted.as_deref(), gaps[1].accepted.as_deref()), (Some("for adults"), None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct AnalyzeOptions(Json);

json_object!(AnalyzeOptions);

impl Default for AnalyzeOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl AnalyzeOptions {
    /// Nothing is meant.
    pub fn new() -> Self {
        AnalyzeOptions(Json::Object(Vec::new()))
    }

    /// Findings that are meant.
    pub fn accept(self, acceptances: impl IntoIterator<Item = Acceptance>) -> Self {
        self.with("accept", acceptances.into_iter().map(Json::from).listed())
    }
}

/// How a reimbursement is computed and shown.
///
/// # Examples
/// ```
/// use care_coverage::{Act, ReimburseOptions};
#[doc = include_str!("../example.txt")]
/// let act = Act::new("CROWN").member_age(40).amount("charged", "33.33").amount("brss", "33.33").amount("secu_rate_percent", 60);
/// let amounts = |options| Ok::<_, care_coverage::Error>(coverage.reimburse(&act, None, options)?.amounts);
/// assert_eq!(amounts(None)?.ok_or("covered")?.secu_paid, "19.99");
/// assert_eq!(amounts(Some(&ReimburseOptions::new().round_half_up()))?.ok_or("covered")?.secu_paid, "20.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct ReimburseOptions(Json);

json_object!(ReimburseOptions);

impl Default for ReimburseOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl ReimburseOptions {
    /// The Sécu part is rounded down to the cent; of many acts, the counters after all are shown.
    pub fn new() -> Self {
        ReimburseOptions(Json::Object(Vec::new()))
    }

    /// The Sécu part is rounded half-up to the cent.
    pub fn round_half_up(self) -> Self {
        self.with("secuRounding", "half_up")
    }

    /// Of many acts, the counters after each are shown, too.
    pub fn counters_after_each(self) -> Self {
        self.with("counters", "each")
    }

    /// Of many acts, no counters are shown.
    pub fn without_counters(self) -> Self {
        self.with("counters", "none")
    }
}

fn strings<S: Into<String>>(values: impl IntoIterator<Item = S>) -> Vec<String> {
    values.into_iter().map(Into::into).listed()
}
