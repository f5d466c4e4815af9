//! What is a JSON value, and what may be where one was expected?
//!
//! Both entry points read into this one tree: the strict reader of JavaScript values (wasm) and any serde deserializer
//! (natively, for example `serde_json`). Everything after it is the same code. A value that JSON cannot say stays in its
//! place as [`Json::Unusable`], so that one bad value does not hide the problems of its neighbours.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Arrays and objects may be nested this deep; a cycle is deeper than anything.
pub const MAX_DEPTH: usize = 64;
/// A document may hold this many values.
pub const MAX_VALUES: usize = 1_000_000;
/// A string may hold this many bytes of UTF-8.
pub const MAX_STRING_BYTES: usize = 1 << 20;
/// All strings of a document together may hold this many bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 64 << 20;
/// The largest integer that a JSON number carries exactly everywhere, 2^53 − 1.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// A JSON value. Numbers are IEEE 754 doubles, as in JavaScript; the fields of an object keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// A string of well-formed Unicode.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object; no key occurs twice.
    Object(Vec<(String, Json)>),
    /// An array or object that a syntax error cut off: its parts are complete, it is not.
    Unfinished(Box<Json>),
    /// Something that is not JSON, kept in its place until the decoder reports it.
    Unusable(Unusable),
}

/// Why a value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unusable {
    /// Not JSON-like; with its kind in words ("a function", "NaN").
    Foreign(String),
    /// Reading it threw (a getter or a proxy).
    Threw,
    /// A string or a field name that is not well-formed Unicode.
    LoneSurrogate,
    /// Nested deeper than [`MAX_DEPTH`], or a cycle.
    TooDeep,
    /// A string longer than [`MAX_STRING_BYTES`].
    LongString,
    /// A document of more than [`MAX_VALUES`] values or [`MAX_TEXT_BYTES`] of text.
    TooLarge,
}

