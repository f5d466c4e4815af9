//! Where is something in a text?

use serde::Serialize;

/// Where in a text something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TextRange {
    /// UTF-16 offset of the first unit.
    pub start: usize,
    /// UTF-16 offset after the last unit.
    pub end: usize,
    /// Line of the start, from 1; a line ends at LF, CRLF or a lone CR.
    pub line: usize,
    /// Column of the start in UTF-16 units, from 1.
    pub column: usize,
}

/// An edit of a text: what is put in place of the units from `start` to `end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TextEdit {
    /// UTF-16 offset of the first unit that goes.
    pub start: usize,
    /// UTF-16 offset after the last unit that goes.
    pub end: usize,
    /// What comes instead.
    pub text: String,
}

/// Start and end of something in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}
