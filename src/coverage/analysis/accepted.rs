//! Which acts of a finding are meant? A finding is cut into what acceptances cover, and the rest, exactly.
//!
//! ```text
//! an acceptance   its care types (all; of a gap only those that its guarantee selects) × its conditions
//! accepted by i   finding ∩ acceptance i, without the acceptances before it
//! the rest        finding without all acceptances
//! ```
//! A finding that no acceptance meets stays as it is. A condition on a fact that acts of a care type do not have fails, as in a
//! filter, so that such an acceptance covers none of them.

use crate::coverage::acceptance::Acceptance;
use crate::coverage::analysis::classes::applicable;
use crate::coverage::analysis::gaps::Gap;
use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::model::{Mapping, Model};
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::{ActRegion, Labelled, Regions};
use crate::ground::diagnostics::code::Code;
use crate::ground::small::listed::Listed;

/// Work for all findings together.
const MAX_STEPS: usize = 20_000_000;

/// The acceptances of a coverage's findings.
pub(crate) struct Accepting<'s, 'a> {
    subject: &'s Subject<'a>,
    acceptances: &'s [Acceptance],
    /// By acceptance: the mappings of its guarantee.
    mappings: Vec<Vec<&'s Mapping>>,
    steps: Steps,
    unfinished: Unfinished<'a>,
}

/// Acts of a finding, what leaves the whole of it open, and the position of the acceptance that covers them.
pub(crate) type Part<'a> = (Option<usize>, OpenFacts, ActRegion<'a>);

impl<'s, 'a> Accepting<'s, 'a> {
    pub(crate) fn new(subject: &'s Subject<'a>, acceptances: &'s [Acceptance], model: &Model) -> Self {
        let mut mappings = Vec::with_capacity(acceptances.len());
        for acceptance in acceptances {
            let mut of_guarantee = Vec::new();
            for mapping in &subject.mappings {
                if acceptance.guarantee.as_deref() == Some(model.guarantee_name(mapping.guarantee)) {
                    of_guarantee.push(*mapping);
                }
            }
            mappings.push(of_guarantee);
        }
        Accepting { subject, acceptances, mappings, steps: Steps::new(MAX_STEPS), unfinished: Unfinished::default() }
    }

