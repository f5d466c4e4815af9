//! What is paid for each row, where it is asked: whichever part paid it, and in whatever order.
//!
//! ```text
//! row   piece, row, outcome under each side + 8 × (its guarantee + 1), charged, Sécu part, what each side pays
//! ```
//! DECISION: a row that one side does not decide has no amounts under the other, so that they sum to the totals. Case: simulate/amounts-of-rows

use crate::coverage::simulate::sums::outcomes::is_computed;
use crate::coverage::simulate::sums::pieces::Pieces;
use crate::coverage::simulate::sums::report::{RowAmounts, SideAmounts};
use crate::coverage::simulate::sums::row::{Place, SeenRow, SideAnswer};
use crate::ground::small::packed::{Damaged, Packer, Unpacker, next_unsigned, unsigned};

/// Rows and what is paid for them, packed.
#[derive(Debug, Default)]
pub(crate) struct PaidRows {
    bytes: Vec<u8>,
}

/// The Sécu part, and what each side pays, in 1/10,000 €.
pub(crate) type RowPaid = [i64; 3];

impl PaidRows {
    #[inline(never)]
    pub(crate) fn push(&mut self, row: &SeenRow, is_summed: bool) {
        let draft = row.draft.unwrap_or(SideAnswer { outcome: 0, guarantee: -1, complementary: 0 });
        let side = |side: &SideAnswer| {
            let guarantee = u64::try_from(side.guarantee.saturating_add(1)).unwrap_or_default();
            guarantee << 3 | u64::from(side.outcome & 7)
        };
        let amount = |amount: i64| if is_summed { amount.cast_unsigned() } else { 0 };
        for number in [
            row.place.piece.into(),
            row.place.row.into(),
            side(&row.current),
            side(&draft),
            amount(row.charged),
            amount(row.secu_paid),
            amount(row.current.complementary),
            amount(draft.complementary),
        ] {
            unsigned(&mut self.bytes, number);
        }
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        packer.text(&self.bytes);
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        self.bytes.extend_from_slice(unpacker.text()?);
        Ok(())
    }

    /// Takes each row: where it is, what the sides decide, what was charged, and what is paid. What is none ends them.
    pub(crate) fn each(&self, take: &mut dyn FnMut(Place, [u64; 2], i64, RowPaid)) {
        let mut bytes = self.bytes.as_slice();
        while !bytes.is_empty() {
            let mut numbers = [0; 8];
            for number in &mut numbers {
                let Some(next) = next_unsigned(&mut bytes) else { return };
                *number = next;
            }
            let [piece, row, current, draft, charged, secu, pays, would_pay] = numbers;
            let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
            let paid = [secu, pays, would_pay].map(u64::cast_signed);
            take(Place { piece: number(piece), row: number(row) }, [current, draft], charged.cast_signed(), paid);
        }
    }

    /// The columns of so many rows. `pieces`: added up.
    pub(crate) fn columns(&self, rows: u64, pieces: &Pieces, has_draft: bool) -> RowAmounts {
        let rows = usize::try_from(rows).unwrap_or_default();
        let side = || SideAmounts { outcomes: vec![0; rows], guarantees: vec![-1; rows], complementary: vec![0; rows] };
        let mut amounts = RowAmounts {
            charged: vec![0; rows],
            secu_paid: vec![0; rows],
            current: side(),
            draft: has_draft.then(side),
        };
        self.each(&mut |place, [current, draft], charged, [secu, pays, would_pay]| {
            let Ok(row) = usize::try_from(pieces.row(place)) else { return };
            put(&mut amounts.charged, row, charged);
            put(&mut amounts.secu_paid, row, secu);
            fill(&mut amounts.current, row, current, pays);
            if let Some(side) = &mut amounts.draft {
                fill(side, row, draft, would_pay);
            }
        });
        amounts
    }
}

/// `decided`: as it was packed.
#[inline(never)]
fn fill(side: &mut SideAmounts, row: usize, decided: u64, complementary: i64) {
    put(&mut side.outcomes, row, u8::try_from(decided & 7).unwrap_or_default());
    put(&mut side.guarantees, row, i32::try_from(decided >> 3).unwrap_or_default().saturating_sub(1));
    put(&mut side.complementary, row, complementary);
}

/// Whether a row is in the sums.
pub(crate) fn is_summed(row: &SeenRow) -> bool {
    is_computed(&row.current) && row.draft.as_ref().is_none_or(is_computed)
}

fn put<T: Copy>(column: &mut [T], row: usize, value: T) {
    column.get_mut(row).into_iter().for_each(|slot| *slot = value);
}
