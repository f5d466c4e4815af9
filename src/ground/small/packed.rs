//! Integers and texts in few bytes, and what they say read again.
//!
//! ```text
//! integer   seven bits a byte, the lowest first; one with a sign as 0, −1, 1, −2 …
//! text      its length, then its bytes
//! all       a version, what is packed, and a check value of eight bytes
//! ```
//! Bytes that were changed are an error, and nothing is allocated for what they claim to have.

use crate::ground::small::intern::hash;

/// Packs.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    bytes: Vec<u8>,
}

/// Bytes that were not packed here, or were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damaged;

/// Reads what was packed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unpacker<'p> {
    rest: &'p [u8],
}

impl Packer {
    pub(crate) fn new(version: u8) -> Self {
        Packer { bytes: vec![version] }
    }

    pub(crate) fn unsigned(&mut self, value: u64) {
        unsigned(&mut self.bytes, value);
    }

    /// An integer with a sign and up to 128 bits.
    #[inline(never)]
    pub(crate) fn wide(&mut self, value: i128) {
        let mut left = (value.wrapping_shl(1) ^ (value >> 127)).cast_unsigned();
        loop {
            // Most have 64 bits.
            if let Ok(left) = u64::try_from(left) {
                return unsigned(&mut self.bytes, left);
            }
            self.bytes.push(u8::try_from(left & 0x7f).unwrap_or_default() | MORE);
            left >>= 7;
        }
    }

    pub(crate) fn text(&mut self, text: &[u8]) {
        self.unsigned(u64::try_from(text.len()).unwrap_or_default());
        self.bytes.extend_from_slice(text);
    }

    /// How many things follow.
    pub(crate) fn count(&mut self, count: usize) {
        self.unsigned(u64::try_from(count).unwrap_or_default());
    }

    /// The bytes so far, without a check value.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// All bytes, with the check value.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(&hash(&self.bytes, 0).to_le_bytes());
        self.bytes
    }
}

impl<'p> Unpacker<'p> {
    /// # Errors
    /// Bytes of another version, or that were changed.
    pub(crate) fn open(bytes: &'p [u8], version: u8) -> Result<Self, Damaged> {
        let (packed, given) = bytes.split_last_chunk::<8>().ok_or(Damaged)?;
        let is_whole = u64::from_le_bytes(*given) == hash(packed, 0);
        match packed.split_first() {
            Some((first, rest)) if is_whole && *first == version => Ok(Unpacker { rest }),
            _ => Err(Damaged),
        }
    }

    /// Without version and check value.
    pub(crate) fn of(bytes: &'p [u8]) -> Self {
        Unpacker { rest: bytes }
    }

    pub(crate) fn unsigned(&mut self) -> Result<u64, Damaged> {
        next_unsigned(&mut self.rest).ok_or(Damaged)
    }

    /// An integer of at least 0 and of 32 bits.
    pub(crate) fn number(&mut self) -> Result<u32, Damaged> {
        u32::try_from(self.unsigned()?).map_err(|_| Damaged)
    }

    #[inline(never)]
    pub(crate) fn wide(&mut self) -> Result<i128, Damaged> {
        let (mut value, mut shift) = (0_u128, 0_u32);
        loop {
            let byte = self.byte()?;
            let bits = u128::from(byte & !MORE);
            let shifted = bits.checked_shl(shift).filter(|shifted| shifted.checked_shr(shift) == Some(bits));
            value |= shifted.ok_or(Damaged)?;
            if byte < MORE {
                let half = (value >> 1).cast_signed();
                return Ok(if value & 1 == 0 { half } else { !half });
            }
            shift = shift.saturating_add(7);
        }
    }

    pub(crate) fn text(&mut self) -> Result<&'p [u8], Damaged> {
        let length = self.count(1)?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Damaged)?;
        self.rest = rest;
        Ok(text)
    }

    /// How many things follow, each of which has so many bytes at least.
    pub(crate) fn count(&mut self, least_bytes: usize) -> Result<usize, Damaged> {
        let count = usize::try_from(self.unsigned()?).map_err(|_| Damaged)?;
        let bytes = count.checked_mul(least_bytes).ok_or(Damaged)?;
        if bytes <= self.rest.len() { Ok(count) } else { Err(Damaged) }
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn byte(&mut self) -> Result<u8, Damaged> {
        let (byte, rest) = self.rest.split_first().ok_or(Damaged)?;
        self.rest = rest;
        Ok(*byte)
    }
}

