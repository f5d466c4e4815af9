//! Into which boxes does a class of acts fall, in each of which the same guarantees match and the same tariff holds?
//!
//! ```text
//! box = care types × a region of the class's acts; the guarantees of each coverage that match all of it, and the first tariff
//!       whose acts are all of it
//! ```
//! Boxes are disjoint, and together they are the class. Acts are cut as in an analysis ([`partition`]); a condition on a fact that acts
//! of a care type do not have fails, in a class and in a tariff, too.

use std::cmp::Ordering;

use crate::coverage::analysis::classes::{Claim, applicable};
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::ActRegion;
use crate::coverage::region::witness::Witness;
use crate::coverage::requirements::class::Class;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// A coverage, and what its mappings claim.
pub(crate) struct Claims<'a> {
    pub(crate) compiled: &'a Compiled,
    claims: Vec<Claim>,
}

/// Acts of a class that are judged alike.
pub(crate) struct ActBox {
    /// Ascending, at least one.
    pub(crate) care_types: Vec<CareTypeIndex>,
    /// The facts that these acts have.
    pub(crate) applicable: FactMask,
    pub(crate) region: Region,
    /// By coverage: the guarantees that match, ascending.
    pub(crate) guarantees: Vec<Vec<usize>>,
    /// The position of the tariff of the class.
    pub(crate) tariff: Option<usize>,
}

/// The boxes of a class, by their first care type, then by region; and what was not cut, because of a bound.
#[derive(Default)]
pub(crate) struct Boxes {
    pub(crate) list: Vec<ActBox>,
    pub(crate) uncut: Vec<ActBox>,
}

/// A coverage and its guarantee.
type Owner = (usize, usize);

/// Care types whose acts are cut alike.
struct Alike {
    care_types: Vec<CareTypeIndex>,
    applicable: FactMask,
    tariffs: Vec<usize>,
    /// By coverage: the mappings that can match.
    live: Vec<Vec<usize>>,
}

impl<'a> Claims<'a> {
    pub(crate) fn new(compiled: &'a Compiled) -> Self {
        Claims { compiled, claims: compiled.model.mappings.iter().map(Claim::of).listed() }
    }

    /// The mappings that can match acts of a care type that have these facts, in payload order.
    fn live(&self, care_type: CareTypeIndex, applicable: FactMask) -> Vec<usize> {
        let can_match = |mapping: &usize| self.claims.get(*mapping).is_some_and(|claim| claim.can_match(applicable));
        self.compiled.candidate_positions(care_type).iter().copied().filter(can_match).listed()
    }
}

