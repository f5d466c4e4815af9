//! JSON → a mapping: what are the columns and values of a file called, and how are its dates and decimals written?
//!
//! ```text
//! mapping  { kind?, separator?, decimal?, date_format?, columns? }
//! column   "NAME" | { column, format?, decimal?, values? } | { fixed }
//! ```
//! DECISION: with `columns`, only what they name is read; without, our own names. Case: claims/unmapped-columns-are-ignored
//! Source: *Mapping* in `docs/simulation.md`.

use crate::coverage::claims::field::{CellKind, ClaimField, ClaimKind, each_field};
use crate::coverage::claims::formats::date_format::{DateFormat, ISO};
use crate::coverage::claims::formats::decimal::{DecimalSign, SIGNS};
use crate::coverage::claims::values::ValueTable;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const KIND: &str = "kind";
const SEPARATOR: &str = "separator";
const DECIMAL: &str = "decimal";
const DATE_FORMAT: &str = "date_format";
pub(crate) const COLUMNS: &str = "columns";
const VALUES: &str = "values";
const COLUMN: &str = "column";
const FORMAT: &str = "format";
pub(crate) const FIXED: &str = "fixed";

const KINDS: [&str; 2] = ["rows", "damir"];
const SEPARATORS: [(&str, u8); 4] = [(";", b';'), (",", b','), ("tab", b'\t'), ("|", b'|')];

/// What claims are called elsewhere, and how they are written there.
#[derive(Clone, Debug, Default)]
pub struct ClaimMapping {
    pub(crate) kind: ClaimKind,
    /// Between the cells of a CSV; none: the first one that its header has.
    pub(crate) separator: Option<u8>,
    /// None: the columns have our names.
    pub(crate) columns: Option<Vec<MappedField>>,
    /// What is said of columns that have our names.
    pub(crate) decimal: DecimalSign,
    pub(crate) date_format: Option<DateFormat>,
}

/// Where a field is, and how it is written.
#[derive(Clone, Debug)]
pub(crate) struct MappedField {
    pub(crate) name: &'static str,
    pub(crate) field: ClaimField,
    pub(crate) from: From,
    pub(crate) values: Option<ValueTable>,
    pub(crate) decimal: DecimalSign,
    /// None: `yyyy-MM-dd`.
    pub(crate) date_format: Option<DateFormat>,
}

/// Where a field is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum From {
    /// In the column of this name.
    Column(String),
    /// The same in all rows.
    Fixed(Json),
}

/// What is read of a mapping; its fixed values are not judged.
pub(crate) fn read(problems: &mut Problems, json: &Json) -> Option<ClaimMapping> {
    let at = &Path::Root;
    let object = problems.document(json, at, &[KIND, SEPARATOR, DECIMAL, DATE_FORMAT, COLUMNS])?;
    let kind = match object.stated(KIND) {
        None => ClaimKind::Rows,
        Some(json) => match problems.one_of(json, &at.field(KIND), &KINDS) {
            Some(1) => ClaimKind::Damir,
            _ => ClaimKind::Rows,
        },
    };
    let separator = object.stated(SEPARATOR).and_then(|json| {
        let position = problems.one_of(json, &at.field(SEPARATOR), &SEPARATORS.map(|(name, _)| name))?;
        SEPARATORS.get(position).map(|(_, byte)| *byte)
    });
    let decimal = decimal_of(problems, &object, at);
    let date_format = date_format_of(problems, &object, DATE_FORMAT, at);
    let columns = object.stated(COLUMNS).map(|json| {
        let decimal = decimal.unwrap_or(DecimalSign::Either);
        let mut reader = Columns { problems, kind, decimal, date_format: date_format.as_ref() };
        reader.read(json, &at.field(COLUMNS))
    });
    if columns.is_none() && kind == ClaimKind::Damir {
        problems.required(&object, COLUMNS, at);
    }
    Some(ClaimMapping { kind, separator, columns, decimal: decimal.unwrap_or_default(), date_format })
}

