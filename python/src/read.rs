//! Python value → JSON, strictly and without trusting it.
//!
//! Good input is what JSON can say: mappings with texts or integers as keys, lists and tuples, strings of well-formed Unicode, finite numbers,
//! booleans, `None`; and what a backend has in its place: a dataclass and a named tuple are objects, a set is a sorted array, a `Decimal` is
//! its text, a `date` is its ISO text. Everything else stays in its place as an unusable value, so that it hides no other problem. Reading
//! may run foreign code (a property, a mapping of somebody else): what that throws stays in its place, too.

use care_coverage::bounds::{MAX_DEPTH, MAX_STRING_BYTES, MAX_TEXT_BYTES, MAX_VALUES};
use care_coverage::{Json, Unusable};
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString, PyTuple};

use crate::imported::{DATE, DATETIME, DECIMAL, FIELDS, LEFT_OUT};
use crate::sorted::sorted;

/// A value that was handed in.
pub(crate) struct Given(pub(crate) Json);

impl<'py> FromPyObject<'_, 'py> for Given {
    type Error = PyErr;

    /// # Errors
    /// What is no `Exception`, such as `KeyboardInterrupt`.
    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        json(&value).map(Given)
    }
}

/// Reads a value, within the bounds of the engine.
///
/// # Errors
/// What is no `Exception`, such as `KeyboardInterrupt`.
pub(crate) fn json(value: &Bound<'_, PyAny>) -> PyResult<Json> {
    let mut reader = Reader { values: MAX_VALUES, text: MAX_TEXT_BYTES, is_overdrawn: false, ancestors: Vec::new() };
    let json = reader.value(value)?;
    Ok(if reader.is_overdrawn { Json::Unusable(Unusable::TooLarge) } else { json })
}

struct Reader<'py> {
    /// How many values, and bytes of text, may still come.
    values: usize,
    text: usize,
    is_overdrawn: bool,
    /// The containers that hold the value being read.
    ancestors: Vec<Bound<'py, PyAny>>,
}

/// The fields of an object: their names and their values, or what reading one threw.
type Fields<'py> = Vec<(Bound<'py, PyAny>, PyResult<Bound<'py, PyAny>>)>;

