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
    /// In parts, so that no long list is copied to grow.
    parts: Vec<Vec<u8>>,
    /// The group of the row before, and its number here.
    last_group: Option<(u32, usize)>,
    bytes: Vec<u8>,
}

const PART_BYTES: usize = 1 << 16;
/// More than the numbers before a row take.
const NUMBERS_BYTES: usize = 32;

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
        let Store { parts, bytes, .. } = self;
        push(parts, who, group, bytes);
    }

    /// Packs the rows of a bucket. `persons`: by person, the number in what is packed.
    pub(crate) fn pack(&self, (number, buckets): (usize, usize), persons: &[u32], packer: &mut Packer) {
        let mut whos = Numbers::new(self.persons.len());
        let is_here = |who: &usize| {
            let who = self.whos.key(*who).and_then(Who::read).and_then(|who| who.unit());
            bucket(who.unwrap_or_default().as_bytes(), buckets) == number
        };
        (0..self.persons.len()).filter(is_here).for_each(|who| whos.give(who));
        let mut groups = Numbers::new(self.groups.len());
        let mut rows: Vec<Vec<u8>> = Vec::new();
        for (who, group, row) in each(self.parts.iter().map(Vec::as_slice)) {
            if let Some(who) = whos.of(who) {
                groups.give(group);
                push(&mut rows, who, groups.of(group).unwrap_or_default(), row);
            }
        }
        packer.count(whos.given.len());
        for who in whos.given {
            packer.text(self.whos.key(who).unwrap_or_default());
            let person = self.persons.get(who).copied().flatten();
            let number = person.and_then(|person| persons.get(usize::try_from(person).ok()?));
            packer.unsigned(number.map_or(0, |number| u64::from(*number).saturating_add(1)));
        }
        packer.count(groups.given.len());
        for group in groups.given {
            packer.text(self.groups.key(group).unwrap_or_default());
        }
        packer.count(rows.len());
        rows.iter().for_each(|part| packer.text(part));
    }
}

/// Numbers in place of others, in the order in which they are given.
struct Numbers {
    /// By what it is given in place of: the number, plus one.
    numbers: Vec<usize>,
    given: Vec<usize>,
}

impl Numbers {
    fn new(count: usize) -> Self {
        Numbers { numbers: vec![0; count], given: Vec::new() }
    }

    fn give(&mut self, of: usize) {
        if let Some(number) = self.numbers.get_mut(of).filter(|number| **number == 0) {
            self.given.push(of);
            *number = self.given.len();
        }
    }

    fn of(&self, of: usize) -> Option<usize> {
        self.numbers.get(of)?.checked_sub(1)
    }
}

/// The rows of a bucket as they were packed.
pub(crate) struct Stored<'s> {
    /// Who rows are of, and the number of the person in what was packed with them.
    pub(crate) whos: Vec<(Who<'s>, Option<u32>)>,
    pub(crate) groups: Vec<&'s [u8]>,
    parts: Vec<&'s [u8]>,
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
        let count = unpacker.count(1)?;
        let mut parts = Vec::with_capacity(count);
        for _ in 0..count {
            parts.push(unpacker.text()?);
        }
        Ok(Stored { whos, groups, parts })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = StoredRow<'s>> {
        each(self.parts.iter().copied())
    }
}

/// A row: the number of who it is of, that of its group, and what `kept` wrote.
pub(crate) type StoredRow<'s> = (usize, usize, &'s [u8]);

fn push(parts: &mut Vec<Vec<u8>>, who: usize, group: usize, row: &[u8]) {
    let length = row.len().saturating_add(NUMBERS_BYTES);
    if parts.last().is_none_or(|part| part.len().saturating_add(length) > PART_BYTES) {
        parts.push(Vec::with_capacity(PART_BYTES.max(length)));
    }
    if let Some(part) = parts.last_mut() {
        for number in [who, group] {
            put(part, u64::try_from(number).unwrap_or(u64::MAX));
        }
        put_text(part, row);
    }
}

/// The rows of all parts; what is none ends its part.
fn each<'r>(parts: impl Iterator<Item = &'r [u8]>) -> impl Iterator<Item = StoredRow<'r>> {
    parts.flat_map(|part| {
        let mut taker = Taker(part);
        std::iter::from_fn(move || {
            let (who, group) = (taker.integer()?, taker.integer()?);
            Some((usize::try_from(who).ok()?, usize::try_from(group).ok()?, taker.text()?))
        })
    })
}
