//! JSON text → JSON, with the place of every value.
//!
//! RFC 8259 exactly; a byte order mark at the start is skipped. The text is read as UTF-16 code units, because that is how
//! editors count. After a syntax error, what was open is unfinished: its complete parts are kept and judged, it is not.
//! The reader keeps its own stack, so that no depth of nesting can overflow the program's.

pub(crate) mod document;
mod edits;
pub(crate) mod json_text;
mod place;
mod reader;
mod token;
