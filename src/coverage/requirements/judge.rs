//! Does a coverage pay what requirements on amounts ask for? Box by box; what is known of two rules is asked once.

use crate::coverage::amounts::domain::Domain;
use crate::coverage::amounts::limits::OfCoverage;
use crate::coverage::amounts::undecided::Budget;
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::compiled::Compiled;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::reimburse::pmss;
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::bound::{Bounded, On, Shown, states, states_against};
use crate::coverage::requirements::boxes::{ActBox, Boxes};
use crate::coverage::requirements::class::Class;
use crate::coverage::requirements::class_payload::{ChargedAtMost, Tariff};
use crate::coverage::requirements::example::{act_of, of_one};
use crate::coverage::requirements::finding::Finding;
use crate::coverage::requirements::parts::Standard;
use crate::coverage::requirements::report::{RequirementViolation, TariffSource, ViolationReason};
use crate::coverage::requirements::verdict::{Verdict, pointer_of};
use crate::coverage::rule::model::{Component, Limit, Of, PathwaySurcharge, Plain, Rule, SecuShare, Term};
use crate::ground::exact::amount::{Amount, show};
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;

/// What boxes of one finding have in common.
type Key<'k> = (&'k [Vec<usize>], Option<usize>, Vec<bool>);

/// What all requirements of an answer share.
pub(crate) struct Judge<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) on: On,
    pub(crate) budget: Budget,
    /// The ticket modérateur as a rule.
    pub(crate) ticket: Rule,
}

/// What is asked of the boxes of a class.
pub(crate) struct Asked<'q> {
    pub(crate) class: &'q Class,
    pub(crate) boxes: &'q Boxes,
    pub(crate) charged_at_most: Option<ChargedAtMost>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(compiled: &'a Compiled, date: CalendarDate) -> Self {
        let pmss = pmss::of_year(date.year()).and_then(|pmss| Fraction::new(pmss.0.into(), 10_000).ok());
        let all = Plain::Percent(Of::TicketModerateur, Amount::HUNDRED);
        let ticket = Rule {
            components: vec![Component { term: Term::Plain(all), limits: Vec::new() }],
            secu_share: SecuShare::Excluded,
            price_cap: None,
            pathway_surcharge: PathwaySurcharge::default(),
            limits: Vec::new(),
            beyond_limits: None,
        };
        Judge { compiled, on: On { date, pmss }, budget: Budget::new(), ticket }
    }

    /// The rule of the guarantee that covers a box; none where nothing does.
    ///
    /// # Errors
    /// Where several match, or the rule cannot be computed.
    pub(crate) fn rule(&self, of: &ActBox) -> Result<Option<OfCoverage<'a>>, UndecidedReason> {
        rule_of(self.compiled, of, 0)
    }

    /// Each box against its bound.
    pub(crate) fn bounded(&mut self, asked: &Asked<'_>, bound: &Bound<'_>) -> Verdict<'a> {
        let mut verdict = Verdict::default();
        // By what matches, tariff and bases, ascending.
        let mut known: Vec<(Key<'_>, Finding<Shown>)> = Vec::new();
        for of in &asked.boxes.list {
            let tariff = asked.tariff(of);
            let domains = domains(&of.region, tariff, asked.charged_at_most).map_err(UndecidedReason::from);
            let read = self.rule(of).and_then(|ours| Ok((ours, bound.theirs(of)?, domains?)));
            let (ours, theirs, domains) = match read {
                Ok(read) => read,
                Err(reason) => {
                    verdict.leave(self.compiled, of, reason);
                    continue;
                }
            };
            let has = domains.iter().map(|domain| domain.secu.is_some()).listed();
            let key = (of.guarantees.as_slice(), of.tariff, has);
            let place = known.binary_search_by(|(other, _)| other.cmp(&key)).unwrap_or_else(|place| {
                known.insert(place, (key, self.finding(ours, theirs, bound, &domains)));
                place
            });
            let Some((_, finding)) = known.get(place) else { continue };
            let guarantee = ours.map(|ours| ours.guarantee);
            self.report(&mut verdict, of, guarantee, tariff.is_some(), finding, bound.reason());
        }
        verdict.uncut(self.compiled, asked.boxes);
        verdict
    }

    fn finding(
        &mut self,
        ours: Option<OfCoverage<'_>>,
        theirs: Theirs<'_>,
        bound: &Bound<'_>,
        domains: &[Domain],
    ) -> Finding<Shown> {
        let rule = ours.map(|ours| ours.rule);
        let states = match (bound, theirs) {
            (Bound::AtLeast { allowed, .. }, Theirs::OfCoverage(theirs)) => {
                // A key that others share, too, leaves less.
                let is_shared_alike = |our: &Limit, their: &Limit| {
                    let theirs = theirs.map(|theirs| theirs.sharing(&their.key)).unwrap_or_default();
                    ours.is_none_or(|ours| ours.sharing(&our.key).iter().all(|name| theirs.contains(name)))
                };
                states_against(rule, theirs.map(|theirs| theirs.rule), allowed, &is_shared_alike)
            }
            (Bound::AtLeast { allowed, .. }, Theirs::Rule(_)) => states(rule, allowed),
            (Bound::AtMost { .. }, _) => states(rule, &[]),
        };
        let theirs = match theirs {
            Theirs::Rule(rule) => Some(rule),
            Theirs::OfCoverage(theirs) => theirs.map(|theirs| theirs.rule),
        };
        match states {
            Err(undecided) => Finding { undecided: Some(undecided.into()), ..Finding::default() },
            Ok(states) => {
                let is_at_least = matches!(bound, Bound::AtLeast { .. });
                let bounded = Bounded { ours: rule, theirs, is_at_least, ticket: &self.ticket, states };
                bounded.finding(&mut self.budget, self.on, domains)
            }
        }
    }

    /// Adds what was found of a box.
    pub(crate) fn report(
        &self,
        verdict: &mut Verdict<'a>,
        of: &ActBox,
        guarantee: Option<usize>,
        has_tariff: bool,
        finding: &Finding<Shown>,
        reason: ViolationReason,
    ) {
        verdict.asked(&finding.quantities);
        let Some(shown) = &finding.shown else {
            if let Some(reason) = finding.undecided {
                verdict.leave(self.compiled, of, reason);
            }
            return;
        };
        let region = of.report(self.compiled);
        let example = region.as_ref().and_then(|region| {
            let act = act_of(region, shown.fields.clone(), shown.has_base);
            let is_used_up = |limit: &Limit| shown.used_up.contains(&limit.key);
            of_one(self.compiled, guarantee, act, &is_used_up, shown.required)
        });
        verdict.violations.push(RequirementViolation {
            region,
            guarantee: guarantee.map(|position| self.compiled.model.guarantee_name(position)),
            pointer: guarantee.map(pointer_of),
            reason,
            state: Some(shown.state()),
            tariffs: Some(if has_tariff { TariffSource::Given } else { TariffSource::Assumed }),
            rates: finding.rates.iter().map(|rate| decimal(*rate, 100)).listed(),
            pair: None,
            example,
        });
    }
}

