//! Which columns of a table are read, and as which field of a claim: by the mapping, or by our own names.

use arrow_schema::Schema;
use care_coverage::{ActFact, Json};

use crate::amounts::AMOUNTS;
use crate::arrow::reason::{Refusal, pointer};
use crate::arrow::stored::{Fit, Stored, fit};

/// What a field of a claim holds, and where it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Care types, the text facts, then [`OWN_TEXTS`].
    Text(usize),
    Flag(usize),
    Age,
    Tooth,
    Side,
    Amount(usize),
    Weight,
    CareDate,
    MembershipStart,
    /// A column of the table that the caller asks for: of groups, or the unit.
    By(usize),
    /// What only the reader of rows knows how to take.
    Other,
}

/// The texts after those of facts.
const OWN_TEXTS: [&str; 6] = ["establishment", "teeth", "person", "family", "beneficiary", "stay_id"];
pub(crate) const CARE_TYPE: usize = 0;
pub(crate) const FACTS: usize = 1;
pub(crate) const ESTABLISHMENT: usize = FACTS.wrapping_add(ActFact::TEXTS.len());
const PERSON: usize = ESTABLISHMENT.wrapping_add(2);
const FAMILY: usize = ESTABLISHMENT.wrapping_add(3);
/// How many columns of texts there are.
pub(crate) const TEXTS: usize = ESTABLISHMENT.wrapping_add(OWN_TEXTS.len());

const OTHERS: [(&str, Slot); 7] = [
    ("member_age", Slot::Age),
    ("tooth", Slot::Tooth),
    ("side", Slot::Side),
    ("weight", Slot::Weight),
    ("care_date", Slot::CareDate),
    ("membership_start", Slot::MembershipStart),
    ("member_birth_date", Slot::Other),
];

/// All fields that claims have under our own names.
fn known() -> impl Iterator<Item = (&'static str, Slot)> {
    let facts = ActFact::TEXTS.iter().map(|fact| fact.name());
    let texts = std::iter::once("care_type").chain(facts).chain(OWN_TEXTS);
    let texts = texts.enumerate().map(|(at, name)| (name, Slot::Text(at)));
    let flags = ActFact::BOOLEANS.iter().enumerate().map(|(at, fact)| (fact.name(), Slot::Flag(at)));
    let amounts = AMOUNTS.into_iter().enumerate().map(|(at, name)| (name, Slot::Amount(at)));
    texts.chain(flags).chain(amounts).chain(OTHERS)
}

/// A column that is read.
#[derive(Debug)]
pub(crate) struct Field {
    /// As the table calls it.
    pub(crate) column: String,
    /// Where it is in the table.
    pub(crate) position: usize,
    /// How it is stored.
    pub(crate) stored: Stored,
    pub(crate) slot: Slot,
    /// Our value for each of theirs, of a text.
    pub(crate) values: Option<Vec<(String, Option<String>)>>,
    /// How dates are written where they are texts.
    pub(crate) format: Option<String>,
}

/// The columns of a table that are read.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) fields: Vec<Field>,
    /// Whether the columns are taken as they are stored, and not as rows whose values are written in the mapping's way.
    pub(crate) are_stored: bool,
}

/// The column, our field of it (none: the caller asks for the column), its slot, what its values mean, how its dates are written.
type Given<'m> = (String, Option<&'static str>, Slot, Option<&'m Json>, Option<&'m Json>);

/// What is asked of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Who covers them.
    Decision,
    /// And what is paid, each row alone.
    Amounts,
    /// And what is paid, the rows of a unit together.
    Units,
}

