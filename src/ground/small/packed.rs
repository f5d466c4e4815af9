//! Integers and texts in few bytes, and what they say read again.
//!
//! ```text
//! integer   seven bits a byte, the lowest first; one with a sign as 0, −1, 1, −2 …
//! text      its length, then its bytes
//! all       a version, what is packed, and a check value of eight bytes
//! ```
//! Bytes that were changed are an error, and nothing is allocated for what they claim to have.

/// Packs.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    bytes: Vec<u8>,
}

/// Bytes that were not packed here.
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

    /// An integer of at least 0.
    #[inline(never)]
    pub(crate) fn unsigned(&mut self, value: u128) {
        let _ = value;
    }

    /// An integer with a sign.
    pub(crate) fn signed(&mut self, value: i128) {
        let _ = value;
    }

    pub(crate) fn text(&mut self, text: &[u8]) {
        let _ = text;
    }

    /// All bytes.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

impl<'p> Unpacker<'p> {
    /// # Errors
    /// Bytes of another version, or that were changed.
    pub(crate) fn open(bytes: &'p [u8], version: u8) -> Result<Self, Damaged> {
        let _ = version;
        Ok(Unpacker { rest: bytes })
    }

    pub(crate) fn unsigned(&mut self) -> Result<u128, Damaged> {
        Err(Damaged)
    }

    pub(crate) fn signed(&mut self) -> Result<i128, Damaged> {
        Err(Damaged)
    }

    pub(crate) fn text(&mut self) -> Result<&'p [u8], Damaged> {
        Err(Damaged)
    }

    /// How many things follow, each of which has so many bytes at least.
    pub(crate) fn count(&mut self, least_bytes: usize) -> Result<usize, Damaged> {
        let _ = (least_bytes, self.rest);
        Err(Damaged)
    }

    /// That nothing follows.
    pub(crate) fn end(self) -> Result<(), Damaged> {
        Err(Damaged)
    }
}
