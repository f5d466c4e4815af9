//! A cell of a file → a cell of a column.

use crate::coverage::claims::cell::{Cell, with_cell};
use crate::coverage::claims::dictionary;
use crate::coverage::claims::field::SumField;
use crate::coverage::claims::formats::date::date;
use crate::coverage::claims::formats::number::{age, tooth, units, weight, whole};
use crate::coverage::claims::formats::text::text;
use crate::coverage::claims::formats::word::{flag, side};
use crate::coverage::claims::row::RowState;
use crate::coverage::claims::table::ClaimTable;
use crate::coverage::claims::target::{Place, Target};
use crate::coverage::claims::wrong::Wrong;
use crate::ground::value::json::Json;

/// Puts a cell into the row that is being read.
///
/// # Errors
/// Why it is none of its column.
#[inline(always)]
pub(crate) fn take(table: &mut ClaimTable, row: &mut RowState, target: &Target, cell: Cell<'_>) -> Result<(), Wrong> {
    let at = table.rows;
    match target.place {
        Place::Amount(position, unit) => {
            let Some(units) = units(target, unit, cell)? else { return Ok(()) };
            if units < 0 {
                return Err(Wrong::regularisation());
            }
            table.amounts.get_mut(position).into_iter().for_each(|column| column.put(at, units));
        }
        Place::Text(position) => {
            let code = text(table, target, position, cell)?;
            if code != dictionary::LEFT_OUT {
                table.texts.get_mut(position).into_iter().for_each(|texts| texts.put(at, code));
            }
        }
        Place::Flag(position) => {
            if let Some(code) = flag(target, cell)? {
                table.booleans.get_mut(position).into_iter().for_each(|column| column.put(at, code));
            }
        }
        Place::CareDate => {
            if let Some(date) = date(target, cell)? {
                row.care_date = Some(date);
                table.care_date.put(at, date.day());
            }
        }
        Place::BirthDate => row.birth_date = date(target, cell)?,
        Place::MembershipStart => {
            if let Some(date) = date(target, cell)? {
                table.membership_start.put(at, date.day());
            }
        }
        Place::Weight => {
            if let Some(units) = weight(target, cell)? {
                table.weight.put(at, units);
            }
        }
        Place::Age => {
            if let Some(number) = whole(cell)? {
                table.age.put(at, age(number)?);
            }
        }
        Place::Tooth => {
            if let Some(number) = whole(cell)? {
                table.tooth.put(at, tooth(number)?);
            }
        }
        Place::Side => {
            if let Some(code) = side(target, cell)? {
                table.side.put(at, code);
            }
        }
        Place::Sum(SumField::Acts) => row.acts = units(target, None, cell)?,
        Place::Sum(SumField::AgeBand) => row.age_band = whole(cell)?,
        Place::Sum(SumField::CareYear) => row.care_year = whole(cell)?,
        Place::Sum(SumField::CareMonth) => row.care_month = whole(cell)?,
        Place::Sum(SumField::PathwayCode) => row.pathway_code = whole(cell)?,
    }
    Ok(())
}

/// The same, not written out where it is called.
///
/// # Errors
/// Those of [`take`].
#[inline(never)]
pub(crate) fn take_any(
    table: &mut ClaimTable,
    row: &mut RowState,
    target: &Target,
    cell: Cell<'_>,
) -> Result<(), Wrong> {
    take(table, row, target, cell)
}

/// Puts a value of JSON into the row that is being read.
///
/// # Errors
/// Why its field cannot have it.
pub(crate) fn take_fixed(
    table: &mut ClaimTable,
    row: &mut RowState,
    target: &Target,
    json: &Json,
) -> Result<(), Wrong> {
    let mut taken = Ok(());
    with_cell(json, &mut |cell| taken = take_any(table, row, target, cell));
    taken
}
