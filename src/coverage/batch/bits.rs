//! Which of many filters hold, all at once: a bit for each mapping that can match acts of a care type.
//!
//! ```text
//! row(fact, code)  the mappings whose condition on the fact holds there; for a fact left out, those that may hold
//! may  = row(age) & row(fact 1) & … & row(fact 8)
//! sure = the same, with the mappings that ask nothing of a fact in place of those that may hold
//! ```
//! A guarantee certainly matches where one of its mappings is in `sure`; it is open where some are in `may` and none in `sure`.
//! Care types that the same mappings can match share their rows.

use crate::coverage::analysis::classes::classes;
use crate::coverage::batch::codes::{ActCodes, LEFT_OUT, NO_AGE, NO_VALUE, Vocabulary, flag_code};
use crate::coverage::catalog::Tables;
use crate::coverage::fact::{ActFact, FactMask};
use crate::coverage::filter::{Condition, Expected, Filter};
use crate::coverage::validate::Mapping;
use crate::coverage::verdict::ActOutcome;
use crate::decode::MAX_AGE;
use crate::listed::Listed;

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
    fact_rows: [usize; 8],
    /// By fact: how many codes it has, but for that of what is left out.
    values: [u32; 8],
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
}

/// A mapping that can match.
#[derive(Clone, Copy, Debug)]
struct Bit {
    /// The bits of its word whose mappings have the same guarantee.
    siblings: u64,
    guarantee: i32,
}

