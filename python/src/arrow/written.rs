//! Rows as NDJSON under the names of the table, for what a mapping says of written values, and for texts in place of numbers.

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowDictionaryKeyType;
use arrow_array::{Array, ArrayRef, RecordBatch, temporal_conversions};
use arrow_schema::DataType;
use hashbrown::HashMap;

use crate::arrow::fields::{Asked, Field, Fields};
use crate::arrow::numbers::{day_of, each_number, each_time};
use crate::arrow::stored::Stored;
use crate::arrow::texts::Reader;

/// The rows of a batch.
pub(crate) fn ndjson(batch: &RecordBatch, fields: &Fields, asked: Asked, text: &mut String) {
    let mut columns: Vec<(&str, Vec<Option<String>>)> = Vec::new();
    for field in &fields.fields {
        if columns.iter().any(|(column, _)| *column == field.column) {
            continue;
        }
        if let Some(array) = batch.columns().get(field.position) {
            columns.push((&field.column, cells(array, field)));
        }
    }
    let keys: Vec<String> = columns.iter().map(|(column, _)| format!("{}:", quoted(column))).collect();
    for row in 0..batch.num_rows() {
        text.push('{');
        // Who is asked who covers a row reads no amounts.
        let mut separator = "";
        if asked == Asked::Decision {
            text.push_str("\"charged\":0");
            separator = ",";
        }
        for (key, (_, cells)) in keys.iter().zip(&columns) {
            if let Some(Some(cell)) = cells.get(row) {
                text.push_str(separator);
                text.push_str(key);
                text.push_str(cell);
                separator = ",";
            }
        }
        text.push_str("}\n");
    }
}

/// Each value as JSON; none where there is none.
fn cells(array: &ArrayRef, field: &Field) -> Vec<Option<String>> {
    let mut cells = Vec::with_capacity(array.len());
    match field.stored {
        Stored::Text => each_text(array, &mut |text| {
            cells.push(text.filter(|text| !text.is_empty()).map(quoted));
        }),
        Stored::Integer | Stored::Float | Stored::Decimal(_) => {
            each_number(array, &mut |number| cells.push(number.map(|number| number.written())));
        }
        Stored::Boolean => match array.as_boolean_opt() {
            Some(flags) => cells.extend(flags.iter().map(|flag| flag.map(|flag| flag.to_string()))),
            None => cells.resize(array.len(), None),
        },
        Stored::Date | Stored::Time(_) => {
            let mut known: HashMap<i64, String> = HashMap::new();
            each_time(array, &mut |value, of_day| {
                let written = value.map(|value| {
                    let written = known.entry(value).or_insert_with(|| {
                        let iso = day_or_time(value, of_day);
                        let format = field.format.as_deref().filter(|_| day_of(value, of_day).is_some());
                        quoted(&format.map_or(iso.clone(), |format| in_format(&iso, format)))
                    });
                    written.clone()
                });
                cells.push(written);
            });
        }
        Stored::Null | Stored::Other => cells.resize(array.len(), None),
    }
    cells
}

fn each_text(array: &ArrayRef, take: &mut dyn FnMut(Option<&str>)) {
    fn keyed<K: ArrowDictionaryKeyType>(array: &ArrayRef, take: &mut dyn FnMut(Option<&str>))
    where
        usize: TryFrom<K::Native>,
    {
        let Some(array) = array.as_dictionary_opt::<K>() else { return };
        let reader = Reader::of(array.values().as_ref());
        for key in array.keys() {
            take(key.and_then(|key| usize::try_from(key).ok()).and_then(|at| reader.text(at)));
        }
    }
    use arrow_array::types::{
        Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
    };
    if let DataType::Dictionary(keys, _) = array.data_type() {
        return match keys.as_ref() {
            DataType::Int8 => keyed::<Int8Type>(array, take),
            DataType::Int16 => keyed::<Int16Type>(array, take),
            DataType::Int32 => keyed::<Int32Type>(array, take),
            DataType::Int64 => keyed::<Int64Type>(array, take),
            DataType::UInt8 => keyed::<UInt8Type>(array, take),
            DataType::UInt16 => keyed::<UInt16Type>(array, take),
            DataType::UInt32 => keyed::<UInt32Type>(array, take),
            DataType::UInt64 => keyed::<UInt64Type>(array, take),
            _ => {}
        };
    }
    let reader = Reader::of(array.as_ref());
    (0..array.len()).for_each(|row| take(reader.text(row)));
}

/// A day, or a day and a time, as ISO 8601 writes it.
pub(crate) fn day_or_time(value: i64, of_day: i64) -> String {
    if let Some(day) = day_of(value, of_day) {
        let date = temporal_conversions::date32_to_datetime(day);
        return date.map_or_else(|| value.to_string(), |date| date.format("%Y-%m-%d").to_string());
    }
    const MILLISECONDS: i64 = 86_400_000;
    // To the millisecond, which is enough for what is no day.
    let milliseconds = i128::from(value).wrapping_mul(i128::from(MILLISECONDS)).checked_div(i128::from(of_day));
    let date =
        milliseconds.and_then(|value| i64::try_from(value).ok()).and_then(temporal_conversions::date64_to_datetime);
    date.map_or_else(|| value.to_string(), |date| date.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
}

/// A date in the format of the mapping, so that the reader of rows reads it as it reads the others.
fn in_format(iso: &str, format: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let mut part = || parts.next().unwrap_or_default();
    let (year, month, day) = (part(), part(), part());
    let short = |part: &str| part.trim_start_matches('0').to_owned();
    let long = format.replace("yyyy", year).replace("MM", month).replace("dd", day);
    long.replace('M', &short(month)).replace('d', &short(day))
}

/// A text of JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len().saturating_add(2));
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
