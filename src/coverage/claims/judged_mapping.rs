//! What is wrong with a mapping? Its shape, and the values that it fixes.

use crate::coverage::claims::header;
use crate::coverage::claims::mapping::{COLUMNS, ClaimMapping, FIXED, read};
use crate::coverage::claims::row::RowState;
use crate::coverage::claims::table::ClaimTable;
use crate::coverage::claims::take::take_fixed;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

impl ClaimMapping {
    /// Decodes a `ClaimMapping`.
    ///
    /// # Errors
    /// Shape problems with their places: `unknown_field` with the field that may be meant, `wrong_type`, `missing_field` without the care
    /// types or what was charged, `duplicate_value`.
    pub fn new(json: &Json) -> Result<Self, Error> {
        whole!(json, |problems, json| judged(problems, json)).map(|(mapping, _)| mapping)
    }
}

/// Every problem of a mapping of claims.
///
/// # Examples
/// ```
/// use care_coverage::validate_mapping;
/// let mapping = r#"{ "columns": { "care_type": "ACTE", "charged": "MONTANT", "persn": "BENEFICIAIRE" } }"#;
/// let codes: Vec<&str> = validate_mapping(&mapping.parse()?).iter().map(|problem| problem.code.as_str()).collect();
/// assert_eq!(codes, ["unknown_field"]);
/// # Ok::<(), care_coverage::Error>(())
/// ```
#[must_use]
pub fn validate_mapping(mapping: &Json) -> Vec<Diagnostic> {
    match whole!(mapping, |problems, json| judged(problems, json)) {
        Ok((_, warnings)) => warnings,
        Err(error) => error.into_diagnostics(),
    }
}

/// A mapping that is at a place of another document.
pub(crate) fn mapping_at(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<ClaimMapping> {
    match ClaimMapping::new(json) {
        Ok(mapping) => Some(mapping),
        Err(error) => {
            problems.nest(at, error.into_diagnostics());
            None
        }
    }
}

fn judged(problems: &mut Problems, json: &Json) -> Option<ClaimMapping> {
    let mapping = read(problems, json)?;
    let mut table = ClaimTable::new(0, false);
    for (target, value) in header::fixed(&mapping) {
        if take_fixed(&mut table, &mut RowState::default(), &target, &value).is_err() {
            let at = &Path::Root;
            let at = &at.field(COLUMNS);
            let at = &at.field(target.name);
            problems.report(Code::WrongType, &at.field(FIXED), say::fixed_value(target.name));
        }
    }
    Some(mapping)
}
