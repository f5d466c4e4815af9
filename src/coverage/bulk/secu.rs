//! What does the Sécu pay for a row, whatever covers it?

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::quick::Small;
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::reimburse::secu::SecuPart;
use crate::coverage::rule::model::PathwaySurcharge;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Rounding;

/// What the Sécu pays after the contributions; none where the row does not say it. A row without problems.
#[inline(always)]
pub(crate) fn secu_paid(
    columns: &PricedColumns<'_>,
    row: usize,
    small: Option<&Small>,
    rounding: Rounding,
) -> Option<i64> {
    small.and_then(|small| small.secu_paid(rounding)).or_else(|| generally(columns, row, rounding))
}

#[inline(never)]
fn generally(columns: &PricedColumns<'_>, row: usize, rounding: Rounding) -> Option<i64> {
    let amounts = columns.given(&mut Problems::default(), row).amounts()?;
    let secu = SecuPart::of(&amounts, PathwaySurcharge::Covered, ZERO, rounding, &mut Vec::new())?;
    Some((secu.rss - amounts.contributions.min(secu.rss)).0)
}
