//! Columns of texts → codes and names: 0 left out, 1 null, else 2 + the position of the name.
//!
//! ```text
//! dictionary   its texts as they lie there; codes are its keys, moved
//! texts        each text once, where it first is
//! numbers      their digits
//! ```

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use care_coverage::simulation::Names;
use hashbrown::HashMap;

use crate::arrow::fields::{CARE_TYPE, Field, Slot};
use crate::arrow::numbers::{each_number, each_time};
use crate::arrow::reason::{Rows, not_in_table};
use crate::arrow::stored::Stored;
use crate::arrow::written::day_or_time;

pub(crate) const LEFT_OUT: u32 = 0;
const NULL: u32 = 1;
/// Of a text that its column cannot have.
const WRONG: u32 = u32::MAX;

/// A column of texts.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    pub(crate) codes: Vec<u32>,
    names: Vec<Cow<'a, str>>,
}

impl<'a> Texts<'a> {
    pub(crate) fn names(&self) -> Vec<&str> {
        self.names.iter().map(Cow::as_ref).collect()
    }

    pub(crate) fn lend<'c>(&'c self, names: &'c [&'c str]) -> Names<'c> {
        Names { codes: &self.codes, names }
    }

    fn code_of_next(&self) -> u32 {
        u32::try_from(self.names.len()).map_or(u32::MAX, |names| names.saturating_add(2))
    }

    fn add(&mut self, name: Cow<'a, str>) -> u32 {
        let code = self.code_of_next();
        self.names.push(name);
        code
    }
}

/// The texts of a column.
pub(crate) fn texts<'a>(chunks: &[&'a ArrayRef], field: &Field, rows: &mut Rows) -> Texts<'a> {
    let mut texts = Texts::default();
    texts.codes.reserve(chunks.iter().map(|chunk| chunk.len()).sum());
    match field.stored {
        Stored::Text => read(chunks, &mut texts),
        _ => written(chunks, field.stored, &mut texts),
    }
    if let Some(values) = &field.values {
        translate(&mut texts, values, field, rows);
    }
    texts
}

/// What the names mean.
fn translate(texts: &mut Texts<'_>, values: &[(String, Option<String>)], field: &Field, rows: &mut Rows) {
    let mut moved = Vec::with_capacity(texts.names.len());
    for (name, code) in texts.names.iter_mut().zip(2_u32..) {
        let meant = values.iter().find(|(theirs, _)| theirs == name.as_ref()).map(|(_, ours)| ours);
        moved.push(match meant {
            Some(None) => NULL,
            Some(Some(ours)) => {
                *name = Cow::Owned(ours.clone());
                code
            }
            // The catalogue decides.
            None if field.slot == Slot::Text(CARE_TYPE) => code,
            None => WRONG,
        });
    }
    let names = &texts.names;
    for (row, code) in texts.codes.iter_mut().enumerate() {
        let Some(position) = position(*code) else { continue };
        match moved.get(position).copied().unwrap_or(LEFT_OUT) {
            WRONG => {
                let name = names.get(position).map(Cow::as_ref).unwrap_or_default();
                rows.wrong(row, not_in_table(name.to_owned()), &field.column);
                *code = LEFT_OUT;
            }
            moved => *code = moved,
        }
    }
}

fn position(code: u32) -> Option<usize> {
    code.checked_sub(2).and_then(|position| usize::try_from(position).ok())
}

fn read<'a>(chunks: &[&'a ArrayRef], texts: &mut Texts<'a>) {
    let mut known = HashMap::new();
    let mut last: Option<(&'a ArrayRef, u32)> = None;
    for chunk in chunks {
        let DataType::Dictionary(keys, _) = chunk.data_type() else {
            plain(chunk, texts, &mut known);
            continue;
        };
        match keys.as_ref() {
            DataType::Int8 => dictionary::<Int8Type>(chunk, texts, &mut known, &mut last),
            DataType::Int16 => dictionary::<Int16Type>(chunk, texts, &mut known, &mut last),
            DataType::Int32 => dictionary::<Int32Type>(chunk, texts, &mut known, &mut last),
            DataType::Int64 => dictionary::<Int64Type>(chunk, texts, &mut known, &mut last),
            DataType::UInt8 => dictionary::<UInt8Type>(chunk, texts, &mut known, &mut last),
            DataType::UInt16 => dictionary::<UInt16Type>(chunk, texts, &mut known, &mut last),
            DataType::UInt32 => dictionary::<UInt32Type>(chunk, texts, &mut known, &mut last),
            DataType::UInt64 => dictionary::<UInt64Type>(chunk, texts, &mut known, &mut last),
            _ => texts.codes.extend(std::iter::repeat_n(LEFT_OUT, chunk.len())),
        }
    }
}

