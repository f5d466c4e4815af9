//! Which acts of a finding are meant? A finding is cut into what acceptances cover, and the rest, exactly.
//!
//! ```text
//! an acceptance   its care types (all; of a gap only those that its guarantee selects) × its conditions
//! accepted by i   finding ∩ acceptance i, without the acceptances before it
//! the rest        finding without all acceptances
//! ```
//! A finding that no acceptance meets stays as it is. A condition on a fact that acts of a care type do not have fails, as in a
//! filter, so that such an acceptance covers none of them.

use std::sync::Arc;

use crate::coverage::acceptance::Acceptance;
use crate::coverage::analysis::classes::applicable;
use crate::coverage::analysis::gaps::Gap;
use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::{ActRegion, Regions};
use crate::ground::diagnostics::code::Code;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// Work for all findings together.
const MAX_STEPS: usize = 20_000_000;

/// The acceptances of a coverage's findings.
pub(crate) struct Accepting<'s, 'a> {
    subject: &'s Subject<'a>,
    acceptances: &'s [Acceptance],
    /// By acceptance, of gaps with a guarantee: the care types that the guarantee selects.
    selected: Vec<Option<Arc<CareTypeSet>>>,
    steps: Steps,
    unfinished: Unfinished<'a>,
}

/// Acts of a finding, and the position of the acceptance that covers them.
pub(crate) type Part<'a> = (Option<usize>, ActRegion<'a>);

impl<'s, 'a> Accepting<'s, 'a> {
    /// `name_of`: the name of a guarantee.
    pub(crate) fn new(
        subject: &'s Subject<'a>,
        acceptances: &'s [Acceptance],
        name_of: &dyn Fn(usize) -> &'s str,
    ) -> Self {
        let of_gaps =
            |acceptance: &'s Acceptance| acceptance.guarantee.as_deref().filter(|_| acceptance.code == Code::Gap);
        let mut selected: Vec<Option<Arc<CareTypeSet>>> = Vec::with_capacity(acceptances.len());
        for guarantee in acceptances.iter().map(of_gaps) {
            // Of one guarantee, it is computed once.
            let known = acceptances.iter().zip(&selected).find(|(earlier, _)| of_gaps(earlier) == guarantee);
            let known = known.and_then(|(_, selected)| selected.clone());
            selected.push(known.or_else(|| guarantee.map(|name| Arc::new(selected_by(subject, name, name_of)))));
        }
        Accepting { subject, acceptances, selected, steps: Steps::new(MAX_STEPS), unfinished: Unfinished::default() }
    }

    /// Gaps in parts, each with what leaves the whole open; by the first care type, then by the witness.
    pub(crate) fn of_gaps(&mut self, gaps: Vec<Gap<'a>>) -> Vec<(Option<usize>, Gap<'a>)> {
        let mut parts = Vec::with_capacity(gaps.len());
        for Gap { region, open_facts } in gaps {
            let cut = self.cut(region, Code::Gap, &|_| true);
            parts.extend(cut.into_iter().map(|(accepted, region)| (accepted, Gap { region, open_facts })));
        }
        if self.acceptances.is_empty() {
            return parts;
        }
        order::sort(parts, &|a, b| a.1.region.witness.cmp(&b.1.region.witness))
    }

    /// An overlap of two guarantees in parts, in the same order.
    pub(crate) fn of_overlap(&mut self, overlap: ActRegion<'a>, names: [&str; 2]) -> Vec<Part<'a>> {
        self.cut(overlap, Code::Overlap, &|guarantee| names.contains(&guarantee))
    }

    /// The position of the acceptance of a redundant mapping.
    pub(crate) fn of_redundant(&self, name: &str) -> Option<usize> {
        let concerns = |guarantee: &String| guarantee == name;
        self.acceptances.iter().position(|acceptance| {
            acceptance.code == Code::RedundantMapping && acceptance.guarantee.as_ref().is_none_or(concerns)
        })
    }

    /// What is not cut, because of a bound.
    pub(crate) fn unfinished(self) -> Unfinished<'a> {
        self.unfinished
    }

