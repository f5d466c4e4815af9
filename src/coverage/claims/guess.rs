//! Which column of a file is which field? By what columns are usually called, and by what their values look like.
//!
//! ```text
//! name    100 a usual one · 80 a usual one but for words that say nothing · 55 one with a usual one in it · 0 any other
//! values  of the kind of the field: they fit · of another: the column is not the field · none: they say nothing
//! ```
//! A field has one column at most, and a column one field: the best pair first, of equal ones the first column.
//!
//! DECISION: where dates can be read in two ways, the French one is taken, with low confidence. Case: guess_mapping/dates-in-two-ways

use serde::Serialize;

use crate::coverage::claims::field::{CellKind, ClaimField, ClaimKind, each_field};
use crate::coverage::claims::seen::{Seen, SeenKind};
use crate::coverage::claims::usual_names::{FILLERS, OTHERS, USUAL};
use crate::ground::diagnostics::diagnostic::{Error, both};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::small::order;
use crate::ground::small::plain::{letters, plain};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

names! {
    /// How sure a guess is.
    pub enum Confidence {
        /// A usual name, and values that fit.
        High = "high",
        /// Nearly a usual name, or no values.
        Medium = "medium",
        /// Only the values say so, or they can be read in two ways.
        Low = "low",
    }
}

/// A mapping that was guessed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MappingGuess {
    /// A `ClaimMapping` with the columns that were found.
    pub mapping: Json,
    /// The columns of the file, in their order.
    pub columns: Vec<ColumnGuess>,
    /// The fields that must be there and were not found.
    pub missing: Vec<&'static str>,
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnGuess {
    /// Its name in the file.
    pub column: String,
    /// The field; none: it is not read.
    pub field: Option<&'static str>,
    /// How sure that is; none where it is not read.
    pub confidence: Option<Confidence>,
    /// What was looked at: `name`, `values`, or both.
    pub by: Vec<&'static str>,
    /// What its values look like.
    pub seen: Seen,
}

/// A column and a field that it may be.
struct Pair {
    column: usize,
    field: usize,
    score: u32,
}

/// The least score of a pair.
const ENOUGH: u32 = 40;

/// Which columns are which fields, by the names of the header and the cells of some rows: lists of texts.
///
/// # Errors
/// `wrong_type` for names and cells that are no texts.
///
/// # Examples
/// ```
/// use care_coverage::{Json, guess_mapping};
/// let (header, rows): (Json, Json) = (r#"["CODE_ACTE", "MT_DEP"]"#.parse()?, r#"[["G", "26,50"]]"#.parse()?);
/// let guess = guess_mapping(&header, &rows)?;
/// assert_eq!((guess.columns[0].field, guess.columns[1].field), (Some("care_type"), Some("charged")));
/// # Ok::<(), care_coverage::Error>(())
/// ```
pub fn guess_mapping(header: &Json, rows: &Json) -> Result<MappingGuess, Error> {
    let header = whole!(header, |problems, json| problems.strings(json, &Path::Root).complete());
    let rows = whole!(rows, |problems, json| problems.list(json, &Path::Root, cells).complete());
    let ((header, _), (rows, _)) = both(("header", header), ("rows", rows))?;
    Ok(guess(&header, &rows))
}

fn cells<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<Vec<&'j str>> {
    problems.strings(json, at).complete()
}

