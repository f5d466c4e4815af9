//! Whole decisions for acts in codes: a number for each different one, so that equal ones can be shared (real acts have few), and
//! what a decision says as integers.
//!
//! ```text
//! 0 not covered, 1 unknown care type, 2 + position: covered by this guarantee alone, then the others as they come
//! ```

use crate::coverage::batch::bits::{Answer, Bits};
use crate::coverage::batch::codes::ActCodes;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::outcome_code;
use crate::coverage::decision::ActOutcome;
use crate::ground::small::intern::Interner;

/// So many decisions get a number, next to those that cover or do not.
const MAX_NUMBERED: usize = 16_384;

/// The decisions of one coverage, by number.
#[derive(Debug, Default)]
pub struct DecisionNumbers {
    known: Interner,
}

impl DecisionNumbers {
    /// The number of the decision for an act, whose codes are below their limits; a new one where it has none yet. None when
    /// there are too many decisions.
    pub(crate) fn number_in(&mut self, coverage: CodedCoverage<'_>, act: &ActCodes) -> Option<usize> {
        if let Some(number) = self.find_in(coverage, act) {
            return Some(number);
        }
        if self.known.len() >= MAX_NUMBERED {
            return None;
        }
        let mut key = Vec::new();
        coverage.encoded.bits.key(act, &mut |word| key.extend_from_slice(&word.to_le_bytes()))?;
        self.known.insert(&key);
        self.find_in(coverage, act)
    }

    /// The number of the decision for an act, if it has one already.
    pub(crate) fn find_in(&self, coverage: CodedCoverage<'_>, act: &ActCodes) -> Option<usize> {
        let encoded = coverage.encoded;
        let answer = encoded.bits.quick_answer(*act).or_else(|| encoded.bits.answer(act))?;
        match answer {
            Answer { outcome: ActOutcome::NotCovered, .. } => Some(0),
            Answer { outcome: ActOutcome::UnknownCareType, .. } => Some(1),
            Answer { outcome: ActOutcome::Covered, first } => usize::try_from(first).ok()?.checked_add(2),
            Answer { outcome: ActOutcome::Ambiguous | ActOutcome::Undetermined, .. } => {
                let mut key = ShortKey::default();
                encoded.bits.key(act, &mut |word| key.push(word))?;
                let known = self.known.find(key.bytes()?)?;
                coverage.compiled.model.guarantees.len().checked_add(2)?.checked_add(known)
            }
        }
    }
}

/// The decision for an act whose codes are below their limits, in integers:
///
/// ```text
/// outcome, a position in OUTCOME_CODES
/// then for each guarantee that matches or may match, in payload order
///   its position
///   the facts that it waits for, a bit each in the order of ActFact::ALL, and for the age the bit
///   after them; 0 where it certainly matches
/// ```
/// None where more mappings can match the care type than the tables of batches hold.
pub(crate) fn in_integers(bits: &Bits, act: &ActCodes) -> Option<Vec<u32>> {
    let outcome = bits.answer(act)?.outcome;
    let mut integers = vec![u32::from(outcome_code(outcome))];
    if !matches!(outcome, ActOutcome::NotCovered | ActOutcome::UnknownCareType) {
        bits.each_guarantee(act, &mut |guarantee, missing| integers.extend([guarantee, missing]))?;
    }
    Some(integers)
}

/// What distinguishes decisions, without memory of its own: at most 15 words of masks, for 448 mappings that can match.
struct ShortKey {
    bytes: [u8; 128],
    length: usize,
}

impl Default for ShortKey {
    fn default() -> Self {
        ShortKey { bytes: [0; 128], length: 0 }
    }
}

impl ShortKey {
    fn push(&mut self, word: u64) {
        let end = self.length.saturating_add(8);
        if let Some(bytes) = self.bytes.get_mut(self.length..end) {
            bytes.copy_from_slice(&word.to_le_bytes());
        }
        self.length = end;
    }

    /// None when it is too long.
    fn bytes(&self) -> Option<&[u8]> {
        self.bytes.get(..self.length)
    }
}