/// Another byte follows.
const MORE: u8 = 0x80;

/// Adds an integer of at least 0.
#[inline(always)]
pub(crate) fn unsigned(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= u64::from(MORE) {
        bytes.push(low_seven(value) | MORE);
        value >>= 7;
    }
    bytes.push(low_seven(value));
}

/// The next integer of at least 0; none where the bytes end or it has more than 64 bits.
#[inline(always)]
pub(crate) fn next_unsigned(bytes: &mut &[u8]) -> Option<u64> {
    let (mut value, mut shift) = (0_u64, 0_u32);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let bits = u64::from(byte & !MORE);
        let shifted = bits.checked_shl(shift)?;
        if shifted >> shift != bits {
            return None;
        }
        value |= shifted;
        if *byte < MORE {
            return Some(value);
        }
        shift = shift.saturating_add(7);
    }
}

/// 0, −1, 1, −2 … as 0, 1, 2, 3 …
#[inline(always)]
pub(crate) const fn zigzag(value: i64) -> u64 {
    (value.wrapping_shl(1) ^ (value >> 63)).cast_unsigned()
}

#[inline(always)]
pub(crate) const fn unzigzag(value: u64) -> i64 {
    let half = (value >> 1).cast_signed();
    if value & 1 == 0 { half } else { !half }
}

#[inline(always)]
fn low_seven(value: u64) -> u8 {
    u8::try_from(value & 0x7f).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_packed() {
        let signed = [0, -1, 1, 63, -64, 64, i64::MAX, i64::MIN];
        signed.iter().for_each(|value| assert_eq!(unzigzag(zigzag(*value)), *value));
        let wide = [0, -1, i128::from(i64::MAX) + 1, i128::MAX, i128::MIN, 127, 128, -64];
        let mut packer = Packer::new(7);
        wide.iter().for_each(|value| packer.wide(*value));
        packer.unsigned(u64::MAX);
        packer.text(b"P1");
        packer.text(b"");
        let bytes = packer.finish();
        let mut unpacker = Unpacker::open(&bytes, 7).unwrap();
        wide.iter().for_each(|value| assert_eq!(unpacker.wide(), Ok(*value)));
        assert_eq!(unpacker.unsigned(), Ok(u64::MAX));
        assert_eq!((unpacker.text(), unpacker.text()), (Ok(&b"P1"[..]), Ok(&b""[..])));
        assert!(unpacker.is_at_end());
        assert_eq!(unpacker.unsigned(), Err(Damaged));
        assert_eq!(Unpacker::open(&bytes, 8).unwrap_err(), Damaged);
    }

    #[test]
    fn every_change_is_seen() {
        let mut packer = Packer::new(1);
        (0..40).for_each(|value| packer.unsigned(value * 31));
        let bytes = packer.finish();
        for at in 0..bytes.len() {
            assert!(Unpacker::open(&bytes[..at], 1).is_err(), "{at}");
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert!(Unpacker::open(&changed, 1).is_err(), "{at} {bit}");
            }
        }
    }

    #[test]
    fn claims_of_more_than_there_is_are_refused() {
        let of = |bytes: &'static [u8]| Unpacker::of(bytes);
        assert_eq!(of(&[5, 1, 2]).text(), Err(Damaged));
        assert_eq!(of(&[3, 1, 2, 3]).count(2), Err(Damaged));
        assert_eq!(of(&[0x7f; 1]).count(usize::MAX), Err(Damaged));
        assert_eq!(of(&[0xff; 30]).unsigned(), Err(Damaged));
        assert_eq!(of(&[0xff; 30]).wide(), Err(Damaged));
        assert_eq!(of(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2]).unsigned(), Err(Damaged));
        assert_eq!(of(&[0xff, 0xff, 0xff, 0xff, 0x7f]).number(), Err(Damaged));
    }
}