/// The names of a dictionary are taken whole, unless they are far more than the rows.
fn dictionary<'a, K: ArrowDictionaryKeyType>(
    chunk: &'a ArrayRef,
    texts: &mut Texts<'a>,
    known: &mut HashMap<&'a str, u32>,
    last: &mut Option<(&'a ArrayRef, u32)>,
) where
    usize: TryFrom<K::Native>,
{
    let Some(array) = chunk.as_dictionary_opt::<K>() else { return };
    let values = array.values();
    let keys = array.keys();
    let key_at = |row: usize, key: K::Native| usize::try_from(key).ok().filter(|_| keys.is_valid(row));
    if values.len() > chunk.len().saturating_mul(2).saturating_add(64) {
        let reader = Reader::of(values.as_ref());
        // Neighbours are often the same.
        let mut last = (None, LEFT_OUT);
        for (row, key) in keys.values().iter().enumerate() {
            let at = key_at(row, *key);
            if at != last.0 {
                let text = at.and_then(|at| reader.text(at)).filter(|text| !text.is_empty());
                let code = |text| *known.entry(text).or_insert_with(|| texts.add(Cow::Borrowed(text)));
                last = (at, text.map_or(LEFT_OUT, code));
            }
            texts.codes.push(last.1);
        }
        return;
    }
    let first = match last {
        Some((before, first)) if is_same(before, values) => *first,
        _ => {
            let first = texts.code_of_next();
            let reader = Reader::of(values.as_ref());
            texts.names.extend((0..values.len()).map(|at| Cow::Borrowed(reader.text(at).unwrap_or_default())));
            *last = Some((values, first));
            first
        }
    };
    let is_empty: Vec<bool> = match position(first) {
        None => Vec::new(),
        Some(first) => texts.names.iter().skip(first).take(values.len()).map(|name| name.is_empty()).collect(),
    };
    let has_empty = is_empty.contains(&true);
    let nulls = keys.nulls().filter(|nulls| nulls.null_count() > 0);
    let code = |(row, key): (usize, &K::Native)| {
        let Ok(at) = usize::try_from(*key) else { return LEFT_OUT };
        let is_there = nulls.is_none_or(|nulls| nulls.is_valid(row));
        if !is_there || has_empty && is_empty.get(at).copied().unwrap_or(true) {
            return LEFT_OUT;
        }
        u32::try_from(at).map_or(LEFT_OUT, |at| first.wrapping_add(at))
    };
    texts.codes.extend(keys.values().iter().enumerate().map(code));
}

/// Whether two arrays are the same memory.
fn is_same(a: &ArrayRef, b: &ArrayRef) -> bool {
    a.len() == b.len() && a.to_data().ptr_eq(&b.to_data())
}

fn plain<'a>(chunk: &'a ArrayRef, texts: &mut Texts<'a>, known: &mut HashMap<&'a str, u32>) {
    let reader = Reader::of(chunk.as_ref());
    // Neighbours are often the same.
    let mut last = ("", LEFT_OUT);
    for row in 0..chunk.len() {
        let text = reader.text(row).unwrap_or_default();
        if text != last.0 {
            last = (text, *known.entry(text).or_insert_with(|| texts.add(Cow::Borrowed(text))));
        }
        texts.codes.push(if text.is_empty() { LEFT_OUT } else { last.1 });
    }
}

/// Who reads the texts of an array.
pub(crate) enum Reader<'a> {
    Small(&'a arrow_array::StringArray),
    Large(&'a arrow_array::LargeStringArray),
    View(&'a arrow_array::StringViewArray),
    None,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(array: &'a dyn Array) -> Self {
        let small = array.as_string_opt::<i32>().map(Reader::Small);
        let large = || array.as_string_opt::<i64>().map(Reader::Large);
        small.or_else(large).or_else(|| array.as_string_view_opt().map(Reader::View)).unwrap_or(Reader::None)
    }

    /// None for null.
    #[inline(always)]
    pub(crate) fn text(&self, at: usize) -> Option<&'a str> {
        match self {
            Reader::Small(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Reader::Large(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Reader::View(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Reader::None => None,
        }
    }
}

/// Values that are no texts, as texts.
fn written(chunks: &[&ArrayRef], stored: Stored, texts: &mut Texts<'_>) {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut code = |texts: &mut Texts<'_>, text: Option<String>| {
        let code = text.map_or(LEFT_OUT, |text| match known.get(&text) {
            Some(code) => *code,
            None => {
                let code = texts.add(Cow::Owned(text.clone()));
                known.insert(text, code);
                code
            }
        });
        texts.codes.push(code);
    };
    for chunk in chunks {
        match stored {
            Stored::Integer => {
                // Neighbours are often the same.
                let mut last = None;
                each_number(chunk, &mut |number| match last {
                    Some((same, code)) if same == number => texts.codes.push(code),
                    _ => {
                        code(texts, number.map(|number| number.written()));
                        last = texts.codes.last().map(|code| (number, *code));
                    }
                });
            }
            Stored::Float | Stored::Decimal(_) => {
                each_number(chunk, &mut |number| code(texts, number.map(|number| number.written())));
            }
            Stored::Date | Stored::Time(_) => {
                each_time(chunk, &mut |value, of_day| code(texts, value.map(|value| day_or_time(value, of_day))));
            }
            Stored::Boolean => match chunk.as_boolean_opt() {
                Some(chunk) => chunk.iter().for_each(|flag| code(texts, flag.map(|flag| flag.to_string()))),
                None => texts.codes.extend(std::iter::repeat_n(LEFT_OUT, chunk.len())),
            },
            Stored::Text | Stored::Null | Stored::Other => {
                texts.codes.extend(std::iter::repeat_n(LEFT_OUT, chunk.len()));
            }
        }
    }
}
