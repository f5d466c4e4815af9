//! Small tools that keep the module small and fast: one sort, one interner, one way into a vector, bytes eight at a time,
//! plain JSON on one line, integers in few bytes.

pub(crate) mod eights;
pub(crate) mod fnv;
pub(crate) mod intern;
pub(crate) mod json_line;
pub(crate) mod listed;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod packed;
pub(crate) mod plain;
