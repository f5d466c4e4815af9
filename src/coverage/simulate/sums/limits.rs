//! Who reaches a limit, and what does it cut off?
//!
//! ```text
//! limit     a key of a coverage of a side; they have numbers in this order
//! persons   who have a row of which it binds, each once
//! cut       Σ what a row would be paid more without it × weight
//! ```

use crate::coverage::simulate::sums::row::{LimitHit, SimulationSide, Whose};
use crate::coverage::simulate::sums::shape::{Shape, SideNames};
use crate::coverage::simulate::sums::sum::times;
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// What is known of a limit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reached {
    /// Those who are whole.
    pub(crate) persons: u64,
    /// In 1/10,000 € × 1/10,000.
    pub(crate) cut: i128,
}

/// All limits.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    /// By limit.
    reached: Vec<Reached>,
    /// By side and coverage: its first limit.
    first: [Vec<usize>; 2],
}

impl Limits {
    pub(crate) fn new(shape: &Shape) -> Self {
        let mut count = 0_usize;
        let mut first = |side: Option<&SideNames>| {
            let keys = side.into_iter().flat_map(|side| &side.keys);
            let next = |keys: &Vec<String>| {
                let first = count;
                count = count.saturating_add(keys.len());
                first
            };
            keys.map(next).listed()
        };
        let first = [first(Some(&shape.current)), first(shape.draft.as_ref())];
        Limits { reached: vec![Reached::default(); count], first }
    }

    /// A limit binds. Its number.
    pub(crate) fn add(&mut self, hit: &LimitHit) -> Option<usize> {
        let number = self.number(hit.side, hit.coverage, hit.key)?;
        let reached = self.reached.get_mut(number)?;
        reached.cut = reached.cut.wrapping_add(times(hit.cut, hit.weight));
        if hit.whose == Whose::Alone {
            reached.persons = reached.persons.wrapping_add(1);
        }
        Some(number)
    }

    /// A person reaches a limit.
    pub(crate) fn count_person(&mut self, number: usize) {
        if let Some(reached) = self.reached.get_mut(number) {
            reached.persons = reached.persons.wrapping_add(1);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.reached.len()
    }

    fn number(&self, side: SimulationSide, coverage: usize, key: usize) -> Option<usize> {
        let [current, draft] = &self.first;
        let first = if side == SimulationSide::Current { current } else { draft };
        first.get(coverage)?.checked_add(key)
    }

    pub(crate) fn reached(&self, side: SimulationSide, coverage: usize, key: usize) -> Reached {
        let number = self.number(side, coverage, key);
        number.and_then(|number| self.reached.get(number)).copied().unwrap_or_default()
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        for Reached { persons, cut } in &self.reached {
            packer.unsigned(*persons);
            packer.wide(*cut);
        }
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for reached in &mut self.reached {
            reached.persons = reached.persons.wrapping_add(unpacker.unsigned()?);
            reached.cut = reached.cut.wrapping_add(unpacker.wide()?);
        }
        Ok(())
    }
}
