//! Record batches of one schema, read as claims: as they are stored, or as what is written.

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use care_coverage::Json;
use care_coverage::batch::TextFormat;
use care_coverage::simulation::{ClaimColumns, ClaimMapping, ClaimReader};

use crate::arrow::claims::Claims;
use crate::arrow::fields::{Asked, Fields, member};
use crate::arrow::reason::Refusal;
use crate::arrow::written::ndjson;

/// How the batches of a table are read.
pub(crate) struct Pieces {
    fields: Fields,
    asked: Asked,
    by: Vec<String>,
    /// Where they are not taken as they are stored.
    reader: Option<ClaimReader>,
}

impl Pieces {
    /// `by`: columns of the table that the caller asks for.
    ///
    /// # Errors
    /// Those of [`Fields::of`] and of the mapping.
    pub(crate) fn new(schema: &Schema, mapping: Option<&Json>, by: &[String], asked: Asked) -> Result<Self, Refusal> {
        // Who is asked who covers a row needs nothing that is charged.
        let mapping = &match mapping {
            Some(mapping) if asked == Asked::Decision => Some(without_charged(mapping)),
            mapping => mapping.cloned(),
        };
        let checked = mapping.as_ref().map(ClaimMapping::new).transpose()?.unwrap_or_default();
        let fields = Fields::of(schema, mapping.as_ref(), by, asked)?;
        let reader = (!fields.are_stored).then(|| ClaimReader::new(checked, by.to_vec(), TextFormat::Ndjson));
        Ok(Pieces { fields, asked, by: by.to_vec(), reader })
    }

    /// Reads batches as one piece.
    ///
    /// # Errors
    /// Those of the question.
    pub(crate) fn read<T, E>(
        &mut self,
        batches: &[RecordBatch],
        ask: impl FnOnce(&ClaimColumns<'_>) -> Result<T, E>,
    ) -> Result<T, Refusal>
    where
        Refusal: From<E>,
    {
        let Pieces { fields, asked, by, reader } = self;
        let Some(reader) = reader else {
            let claims = Claims::of(batches, fields, by.len());
            let names = claims.names();
            let by = claims.by(&names);
            return Ok(ask(&claims.columns(&names, &by))?);
        };
        let mut text = String::new();
        batches.iter().for_each(|batch| ndjson(batch, fields, *asked, &mut text));
        let table = reader.read(text.as_bytes())?;
        let names = table.names();
        let by = table.by(&names);
        // Rows of a table have no lines.
        let unreadable: Vec<_> = table.columns(&names, &by).unreadable.to_vec();
        let unreadable: Vec<_> =
            unreadable.into_iter().map(|row| care_coverage::simulation::Unreadable { line: 0, ..row }).collect();
        Ok(ask(&ClaimColumns { lines: &[], unreadable: &unreadable, ..table.columns(&names, &by) })?)
    }
}

/// A mapping that has the same charged in all rows.
fn without_charged(mapping: &Json) -> Json {
    let Json::Object(fields) = mapping else { return mapping.clone() };
    if member(mapping, "columns").is_none() {
        return mapping.clone();
    }
    let fields = fields.iter().map(|(name, value)| match value {
        Json::Object(columns) if name == "columns" => {
            let others = columns.iter().filter(|(name, _)| name != "charged").cloned();
            let fixed = Json::Object(vec![("fixed".to_owned(), Json::String("0".to_owned()))]);
            (name.clone(), Json::Object(others.chain([("charged".to_owned(), fixed)]).collect()))
        }
        _ => (name.clone(), value.clone()),
    });
    Json::Object(fields.collect())
}