/// The answer for an act, as far as a batch tells it.
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

    /// Adds the rows of the mappings that can match acts of some care types.
    fn add(&mut self, applicable: FactMask, live: &[&Mapping], words: usize, vocabulary: &Vocabulary) {
        let rows = Rows { first_word: self.words.len(), words, first_bit: self.bits.len(), applicable };
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

    /// The answer for an act that leaves nothing out, where few mappings can match its care type; none for any other act, and for
    /// codes that are none. Written out and without a loop: a batch spends its time here.
    #[inline(always)]
    pub(crate) fn quick_answer(&self, codes: ActCodes) -> Option<Answer> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        let rows = self.shared.get(at)?;
        let words = self.words.get(rows.first_word..)?;
        let [optam, tooth, conventionne, practitioner, lens, secu, mode, nature] = codes.facts;
        // One comparison: what is left out is below `NO_VALUE`, and then larger than any code.
        let given = |code: u32, values: u32| code.wrapping_sub(NO_VALUE) < values;
        let [o, t, c, p, l, s, m, n] = self.values;
        let booleans = given(optam, o) & given(tooth, t) & given(conventionne, c) & given(secu, s);
        let texts = given(practitioner, p) & given(lens, l) & given(mode, m) & given(nature, n);
        if !(booleans & texts & (codes.age <= MAX_AGE) & (rows.words == 1)) {
            return None;
        }
        let row = |row: usize| words.get(row).copied().unwrap_or_default();
        let cell = |first: usize, code: u32| row(first.wrapping_add(usize::try_from(code).unwrap_or_default()));
        let [o, t, c, p, l, s, m, n] = self.fact_rows;
        let booleans = cell(o, optam) & cell(t, tooth) & cell(c, conventionne) & cell(s, secu);
        let texts = cell(p, practitioner) & cell(l, lens) & cell(m, mode) & cell(n, nature);
        let matching = row(self.ages.row(codes.age)) & booleans & texts;
        if matching == 0 {
            return Some(Answer::nothing(ActOutcome::NotCovered));
        }
        let Bit { siblings, guarantee } = self.bit(rows, 0, matching)?;
        let alone = matching & !siblings == 0;
        Some(Answer { outcome: if alone { ActOutcome::Covered } else { ActOutcome::Ambiguous }, first: guarantee })
    }

    /// The answer for an act; none where the rows of its care type are missing.
    pub(crate) fn answer(&self, codes: &ActCodes) -> Option<Answer> {
        let Some(care_type) = codes.care_type() else { return Some(Answer::nothing(ActOutcome::UnknownCareType)) };
        let rows = match self.rows_of.get(care_type.0)? {
            CareTypeRows::Nothing => return Some(Answer::nothing(ActOutcome::NotCovered)),
            CareTypeRows::Missing => return None,
            CareTypeRows::At(at) => self.shared.get(*at)?,
        };
        let mut tally = Tally::default();
        for word in 0..rows.words {
            let (mut left, sure) = (self.may(rows, codes, word), self.sure(rows, codes, word));
            while left != 0 {
                let Bit { siblings, guarantee } = self.bit(rows, word, left)?;
                tally.add(guarantee, sure & siblings != 0);
                left &= !siblings;
            }
        }
        Some(tally.answer())
    }

    /// The mapping of the lowest bit of a mask.
    #[inline(always)]
    fn bit(&self, rows: &Rows, word: usize, mask: u64) -> Option<Bit> {
        let number = (word << 6) | usize::try_from(mask.trailing_zeros()).unwrap_or_default();
        self.bits.get(rows.first_bit.wrapping_add(number)).copied()
    }

    /// What decides the whole answer for an act, beside its care type: the masks, and the facts that are left out.
    pub(crate) fn key(&self, codes: &ActCodes, take: &mut dyn FnMut(u64)) -> Option<()> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        let rows = self.shared.get(at)?;
        let open = |(fact, code): &(ActFact, u32)| *code == LEFT_OUT && rows.applicable.contains(*fact);
        let open = ActFact::ALL.into_iter().zip(codes.facts).filter(open);
        let open = open.fold(FactMask::default(), |mask, (fact, _)| mask.with(fact));
        let age = u64::from(codes.age == NO_AGE);
        take(u64::try_from(at).ok()?.wrapping_shl(9) | age.wrapping_shl(8) | u64::from(open.bits()));
        for word in 0..rows.words {
            take(self.sure(rows, codes, word));
            take(self.may(rows, codes, word));
        }
        Some(())
    }

    /// Takes each guarantee that matches or may match, with the facts that its mappings wait for: a bit each, and [`AGE_BIT`].
    pub(crate) fn each_guarantee(&self, codes: &ActCodes, take: &mut dyn FnMut(u32, u32)) -> Option<()> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        let rows = self.shared.get(at)?;
        // The guarantee that is being looked at: its mappings may stand in two words.
        let mut current: Option<(i32, bool, u32)> = None;
        let mut close = |current: Option<(i32, bool, u32)>| {
            let Some((guarantee, is_sure, missing)) = current else { return };
            take(u32::try_from(guarantee).unwrap_or_default(), if is_sure { 0 } else { missing });
        };
        for word in 0..rows.words {
            let (mut left, sure) = (self.may(rows, codes, word), self.sure(rows, codes, word));
            while left != 0 {
                let Bit { siblings, guarantee } = self.bit(rows, word, left)?;
                let before = current.filter(|(current, ..)| *current == guarantee);
                if before.is_none() {
                    close(current);
                }
                let (_, was_sure, missing) = before.unwrap_or((guarantee, false, 0));
                let missing = missing | self.missing(rows, codes, word, left & siblings);
                current = Some((guarantee, was_sure || sure & siblings != 0, missing));
                left &= !siblings;
            }
        }
        close(current);
        Some(())
    }

    /// The facts that are left out and that some mappings of a word ask for.
    fn missing(&self, rows: &Rows, codes: &ActCodes, word: usize, mappings: u64) -> u32 {
        let asks = |row: usize| mappings & !self.cell(rows, row, word) != 0;
        let age = if codes.age == NO_AGE && asks(NO_AGE_ROW) { AGE_BIT } else { 0 };
        let no_value = usize::try_from(NO_VALUE).unwrap_or_default();
        let facts = ActFact::ALL.into_iter().zip(self.fact_rows).zip(codes.facts);
        let missing = facts.filter(|((_, first), code)| *code == LEFT_OUT && asks(first.wrapping_add(no_value)));
        missing.fold(age, |bits, ((fact, _), _)| bits | u32::from(FactMask::default().with(fact).bits()))
    }

    /// The mappings of a word that may match.
    fn may(&self, rows: &Rows, codes: &ActCodes, word: usize) -> u64 {
        let cell = |first: usize, code: u32| {
            self.cell(rows, first.wrapping_add(usize::try_from(code).unwrap_or_default()), word)
        };
        let [optam, tooth, conventionne, practitioner, lens, secu, mode, nature] = codes.facts;
        let [o, t, c, p, l, s, m, n] = self.fact_rows;
        let booleans = cell(o, optam) & cell(t, tooth) & cell(c, conventionne) & cell(s, secu);
        let texts = cell(p, practitioner) & cell(l, lens) & cell(m, mode) & cell(n, nature);
        self.cell(rows, self.ages.row(codes.age), word) & booleans & texts
    }

    /// The mappings of a word that certainly match: those that ask nothing of what is left out.
    fn sure(&self, rows: &Rows, codes: &ActCodes, word: usize) -> u64 {
        let age = if codes.age == NO_AGE { NO_AGE_ROW } else { self.ages.row(codes.age) };
        let mut mask = self.cell(rows, age, word);
        for (first, code) in self.fact_rows.iter().zip(codes.facts) {
            mask &= self.cell(rows, first.wrapping_add(usize::try_from(code.max(NO_VALUE)).unwrap_or_default()), word);
        }
        mask
    }

    #[inline(always)]
    fn cell(&self, rows: &Rows, row: usize, word: usize) -> u64 {
        self.words.get(rows.word(row, word)).copied().unwrap_or_default()
    }
}

