//! What is paid for many acts: arrays with an entry for each.

use crate::coverage::batch::bits::NO_GUARANTEE;
use crate::coverage::batch::evaluation::{INVALID_ACT, InvalidAct, MAX_INVALID_ACTS, outcome_code};
use crate::coverage::decision::ActOutcome;
use crate::ground::diagnostics::diagnostic::Diagnostic;

/// The amounts of many acts, in their order, in units of 1/10,000 €.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReimbursedColumns {
    /// By act: the outcome of [`Coverage::reimburse`](crate::Coverage::reimburse), a position in
    /// [`OUTCOME_CODES`](crate::batch::OUTCOME_CODES).
    pub outcomes: Vec<u8>,
    /// By act: the position of the guarantee whose rule is asked; −1 where there is none.
    pub guarantees: Vec<i32>,
    /// By act: what the coverage pays. It is 0, as the two others, unless the act is covered.
    pub complementary: Vec<i64>,
    /// By act: the Sécu part after the contributions.
    pub secu_paid: Vec<i64>,
    /// By act: what the member pays.
    pub out_of_pocket: Vec<i64>,
    /// The first [`MAX_INVALID_ACTS`] acts that could not be read.
    pub invalid: Vec<InvalidAct>,
    /// How many covered acts went the general way, which takes longer: see *Columns of amounts* in `docs/simulation.md`.
    pub general: usize,
}

/// The three amounts of an act.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Paid {
    pub(crate) complementary: i64,
    pub(crate) secu_paid: i64,
    pub(crate) out_of_pocket: i64,
}

impl ReimbursedColumns {
    /// So many acts, which nothing covers.
    pub(crate) fn of(acts: usize) -> Self {
        ReimbursedColumns {
            outcomes: vec![0; acts],
            guarantees: vec![NO_GUARANTEE; acts],
            complementary: vec![0; acts],
            secu_paid: vec![0; acts],
            out_of_pocket: vec![0; acts],
            invalid: Vec::new(),
            general: 0,
        }
    }

    #[inline(always)]
    pub(crate) fn set(&mut self, act: usize, outcome: ActOutcome, guarantee: i32, paid: Paid) {
        set(&mut self.outcomes, act, outcome_code(outcome));
        set(&mut self.guarantees, act, guarantee);
        set(&mut self.complementary, act, paid.complementary);
        set(&mut self.secu_paid, act, paid.secu_paid);
        set(&mut self.out_of_pocket, act, paid.out_of_pocket);
    }

    /// An act that waits for others of its unit.
    pub(crate) fn set_guarantee(&mut self, act: usize, guarantee: i32) {
        set(&mut self.guarantees, act, guarantee);
    }

    /// An act of an outcome without amounts, by its position.
    #[inline(always)]
    pub(crate) fn set_outcome(&mut self, act: usize, outcome: u8) {
        set(&mut self.outcomes, act, outcome);
    }

    /// An act that could not be read, and of which another list says why.
    pub(crate) fn set_invalid_row(&mut self, act: usize) {
        set(&mut self.outcomes, act, INVALID_ACT);
    }

    /// An act that no guarantee alone covers.
    #[inline(always)]
    pub(crate) fn set_undecided(&mut self, act: usize, outcome: ActOutcome) {
        set(&mut self.outcomes, act, outcome_code(outcome));
    }

    pub(crate) fn set_invalid(&mut self, act: usize, diagnostics: Vec<Diagnostic>) {
        set(&mut self.outcomes, act, INVALID_ACT);
        if self.invalid.len() < MAX_INVALID_ACTS {
            self.invalid.push(InvalidAct { index: act, line: None, diagnostics });
        }
    }
}

#[inline(always)]
fn set<T>(column: &mut [T], act: usize, value: T) {
    if let Some(slot) = column.get_mut(act) {
        *slot = value;
    }
}
