//! Sums by group: which group is a row of, and which groups are kept where there are too many?
//!
//! ```text
//! key      a text or none for each of the keys that rows are grouped by; ordered by their bytes, none last
//! kept     the first 10,000 keys of which a row is computed; all others are summed together
//! ```
//! A key that is beyond the first 10,000 of some rows is beyond them of all rows. So a part may forget it, and how rows are divided changes
//! nothing. A part has at most 20,000 groups, and those of one piece, with their texts.

use crate::coverage::simulate::sums::sum::Sum;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};
use std::cmp::Ordering;

/// So many groups are kept.
pub(crate) const MOST_GROUPS: usize = 10_000;
/// The number of all groups beyond those that are kept.
const OTHER: u32 = u32::MAX;
/// The number of a text that is none.
const NONE: u32 = 0;
/// A power of two.
const LATELY: usize = 1_024;

/// A key of a group: its texts.
pub(crate) type Key = Vec<Option<Vec<u8>>>;

/// Sums by group.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// By key: its texts; the number of a text is one more than there.
    texts: Vec<Interner>,
    /// By the numbers of texts in bytes: the group.
    known: Interner,
    /// The numbers of texts, group after group.
    numbers: Vec<u32>,
    sums: Vec<Sum>,
    other: Sum,
    /// The last key that was kept when there were too many.
    last: Option<Key>,
    /// What was asked lately: a group for each of many hashes.
    lately: Vec<u32>,
    scratch: Vec<u8>,
}

impl Groups {
    /// By so many keys.
    pub(crate) fn new(keys: usize) -> Self {
        let mut texts = Vec::new();
        texts.resize_with(keys, Interner::default);
        Groups { texts, ..Groups::default() }
    }

    /// The number of a text of a key.
    pub(crate) fn text(&mut self, key: usize, text: Option<&[u8]>) -> u32 {
        let number = text.and_then(|text| Some(self.texts.get_mut(key)?.insert(text)));
        number.and_then(|number| u32::try_from(number).ok()).map_or(NONE, |number| number.saturating_add(1))
    }

    /// The group of such texts.
    #[inline(always)]
    pub(crate) fn of(&mut self, texts: &[u32]) -> u32 {
        let hash = texts.iter().fold(0, |hash: u32, text| (hash ^ text).wrapping_mul(0x9e37_79b1).rotate_left(9));
        let slot = usize::try_from(hash).unwrap_or_default() & LATELY.wrapping_sub(1);
        let group = self.lately.get(slot).copied().unwrap_or(OTHER);
        if self.numbers_of(group) == Some(texts) { group } else { self.ask(texts, slot) }
    }

    #[inline(never)]
    fn ask(&mut self, texts: &[u32], slot: usize) -> u32 {
        self.scratch.clear();
        texts.iter().for_each(|text| self.scratch.extend_from_slice(&text.to_le_bytes()));
        let group = match self.known.find(&self.scratch) {
            Some(group) => group,
            None if self.is_beyond(texts) => return OTHER,
            None => {
                self.numbers.extend_from_slice(texts);
                self.sums.push(Sum::default());
                self.known.insert(&self.scratch)
            }
        };
        let group = u32::try_from(group).unwrap_or(OTHER);
        self.lately.resize(LATELY, OTHER);
        self.lately.get_mut(slot).into_iter().for_each(|lately| *lately = group);
        group
    }

    /// The numbers of the texts of a group; none of all others.
    #[inline(always)]
    fn numbers_of(&self, group: u32) -> Option<&[u32]> {
        let keys = self.texts.len();
        let start = usize::try_from(group).ok().filter(|group| *group < self.sums.len())?.wrapping_mul(keys);
        self.numbers.get(start..start.wrapping_add(keys))
    }

    /// Whether at least as many keys as are kept are before it.
    fn is_beyond(&self, texts: &[u32]) -> bool {
        let Some(last) = &self.last else { return false };
        let texts = texts.iter().enumerate().map(|(key, text)| self.shown(key, *text));
        let mut both = texts.zip(last).map(|(text, last)| compare(text, last.as_deref()));
        both.find(|order| order.is_ne()) == Some(Ordering::Greater)
    }

    #[inline(always)]
    pub(crate) fn sum(&mut self, group: u32) -> &mut Sum {
        let sum = usize::try_from(group).ok().and_then(|group| self.sums.get_mut(group));
        sum.unwrap_or(&mut self.other)
    }

    /// A text; none where there is none.
    fn shown(&self, key: usize, text: u32) -> Option<&[u8]> {
        let number = usize::try_from(text.checked_sub(1)?).ok()?;
        self.texts.get(key)?.key(number)
    }

    fn key(&self, group: usize) -> impl Iterator<Item = Option<&[u8]>> {
        let numbers = u32::try_from(group).ok().and_then(|group| self.numbers_of(group)).unwrap_or_default();
        numbers.iter().enumerate().map(|(key, text)| self.shown(key, *text))
    }