    fn cut(&mut self, finding: ActRegion<'a>, code: Code, concerns: &dyn Fn(&str) -> bool) -> Vec<Part<'a>> {
        let region = &finding.conditions.region;
        let mut meeting = Vec::new();
        for (position, acceptance) in self.acceptances.iter().enumerate().filter(|(_, accepted)| accepted.code == code)
        {
            let common = || acceptance.region.intersection(region);
            if acceptance.guarantee.as_deref().is_none_or(concerns)
                && let Some(common) = common()
            {
                meeting.push((position, common));
            }
        }
        if meeting.is_empty() {
            return vec![(None, finding)];
        }
        match self.parts(&finding, &meeting) {
            Ok(parts) => parts,
            Err(bound) => {
                let reason = cover::reason("acceptances", bound);
                let before = std::mem::take(&mut self.unfinished);
                self.unfinished = before.and(Unfinished::new(finding.care_types.clone(), reason));
                vec![(None, finding)]
            }
        }
    }

    /// `meeting`: the acceptances that have acts of the finding, with these.
    fn parts(&mut self, finding: &ActRegion<'a>, meeting: &[(usize, Region)]) -> Result<Vec<Part<'a>>, Bound> {
        // Care types that the same acceptances cover are cut alike.
        let mut alike: Vec<(Vec<usize>, &'a str)> = Vec::new();
        for code in finding.care_types.iter().copied() {
            self.steps.take(meeting.len())?;
            let index = self.subject.tables.care_type_by_short_code(code);
            let covers = |(place, (position, _)): (usize, &(usize, Region))| {
                index.is_some_and(|index| self.covers(*position, index)).then_some(place)
            };
            alike.push((meeting.iter().enumerate().filter_map(covers).listed(), code));
        }
        let alike = order::sort(alike, &|a, b| a.0.cmp(&b.0));
        let mut parts = Regions::new();
        for class in alike.chunk_by(|a, b| a.0 == b.0) {
            let Some((covering, _)) = class.first() else { continue };
            let codes = class.iter().map(|(_, code)| *code).listed();
            let covering = covering.iter().filter_map(|place| meeting.get(*place)).listed();
            parts.add(&codes, cut(&mut self.steps, &finding.conditions.region, &covering)?)?;
        }
        Ok(parts.together(&Ord::cmp, &|_, _| {}, |region, care_type| self.subject.witness(region, care_type)))
    }

    /// Whether an acceptance covers acts of a care type.
    fn covers(&self, position: usize, care_type: CareTypeIndex) -> bool {
        let selects = |selected: &CareTypeSet| selected.contains(care_type);
        let Some(acceptance) = self.acceptances.get(position) else { return false };
        acceptance.care_types.as_ref().is_none_or(|listed| listed.binary_search(&care_type).is_ok())
            && acceptance.asks.is_within(applicable(self.subject.tables, care_type))
            && self.selected.get(position).and_then(Option::as_deref).is_none_or(selects)
    }
}

fn selected_by<'s>(subject: &Subject<'_>, guarantee: &str, name_of: &dyn Fn(usize) -> &'s str) -> CareTypeSet {
    let mut selected = CareTypeSet::empty(subject.tables.care_types().len());
    for mapping in subject.mappings.iter().filter(|mapping| name_of(mapping.guarantee) == guarantee) {
        mapping.care_types.iter().for_each(|care_type| selected.insert(*care_type));
    }
    selected
}

/// The acts of a region: by the first acceptance that covers them, and those that none covers.
fn cut(
    steps: &mut Steps,
    region: &Region,
    covering: &[&(usize, Region)],
) -> Result<Vec<(Option<usize>, Region)>, Bound> {
    let boxes = covering.iter().map(|(_, region)| region).chain([region]).listed();
    let whole = covering.len();
    let parts = partition(steps, &boxes, &mut |inside, open| {
        if !inside.contains(&whole) {
            return if open.contains(&whole) { Known::Open } else { Known::Out };
        }
        // The region itself comes last, and so labels what no acceptance covers.
        match (inside.iter().min(), open.iter().min()) {
            (Some(first), Some(open)) if open < first => Known::Open,
            (Some(first), _) => Known::In(*first),
            (None, _) => Known::Out,
        }
    })?;
    let mut labelled = Vec::new();
    for (label, regions) in parts.into_iter().enumerate() {
        let position = covering.get(label).map(|(position, _)| *position);
        labelled.extend(regions.into_iter().map(|region| (position, region)));
    }
    Ok(labelled)
}