impl Json {
    /// The kind of this value in words, for messages.
    pub(crate) fn kind(&self) -> &str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "an array",
            Json::Object(_) => "an object",
            Json::Unfinished(json) => json.kind(),
            Json::Unusable(Unusable::Foreign(kind)) => kind,
            Json::Unusable(_) => "an unusable value",
        }
    }

    /// The value of a field of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// An item of an array.
    pub(crate) fn item(&self, index: usize) -> Option<&Json> {
        match self {
            Json::Array(items) => items.get(index),
            _ => None,
        }
    }

    /// The position of a part of an array or an object: an item by its index, a field by its name.
    pub(crate) fn position(&self, segment: &str) -> Option<usize> {
        match self.finished_or_not() {
            Json::Array(items) => segment.parse().ok().filter(|index| *index < items.len()),
            Json::Object(fields) => fields.iter().position(|(name, _)| name == segment),
            _ => None,
        }
    }

    /// The part of an array or an object at a position.
    pub(crate) fn part(&self, position: usize) -> Option<&Json> {
        match self.finished_or_not() {
            Json::Array(items) => items.get(position),
            Json::Object(fields) => fields.get(position).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn part_mut(&mut self, position: usize) -> Option<&mut Json> {
        match self.finished_or_not_mut() {
            Json::Array(items) => items.get_mut(position),
            Json::Object(fields) => fields.get_mut(position).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value itself, whether a syntax error cut it off or not.
    pub(crate) fn finished_or_not(&self) -> &Json {
        match self {
            Json::Unfinished(json) => json,
            json => json,
        }
    }

    /// The same, to be changed.
    pub(crate) fn finished_or_not_mut(&mut self) -> &mut Json {
        match self {
            Json::Unfinished(json) => json,
            json => json,
        }
    }

    /// How many values it holds, itself included; none when they are more than `limit`.
    pub(crate) fn count_within(&self, limit: usize) -> Option<usize> {
        let add = |count: usize, part: &Json| {
            let part = part.count_within(limit.checked_sub(count)?)?;
            count.checked_add(part)
        };
        match self.finished_or_not() {
            _ if limit == 0 => None,
            Json::Array(items) => items.iter().try_fold(1, add),
            Json::Object(fields) => fields.iter().map(|(_, value)| value).try_fold(1, add),
            _ => Some(1),
        }
    }
}

/// The integer that `number` is exactly, if it is one within ±(2^53 − 1). `1.0` is an integer.
pub(crate) fn safe_integer(number: f64) -> Option<i64> {
    const LIMIT: f64 = 9_007_199_254_740_991.0;
    if number.trunc() != number || number.abs() > LIMIT {
        return None;
    }
    // INVARIANT: integral and within ±(2^53 − 1), where the conversion is exact.
    #[allow(clippy::as_conversions)]
    let integer = number as i64;
    Some(integer)
}

/// Counts what a document holds, so that a hostile one ends early.
pub(crate) struct Budget {
    values: Cell<usize>,
    text: Cell<usize>,
    overdrawn: Cell<bool>,
}

impl Budget {
    pub(crate) fn new() -> Self {
        Budget { values: Cell::new(MAX_VALUES), text: Cell::new(MAX_TEXT_BYTES), overdrawn: Cell::new(false) }
    }

    /// Takes one value; false when there is none left.
    pub(crate) fn take_value(&self) -> bool {
        self.take(&self.values, 1)
    }

    /// Takes a string's bytes; false when there are none left.
    pub(crate) fn take_text(&self, bytes: usize) -> bool {
        self.take(&self.text, bytes)
    }

    /// Whether more was asked for than there was: the document is too large to be judged.
    pub(crate) fn overdrawn(&self) -> bool {
        self.overdrawn.get()
    }

    fn take(&self, left: &Cell<usize>, amount: usize) -> bool {
        let rest = left.get().checked_sub(amount);
        left.set(rest.unwrap_or(0));
        self.overdrawn.set(self.overdrawn.get() || rest.is_none());
        rest.is_some()
    }
}

impl<'de> Deserialize<'de> for Json {
    /// # Errors
    /// Those of the deserializer, and a key that occurs twice in one object. Depth and size beyond the bounds are not
    /// errors here but [`Json::Unusable`] values, which the decoder reports.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let budget = Budget::new();
        let json = Seed { depth: 0, budget: &budget }.deserialize(deserializer)?;
        Ok(if budget.overdrawn() { Json::Unusable(Unusable::TooLarge) } else { json })
    }
}

/// Deserializes one value at a depth within a budget.
#[derive(Clone, Copy)]
struct Seed<'b> {
    depth: usize,
    budget: &'b Budget,
}

impl Seed<'_> {
    /// The seed of what this array or object holds, unless that is too deep.
    fn inner(self) -> Option<Self> {
        let depth = self.depth.saturating_add(1);
        (depth <= MAX_DEPTH).then_some(Seed { depth, ..self })
    }

    fn string(&self, text: String) -> Json {
        if text.len() > MAX_STRING_BYTES {
            return Json::Unusable(Unusable::LongString);
        }
        if !self.budget.take_text(text.len()) {
            return Json::Unusable(Unusable::TooLarge);
        }
        Json::String(text)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        if !self.budget.take_value() {
            IgnoredAny::deserialize(deserializer)?;
            return Ok(Json::Unusable(Unusable::TooLarge));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        // DECISION: a number is a double, as in JavaScript; beyond 2^53 the nearest one. Case: compile/version-too-large
        #[allow(clippy::as_conversions)]
        let number = value as f64;
        Ok(Json::Number(number))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        #[allow(clippy::as_conversions)]
        let number = value as f64;
        Ok(Json::Number(number))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        if value.is_finite() {
            return Ok(Json::Number(value));
        }
        Ok(Json::Unusable(Unusable::Foreign(if value.is_nan() { "NaN" } else { "an infinite number" }.to_owned())))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(self.string(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(self.string(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Some(inner) = self.inner() else {
            while access.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Json::Unusable(Unusable::TooDeep));
        };
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Some(inner) = self.inner() else {
            while access.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Json::Unusable(Unusable::TooDeep));
        };
        let mut fields: Vec<(String, Json)> = Vec::new();
        let mut keys = std::collections::BTreeSet::new();
        while let Some(key) = access.next_key::<String>()? {
            if !keys.insert(key.clone()) {
                return Err(de::Error::custom(format_args!("duplicate key `{key}`")));
            }
            let value = access.next_value_seed(inner)?;
            fields.push((key, value));
        }
        Ok(Json::Object(fields))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null | Json::Unusable(_) => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(value) => match safe_integer(*value) {
                Some(integer) if integer != 0 || value.is_sign_positive() => serializer.serialize_i64(integer),
                _ => serializer.serialize_f64(*value),
            },
            Json::String(value) => serializer.serialize_str(value),
            Json::Unfinished(json) => json.serialize(serializer),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
