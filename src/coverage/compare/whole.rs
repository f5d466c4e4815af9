//! The comparison of what two compiled coverages pay.

use crate::coverage::amounts::limits::OfCoverage;
use crate::coverage::amounts::undecided::Budget;
use crate::coverage::compare::boxes::{Matching, boxes, settled};
use crate::coverage::compare::examples::example;
use crate::coverage::compare::finding::{Asked, Base, Finding, Rules};
use crate::coverage::compare::report::{
    AmountChange, AmountComparison, AmountDirection, AssumedTariffs, LimitChange, LimitState, NotDecidable,
    UndecidedReason,
};
use crate::coverage::compare::{limit_changes, options};
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::table::ActFact;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::report::{ActRegion, Labelled, Regions};
use crate::coverage::region::{FactSet, Region};
use crate::coverage::sides::{Class, Side, alike, witness};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::exact::amount::show;
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;

/// Work for all care types together.
const MAX_STEPS: usize = 20_000_000;

/// What members get when `next` replaces `current`. `options`: `{ date, rates? }`.
///
/// # Errors
/// Those of the options.
pub(crate) fn compare_amounts<'a>(
    current: &'a Compiled,
    next: &'a Compiled,
    options: &Json,
) -> Result<AmountComparison<'a>, Error> {
    Ok(compare(current, next, &options::decode(options)?))
}

/// The same on a day, at the usual rates.
pub(crate) fn compare_on<'a>(current: &'a Compiled, next: &'a Compiled, date: CalendarDate) -> AmountComparison<'a> {
    compare(current, next, &options::usual(date))
}

fn compare<'a>(current: &'a Compiled, next: &'a Compiled, asked: &Asked) -> AmountComparison<'a> {
    let sides = (Side::new(current), Side::new(next));
    let settled = settled(current, next);
    let mut findings = Findings { current, next, asked, budget: Budget::new(), known: Vec::new(), list: Vec::new() };
    let mut steps = Steps::new(MAX_STEPS);
    let (mut found, mut unfinished) = (Regions::new(), Regions::new());
    let written = |class: &Class<'a>| class.before.len().saturating_add(class.after.len());
    // The simple ones first, so that one that shatters leaves only itself unfinished.
    for class in order::sort(alike(&sides), &|a, b| written(a).cmp(&written(b))) {
        let groups = (sides.0.groups(&class.before), sides.1.groups(&class.after));
        let boxes = boxes(&mut steps, (&groups.0, &groups.1), &settled);
        let regions = boxes.and_then(|boxes| findings.of_boxes(&mut steps, boxes));
        if regions.and_then(|regions| found.add(&class.care_types, &regions)).is_err() {
            let all = Labelled { label: Vec::new(), open_facts: OpenFacts::default(), region: Region::all() };
            // INVARIANT: each care type is added once, and a catalogue has no more of them than are listed.
            let _ = unfinished.add(&class.care_types, &[all]);
        }
    }
    let act = |region: &Region, care_type: &'a str| witness(&sides, region, care_type);
    let mut comparison = AmountComparison { regions: Vec::new(), limits: findings.limits(), not_decidable: Vec::new() };
    for (label, _, region) in found.together(&act) {
        let finding = label.first().and_then(|number| findings.list.get(*number));
        finding
            .into_iter()
            .for_each(|(matching, finding)| findings.report(&mut comparison, matching, finding, &region));
    }
    for (_, _, region) in unfinished.together(&act) {
        comparison.not_decidable.push(NotDecidable { region, reason: UndecidedReason::Truncated });
    }
    comparison.not_decidable = order::sort(comparison.not_decidable, &|a, b| a.region.witness.cmp(&b.region.witness));
    comparison
}

/// What is found of the guarantees that match, each asked once.
struct Findings<'f, 'a> {
    current: &'a Compiled,
    next: &'a Compiled,
    asked: &'f Asked,
    budget: Budget,
    /// Ascending: the number of the finding of each.
    known: Vec<(Matching, Base, usize)>,
    list: Vec<(Matching, Finding)>,
}

