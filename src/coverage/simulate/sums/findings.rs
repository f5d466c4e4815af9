//! Who is better off and who is worse off?
//!
//! ```text
//! difference of a person   Σ complementary draft − complementary current over all rows: what they pay less, without weight
//! better, worse, same      difference above 0, below 0, 0
//! apart                    a row that is not computed under both sides, or rows of two weights
//! ```

use crate::coverage::simulate::sums::changes::{Change, Changes};
use crate::coverage::simulate::sums::paid::RowPaid;
use crate::coverage::simulate::sums::row::Place;
use crate::coverage::simulate::sums::spread::Spread;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// The upper ends of the classes of differences above 0, in 1/10,000 €; the last class has none.
pub(crate) const CLASS_ENDS: [u64; 4] = [100_000, 500_000, 1_000_000, 5_000_000];
/// Of one sign.
pub(crate) const SIGNED_CLASSES: usize = CLASS_ENDS.len().saturating_add(1);
/// Of both signs, and 0.
pub(crate) const CLASSES: usize = SIGNED_CLASSES.saturating_mul(2).saturating_add(1);

/// What is known of persons who are whole.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) apart: u64,
    /// By class: how many persons; ascending.
    pub(crate) classes: [u64; CLASSES],
    pub(crate) spread: Spread,
    pub(crate) gains: Changes,
    pub(crate) losses: Changes,
}

impl Findings {
    /// Someone whose rows are all computed. Whether the difference may be one of the largest: then their name is asked for.
    #[inline(always)]
    pub(crate) fn count(&mut self, difference: i128, weight: u64) -> bool {
        if let Some(persons) = self.classes.get_mut(class(difference)) {
            *persons = persons.wrapping_add(1);
        }
        self.spread.add(difference, weight.into());
        difference != 0 && self.side(difference).may_take(difference)
    }

    /// Someone who has one row.
    #[inline(always)]
    pub(crate) fn add_alone(&mut self, place: Place, difference: i64, weight: u64) {
        if self.count(difference.into(), weight) {
            let mut change = Change::new(difference.into(), None, weight);
            change.take_row(place);
            self.take(change);
        }
    }

    pub(crate) fn take(&mut self, change: Change) {
        self.side(change.difference).take(change);
    }

    /// Whether a row is of those that are shown of somebody whose change is one of the largest.
    pub(crate) fn is_named(&self, place: Place) -> bool {
        self.gains.list().iter().chain(self.losses.list()).any(|change| change.position(place).is_some())
    }

    /// What is paid for a row of somebody whose change is one of the largest.
    pub(crate) fn take_paid(&mut self, place: Place, paid: RowPaid) {
        self.gains.each_mut().for_each(|change| change.take_paid(place, paid));
        self.losses.each_mut().for_each(|change| change.take_paid(place, paid));
    }

    fn side(&mut self, difference: i128) -> &mut Changes {
        if difference > 0 { &mut self.gains } else { &mut self.losses }
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        packer.unsigned(self.apart);
        self.classes.iter().for_each(|persons| packer.unsigned(*persons));
        self.spread.pack(packer);
        self.gains.pack(packer);
        self.losses.pack(packer);
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        self.apart = self.apart.wrapping_add(unpacker.unsigned()?);
        for persons in &mut self.classes {
            *persons = persons.wrapping_add(unpacker.unsigned()?);
        }
        self.spread.merge(unpacker)?;
        self.gains.merge(unpacker)?;
        self.losses.merge(unpacker)
    }
}

/// What is at an end belongs to the class that is nearer to 0.
#[inline(always)]
fn class(difference: i128) -> usize {
    if difference == 0 {
        return SIGNED_CLASSES;
    }
    let size = difference.unsigned_abs();
    let class = CLASS_ENDS.iter().filter(|end| size > u128::from(**end)).count().wrapping_add(1);
    if difference > 0 { SIGNED_CLASSES.wrapping_add(class) } else { SIGNED_CLASSES.wrapping_sub(class) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_the_class_that_is_nearer_to_0() {
        let cases = [
            (-5_000_001, 0),
            (-5_000_000, 1),
            (-100_001, 3),
            (-100_000, 4),
            (-1, 4),
            (0, 5),
            (1, 6),
            (100_000, 6),
            (100_001, 7),
            (500_000, 7),
            (1_000_000, 8),
            (5_000_000, 9),
            (5_000_001, 10),
        ];
        cases.into_iter().for_each(|(difference, expected)| assert_eq!(class(difference), expected, "{difference}"));
    }
}
