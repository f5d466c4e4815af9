//! JavaScript value → JSON, strictly and without trusting it.
//!
//! Good input is what JSON can say: plain objects of any realm or without prototype, arrays, strings of well-formed
//! Unicode, finite numbers, booleans, null; a `Set` stands for an array, and a property that is `undefined` is left out.
//! Everything else stays in its place as an unusable value. Every access may run foreign code (a getter, a proxy), so
//! every access is one that can fail. Symbol keys and keys that are not enumerable are no part of the value.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::prelude::*;

use crate::diagnostic::{Error, Problems};
use crate::json::{Budget, Json, MAX_DEPTH, MAX_STRING_BYTES, MAX_TEXT_BYTES, Unusable};
use crate::pointer::Path;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn array_from(iterable: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(object: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    fn prototype_of(object: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["Set", "prototype"], js_name = values)]
    static SET_VALUES: JsValue;
}

/// A container at a multiple of this depth is compared with those that hold it. No document of ours is this deep, so that
/// the search for a cycle costs nothing, and a value that holds itself twice does not grow without end before it is found.
const CYCLE_DEPTH: usize = 12;

/// Reads a value, within the bounds of [`crate::json`].
pub(crate) fn json(value: &JsValue) -> Json {
    let mut reader = Reader { budget: Budget::new(), ancestors: Vec::new() };
    let json = reader.value(value);
    if reader.budget.overdrawn() { Json::Unusable(Unusable::TooLarge) } else { json }
}

/// Reads a value that may be left out.
pub(crate) fn optional(value: &JsValue) -> Option<Json> {
    (!value.is_undefined()).then(|| json(value))
}

/// The UTF-16 units of a text; of one that is longer than any text may be, enough to see that it is.
///
/// # Errors
/// `wrong_type` for anything but a string.
pub(crate) fn text_units(value: &JsValue) -> Result<Vec<u16>, Error> {
    if !value.is_string() {
        let mut problems = Problems::default();
        let nothing = problems.wrong_type(&json(value), &Path::Root, "a string");
        return problems.finish(nothing).map(|(units, _)| units);
    }
    let enough = u32::try_from(MAX_TEXT_BYTES.saturating_add(1)).unwrap_or(u32::MAX);
    let value: JsValue = JsString::from(value.clone()).slice(0, enough).into();
    // The conversion to UTF-8 is quick and keeps every text but one with a lone surrogate.
    let text = value.as_string().unwrap_or_default();
    if is_same(&text, &value) {
        return Ok(text.encode_utf16().collect());
    }
    Ok(JsString::from(value).iter().collect())
}

struct Reader {
    budget: Budget,
    /// The containers that hold the value being read.
    ancestors: Vec<JsValue>,
}

/// Reading threw.
struct Threw;

impl From<JsValue> for Threw {
    fn from(_: JsValue) -> Self {
        Threw
    }
}

impl Reader {
    fn value(&mut self, value: &JsValue) -> Json {
        if self.budget.overdrawn() || !self.budget.take_value() {
            return Json::Unusable(Unusable::TooLarge);
        }
        if value.is_null() {
            return Json::Null;
        }
        if let Some(value) = value.as_bool() {
            return Json::Bool(value);
        }
        if value.is_string() {
            return self.string(value);
        }
        if let Some(number) = value.as_f64() {
            return number_or_foreign(number);
        }
        if !value.is_object() {
            return foreign(primitive_kind(value));
        }
        self.container(value).unwrap_or(Json::Unusable(Unusable::Threw))
    }

    fn string(&mut self, value: &JsValue) -> Json {
        match text(value) {
            Err(unusable) => Json::Unusable(unusable),
            Ok(text) if !self.budget.take_text(text.len()) => Json::Unusable(Unusable::TooLarge),
            Ok(text) => Json::String(text),
        }
    }

    fn container(&mut self, value: &JsValue) -> Result<Json, Threw> {
        let depth = self.ancestors.len().saturating_add(1);
        let is_cycle = || self.ancestors.iter().any(|ancestor| ancestor == value);
        if depth > MAX_DEPTH || depth.is_multiple_of(CYCLE_DEPTH) && is_cycle() {
            return Ok(Json::Unusable(Unusable::TooDeep));
        }
        let items = match is_array(value)? {
            true => Some(value.clone()),
            false if is_plain_object(value)? => None,
            false => match set_items(value) {
                None => return Ok(foreign(class_kind(value))),
                items => items,
            },
        };
        self.ancestors.push(value.clone());
        let json = match items {
            Some(items) => self.items(&items),
            None => self.fields(value),
        };
        self.ancestors.pop();
        json
    }

