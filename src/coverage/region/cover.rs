//! What is left of some acts, in how few regions? Lists of disjoint regions, within bounds.
//!
//! ```text
//! without(a, boxes)  = a \ b1 \ b2 \ …
//! merged(a)          = the same acts; no two regions could be one
//! ```
//! Mappings that shatter the acts into ever more regions end at a bound: a list is then not finished, and says so.

use crate::coverage::region::{Region, Side};
use crate::ground::small::order;

/// So many regions of one class of care types are listed.
pub(crate) const MAX_REGIONS: usize = 200;
/// So many care types are listed with the regions of an answer in all, so that its size is bounded.
pub(crate) const MAX_LISTED: usize = 1_000_000;
/// So many may come up on the way, before they are merged.
const MAX_PIECES: usize = 1_000;

/// Which bound was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Regions,
    Steps,
}

/// Why something is not finished, in words.
pub(crate) fn reason(what: &str, bound: Bound) -> String {
    match bound {
        Bound::Regions => format!("{what}: more than {MAX_REGIONS} regions of one care type, or {MAX_LISTED} in all"),
        Bound::Steps => format!("{what}: too much work"),
    }
}

/// How much work may still be done. A step looks at one region with its values.
#[derive(Debug)]
pub(crate) struct Steps {
    left: usize,
}

impl Steps {
    pub(crate) fn new(steps: usize) -> Self {
        Steps { left: steps }
    }

    /// # Errors
    /// `Bound::Steps` where fewer are left.
    pub(crate) fn take(&mut self, steps: usize) -> Result<(), Bound> {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or(0);
        left.map(|_| ()).ok_or(Bound::Steps)
    }
}

/// The acts of disjoint regions that are in none of the boxes.
///
/// # Errors
/// The bound that was reached.
pub(crate) fn without<'r>(
    steps: &mut Steps,
    mut regions: Vec<Region>,
    boxes: impl Iterator<Item = &'r Region>,
) -> Result<Vec<Region>, Bound> {
    for taken in boxes {
        let mut left = Vec::with_capacity(regions.len());
        for region in regions {
            steps.take(region.size().saturating_add(taken.size()))?;
            left.extend(region.without(taken));
        }
        regions = left;
        if regions.is_empty() {
            break;
        }
        if regions.len() > MAX_PIECES {
            regions = merged(steps, regions)?;
            bounded(regions.len())?;
        }
    }
    Ok(regions)
}

/// Boxes as disjoint regions, the earlier ones whole.
///
/// # Errors
/// The bound that was reached.
pub(crate) fn disjoint<'r>(steps: &mut Steps, boxes: impl Iterator<Item = &'r Region>) -> Result<Vec<Region>, Bound> {
    let mut union: Vec<Region> = Vec::new();
    for added in boxes {
        let new = without(steps, vec![added.clone()], union.iter())?;
        union.extend(new);
        bounded(union.len())?;
    }
    Ok(union)
}

/// # Errors
/// `Bound::Regions` where these are too many regions to go on with.
pub(crate) fn bounded(regions: usize) -> Result<(), Bound> {
    if regions > MAX_PIECES { Err(Bound::Regions) } else { Ok(()) }
}

/// The same acts in regions of which no two could be one: merged side by side, ages first, until nothing changes.
///
/// # Errors
/// `Bound::Steps`.
pub(crate) fn merged(steps: &mut Steps, mut regions: Vec<Region>) -> Result<Vec<Region>, Bound> {
    loop {
        let before = regions.len();
        for side in Side::all() {
            regions = merged_along(steps, side, regions)?;
        }
        if regions.len() == before {
            return Ok(regions);
        }
    }
}

/// Regions that agree on all other sides stand together, ages ascending, so that each is merged with the one before it.
fn merged_along(steps: &mut Steps, side: Side, regions: Vec<Region>) -> Result<Vec<Region>, Bound> {
    steps.take(regions.iter().map(Region::size).fold(0, usize::saturating_add))?;
    let mut merged: Vec<Region> = Vec::with_capacity(regions.len());
    for region in order::sort(regions, &|a, b| a.compare_along(side, b)) {
        match merged.last().and_then(|last| last.merged_along(side, &region)) {
            Some(grown) => {
                merged.pop();
                merged.push(grown);
            }
            None => merged.push(region),
        }
    }
    Ok(merged)
}

