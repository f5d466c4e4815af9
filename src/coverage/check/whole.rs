//! What is reported of a coverage as a whole? Overlaps, gaps and mappings that do nothing.

use crate::coverage::analysis::gaps::{Gap, gaps};
use crate::coverage::analysis::memo::Memo;
use crate::coverage::analysis::overlaps::{Overlap, overlaps};
use crate::coverage::analysis::redundancy::{RedundancyReason, Redundant, redundant};
use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::model::{Mapping, Model};
use crate::coverage::payload::CoveragePayload;
use crate::coverage::region::words;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::nearest::quote;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::small::listed::Listed;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// Judges the readable mappings, with what is known of the gaps of an earlier version; also what is known of them then. What nobody covers is only said of a coverage that has a meaning.
///
/// DECISION: a mapping of which something could not be read is not judged. Case: validate_analysis/hole-in-a-filter
pub(crate) fn check(
    problems: &mut Problems,
    tables: &Tables,
    payload: &CoveragePayload<'_>,
    model: &Model,
    before: &Memo,
) -> Option<Memo> {
    let name = |mapping: &Mapping| match model.guarantees.get(mapping.guarantee).map(String::as_str) {
        None | Some("") => "a guarantee without name".to_owned(),
        Some(name) => quote(name),
    };
    let subject = Subject::new(tables, model.mappings.iter().filter(|mapping| mapping.readable).listed());
    let (overlaps, mut unfinished) = overlaps(&subject);
    for Overlap { first, second, region } in &overlaps {
        let (Some(first), Some(second)) = (subject.mapping(*first), subject.mapping(*second)) else { continue };
        problems.report_at_with(Code::Overlap, &second.pointer, || Details {
            message: format!(
                "{} and {} both match {}{}",
                name(first),
                name(second),
                words::act(region),
                words::others(region, tables)
            ),
            related: vec![Related { pointer: first.pointer.clone(), message: "the other mapping".to_owned() }],
            ..Details::default()
        });
    }
    let mut known = None;
    if !problems.blocking() {
        let (gaps, more, memo) = gaps(&subject, before);
        known = Some(memo);
        unfinished = unfinished.and(more);
        for Gap { region, .. } in &gaps {
            let Some(mapping) = subject.first_mapping_of(region.witness.care_type) else { continue };
            problems.report_at_with(Code::Gap, &mapping.pointer, || {
                format!("no guarantee matches {}{}", words::act(region), words::others(region, tables)).into()
            });
        }
    }
    let (redundant, more) = redundant(&subject);
    for Redundant { mapping, reason } in redundant {
        let Some(mapping) = subject.mapping(mapping) else { continue };
        problems.report_at_with(Code::RedundantMapping, &mapping.pointer, || {
            let why = match reason {
                RedundancyReason::SelectsNothing => "its selector selects no care type".to_owned(),
                RedundancyReason::NeverHolds => {
                    "its filter holds for no act of the care types that it selects".to_owned()
                }
                RedundancyReason::CoveredByOthers => {
                    format!("the other mappings of {} match all its acts", name(mapping))
                }
            };
            let alone = payload.guarantees.entries.get(mapping.guarantee).and_then(Option::as_ref);
            let alone = alone.is_none_or(|guarantee| guarantee.care_type_mappings.entries.len() < 2);
            Details {
                message: format!("the mapping changes nothing: {why}"),
                // A guarantee needs a mapping, be it one that does nothing.
                fix: (!alone).then(|| vec![Patch::Remove { path: mapping.pointer.clone() }]),
                ..Details::default()
            }
        });
    }
    report_unfinished(problems, unfinished.and(more));
    known
}

fn report_unfinished(problems: &mut Problems, unfinished: Unfinished<'_>) {
    let Some(truncation) = unfinished.report() else { return };
    problems.report(Code::AnalysisTruncated, &Path::Root, || {
        let care_types = truncation.care_types.len();
        let first = truncation.care_types.first().map(|code| format!(", the first is {}", quote(code)));
        let first = first.unwrap_or_default();
        format!("the analysis of {care_types} care types is not finished{first}: {}", truncation.reason)
    });
}
