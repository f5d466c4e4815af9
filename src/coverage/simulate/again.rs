//! What do the acts of those for whom most changes say, and what is paid for each of them? Their rows are read a second time.

use crate::coverage::simulate::sums::decimals::show_amount;
use crate::coverage::simulate::sums::report::{PersonChange, PersonChanges, RowAmounts, SimulationPaid};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// An act of a person, and what is paid for it, limits counted over all rows that share them. Decimals in euros, without weight.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct PersonAct {
    /// Its row, from 0.
    pub row: u64,
    /// What the row says, with our names.
    pub act: Json,
    /// What the Sécu pays.
    pub secu_paid: String,
    /// Under the current side.
    pub current: SimulationPaid,
    /// Under the draft.
    pub draft: SimulationPaid,
}

impl PersonChanges {
    /// Those who gain most, then those who lose most.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &PersonChange> {
        self.gains.iter().chain(&self.losses)
    }

    /// The rows of those for whom most changes, ascending. Each is of one person.
    #[must_use]
    pub fn rows(&self) -> Vec<u64> {
        let mut rows: Vec<u64> = self.changes().flat_map(|change| &change.rows).copied().listed();
        rows.sort_unstable();
        rows
    }
}

/// The acts of each change. `acts`: what the rows say, ascending; `alone`: what is paid for each where no other row changes it.
///
/// None where these are not the rows.
pub(crate) fn acts_of(persons: &PersonChanges, acts: &[Json], alone: &RowAmounts) -> Option<Vec<Vec<PersonAct>>> {
    let rows = persons.rows();
    if acts.len() != rows.len() {
        return None;
    }
    let draft = alone.draft.as_ref()?;
    let act_of = |row: u64, paid: Option<[i64; 3]>| {
        let place = rows.binary_search(&row).ok()?;
        let [secu, before, after] = match paid {
            Some(paid) => paid,
            None => {
                let columns = [&alone.secu_paid, &alone.current.complementary, &draft.complementary];
                let [secu, before, after] = columns.map(|column| column.get(place).copied());
                [secu?, before?, after?]
            }
        };
        let left = alone.charged.get(place)?.wrapping_sub(secu);
        let euros = |amount: i64| show_amount(amount.into());
        let side = |amount: i64| SimulationPaid {
            complementary: euros(amount),
            out_of_pocket: euros(left.wrapping_sub(amount)),
        };
        let act = acts.get(place)?.clone();
        Some(PersonAct { row, act, secu_paid: euros(secu), current: side(before), draft: side(after) })
    };
    let mut all = Vec::new();
    for change in persons.changes() {
        let mut own = Vec::with_capacity(change.rows.len());
        for (row, paid) in change.rows.iter().zip(&change.paid) {
            own.push(act_of(*row, *paid)?);
        }
        all.push(own);
    }
    Some(all)
}
