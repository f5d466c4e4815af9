//! The analysis of a coverage that has a meaning.

use crate::coverage::acceptance::Acceptance;
use crate::coverage::analysis::accepted::Accepting;
use crate::coverage::analysis::gaps::gaps;
use crate::coverage::analysis::memo::Memo;
use crate::coverage::analysis::overlaps::{Overlap, overlaps};
use crate::coverage::analysis::redundancy::redundant;
use crate::coverage::analysis::report::{CoverageAnalysis, GapReport, OverlapReport, RedundantReport};
use crate::coverage::analysis::subject::Subject;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::model::Model;
use crate::ground::small::listed::Listed;

/// Overlaps, gaps and redundancy, each with why it is meant; with what is known of an earlier version, and what is known then.
pub(crate) fn analyze<'a>(
    tables: &'a Tables,
    model: &'a Model,
    acceptances: &[Acceptance],
    before: &Memo,
) -> (CoverageAnalysis<'a>, Memo) {
    let subject = Subject::new(tables, model.mappings.iter().listed());
    let (overlaps, unfinished_overlaps) = overlaps(&subject);
    let (gaps, unfinished_gaps, memo) = gaps(&subject, before);
    let (redundant, unfinished_redundancy) = redundant(&subject);
    let named = |position: usize| {
        let mapping = subject.mapping(position)?;
        Some((model.guarantee_name(mapping.guarantee), mapping.pointer.as_str()))
    };
    let mut accepting = Accepting::new(&subject, acceptances, model);
    let reason = |accepted: Option<usize>| Some(acceptances.get(accepted?)?.reason.clone());
    let mut reported = Vec::with_capacity(overlaps.len());
    for Overlap { first, second, region } in overlaps {
        let (Some((first, first_at)), Some((second, second_at))) = (named(first), named(second)) else { continue };
        let (guarantees, pointers) = ([first, second], [first_at, second_at]);
        for (accepted, _, region) in accepting.of_overlap(region, guarantees) {
            reported.push(OverlapReport { guarantees, pointers, region, accepted: reason(accepted) });
        }
    }
    let gaps = accepting.of_gaps(gaps).into_iter().map(|(accepted, open_facts, region)| GapReport {
        region,
        open_facts: open_facts.names(),
        accepted: reason(accepted),
    });
    let gaps = gaps.listed();
    let redundant = redundant.iter().filter_map(|redundant| {
        let (guarantee, pointer) = named(redundant.mapping)?;
        let accepted = reason(accepting.of_redundant(guarantee));
        Some(RedundantReport { guarantee, pointer, reason: redundant.reason, accepted })
    });
    let redundant = redundant.listed();
    let unfinished = unfinished_overlaps.and(unfinished_gaps).and(unfinished_redundancy).and(accepting.unfinished());
    let analysis = CoverageAnalysis {
        overlaps: reported,
        gaps,
        unselected_care_types: subject.unselected_care_types(),
        redundant,
        truncated: unfinished.report(),
    };
    (analysis, memo)
}
