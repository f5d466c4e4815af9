//! What does an act say? The table of facts, an act with its given and derived facts, teeth and lenses.

pub(crate) mod act;
pub(crate) mod lens;
pub(crate) mod missing;
pub(crate) mod table;
pub(crate) mod tooth;
