//! What comes of the rows of a bucket, when those of all parts are there?
//!
//! ```text
//! units in any order; the rows of one by care date, those without a date last, equal ones as in the source (piece, row)
//! ```

use std::cmp::Ordering;

use crate::coverage::bulk::kernel::{Asked, usual};
use crate::coverage::bulk::row::NO_DATE;
use crate::coverage::simulate::block::Block;
use crate::coverage::simulate::kept::Kept;
use crate::coverage::simulate::part::{ONE, PART};
use crate::coverage::simulate::pay::{Payer, Row, is_computed};
use crate::coverage::simulate::setup::Setup;
use crate::coverage::simulate::store::Stored;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::report::Simulation;
use crate::coverage::simulate::sums::row::{Place, Whose};
use crate::coverage::simulate::sums::shape::Shape;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::intern::Interner;
use crate::ground::small::order;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};
use crate::ground::value::pointer::Path;

/// The version of what is settled.
pub(crate) const SETTLED: u8 = 3;
/// Rows that are unpacked together.
const BLOCK: usize = 512;

/// A row that waits.
#[derive(Clone, Copy)]
struct Waiting<'s> {
    unit: u32,
    /// 0: of its own.
    beneficiary: u32,
    whose: Whose,
    day: i32,
    place: Place,
    group: &'s [u8],
    bytes: &'s [u8],
}

/// Pays the rows of a bucket that parts kept, and joins the sums of all parts.
///
/// # Errors
/// `wrong_type` for bytes that no part of this simulation packed; those of a rule that should pay.
pub(crate) fn settle(setup: &Setup<'_>, states: &[&[u8]]) -> Result<Vec<u8>, Error> {
    let mut sums = Accumulator::new(setup.shape());
    let (rows, beneficiaries) = waiting(&mut sums, states).map_err(|Damaged| damaged())?;
    pay(setup, &mut sums, &rows, beneficiaries)?;
    sums.settle();
    // What is paid for the rows of a named change depends on those of their units, which are paid once more. Also a row of nobody may be of a
    // family.
    let mut units: Vec<u32> = Vec::new();
    for row in rows.iter().filter(|row| sums.is_named(row.place)) {
        if !units.contains(&row.unit) {
            units.push(row.unit);
        }
    }
    if !units.is_empty() {
        let mut of_units = Vec::new();
        for row in &rows {
            if units.contains(&row.unit) {
                of_units.push(*row);
            }
        }
        let mut again = Accumulator::new(Shape { amounts: true, ..setup.shape() });
        pay(setup, &mut again, &of_units, beneficiaries)?;
        sums.take_paid(&again);
    }
    let mut packer = Packer::new(SETTLED);
    sums.pack(0, 1, &mut packer);
    Ok(packer.finish())
}

/// Joins what was settled of all buckets. `lines_before`: the lines of the source before its first piece.
///
/// # Errors
/// `wrong_type` for bytes that were not settled by this simulation.
pub(crate) fn answer(setup: &Setup<'_>, settled: &[&[u8]], lines_before: u32) -> Result<Simulation, Error> {
    let mut sums = Accumulator::new(setup.shape());
    let mut merge = |bytes: &[u8]| {
        let mut unpacker = Unpacker::open(bytes, SETTLED)?;
        sums.merge(&mut unpacker)?;
        if unpacker.is_at_end() { Ok(()) } else { Err(Damaged) }
    };
    for bytes in settled {
        merge(bytes).map_err(|Damaged| damaged())?;
    }
    Ok(sums.answer(lines_before.into()))
}

