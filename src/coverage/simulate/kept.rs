//! A row that waits for the others of its unit, in few bytes: all that its rules need, and what was decided.
//!
//! ```text
//! mask, piece, row, day, verdict of each coverage, then what the mask says, in the order of its bits
//! ```

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::row::{NO_AMOUNT, NO_DATE, entry};
use crate::coverage::facts::amounts::AMOUNTS;
use crate::coverage::simulate::bytes::{Taker, put, put_amount, put_day, put_text};
use crate::coverage::simulate::side::Verdict;
use crate::coverage::simulate::sums::row::Place;

// Bits of the mask. The lowest ones are those of the amounts.
const DAY: u32 = 1 << 13;
const MEMBERSHIP: u32 = 1 << 14;
const SIDE: u32 = 1 << 15;
const TOOTH: u32 = 1 << 16;
const STAY: u32 = 1 << 17;
const WEIGHT: u32 = 1 << 18;
const LINE: u32 = 1 << 19;

const _: () = assert!(AMOUNTS == 13, "the bits of the amounts");

/// A row that is kept; without its amounts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept<'b> {
    pub(crate) place: Place,
    pub(crate) day: i32,
    pub(crate) membership_start: i32,
    pub(crate) side: u8,
    pub(crate) tooth: u8,
    pub(crate) stay: Option<&'b [u8]>,
    /// None where it is 1.
    pub(crate) weight: Option<i64>,
    /// 0 where there is none.
    pub(crate) line: u32,
}

impl Kept<'_> {
    /// Writes the row with its amounts and with what each coverage decides.
    pub(crate) fn write(&self, bytes: &mut Vec<u8>, (columns, row): (&PricedColumns<'_>, usize), verdicts: &[Verdict]) {
        let amounts = columns.amounts().map(|column| entry(column, row, NO_AMOUNT));
        let bit = |is_there: bool, bit: u32| if is_there { bit } else { 0 };
        let mut mask = bit(self.day != NO_DATE, DAY)
            | bit(self.membership_start != NO_DATE, MEMBERSHIP)
            | bit(self.side != 0, SIDE)
            | bit(self.tooth != 0, TOOTH)
            | bit(self.stay.is_some(), STAY)
            | bit(self.weight.is_some(), WEIGHT)
            | bit(self.line != 0, LINE);
        for (position, amount) in (0..).zip(amounts) {
            mask |= bit(amount != NO_AMOUNT, 1_u32.wrapping_shl(position));
        }
        let has = |bit: u32| mask & bit != 0;
        for value in [mask, self.place.piece, self.place.row] {
            put(bytes, value.into());
        }
        if has(DAY) {
            put_day(bytes, self.day);
        }
        for Verdict { outcome, guarantee } in verdicts {
            let guarantee = u64::try_from(guarantee.saturating_add(1)).unwrap_or_default();
            put(bytes, guarantee.wrapping_shl(3) | u64::from(outcome & 7));
        }
        amounts.into_iter().filter(|amount| *amount != NO_AMOUNT).for_each(|amount| put_amount(bytes, amount));
        if has(MEMBERSHIP) {
            put_day(bytes, self.membership_start);
        }
        for (flag, value) in [(SIDE, self.side), (TOOTH, self.tooth)] {
            if has(flag) {
                bytes.push(value);
            }
        }
        if let Some(stay) = self.stay {
            put_text(bytes, stay);
        }
        if let Some(weight) = self.weight {
            put_amount(bytes, weight);
        }
        if has(LINE) {
            // Lines and rows go on together.
            put(bytes, self.line.wrapping_sub(self.place.row).into());
        }
    }
}

impl<'b> Kept<'b> {
    /// When and where a row is, by which those of a unit are ordered; none for other bytes.
    pub(crate) fn order(bytes: &[u8]) -> Option<(i32, Place)> {
        let mut taker = Taker(bytes);
        let (mask, place) = (taker.small()?, Place { piece: taker.small()?, row: taker.small()? });
        let day = if mask & DAY == 0 { NO_DATE } else { taker.day()? };
        Some((day, place))
    }

    /// Reads a row, its amounts into `amounts`, and what each coverage decides into `verdicts`; none for other bytes.
    pub(crate) fn read(bytes: &'b [u8], amounts: &mut [i64; AMOUNTS], verdicts: &mut [Verdict]) -> Option<Self> {
        let mut taker = Taker(bytes);
        let mask = taker.small()?;
        let has = |bit: u32| mask & bit != 0;
        let place = Place { piece: taker.small()?, row: taker.small()? };
        let day = if has(DAY) { taker.day()? } else { NO_DATE };
        for verdict in verdicts {
            let value = taker.integer()?;
            let guarantee = i32::try_from(value.wrapping_shr(3)).ok()?.saturating_sub(1);
            *verdict = Verdict { outcome: u8::try_from(value & 7).ok()?, guarantee };
        }
        for (position, amount) in (0..).zip(amounts) {
            *amount = if has(1_u32.wrapping_shl(position)) { taker.amount()? } else { NO_AMOUNT };
        }
        let membership_start = if has(MEMBERSHIP) { taker.day()? } else { NO_DATE };
        let mut byte = |flag: u32| if has(flag) { u8::try_from(taker.small()?).ok() } else { Some(0) };
        let (side, tooth) = (byte(SIDE)?, byte(TOOTH)?);
        let stay = if has(STAY) { Some(taker.text()?) } else { None };
        let weight = if has(WEIGHT) { Some(taker.amount()?) } else { None };
        let line = if has(LINE) { taker.small()?.wrapping_add(place.row) } else { 0 };
        taker.0.is_empty().then_some(Kept { place, day, membership_start, side, tooth, stay, weight, line })
    }
}
