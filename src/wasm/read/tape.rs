//! A plain JavaScript value in one step.
//!
//! Reading a value part by part costs a call across the boundary for each. A plain value is written by `tape.js` as numbers
//! and one text, and is read here; anything else is left to the strict reader.

use js_sys::{Array, Float64Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::ground::value::json::{Json, safe_integer};
use crate::wasm::read::utf8::is_same;

#[wasm_bindgen(module = "/src/wasm/read/tape.js")]
extern "C" {
    /// `[tape, text, text in UTF-8]`, or `undefined`.
    fn tape(value: &JsValue) -> Option<Array>;

    /// How many numbers and bytes of a short value were written; below 0 where it is none.
    #[wasm_bindgen(js_name = shortTape)]
    fn short_tape(value: &JsValue, numbers: &mut [f64], bytes: &mut [u8]) -> i32;
}

/// The most numbers and bytes of a short value.
const NUMBERS: usize = 160;
const BYTES: usize = 1_280;
/// What the number of bytes is multiplied by.
const SHORT: i32 = 4_096;

/// A plain value; none where the strict reader has to look.
pub(crate) fn json(value: &JsValue) -> Option<Json> {
    short(value).or_else(|| long(value))
}

/// A value as small as an act, of ASCII.
#[inline(never)]
fn short(value: &JsValue) -> Option<Json> {
    let (mut numbers, mut bytes) = ([0.0; NUMBERS], [0; BYTES]);
    let written = short_tape(value, &mut numbers, &mut bytes);
    let part = |part: Option<i32>| part.and_then(|part| usize::try_from(part).ok());
    let numbers = numbers.get(..part(written.checked_rem(SHORT))?)?;
    let text = std::str::from_utf8(bytes.get(..part(written.checked_div(SHORT))?)?).ok()?;
    Tape { numbers: numbers.iter(), text }.value()
}

fn long(value: &JsValue) -> Option<Json> {
    let written = tape(value)?;
    let numbers = written.get(0).unchecked_into::<Float64Array>().to_vec();
    let text = String::from_utf8(written.get(2).unchecked_into::<Uint8Array>().to_vec()).ok()?;
    if !is_same(&text, &written.get(1)) {
        return None;
    }
    Tape { numbers: numbers.iter(), text: &text }.value()
}

/// INVARIANT: what is left to read was written by `tape.js`; where it were not, there is no value.
struct Tape<'t> {
    numbers: std::slice::Iter<'t, f64>,
    text: &'t str,
}

impl Tape<'_> {
    fn value(&mut self) -> Option<Json> {
        Some(match self.count()? {
            0 => Json::Null,
            1 => Json::Bool(false),
            2 => Json::Bool(true),
            3 => Json::Number(*self.numbers.next()?),
            4 => Json::String(self.string()?),
            5 => {
                let count = self.count()?;
                let mut items = Vec::with_capacity(count.min(self.numbers.len()));
                for _ in 0..count {
                    items.push(self.value()?);
                }
                Json::Array(items)
            }
            _ => {
                let count = self.count()?;
                let mut fields = Vec::with_capacity(count.min(self.numbers.len()));
                for _ in 0..count {
                    let name = self.string()?;
                    fields.push((name, self.value()?));
                }
                Json::Object(fields)
            }
        })
    }

    fn count(&mut self) -> Option<usize> {
        safe_integer(*self.numbers.next()?).and_then(|count| usize::try_from(count).ok())
    }

    /// A string of so many UTF-16 units, and the NUL after it.
    fn string(&mut self) -> Option<String> {
        let units = self.count()?;
        let bytes = self.text.as_bytes();
        let is_ascii = bytes.get(..units)?.is_ascii() && bytes.get(units) == Some(&0);
        let end = if is_ascii { units } else { self.end_of(units)? };
        let (text, rest) = self.text.split_at_checked(end)?;
        self.text = rest.strip_prefix('\0')?;
        Some(text.to_owned())
    }

    /// The bytes that so many UTF-16 units take.
    fn end_of(&self, units: usize) -> Option<usize> {
        let mut left = units;
        for (position, character) in self.text.char_indices() {
            if left == 0 {
                return Some(position);
            }
            left = left.checked_sub(character.len_utf16())?;
        }
        None
    }
}
