//! What the rows say of an act.

use super::{Answer, Bit, Bits, CareTypeRows, NO_AGE_ROW, NO_GUARANTEE, Rows};
use crate::coverage::batch::codes::{ActCodes, LEFT_OUT, NO_AGE, NO_VALUE};
use crate::coverage::decision::ActOutcome;
use crate::coverage::facts::mask::{AGE_BIT, FactMask};
use crate::coverage::facts::table::ActFact;
use crate::ground::document::decode::MAX_AGE;

/// What is known of a guarantee so far.
struct Judged {
    guarantee: i32,
    is_sure: bool,
    /// The facts that its open mappings wait for.
    waits_for: u32,
}

impl Judged {
    fn missing(&self) -> u32 {
        if self.is_sure { 0 } else { self.waits_for }
    }
}

/// Whether what is not given is left out, and not asked.
#[inline(always)]
fn is_enough(codes: ActCodes, given: u32, asked: u32) -> bool {
    let said = |fact: ActFact| match fact.of(&codes.facts) {
        LEFT_OUT => u32::MAX,
        _ => !FactMask::default().with(fact).bits(),
    };
    let left_out = ActFact::all(if codes.age == NO_AGE { u32::MAX } else { !AGE_BIT }, said);
    given | (left_out & !asked) == u32::MAX
}

impl Bits {
    /// The answer for an act that leaves out nothing that a mapping of its care type asks, where few mappings can match it; none for any
    /// other act, and for codes that are none. Written out and without a loop: a batch spends its time here.
    #[inline(always)]
    pub(crate) fn quick_answer(&self, codes: ActCodes) -> Option<Answer> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        let rows = self.shared.get(at)?;
        let words = self.words.get(rows.first_word..)?;
        // One comparison: what is left out is below `NO_VALUE`, and then larger than any code.
        let given = |fact: ActFact| {
            let is_given = fact.of(&codes.facts).wrapping_sub(NO_VALUE) < fact.of(&self.values);
            if is_given { u32::MAX } else { !FactMask::default().with(fact).bits() }
        };
        let given = ActFact::all(if codes.age <= MAX_AGE { u32::MAX } else { !AGE_BIT }, given);
        if rows.words != 1 || (given != u32::MAX && !is_enough(codes, given, rows.asked)) {
            return None;
        }
        let row = |row: usize| words.get(row).copied().unwrap_or_default();
        let code = |fact: ActFact| usize::try_from(fact.of(&codes.facts)).unwrap_or_default();
        let cell = |fact: ActFact| row(fact.of(&self.fact_rows).wrapping_add(code(fact)));
        let matching = ActFact::all(row(self.ages.row(codes.age)), cell);
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
        let (mut first, mut several, mut open) = (NO_GUARANTEE, false, false);
        self.guarantees(rows, codes, |guarantee, missing| match (missing, first) {
            (0, NO_GUARANTEE) => first = guarantee,
            (0, _) => several = true,
            _ => open = true,
        })?;
        let outcome = match (open, several, first) {
            (true, ..) => ActOutcome::Undetermined,
            (false, true, _) => ActOutcome::Ambiguous,
            (false, false, NO_GUARANTEE) => ActOutcome::NotCovered,
            (false, false, _) => ActOutcome::Covered,
        };
        Some(Answer { outcome, first })
    }

    /// The mapping of the lowest bit of a mask.
    #[inline(always)]
    fn bit(&self, rows: &Rows, word: usize, mask: u64) -> Option<Bit> {
        let number = (word << 6) | usize::try_from(mask.trailing_zeros()).unwrap_or_default();
        self.bits.get(rows.first_bit.wrapping_add(number)).copied()
    }

    /// What decides the whole answer for an act, in addition to its care type: the masks, and the facts that are left out.
    pub(crate) fn key(&self, codes: &ActCodes, take: &mut dyn FnMut(u64)) -> Option<()> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        let rows = self.shared.get(at)?;
        let open = |(fact, code): &(ActFact, u32)| *code == LEFT_OUT && rows.applicable.contains(*fact);
        let open = ActFact::ALL.into_iter().zip(codes.facts).filter(open);
        let open = open.fold(FactMask::default(), |mask, (fact, _)| mask.with(fact));
        let age = if codes.age == NO_AGE { AGE_BIT } else { 0 };
        take(u64::try_from(at).ok()?.wrapping_shl(u32::BITS) | u64::from(age | open.bits()));
        for word in 0..rows.words {
            take(self.sure(rows, codes, word));
            take(self.may(rows, codes, word));
        }
        Some(())
    }

    /// Takes each guarantee that matches or may match, in payload order: its position, and the facts that its mappings wait for, a bit
    /// each and [`AGE_BIT`]; 0 where it certainly matches.
    pub(crate) fn each_guarantee(&self, codes: &ActCodes, take: &mut dyn FnMut(u32, u32)) -> Option<()> {
        let CareTypeRows::At(at) = *self.rows_of.get(codes.care_type()?.0)? else { return None };
        self.guarantees(self.shared.get(at)?, codes, |guarantee, missing| {
            take(u32::try_from(guarantee).unwrap_or_default(), missing);
        })
    }

    #[inline(always)]
    fn guarantees(&self, rows: &Rows, codes: &ActCodes, mut take: impl FnMut(i32, u32)) -> Option<()> {
        // The guarantee that is being looked at: its mappings may be in two words.
        let mut current: Option<Judged> = None;
        for word in 0..rows.words {
            let (mut left, sure) = (self.may(rows, codes, word), self.sure(rows, codes, word));
            while left != 0 {
                let Bit { siblings, guarantee } = self.bit(rows, word, left)?;
                let mut judged = match current.take() {
                    Some(judged) if judged.guarantee == guarantee => judged,
                    before => {
                        before.into_iter().for_each(|before| take(before.guarantee, before.missing()));
                        Judged { guarantee, is_sure: false, waits_for: 0 }
                    }
                };
                judged.is_sure |= sure & siblings != 0;
                if !judged.is_sure {
                    judged.waits_for |= self.missing(rows, codes, word, left & siblings);
                }
                current = Some(judged);
                left &= !siblings;
            }
        }
        current.into_iter().for_each(|last| take(last.guarantee, last.missing()));
        Some(())
    }

    /// The facts that are left out and that some mappings of a word ask for.
    fn missing(&self, rows: &Rows, codes: &ActCodes, word: usize, mappings: u64) -> u32 {
        let asks = |row: usize| mappings & !self.cell(rows, row, word) != 0;
        let age = if codes.age == NO_AGE && asks(NO_AGE_ROW) { AGE_BIT } else { 0 };
        let no_value = usize::try_from(NO_VALUE).unwrap_or_default();
        let facts = ActFact::ALL.into_iter().zip(self.fact_rows).zip(codes.facts);
        let missing = facts.filter(|((_, first), code)| *code == LEFT_OUT && asks(first.wrapping_add(no_value)));
        missing.fold(age, |bits, ((fact, _), _)| bits | FactMask::default().with(fact).bits())
    }

    /// The mappings of a word that may match.
    fn may(&self, rows: &Rows, codes: &ActCodes, word: usize) -> u64 {
        let code = |fact: ActFact| usize::try_from(fact.of(&codes.facts)).unwrap_or_default();
        let cell = |fact: ActFact| self.cell(rows, fact.of(&self.fact_rows).wrapping_add(code(fact)), word);
        ActFact::all(self.cell(rows, self.ages.row(codes.age), word), cell)
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
