//! Our value for each of a file's: a table of values.
//!
//! DECISION: a care type that its table lacks stays as it is, so that the catalogue decides; any other value is wrong.
//! Case: claims/value-that-its-table-lacks

use std::sync::Arc;

use crate::coverage::claims::field::{CellKind, ClaimField};
use crate::coverage::facts::amounts::SIDES;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::intern::Interner;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    Null,
    Flag(bool),
    Text(String),
}

/// What is meant by each text.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueTable {
    /// The texts by number.
    known: Arc<Interner>,
    /// What is meant by the text of each number.
    meant: Arc<Vec<Meant>>,
}

impl ValueTable {
    pub(crate) fn read(problems: &mut Problems, json: &Json, field: ClaimField, at: &Path<'_>) -> Option<Self> {
        let (mut known, mut values) = (Interner::default(), Vec::new());
        for (text, json) in problems.record(json, at)? {
            let at = &at.field(text);
            let meant = match (json, field.kind()) {
                (Json::Null, _) => Some(Meant::Null),
                (_, CellKind::Flag) => problems.boolean(json, at).map(Meant::Flag),
                (_, CellKind::Side) => {
                    let side = problems.one_of(json, at, &SIDES);
                    side.and_then(|side| SIDES.get(side)).map(|side| Meant::Text((*side).to_owned()))
                }
                _ => problems.text(json, at).map(|text| Meant::Text(text.to_owned())),
            };
            if let Some(meant) = meant {
                known.insert(text.as_bytes());
                values.push(meant);
            }
        }
        Some(ValueTable { known: Arc::new(known), meant: Arc::new(values) })
    }

    /// What is meant by a text.
    pub(crate) fn meant(&self, text: &[u8]) -> Option<&Meant> {
        self.meant.get(self.known.find(text)?)
    }
}