/// Merged, and few enough to be listed.
///
/// # Errors
/// The bound that was reached.
pub(crate) fn listed(steps: &mut Steps, regions: Vec<Region>) -> Result<Vec<Region>, Bound> {
    let regions = merged(steps, regions)?;
    if regions.len() > MAX_REGIONS { Err(Bound::Regions) } else { Ok(regions) }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::coverage::facts::table::ActFact;
    use crate::coverage::region::tests::{acts, contains, is_empty, regions};
    use crate::coverage::region::text_set::TextSet;
    use crate::coverage::region::{Ages, FactSet};

    /// Lists of boxes of all shapes, a few of each length.
    fn lists() -> Vec<Vec<Region>> {
        let regions = regions();
        let list = |seed: usize| {
            let picked =
                (1..=seed % 7).map(|place| (seed * 31 + place * place * 17 + place * seed * 7) % regions.len());
            picked.filter_map(|position| regions.get(position).cloned()).collect()
        };
        (0..300).map(list).collect()
    }

    fn count(regions: &[Region], act: crate::coverage::region::tests::Act) -> usize {
        regions.iter().filter(|region| contains(region, act)).count()
    }

    #[test]
    fn what_is_left_is_disjoint_and_exact_and_so_is_what_is_merged() {
        for boxes in lists() {
            let steps = &mut Steps::new(usize::MAX);
            let left = without(steps, vec![Region::all()], boxes.iter()).expect("few regions");
            let once = disjoint(steps, boxes.iter()).expect("few regions");
            let together = merged(steps, left.clone()).expect("few regions");
            assert!(!left.iter().chain(&once).chain(&together).any(is_empty), "{boxes:?}");
            for act in acts() {
                let taken = count(&boxes, act) > 0;
                assert_eq!(count(&left, act), usize::from(!taken), "{act:?} {boxes:?}");
                assert_eq!(count(&once, act), usize::from(taken), "{act:?} {boxes:?}");
                assert_eq!(count(&together, act), usize::from(!taken), "{act:?} {boxes:?}");
            }
            for (position, region) in together.iter().enumerate() {
                let mut others = together.iter().take(position);
                let is_one = |other: &Region| Side::all().any(|side| other.merged_along(side, region).is_some());
                assert!(!others.any(is_one), "{together:?}");
            }
        }
    }

    /// Each with a text and ages of its own, so that no two could be one.
    #[test]
    fn too_many_pieces_end_the_work() {
        let ages = (0..=60_u8).flat_map(|min| (min..=60).map(move |max| Ages { min, max }));
        let pieces = ages.enumerate().map(|(number, ages)| {
            let text = TextSet::of(std::iter::once(format!("{number}").as_str()));
            let mut piece = Region { ages, ..Region::all() };
            piece.set(ActFact::Practitioner, FactSet::Texts(text));
            piece
        });
        let pieces: Vec<Region> = pieces.take(MAX_PIECES + 1).collect();
        let taken = Region { ages: Ages { min: 130, max: 130 }, ..Region::all() };
        let left = |pieces: &[Region]| {
            without(&mut Steps::new(usize::MAX), pieces.to_vec(), [&taken].into_iter()).map(|left| left.len())
        };
        assert_eq!((left(&pieces[1..]), left(&pieces)), (Ok(MAX_PIECES), Err(Bound::Regions)));
    }

    #[test]
    fn steps_end_the_work() {
        let boxes = regions();
        assert_eq!(without(&mut Steps::new(10), vec![Region::all()], boxes.iter().skip(1)).err(), Some(Bound::Steps));
        let mut steps = Steps::new(3);
        assert_eq!((steps.take(3), steps.take(1), steps.take(0)), (Ok(()), Err(Bound::Steps), Ok(())));
    }
}