/// The rows of all parts, whose sums are merged; and how many beneficiaries there are.
fn waiting<'s>(sums: &mut Accumulator, states: &[&'s [u8]]) -> Result<(Vec<Waiting<'s>>, u32), Damaged> {
    let (mut units, mut beneficiaries, mut rows) = (Interner::default(), Interner::default(), Vec::new());
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1);
    for state in states {
        let mut unpacker = Unpacker::open(state, PART)?;
        let persons = sums.merge(&mut unpacker)?;
        let stored = Stored::unpack(&mut unpacker)?;
        if !unpacker.is_at_end() {
            return Err(Damaged);
        }
        let mut counted = Vec::with_capacity(stored.whos.len());
        for (who, person) in &stored.whos {
            let unit = who.unit().ok_or(Damaged)?;
            let mut key = vec![u8::from(who.family.is_some())];
            key.extend_from_slice(unit.as_bytes());
            let unit = number(units.insert(&key));
            let beneficiary = who.beneficiary.or(who.person);
            let beneficiary = beneficiary.map_or(0, |text| number(beneficiaries.insert(text.as_bytes())));
            let whose = match person {
                None => Whose::Alone,
                Some(person) => {
                    let person = usize::try_from(*person).ok().and_then(|person| persons.get(person));
                    Whose::Person(*person.ok_or(Damaged)?)
                }
            };
            counted.push((unit, beneficiary, whose));
        }
        for (who, group, bytes) in stored.rows() {
            let (unit, beneficiary, whose) = counted.get(who).copied().ok_or(Damaged)?;
            let group = stored.groups.get(group).copied().ok_or(Damaged)?;
            let (day, place) = Kept::order(bytes).ok_or(Damaged)?;
            rows.push(Waiting { unit, beneficiary, whose, day, place, group, bytes });
        }
    }
    Ok((rows, number(beneficiaries.len())))
}

fn pay(setup: &Setup<'_>, sums: &mut Accumulator, rows: &[Waiting<'_>], beneficiaries: u32) -> Result<(), Error> {
    let ordered = order::ascending(rows.len(), &|a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let layers = setup.coverages().count();
    let mut payer = Payer::new(setup.sides(None), sums, setup.options.rounding);
    let mut block = Block::new(layers);
    let mut own = beneficiaries;
    for positions in ordered.chunks(BLOCK) {
        block.clear();
        // Numbers of groups are valid for a while.
        payer.sums.begin_piece();
        for waiting in positions.iter().filter_map(|position| rows.get(*position)) {
            if waiting.beneficiary == 0 {
                own = own.saturating_add(1);
            }
            let beneficiary = if waiting.beneficiary == 0 { own } else { waiting.beneficiary };
            block.push(waiting.bytes, waiting.unit, beneficiary).ok_or_else(damaged)?;
        }
        let columns = &block.columns();
        let others = columns.others();
        let mut last: Option<(&[u8], u32)> = None;
        let of_block = positions.iter().filter_map(|position| rows.get(*position)).enumerate();
        for ((row, waiting), kept) in of_block.zip(block.rows()) {
            let group = match last {
                Some((key, group)) if key == waiting.group => group,
                _ => payer.sums.group_of_key(waiting.group).map_err(|Damaged| damaged())?,
            };
            last = Some((waiting.group, group));
            let verdicts = block.verdicts(row);
            let seen = Row {
                place: kept.place,
                line: kept.line,
                weight: kept.weight.unwrap_or(ONE),
                charged: block.charged(row),
                whose: waiting.whose,
                group,
                are_limits_left_out: false,
                is_refused: verdicts.iter().any(|verdict| !is_computed(verdict.outcome)),
            };
            let small = usual(columns, &others, row);
            payer.pay(&seen, verdicts, &Asked { columns, row, small: small.as_ref() })?;
        }
    }
    Ok(())
}

fn compare(a: &Waiting<'_>, b: &Waiting<'_>) -> Ordering {
    let by_day = || (a.day == NO_DATE).cmp(&(b.day == NO_DATE)).then(a.day.cmp(&b.day));
    a.unit.cmp(&b.unit).then_with(by_day).then(a.place.cmp(&b.place))
}

/// Bytes that no part of this simulation packed.
#[cold]
pub(crate) fn damaged() -> Error {
    let mut problems = Problems::default();
    let says = say::wrong_type("what a part of this simulation packed", "other bytes");
    problems.report(Code::WrongType, &Path::Root, says);
    problems.refuse()
}
