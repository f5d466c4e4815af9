//! Pieces of claims, decided and paid: what is known of them before rows of one unit that lie in several pieces come together.
//!
//! ```text
//! row whose rule has a limit that is counted, under either side   kept
//! any other row                                                   paid and summed at once
//! state    of a bucket of units: the rows that are kept and the sums of persons; all other sums are in the first bucket
//! ```

use crate::coverage::batch::evaluation::INVALID_ACT;
use crate::coverage::bulk::kernel::{Asked, usual};
use crate::coverage::bulk::row::{NO_AMOUNT, NO_DATE, entry};
use crate::coverage::claims::columns::{ClaimColumns, MOST_WEIGHT, NO_WEIGHT};
use crate::coverage::reimburse::money::MOST_COUNTED;
use crate::coverage::simulate::decide::Decided;
use crate::coverage::simulate::groups::Groups;
use crate::coverage::simulate::kept::Kept;
use crate::coverage::simulate::pay::{Payer, Row, is_computed, reason, unanswered};
use crate::coverage::simulate::piece::{Numbers, text};
use crate::coverage::simulate::setup::Setup;
use crate::coverage::simulate::store::Store;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::row::{Place, Whose};
use crate::coverage::simulate::whose::Persons;
use crate::coverage::simulate::why::{self, NotRead};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::Packer;

/// The version of what a part packs.
pub(crate) const PART: u8 = 2;
/// A row for one act.
pub(crate) const ONE: i64 = 10_000;

/// What is known of some pieces.
#[derive(Debug)]
pub(crate) struct Part {
    sums: Accumulator,
    store: Store,
}

impl Part {
    pub(crate) fn new(setup: &Setup<'_>) -> Self {
        Part { sums: Accumulator::new(setup.shape()), store: Store::default() }
    }

    /// Decides the rows of a piece, pays and sums them, or keeps them. `lines`: how many lines the piece has, where it is a text.
    ///
    /// # Errors
    /// Those of [`Numbers::of`]; those of a rule that should pay for a row. The part is of no use then.
    pub(crate) fn push(
        &mut self,
        setup: &Setup<'_>,
        piece: u32,
        claims: &ClaimColumns<'_>,
        lines: u32,
    ) -> Result<u32, Error> {
        let numbers = Numbers::of(claims, setup.options)?;
        let columns = &numbers.priced(claims);
        let without = claims.are_aggregates.then(|| setup.without_limits());
        let layers = setup.coverages().map(|coverage| Decided::new(coverage, claims, numbers.ages(claims))).listed();
        self.sums.begin_piece();
        self.store.begin_piece();
        let mut groups = Groups::new(claims, setup, &mut self.sums);
        let mut persons = Persons::new(claims, setup.is_by_family());
        let counting = claims.are_aggregates.then(|| setup.sides(None));
        let mut payer = Payer::new(setup.sides(without.as_ref()), &mut self.sums, setup.options.rounding);
        let names = payer.sides.current.names().guarantees;
        let others = columns.others();
        let mut verdicts = Vec::with_capacity(layers.len());
        let mut unreadable = claims.unreadable.iter().peekable();
        let rows = claims.care_type.codes.len();
        for row in 0..rows {
            let mut seen = Row { place: Place { piece, row: number(row) }, ..read(claims, row) };
            let person = persons.of(payer.sums, row);
            seen.whose = person.whose;
            let reader = unreadable.next_if(|of| of.row <= seen.place.row);
            let weight = weight(claims, row);
            let small = usual(columns, &others, row).filter(|_| reader.is_none() && weight.is_ok());
            if small.is_none()
                && let Some(not_read) = NotRead::of(columns, row, reader, weight)
            {
                if seen.whose == Whose::Alone {
                    seen.whose = Whose::Nobody;
                }
                let draft = payer.sides.draft.is_some().then_some(unanswered(INVALID_ACT));
                payer.sum(&seen, unanswered(INVALID_ACT), draft, None);
                not_read.refuse(payer.sums, &seen);
                continue;
            }
            verdicts.clear();
            layers.iter().for_each(|decided| verdicts.push(decided.verdict(row)));
            let undecided = verdicts.iter().position(|verdict| !is_computed(verdict.outcome));
            if let Some((coverage, decided)) = undecided.and_then(|at| setup.coverages().nth(at).zip(layers.get(at)))
                && let Some(reason) = reason(decided.verdict(row).outcome, decided.is_cut(row))
            {
                seen.is_refused = true;
                let mut say = || why::undecided(coverage, claims, &numbers, (decided, row), reason);
                payer.sums.refuse(seen.place, reason, seen.line, &mut say);
            }
            let guarantee = payer.sides.current.guarantee(payer.sides.divided(&verdicts).0);
            seen.group = groups.of(payer.sums, &names, row, guarantee);
            seen.are_limits_left_out = counting.as_ref().is_some_and(|sides| sides.waits(&verdicts));
            if person.who.unit().is_some() && !claims.are_aggregates && payer.sides.waits(&verdicts) {
                let kept = Kept {
                    place: seen.place,
                    day: columns.day(row),
                    membership_start: entry(columns.membership_start, row, NO_DATE),
                    side: entry(columns.side, row, 0),
                    tooth: entry(columns.tooth, row, 0),
                    stay: text(&claims.stay_id, row).map(str::as_bytes),
                    weight: Some(seen.weight).filter(|weight| *weight != ONE),
                    line: seen.line,
                };
                self.store.keep(payer.sums, (person.who, &seen), &kept, (columns, row), &verdicts);
                continue;
            }
            payer.pay(&seen, &verdicts, &Asked { columns, row, small: small.as_ref() })?;
        }
        self.sums.end_piece(piece, number(rows), lines);
        Ok(number(rows))
    }

    /// What is known of a bucket, packed; with the first one all that is of no person.
    pub(crate) fn state(&self, bucket: usize, buckets: usize) -> Vec<u8> {
        let mut packer = Packer::new(PART);
        let persons = self.sums.pack(bucket, buckets, &mut packer);
        self.store.pack((bucket, buckets), &persons, &mut packer);
        packer.finish()
    }
}

/// What a row says of itself.
fn read(claims: &ClaimColumns<'_>, row: usize) -> Row {
    let charged = entry(claims.acts.charged, row, NO_AMOUNT);
    Row {
        place: Place::default(),
        line: entry(claims.lines, row, 0),
        weight: weight(claims, row).unwrap_or(ONE),
        // What cannot be read is counted as 0.
        charged: if (0..=MOST_COUNTED.0).contains(&charged) { charged } else { 0 },
        whose: Whose::Nobody,
        group: 0,
        are_limits_left_out: false,
        is_refused: false,
    }
}

/// # Errors
/// A weight that is none.
fn weight(claims: &ClaimColumns<'_>, row: usize) -> Result<i64, i64> {
    match entry(claims.weight, row, NO_WEIGHT) {
        NO_WEIGHT => Ok(ONE),
        weight if (1..MOST_WEIGHT).contains(&weight) => Ok(weight),
        weight => Err(weight),
    }
}

fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
