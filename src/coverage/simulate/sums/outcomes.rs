//! How many rows have which outcome under each side, and which acts become covered or are no longer?

use crate::coverage::batch::evaluation::OUTCOME_CODES;
use crate::coverage::simulate::sums::row::{SeenRow, SideAnswer};
use crate::coverage::simulate::sums::sum::Tally;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

pub(crate) const NOT_COVERED: u8 = 0;
pub(crate) const COVERED: u8 = 1;
/// Of a side.
const OUTCOMES: usize = OUTCOME_CODES.len();
/// In place of the outcome of a draft, where there is none.
const NO_DRAFT: u8 = 6;
/// By outcome under the draft: by outcome under the current side.
const PAIRS: usize = OUTCOMES.saturating_mul(OUTCOMES.saturating_add(1));

/// Tallies of rows by their outcomes.
#[derive(Debug)]
pub(crate) struct Outcomes {
    /// By both outcomes: one addition for a row.
    pairs: [Tally; PAIRS],
    /// Rows that both sides cover under guarantees of different names.
    pub(crate) other_guarantee: u64,
}

impl Default for Outcomes {
    fn default() -> Self {
        Outcomes { pairs: [Tally::default(); PAIRS], other_guarantee: 0 }
    }
}

impl Outcomes {
    #[inline(always)]
    pub(crate) fn add_row(&mut self, row: &SeenRow, charged: i128) {
        let draft = row.draft.map_or(NO_DRAFT, |draft| draft.outcome);
        if let Some(tally) = self.pairs.get_mut(pair(row.current.outcome, draft)) {
            tally.add(1, row.weight.into(), charged);
        }
    }

    /// By outcome under the current side.
    pub(crate) fn current(&self) -> [Tally; OUTCOMES] {
        self.by(&|current, _| current)
    }

    /// By outcome under the draft.
    pub(crate) fn draft(&self) -> [Tally; OUTCOMES] {
        self.by(&|_, draft| draft)
    }

    /// The rows of such outcomes.
    pub(crate) fn rows(&self, current: u8, draft: u8) -> u64 {
        self.pairs.get(pair(current, draft)).map_or(0, |tally| tally.rows)
    }

    fn by(&self, which: &dyn Fn(usize, usize) -> usize) -> [Tally; OUTCOMES] {
        let mut tallies = [Tally::default(); OUTCOMES];
        for (position, Tally { rows, weight, charged }) in self.pairs.iter().enumerate() {
            let (draft, current) = (position.checked_div(OUTCOMES), position.checked_rem(OUTCOMES));
            let outcome = which(current.unwrap_or_default(), draft.unwrap_or_default());
            if let Some(tally) = tallies.get_mut(outcome) {
                tally.add(*rows, *weight, *charged);
            }
        }
        tallies
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        for Tally { rows, weight, charged } in &self.pairs {
            packer.unsigned(*rows);
            packer.wide(*weight);
            packer.wide(*charged);
        }
        packer.unsigned(self.other_guarantee);
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for tally in &mut self.pairs {
            let (rows, weight) = (unpacker.unsigned()?, unpacker.wide()?);
            tally.add(rows, weight, unpacker.wide()?);
        }
        self.other_guarantee = self.other_guarantee.wrapping_add(unpacker.unsigned()?);
        Ok(())
    }
}

/// Whether it is known what a side pays.
#[inline(always)]
pub(crate) fn is_computed(answer: &SideAnswer) -> bool {
    answer.outcome <= COVERED
}

#[inline(always)]
fn pair(current: u8, draft: u8) -> usize {
    usize::from(draft).wrapping_mul(OUTCOMES).wrapping_add(usize::from(current))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_batches() {
        assert_eq!(
            (OUTCOME_CODES[usize::from(NOT_COVERED)], OUTCOME_CODES[usize::from(COVERED)]),
            ("not_covered", "covered")
        );
        assert_eq!(usize::from(NO_DRAFT), OUTCOMES);
    }
}