impl Rows {
    #[inline(always)]
    fn word(&self, row: usize, word: usize) -> usize {
        self.first_word.wrapping_add(row.wrapping_mul(self.words)).wrapping_add(word)
    }
}

// The rows of a fact stand in the order of its codes. Those of the ages: what may hold for one that is left out, what holds
// for it, then the ages.
const LEFT_OUT_ROW: usize = 0;
const NO_AGE_ROW: usize = 1;
const FIRST_AGE_ROW: usize = 2;

/// Stands for the age beside the bits of the facts.
const AGE_BIT: u32 = 1 << 8;

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

/// Counts guarantees, whose mappings come one after the other.
struct Tally {
    /// The guarantee that is being counted, and whether it certainly matches.
    current: Option<(i32, bool)>,
    first: i32,
    several: bool,
    open: bool,
}

impl Default for Tally {
    fn default() -> Self {
        Tally { current: None, first: NO_GUARANTEE, several: false, open: false }
    }
}

impl Tally {
    fn add(&mut self, guarantee: i32, sure: bool) {
        match &mut self.current {
            Some((current, is_sure)) if *current == guarantee => *is_sure |= sure,
            _ => {
                self.close();
                self.current = Some((guarantee, sure));
            }
        }
    }

    fn close(&mut self) {
        match self.current {
            None => {}
            Some((_, false)) => self.open = true,
            Some((guarantee, true)) if self.first == NO_GUARANTEE => self.first = guarantee,
            Some(_) => self.several = true,
        }
    }

    fn answer(mut self) -> Answer {
        self.close();
        let outcome = match (self.open, self.several, self.first) {
            (true, ..) => ActOutcome::Undetermined,
            (false, true, _) => ActOutcome::Ambiguous,
            (false, false, NO_GUARANTEE) => ActOutcome::NotCovered,
            (false, false, _) => ActOutcome::Covered,
        };
        Answer { outcome, first: self.first }
    }
}

/// Ages that no filter tells apart share a row.
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
