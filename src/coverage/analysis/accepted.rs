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
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::{ActRegion, Labelled, Regions};
use crate::ground::diagnostics::code::Code;

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
        if !self.acceptances.is_empty() {
            match self.cut(code, &findings, names) {
                Ok(parts) => return parts,
                Err(bound) => {
                    let mut codes = Vec::new();
                    findings.iter().for_each(|finding| codes.extend_from_slice(&finding.region.care_types));
                    let before = std::mem::take(&mut self.unfinished);
                    self.unfinished = before.and(Unfinished::new(codes, cover::reason("acceptances", bound)));
                }
            }
        }
        let mut parts = Vec::with_capacity(findings.len());
        findings.into_iter().for_each(|finding| parts.push((None, finding.open_facts, finding.region)));
        parts
    }

    fn cut(&mut self, code: Code, findings: &[Gap<'a>], names: Option<[&str; 2]>) -> Result<Vec<Part<'a>>, Bound> {
        let mut parts = Regions::new();
        for (number, finding) in findings.iter().enumerate() {
            let region = &finding.region.conditions.region;
            let mut meeting = Vec::new();
            self.steps.take(self.acceptances.len())?;
            for (position, acceptance) in self.acceptances.iter().enumerate() {
                let concerns = match (&acceptance.guarantee, names) {
                    (Some(guarantee), Some(names)) => names.contains(&guarantee.as_str()),
                    _ => true,
                };
                if acceptance.code == code && concerns && acceptance.region.intersection(region).is_some() {
                    meeting.push(position);
                }
            }
            let (mut covering_last, mut labelled) = (None, Vec::new());
            for code in &finding.region.care_types {
                let mut covering = Vec::new();
                for position in &meeting {
                    if self.covers(*position, code, names.is_some())? {
                        covering.push(*position);
                    }
                }
                // What the same acceptances cover is cut alike.
                if covering_last.as_ref() != Some(&covering) {
                    labelled = self.labelled(number, finding, &covering)?;
                    covering_last = Some(covering);
                }
                parts.add(&[code], &labelled)?;
            }
        }
        let mut together = Vec::new();
        for (label, open_facts, region) in parts.together(&|region, care_type| self.subject.witness(region, care_type))
        {
            together.push((label.get(1).copied(), open_facts, region));
        }
        Ok(together)
    }

    /// The acts of a finding, each labelled with the finding, so that no other one grows, and the first acceptance that covers it.
    fn labelled(&mut self, number: usize, finding: &Gap<'a>, covering: &[usize]) -> Result<Vec<Labelled>, Bound> {
        let whole = covering.len();
        let mut boxes = Vec::with_capacity(whole.saturating_add(1));
        for position in covering {
            boxes.extend(self.acceptances.get(*position).map(|acceptance| &acceptance.region));
        }
        boxes.push(&finding.region.conditions.region);
        let by_first = partition(&mut self.steps, &boxes, &mut |inside, open| {
            if !inside.contains(&whole) {
                return if open.contains(&whole) { Known::Open } else { Known::Out };
            }
            match (inside.iter().min(), open.iter().min()) {
                (Some(first), Some(open)) if open < first => Known::Open,
                (Some(first), _) => Known::In(*first),
                (None, _) => Known::Out,
            }
        })?;
        let mut labelled = Vec::new();
        for (place, regions) in by_first.into_iter().enumerate() {
            for region in regions {
                let mut label = vec![number];
                label.extend(covering.get(place).copied());
                labelled.push(Labelled { label, open_facts: finding.open_facts, region });
            }
        }
        Ok(labelled)
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
