//! What is not finished? The bounds keep the cost of a hostile coverage finite; where one is reached, the answer says so.

use serde::Serialize;

use crate::ground::small::order;

/// A bound was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Truncation<'a> {
    /// The care types for which something may be missing, ascending.
    pub care_types: Vec<&'a str>,
    /// What, and which bound, in words.
    pub reason: String,
}

/// What an answer did not finish.
#[derive(Debug, Default)]
pub(crate) struct Unfinished<'a> {
    care_types: Vec<&'a str>,
    /// Each once, in the order they came up.
    reasons: Vec<String>,
}

/// So many different reasons are listed.
const MAX_REASONS: usize = 10;

impl<'a> Unfinished<'a> {
    pub(crate) fn new(care_types: Vec<&'a str>, reason: String) -> Self {
        Unfinished { care_types, reasons: vec![reason] }
    }

    pub(crate) fn and(mut self, other: Unfinished<'a>) -> Self {
        self.care_types.extend(other.care_types);
        for reason in other.reasons {
            if self.reasons.len() < MAX_REASONS && !self.reasons.contains(&reason) {
                self.reasons.push(reason);
            }
        }
        self
    }

    pub(crate) fn report(self) -> Option<Truncation<'a>> {
        if self.reasons.is_empty() {
            return None;
        }
        let mut care_types = order::sort(self.care_types, &|a: &&str, b: &&str| a.cmp(b));
        care_types.dedup();
        Some(Truncation { care_types, reason: self.reasons.join("; ") })
    }
}
