//! Many acts at once: the same answers as one by one, without an object for each.
//!
//! ```text
//! acts, columns, NDJSON or CSV ─► codes of each act ([`codes`]) ─► a bit for each mapping ([`bits`]) ─► two arrays ([`evaluation`])
//! ```
//! A row that cannot be read is `invalid_act`, with its diagnostics, and never stops the others. What the quick readers do not
//! know how to read is left to the reader of a single act, which knows what to say of it.
//! Source: *Batches* in `docs/coverage.md`.

pub(crate) mod bits;
pub(crate) mod codes;
pub(crate) mod columns;
pub(crate) mod csv;
pub(crate) mod decisions;
pub(crate) mod evaluation;
pub(crate) mod ndjson;
pub(crate) mod row;
pub(crate) mod text;

use bits::{Answer, Bits, NO_GUARANTEE};
use codes::{ActCodes, Vocabulary};

use crate::coverage::catalog::tables::Tables;
use crate::coverage::compiled::Coverage;
use crate::coverage::validate::Mapping;

/// What answers acts in codes. Built when the first of them comes.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) bits: Bits,
}

impl Encoded {
    /// `candidates`: by care type, the positions of the mappings that select it, ascending.
    pub(crate) fn new(tables: &Tables, mappings: &[Mapping], candidates: &[Vec<usize>]) -> Self {
        let vocabulary = Vocabulary::new(tables, mappings.iter().map(|mapping| &mapping.filter));
        let bits = Bits::new(tables, &vocabulary, mappings, candidates);
        Encoded { vocabulary, bits }
    }
}

impl Coverage {
    /// The answer for an act in codes that are below their limits.
    pub(crate) fn answer_codes(&self, encoded: &Encoded, codes: &ActCodes) -> Answer {
        let quick = encoded.bits.quick_answer(*codes).or_else(|| encoded.bits.answer(codes));
        quick.unwrap_or_else(|| self.answer_one_by_one(encoded, codes))
    }

    /// Where a care type has no rows.
    fn answer_one_by_one(&self, encoded: &Encoded, codes: &ActCodes) -> Answer {
        let decision = self.decision_of(encoded, codes);
        let first = decision.guarantees.first();
        let first = first.and_then(|first| self.guarantee_names().iter().position(|name| name == first));
        let first = first.and_then(|first| i32::try_from(first).ok()).unwrap_or(NO_GUARANTEE);
        Answer { outcome: decision.outcome, first }
    }
}

#[cfg(test)]
mod quick;
