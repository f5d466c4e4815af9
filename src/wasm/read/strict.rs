//! Any JavaScript value, part by part.

use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::prelude::*;

use crate::ground::value::json::{Budget, Json, MAX_DEPTH, MAX_STRING_BYTES, Unusable};
use crate::wasm::read::utf8::is_same;

// What runs foreign code can fail, and costs ten times what cannot. So all properties are asked for at once.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn array_from(iterable: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = values)]
    fn values(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    fn prototype_of(object: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["Set", "prototype"], js_name = values)]
    static SET_VALUES: JsValue;
    #[wasm_bindgen(thread_local_v2, js_namespace = Object, js_name = prototype)]
    static OBJECT_PROTOTYPE: JsValue;
}

/// Containers deeper than this are remembered, so that one that holds itself is found. No document of ours is this deep.
const CYCLE_DEPTH: usize = 8;
/// How often, in levels, the search is made. It is early enough for a value that holds itself twice.
const CYCLE_STEP: usize = 4;

/// Reads a value part by part.
pub(super) fn json(value: &JsValue) -> Json {
    let mut reader = Reader { budget: Budget::new(), depth: 0, ancestors: Vec::new() };
    let json = reader.value(value);
    if reader.budget.overdrawn() { Json::Unusable(Unusable::TooLarge) } else { json }
}

struct Reader {
    budget: Budget,
    /// How many containers hold the value being read.
    depth: usize,
    /// The deeper ones of them.
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
        match string(value) {
            Err(unusable) => Json::Unusable(unusable),
            Ok(text) if !self.budget.take_text(text.len()) => Json::Unusable(Unusable::TooLarge),
            Ok(text) => Json::String(text),
        }
    }

    fn container(&mut self, value: &JsValue) -> Result<Json, Threw> {
        let depth = self.depth.saturating_add(1);
        let is_cycle = || self.ancestors.iter().any(|ancestor| ancestor == value);
        if depth > MAX_DEPTH || depth.is_multiple_of(CYCLE_STEP) && is_cycle() {
            return Ok(Json::Unusable(Unusable::TooDeep));
        }
        let remembers = depth > CYCLE_DEPTH;
        if remembers {
            self.ancestors.push(value.clone());
        }
        self.depth = depth;
        let json = self.parts(value);
        self.depth = depth.saturating_sub(1);
        if remembers {
            self.ancestors.pop();
        }
        json
    }

    fn parts(&mut self, value: &JsValue) -> Result<Json, Threw> {
        let prototype = prototype_of(value)?;
        if OBJECT_PROTOTYPE.with(|plain| *plain == prototype) {
            return self.object(value);
        }
        if is_array(value)? {
            return self.array(value);
        }
        // An object of another realm, or without prototype.
        if prototype.is_null() || !value.is_function() && prototype_of(&prototype)?.is_null() {
            return self.object(value);
        }
        match set_items(value) {
            Some(items) => Ok(self.items(&items)),
            None => Ok(foreign(class_kind(value))),
        }
    }

    fn array(&mut self, array: &JsValue) -> Result<Json, Threw> {
        let length = Reflect::get(array, &JsValue::from_str("length"))?.as_f64().ok_or(Threw)?;
        if let Ok(items) = values(array)
            && f64::from(items.length()) == length
        {
            return Ok(self.items(&items));
        }
        // An item threw, is not there, or is something else than an item.
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

    /// The items of an array of ours.
    fn items(&mut self, array: &Array) -> Json {
        let mut items = Vec::new();
        for index in 0..array.length() {
            if self.budget.overdrawn() {
                break;
            }
            items.push(self.value(&array.get(index)));
        }
        Json::Array(items)
    }

    fn object(&mut self, object: &JsValue) -> Result<Json, Threw> {
        let mut fields = Vec::new();
        if let Ok(entries) = entries(object) {
            for index in 0..entries.length() {
                let entry: Array = entries.get(index).unchecked_into();
                if let Err(unusable) = self.field(&mut fields, &entry.get(0), Ok(entry.get(1))) {
                    return Ok(Json::Unusable(unusable));
                }
            }
            return Ok(Json::Object(fields));
        }
        // A field threw: which?
        let keys = keys(object)?;
        for index in 0..keys.length() {
            let key = keys.get(index);
            let value = Reflect::get(object, &key);
            if let Err(unusable) = self.field(&mut fields, &key, value) {
                return Ok(Json::Unusable(unusable));
            }
        }
        Ok(Json::Object(fields))
    }

    /// Reads one field.
    ///
    /// # Errors
    /// Without its name a field has no place to report, so the whole object is unusable.
    fn field(
        &mut self,
        fields: &mut Vec<(String, Json)>,
        key: &JsValue,
        value: Result<JsValue, JsValue>,
    ) -> Result<(), Unusable> {
        if value.as_ref().is_ok_and(JsValue::is_undefined) {
            return Ok(());
        }
        let name = string(key)?;
        if self.budget.overdrawn() || !self.budget.take_text(name.len()) {
            return Err(Unusable::TooLarge);
        }
        let json = value.map_or(Json::Unusable(Unusable::Threw), |value| self.value(&value));
        fields.push((name, json));
        Ok(())
    }
}

fn number_or_foreign(number: f64) -> Json {
    if number.is_finite() {
        return Json::Number(number);
    }
    foreign(if number.is_nan() { "NaN" } else { "an infinite number" })
}

/// A JavaScript string, if it is well-formed and not too long.
fn string(value: &JsValue) -> Result<String, Unusable> {
    let length = value.unchecked_ref::<JsString>().length();
    if usize::try_from(length).is_ok_and(|length| length > MAX_STRING_BYTES) {
        return Err(Unusable::LongString);
    }
    let text = value.as_string().unwrap_or_default();
    if text.len() > MAX_STRING_BYTES {
        return Err(Unusable::LongString);
    }
    if is_same(&text, value) { Ok(text) } else { Err(Unusable::LoneSurrogate) }
}

/// The elements of a `Set` of any realm; none for anything else. Only a true set has the inner slot that its iterator asks.
fn set_items(value: &JsValue) -> Option<Array> {
    let values = SET_VALUES.with(|values| values.dyn_ref::<Function>().cloned())?;
    let iterator = values.call0(value).ok()?;
    array_from(&iterator).ok()
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

/// The class of an object in words, as far as it is known without running its code.
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
