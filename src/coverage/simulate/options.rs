//! How are claims computed and grouped? The options of `simulate`.
//!
//! DECISION: two keys of groups of one name are refused. Case: simulate/two-keys-of-one-name

use crate::coverage::batch::text::TextFormat;
use crate::coverage::claims::mapping::ClaimMapping;
use crate::coverage::claims::read_options::{FORMAT, MAPPING, mapping_in};
use crate::coverage::claims::reader::ClaimReader;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, of_argument};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const BY: &str = "by";
const HEADINGS: &str = "headings";
const COLUMN: &str = "column";
const AMOUNTS: &str = "amounts";
/// Those that only readers of claims look at are known here, too.
const KNOWN: [&str; 6] = [BY, HEADINGS, AMOUNTS, FORMAT, MAPPING, "secuRounding"];
/// Those of a text, and those that become columns before they come here.
const FORMATS: [&str; 4] = ["csv", "ndjson", "parquet", "arrow"];

/// What groups are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum GroupBy {
    Heading,
    /// Under the current coverage.
    Guarantee,
    CareType,
    AgeBand,
    /// A column of the caller's.
    Column(String),
}

const NAMES: [(&str, GroupBy); 4] = [
    ("heading", GroupBy::Heading),
    ("guarantee", GroupBy::Guarantee),
    ("care_type", GroupBy::CareType),
    ("age_band", GroupBy::AgeBand),
];

impl GroupBy {
    /// The name of the key in an answer.
    pub(crate) fn name(&self) -> &str {
        match self {
            GroupBy::Column(column) => column,
            other => NAMES.iter().find(|(_, by)| by == other).map_or("", |(name, _)| name),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// How the Sécu part is rounded.
    pub(crate) rounding: Rounding,
    pub(crate) by: Vec<GroupBy>,
    /// Whether what is paid for each row is answered.
    pub(crate) amounts: bool,
    /// The file of headings, which is for the catalogue of the coverages.
    pub(crate) headings: Option<Json>,
    /// How a text is written; none, where no text is read.
    pub(crate) format: Option<TextFormat>,
    pub(crate) mapping: ClaimMapping,
}

impl Options {
    /// # Errors
    /// Shape problems; `duplicate_key` for the later of two keys of one name; `missing_field` for headings that groups need.
    pub(crate) fn decode(json: Option<&Json>) -> Result<Self, Error> {
        let nothing = Json::Object(Vec::new());
        let json = json.unwrap_or(&nothing);
        let read = whole!(json, |problems, json| read(problems, json));
        read.map(|(options, _)| options).map_err(|error| of_argument("options", error))
    }

    /// Who reads claims that are no columns. Values are read as NDJSON is.
    pub(crate) fn reader(&self) -> ClaimReader {
        let by = self.columns().map(str::to_owned).listed();
        ClaimReader::new(self.mapping.clone(), by, self.format.unwrap_or(TextFormat::Ndjson))
    }

    /// The columns of the caller's that groups are made of.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.by.iter().filter_map(|by| match by {
            GroupBy::Column(column) => Some(column.as_str()),
            _ => None,
        })
    }
}

fn read(problems: &mut Problems, json: &Json) -> Option<Options> {
    let at = &Path::Root;
    let object = problems.object(json, at, &KNOWN)?;
    let rounding = match object.get("secuRounding") {
        None => Some(0),
        Some(json) => problems.one_of(json, &at.field("secuRounding"), &["down", "half_up"]),
    };
    let by = match object.get(BY) {
        None => Some(Vec::new()),
        Some(json) => problems.list(json, &at.field(BY), group_by).complete(),
    };
    if let Some(by) = &by {
        for (position, one) in by.iter().enumerate() {
            if by.iter().take(position).any(|other| other.name() == one.name()) {
                let at = at.field(BY);
                problems.report(Code::DuplicateKey, &at.item(position), say::duplicate_column(one.name()));
            }
        }
        if by.contains(&GroupBy::Heading) && object.get(HEADINGS).is_none() {
            problems.report(Code::MissingField, at, say::missing_field(HEADINGS));
        }
    }
    let amounts = match object.stated(AMOUNTS) {
        None => Some(false),
        Some(json) => problems.boolean(json, &at.field(AMOUNTS)),
    };
    let format = match object.stated(FORMAT) {
        None => Some(None),
        Some(json) => problems
            .one_of(json, &at.field(FORMAT), &FORMATS)
            .map(|position| [TextFormat::Csv, TextFormat::Ndjson].get(position).copied()),
    };
    let mapping = mapping_in(problems, &object, at);
    let headings = object.stated(HEADINGS).cloned();
    let rounding = if rounding? == 0 { Rounding::Down } else { Rounding::HalfUp };
    Some(Options { rounding, by: by?, amounts: amounts?, headings, format: format?, mapping: mapping? })
}

fn group_by(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<GroupBy> {
    if matches!(json.finished_or_not(), Json::Object(_)) {
        let object = problems.object(json, at, &[COLUMN])?;
        let column = problems.required(&object, COLUMN, at)?;
        return problems.string(column, &at.field(COLUMN)).map(|column| GroupBy::Column(column.to_owned()));
    }
    let names = NAMES.each_ref().map(|(name, _)| *name);
    let position = problems.one_of(json, at, &names)?;
    NAMES.get(position).map(|(_, by)| by.clone())
}