impl<'py> Reader<'py> {
    fn value(&mut self, value: &Bound<'py, PyAny>) -> PyResult<Json> {
        if !self.takes_value() {
            return Ok(Json::Unusable(Unusable::TooLarge));
        }
        if value.is_none() {
            return Ok(Json::Null);
        }
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(self.text(text));
        }
        if let Ok(value) = value.cast::<PyBool>() {
            return Ok(Json::Bool(value.is_true()));
        }
        if let Ok(number) = value.cast::<PyInt>() {
            return Ok(integer(number));
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            return Ok(Json::from(number.value()));
        }
        self.container_or_other(value)
    }

    fn container_or_other(&mut self, value: &Bound<'py, PyAny>) -> PyResult<Json> {
        let is_cycle = self.ancestors.iter().any(|ancestor| ancestor.is(value));
        if is_cycle || self.ancestors.len() >= MAX_DEPTH && self.is_container(value) {
            return Ok(Json::Unusable(Unusable::TooDeep));
        }
        self.ancestors.push(value.clone());
        let json = self.parts(value);
        self.ancestors.pop();
        json.or_else(|thrown| threw(value.py(), thrown))
    }

    fn is_container(&self, value: &Bound<'py, PyAny>) -> bool {
        ["__iter__", "__dataclass_fields__"].iter().any(|name| value.hasattr(name).unwrap_or_default())
    }

    fn parts(&mut self, value: &Bound<'py, PyAny>) -> PyResult<Json> {
        if let Ok(fields) = value.cast::<PyDict>() {
            return self.object(fields.iter().map(|(key, value)| (key, Ok(value))).collect());
        }
        if let Ok(items) = value.cast::<PyList>() {
            return Ok(Json::Array(self.items(items.iter())?));
        }
        if let Ok(items) = value.cast::<PyTuple>() {
            return match value.get_type().getattr(intern!(value.py(), "_fields")) {
                Ok(names) => self.object(names.try_iter()?.zip(items).map(named).collect::<PyResult<_>>()?),
                Err(_) => Ok(Json::Array(self.items(items.iter())?)),
            };
        }
        if value.is_instance_of::<PySet>() || value.is_instance_of::<PyFrozenSet>() {
            let items: Vec<_> = value.try_iter()?.collect::<PyResult<_>>()?;
            return Ok(Json::Array(sorted(self.items(items.into_iter())?)));
        }
        let py = value.py();
        if value.is_instance(DECIMAL.get(py)?)? {
            return decimal(value);
        }
        if value.is_instance(DATE.get(py)?)? && !value.is_instance(DATETIME.get(py)?)? {
            return Ok(Json::String(value.call_method0(intern!(py, "isoformat"))?.extract()?));
        }
        if value.is(LEFT_OUT.get(py)?) {
            return Ok(foreign("a value that is left out"));
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            let of_key = |key: Bound<'py, PyAny>| (key.clone(), mapping.get_item(key));
            return self.object(mapping.keys()?.iter().map(of_key).collect());
        }
        let class = value.get_type();
        if class.hasattr(intern!(py, "__dataclass_fields__"))? && !value.is_instance_of::<pyo3::types::PyType>() {
            let fields = FIELDS.get(py)?.call1((value,))?;
            let names: Vec<_> = fields.try_iter()?.map(|field| field?.getattr("name")).collect::<PyResult<_>>()?;
            let of_name = |name: Bound<'py, PyAny>| {
                let field = name.cast::<PyString>().map_err(PyErr::from).and_then(|name| value.getattr(name));
                (name.clone(), field)
            };
            return self.object(names.into_iter().map(of_name).collect());
        }
        if class.hasattr(intern!(py, "__index__"))? {
            return Ok(integer(value.call_method0(intern!(py, "__index__"))?.cast::<PyInt>()?));
        }
        Ok(foreign(&format!("an instance of `{}`", class.name()?)))
    }

    fn items(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> PyResult<Vec<Json>> {
        let mut read = Vec::new();
        for item in items {
            if self.is_overdrawn {
                break;
            }
            read.push(self.value(&item)?);
        }
        Ok(read)
    }

    /// An object. Without its name a field has no place to report, so the whole object is unusable.
    fn object(&mut self, fields: Fields<'py>) -> PyResult<Json> {
        let mut read: Vec<(String, Json)> = Vec::with_capacity(fields.len());
        let mut has_integers = false;
        for (key, value) in fields {
            let py = key.py();
            let value = match value {
                Ok(value) if value.is(LEFT_OUT.get(py)?) => continue,
                value => value,
            };
            if self.is_overdrawn {
                break;
            }
            let name = if let Ok(name) = key.cast::<PyString>() {
                match self.text(name) {
                    Json::String(name) => name,
                    other => return Ok(other),
                }
            } else if let (Ok(number), false) = (key.cast::<PyInt>(), key.is_instance_of::<PyBool>()) {
                has_integers = true;
                number.str()?.to_str()?.to_owned()
            } else {
                return Ok(foreign("an object with a key that is neither a string nor an integer"));
            };
            let json = value.and_then(|value| self.value(&value)).or_else(|thrown| threw(py, thrown))?;
            read.push((name, json));
        }
        let mut names = std::collections::BTreeSet::new();
        if has_integers && !read.iter().all(|(name, _)| names.insert(name)) {
            return Ok(foreign("an object with one key as a string and as an integer"));
        }
        Ok(Json::Object(read))
    }

    fn text(&mut self, text: &Bound<'py, PyString>) -> Json {
        let Ok(text) = text.to_str() else { return Json::Unusable(Unusable::LoneSurrogate) };
        if text.len() > MAX_STRING_BYTES {
            return Json::Unusable(Unusable::LongString);
        }
        match self.text.checked_sub(text.len()) {
            Some(rest) => self.text = rest,
            None => self.is_overdrawn = true,
        }
        if self.is_overdrawn { Json::Unusable(Unusable::TooLarge) } else { Json::String(text.to_owned()) }
    }

    fn takes_value(&mut self) -> bool {
        match self.values.checked_sub(1) {
            Some(rest) => self.values = rest,
            None => self.is_overdrawn = true,
        }
        !self.is_overdrawn
    }
}

fn named<'py>(
    (name, value): (PyResult<Bound<'py, PyAny>>, Bound<'py, PyAny>),
) -> PyResult<(Bound<'py, PyAny>, PyResult<Bound<'py, PyAny>>)> {
    Ok((name?, Ok(value)))
}

/// What is thrown while a value is read stays in its place.
///
/// # Errors
/// What is no `Exception`.
fn threw(py: Python<'_>, thrown: PyErr) -> PyResult<Json> {
    if thrown.is_instance_of::<PyException>(py) { Ok(Json::Unusable(Unusable::Threw)) } else { Err(thrown) }
}

/// An integer, exactly or not at all: the numbers of JSON are doubles.
fn integer(number: &Bound<'_, PyInt>) -> Json {
    match number.extract::<f64>() {
        Ok(double) if number.as_any().eq(double).unwrap_or_default() => Json::Number(double),
        _ => foreign("an integer that no double is"),
    }
}

/// A decimal, exactly: its text without exponent.
fn decimal(value: &Bound<'_, PyAny>) -> PyResult<Json> {
    let py = value.py();
    if !value.call_method0(intern!(py, "is_finite"))?.is_truthy()? {
        let is_nan = value.call_method0(intern!(py, "is_nan"))?.is_truthy()?;
        return Ok(foreign(if is_nan { "NaN" } else { "an infinite number" }));
    }
    let text: String = value.call_method1(intern!(py, "__format__"), ("f",))?.extract()?;
    if text.len() > MAX_STRING_BYTES {
        return Ok(Json::Unusable(Unusable::LongString));
    }
    Ok(Json::String(text))
}

fn foreign(kind: &str) -> Json {
    Json::Unusable(Unusable::Foreign(kind.to_owned()))
}
