//! For whom does most change? The ten largest differences.
//!
//! ```text
//! order   the larger difference first; then by the texts of persons, in bytes; then who is alone, by place
//! ```

use crate::coverage::simulate::sums::paid::RowPaid;
use crate::coverage::simulate::sums::row::Place;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};
use std::cmp::Ordering;

/// So many persons are named.
const MOST_CHANGES: usize = 10;
/// So many rows of each.
const MOST_ROWS: usize = 100;

/// What changes for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// In 1/10,000 €, without weight.
    pub(crate) difference: i128,
    /// The key of the person; none for one who is alone.
    pub(crate) key: Option<Vec<u8>>,
    pub(crate) weight: u64,
    /// How many rows there are.
    pub(crate) count: u64,
    /// The first ones, ascending.
    pub(crate) rows: Vec<ChangedRow>,
}

/// A row of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ChangedRow {
    pub(crate) place: Place,
    /// What is paid for it, where that depends on other rows.
    pub(crate) paid: Option<RowPaid>,
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
        for Change { difference, key, weight, count, rows } in &self.list {
            packer.wide(*difference);
            packer.count(key.iter().len());
            key.iter().for_each(|key| packer.text(key));
            packer.unsigned(*weight);
            packer.unsigned(*count);
            packer.count(rows.len());
            for ChangedRow { place: Place { piece, row }, paid } in rows {
                packer.unsigned((*piece).into());
                packer.unsigned((*row).into());
                packer.count(paid.iter().len());
                paid.iter().flatten().for_each(|amount| packer.unsigned(amount.cast_unsigned()));
            }
        }
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for _ in 0..unpacker.count(5)? {
            let difference = unpacker.wide()?;
            let key = if unpacker.count(1)? == 0 { None } else { Some(unpacker.text()?.to_vec()) };
            let weight = unpacker.unsigned()?;
            let (count, mut rows) = (unpacker.unsigned()?, Vec::new());
            for _ in 0..unpacker.count(3)? {
                let place = Place { piece: unpacker.number()?, row: unpacker.number()? };
                let mut amount = || unpacker.unsigned().map(u64::cast_signed);
                let paid = if amount()? == 0 { None } else { Some([amount()?, amount()?, amount()?]) };
                take_first(&mut rows, ChangedRow { place, paid }, MOST_ROWS);
            }
            self.take(Change { difference, key, weight, count, rows });
        }
        Ok(())
    }
}

impl Change {
    pub(crate) fn new(difference: i128, key: Option<Vec<u8>>, weight: u64) -> Self {
        Change { difference, key, weight, count: 0, rows: Vec::new() }
    }

    pub(crate) fn take_row(&mut self, place: Place) {
        self.count = self.count.wrapping_add(1);
        take_first(&mut self.rows, ChangedRow { place, paid: None }, MOST_ROWS);
    }

    pub(crate) fn take_paid(&mut self, place: Place, paid: RowPaid) {
        let found = self.position(place);
        found.and_then(|found| self.rows.get_mut(found)).into_iter().for_each(|row| row.paid = Some(paid));
    }

    /// Where a row is among those that are listed.
    #[inline(never)]
    pub(crate) fn position(&self, place: Place) -> Option<usize> {
        self.rows.binary_search_by_key(&place, |row| row.place).ok()
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
