//! A whole document is read in one way: everything that is wrong with it, with those fixes that bring no new error.

use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::fixes::Judge;
use crate::ground::value::json::Json;

/// What `read` reads of a document, and the warnings about it.
///
/// # Errors
/// Every problem that leaves the meaning undefined. `judge` reads a repaired document, to see whether a fix helps.
pub(crate) fn read_whole<'j, T>(
    json: &'j Json,
    read: impl FnOnce(&mut Problems, &'j Json) -> Option<T>,
    judge: Judge<'_>,
) -> Result<(T, Vec<Diagnostic>), Error> {
    let mut problems = Problems::default();
    let read = read(&mut problems, json);
    problems.finish(read).map_err(|error| error.with_tried_fixes(json, judge))
}

/// `whole!(json, |problems, json| …)`: what the expression reads of a document, and the warnings about it. A macro, because what
/// is read of the document may borrow of it, and is read of repaired ones, too.
macro_rules! whole {
    ($document:expr, |$problems:ident, $json:ident| $read:expr) => {
        crate::ground::document::whole::read_whole($document, |$problems, $json| $read, &|$problems, $json| {
            let _ = $read;
        })
    };
}

pub(crate) use whole;
