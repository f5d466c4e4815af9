//! The rows of a part that are kept, and those of a bucket.
//!
//! ```text
//! row   number of who it is of, number of its group, length, then what `kept` writes
//! ```

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::simulate::bytes::{Taker, put, put_text};
use crate::coverage::simulate::kept::Kept;
use crate::coverage::simulate::pay::Row;
use crate::coverage::simulate::side::Verdict;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::row::Whose;
use crate::coverage::simulate::sums::unit::bucket;
use crate::coverage::simulate::who::Who;
use crate::ground::small::intern::Interner;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// Rows that are kept.
#[derive(Debug, Default)]
pub(crate) struct Store {
    /// Who the rows are of, as `who` writes it.
    whos: Interner,
    /// By who: the person's number; none of a row that is a person of its own.
    persons: Vec<Option<u32>>,
    /// The texts of groups.
    groups: Interner,
    rows: Vec<u8>,
    /// The group of the row before, and its number here.
    last_group: Option<(u32, usize)>,
    bytes: Vec<u8>,
}

impl Store {
    /// Numbers of groups are no longer valid.
    pub(crate) fn begin_piece(&mut self) {
        self.last_group = None;
    }

    pub(crate) fn keep(
        &mut self,
        sums: &Accumulator,
        (who, row): (Who<'_>, &Row),
        kept: &Kept<'_>,
        columns: (&PricedColumns<'_>, usize),
        verdicts: &[Verdict],
    ) {
        self.bytes.clear();
        who.write(&mut self.bytes);
        let who = self.whos.insert(&self.bytes);
        if who == self.persons.len() {
            self.persons.push(match row.whose {
                Whose::Person(person) => Some(person),
                Whose::Alone | Whose::Nobody => None,
            });
        }
        let group = match self.last_group {
            Some((last, number)) if last == row.group => number,
            _ => {
                let mut key = Packer::default();
                sums.group_key(row.group, &mut key);
                let number = self.groups.insert(&key.into_bytes());
                self.last_group = Some((row.group, number));
                number
            }
        };
        self.bytes.clear();
        kept.write(&mut self.bytes, columns, verdicts);
        let Store { rows, bytes, .. } = self;
        push(rows, who, group, bytes);
    }

    /// The rows of each bucket.
    pub(crate) fn into_buckets(self, buckets: usize) -> Vec<Store> {
        let mut stores = Vec::new();
        if buckets <= 1 {
            stores.push(self);
            return stores;
        }
        stores.resize_with(buckets, Store::default);
        // By who: the bucket, and the number there.
        let mut moved = Vec::with_capacity(self.persons.len());
        for (who, person) in self.persons.iter().enumerate() {
            let key = self.whos.key(who).unwrap_or_default();
            let unit = Who::read(key).and_then(|who| who.unit()).unwrap_or_default();
            let bucket = bucket(unit.as_bytes(), buckets);
            let number = stores.get_mut(bucket).map(|store| {
                store.persons.push(*person);
                store.whos.insert(key)
            });
            moved.push((bucket, number.unwrap_or_default()));
        }
        for (who, group, row) in each(&self.rows) {
            let Some((bucket, number)) = moved.get(who) else { continue };
            let (Some(store), Some(group)) = (stores.get_mut(*bucket), self.groups.key(group)) else { continue };
            let group = store.groups.insert(group);
            push(&mut store.rows, *number, group, row);
        }
        stores
    }

    /// `persons`: by person, the number in what is packed.
    pub(crate) fn pack(&self, persons: &[u32], packer: &mut Packer) {
        packer.count(self.persons.len());
        for (who, person) in self.persons.iter().enumerate() {
            packer.text(self.whos.key(who).unwrap_or_default());
            let number = person.and_then(|person| persons.get(usize::try_from(person).ok()?));
            packer.unsigned(number.map_or(0, |number| u64::from(*number).saturating_add(1)));
        }
        packer.count(self.groups.len());
        for group in 0..self.groups.len() {
            packer.text(self.groups.key(group).unwrap_or_default());
        }
        packer.text(&self.rows);
    }
}

/// The rows of a bucket as they were packed.
pub(crate) struct Stored<'s> {
    /// Who rows are of, and the number of the person in what was packed with them.
    pub(crate) whos: Vec<(Who<'s>, Option<u32>)>,
    pub(crate) groups: Vec<&'s [u8]>,
    rows: &'s [u8],
}

impl<'s> Stored<'s> {
    /// # Errors
    /// Other bytes.
    pub(crate) fn unpack(unpacker: &mut Unpacker<'s>) -> Result<Self, Damaged> {
        let count = unpacker.count(2)?;
        let mut whos = Vec::with_capacity(count);
        for _ in 0..count {
            let who = Who::read(unpacker.text()?).ok_or(Damaged)?;
            let person = unpacker.unsigned()?.checked_sub(1);
            whos.push((who, person.map(u32::try_from).transpose().map_err(|_| Damaged)?));
        }
        let count = unpacker.count(1)?;
        let mut groups = Vec::with_capacity(count);
        for _ in 0..count {
            groups.push(unpacker.text()?);
        }
        Ok(Stored { whos, groups, rows: unpacker.text()? })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = StoredRow<'s>> {
        each(self.rows)
    }
}

/// A row: the number of who it is of, that of its group, and what `kept` wrote.
pub(crate) type StoredRow<'s> = (usize, usize, &'s [u8]);

fn push(rows: &mut Vec<u8>, who: usize, group: usize, row: &[u8]) {
    for number in [who, group] {
        put(rows, u64::try_from(number).unwrap_or(u64::MAX));
    }
    put_text(rows, row);
}

/// The rows; what is none ends them.
fn each(rows: &[u8]) -> impl Iterator<Item = StoredRow<'_>> {
    let mut taker = Taker(rows);
    std::iter::from_fn(move || {
        let (who, group) = (taker.integer()?, taker.integer()?);
        Some((usize::try_from(who).ok()?, usize::try_from(group).ok()?, taker.text()?))
    })
}
