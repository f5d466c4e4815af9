//! The sums of rows: of a part, of a bucket, or of all.

use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::simulate::sums::row::{LimitHit, Place, SeenRow};
use crate::coverage::simulate::sums::shape::Shape;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// The sums of rows.
#[derive(Debug)]
pub(crate) struct Accumulator {
    shape: Shape,
}

impl Accumulator {
    pub(crate) fn new(shape: Shape) -> Self {
        Accumulator { shape }
    }

    /// Rows of a piece come next. Numbers of texts and of groups that were given before are no longer valid; those of persons are.
    pub(crate) fn begin_piece(&mut self) {}

    /// A piece was read whole: its rows, and its lines where it is a text.
    pub(crate) fn end_piece(&mut self, piece: u32, rows: u32, lines: u32) {
        let _ = (piece, rows, lines);
    }

    /// The number of a person, the same for the same texts. `family`: the text of the family where it is the unit of the row; none
    /// where the person is the unit.
    pub(crate) fn person(&mut self, family: Option<&str>, person: &str) -> u32 {
        let _ = (family, person);
        0
    }

    /// The number of a text of a key of groups, by the key's position in [`Shape::by`].
    pub(crate) fn group_text(&mut self, key: usize, text: Option<&str>) -> u32 {
        let _ = (key, text);
        0
    }

    /// The number of the group of such texts, one for each key.
    pub(crate) fn group(&mut self, texts: &[u32]) -> u32 {
        let _ = texts;
        0
    }

    /// The texts of a group in bytes, for rows that are kept, which another accumulator understands.
    pub(crate) fn group_key(&self, group: u32, key: &mut Vec<u8>) {
        let _ = (group, key);
    }

    /// The group of such texts.
    pub(crate) fn group_of_key(&mut self, key: &[u8]) -> Result<u32, Damaged> {
        let _ = key;
        Ok(0)
    }

    /// Each row once, whatever came of it. One that is not computed under all sides (covered or not) is in the sums of outcomes alone.
    pub(crate) fn add(&mut self, row: &SeenRow) {
        let _ = row;
    }

    /// A row is counted under a reason; once for each row. `say`: its message and its column, asked where it is one of the first.
    /// `line`: in its piece, from 1; 0 none.
    pub(crate) fn refuse(
        &mut self,
        place: Place,
        reason: InvalidReason,
        line: u32,
        say: &mut dyn FnMut() -> (String, Option<String>),
    ) {
        let _ = (place, reason, line, say);
    }

    /// A limit binds; at most once for each row and key.
    pub(crate) fn hit(&mut self, hit: &LimitHit) {
        let _ = hit;
    }

    /// Packs the persons of a bucket, and with bucket 0 all else. By person: the number in what is packed, [`NOT_HERE`] for one of
    /// another bucket.
    pub(crate) fn pack(&self, bucket: usize, buckets: usize, packer: &mut Packer) -> Vec<u32> {
        let _ = (bucket, buckets, packer, &self.shape);
        Vec::new()
    }

    /// Adds what another accumulator of the same shape packed. By person of what was packed: the number here.
    ///
    /// # Errors
    /// Bytes that no accumulator of this shape packed. The sums are of no use then.
    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<Vec<u32>, Damaged> {
        let _ = unpacker;
        Ok(Vec::new())
    }

    /// All rows of all persons are here: what is found out of them takes the place of the persons.
    pub(crate) fn settle(&mut self) {}
}

/// In place of a person's number.
pub(crate) const NOT_HERE: u32 = u32::MAX;

/// The bucket of a unit: FNV-1a of its text, modulo the number of buckets.
pub(crate) fn bucket_of(unit: &str, buckets: usize) -> usize {
    let _ = (unit, buckets);
    0
}