    /// Gaps in parts, by the first care type, then by the witness.
    pub(crate) fn of_gaps(&mut self, gaps: Vec<Gap<'a>>) -> Vec<Part<'a>> {
        self.parts(Code::Gap, gaps, None)
    }

    /// An overlap of two guarantees in parts, in the same order.
    pub(crate) fn of_overlap(&mut self, region: ActRegion<'a>, names: [&str; 2]) -> Vec<Part<'a>> {
        self.parts(Code::Overlap, vec![Gap { region, open_facts: OpenFacts::default() }], Some(names))
    }

    /// The position of the acceptance of a redundant mapping.
    pub(crate) fn of_redundant(&self, name: &str) -> Option<usize> {
        self.acceptances.iter().position(|acceptance| {
            acceptance.code == Code::RedundantMapping && acceptance.guarantee.as_deref().is_none_or(|of| of == name)
        })
    }

    /// What is not cut, because of a bound.
    pub(crate) fn unfinished(self) -> Unfinished<'a> {
        self.unfinished
    }

    /// `names`: of the guarantees that the findings concern; none: those that select the care types.
    fn parts(&mut self, code: Code, findings: Vec<Gap<'a>>, names: Option<[&str; 2]>) -> Vec<Part<'a>> {
        if self.acceptances.is_empty() {
            let whole = |Gap { region, open_facts }| (None, open_facts, region);
            return findings.into_iter().map(whole).listed();
        }
        let mut parts = Regions::new();
        for finding in findings {
            if let Err(bound) = self.cut(&mut parts, code, &finding, names) {
                let Gap { region, open_facts } = finding;
                let codes = region.care_types;
                let before = std::mem::take(&mut self.unfinished);
                self.unfinished = before.and(Unfinished::new(codes.clone(), cover::reason("acceptances", bound)));
                let whole = Labelled { label: Vec::new(), open_facts, region: region.conditions.region };
                // INVARIANT: findings are listed within the same bound, and a part is added after all others were.
                let _ = parts.add(&codes, &[whole]);
            }
        }
        let parts = parts.together(&|region, care_type| self.subject.witness(region, care_type));
        parts.into_iter().map(|(label, open_facts, region)| (label.first().copied(), open_facts, region)).listed()
    }

    /// Cuts a finding, and adds its parts: all, or none where a bound is reached.
    fn cut(
        &mut self,
        parts: &mut Regions<'a>,
        code: Code,
        finding: &Gap<'a>,
        names: Option<[&str; 2]>,
    ) -> Result<(), Bound> {
        let region = &finding.region.conditions.region;
        // The acceptances that have acts of the finding, with these.
        let mut meeting = Vec::new();
        for (position, acceptance) in self.acceptances.iter().enumerate() {
            self.steps.take(1)?;
            let concerns = match (&acceptance.guarantee, names) {
                (Some(guarantee), Some(names)) => names.contains(&guarantee.as_str()),
                _ => true,
            };
            if acceptance.code == code
                && concerns
                && let Some(common) = acceptance.region.intersection(region)
            {
                meeting.push((position, common));
            }
        }
        // Care types that the same acceptances cover are cut alike.
        let mut alike: Vec<(Vec<usize>, Vec<&'a str>)> = Vec::new();
        for code in &finding.region.care_types {
            let mut covering = Vec::new();
            for (place, (position, _)) in meeting.iter().enumerate() {
                if self.covers(*position, code, names.is_some())? {
                    covering.push(place);
                }
            }
            self.steps.take(alike.len())?;
            match alike.iter_mut().find(|class| class.0 == covering) {
                Some((_, codes)) => codes.push(code),
                None => alike.push((covering, vec![code])),
            }
        }
        let mut cut = Vec::new();
        for (covering, codes) in alike {
            let boxes =
                covering.iter().filter_map(|place| meeting.get(*place).map(|(_, region)| region)).chain([region]);
            let mut labelled = Vec::new();
            for (place, regions) in by_first(&mut self.steps, &boxes.listed())?.into_iter().enumerate() {
                let position = covering.get(place).and_then(|place| Some(meeting.get(*place)?.0));
                for region in regions {
                    let label = Vec::from_iter(position);
                    labelled.push(Labelled { label, open_facts: finding.open_facts, region });
                }
            }
            cut.push((codes, labelled));
        }
        cut.iter().try_for_each(|(codes, labelled)| parts.add(codes, labelled))
    }

    /// Whether an acceptance covers acts of a care type.
    fn covers(&mut self, position: usize, code: &str, is_named: bool) -> Result<bool, Bound> {
        let (Some(acceptance), Some(mappings)) = (self.acceptances.get(position), self.mappings.get(position)) else {
            return Ok(false);
        };
        self.steps.take(mappings.len().saturating_add(1))?;
        let Some(index) = self.subject.tables.care_type_by_short_code(code) else { return Ok(false) };
        let selects = |care_types: &Vec<CareTypeIndex>| care_types.binary_search(&index).is_ok();
        Ok(acceptance.care_types.as_ref().is_none_or(selects)
            && acceptance.asks.is_within(applicable(self.subject.tables, index))
            && (is_named
                || acceptance.guarantee.is_none()
                || mappings.iter().any(|mapping| selects(&mapping.care_types))))
    }
}

/// The acts of the last box, by the first box that holds them.
fn by_first(steps: &mut Steps, boxes: &[&Region]) -> Result<Vec<Vec<Region>>, Bound> {
    let whole = boxes.len().saturating_sub(1);
    partition(steps, boxes, &mut |inside, open| {
        if !inside.contains(&whole) {
            return if open.contains(&whole) { Known::Open } else { Known::Out };
        }
        match (inside.iter().min(), open.iter().min()) {
            (Some(first), Some(open)) if open < first => Known::Open,
            (Some(first), _) => Known::In(*first),
            (None, _) => Known::Out,
        }
    })
}
