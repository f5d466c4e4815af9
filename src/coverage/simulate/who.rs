//! Who is a row of, and with whom is it counted?
//!
//! ```text
//! person   as said, else the beneficiary; neither: a person of its own
//! unit     the family, where a limit of either side is a family's and the row names one; else the person
//! ```
//! DECISION: a beneficiary whose person is not named is the person. Case: simulate/beneficiary-alone
//! DECISION: where units are families, persons of one name in two families are two. Case: simulate/one-name-in-two-families

use crate::coverage::simulate::bytes::{Taker, put_text};

/// The texts of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Who<'t> {
    /// Where it is the unit.
    pub(crate) family: Option<&'t str>,
    pub(crate) person: Option<&'t str>,
    /// None where it is the person.
    pub(crate) beneficiary: Option<&'t str>,
}

const FAMILY: u8 = 1;
const PERSON: u8 = 2;
const BENEFICIARY: u8 = 4;

impl<'t> Who<'t> {
    pub(crate) fn new(family: Option<&'t str>, person: Option<&'t str>, beneficiary: Option<&'t str>) -> Self {
        let person = person.or(beneficiary);
        Who { family, person, beneficiary: beneficiary.filter(|_| beneficiary != person) }
    }

    /// The text of the unit; none where the row is alone.
    pub(crate) fn unit(&self) -> Option<&'t str> {
        self.family.or(self.person)
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        let parts = [(FAMILY, self.family), (PERSON, self.person), (BENEFICIARY, self.beneficiary)];
        bytes.push(parts.iter().filter(|(_, text)| text.is_some()).fold(0, |flags, (flag, _)| flags | flag));
        parts.into_iter().filter_map(|(_, text)| text).for_each(|text| put_text(bytes, text.as_bytes()));
    }

    /// None for other bytes.
    pub(crate) fn read(bytes: &'t [u8]) -> Option<Self> {
        let (flags, rest) = bytes.split_first()?;
        let mut taker = Taker(rest);
        let mut text = |flag: u8| match flags & flag {
            0 => Some(None),
            _ => std::str::from_utf8(taker.text()?).ok().map(Some),
        };
        Some(Who { family: text(FAMILY)?, person: text(PERSON)?, beneficiary: text(BENEFICIARY)? })
    }
}
