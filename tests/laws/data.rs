//! Data that is not part of the repository: it is read only where `CARE_COVERAGE_DATA` names its folder.

use std::io::Write;
use std::path::PathBuf;

/// The text of a file of that folder. Without the variable the test that asks says so, and passes; a file that is not in the folder is
/// an error.
pub(crate) fn text(file: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("CARE_COVERAGE_DATA") else {
        // Written to the stream itself, because `cargo test` hides what a test that passes prints.
        let sentence = format!("CARE_COVERAGE_DATA names no folder: {file} was not tested.\n");
        std::io::stderr().write_all(sentence.as_bytes()).expect("a stream to write to");
        return None;
    };
    let path = PathBuf::from(folder).join(file);
    Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}
