//! Which rows are counted together, and who of them is a person?
//!
//! ```text
//! key       0, person              the person is the unit
//!           1 + bytes of the family, family, person
//! bucket    FNV-1a(unit) modulo the number of buckets
//! ```

use crate::ground::small::fnv::fnv1a;
use crate::ground::small::packed::{Damaged, next_unsigned, unsigned};

/// A person, and the family where it is the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key<'k> {
    pub(crate) family: Option<&'k [u8]>,
    pub(crate) person: &'k [u8],
}

impl<'k> Key<'k> {
    /// Writes the key in place of what is there.
    pub(crate) fn write(&self, key: &mut Vec<u8>) {
        key.clear();
        let family = self.family.unwrap_or_default();
        let length = self.family.map_or(0, |family| family.len().saturating_add(1));
        unsigned(key, u64::try_from(length).unwrap_or_default());
        key.extend_from_slice(family);
        key.extend_from_slice(self.person);
    }

    /// # Errors
    /// Bytes that are no key.
    pub(crate) fn check(mut key: &'k [u8]) -> Result<Self, Damaged> {
        let length = next_unsigned(&mut key).and_then(|length| usize::try_from(length).ok()).ok_or(Damaged)?;
        let Some(length) = length.checked_sub(1) else { return Ok(Key { family: None, person: key }) };
        let (family, person) = key.split_at_checked(length).ok_or(Damaged)?;
        Ok(Key { family: Some(family), person })
    }

    /// A key that was written here or checked.
    pub(crate) fn read(key: &'k [u8]) -> Self {
        Key::check(key).unwrap_or(Key { family: None, person: key })
    }

    pub(crate) fn bucket(&self, buckets: usize) -> usize {
        bucket(self.family.unwrap_or(self.person), buckets)
    }
}

/// The bucket of a unit: a family, or a person.
pub(crate) fn bucket(unit: &[u8], buckets: usize) -> usize {
    let buckets = u64::try_from(buckets).unwrap_or(1);
    fnv1a(unit).checked_rem(buckets).and_then(|bucket| usize::try_from(bucket).ok()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_who_and_of_which_unit() {
        let long = vec![b'f'; 300];
        for family in [None, Some(&b""[..]), Some(b"F"), Some(&long)] {
            for person in [&b""[..], b"P", b"\x00F"] {
                let mut bytes = b"before".to_vec();
                let key = Key { family, person };
                key.write(&mut bytes);
                assert_eq!(Key::check(&bytes).unwrap(), key);
                assert_eq!(key.bucket(7), bucket(family.unwrap_or(person), 7));
            }
        }
        assert_eq!((Key::check(&[]), Key::check(&[5, 1])), (Err(Damaged), Err(Damaged)));
    }
}