impl<'a> Findings<'_, 'a> {
    /// The boxes of which something is found, by finding.
    fn of_boxes(&mut self, steps: &mut Steps, boxes: Vec<(Matching, Vec<Region>)>) -> Result<Vec<Labelled>, Bound> {
        let mut by_finding: Vec<Vec<Region>> = Vec::new();
        for (matching, regions) in boxes {
            for region in regions {
                let number = self.of(&matching, base(&region));
                let is_empty = |(_, finding): &(Matching, Finding)| {
                    finding.undecided.is_none() && finding.shown.iter().all(Option::is_none)
                };
                if !self.list.get(number).is_none_or(is_empty) {
                    by_finding.resize(by_finding.len().max(number.saturating_add(1)), Vec::new());
                    by_finding.get_mut(number).into_iter().for_each(|regions| regions.push(region.clone()));
                }
            }
        }
        let mut labelled = Vec::new();
        for (number, regions) in by_finding.into_iter().enumerate() {
            for region in cover::merged(steps, regions)? {
                labelled.push(Labelled { label: vec![number], open_facts: OpenFacts::default(), region });
            }
        }
        Ok(labelled)
    }

    /// The number of a finding.
    fn of(&mut self, matching: &Matching, base: Base) -> usize {
        let place = self.known.binary_search_by(|(known, of, _)| known.cmp(matching).then(of.cmp(&base)));
        if let Some((_, _, number)) = place.ok().and_then(|place| self.known.get(place)) {
            return *number;
        }
        let finding = match self.rules(matching) {
            Ok(rules) => rules.finding(&mut self.budget, self.asked, base),
            Err(reason) => Finding { undecided: Some(reason), ..Finding::default() },
        };
        let number = self.list.len();
        self.list.push((matching.clone(), finding));
        self.known.insert(place.unwrap_or_else(|place| place), (matching.clone(), base, number));
        number
    }

    fn rules(&self, matching: &Matching) -> Result<Rules<'a>, UndecidedReason> {
        let current = rule(self.current, &matching.current)?;
        Ok(Rules { current, next: rule(self.next, &matching.next)? })
    }

    /// The differences of limits that no amount shows.
    fn limits(&self) -> Vec<LimitChange<'a>> {
        let mut pairs: Vec<(&Matching, bool)> = Vec::new();
        for (matching, finding) in &self.list {
            let is_shown = finding.shown.iter().any(Option::is_some);
            let order = |(known, _): &(&Matching, bool)| {
                known.next.cmp(&matching.next).then_with(|| known.current.cmp(&matching.current))
            };
            match pairs.binary_search_by(order) {
                Ok(place) => pairs.get_mut(place).into_iter().for_each(|(_, shown)| *shown |= is_shown),
                Err(place) => pairs.insert(place, (matching, is_shown)),
            }
        }
        let mut changes = Vec::new();
        for (matching, is_shown) in pairs {
            if let Ok(rules) = self.rules(matching) {
                changes.extend(limit_changes::changes(rules, is_shown));
            }
        }
        changes
    }

    fn report(
        &self,
        comparison: &mut AmountComparison<'a>,
        matching: &Matching,
        finding: &Finding,
        region: &ActRegion<'a>,
    ) {
        if let Some(reason) = finding.undecided {
            comparison.not_decidable.push(NotDecidable { region: region.clone(), reason });
        }
        let [gain, loss] = &finding.shown;
        let Some(state) = gain.iter().chain(loss).map(|shown| shown.state).min() else { return };
        let Ok(rules) = self.rules(matching) else { return };
        let of_state = |is_used_up| if is_used_up { LimitState::UsedUp } else { LimitState::Unused };
        let example = |shown| example((self.current, self.next), rules, region, shown);
        comparison.regions.push(AmountChange {
            region: region.clone(),
            states: [state.together || state.only_current, state.together || state.only_next].map(of_state),
            direction: match (gain, loss) {
                (_, None) => AmountDirection::More,
                (None, _) => AmountDirection::Less,
                (Some(_), Some(_)) => AmountDirection::Both,
            },
            gain: gain.as_ref().and_then(example),
            loss: loss.as_ref().and_then(example),
            tariffs: AssumedTariffs::Assumed,
            rates: finding.rates.iter().map(|rate| decimal(*rate, 100)).listed(),
            quantities: finding.quantities.iter().map(|quantity| decimal(*quantity, 1)).listed(),
        });
    }
}

/// The rule of the one guarantee that matches, if any does.
fn rule<'a>(coverage: &'a Compiled, matching: &[usize]) -> Result<Option<OfCoverage<'a>>, UndecidedReason> {
    let guarantee = match matching {
        [] => return Ok(None),
        [guarantee] => *guarantee,
        _ => return Err(UndecidedReason::Ambiguous),
    };
    match coverage.rules.get(guarantee) {
        Some(GuaranteeRule::Ready(rule)) => Ok(Some(OfCoverage { coverage, guarantee, rule })),
        Some(GuaranteeRule::Opaque) => Err(UndecidedReason::OpaqueRule),
        Some(GuaranteeRule::Broken) | None => Err(UndecidedReason::BrokenRule),
    }
}

/// Whether acts of a region have a base of the Sécu.
fn base(region: &Region) -> Base {
    match region.fact(ActFact::ReimbursedBySecu) {
        FactSet::Flags { yes: false, .. } => Base::None,
        FactSet::Flags { no: false, .. } => Base::Some,
        _ => Base::Either,
    }
}

/// A fraction so many times, as a decimal.
fn decimal(fraction: Fraction, times: i128) -> String {
    let units = fraction.times(Fraction::whole(times.saturating_mul(1_000_000)));
    show(units.map(Fraction::floor).unwrap_or_default(), 6, 0)
}
