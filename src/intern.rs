//! A number for each of many byte strings, in the order in which they came.
//!
//! The one hash table of the crate: the standard library's costs the module more for each type that it is used with.

/// Byte strings by number, and numbers by byte string.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// All keys, one after the other.
    bytes: Vec<u8>,
    /// Where the key of each number ends.
    ends: Vec<usize>,
    /// By hash: the number plus one; zero where there is none. A power of two, at most half full.
    slots: Vec<usize>,
}

impl Interner {
    /// The number of a key.
    pub(crate) fn find(&self, key: &[u8]) -> Option<usize> {
        self.slots.get(self.slot(key)?)?.checked_sub(1)
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
        let slot = self.key(number).and_then(|key| self.slot(key));
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
            *slot = number.saturating_add(1);
        }
    }

    /// The slot that holds a key, or the empty one where it belongs.
    fn slot(&self, key: &[u8]) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash(key) & mask;
        loop {
            match self.slots.get(slot)?.checked_sub(1) {
                Some(number) if self.key(number) != Some(key) => slot = slot.wrapping_add(1) & mask,
                _ => return Some(slot),
            }
        }
    }
}

/// Multiplies and folds, eight bytes at a time.
fn hash(key: &[u8]) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = FACTOR;
    let (eights, rest) = key.as_chunks::<8>();
    for eight in eights {
        hash = (hash ^ u64::from_le_bytes(*eight)).wrapping_mul(FACTOR);
        hash ^= hash >> 29;
    }
    for byte in rest {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(FACTOR);
    }
    // The upper half is the better one.
    usize::try_from(hash >> 33).unwrap_or_default()
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
    }
}
