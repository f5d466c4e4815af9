//! What answers acts in codes: the codes that there are, and a bit for each mapping.

use crate::coverage::batch::bits::{Answer, Bits, NO_GUARANTEE};
use crate::coverage::batch::codes::{ActCodes, Vocabulary};
use crate::coverage::compiled::Compiled;
use crate::coverage::decision::Decision;

/// What answers acts in codes, of one coverage. Built when the first of them comes.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) bits: Bits,
}

impl Encoded {
    pub(crate) fn new(compiled: &Compiled) -> Self {
        let (tables, mappings, candidates) = (&compiled.tables, &compiled.model.mappings, &compiled.candidates);
        let vocabulary = Vocabulary::new(tables, mappings.iter().map(|mapping| &mapping.filter));
        let bits = Bits::new(tables, &vocabulary, mappings, candidates);
        Encoded { vocabulary, bits }
    }
}

/// A coverage that can be asked about acts in codes.
#[derive(Clone, Copy)]
pub(crate) struct CodedCoverage<'c> {
    pub(crate) compiled: &'c Compiled,
    pub(crate) encoded: &'c Encoded,
}

impl CodedCoverage<'_> {
    /// The answer for an act in codes that are below their limits.
    #[inline]
    pub(crate) fn answer(&self, codes: &ActCodes) -> Answer {
        let bits = &self.encoded.bits;
        let quick = bits.quick_answer(*codes).or_else(|| bits.answer(codes));
        quick.unwrap_or_else(|| self.answer_one_by_one(codes))
    }

    /// Where a care type has no rows.
    fn answer_one_by_one(&self, codes: &ActCodes) -> Answer {
        let compiled = self.compiled;
        let care_type = codes.care_type().filter(|care_type| compiled.tables.care_type(*care_type).is_some());
        let decision = match care_type {
            None => Decision::unknown_care_type(),
            Some(care_type) => {
                let facts = self.encoded.vocabulary.facts(codes);
                Decision::of(compiled, care_type, &compiled.applicable(care_type, facts))
            }
        };
        let first = decision.guarantees.first().and_then(|first| i32::try_from(*first).ok());
        Answer { outcome: decision.outcome, first: first.unwrap_or(NO_GUARANTEE) }
    }
}
