//! The options of a question about a table.

use care_coverage::Json;

use crate::arrow::fields::member;
use crate::arrow::reason::{Refusal, pointer};
use crate::write::Problem;

/// Which columns of the table the answer has, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    All,
    None,
    These(Vec<String>),
}

/// The options of a question about each row.
pub(crate) struct TableOptions {
    pub(crate) unit: Option<String>,
    pub(crate) keep: Keep,
    pub(crate) mapping: Option<Json>,
    /// Those that the engine knows.
    pub(crate) engine: Option<Json>,
}

const UNIT: &str = "unit";
const KEEP: &str = "keep";
const MAPPING: &str = "mapping";
const ROUNDING: &str = "secuRounding";

impl TableOptions {
    /// `known`: those of the question besides `keep` and `mapping`.
    ///
    /// # Errors
    /// `unknown_field`, `wrong_type`.
    pub(crate) fn of(options: Option<Json>, has_amounts: bool) -> Result<Self, Refusal> {
        let options = options.unwrap_or(Json::Object(Vec::new()));
        let Json::Object(fields) = &options else {
            return Err(Refusal::new("wrong_type", "options: expected a mapping".to_owned(), ""));
        };
        let mut problems = Vec::new();
        let mut wrong = |code: &'static str, message: &str, name: &str| {
            problems.push(Problem { code, message: message.to_owned(), pointer: pointer(name) });
        };
        for (name, _) in fields {
            let is_known = [KEEP, MAPPING].contains(&&**name) || has_amounts && [UNIT, ROUNDING].contains(&&**name);
            if !is_known {
                wrong("unknown_field", &format!("a table has no option {name:?}"), name);
            }
        }
        let unit = match member(&options, UNIT) {
            None => None,
            Some(Json::String(unit)) => Some(unit.clone()),
            Some(_) => {
                wrong("wrong_type", "unit: expected the name of a column", UNIT);
                None
            }
        };
        let keep = match member(&options, KEEP) {
            None | Some(Json::Bool(true)) => Keep::All,
            Some(Json::Bool(false)) => Keep::None,
            Some(Json::Array(names)) if names.iter().all(|name| matches!(name, Json::String(_))) => {
                Keep::These(names.iter().filter_map(name).collect())
            }
            Some(_) => {
                wrong("wrong_type", "keep: expected a boolean or a list of names of columns", KEEP);
                Keep::All
            }
        };
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        let rounding = fields.iter().filter(|(name, _)| name == ROUNDING).cloned().collect();
        Ok(TableOptions {
            unit,
            keep,
            mapping: member(&options, MAPPING).cloned(),
            engine: Some(Json::Object(rounding)),
        })
    }
}

fn name(json: &Json) -> Option<String> {
    match json {
        Json::String(name) => Some(name.clone()),
        _ => None,
    }
}
