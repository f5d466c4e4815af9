//! In which order are rows counted?
//!
//! ```text
//! unit after unit; within a unit by care date, rows without a date last, equal ones in the order given
//! ```

use std::cmp::Ordering;

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::row::{NO_DATE, entry};
use crate::ground::small::order;

/// Whether the rows that have a unit are counted in the order given. What has none is between units.
pub(crate) fn are_in_order(columns: &PricedColumns<'_>) -> bool {
    let mut rows = 1..columns.unit.len();
    rows.all(|row| compare(columns, row.wrapping_sub(1), row).is_le())
}

/// Takes the rows in the order in which they are counted. They are ascending.
pub(crate) fn each_unit(columns: &PricedColumns<'_>, rows: &[usize], take: &mut dyn FnMut(usize)) {
    let row = |position: usize| rows.get(position).copied().unwrap_or_default();
    let order = order::ascending(rows.len(), &|a, b| compare(columns, row(a), row(b)));
    order.into_iter().map(row).for_each(take);
}

#[inline(always)]
fn compare(columns: &PricedColumns<'_>, a: usize, b: usize) -> Ordering {
    let unit = |row: usize| entry(columns.unit, row, 0);
    unit(a).cmp(&unit(b)).then_with(|| match (unit(a), columns.day(a), columns.day(b)) {
        // Each alone.
        (0, ..) => Ordering::Equal,
        (_, a, b) => (a == NO_DATE).cmp(&(b == NO_DATE)).then(a.cmp(&b)),
    })
}
