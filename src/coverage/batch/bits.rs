//! Which of many filters hold, all at once: a bit for each mapping that can match acts of a care type.
//!
//! ```text
//! row(fact, code)  the mappings whose condition on the fact holds there; for a fact left out, those that may hold
//! may  = row(age) & row(fact 1) & row(fact 2) & …
//! sure = the same, with the mappings that ask nothing of a fact in place of those that may hold
//! ```
//! A guarantee certainly matches where one of its mappings is in `sure`; it is open where some are in `may` and none in `sure`.
//! Care types that the same mappings can match share their rows.

mod ask;

use crate::coverage::analysis::classes::classes;
use crate::coverage::batch::codes::{NO_VALUE, Vocabulary, flag_code};
use crate::coverage::catalog::tables::Tables;
use crate::coverage::decision::ActOutcome;
use crate::coverage::facts::mask::{AGE_BIT, FactMask};
use crate::coverage::facts::table::ActFact;
use crate::coverage::filter::{Condition, Expected, Filter};
use crate::coverage::model::Mapping;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::small::listed::Listed;

/// At most so many words in all rows, 32 MB. Care types beyond it are answered mapping by mapping.
const MAX_WORDS: usize = 4_000_000;

/// The rows of a coverage.
#[derive(Debug)]
pub(crate) struct Bits {
    /// By care type: its rows; none where no mapping can match.
    rows_of: Vec<CareTypeRows>,
    shared: Vec<Rows>,
    words: Vec<u64>,
    /// By bit, rows after rows.
    bits: Vec<Bit>,
    ages: Ages,
    /// By fact: its first row.
    fact_rows: [usize; ActFact::COUNT],
    /// By fact: how many codes it has, but for that of what is left out.
    values: [u32; ActFact::COUNT],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CareTypeRows {
    /// No mapping can match.
    Nothing,
    At(usize),
    /// They were too many.
    Missing,
}

/// The rows of care types that are judged alike.
#[derive(Debug)]
struct Rows {
    first_word: usize,
    /// Words in a row.
    words: usize,
    /// Where the bits begin in the list of all.
    first_bit: usize,
    /// The facts that acts of these care types have.
    applicable: FactMask,
    /// The facts that some mapping asks, a bit each and [`AGE_BIT`].
    asked: u32,
}

/// A mapping that can match.
#[derive(Clone, Copy, Debug)]
struct Bit {
    /// The bits of its word whose mappings have the same guarantee.
    siblings: u64,
    guarantee: i32,
}

/// The answer for an act, as far as a batch says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) outcome: ActOutcome,
    /// The position of the first guarantee that certainly matches; [`NO_GUARANTEE`] where there is none.
    pub(crate) first: i32,
}

/// In place of the position of a guarantee.
pub(crate) const NO_GUARANTEE: i32 = -1;

impl Answer {
    pub(crate) const fn nothing(outcome: ActOutcome) -> Self {
        Answer { outcome, first: NO_GUARANTEE }
    }
}

impl Bits {
    /// `candidates`: by care type, the positions of the mappings that select it, ascending.
    pub(crate) fn new(
        tables: &Tables,
        vocabulary: &Vocabulary,
        mappings: &[Mapping],
        candidates: &[Vec<usize>],
    ) -> Self {
        let can_match =
            |mapping: usize, facts| mappings.get(mapping).is_some_and(|mapping| mapping.filter.is_open_to(facts));
        let ages = Ages::new(mappings.iter().map(|mapping| &mapping.filter));
        let mut rows = ages.rows;
        let fact_rows = ActFact::ALL.map(|fact| {
            let first = rows;
            rows = rows.saturating_add(width(vocabulary, fact));
            first
        });
        let nothing = vec![CareTypeRows::Nothing; tables.care_types().len()];
        let (shared, words, bits) = (Vec::new(), Vec::new(), Vec::new());
        let values = ActFact::ALL.map(|fact| vocabulary.limit(fact).saturating_sub(NO_VALUE));
        let mut bits = Bits { rows_of: nothing, shared, words, bits, ages, fact_rows, values };
        for class in classes(tables, candidates, &can_match).iter().filter(|class| !class.live.is_empty()) {
            let words = class.live.len().div_ceil(64);
            let size = rows.saturating_mul(words);
            let fits = bits.words.len().saturating_add(size) <= MAX_WORDS;
            let at = if fits { CareTypeRows::At(bits.shared.len()) } else { CareTypeRows::Missing };
            for care_type in &class.care_types {
                bits.rows_of.get_mut(care_type.0).into_iter().for_each(|rows| *rows = at);
            }
            if fits {
                let filters: Vec<&Mapping> = class.live.iter().filter_map(|at| mappings.get(*at)).listed();
                bits.add(class.applicable, &filters, words, vocabulary);
            }
        }
        bits
    }

    /// Whether some filter may say something else of an age than of the one before.
    pub(crate) fn parts_ages(&self, age: u8) -> bool {
        self.ages.row(age) != self.ages.row(age.saturating_sub(1))
    }

