//! Is what was paid once paid again too early, or not when it is time?
//!
//! ```text
//! first     the acts that are paid first, in their order on the date, each charged 10,000 € at its tariff, from unused limits
//! early     so many months later, less one day:  AMC ≤ ticket modérateur          for all amounts
//! again     so many months later:                AMC = AMC of unused limits       for all amounts
//! ```
//! Each act of the class is asked on every side that the first acts name, after every combination of first acts that one member can have.
//! The PMSS is that of the date. A box that nothing covers is never paid again.
//!
//! What is known of a rule after the same use of its limits is asked once.
//!
//! DECISION: without a list of acts, the act that is paid first is one of the same box. Case: requirements_frequency/same-act

use crate::coverage::amounts::domain::Domain;
use crate::coverage::amounts::limits::{OfCoverage, has_limit};
use crate::coverage::amounts::quantities::quantities;
use crate::coverage::amounts::question::Fields;
use crate::coverage::compare::report::{LimitState, UndecidedReason};
use crate::coverage::facts::amounts::{BRSS, MEMBERSHIP_START, PMSS, SIDE, STAY_ID};
use crate::coverage::reimburse::counters::LimitCounter;
use crate::coverage::reimburse::money::{Money, show};
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::boxes::ActBox;
use crate::coverage::requirements::example::{act_of, in_turn, with_age};
use crate::coverage::requirements::first_acts::{Bought, First, after, combinations};
use crate::coverage::requirements::judge::{Asked, Judge, decimal};
use crate::coverage::requirements::later::{Later, Outcome};
use crate::coverage::requirements::report::{RequirementExample, RequirementViolation, TariffSource, ViolationReason};
use crate::coverage::requirements::verdict::{Verdict, pointer_of};
use crate::coverage::rule::model::{Maximum, Period, Plain, Rule, Scope};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// What is asked once: a guarantee, a tariff, which domains have a base, a side, whether it is time, and the number of a use.
type Key = (usize, Option<usize>, Vec<bool>, Option<&'static str>, bool, usize);

/// What is known of a requirement.
#[derive(Default)]
struct Known {
    /// What first acts that use limits of a guarantee's rule (by their numbers) use of them; none where one cannot be computed.
    used: Vec<(usize, Vec<usize>, Option<usize>)>,
    /// Uses of a guarantee's limits, each once.
    uses: Vec<(usize, Vec<LimitCounter>)>,
    outcomes: Vec<(Key, Outcome)>,
}

/// A box, and the days on which its acts are asked: too early, and when it is time.
struct Case<'q, 'b> {
    asked: &'q Asked<'q>,
    of: &'b ActBox,
    days: [CalendarDate; 2],
}

impl<'a> Judge<'a> {
    pub(crate) fn frequency(&mut self, asked: &Asked<'_>, first: &First<'_>) -> Verdict<'a> {
        let mut verdict = Verdict::default();
        let again = self.on.date.plus_months(first.months);
        let days = again.and_then(|again| Some([again.day_before()?, again]));
        let acts = self.first_acts(asked, first);
        let mut known = Known::default();
        for (position, of) in asked.boxes.list.iter().enumerate() {
            let combinations = if first.acts.is_empty() {
                let same = acts.first().and_then(|acts| acts.get(position));
                Some(same.map(|act| vec![act]).into_iter().listed())
            } else {
                combinations(of, &acts)
            };
            let found = match (days, combinations) {
                (Some(days), Some(combinations)) => {
                    self.of_box(&mut verdict, &mut known, &Case { asked, of, days }, &combinations)
                }
                _ => Err(UndecidedReason::TooManyCases),
            };
            if let Err(reason) = found {
                verdict.leave(self.compiled, of, reason);
            }
        }
        verdict.uncut(self.compiled, asked.boxes);
        verdict
    }

    /// The first violation of each kind.
    fn of_box(
        &mut self,
        verdict: &mut Verdict<'a>,
        known: &mut Known,
        Case { asked, of, days }: &Case<'_, '_>,
        combinations: &[Vec<&Bought<'_>>],
    ) -> Result<(), UndecidedReason> {
        let Some(ours) = self.rule(of)? else { return Ok(()) };
        let domains = domains(&of.region, asked.tariff(of), asked.charged_at_most)?;
        let quantities = quantities(&[ours.rule])?;
        verdict.asked(&quantities);
        let bases = domains.iter().map(|domain| domain.secu.is_some()).listed();
        // Without a limit by side, one side is like the other.
        let is_by_side = ours.rule.all_limits().any(|limit| matches!(limit.scope, Scope::Eye | Scope::Ear));
        let mut undecided = None;
        let mut is_shown = [false, false];
        for bought in combinations {
            let using = self.using(ours.rule, bought)?;
            let number = known.number(ours, &using).ok_or(UndecidedReason::MissingPmss)?;
            let mut sides = bought.iter().filter_map(|one| one.side).map(Some).listed();
            sides.dedup();
            if !is_by_side {
                sides.truncate(1);
            }
            if sides.is_empty() {
                sides.push(None);
            }
            for side in sides {
                for ((is_again, date), is_shown) in [false, true].into_iter().zip(*days).zip(&mut is_shown) {
                    if *is_shown {
                        continue;
                    }
                    let key = (ours.guarantee, of.tariff, bases.clone(), side, is_again, number);
                    let place = known.outcomes.binary_search_by(|(other, _)| other.cmp(&key));
                    let place = place.unwrap_or_else(|place| {
                        let (others, on) = (&self.others(ours.rule, side, date), self.on);
                        let (rule, ticket, bought) = (ours.rule, &self.ticket, &using);
                        let later = Later { rule, ticket, bought, others, date, on, is_again };
                        known.outcomes.insert(place, (key, later.outcome(&mut self.budget, &domains, &quantities)));
                        place
                    });
                    let Some((_, outcome)) = known.outcomes.get(place) else { continue };
                    undecided = undecided.or(outcome.undecided);
                    if let Some((fields, required, position)) = &outcome.shown {
                        *is_shown = true;
                        let domain = domains.get(*position);
                        let example = self.example(of, bought, (fields, domain), *required);
                        let reason = if is_again { ViolationReason::NotRenewed } else { ViolationReason::TooEarly };
                        verdict.violations.push(self.violation((of, ours), reason, domain, example));
                    }
                }
            }
        }
        undecided.filter(|_| !is_shown.contains(&true)).map_or(Ok(()), Err)
    }

    /// The first acts that use limits of a rule. Without a PMSS all are asked, as one that needs it cannot be paid.
    fn using<'r, 'b>(&self, rule: &Rule, bought: &[&'r Bought<'b>]) -> Result<Vec<&'r Bought<'b>>, UndecidedReason> {
        let mut using = Vec::new();
        for act in bought {
            act.paid.as_ref().map_err(|reason| *reason)?;
            if self.on.pmss.is_none() || act.uses(rule) {
                using.push(*act);
            }
        }
        Ok(using)
    }

    fn violation(
        &self,
        (of, ours): (&ActBox, OfCoverage<'_>),
        reason: ViolationReason,
        domain: Option<&Domain>,
        example: Option<RequirementExample<'a>>,
    ) -> RequirementViolation<'a> {
        let secu = domain.and_then(|domain| domain.secu);
        RequirementViolation {
            region: of.report(self.compiled),
            guarantee: Some(self.compiled.model.guarantee_name(ours.guarantee)),
            pointer: Some(pointer_of(ours.guarantee)),
            reason,
            state: Some(LimitState::Unused),
            tariffs: Some(if of.tariff.is_some() { TariffSource::Given } else { TariffSource::Assumed }),
            rates: secu.iter().map(|secu| decimal(secu.rate, 100)).listed(),
            pair: None,
            example,
        }
    }

    /// What an act has that is asked for later.
    fn others(&self, rule: &Rule, side: Option<&'static str>, date: CalendarDate) -> Vec<(&'static str, Json)> {
        let mut others = side.map(|side| (SIDE, Json::from(side))).into_iter().listed();
        let has = |period: Period| rule.all_limits().any(|limit| limit.period == period);
        if has(Period::MembershipYear) {
            others.push((MEMBERSHIP_START, self.on.date.year_start().to_string().into()));
        }
        if has(Period::Stay) {
            others.push((STAY_ID, "later stay".into()));
        }
        let plain = rule.components.iter().flat_map(|component| component.term.plain());
        let mut of_pmss = plain.copied().any(|plain| matches!(plain, Plain::Pmss { .. }));
        of_pmss |= rule.all_limits().any(|limit| matches!(limit.maximum, Maximum::PmssPercent(_)));
        if let Some(pmss) = self.on.pmss.filter(|_| of_pmss && date.year() != self.on.date.year()) {
            others.push((PMSS, decimal(pmss, 1).into()));
        }
        others
    }

    fn example(
        &self,
        of: &ActBox,
        bought: &[&Bought<'_>],
        (fields, domain): (&Fields, Option<&Domain>),
        required: Money,
    ) -> Option<RequirementExample<'a>> {
        let youngest = bought.iter().map(|one| one.of.region.ages.min).max()?.max(of.region.ages.min);
        let mut all = Vec::new();
        for one in bought {
            let (_, fields) = one.paid.as_ref().ok()?;
            let has_base = fields.iter().any(|(name, _)| name == BRSS);
            all.push(with_age(act_of(&one.of.report(self.compiled)?, fields.clone(), has_base), youngest));
        }
        let has_base = domain.is_some_and(|domain| domain.secu.is_some());
        all.push(with_age(act_of(&of.report(self.compiled)?, fields.clone(), has_base), youngest));
        in_turn(self.compiled, all, show(required))
    }
}

impl Known {
    /// The number of what some acts use of the limits of a rule; none where one of them cannot be computed.
    fn number(&mut self, ours: OfCoverage<'_>, using: &[&Bought<'_>]) -> Option<usize> {
        let numbers = using.iter().map(|act| act.number).listed();
        let order = |(guarantee, known, _): &(usize, Vec<usize>, Option<usize>)| {
            guarantee.cmp(&ours.guarantee).then_with(|| known.cmp(&numbers))
        };
        let place = match self.used.binary_search_by(order) {
            Ok(place) => return self.used.get(place)?.2,
            Err(place) => place,
        };
        let number = after(using).map(|counters| {
            let is_own = |counter: &LimitCounter| has_limit(ours.rule, &counter.key);
            let using = (ours.guarantee, counters.show().into_iter().filter(is_own).listed());
            self.uses.iter().position(|known| *known == using).unwrap_or_else(|| {
                self.uses.push(using);
                self.uses.len().saturating_sub(1)
            })
        });
        self.used.insert(place, (ours.guarantee, numbers, number));
        number
    }
}
