//! What does an act say? The table of facts, an act with its given and derived facts, teeth and lenses.

pub(crate) mod act;
pub(crate) mod amounts;
pub(crate) mod derive;
pub(crate) mod known;
pub(crate) mod lens;
pub(crate) mod mask;
pub(crate) mod missing;
pub(crate) mod table;
pub(crate) mod tooth;
pub(crate) mod usual_words;
pub(crate) mod value;