    /// Adds the rows of the mappings that can match acts of some care types.
    fn add(&mut self, applicable: FactMask, live: &[&Mapping], words: usize, vocabulary: &Vocabulary) {
        let asked = live.iter().fold(0, |asked, mapping| asked | asked_by(&mapping.filter));
        let rows = Rows { first_word: self.words.len(), words, first_bit: self.bits.len(), applicable, asked };
        live.chunks(64).for_each(|word| self.bits.extend(bits_of(word)));
        let filters = || live.iter().map(|mapping| &mapping.filter).enumerate();
        let all: Vec<u64> =
            live.chunks(64).map(|word| word.iter().enumerate().fold(0, |bits, (bit, _)| bits | one(bit))).listed();
        self.open(&all, filters().filter(|(_, filter)| !filter.asks_age()), self.ages.rows);
        for (number, filter) in filters().filter(|(_, filter)| filter.asks_age()) {
            self.ages.of(filter).for_each(|row| set(&mut self.words, rows.word(row, number >> 6), number));
        }
        for (fact, first) in ActFact::ALL.into_iter().zip(self.fact_rows) {
            let free = filters().filter(|(_, filter)| filter.condition(fact).is_none());
            self.open(&all, free, width(vocabulary, fact));
            for (number, condition) in filters().filter_map(|(number, filter)| Some((number, filter.condition(fact)?)))
            {
                each_code(condition, vocabulary, &mut |code| {
                    let row = first.saturating_add(usize::try_from(code).unwrap_or(usize::MAX));
                    set(&mut self.words, rows.word(row, number >> 6), number);
                });
            }
        }
        self.shared.push(rows);
    }

    /// Adds the rows of a fact: `all` where it is left out, everywhere else the mappings that ask nothing of it.
    fn open<'f>(&mut self, all: &[u64], free: impl Iterator<Item = (usize, &'f Filter)>, rows: usize) {
        let mut base = vec![0; all.len()];
        free.for_each(|(number, _)| set(&mut base, number >> 6, number));
        self.words.extend_from_slice(all);
        (1..rows).for_each(|_| self.words.extend_from_slice(&base));
    }
}

impl Rows {
    #[inline(always)]
    fn word(&self, row: usize, word: usize) -> usize {
        self.first_word.wrapping_add(row.wrapping_mul(self.words)).wrapping_add(word)
    }
}

// The rows of a fact are in the order of its codes. Those of the ages: what may hold for one that is left out, what holds
// for it, then the ages.
const LEFT_OUT_ROW: usize = 0;
const NO_AGE_ROW: usize = 1;
const FIRST_AGE_ROW: usize = 2;

/// What a filter asks.
fn asked_by(filter: &Filter) -> u32 {
    let facts = ActFact::ALL.into_iter().filter(|fact| filter.condition(*fact).is_some());
    let facts = facts.fold(FactMask::default(), FactMask::with).bits();
    facts | if filter.asks_age() { AGE_BIT } else { 0 }
}

/// How many rows a fact has.
fn width(vocabulary: &Vocabulary, fact: ActFact) -> usize {
    usize::try_from(vocabulary.limit(fact)).unwrap_or(usize::MAX)
}

fn one(bit: usize) -> u64 {
    1_u64.wrapping_shl(u32::try_from(bit & 63).unwrap_or_default())
}

fn set(words: &mut [u64], word: usize, bit: usize) {
    words.get_mut(word).into_iter().for_each(|word| *word |= one(bit));
}

/// The bits of a word.
fn bits_of(word: &[&Mapping]) -> impl Iterator<Item = Bit> {
    word.iter().map(|of| {
        let same = word.iter().enumerate().filter(|(_, mapping)| mapping.guarantee == of.guarantee);
        let siblings = same.fold(0, |bits, (bit, _)| bits | one(bit));
        Bit { siblings, guarantee: i32::try_from(of.guarantee).unwrap_or(i32::MAX) }
    })
}

/// The codes for which a condition holds.
fn each_code(condition: &Condition, vocabulary: &Vocabulary, take: &mut dyn FnMut(u32)) {
    let mut text = |text: &String| take(vocabulary.text(condition.fact, text.as_bytes()));
    match &condition.expected {
        Expected::Text(expected) => text(expected),
        Expected::OneOf(expected) => expected.iter().for_each(text),
        Expected::Flag(expected) => take(flag_code(*expected)),
    }
}

/// Ages that no filter distinguishes share a row.
#[derive(Debug)]
struct Ages {
    rows: usize,
    /// By age code.
    row_of: [usize; 256],
}

impl Ages {
    fn new<'f>(filters: impl Iterator<Item = &'f Filter>) -> Self {
        let mut begins = [false; 256];
        let mut begin = |age: u8| begins.get_mut(usize::from(age)).into_iter().for_each(|begins| *begins = true);
        for filter in filters {
            let (min, max) = filter.ages();
            begin(min);
            begin(max.saturating_add(1));
        }
        let mut row = FIRST_AGE_ROW;
        let mut row_of = [LEFT_OUT_ROW; 256];
        let ages = usize::from(MAX_AGE).saturating_add(1);
        for (age, (begins, slot)) in begins.into_iter().zip(&mut row_of).take(ages).enumerate() {
            row = row.saturating_add(usize::from(begins && age > 0));
            *slot = row;
        }
        Ages { rows: row.saturating_add(1), row_of }
    }

    #[inline(always)]
    fn row(&self, code: u8) -> usize {
        self.row_of.get(usize::from(code)).copied().unwrap_or(LEFT_OUT_ROW)
    }

    /// The rows of the ages that a filter allows.
    fn of(&self, filter: &Filter) -> impl Iterator<Item = usize> + use<> {
        let (min, max) = filter.ages();
        self.row(min.min(MAX_AGE))..=self.row(max.min(MAX_AGE))
    }
}
