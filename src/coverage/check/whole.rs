//! What is reported of a coverage as a whole? Overlaps, gaps and mappings that do nothing.

use crate::coverage::acceptance::Acceptance;
use crate::coverage::analysis::accepted::Accepting;
use crate::coverage::analysis::gaps::gaps;
use crate::coverage::analysis::memo::Memo;
use crate::coverage::analysis::overlaps::{Overlap, overlaps};
use crate::coverage::analysis::redundancy::{RedundancyReason, Redundant, redundant};
use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::model::{Mapping, Model};
use crate::coverage::payload::CoveragePayload;
use crate::coverage::region::words;
use crate::coverage::region::words::Others;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::message::Later;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// What is known of a coverage as a whole.
pub(crate) struct Whole {
    /// Of its gaps, where they were looked for.
    pub(crate) known: Option<Memo>,
    /// Whether no bound was reached.
    pub(crate) is_finished: bool,
}

/// Judges the readable mappings; reuses, and gives back, what is known of gaps. Gaps are looked for only where the coverage has a
/// meaning.
///
/// DECISION: a mapping of which something could not be read is not judged. Case: validate_analysis/hole-in-a-filter
pub(crate) fn check(
    problems: &mut Problems,
    tables: &Tables,
    payload: &CoveragePayload<'_>,
    model: &Model,
    acceptances: &[Acceptance],
    before: &Memo,
) -> Whole {
    let name = |mapping: &Mapping| {
        let name = model.guarantees.get(mapping.guarantee).map(String::as_str);
        name.filter(|name| !name.is_empty())
    };
    let subject = Subject::new(tables, model.mappings.iter().filter(|mapping| mapping.readable).listed());
    let (overlaps, mut unfinished) = overlaps(&subject);
    let mut accepting = Accepting::new(&subject, acceptances, model);
    for Overlap { first, second, region } in overlaps {
        let (Some(first), Some(second)) = (subject.mapping(first), subject.mapping(second)) else { continue };
        let names = [first, second].map(|mapping| model.guarantee_name(mapping.guarantee));
        for (acceptance, _, region) in accepting.of_overlap(region, names) {
            let (value, said) = (&|| words::act_value(&region), &|| words::act(&region));
            let act = Later { value, words: Some(said) };
            let conditions = Later { value: &|| words::conditions(&region), words: None };
            let (one, other) = (name(first), name(second));
            let says = match words::others(&region, tables) {
                Others::None => say::overlap(one, other, act, conditions),
                Others::Group(group) => say::overlap_of_group(one, other, act, conditions, group),
                Others::Some(more) => say::overlap_and_more(one, other, act, conditions, more),
            };
            let related = vec![Related::new(first.pointer.clone(), say::the_other_mapping())];
            let details = Details { related, acceptance, ..Details::default() };
            problems.report_at(Code::Overlap, &second.pointer, says, details);
        }
    }
    let mut known = None;
    if !problems.blocking() {
        let (gaps, more, memo) = gaps(&subject, before);
        known = Some(memo);
        unfinished = unfinished.and(more);
        for (acceptance, open_facts, region) in accepting.of_gaps(gaps) {
            let Some(mapping) = subject.first_mapping_of(region.witness.care_type) else { continue };
            let (value, said) = (&|| words::act_value(&region), &|| words::act(&region));
            let act = Later { value, words: Some(said) };
            let conditions = Later { value: &|| words::conditions(&region), words: None };
            let facts = open_facts.names();
            let facts = facts.as_slice();
            let says = match words::others(&region, tables) {
                Others::None => say::gap(act, conditions, facts),
                Others::Group(group) => say::gap_of_group(act, conditions, facts, group),
                Others::Some(more) => say::gap_and_more(act, conditions, facts, more),
            };
            problems.report_at(Code::Gap, &mapping.pointer, says, Details { acceptance, ..Details::default() });
        }
    }
    let (redundant, more) = redundant(&subject);
    for Redundant { mapping, reason } in redundant {
        let Some(mapping) = subject.mapping(mapping) else { continue };
        let alone = payload.guarantees.entries.get(mapping.guarantee).and_then(Option::as_ref);
        let alone = alone.is_none_or(|guarantee| guarantee.care_type_mappings.entries.len() < 2);
        // A guarantee needs a mapping, be it one that does nothing.
        let fix = (!alone).then(|| vec![Patch::Remove { path: mapping.pointer.clone() }]);
        let says = match reason {
            RedundancyReason::SelectsNothing => say::redundant_as_empty(),
            RedundancyReason::NeverHolds => say::redundant_as_false(),
            RedundancyReason::CoveredByOthers => say::redundant_as_covered(name(mapping)),
        };
        problems.report_at(Code::RedundantMapping, &mapping.pointer, says, Details::fix(fix));
    }
    Whole { known, is_finished: !report_unfinished(problems, unfinished.and(more).and(accepting.unfinished())) }
}

/// Whether something is not finished, which is reported.
fn report_unfinished(problems: &mut Problems, unfinished: Unfinished<'_>) -> bool {
    let Some(truncation) = unfinished.report() else { return false };
    let (count, first) = (truncation.care_types.len(), truncation.care_types.first().copied());
    problems.report(
        Code::AnalysisTruncated,
        &Path::Root,
        say::analysis_truncated(count, first, truncation.reason.as_str()),
    );
    true
}