fn guess(header: &[&str], rows: &[Vec<&str>]) -> MappingGuess {
    let cells = |column: usize| rows.iter().filter_map(|row| row.get(column).copied()).listed();
    let seen = header.iter().enumerate().map(|(column, _)| Seen::of(&cells(column))).listed();
    let mut fields: Vec<(&'static str, ClaimField)> = Vec::new();
    each_field(ClaimKind::Rows, &mut |name, field| fields.push((name, field)));
    let mut pairs = Vec::new();
    for (column, (name, seen)) in header.iter().zip(&seen).enumerate() {
        for (field, (known, of)) in fields.iter().enumerate() {
            let score = score(name, known, of.kind(), seen);
            if score >= ENOUGH {
                pairs.push(Pair { column, field, score });
            }
        }
    }
    let pairs = order::sort(pairs, &|a, b| b.score.cmp(&a.score).then(a.column.cmp(&b.column)));
    let mut taken: Vec<Option<(usize, u32)>> = vec![None; header.len()];
    for pair in &pairs {
        let is_free = !taken.iter().flatten().any(|(field, _)| *field == pair.field);
        if let Some(slot) = taken.get_mut(pair.column).filter(|slot| slot.is_none() && is_free) {
            *slot = Some((pair.field, pair.score));
        }
    }
    let mut columns = Vec::with_capacity(header.len());
    for ((name, seen), taken) in header.iter().zip(seen).zip(&taken) {
        let found = taken.and_then(|(field, score)| Some((*fields.get(field)?, score)));
        columns.push(column(name, seen, found));
    }
    let is_found = |name: &str| columns.iter().any(|column| column.field == Some(name));
    let missing = fields.iter().filter(|(name, field)| field.is_needed() && !is_found(name)).map(|(name, _)| *name);
    MappingGuess { mapping: mapping(&columns), missing: missing.listed(), columns }
}

fn column(name: &str, seen: Seen, found: Option<((&'static str, ClaimField), u32)>) -> ColumnGuess {
    let Some(((field, of), score)) = found else {
        return ColumnGuess { column: name.to_owned(), field: None, confidence: None, by: Vec::new(), seen };
    };
    let in_two_ways = of.kind() == CellKind::Date && seen.date_formats.len() > 1 && !are_alike(&seen.date_formats);
    let confidence = match score {
        _ if in_two_ways => Confidence::Low,
        _ if seen.kind == SeenKind::Empty => Confidence::Medium,
        80.. => Confidence::High,
        _ => Confidence::Medium,
    };
    let mut by = vec!["name"];
    if seen.kind != SeenKind::Empty {
        by.push("values");
    }
    ColumnGuess { column: name.to_owned(), field: Some(field), confidence: Some(confidence), by, seen }
}

/// Whether the formats read the same days: `d/M/yyyy` reads what `dd/MM/yyyy` does.
fn are_alike(formats: &[&str]) -> bool {
    formats.iter().all(|format| matches!(*format, "dd/MM/yyyy" | "d/M/yyyy"))
}

fn score(name: &str, field: &str, kind: CellKind, seen: &Seen) -> u32 {
    let fits = match (kind, seen.kind) {
        (_, SeenKind::Empty) => true,
        (CellKind::Date, seen) => seen == SeenKind::Date,
        (CellKind::Money | CellKind::Percent, seen) => matches!(seen, SeenKind::Decimal | SeenKind::Whole),
        (CellKind::Whole, seen) => seen == SeenKind::Whole,
        (CellKind::Flag, seen_kind) => {
            seen_kind == SeenKind::Boolean || seen.examples.iter().all(|value| matches!(value.as_str(), "0" | "1"))
        }
        (CellKind::Side | CellKind::Teeth | CellKind::Text, seen) => seen != SeenKind::Decimal,
    };
    if fits { of_name(name, field) } else { 0 }
}

/// How near a name is to the usual ones of a field.
fn of_name(name: &str, field: &str) -> u32 {
    let words = words(name);
    let whole = words.concat();
    let usual = USUAL.iter().find(|(known, _)| *known == field).map_or("", |(_, names)| *names);
    let is_usual = |name: &str| plain(field) == name || has(usual, name);
    if is_usual(&whole) {
        return 100;
    }
    if words.iter().any(|word| has(OTHERS, word)) {
        return 0;
    }
    let mut telling = String::new();
    words.iter().filter(|word| !has(FILLERS, word)).for_each(|word| telling.push_str(word));
    if is_usual(&telling) {
        return 80;
    }
    let mut longest = 0;
    for usual in usual.split(' ').map(str::as_bytes).filter(|usual| usual.len() >= 5) {
        if whole.as_bytes().windows(usual.len()).any(|part| part == usual) {
            longest = longest.max(usual.len());
        }
    }
    if longest == 0 { 0 } else { u32::try_from(longest).unwrap_or_default().min(20).saturating_add(50) }
}

/// Whether a word is one of a list.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The words of a name: between what is no letter or digit, and where lower case ends.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for character in name.chars() {
        let [letter, second] = letters(character);
        if letter.is_none() || was_lower && character.is_ascii_uppercase() {
            words.push(String::new());
        }
        was_lower = character.is_ascii_lowercase();
        if let Some(word) = words.last_mut() {
            word.extend(letter);
            word.extend(second);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn mapping(columns: &[ColumnGuess]) -> Json {
    let text = |text: &str| Json::String(text.to_owned());
    let found = columns.iter().filter(|column| column.field.is_some()).listed();
    let is_amount = |column: &&&ColumnGuess| column.seen.kind == SeenKind::Decimal;
    let signs = found.iter().filter(is_amount).filter_map(|column| column.seen.decimal).listed();
    let sign = signs.first().copied().filter(|first| signs.iter().all(|sign| sign == first));
    let mut fields = Vec::new();
    if let Some(sign) = sign {
        fields.push(("decimal".to_owned(), text(sign)));
    }
    let mut mapped = Vec::new();
    for column in found {
        let format = column.seen.date_formats.first().filter(|format| **format != "yyyy-MM-dd");
        let own = column.seen.decimal.filter(|_| sign.is_none());
        let json = match (format, own) {
            (None, None) => text(&column.column),
            (format, own) => {
                let mut parts = vec![("column".to_owned(), text(&column.column))];
                parts.extend(format.map(|format| ("format".to_owned(), text(format))));
                parts.extend(own.map(|sign| ("decimal".to_owned(), text(sign))));
                Json::Object(parts)
            }
        };
        mapped.extend(column.field.map(|field| (field.to_owned(), json)));
    }
    fields.push(("columns".to_owned(), Json::Object(mapped)));
    Json::Object(fields)
}
