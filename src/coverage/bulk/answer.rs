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
}

/// The three amounts of an act.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Paid {
    pub(crate) complementary: i64,
    pub(crate) secu_paid: i64,
    pub(crate) out_of_pocket: i64,
}

impl ReimbursedColumns {
    pub(crate) fn with_capacity(acts: usize) -> Self {
        ReimbursedColumns {
            outcomes: Vec::with_capacity(acts),
            guarantees: Vec::with_capacity(acts),
            complementary: Vec::with_capacity(acts),
            secu_paid: Vec::with_capacity(acts),
            out_of_pocket: Vec::with_capacity(acts),
            invalid: Vec::new(),
        }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, outcome: ActOutcome, guarantee: i32, paid: Paid) {
        self.push_code(outcome_code(outcome), guarantee, paid);
    }

    #[inline(always)]
    fn push_code(&mut self, outcome: u8, guarantee: i32, paid: Paid) {
        self.outcomes.push(outcome);
        self.guarantees.push(guarantee);
        self.complementary.push(paid.complementary);
        self.secu_paid.push(paid.secu_paid);
        self.out_of_pocket.push(paid.out_of_pocket);
    }

    pub(crate) fn push_invalid(&mut self, diagnostics: Vec<Diagnostic>) {
        if self.invalid.len() < MAX_INVALID_ACTS {
            self.invalid.push(InvalidAct { index: self.outcomes.len(), line: None, diagnostics });
        }
        self.push_code(INVALID_ACT, NO_GUARANTEE, Paid::default());
    }

    /// What was found of an act that is there already.
    pub(crate) fn set(&mut self, act: usize, outcome: ActOutcome, paid: Paid) {
        self.outcomes.get_mut(act).into_iter().for_each(|slot| *slot = outcome_code(outcome));
        self.complementary.get_mut(act).into_iter().for_each(|slot| *slot = paid.complementary);
        self.secu_paid.get_mut(act).into_iter().for_each(|slot| *slot = paid.secu_paid);
        self.out_of_pocket.get_mut(act).into_iter().for_each(|slot| *slot = paid.out_of_pocket);
    }
}