/// What AMC is compared with.
pub(crate) enum Bound<'q> {
    AtLeast { of: &'q Standard, allowed: &'q [Limit] },
    AtMost { rule: &'q Rule },
}

/// The rule that a box is compared with.
#[derive(Clone, Copy)]
enum Theirs<'q> {
    Rule(&'q Rule),
    /// Of the guarantee that covers the box; none: nothing is paid.
    OfCoverage(Option<OfCoverage<'q>>),
}

impl<'q> Bound<'q> {
    fn theirs(&self, of: &ActBox) -> Result<Theirs<'q>, UndecidedReason> {
        match self {
            Bound::AtMost { rule } => Ok(Theirs::Rule(rule)),
            Bound::AtLeast { of: Standard::Rule(rule), .. } => Ok(Theirs::Rule(rule)),
            // The boxes are cut by it, too.
            Bound::AtLeast { of: Standard::Coverage(other), .. } => rule_of(other, of, 1).map(Theirs::OfCoverage),
        }
    }

    fn reason(&self) -> ViolationReason {
        match self {
            Bound::AtLeast { .. } => ViolationReason::LessThanRequired,
            Bound::AtMost { .. } => ViolationReason::MoreThanAllowed,
        }
    }
}

/// The rule of the guarantee that covers a box in a coverage; none where nothing does.
///
/// # Errors
/// Where several match, or the rule cannot be computed.
pub(crate) fn rule_of<'c>(
    coverage: &'c Compiled,
    of: &ActBox,
    position: usize,
) -> Result<Option<OfCoverage<'c>>, UndecidedReason> {
    if of.is_ambiguous(position) {
        return Err(UndecidedReason::Ambiguous);
    }
    let Some(guarantee) = of.covered_by(position) else { return Ok(None) };
    match coverage.rules.get(guarantee) {
        Some(GuaranteeRule::Ready(rule)) => Ok(Some(OfCoverage { coverage, guarantee, rule })),
        Some(GuaranteeRule::Opaque) => Err(UndecidedReason::OpaqueRule),
        Some(GuaranteeRule::Broken) | None => Err(UndecidedReason::BrokenRule),
    }
}

impl<'q> Asked<'q> {
    pub(crate) fn tariff(&self, of: &ActBox) -> Option<&'q Tariff> {
        of.tariff.and_then(|position| self.class.tariffs.get(position)).map(|tariff| &tariff.amounts)
    }
}

/// A fraction so many times, as a decimal.
pub(crate) fn decimal(fraction: Fraction, times: i128) -> String {
    let units = fraction.times(Fraction::whole(times.saturating_mul(1_000_000)));
    show(units.map(Fraction::floor).unwrap_or_default(), 6, 0)
}