impl Fields {
    /// The mapping was checked by the engine. `by` are columns of the table, by its own names.
    ///
    /// # Errors
    /// `missing_field` for a column that is not there, `duplicate_key` for one that is there twice, `wrong_type` for one that cannot be its
    /// field.
    pub(crate) fn of(schema: &Schema, mapping: Option<&Json>, by: &[String], asked: Asked) -> Result<Self, Refusal> {
        let mut are_stored = true;
        let mut given: Vec<Given<'_>> = Vec::new();
        match mapping.and_then(|mapping| member(mapping, "columns")) {
            None => {
                let is_there = |name: &str| schema.fields().iter().any(|field| field.name() == name);
                let ours = known().filter(|(name, _)| is_there(name));
                given.extend(ours.map(|(name, slot)| (name.to_owned(), Some(name), slot, None, None)));
            }
            Some(Json::Object(columns)) => {
                are_stored = mapping.and_then(|mapping| member(mapping, "kind")).is_none_or(is_of_rows);
                for (name, mapped) in columns {
                    let (name, slot) = known().find(|(known, _)| known == name).unwrap_or(("", Slot::Other));
                    let column = match mapped {
                        Json::String(column) => Some(column),
                        other => match member(other, "column") {
                            Some(Json::String(column)) => Some(column),
                            _ => None,
                        },
                    };
                    match column {
                        Some(column) => given.push((
                            column.clone(),
                            Some(name),
                            slot,
                            member(mapped, "values"),
                            member(mapped, "format"),
                        )),
                        None => are_stored &= is_amount(slot) && asked == Asked::Decision,
                    }
                }
            }
            Some(_) => {}
        }
        if asked == Asked::Decision {
            given.retain(|(_, _, slot, ..)| !is_amount(*slot));
        }
        let needed = [Some(("care_type", Slot::Text(CARE_TYPE))), Some(("charged", Slot::Amount(0)))];
        let is_mapped = mapping.is_some_and(|mapping| member(mapping, "columns").is_some());
        for (name, slot) in needed.into_iter().flatten().filter(|_| !is_mapped) {
            if !(given.iter().any(|(_, _, of, ..)| *of == slot) || is_amount(slot) && asked == Asked::Decision) {
                return Err(Refusal::new("missing_field", format!("the table has no column for `{name}`"), ""));
            }
        }
        let of_caller = by.iter().enumerate().map(|(at, column)| (column.clone(), None, Slot::By(at), None, None));
        let date_format = mapping.and_then(|mapping| member(mapping, "date_format"));
        let mut fields = Vec::with_capacity(given.len());
        for (column, name, slot, values, format) in given.into_iter().chain(of_caller) {
            let position = position(schema, &column)?;
            let stored = schema.fields().get(position).map(|field| Stored::of(field.data_type()));
            let stored = stored.unwrap_or(Stored::Other);
            match fit(slot, stored) {
                Fit::Stored => {}
                Fit::Written => are_stored &= !is_looked_at(slot, asked),
                Fit::Not => {
                    let of = schema.fields().get(position).map(|field| field.data_type().to_string());
                    let (of, name) = (of.unwrap_or_default(), name.unwrap_or("by"));
                    let says =
                        format!("the column {column:?} of the table has the type {of}, which is not one of `{name}`");
                    return Err(Refusal::Problems(vec![crate::write::Problem {
                        code: "wrong_type",
                        message: says,
                        pointer: pointer(&column),
                    }]));
                }
            }
            if !is_looked_at(slot, asked) {
                continue;
            }
            are_stored &= slot != Slot::Other && (values.is_none() || matches!(slot, Slot::Text(_)));
            let format = match format.or(date_format) {
                Some(Json::String(format)) => Some(format.clone()),
                _ => None,
            };
            fields.push(Field { column, position, stored, slot, values: values.map(texts), format });
        }
        Ok(Fields { fields, are_stored })
    }
}

fn is_of_rows(kind: &Json) -> bool {
    matches!(kind, Json::String(kind) if kind == "rows") || *kind == Json::Null
}

/// Who a row is of says nothing where each row is alone.
fn is_looked_at(slot: Slot, asked: Asked) -> bool {
    let is_who = matches!(slot, Slot::Text(at) if at == PERSON || at == FAMILY);
    asked == Asked::Units || !is_who
}

fn is_amount(slot: Slot) -> bool {
    matches!(slot, Slot::Amount(_) | Slot::Weight)
}

/// What texts mean; none: `null`.
fn texts(values: &Json) -> Vec<(String, Option<String>)> {
    let Json::Object(values) = values else { return Vec::new() };
    let meant = |value: &Json| match value {
        Json::String(text) => Some(text.clone()),
        _ => None,
    };
    values.iter().map(|(theirs, ours)| (theirs.clone(), meant(ours))).collect()
}

/// # Errors
/// Of a column that is not there, or there twice.
fn position(schema: &Schema, column: &str) -> Result<usize, Refusal> {
    let mut found = schema.fields().iter().enumerate().filter(|(_, field)| field.name() == column);
    match (found.next(), found.next()) {
        (Some((position, _)), None) => Ok(position),
        (None, _) => Err(Refusal::of_column("missing_field", format!("the table has no column {column:?}"), column)),
        (Some(_), Some(_)) => {
            Err(Refusal::of_column("duplicate_key", format!("the table has two columns {column:?}"), column))
        }
    }
}

/// A field of an object that is there, and not `null`.
pub(crate) fn member<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    match json {
        Json::Object(fields) => {
            fields.iter().find(|(field, _)| field == name).map(|(_, value)| value).filter(|value| **value != Json::Null)
        }
        _ => None,
    }
}
