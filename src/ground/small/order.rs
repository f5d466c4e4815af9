//! One sort for everything.
//!
//! The standard library's sorts and its ordered maps cost the module 5 to 10 KB for each type they are used with. Here one
//! instance sorts positions, and asks the caller how two of them compare.

use crate::ground::small::listed::Listed;
use std::cell::Cell;
use std::cmp::Ordering;

/// How the values at two positions compare.
pub(crate) type Compare<'c> = &'c dyn Fn(usize, usize) -> Ordering;

/// The positions `0..count` in ascending order of their values; equal ones keep their order.
pub(crate) fn ascending(count: usize, compare: Compare<'_>) -> Vec<usize> {
    // In cells, because for plain numbers the standard library brings sorting networks, which cost the module 2 KB.
    let mut positions: Vec<Cell<usize>> = (0..count).map(Cell::new).listed();
    positions.sort_unstable_by(|a, b| compare(a.get(), b.get()).then(a.cmp(b)));
    positions.into_iter().map(Cell::into_inner).listed()
}

/// The later of equal values, each with the first one, ascending by the later position.
pub(crate) fn repeated(count: usize, compare: Compare<'_>) -> Vec<(usize, usize)> {
    /// Up to so many values it is quicker to compare each with each, and nothing is allocated where none is repeated.
    const FEW: usize = 12;
    if count <= FEW {
        let first = |later: usize| (0..later).find(|earlier| compare(*earlier, later).is_eq());
        return (0..count).filter_map(|later| Some((later, first(later)?))).listed();
    }
    let ascending = ascending(count, compare);
    let runs = ascending.chunk_by(|a, b| compare(*a, *b).is_eq());
    let mut first_of: Vec<Option<usize>> = vec![None; count];
    for run in runs {
        let Some((first, later)) = run.split_first() else { continue };
        for position in later {
            if let Some(slot) = first_of.get_mut(*position) {
                *slot = Some(*first);
            }
        }
    }
    first_of.into_iter().enumerate().filter_map(|(later, first)| Some((later, first?))).listed()
}

/// Sorts values; equal ones keep their order.
pub(crate) fn sort<T>(values: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let positions = ascending(values.len(), &|a, b| match (values.get(a), values.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).listed();
    positions.into_iter().filter_map(|position| values.get_mut(position)?.take()).listed()
}

/// Inserts a name where it belongs, once.
pub(crate) fn insert_sorted(names: &mut Vec<&'static str>, name: &'static str) {
    if let Err(position) = names.binary_search(&name) {
        names.insert(position, name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_equal_values() {
        let sorted = sort(vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], &|a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn names_the_first_of_equal_values() {
        let values = ["b", "a", "b", "c", "a", "b"];
        assert_eq!(repeated(6, &|a, b| values.get(a).cmp(&values.get(b))), [(2, 0), (4, 1), (5, 0)]);
    }
}
