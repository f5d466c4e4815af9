//! How is an answer computed and shown? The options of `reimburse` and `reimburse_many`.

use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::Rounding;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const SECU_ROUNDING: &str = "secuRounding";
const STEPS: &str = "steps";
const COUNTERS: &str = "counters";

#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// How the Sécu part is rounded.
    pub(crate) rounding: Rounding,
    /// Whether the computation is shown.
    pub(crate) steps: bool,
    pub(crate) shown: Shown,
}

/// Which counters the answer for many acts has: those after each act, those after the last one, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Each,
    Last,
    None,
}

/// `{ secuRounding?: "down" | "half_up", steps?: boolean }`
pub(crate) fn of_one(json: Option<&Json>) -> Result<Options, Error> {
    decode(json, &[SECU_ROUNDING, STEPS])
}

/// `{ secuRounding?: "down" | "half_up" }`
pub(crate) fn of_columns(json: Option<&Json>) -> Result<Options, Error> {
    decode(json, &[SECU_ROUNDING])
}

/// `{ secuRounding?: "down" | "half_up", steps?: boolean, counters?: "each" | "last" | "none" }`
pub(crate) fn of_many(json: Option<&Json>) -> Result<Options, Error> {
    decode(json, &[SECU_ROUNDING, STEPS, COUNTERS])
}

fn decode(json: Option<&Json>, known: &[&'static str]) -> Result<Options, Error> {
    let Some(json) = json else { return Ok(Options { rounding: Rounding::Down, steps: true, shown: Shown::Last }) };
    let options = whole!(json, |problems, json| read(problems, json, known));
    options.map(|(options, _)| options)
}

fn read(problems: &mut Problems, json: &Json, known: &[&'static str]) -> Option<Options> {
    let object = problems.object(json, &Path::Root, known)?;
    let rounding = choice(problems, &object, SECU_ROUNDING, &["down", "half_up"]);
    let steps = match object.get(STEPS) {
        None => Some(true),
        Some(json) => problems.boolean(json, &Path::Root.field(STEPS)),
    };
    let shown = choice(problems, &object, COUNTERS, &["last", "each", "none"]);
    Some(Options {
        rounding: if rounding? == 0 { Rounding::Down } else { Rounding::HalfUp },
        steps: steps?,
        shown: match shown? {
            0 => Shown::Last,
            1 => Shown::Each,
            _ => Shown::None,
        },
    })
}

/// The position of what is chosen; of the first where nothing is.
fn choice(problems: &mut Problems, object: &Object<'_>, name: &str, known: &[&'static str]) -> Option<usize> {
    match object.get(name) {
        None => Some(0),
        Some(json) => problems.one_of(json, &Path::Root.field(name), known),
    }
}
