//! What was read of some rows, as objects with our names: for whoever writes a mapping.

use serde::Serialize;

use crate::coverage::batch::codes::NO_AGE;
use crate::coverage::bulk::row::NO_DATE;
use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, NO_WEIGHT, Names, Unreadable};
use crate::coverage::claims::read_options::ReadOptions;
use crate::coverage::claims::reader::ClaimReader;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::table::ClaimTable;
use crate::coverage::facts::act::{CARE_DATE, CARE_TYPE, ESTABLISHMENT, TEETH};
use crate::coverage::facts::amounts::{BENEFICIARY, MEMBERSHIP_START, SIDE, SIDES, STAY_ID, TOOTH};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error, of_argument};
use crate::ground::exact::amount::show;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

const CLAIMS: &str = "claims";

/// Some rows of claims, as they are read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClaimPreview {
    /// The rows with our names, also those that cannot be read, as far as they can.
    pub rows: Vec<Json>,
    /// The rows that cannot be read.
    pub unreadable: Vec<UnreadableRow>,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnreadableRow {
    /// Its position.
    pub row: u32,
    /// Its line in the text.
    pub line: u32,
    /// Under which reason it is counted.
    pub reason: InvalidReason,
    /// The column that has it.
    pub column: Option<String>,
    /// What is wrong; pointers say nothing.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text of claims. The options are `{ format: "csv" | "ndjson", mapping?, by?: string[] }`; `by` are columns that are carried along, by
/// their own names.
///
/// # Errors
/// Those of the options and of the mapping, and of the header of a CSV.
///
/// # Examples
/// ```
/// use care_coverage::{Json, preview_claims};
/// let options: Json = r#"{ "format": "csv", "mapping": { "columns": { "care_type": "ACTE", "charged": "MONTANT" } } }"#.parse()?;
/// let preview = preview_claims("ACTE;MONTANT\nG;26,50 €\nG;gratuit\n", &options)?;
/// assert_eq!((preview.rows.len(), preview.unreadable[0].line), (2, 3));
/// # Ok::<(), care_coverage::Error>(())
/// ```
pub fn preview_claims(text: impl AsRef<[u8]>, options: &Json) -> Result<ClaimPreview, Error> {
    of_text(text.as_ref(), options)
}

fn of_text(text: &[u8], options: &Json) -> Result<ClaimPreview, Error> {
    let ReadOptions { format, mapping, by } =
        ReadOptions::decode(options).map_err(|error| of_argument("options", error))?;
    let mut reader = ClaimReader::new(mapping, by, format);
    let table =
        reader.read(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)).map_err(|error| of_argument(CLAIMS, error))?;
    Ok(ClaimPreview {
        rows: rows(table),
        unreadable: table.unreadable.iter().zip(&table.problems).map(unreadable).listed(),
    })
}

/// The rows of distributions.
///
/// # Errors
/// Those of [`ClaimTable::of_distributions`].
pub fn preview_distributions(distributions: &Json) -> Result<ClaimPreview, Error> {
    let table = ClaimTable::of_distributions(distributions).map_err(|error| of_argument(CLAIMS, error))?;
    Ok(ClaimPreview { rows: rows(&table), unreadable: Vec::new() })
}

fn unreadable((row, problem): (&Unreadable, &Diagnostic)) -> UnreadableRow {
    let Unreadable { row, reason, line, column, says: _ } = row;
    UnreadableRow {
        row: *row,
        line: *line,
        reason: *reason,
        column: column.clone(),
        diagnostics: vec![problem.clone()],
    }
}

fn rows(table: &ClaimTable) -> Vec<Json> {
    let names = table.names();
    let by = table.by(&names);
    rows_of(&table.columns(&names, &by))
}

/// The rows of columns as objects with our names.
pub(crate) fn rows_of(columns: &ClaimColumns<'_>) -> Vec<Json> {
    let count = columns.care_type.codes.len();
    let mut rows = Vec::with_capacity(count);
    for row in 0..count {
        rows.push(row_of(columns, row));
    }
    rows
}

fn row_of(columns: &ClaimColumns<'_>, row: usize) -> Json {
    let mut fields = Fields { row, fields: Vec::new() };
    fields.text(CARE_TYPE, columns.care_type);
    fields.day(CARE_DATE, columns.acts.care_date);
    fields.byte(MEMBER_AGE, columns.acts.acts.member_age, NO_AGE);
    fields.byte("age_band", columns.age_band, NO_BAND);
    fields.text(TEETH, columns.teeth);
    fields.text(ESTABLISHMENT, columns.establishment);
    for (fact, column) in ActFact::BOOLEANS.into_iter().zip(columns.acts.acts.booleans) {
        match column.get(row) {
            Some(1) => fields.add(fact.name(), Json::Null),
            Some(code @ (2 | 3)) => fields.add(fact.name(), Json::Bool(*code == 3)),
            _ => {}
        }
    }
    for (fact, column) in ActFact::TEXTS.into_iter().zip(columns.texts) {
        fields.text(fact.name(), column);
    }
    for (name, column) in columns.acts.named_amounts() {
        fields.amount(name, column, 2);
    }
    fields.day(MEMBERSHIP_START, columns.acts.membership_start);
    if let Some(side) = columns.acts.side.get(row).and_then(|code| SIDES.get(usize::from(code.checked_sub(2)?))) {
        fields.add(SIDE, Json::from(*side));
    }
    fields.byte(TOOTH, columns.acts.tooth, 0);
    fields.text("person", columns.person);
    fields.text("family", columns.family);
    fields.text(BENEFICIARY, columns.beneficiary);
    fields.text(STAY_ID, columns.stay_id);
    fields.amount("weight", columns.weight, 0);
    if !columns.by.is_empty() {
        let by = columns.by.iter().map(|column| text(*column, row).unwrap_or(Json::Null)).listed();
        fields.add("by", Json::Array(by));
    }
    Json::Object(fields.fields)
}

struct Fields {
    row: usize,
    fields: Vec<(String, Json)>,
}

impl Fields {
    fn add(&mut self, name: &str, value: Json) {
        self.fields.push((name.to_owned(), value));
    }

    fn text(&mut self, name: &str, column: Names<'_>) {
        if let Some(text) = text(column, self.row) {
            self.add(name, text);
        }
    }

    fn day(&mut self, name: &str, column: &[i32]) {
        let day = column.get(self.row).filter(|day| **day != NO_DATE);
        if let Some(date) = day.and_then(|day| CalendarDate::of_day(*day)) {
            self.add(name, Json::String(date.to_string()));
        }
    }

    fn byte(&mut self, name: &str, column: &[u8], none: u8) {
        if let Some(number) = column.get(self.row).filter(|number| **number != none) {
            self.add(name, Json::from(*number));
        }
    }

    fn amount(&mut self, name: &str, column: &[i64], decimals: usize) {
        if let Some(units) = column.get(self.row).filter(|units| **units != NO_WEIGHT) {
            self.add(name, Json::String(show(i128::from(*units), 4, decimals)));
        }
    }
}

fn text(column: Names<'_>, row: usize) -> Option<Json> {
    match column.codes.get(row)? {
        0 => None,
        1 => Some(Json::Null),
        code => {
            let position = usize::try_from(code.saturating_sub(2)).ok()?;
            column.names.get(position).map(|name| Json::String((*name).to_owned()))
        }
    }
}
