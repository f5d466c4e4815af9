//! A number for each different decision, so that equal ones can be shared: real acts have few.
//!
//! ```text
//! 0 not covered, 1 unknown care type, 2 + position: covered by this guarantee alone, then the others as they come
//! ```

use crate::coverage::batch::bits::Answer;
use crate::coverage::batch::codes::ActCodes;
use crate::coverage::index::Coverage;
use crate::coverage::verdict::{ActOutcome, GuaranteeDecision};
use crate::intern::Interner;

/// So many decisions get a number beside those that cover or do not.
const MAX_NUMBERED: usize = 16_384;

/// The decisions of one coverage, by number.
#[derive(Debug, Default)]
pub struct DecisionNumbers {
    known: Interner,
    /// By number, from the first that comes: an act that is decided so.
    acts: Vec<ActCodes>,
}

impl DecisionNumbers {
    /// The number of the decision for an act, whose codes are below their limits; a new one where it has none yet. None when
    /// there are too many decisions.
    pub fn number(&mut self, coverage: &Coverage, act: &ActCodes) -> Option<usize> {
        if let Some(number) = self.find(coverage, act) {
            return Some(number);
        }
        if self.known.len() >= MAX_NUMBERED {
            return None;
        }
        let mut key = Vec::new();
        coverage.encoded().bits.key(act, &mut |word| key.extend_from_slice(&word.to_le_bytes()))?;
        self.known.insert(&key);
        self.acts.push(*act);
        self.find(coverage, act)
    }

    /// The number of the decision for an act, if it has one already.
    pub fn find(&self, coverage: &Coverage, act: &ActCodes) -> Option<usize> {
        let encoded = coverage.encoded();
        match encoded.bits.answer(act)? {
            Answer { outcome: ActOutcome::NotCovered, .. } => Some(0),
            Answer { outcome: ActOutcome::UnknownCareType, .. } => Some(1),
            Answer { outcome: ActOutcome::Covered, first } => usize::try_from(first).ok()?.checked_add(2),
            Answer { outcome: ActOutcome::Ambiguous | ActOutcome::Undetermined, .. } => {
                let mut key = ShortKey::default();
                encoded.bits.key(act, &mut |word| key.push(word))?;
                let known = self.known.find(key.bytes()?)?;
                coverage.guarantee_names().len().checked_add(2)?.checked_add(known)
            }
        }
    }

    /// The decision of a number; none for a number that was not given.
    pub fn decision<'c>(&self, coverage: &'c Coverage, number: usize) -> Option<GuaranteeDecision<'c>> {
        let alone = |outcome, guarantees| GuaranteeDecision { outcome, guarantees, undetermined: Vec::new() };
        let names = coverage.guarantee_names();
        match number.checked_sub(2) {
            None if number == 0 => Some(alone(ActOutcome::NotCovered, Vec::new())),
            None => Some(GuaranteeDecision::unknown_care_type()),
            Some(position) => match names.get(position) {
                Some(name) => Some(alone(ActOutcome::Covered, vec![name])),
                None => {
                    let act = self.acts.get(position.checked_sub(names.len())?)?;
                    Some(coverage.decision_of(coverage.encoded(), act))
                }
            },
        }
    }
}

/// What tells decisions apart, without memory of its own: at most 15 words of masks, for 448 mappings that can match.
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