fn decimal_of(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<DecimalSign> {
    let json = object.stated(DECIMAL)?;
    let position = problems.one_of(json, &at.field(DECIMAL), &SIGNS.map(|(name, _)| name))?;
    SIGNS.get(position).map(|(_, sign)| *sign)
}

fn date_format_of(
    problems: &mut Problems,
    object: &Object<'_>,
    name: &'static str,
    at: &Path<'_>,
) -> Option<DateFormat> {
    let at = &at.field(name);
    let text = object.stated(name).and_then(|json| problems.string(json, at))?;
    let format = DateFormat::read(text);
    if format.is_none() {
        problems.report(Code::WrongType, at, say::wrong_text("a format such as `dd/MM/yyyy`", text));
    }
    // The quick way is that of our own format.
    format.filter(|format| format.text != ISO)
}

struct Columns<'c> {
    problems: &'c mut Problems,
    kind: ClaimKind,
    decimal: DecimalSign,
    date_format: Option<&'c DateFormat>,
}

impl Columns<'_> {
    fn read(&mut self, json: &Json, at: &Path<'_>) -> Vec<MappedField> {
        let mut fields: Vec<(&'static str, ClaimField)> = Vec::new();
        each_field(self.kind, &mut |name, field| fields.push((name, field)));
        let names: Vec<&'static str> = fields.iter().map(|(name, _)| *name).listed();
        let Some(object) = self.problems.document(json, at, &names) else { return Vec::new() };
        let mut mapped = Vec::new();
        for (name, field) in fields {
            let json = if field.is_needed() { self.problems.required(&object, name, at) } else { object.stated(name) };
            mapped.extend(json.and_then(|json| self.field(json, &at.field(name), name, field)));
        }
        mapped
    }

    fn field(&mut self, json: &Json, at: &Path<'_>, name: &'static str, field: ClaimField) -> Option<MappedField> {
        let (decimal, date_format) = (self.decimal, self.date_format.cloned());
        let from = From::Fixed(Json::Null);
        let mut mapped = MappedField { name, field, from, values: None, decimal, date_format };
        if let Json::String(column) = json {
            mapped.from = From::Column(column.clone());
            return Some(mapped);
        }
        let object = self.problems.document(json, at, &[COLUMN, FORMAT, DECIMAL, VALUES, FIXED])?;
        if let Some(fixed) = object.get(FIXED) {
            for other in [COLUMN, FORMAT, DECIMAL, VALUES] {
                if object.get(other).is_some() {
                    self.problems.report(Code::UnknownField, &at.field(other), say::either_of(other, FIXED));
                }
            }
            (mapped.decimal, mapped.date_format) = (DecimalSign::Point, None);
            mapped.from = From::Fixed(self.fixed(fixed, &at.field(FIXED))?);
            return Some(mapped);
        }
        let column = self.problems.required(&object, COLUMN, at);
        let column = column.and_then(|json| self.problems.string(json, &at.field(COLUMN)));
        let kind = field.kind();
        let is_amount = matches!(kind, CellKind::Money | CellKind::Percent);
        for (of, is_known) in [(FORMAT, kind == CellKind::Date), (DECIMAL, is_amount), (VALUES, kind.has_values())] {
            if object.get(of).is_some() && !is_known {
                self.problems.report_removable(Code::UnknownField, &at.field(of), say::unknown_field(of, None));
            }
        }
        if is_amount && let Some(sign) = decimal_of(self.problems, &object, at) {
            mapped.decimal = sign;
        }
        if kind == CellKind::Date && object.stated(FORMAT).is_some() {
            mapped.date_format = date_format_of(self.problems, &object, FORMAT, at);
        }
        if let Some(json) = object.stated(VALUES).filter(|_| kind.has_values()) {
            mapped.values = ValueTable::read(self.problems, json, field, &at.field(VALUES));
        }
        mapped.from = From::Column(column?.to_owned());
        Some(mapped)
    }

    fn fixed(&mut self, json: &Json, at: &Path<'_>) -> Option<Json> {
        match json {
            Json::String(_) | Json::Number(_) | Json::Bool(_) | Json::Null => Some(json.clone()),
            other => self.problems.wrong_type(other, at, "a text, a number, a boolean or null"),
        }
    }
}
