//! Which rows are whose? A list of all rows of named persons, in two to five bytes each.
//!
//! ```text
//! row   (row − that of the row before) × 2, + 1 where the piece is another one; that piece; person − that of the row before
//! ```
//! Only the rows of few persons are looked up, once all is summed.

use crate::coverage::simulate::sums::row::Place;
use crate::ground::small::packed::{Damaged, Packer, Unpacker, next_unsigned, unsigned, unzigzag, zigzag};

/// Bytes are kept in parts, so that no long list is copied to grow.
const PART_BYTES: usize = 1 << 16;
/// More than a row takes.
const ROW_BYTES: usize = 32;

/// Rows and their persons.
#[derive(Debug, Default)]
pub(crate) struct RowLog {
    parts: Vec<Vec<u8>>,
    before: Row,
}

/// A row and its person.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    place: Place,
    person: u32,
}

impl RowLog {
    #[inline(always)]
    pub(crate) fn push(&mut self, place: Place, person: u32) {
        if self.parts.last().is_none_or(|part| part.len() > PART_BYTES.wrapping_sub(ROW_BYTES)) {
            self.parts.push(Vec::with_capacity(PART_BYTES));
        }
        if let Some(part) = self.parts.last_mut() {
            push(part, &mut self.before, Row { place, person });
        }
    }

    /// Takes all rows, as they came.
    pub(crate) fn each(&self, take: &mut dyn FnMut(Place, u32)) {
        let mut before = Row::default();
        for part in &self.parts {
            let mut bytes = part.as_slice();
            while let Some(Row { place, person }) = next(&mut bytes, &mut before) {
                take(place, person);
            }
        }
    }

    /// Packs the rows of persons who have a number there.
    pub(crate) fn pack(&self, number: &dyn Fn(u32) -> Option<u32>, packer: &mut Packer) {
        let (mut part, mut before) = (Vec::with_capacity(PART_BYTES), Row::default());
        self.each(&mut |place, person| {
            let Some(person) = number(person) else { return };
            if part.len() > PART_BYTES.wrapping_sub(ROW_BYTES) {
                packer.text(&part);
                part.clear();
            }
            push(&mut part, &mut before, Row { place, person });
        });
        packer.text(&part);
        if !part.is_empty() {
            packer.text(&[]);
        }
    }

    /// Adds packed rows. `number`: of a person, here.
    pub(crate) fn merge(
        &mut self,
        unpacker: &mut Unpacker<'_>,
        number: &dyn Fn(u32) -> Option<u32>,
    ) -> Result<(), Damaged> {
        let mut before = Row::default();
        loop {
            let mut part = unpacker.text()?;
            if part.is_empty() {
                return Ok(());
            }
            while !part.is_empty() {
                let Row { place, person } = next(&mut part, &mut before).ok_or(Damaged)?;
                self.push(place, number(person).ok_or(Damaged)?);
            }
        }
    }
}

#[inline(always)]
fn push(bytes: &mut Vec<u8>, before: &mut Row, row: Row) {
    let is_other = row.place.piece != before.place.piece;
    let gap = i64::from(row.place.row).wrapping_sub(before.place.row.into());
    unsigned(bytes, zigzag(gap) << 1 | u64::from(is_other));
    if is_other {
        unsigned(bytes, row.place.piece.into());
    }
    unsigned(bytes, zigzag(i64::from(row.person).wrapping_sub(before.person.into())));
    *before = row;
}

/// The next row; none where the bytes end, or say no row.
#[inline(always)]
fn next(bytes: &mut &[u8], before: &mut Row) -> Option<Row> {
    let from = |before: u32, gap: u64| u32::try_from(i64::from(before).checked_add(unzigzag(gap))?).ok();
    let first = next_unsigned(bytes)?;
    let row = from(before.place.row, first >> 1)?;
    let piece = if first & 1 == 0 { before.place.piece } else { u32::try_from(next_unsigned(bytes)?).ok()? };
    let person = from(before.person, next_unsigned(bytes)?)?;
    *before = Row { place: Place { piece, row }, person };
    Some(*before)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]
mod tests {
    use super::*;

    fn rows(log: &RowLog) -> Vec<(Place, u32)> {
        let mut rows = Vec::new();
        log.each(&mut |place, person| rows.push((place, person)));
        rows
    }

    #[test]
    fn gives_back_rows_in_whatever_order_they_came() {
        let ends = [0, 1, 70, 9_000, u32::MAX - 1, u32::MAX];
        let all = ends.map(|piece| ends.map(|row| ends.map(|person| (Place { piece, row }, person))));
        let mut all = all.into_iter().flatten().flatten().listed();
        all.extend((0..60_000).map(|row| (Place { piece: 3, row: row * 7 % 60_000 }, row % 1_013)));
        let mut log = RowLog::default();
        all.iter().for_each(|(place, person)| log.push(*place, *person));
        assert!(log.parts.len() > 1);
        assert_eq!(rows(&log), all);

        let mut packer = Packer::default();
        log.pack(&|person| (person < 80).then(|| person + 1), &mut packer);
        let bytes = packer.into_bytes();
        let mut other = RowLog::default();
        let mut unpacker = Unpacker::of(&bytes);
        other.merge(&mut unpacker, &|person| Some(person)).unwrap();
        assert!(unpacker.is_at_end());
        let those = all.iter().filter(|(_, person)| *person < 80).map(|(place, person)| (*place, person + 1)).listed();
        assert_eq!(rows(&other), those);
        assert_eq!(RowLog::default().merge(&mut Unpacker::of(&bytes), &|_| None), Err(Damaged));
    }

    #[test]
    fn usual_rows_take_two_bytes() {
        let mut log = RowLog::default();
        (0..1_000).for_each(|row| log.push(Place { piece: 0, row }, row / 10));
        assert_eq!(log.parts.iter().map(Vec::len).sum::<usize>(), 2_000);
    }

    use crate::ground::small::listed::Listed;
}
