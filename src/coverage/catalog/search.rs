//! How is a catalogue searched? The package ranks the entries, which takes Unicode tables that every JavaScript has.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, named};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const KIND: &str = "kind";
const LIMIT: &str = "limit";
const MAX_LIMIT: i64 = 1_000;

/// Whether these are options of a search: `{ kind?: "care_type" | "care_type_group", limit?: 1..=1,000 }`.
///
/// # Errors
/// Their problems.
pub fn check_search_options(json: &Json) -> Result<(), Error> {
    let (mut problems, at) = (Problems::default(), &Path::Root);
    if let Some(object) = problems.object(json, at, &[KIND, LIMIT]) {
        if let Some(json) = object.get(KIND) {
            problems.one_of(json, &at.field(KIND), &["care_type", "care_type_group"]);
        }
        let limit = object.get(LIMIT).and_then(|json| problems.integer(json, &at.field(LIMIT)));
        if let Some(limit) = limit.filter(|limit| !(1..=MAX_LIMIT).contains(limit)) {
            problems.report(Code::OutOfRange, &at.field(LIMIT), say::number_out_of_range(1_i64, MAX_LIMIT, limit));
        }
    }
    if problems.blocking() {
        return Err(named([("options", Some(problems.refuse())), ("", None), ("", None)]));
    }
    Ok(())
}
