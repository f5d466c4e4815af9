//! For whom does most change? The ten largest differences.
//!
//! ```text
//! order   the larger difference first; then by the texts of persons, in bytes; then who is alone, by place
//! ```

use crate::coverage::simulate::sums::row::Place;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};
use std::cmp::Ordering;

/// So many persons are named.
const MOST_CHANGES: usize = 10;
/// So many rows of each.
const MOST_ROWS: usize = 20;

/// What changes for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// In 1/10,000 €, without weight.
    pub(crate) difference: i128,
    /// The key of the person; none for one who is alone.
    pub(crate) key: Option<Vec<u8>>,
    pub(crate) weight: u64,
    /// The first ones, ascending.
    pub(crate) rows: Vec<Place>,
}

/// The largest changes of one sign.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// In order.
    list: Vec<Change>,
}

impl Changes {
    /// Whether such a difference may be one of the largest.
    #[inline(always)]
    pub(crate) fn may_take(&self, difference: i128) -> bool {
        let last = self.list.get(MOST_CHANGES.wrapping_sub(1));
        last.is_none_or(|last| difference.unsigned_abs() >= last.difference.unsigned_abs())
    }

    pub(crate) fn take(&mut self, change: Change) {
        let at = self.list.partition_point(|other| compare(other, &change).is_le());
        if at < MOST_CHANGES {
            self.list.insert(at, change);
            self.list.truncate(MOST_CHANGES);
        }
    }

    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = &mut Change> {
        self.list.iter_mut()
    }

    pub(crate) fn list(&self) -> &[Change] {
        &self.list
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        packer.count(self.list.len());
        for Change { difference, key, weight, rows } in &self.list {
            packer.wide(*difference);
            packer.count(key.iter().len());
            key.iter().for_each(|key| packer.text(key));
            packer.unsigned(*weight);
            packer.count(rows.len());
            for Place { piece, row } in rows {
                packer.unsigned((*piece).into());
                packer.unsigned((*row).into());
            }
        }
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for _ in 0..unpacker.count(4)? {
            let difference = unpacker.wide()?;
            let key = if unpacker.count(1)? == 0 { None } else { Some(unpacker.text()?.to_vec()) };
            let weight = unpacker.unsigned()?;
            let mut rows = Vec::new();
            for _ in 0..unpacker.count(2)? {
                take_first(&mut rows, Place { piece: unpacker.number()?, row: unpacker.number()? }, MOST_ROWS);
            }
            self.take(Change { difference, key, weight, rows });
        }
        Ok(())
    }
}

impl Change {
    pub(crate) fn take_row(&mut self, place: Place) {
        take_first(&mut self.rows, place, MOST_ROWS);
    }
}

fn compare(a: &Change, b: &Change) -> Ordering {
    let by_size = b.difference.unsigned_abs().cmp(&a.difference.unsigned_abs());
    let by_key = || a.key.is_none().cmp(&b.key.is_none()).then_with(|| a.key.cmp(&b.key));
    by_size.then_with(by_key).then_with(|| a.rows.cmp(&b.rows))
}

/// Takes a value where it is one of the smallest. They are ascending.
pub(crate) fn take_first<T: Ord>(list: &mut Vec<T>, value: T, most: usize) {
    let at = list.partition_point(|other| *other <= value);
    if at < most {
        list.insert(at, value);
        list.truncate(most);
    }
}