    /// The groups of which a row is computed, in the order of their keys.
    fn sorted(&self) -> Vec<usize> {
        let is_counted = |group: &usize| self.sums.get(*group).is_some_and(|sum| sum.rows > 0);
        let groups = (0..self.sums.len()).filter(is_counted).listed();
        let group = |position: usize| groups.get(position).copied().unwrap_or_default();
        let order = order::ascending(groups.len(), &|a, b| {
            let mut both = self.key(group(a)).zip(self.key(group(b))).map(|(a, b)| compare(a, b));
            both.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        });
        order.into_iter().map(group).listed()
    }

    /// Forgets groups and texts where there are many; the numbers of all may change.
    pub(crate) fn trim(&mut self) {
        let most = MOST_GROUPS.saturating_mul(2);
        if self.sums.len() > most || self.texts.iter().any(|texts| texts.len() > most) {
            self.keep_first();
        }
    }

    #[inline(never)]
    fn keep_first(&mut self) {
        let sorted = self.sorted();
        let (kept, beyond) = sorted.split_at_checked(MOST_GROUPS).unwrap_or((&sorted, &[]));
        let mut first = Groups::new(self.texts.len());
        for group in kept {
            first.add_group(&self.owned_key(*group), self.sums.get(*group));
        }
        first.other = self.other;
        beyond.iter().filter_map(|group| self.sums.get(*group)).for_each(|sum| first.other.add(sum));
        first.last = self.last.take();
        if kept.len() == MOST_GROUPS {
            first.last = kept.last().map(|group| self.owned_key(*group));
        }
        *self = first;
    }

    fn owned_key(&self, group: usize) -> Key {
        self.key(group).map(|text| text.map(<[u8]>::to_vec)).listed()
    }

    fn add_group(&mut self, key: &[Option<Vec<u8>>], sum: Option<&Sum>) {
        let texts = key.iter().enumerate().map(|(key, text)| self.text(key, text.as_deref())).listed();
        let group = self.of(&texts);
        sum.into_iter().for_each(|sum| self.sum(group).add(sum));
    }

    /// The key of a group in bytes.
    pub(crate) fn pack_key(&self, group: u32, packer: &mut Packer) {
        // All others have no texts.
        let group = usize::try_from(group).unwrap_or(usize::MAX);
        self.key(group).for_each(|text| match text {
            None => packer.count(0),
            Some(text) => {
                packer.count(1);
                packer.text(text);
            }
        });
    }

    /// The group of a key in bytes.
    pub(crate) fn of_packed(&mut self, unpacker: &mut Unpacker<'_>) -> Result<u32, Damaged> {
        if unpacker.is_at_end() && !self.texts.is_empty() {
            return Ok(OTHER);
        }
        let mut texts = Vec::with_capacity(self.texts.len());
        for key in 0..self.texts.len() {
            let text = if unpacker.unsigned()? == 0 { None } else { Some(unpacker.text()?) };
            texts.push(self.text(key, text));
        }
        Ok(self.of(&texts))
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        for texts in &self.texts {
            packer.count(texts.len());
            (0..texts.len()).filter_map(|number| texts.key(number)).for_each(|text| packer.text(text));
        }
        packer.count(self.sums.len());
        for (group, sum) in self.sums.iter().enumerate() {
            let numbers = u32::try_from(group).ok().and_then(|group| self.numbers_of(group));
            numbers.into_iter().flatten().for_each(|text| packer.unsigned((*text).into()));
            sum.pack(packer);
        }
        self.other.pack(packer);
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        let mut here = Vec::with_capacity(self.texts.len());
        for key in 0..self.texts.len() {
            let mut numbers = vec![NONE];
            for _ in 0..unpacker.count(1)? {
                numbers.push(self.text(key, Some(unpacker.text()?)));
            }
            here.push(numbers);
        }
        let mut texts = Vec::with_capacity(here.len());
        for _ in 0..unpacker.count(here.len().saturating_add(6))? {
            texts.clear();
            for numbers in &here {
                let number = usize::try_from(unpacker.number()?).map_err(|_| Damaged)?;
                texts.push(*numbers.get(number).ok_or(Damaged)?);
            }
            let group = self.of(&texts);
            let sum = Sum::read(unpacker)?;
            self.sum(group).add(&sum);
        }
        let other = Sum::read(unpacker)?;
        self.other.add(&other);
        Ok(())
    }

    /// The groups in the order of their keys, and what is in none; `take` gets key and sum.
    pub(crate) fn each(&mut self, take: &mut dyn FnMut(&Key, &Sum)) -> Sum {
        self.keep_first();
        for group in self.sorted() {
            self.sums.get(group).into_iter().for_each(|sum| take(&self.owned_key(group), sum));
        }
        self.other
    }
}

/// None comes last.
fn compare(a: Option<&[u8]>, b: Option<&[u8]>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then_with(|| a.cmp(&b))
}
