//! The analysis of a coverage that has a meaning.

use crate::coverage::analysis::gaps::gaps;
use crate::coverage::analysis::memo::Memo;
use crate::coverage::analysis::overlaps::{Overlap, overlaps};
use crate::coverage::analysis::redundancy::redundant;
use crate::coverage::analysis::report::{CoverageAnalysis, GapReport, OverlapReport, RedundantReport};
use crate::coverage::analysis::subject::Subject;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::model::Model;
use crate::ground::small::listed::Listed;

/// Overlaps, gaps and redundancy, with what is known of an earlier version, and what is known then.
pub(crate) fn analyze<'a>(tables: &'a Tables, model: &'a Model, before: &Memo) -> (CoverageAnalysis<'a>, Memo) {
    let subject = Subject::new(tables, model.mappings.iter().listed());
    let (overlaps, unfinished_overlaps) = overlaps(&subject);
    let (gaps, unfinished_gaps, memo) = gaps(&subject, before);
    let (redundant, unfinished_redundancy) = redundant(&subject);
    let named = |position: usize| {
        let mapping = subject.mapping(position)?;
        Some((model.guarantee_name(mapping.guarantee), mapping.pointer.as_str()))
    };
    let overlaps = overlaps.into_iter().filter_map(|Overlap { first, second, region }| {
        let ((first, first_at), (second, second_at)) = (named(first)?, named(second)?);
        Some(OverlapReport { guarantees: [first, second], pointers: [first_at, second_at], region })
    });
    let redundant = redundant.iter().filter_map(|redundant| {
        let (guarantee, pointer) = named(redundant.mapping)?;
        Some(RedundantReport { guarantee, pointer, reason: redundant.reason })
    });
    let analysis = CoverageAnalysis {
        overlaps: overlaps.listed(),
        gaps: gaps.into_iter().map(|gap| GapReport { region: gap.region, open_facts: gap.open_facts.names() }).listed(),
        unselected_care_types: subject.unselected_care_types(),
        redundant: redundant.listed(),
        truncated: unfinished_overlaps.and(unfinished_gaps).and(unfinished_redundancy).report(),
    };
    (analysis, memo)
}
