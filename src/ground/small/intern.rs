//! A number for each of many byte strings, in the order in which they came.
//!
//! The one hash table of the crate: the standard library's costs the module more for each type that it is used with. Keys may be
//! chosen so that they all want one slot: where that happens, the table is filled again with another seed.

use crate::ground::small::eights::{are_same, eights_before_last, last_bytes};

/// Byte strings by number, and numbers by byte string.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// All keys, one after the other.
    bytes: Vec<u8>,
    /// Where the key of each number ends.
    ends: Vec<usize>,
    /// By hash: the number plus one; zero where there is none. A power of two, at most half full.
    slots: Vec<usize>,
    seed: u64,
}

/// A search that passes more slots is no accident.
const MAX_PASSED: usize = 256;
/// So many slots are kept for other keys: to empty more would take longer than what few keys are looked up for.
const MAX_KEPT: usize = 64;
/// So many seeds are tried.
const MAX_SEEDS: u64 = 16;

impl Interner {
    /// The number of a key.
    pub(crate) fn find(&self, key: &[u8]) -> Option<usize> {
        let (slot, _) = self.slot(key)?;
        self.slots.get(slot)?.checked_sub(1)
    }

    /// The number of a key, which gets the next one where it has none.
    pub(crate) fn insert(&mut self, key: &[u8]) -> usize {
        if let Some(number) = self.find(key) {
            return number;
        }
        let number = self.ends.len();
        self.bytes.extend_from_slice(key);
        self.ends.push(self.bytes.len());
        if self.ends.len().saturating_mul(2) > self.slots.len() {
            self.grow();
        } else {
            self.fill(number);
        }
        number
    }

    /// Forgets all keys.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        if self.slots.len() > MAX_KEPT { self.slots = Vec::new() } else { self.slots.fill(0) }
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The key of a number.
    pub(crate) fn key(&self, number: usize) -> Option<&[u8]> {
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.bytes.get(start..*self.ends.get(number)?)
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len().saturating_mul(2).max(16)];
        (0..self.len()).for_each(|number| self.fill(number));
    }

    fn fill(&mut self, number: usize) {
        let Some((slot, passed)) = self.key(number).and_then(|key| self.slot(key)) else { return };
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number.saturating_add(1);
        }
        if passed > MAX_PASSED && self.seed < MAX_SEEDS {
            self.seed = self.seed.saturating_add(1);
            self.slots.fill(0);
            (0..=number).for_each(|number| self.fill(number));
        }
    }

    /// The slot that holds a key, or the empty one where it belongs, and how many were passed on the way.
    fn slot(&self, key: &[u8]) -> Option<(usize, usize)> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = usize::try_from(hash(key, self.seed) & 0x7fff_ffff).unwrap_or_default() & mask;
        let mut passed = 0_usize;
        loop {
            match self.slots.get(slot)?.checked_sub(1) {
                Some(number) if !self.key(number).is_some_and(|known| are_same(known, key)) => {
                    slot = slot.wrapping_add(1) & mask
                }
                _ => return Some((slot, passed)),
            }
            passed = passed.wrapping_add(1);
        }
    }
}

/// Multiplies, and folds the upper half into the lower one, eight bytes at a time. Keys that differ in one place have other hashes.
pub(crate) fn hash(key: &[u8], seed: u64) -> u64 {
    let factor = 0x9e37_79b9_7f4a_7c15 ^ seed.wrapping_mul(0xd6e8_feb8_6659_fd92);
    let fold = |hash: u64, part: u64| {
        let product = (hash ^ part).wrapping_mul(factor);
        product ^ (product >> 32)
    };
    let length = u64::try_from(key.len()).unwrap_or_default();
    let mut hash = fold(length, last_bytes(key));
    for eight in eights_before_last(key) {
        hash = fold(hash, u64::from_le_bytes(*eight));
    }
    // The last bytes of a text are the upper ones of a number, which one product does not bring down.
    fold(hash, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keys_in_their_order_and_finds_them_again() {
        let mut interner = Interner::default();
        assert_eq!(interner.find(b"a"), None);
        let keys: Vec<String> = (0..1000).map(|number| "x".repeat(number % 23) + &number.to_string()).collect();
        for _ in 0..2 {
            for (number, key) in keys.iter().enumerate() {
                assert_eq!(interner.insert(key.as_bytes()), number);
            }
        }
        assert_eq!(interner.len(), 1000);
        for (number, key) in keys.iter().enumerate() {
            assert_eq!(interner.find(key.as_bytes()), Some(number));
            assert_eq!(interner.key(number), Some(key.as_bytes()));
        }
        assert_eq!((interner.find(b""), interner.find(b"xyz"), interner.key(1000)), (None, None, None));
        // Of many keys, then of few.
        for _ in 0..2 {
            interner.clear();
            assert_eq!((interner.len(), interner.find(b"a"), interner.key(0)), (0, None, None));
            assert_eq!((interner.insert(b"b"), interner.insert(b"a"), interner.find(b"b")), (0, 1, Some(0)));
        }
    }

    #[test]
    fn keys_that_want_one_slot_get_another_seed() {
        let mut interner = Interner::default();
        let keys: Vec<String> = (0..8_000_000_u32)
            .map(|number| format!("{number:x}"))
            .filter(|key| hash(key.as_bytes(), 0) & 0x3fff == 0)
            .take(400)
            .collect();
        assert_eq!(keys.len(), 400);
        for (number, key) in keys.iter().enumerate() {
            assert_eq!(interner.insert(key.as_bytes()), number);
        }
        assert_eq!(interner.seed, 1);
        for (number, key) in keys.iter().enumerate() {
            assert_eq!(interner.find(key.as_bytes()), Some(number));
        }
    }
}
