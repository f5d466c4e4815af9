//! In how few regions are acts said? Lists of disjoint regions, merged, within bounds.
//!
//! ```text
//! merged(a)  = the same acts; no two regions could be one
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

/// # Errors
/// `Bound::Regions` where these are too many regions to be listed.
pub(crate) fn few(regions: usize) -> Result<(), Bound> {
    if regions > MAX_REGIONS { Err(Bound::Regions) } else { Ok(()) }
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
            if regions.iter().any(|region| !region.is_free(side)) {
                regions = merged_along(steps, side, regions)?;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_the_work() {
        let mut steps = Steps::new(3);
        assert_eq!((steps.take(3), steps.take(1), steps.take(0)), (Ok(()), Err(Bound::Steps), Ok(())));
    }
}
