//! What can be wrong with a document: the table of codes, one problem, and the collector of the problems of one reading.

pub(crate) mod code;
pub(crate) mod diagnostic;
pub(crate) mod message;
pub(crate) mod nearest;
pub(crate) mod problems;
pub(crate) mod sentences;
pub(crate) mod settings;
mod title;
