//! Sums of rows, exactly.
//!
//! ```text
//! sum   Σ amount × weight, in 1/10,000 € × 1/10,000
//! ```
//! INVARIANT: an amount is below 10^16 and a weight below 10^10, so that 128 bits hold the sums of 10^12 rows.

use crate::coverage::simulate::sums::row::SeenRow;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// What rows that are computed under all sides come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) rows: u64,
    /// In 1/10,000.
    pub(crate) weight: i128,
    pub(crate) charged: i128,
    pub(crate) secu_paid: i128,
    /// What the sides pay; 0 for a draft that there is not.
    pub(crate) current: i128,
    pub(crate) draft: i128,
}

/// What rows of one outcome come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) rows: u64,
    /// In 1/10,000.
    pub(crate) weight: i128,
    pub(crate) charged: i128,
}

/// Below this the product of an amount and a weight has 64 bits.
const SMALL_AMOUNT: u64 = 1 << 35;
const SMALL_WEIGHT: i64 = 1 << 28;

/// The product of an amount and a weight.
#[inline(always)]
pub(crate) fn times(amount: i64, weight: i64) -> i128 {
    if weight < SMALL_WEIGHT && amount.unsigned_abs() < SMALL_AMOUNT {
        i128::from(amount.wrapping_mul(weight))
    } else {
        wide_times(amount, weight)
    }
}

#[cold]
#[inline(never)]
fn wide_times(amount: i64, weight: i64) -> i128 {
    i128::from(amount).wrapping_mul(i128::from(weight))
}

impl Sum {
    /// `charged`: times the weight.
    #[inline(always)]
    pub(crate) fn add_row(&mut self, row: &SeenRow, charged: i128) {
        let weight = row.weight;
        let draft = row.draft.map_or(0, |draft| draft.complementary);
        self.rows = self.rows.wrapping_add(1);
        self.weight = self.weight.wrapping_add(weight.into());
        self.charged = self.charged.wrapping_add(charged);
        self.secu_paid = self.secu_paid.wrapping_add(times(row.secu_paid, weight));
        self.current = self.current.wrapping_add(times(row.current.complementary, weight));
        self.draft = self.draft.wrapping_add(times(draft, weight));
    }

    pub(crate) fn add(&mut self, other: &Sum) {
        let Sum { rows, weight, charged, secu_paid, current, draft } = other;
        self.rows = self.rows.wrapping_add(*rows);
        self.weight = self.weight.wrapping_add(*weight);
        self.charged = self.charged.wrapping_add(*charged);
        self.secu_paid = self.secu_paid.wrapping_add(*secu_paid);
        self.current = self.current.wrapping_add(*current);
        self.draft = self.draft.wrapping_add(*draft);
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        packer.unsigned(self.rows);
        let amounts = [self.weight, self.charged, self.secu_paid, self.current, self.draft];
        amounts.into_iter().for_each(|amount| packer.wide(amount));
    }

    pub(crate) fn read(unpacker: &mut Unpacker<'_>) -> Result<Self, Damaged> {
        Ok(Sum {
            rows: unpacker.unsigned()?,
            weight: unpacker.wide()?,
            charged: unpacker.wide()?,
            secu_paid: unpacker.wide()?,
            current: unpacker.wide()?,
            draft: unpacker.wide()?,
        })
    }
}

impl Tally {
    #[inline(always)]
    pub(crate) fn add(&mut self, rows: u64, weight: i128, charged: i128) {
        self.rows = self.rows.wrapping_add(rows);
        self.weight = self.weight.wrapping_add(weight);
        self.charged = self.charged.wrapping_add(charged);
    }
}
