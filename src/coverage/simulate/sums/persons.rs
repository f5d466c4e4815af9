//! What do the rows of each person come to, while more of them may come?
//!
//! ```text
//! person      the text of the family where it is the unit, and the text of the person; a number for each, in the order in which they came
//! memory      16 bytes of sums, the texts once, 12 to 20 bytes to find them by, a bit for each limit, 2 to 5 bytes for each row
//! ```

use crate::coverage::claims::columns::MOST_WEIGHT;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::said::RowMessage;
use crate::coverage::simulate::sums::changes::Change;
use crate::coverage::simulate::sums::findings::Findings;
use crate::coverage::simulate::sums::limits::Limits;
use crate::coverage::simulate::sums::log::RowLog;
use crate::coverage::simulate::sums::refused::{Refusal, Refused};
use crate::coverage::simulate::sums::row::Place;
use crate::coverage::simulate::sums::unit::Key;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// In place of a person's number.
pub(crate) const NOT_HERE: u32 = u32::MAX;

/// Persons, their sums and their rows.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    keys: Interner,
    each: Vec<Person>,
    /// By person: what 64 bits of the difference do not hold, times 2^64; empty where they hold all.
    carries: Vec<i32>,
    /// By person: which limits are reached, a bit for each in so many words; it ends where only zeros would follow.
    reached: Vec<u64>,
    words: usize,
    log: RowLog,
    key: Vec<u8>,
}

/// What is in one line of memory.
#[derive(Clone, Copy, Debug, Default)]
struct Person {
    /// The low 64 bits.
    difference: i64,
    /// The weight, and the marks.
    marks: u64,
}

const WEIGHT: u64 = (1 << 34) - 1;
/// A row was seen.
const SEEN: u64 = 1 << 60;
const TWO_WEIGHTS: u64 = 1 << 61;
/// A row is not computed under both sides.
const APART: u64 = 1 << 62;
/// One whose change is named.
const NAMED: u64 = 1 << 63;

const _: () = assert!(MOST_WEIGHT.cast_unsigned() <= WEIGHT);

impl Persons {
    pub(crate) fn new(limits: usize) -> Self {
        Persons { words: limits.div_ceil(64), ..Persons::default() }
    }

    pub(crate) fn number(&mut self, family: Option<&str>, person: &str) -> u32 {
        Key { family: family.map(str::as_bytes), person: person.as_bytes() }.write(&mut self.key);
        let number = self.keys.insert(&self.key);
        if number >= self.each.len() {
            self.each.push(Person::default());
        }
        u32::try_from(number).unwrap_or(NOT_HERE)
    }

    /// A row of a person; no difference where it is not computed.
    #[inline(always)]
    pub(crate) fn add(&mut self, number: u32, place: Place, weight: u64, difference: Option<i64>) {
        let Some(position) = usize::try_from(number).ok() else { return };
        let Some(person) = self.each.get_mut(position) else { return };
        person.add_marks(weight & WEIGHT | SEEN | if difference.is_none() { APART } else { 0 });
        let (sum, is_over) = person.difference.overflowing_add(difference.unwrap_or_default());
        person.difference = sum;
        if is_over {
            self.carry(position, if sum < 0 { 1 } else { -1 });
        }
        self.log.push(place, number);
    }

    /// A person reaches a limit.
    pub(crate) fn reach(&mut self, number: u32, limit: usize) {
        let Some(position) = usize::try_from(number).ok().filter(|number| *number < self.each.len()) else { return };
        let (word, bit) = (limit.checked_div(64).unwrap_or_default(), limit & 63);
        let at = position.saturating_mul(self.words).saturating_add(word);
        if at >= self.reached.len() {
            self.reached.resize(at.saturating_add(1), 0);
        }
        if let Some(word) = self.reached.get_mut(at) {
            *word |= 1_u64.wrapping_shl(u32::try_from(bit).unwrap_or_default());
        }
    }

    #[cold]
    #[inline(never)]
    fn carry(&mut self, position: usize, carry: i32) {
        self.carries.resize(self.each.len(), 0);
        if let Some(sum) = self.carries.get_mut(position) {
            *sum = sum.wrapping_add(carry);
        }
    }

    fn difference(&self, position: usize) -> i128 {
        let low = self.each.get(position).map_or(0, |person| person.difference);
        let carry = self.carries.get(position).copied().unwrap_or_default();
        i128::from(low).wrapping_add(i128::from(carry) << 64)
    }

    fn words(&self, position: usize) -> impl Iterator<Item = u64> {
        let first = position.saturating_mul(self.words);
        (0..self.words).map(move |word| self.reached.get(first.saturating_add(word)).copied().unwrap_or_default())
    }

    /// Packs those of a bucket. By person: the number in what is packed.
    pub(crate) fn pack(&self, bucket: usize, buckets: usize, packer: &mut Packer) -> Vec<u32> {
        let mut count = 0_u32;
        let number = |position: usize| {
            let is_here = self.keys.key(position).is_some_and(|key| Key::read(key).bucket(buckets) == bucket);
            let number = count;
            count = count.saturating_add(u32::from(is_here));
            if is_here { number } else { NOT_HERE }
        };
        let numbers = (0..self.each.len()).map(number).listed();
        packer.unsigned(count.into());
        for (position, person) in self.each.iter().enumerate() {
            if numbers.get(position) == Some(&NOT_HERE) {
                continue;
            }
            packer.text(self.keys.key(position).unwrap_or_default());
            packer.unsigned(person.marks >> 60 | (person.marks & WEIGHT) << 4);
            packer.wide(self.difference(position));
            self.words(position).for_each(|word| packer.unsigned(word));
        }
        let there = |person: u32| {
            let number = usize::try_from(person).ok().and_then(|person| numbers.get(person));
            number.copied().filter(|number| *number != NOT_HERE)
        };
        self.log.pack(&there, packer);
        numbers
    }

