//! In which order are rows counted?
//!
//! ```text
//! unit after unit; within a unit by care date, rows without a date last, equal ones in the order given
//! ```
//! Rows that are given in that order are not sorted.

use std::cmp::Ordering;

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::row::NO_DATE;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// Takes the rows, which are ascending, unit after unit in the order in which they are counted.
pub(crate) fn each_unit(columns: &PricedColumns<'_>, rows: &[usize], take: &mut dyn FnMut(&[usize])) {
    let unit = |row: &usize| columns.unit.get(*row).copied();
    let day = |row: &usize| columns.day(*row);
    // What has no date is after every day.
    let compare = |a: &usize, b: &usize| match (day(a), day(b)) {
        (NO_DATE, NO_DATE) => Ordering::Equal,
        (NO_DATE, _) => Ordering::Greater,
        (_, NO_DATE) => Ordering::Less,
        (a, b) => a.cmp(&b),
    };
    let by_unit = in_order(rows, &|a, b| unit(a).cmp(&unit(b)));
    for rows in by_unit.as_deref().unwrap_or(rows).chunk_by(|a, b| unit(a) == unit(b)) {
        let by_date = in_order(rows, &compare);
        take(by_date.as_deref().unwrap_or(rows));
    }
}

/// The rows in ascending order, equal ones in the order given; none where they are.
fn in_order(rows: &[usize], compare: &dyn Fn(&usize, &usize) -> Ordering) -> Option<Vec<usize>> {
    if rows.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return None;
    }
    let sorted = order::ascending(rows.len(), &|a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    Some(sorted.into_iter().filter_map(|position| rows.get(position).copied()).listed())
}
