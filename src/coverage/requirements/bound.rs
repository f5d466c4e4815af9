//! Does a rule pay at least, or at most, what another one pays?
//!
//! ```text
//! at_least   AMC ≥ AMC of the other
//! at_most    AMC ≤ max(AMC of the other, ticket modérateur)
//! states     unused, and used_up: limits that may be used up stay unused
//! ```
//! Against a coverage, whose limits count, too: limits of ours that are as generous as one of theirs are in its state, others are used up
//! while theirs are unused.

use crate::coverage::amounts::domain::{Cell, Domain};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::limits::is_as_generous;
use crate::coverage::amounts::paid::{Paid, Used, differences, paid_by};
use crate::coverage::amounts::quantities::quantities;
use crate::coverage::amounts::question::{Fields, Question, of_any_type};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::pays;
use crate::coverage::compare::report::LimitState;
use crate::coverage::reimburse::money::Money;
use crate::coverage::requirements::finding::Finding;
use crate::coverage::rule::model::{Limit, Period, Rule};
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// A rule that is compared with another.
pub(crate) struct Bounded<'q> {
    /// None: nothing is paid.
    pub(crate) ours: Option<&'q Rule>,
    pub(crate) theirs: Option<&'q Rule>,
    pub(crate) is_at_least: bool,
    /// The ticket modérateur as a rule.
    pub(crate) ticket: &'q Rule,
    pub(crate) states: Vec<State<'q>>,
}

/// Which limits are used up: those of ours that have one of these keys, and those of the other.
#[derive(Clone)]
pub(crate) struct State<'q> {
    ours: Vec<&'q str>,
    theirs: bool,
}

/// An act that violates it.
#[derive(Clone)]
pub(crate) struct Shown {
    pub(crate) fields: Fields,
    pub(crate) has_base: bool,
    /// The keys of the limits of ours that are used up.
    pub(crate) used_up: Vec<String>,
    pub(crate) required: Money,
}

impl Shown {
    pub(crate) fn state(&self) -> LimitState {
        if self.used_up.is_empty() { LimitState::Unused } else { LimitState::UsedUp }
    }
}

/// Of a requirement, or of a day.
#[derive(Clone, Copy)]
pub(crate) struct On {
    pub(crate) date: CalendarDate,
    pub(crate) pmss: Option<Fraction>,
}

/// Unused; and used up, but for limits that may be, and others of their period and scope.
///
/// # Errors
/// Where a number is too precise.
pub(crate) fn states<'q>(ours: Option<&'q Rule>, allowed: &[Limit]) -> Result<Vec<State<'q>>, Undecided> {
    let unused = State { ours: Vec::new(), theirs: false };
    let Some(rule) = ours else { return Ok(vec![unused]) };
    let mut may_be = Vec::new();
    for limit in rule.all_limits() {
        for allowed in allowed {
            if is_as_generous(limit, allowed)? {
                may_be.push((limit.period, limit.scope));
            }
        }
    }
    let stays = |limit: &&Limit| may_be.contains(&(limit.period, limit.scope));
    let used_up = rule.all_limits().filter(|limit| limit.period != Period::Act && !stays(limit));
    let used_up = State { ours: used_up.map(|limit| limit.key.as_str()).listed(), theirs: false };
    Ok(if used_up.ours.is_empty() { vec![unused] } else { vec![unused, used_up] })
}

/// The same against the rule of a coverage.
///
/// # Errors
/// Where a number is too precise.
pub(crate) fn states_against<'q>(
    ours: Option<&'q Rule>,
    theirs: Option<&Rule>,
    allowed: &[Limit],
    is_shared_alike: &dyn Fn(&Limit, &Limit) -> bool,
) -> Result<Vec<State<'q>>, Undecided> {
    let mut states = states(ours, allowed)?;
    let used_up = states.pop().map(|state| state.ours).unwrap_or_default();
    states = vec![State { ours: Vec::new(), theirs: false }];
    let mut stricter = Vec::new();
    let limits = ours.into_iter().flat_map(Rule::all_limits);
    for limit in limits.filter(|limit| used_up.contains(&limit.key.as_str())) {
        let mut is_as = false;
        for other in theirs.into_iter().flat_map(Rule::all_limits) {
            is_as |= is_as_generous(limit, other)? && is_shared_alike(limit, other);
        }
        if !is_as {
            stricter.push(limit.key.as_str());
        }
    }
    if !used_up.is_empty() {
        states.push(State { ours: used_up, theirs: true });
    }
    if !stricter.is_empty() {
        states.push(State { ours: stricter, theirs: false });
    }
    Ok(states)
}

