//! How is a text of claims read? The options of whoever reads one.

use crate::coverage::batch::text::TextFormat;
use crate::coverage::claims::judged_mapping::mapping_at;
use crate::coverage::claims::mapping::ClaimMapping;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const FORMAT: &str = "format";
pub(crate) const MAPPING: &str = "mapping";
const BY: &str = "by";

/// How a text is written, and which of its columns are carried along.
pub(crate) struct ReadOptions {
    pub(crate) format: TextFormat,
    pub(crate) mapping: ClaimMapping,
    pub(crate) by: Vec<String>,
}

impl ReadOptions {
    /// # Errors
    /// Shape problems, and those of the mapping.
    pub(crate) fn decode(json: &Json) -> Result<Self, Error> {
        whole!(json, |problems, json| read(problems, json)).map(|(options, _)| options)
    }
}

fn read(problems: &mut Problems, json: &Json) -> Option<ReadOptions> {
    let at = &Path::Root;
    let object = problems.object(json, at, &[FORMAT, MAPPING, BY])?;
    let format = problems.required(&object, FORMAT, at);
    let format = format.and_then(|json| text_format(problems, json, &at.field(FORMAT)));
    let mapping = mapping_in(problems, &object, at);
    let by = match object.get(BY) {
        None => Some(Vec::new()),
        Some(json) => problems.strings(json, &at.field(BY)).complete(),
    };
    let by = by?.into_iter().map(str::to_owned).listed();
    Some(ReadOptions { format: format?, mapping: mapping?, by })
}

/// The format of a text.
pub(crate) fn text_format(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<TextFormat> {
    let names = [TextFormat::Csv, TextFormat::Ndjson].map(TextFormat::as_str);
    match problems.one_of(json, at, &names)? {
        0 => Some(TextFormat::Csv),
        _ => Some(TextFormat::Ndjson),
    }
}

/// The mapping of an object of options; our own names where it is left out.
pub(crate) fn mapping_in(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<ClaimMapping> {
    match object.stated(MAPPING) {
        None => Some(ClaimMapping::default()),
        Some(json) => mapping_at(problems, json, &at.field(MAPPING)),
    }
}
