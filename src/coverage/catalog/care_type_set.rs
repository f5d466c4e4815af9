//! A set of care types of one catalogue, a bit each.

use crate::coverage::catalog::index::CareTypeIndex;

/// A set of positions in a catalogue.
#[derive(Clone, Debug)]
pub(crate) struct CareTypeSet {
    /// Bit `i % 64` of word `i / 64` is position `i`.
    words: Vec<u64>,
}

const BITS: usize = 64;

impl CareTypeSet {
    /// The empty set of care types of a catalogue that has `count`.
    pub(crate) fn empty(count: usize) -> Self {
        CareTypeSet { words: vec![0; count.div_ceil(BITS)] }
    }

    pub(crate) fn insert(&mut self, index: CareTypeIndex) {
        let bit = bit(index);
        if let Some(word) = self.word(index) {
            *word |= bit;
        }
    }

    /// The set whose words are these.
    pub(crate) fn of_words(words: Vec<u64>) -> Self {
        CareTypeSet { words }
    }

    /// Its words, a bit for each care type.
    pub(crate) fn words(&self) -> impl Iterator<Item = u64> {
        self.words.iter().copied()
    }

    /// Ascending.
    pub(crate) fn to_vec(&self) -> Vec<CareTypeIndex> {
        let mut indices = Vec::new();
        for (position, word) in self.words.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                // INVARIANT: the product and the sum are at most a position that was inserted.
                let offset = usize::try_from(left.trailing_zeros()).unwrap_or_default();
                indices.push(CareTypeIndex(position.saturating_mul(BITS).saturating_add(offset)));
                left &= left.wrapping_sub(1);
            }
        }
        indices
    }

    fn word(&mut self, index: CareTypeIndex) -> Option<&mut u64> {
        self.words.get_mut(index.0.checked_div(BITS)?)
    }
}

fn bit(index: CareTypeIndex) -> u64 {
    let offset = u32::try_from(index.0.checked_rem(BITS).unwrap_or_default()).unwrap_or_default();
    1_u64.wrapping_shl(offset)
}
