//! Options: a mapping, or keywords with the names that Python has.

use care_coverage::Json;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::read::json;

/// The options that documents call otherwise.
const NAMES: [(&str, &str); 6] = [
    ("selector_precedence", "selectorPrecedence"),
    ("visible_teeth", "visibleTeeth"),
    ("non_conventioned_establishments", "nonConventionedEstablishments"),
    ("known_values", "knownValues"),
    ("secu_rounding", "secuRounding"),
    // Of `reimburse_many`, which has an argument of that name.
    ("shown_counters", "counters"),
];

/// Options as a mapping. `None` is one that is wrong, as `null` is everywhere; left out, there are none.
#[derive(Default)]
pub(crate) struct Options(Option<Json>);

impl<'py> FromPyObject<'_, 'py> for Options {
    type Error = PyErr;

    /// # Errors
    /// Those of [`json`].
    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Options(Some(json(&value)?)))
    }
}

/// The options of a call: those of a mapping are taken as they are; a keyword that is `None` is left out.
///
/// # Errors
/// `TypeError` for both.
pub(crate) fn options_of(given: Options, keywords: Option<&Bound<'_, PyDict>>) -> PyResult<Option<Json>> {
    let Some(keywords) = keywords.filter(|keywords| !keywords.is_empty()) else {
        return Ok(given.0);
    };
    if given.0.is_some() {
        return Err(PyTypeError::new_err("options are a mapping or keywords, not both"));
    }
    let mut fields = Vec::new();
    for (name, value) in keywords.iter().filter(|(_, value)| !value.is_none()) {
        let name: String = name.extract()?;
        let known = NAMES.iter().find(|(python, _)| *python == name);
        fields.push((known.map_or(name, |(_, known)| (*known).to_owned()), json(&value)?));
    }
    Ok(Some(Json::Object(fields)))
}

/// The options of a call that needs some: without any, an object without fields, of which the engine says what is missing.
///
/// # Errors
/// `TypeError` for both.
pub(crate) fn required(given: Options, keywords: Option<&Bound<'_, PyDict>>) -> PyResult<Json> {
    Ok(options_of(given, keywords)?.unwrap_or(Json::Object(Vec::new())))
}