    /// Adds those who were packed. By person of what was packed: the number here.
    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<Vec<u32>, Damaged> {
        let mut numbers = Vec::new();
        for _ in 0..unpacker.count(3)? {
            let key = unpacker.text()?;
            Key::check(key)?;
            let position = self.keys.insert(key);
            if position >= self.each.len() {
                self.each.push(Person::default());
            }
            let number = u32::try_from(position).map_err(|_| Damaged)?;
            let marks = unpacker.unsigned()?;
            let sum = self.difference(position).wrapping_add(unpacker.wide()?);
            if let Some(person) = self.each.get_mut(position) {
                person.add_marks(marks << 60 | marks >> 4 & WEIGHT);
                person.difference = low(sum);
            }
            let carry = sum.wrapping_sub(low(sum).into()) >> 64;
            let before = self.carries.get(position).copied().unwrap_or_default();
            let more = i32::try_from(carry).map_err(|_| Damaged)?.wrapping_sub(before);
            if more != 0 {
                self.carry(position, more);
            }
            for word in 0..self.words {
                let mut bits = unpacker.unsigned()?;
                while bits != 0 {
                    let bit = usize::try_from(bits.trailing_zeros()).unwrap_or_default();
                    self.reach(number, word.saturating_mul(64).saturating_add(bit));
                    bits &= bits.wrapping_sub(1);
                }
            }
            numbers.push(number);
        }
        let here = |person: u32| usize::try_from(person).ok().and_then(|person| numbers.get(person)).copied();
        self.log.merge(unpacker, &here)?;
        Ok(numbers)
    }

    /// All rows are there. Who changes is only counted where there is a draft.
    pub(crate) fn settle(
        mut self,
        has_draft: bool,
        findings: &mut Findings,
        limits: &mut Limits,
        refused: &mut Refused,
    ) {
        let mut has_two_weights = false;
        for position in 0..self.each.len() {
            for (word, bits) in self.words(position).enumerate() {
                let first = word.saturating_mul(64);
                let is_reached = |bit: &usize| bits >> *bit & 1 == 1;
                (0..64_usize).filter(is_reached).for_each(|bit| limits.count_person(first.saturating_add(bit)));
            }
            let marks = self.each.get(position).map_or(0, |person| person.marks);
            has_two_weights |= marks & TWO_WEIGHTS != 0;
            if !has_draft || marks & SEEN == 0 {
                continue;
            }
            if marks & (TWO_WEIGHTS | APART) != 0 {
                findings.apart = findings.apart.wrapping_add(1);
                continue;
            }
            let (difference, weight) = (self.difference(position), marks & WEIGHT);
            if findings.count(difference, weight) {
                let key = self.keys.key(position).map(<[u8]>::to_vec);
                findings.take(Change::new(difference, key, weight));
            }
        }
        let named = self.mark_named(findings);
        if has_two_weights || !named.is_empty() {
            self.look_up_rows(&named, findings, refused);
        }
    }

    /// The numbers of those whose change is named, in the order of the two lists; none for who is not of these.
    fn mark_named(&mut self, findings: &mut Findings) -> Vec<Option<u32>> {
        let changes = findings.gains.list().iter().chain(findings.losses.list());
        let number = |change: &Change| self.keys.find(change.key.as_deref()?).filter(|_| change.rows.is_empty());
        let numbers = changes.map(number).listed();
        for number in numbers.iter().flatten() {
            self.each.get_mut(*number).into_iter().for_each(|person| person.marks |= NAMED);
        }
        numbers.into_iter().map(|number| number.and_then(|number| u32::try_from(number).ok())).listed()
    }

    #[inline(never)]
    fn look_up_rows(&self, named: &[Option<u32>], findings: &mut Findings, refused: &mut Refused) {
        self.log.each(&mut |place, number| {
            let person = usize::try_from(number).ok().and_then(|number| self.each.get(number));
            let marks = person.map_or(0, |person| person.marks);
            if marks & NAMED != 0 {
                let changes = findings.gains.each_mut().chain(findings.losses.each_mut());
                let of_person = changes.zip(named).filter(|(_, named)| **named == Some(number));
                of_person.for_each(|(change, _)| change.take_row(place));
            }
            if marks & TWO_WEIGHTS != 0 {
                refused.count(InvalidReason::Weight);
                if refused.may_list(place) {
                    let says = RowMessage::of_row(say::row_two_weights());
                    refused.list(Refusal { place, reason: InvalidReason::Weight, line: 0, says, column: None });
                }
            }
        });
    }
}

impl Person {
    /// What is seen of a row, or of more of them.
    #[inline(always)]
    fn add_marks(&mut self, marks: u64) {
        if self.marks & SEEN == 0 {
            self.marks |= marks;
        } else if marks & SEEN != 0 {
            let is_other = (self.marks ^ marks) & WEIGHT != 0;
            self.marks |= marks & !WEIGHT | if is_other { TWO_WEIGHTS } else { 0 };
        }
    }
}

/// The low 64 bits.
fn low(sum: i128) -> i64 {
    let low = u64::try_from(sum.cast_unsigned() & u128::from(u64::MAX)).unwrap_or_default();
    low.cast_signed()
}