    fn items(&mut self, array: &JsValue) -> Result<Json, Threw> {
        let length = Reflect::get(array, &JsValue::from_str("length"))?.as_f64().ok_or(Threw)?;
        let mut items = Vec::new();
        let mut index = 0_u32;
        while f64::from(index) < length && !self.budget.overdrawn() {
            items.push(match Reflect::get_u32(array, index) {
                Ok(item) => self.value(&item),
                Err(_) => Json::Unusable(Unusable::Threw),
            });
            index = index.saturating_add(1);
        }
        Ok(Json::Array(items))
    }

    fn fields(&mut self, object: &JsValue) -> Result<Json, Threw> {
        let keys = keys(object)?;
        let length = js_sys::Array::from(&keys).length();
        let mut fields = Vec::new();
        for index in 0..length {
            if self.budget.overdrawn() {
                break;
            }
            let key = Reflect::get_u32(&keys, index)?;
            let name = match text(&key) {
                Ok(name) if self.budget.take_text(name.len()) => name,
                // Without its name there is no place to report, so the whole object is unusable.
                Ok(_) => return Ok(Json::Unusable(Unusable::TooLarge)),
                Err(unusable) => return Ok(Json::Unusable(unusable)),
            };
            match Reflect::get(object, &key) {
                Ok(value) if value.is_undefined() => {}
                Ok(value) => fields.push((name, self.value(&value))),
                Err(_) => fields.push((name, Json::Unusable(Unusable::Threw))),
            }
        }
        Ok(Json::Object(fields))
    }
}

fn number_or_foreign(number: f64) -> Json {
    if number.is_finite() {
        return Json::Number(number);
    }
    foreign(if number.is_nan() { "NaN" } else { "an infinite number" })
}

/// A JavaScript string, if it is well-formed and not too long.
fn text(value: &JsValue) -> Result<String, Unusable> {
    let length = JsString::from(value.clone()).length();
    if usize::try_from(length).is_ok_and(|length| length > MAX_STRING_BYTES) {
        return Err(Unusable::LongString);
    }
    let text = value.as_string().unwrap_or_default();
    if text.len() > MAX_STRING_BYTES {
        return Err(Unusable::LongString);
    }
    if is_same(&text, value) { Ok(text) } else { Err(Unusable::LoneSurrogate) }
}

/// Whether the conversion to UTF-8 kept the string: it puts a replacement character in place of a lone surrogate.
fn is_same(text: &str, value: &JsValue) -> bool {
    !text.contains('\u{fffd}') || JsValue::from_str(text) == *value
}

/// The elements of a `Set` of any realm; none for anything else. Only a true set has the inner slot that its iterator asks.
fn set_items(value: &JsValue) -> Option<JsValue> {
    let values = SET_VALUES.with(|values| values.dyn_ref::<Function>().cloned())?;
    let iterator = values.call0(value).ok()?;
    array_from(&iterator).ok()
}

/// Whether the prototype is null, or is one whose own prototype is null: `Object.prototype` of any realm.
fn is_plain_object(value: &JsValue) -> Result<bool, Threw> {
    if value.is_function() {
        return Ok(false);
    }
    let prototype = prototype_of(value)?;
    Ok(prototype.is_null() || prototype_of(&prototype)?.is_null())
}

fn foreign(kind: impl Into<String>) -> Json {
    Json::Unusable(Unusable::Foreign(kind.into()))
}

fn primitive_kind(value: &JsValue) -> &'static str {
    if value.is_undefined() {
        "undefined"
    } else if value.is_bigint() {
        "a bigint"
    } else if value.is_symbol() {
        "a symbol"
    } else if value.is_function() {
        "a function"
    } else {
        "an unknown kind of value"
    }
}

/// The class of an object in words, as far as it tells without running its code.
fn class_kind(value: &JsValue) -> &'static str {
    if value.is_function() {
        "a function"
    } else if value.is_instance_of::<js_sys::Date>() {
        "a Date"
    } else if value.is_instance_of::<js_sys::Map<JsValue, JsValue>>() {
        "a Map"
    } else {
        "an instance of a class"
    }
}
