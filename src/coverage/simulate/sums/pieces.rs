//! Which row of the source, and which of its lines, is a row of a piece?
//!
//! ```text
//! row    Σ rows of the pieces before + its row in the piece       line   the same of lines
//! ```

use crate::coverage::simulate::sums::row::Place;
use crate::ground::small::order;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// The pieces that were read whole.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    list: Vec<Piece>,
}

/// A piece: its number, and how long it is; once all are there, what is before it.
#[derive(Clone, Copy, Debug)]
struct Piece {
    piece: u32,
    rows: u64,
    lines: u64,
}

impl Pieces {
    pub(crate) fn add(&mut self, piece: u32, rows: u64, lines: u64) {
        self.list.push(Piece { piece, rows, lines });
    }

    /// All pieces are there: from now on it is known what is before each.
    pub(crate) fn add_up(&mut self) {
        let sorted = order::sort(std::mem::take(&mut self.list), &|a: &Piece, b: &Piece| a.piece.cmp(&b.piece));
        let (mut rows, mut lines) = (0_u64, 0_u64);
        for Piece { piece, rows: more_rows, lines: more_lines } in sorted {
            self.list.push(Piece { piece, rows, lines });
            (rows, lines) = (rows.wrapping_add(more_rows), lines.wrapping_add(more_lines));
        }
    }

    /// The rows and the lines before a piece.
    fn before(&self, piece: u32) -> (u64, u64) {
        let found = self.list.binary_search_by_key(&piece, |known| known.piece).ok();
        found.and_then(|found| self.list.get(found)).map_or((0, 0), |known| (known.rows, known.lines))
    }

    /// The number of a row, from 0.
    pub(crate) fn row(&self, place: Place) -> u64 {
        self.before(place.piece).0.wrapping_add(place.row.into())
    }

    /// The line of a source whose rows begin after so many lines, from 1; none for the line 0 of a piece.
    pub(crate) fn line(&self, piece: u32, line: u32, before: u64) -> Option<u64> {
        (line > 0).then(|| before.wrapping_add(self.before(piece).1).wrapping_add(line.into()))
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        packer.count(self.list.len());
        for Piece { piece, rows, lines } in &self.list {
            packer.unsigned((*piece).into());
            packer.unsigned(*rows);
            packer.unsigned(*lines);
        }
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for _ in 0..unpacker.count(3)? {
            let (piece, rows) = (unpacker.number()?, unpacker.unsigned()?);
            self.add(piece, rows, unpacker.unsigned()?);
        }
        Ok(())
    }
}