/// Cuts a class by coverages of one catalogue.
pub(crate) fn boxes(steps: &mut Steps, coverages: &[&Claims<'_>], class: &Class, date: CalendarDate) -> Boxes {
    let mut boxes = Boxes::default();
    let Some(acts) = class.acts.region.as_deref() else { return boxes };
    for alike in alike(coverages, class, date) {
        match cut(steps, coverages, class, acts, &alike) {
            Ok(mut cut) => boxes.list.append(&mut cut),
            Err(_) => boxes.uncut.push(ActBox {
                care_types: alike.care_types,
                applicable: alike.applicable,
                region: acts.clone(),
                guarantees: Vec::new(),
                tariff: None,
            }),
        }
    }
    boxes.list = together(std::mem::take(&mut boxes.list));
    boxes
}

fn alike(coverages: &[&Claims<'_>], class: &Class, date: CalendarDate) -> Vec<Alike> {
    let mut single = Vec::new();
    for care_type in class.care_types.iter().copied() {
        let Some(tables) = coverages.first().map(|coverage| &coverage.compiled.tables) else { break };
        let applicable = applicable(tables, care_type);
        if !class.acts.can_match(applicable) {
            continue;
        }
        let mut tariffs = Vec::new();
        for (position, tariff) in class.tariffs.iter().enumerate() {
            if tariff.validity.contains(date) && tariff.is_of(care_type) && tariff.acts.can_match(applicable) {
                tariffs.push(position);
            }
        }
        let live = coverages.iter().map(|coverage| coverage.live(care_type, applicable)).listed();
        single.push(Alike { care_types: vec![care_type], applicable, tariffs, live });
    }
    let compare = |a: &Alike, b: &Alike| {
        let facts = a.applicable.cmp(&b.applicable);
        facts.then_with(|| a.tariffs.cmp(&b.tariffs)).then_with(|| a.live.cmp(&b.live))
    };
    let mut all: Vec<Alike> = Vec::new();
    for one in order::sort(single, &compare) {
        match all.last_mut().filter(|last| compare(last, &one).is_eq()) {
            Some(last) => last.care_types.extend(one.care_types),
            None => all.push(one),
        }
    }
    all
}

/// The boxes of care types that are cut alike.
fn cut(
    steps: &mut Steps,
    coverages: &[&Claims<'_>],
    class: &Class,
    acts: &Region,
    alike: &Alike,
) -> Result<Vec<ActBox>, Bound> {
    // First the class, then the tariffs, then the mappings, each with the coverage and the guarantee that it is of.
    let mut cuts: Vec<&Region> = vec![acts];
    cuts.extend(alike.tariffs.iter().filter_map(|tariff| class.tariffs.get(*tariff)?.acts.region.as_deref()));
    let tariffs = cuts.len();
    let mut owners: Vec<Owner> = Vec::new();
    for (position, (coverage, live)) in coverages.iter().zip(&alike.live).enumerate() {
        for mapping in live {
            let guarantee = coverage.compiled.model.mappings.get(*mapping).map(|mapping| mapping.guarantee);
            let region = coverage.claims.get(*mapping).and_then(|claim| claim.region.as_deref());
            let (Some(guarantee), Some(region)) = (guarantee, region) else { continue };
            owners.push((position, guarantee));
            cuts.push(region);
        }
    }
    let owner = |position: &usize| owners.get(position.checked_sub(tariffs)?).copied();
    let tariff_of =
        |positions: &[usize]| positions.iter().copied().filter(|position| (1..tariffs).contains(position)).min();
    // By label: the tariff, and the guarantees that match.
    let mut labels: Vec<(Option<usize>, Vec<Owner>)> = Vec::new();
    let by_label = partition(steps, &cuts, &mut |inside, open| {
        if !inside.contains(&0) {
            return if open.contains(&0) { Known::Open } else { Known::Out };
        }
        let tariff = tariff_of(inside);
        let may_come_first = tariff_of(open).is_some_and(|open| tariff.is_none_or(|tariff| open < tariff));
        let mut matching = order::sort(inside.iter().filter_map(owner).listed(), &|a, b| a.cmp(b));
        matching.dedup();
        if may_come_first || !open.iter().filter_map(owner).all(|owner| matching.binary_search(&owner).is_ok()) {
            return Known::Open;
        }
        let label = (tariff, matching);
        Known::In(labels.iter().position(|known| *known == label).unwrap_or_else(|| {
            labels.push(label);
            labels.len().saturating_sub(1)
        }))
    })?;
    cover::few(by_label.iter().map(Vec::len).fold(0, usize::saturating_add))?;
    let mut boxes = Vec::new();
    for ((tariff, matching), regions) in labels.iter().zip(by_label) {
        let tariff = tariff.and_then(|position| alike.tariffs.get(position.checked_sub(1)?).copied());
        let of =
            |coverage: usize| matching.iter().filter(move |(of, _)| *of == coverage).map(|(_, guarantee)| *guarantee);
        let guarantees = (0..coverages.len()).map(|coverage| of(coverage).listed()).listed();
        for region in regions {
            let (care_types, applicable) = (alike.care_types.clone(), alike.applicable);
            boxes.push(ActBox { care_types, applicable, region, guarantees: guarantees.clone(), tariff });
        }
    }
    Ok(boxes)
}

/// Boxes that differ by their care types alone are one.
fn together(boxes: Vec<ActBox>) -> Vec<ActBox> {
    let compare = |a: &ActBox, b: &ActBox| -> Ordering {
        let facts = a.applicable.cmp(&b.applicable).then_with(|| a.guarantees.cmp(&b.guarantees));
        facts.then_with(|| a.tariff.cmp(&b.tariff)).then_with(|| a.region.cmp(&b.region))
    };
    let mut all: Vec<ActBox> = Vec::new();
    for one in order::sort(boxes, &compare) {
        match all.last_mut().filter(|last| compare(last, &one).is_eq()) {
            Some(last) => last.care_types.extend(one.care_types),
            None => all.push(one),
        }
    }
    for one in &mut all {
        one.care_types = order::sort(std::mem::take(&mut one.care_types), &|a, b| a.cmp(b));
    }
    order::sort(all, &|a, b| a.care_types.first().cmp(&b.care_types.first()).then_with(|| a.region.cmp(&b.region)))
}

impl ActBox {
    /// The one guarantee of a coverage that covers its acts.
    pub(crate) fn covered_by(&self, coverage: usize) -> Option<usize> {
        match self.guarantees.get(coverage).map(Vec::as_slice) {
            Some([guarantee]) => Some(*guarantee),
            _ => None,
        }
    }

    /// Whether several guarantees of a coverage match its acts.
    pub(crate) fn is_ambiguous(&self, coverage: usize) -> bool {
        self.guarantees.get(coverage).is_some_and(|guarantees| guarantees.len() > 1)
    }

    pub(crate) fn report<'a>(&self, compiled: &'a Compiled) -> Option<ActRegion<'a>> {
        let code = |index: &CareTypeIndex| Some(compiled.tables.care_type(*index)?.short_code.as_str());
        let codes = self.care_types.iter().filter_map(code).listed();
        let known = &compiled.tables.options.known_values;
        let witness = Witness::new(&self.region, codes.first()?, self.applicable, &[known]);
        Some(ActRegion::new(self.region.clone(), codes, witness))
    }
}