impl<'q> Bounded<'q> {
    fn rules(&self) -> Vec<&'q Rule> {
        let ticket = (!self.is_at_least).then_some(self.ticket);
        [self.ours, self.theirs, ticket].into_iter().flatten().listed()
    }

    /// What is found in some domains.
    pub(crate) fn finding(&self, budget: &mut Budget, on: On, domains: &[Domain]) -> Finding<Shown> {
        let mut finding = Finding::default();
        let rules = self.rules();
        match quantities(&rules) {
            Ok(quantities) => finding.quantities = quantities,
            Err(undecided) => finding.undecided = Some(undecided.into()),
        }
        for domain in domains {
            let mut shown = None;
            for state in &self.states {
                for quantity in &finding.quantities {
                    if shown.is_some() {
                        continue;
                    }
                    match self.shown(budget, on, &rules, domain, state, *quantity) {
                        Ok(answer) => shown = answer,
                        Err(undecided) => finding.undecided = finding.undecided.or(Some(undecided.into())),
                    }
                }
            }
            if let (Some(_), Some(secu)) = (&shown, domain.secu) {
                finding.rates.push(secu.rate);
            }
            finding.shown = finding.shown.take().or(shown);
        }
        finding
    }

    fn shown(
        &self,
        budget: &mut Budget,
        on: On,
        rules: &[&Rule],
        domain: &Domain,
        state: &State<'_>,
        quantity: Fraction,
    ) -> Result<Option<Shown>, Undecided> {
        let is_used_up = |limit: &Limit| state.ours.contains(&limit.key.as_str());
        let theirs_used_up = |_: &Limit| state.theirs;
        let used = |is_used_up: bool| if is_used_up { Used::All } else { Used::Nothing };
        let setting = (quantity, on.pmss);
        let difference = |cell: &Cell| {
            let ours = paid_by(self.ours, cell, setting, &|limit| used(is_used_up(limit)))?;
            let mut theirs = paid_by(self.theirs, cell, setting, &|_| used(state.theirs))?;
            if self.is_at_least {
                return Ok(differences(&theirs, &ours)?);
            }
            let ticket = Expression::Form(cell.base.minus(&cell.rss)?).or_zero()?;
            for Paid { amc, .. } in &mut theirs {
                *amc = Expression::greatest(vec![amc.clone(), ticket.clone()])?;
            }
            Ok(differences(&ours, &theirs)?)
        };
        let required = |act: &Json| {
            let theirs = pays(self.theirs, act, &theirs_used_up)?;
            let ticket = if self.is_at_least { theirs } else { pays(Some(self.ticket), act, &|_| false)? };
            Some(theirs.max(ticket))
        };
        let is_shown = |act: &Json| {
            let (Some(paid), Some(required)) = (pays(self.ours, act, &is_used_up), required(act)) else { return false };
            let short = if self.is_at_least { required - paid } else { paid - required };
            short.0 >= 100
        };
        let question =
            Question { domain, rules, date: on.date, quantity, difference: &difference, is_shown: &is_shown };
        let Some(fields) = question.shown(budget)? else { return Ok(None) };
        let Some(required) = required(&of_any_type(&fields)) else { return Ok(None) };
        let used_up = state.ours.iter().map(|key| (*key).to_owned()).listed();
        Ok(Some(Shown { fields, has_base: domain.secu.is_some(), used_up, required }))
    }
}
