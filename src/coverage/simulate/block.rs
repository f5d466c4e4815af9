//! Some rows that were kept, as columns again.

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::row::NO_AMOUNT;
use crate::coverage::facts::amounts::AMOUNTS;
use crate::coverage::simulate::kept::Kept;
use crate::coverage::simulate::side::Verdict;
use crate::ground::small::intern::Interner;

/// Rows of one bucket, one after the other.
pub(crate) struct Block<'b> {
    /// In the order of `PricedColumns::amounts`.
    amounts: [Vec<i64>; AMOUNTS],
    care_date: Vec<i32>,
    membership_start: Vec<i32>,
    side: Vec<u8>,
    tooth: Vec<u8>,
    unit: Vec<u32>,
    beneficiary: Vec<u32>,
    stay_id: Vec<u32>,
    rows: Vec<Kept<'b>>,
    /// By row, then by coverage.
    verdicts: Vec<Verdict>,
    of_row: Vec<Verdict>,
    stays: Interner,
}

impl<'b> Block<'b> {
    pub(crate) fn new(layers: usize) -> Self {
        Block {
            amounts: Default::default(),
            care_date: Vec::new(),
            membership_start: Vec::new(),
            side: Vec::new(),
            tooth: Vec::new(),
            unit: Vec::new(),
            beneficiary: Vec::new(),
            stay_id: Vec::new(),
            rows: Vec::new(),
            verdicts: Vec::new(),
            of_row: vec![Verdict { outcome: 0, guarantee: -1 }; layers],
            stays: Interner::default(),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.amounts.iter_mut().for_each(Vec::clear);
        [&mut self.care_date, &mut self.membership_start].into_iter().for_each(Vec::clear);
        [&mut self.side, &mut self.tooth].into_iter().for_each(Vec::clear);
        [&mut self.unit, &mut self.beneficiary, &mut self.stay_id].into_iter().for_each(Vec::clear);
        self.rows.clear();
        self.verdicts.clear();
    }

    /// None for bytes that are no row.
    pub(crate) fn push(&mut self, bytes: &'b [u8], unit: u32, beneficiary: u32) -> Option<()> {
        let mut amounts = [NO_AMOUNT; AMOUNTS];
        let kept = Kept::read(bytes, &mut amounts, &mut self.of_row)?;
        self.amounts.iter_mut().zip(amounts).for_each(|(column, amount)| column.push(amount));
        self.care_date.push(kept.day);
        self.membership_start.push(kept.membership_start);
        self.side.push(kept.side);
        self.tooth.push(kept.tooth);
        self.unit.push(unit);
        self.beneficiary.push(beneficiary);
        let stay = kept.stay.map(|stay| self.stays.insert(stay).saturating_add(1));
        self.stay_id.push(u32::try_from(stay.unwrap_or_default()).unwrap_or(u32::MAX));
        self.verdicts.extend_from_slice(&self.of_row);
        self.rows.push(kept);
        Some(())
    }

    pub(crate) fn columns(&self) -> PricedColumns<'_> {
        PricedColumns {
            care_date: &self.care_date,
            membership_start: &self.membership_start,
            side: &self.side,
            tooth: &self.tooth,
            unit: &self.unit,
            beneficiary: &self.beneficiary,
            stay_id: &self.stay_id,
            ..PricedColumns::of_amounts(self.amounts.each_ref().map(Vec::as_slice))
        }
    }

    pub(crate) fn rows(&self) -> &[Kept<'b>] {
        &self.rows
    }

    pub(crate) fn charged(&self, row: usize) -> i64 {
        let [charged, ..] = &self.amounts;
        charged.get(row).copied().unwrap_or_default()
    }

    /// What each coverage decides for a row.
    pub(crate) fn verdicts(&self, row: usize) -> &[Verdict] {
        let layers = self.of_row.len();
        let start = row.wrapping_mul(layers);
        self.verdicts.get(start..start.wrapping_add(layers)).unwrap_or_default()
    }
}
