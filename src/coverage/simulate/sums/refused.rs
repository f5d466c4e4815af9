//! Which rows could not be summed, and what was assumed of those that were?
//!
//! ```text
//! all       counted by reason
//! listed    the first 1,000 of all reasons, in the order of the source
//! ```

use std::cmp::Ordering;

use crate::coverage::claims::reason::{AssumedReason, InvalidReason};
use crate::coverage::claims::said::{RowMessage, text};
use crate::coverage::simulate::sums::changes::take_first;
use crate::coverage::simulate::sums::row::Place;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// So many rows are listed.
pub(crate) const MOST_LISTED: usize = 1_000;

/// A row, and why it is in no sum.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) place: Place,
    pub(crate) reason: InvalidReason,
    /// In its piece, from 1; 0 none.
    pub(crate) line: u32,
    pub(crate) says: RowMessage,
    /// As the source calls it.
    pub(crate) column: Option<String>,
}

// In the order of the source; a row is listed once for a reason.
impl Ord for Refusal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place).then(self.reason.cmp(&other.reason))
    }
}

impl PartialOrd for Refusal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Refusal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Refusal {}

/// Rows by reason.
#[derive(Debug, Default)]
pub(crate) struct Refused {
    invalid: [u64; InvalidReason::ALL.len()],
    assumed: [u64; AssumedReason::ALL.len()],
    listed: Vec<Refusal>,
}

impl Refused {
    pub(crate) fn count(&mut self, reason: InvalidReason) {
        count(&mut self.invalid, InvalidReason::ALL.iter().position(|other| *other == reason), 1);
    }

    pub(crate) fn assume(&mut self, reason: AssumedReason) {
        count(&mut self.assumed, AssumedReason::ALL.iter().position(|other| *other == reason), 1);
    }

    /// Whether a row may be one of those that are listed.
    pub(crate) fn may_list(&self, place: Place) -> bool {
        self.listed.get(MOST_LISTED.wrapping_sub(1)).is_none_or(|last| place <= last.place)
    }

    pub(crate) fn list(&mut self, refusal: Refusal) {
        take_first(&mut self.listed, refusal, MOST_LISTED);
    }

    /// The reasons that occur, and of how many rows.
    pub(crate) fn invalid(&self) -> impl Iterator<Item = (InvalidReason, u64)> {
        InvalidReason::ALL.iter().copied().zip(self.invalid).filter(|(_, rows)| *rows > 0)
    }

    /// What was assumed, and of how many rows.
    pub(crate) fn assumed(&self) -> impl Iterator<Item = (AssumedReason, u64)> {
        AssumedReason::ALL.iter().copied().zip(self.assumed).filter(|(_, rows)| *rows > 0)
    }

    pub(crate) fn listed(&self) -> &[Refusal] {
        &self.listed
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        self.invalid.iter().chain(&self.assumed).for_each(|rows| packer.unsigned(*rows));
        packer.count(self.listed.len());
        for Refusal { place, reason, line, says, column } in &self.listed {
            packer.unsigned(place.piece.into());
            packer.unsigned(place.row.into());
            packer.count(InvalidReason::ALL.iter().position(|other| other == reason).unwrap_or_default());
            packer.unsigned((*line).into());
            says.pack(packer);
            packer.count(column.iter().len());
            column.iter().for_each(|column| packer.text(column.as_bytes()));
        }
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for rows in self.invalid.iter_mut().chain(&mut self.assumed) {
            *rows = rows.wrapping_add(unpacker.unsigned()?);
        }
        for _ in 0..unpacker.count(9)? {
            let place = Place { piece: unpacker.number()?, row: unpacker.number()? };
            let reason = usize::try_from(unpacker.number()?).ok();
            let reason = reason.and_then(|reason| InvalidReason::ALL.get(reason)).copied().ok_or(Damaged)?;
            let (line, says) = (unpacker.number()?, RowMessage::unpack(unpacker)?);
            let column = if unpacker.count(1)? == 0 { None } else { Some(text(unpacker)?) };
            self.list(Refusal { place, reason, line, says, column });
        }
        Ok(())
    }
}

fn count(counts: &mut [u64], position: Option<usize>, rows: u64) {
    if let Some(count) = position.and_then(|position| counts.get_mut(position)) {
        *count = count.wrapping_add(rows);
    }
}
