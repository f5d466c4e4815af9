//! Is less paid above the base where a fact is false, and within bounds?
//!
//! ```text
//! D        = max(0, RSS + AMC − BR)
//! bounded    D_false ≤ X % × BR                                 for every amount charged
//! below      sup D_false ≤ max(0, sup D_true − Y % × BR)         over what is charged, at each BR and rate
//! ```
//! Boxes of which the fact is true and of which it is false are cut by one another. From the base on, D never falls when more is charged,
//! so that the two suprema are compared where what is charged is far above the base: at as much as may be charged, else at 1,000 × BR and
//! ten millions. A gap pays nothing.

use crate::coverage::amounts::domain::{Cell, Domain, Level, Looks, Price, Secu};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::form::Form;
use crate::coverage::amounts::paid::{Case, Used, paid_by};
use crate::coverage::amounts::quantities::quantities;
use crate::coverage::amounts::question::{Fields, Question, of_any_type};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::{counters, pays, reckon};
use crate::coverage::facts::amounts::{BRSS, CHARGED};
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::requirements::bound::On;
use crate::coverage::requirements::example::with_fields;
use crate::coverage::requirements::finding::Finding;
use crate::coverage::rule::model::{Limit, Period, Rule};
use crate::ground::exact::amount::{Amount, show};
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The rules where the fact is false and where it is true; none: nothing is paid.
pub(crate) struct Surplus<'q> {
    pub(crate) of_false: Option<&'q Rule>,
    pub(crate) of_true: Option<&'q Rule>,
    pub(crate) at_most: Amount,
    pub(crate) below: Amount,
    /// The ticket modérateur as a rule.
    pub(crate) ticket: &'q Rule,
}

/// Amounts that show it.
#[derive(Clone)]
pub(crate) struct Shown {
    pub(crate) fields: Fields,
    pub(crate) has_base: bool,
    pub(crate) is_used_up: bool,
    /// Whether it is the distance to what is paid where the fact is true.
    pub(crate) is_gap: bool,
    /// What is paid above the base, and how much may be.
    pub(crate) surplus: Money,
    pub(crate) allowed: Money,
}

/// Far above the base: at least so many times the base, and so much.
const TIMES: i128 = 1_000;
const FAR: i128 = 10_000_000;
/// The base of an example, where it is free.
const BASE: i128 = 30;
/// What is charged in an example, in times of the base, where that shows it already.
const READABLE: [i128; 5] = [4, 10, 30, 100, 300];

impl<'q> Surplus<'q> {
    fn rules(&self) -> Vec<&'q Rule> {
        [self.of_false, self.of_true].into_iter().flatten().listed()
    }

    pub(crate) fn found(&self, budget: &mut Budget, on: On, domains: &[Domain]) -> Finding<Shown> {
        let mut found = Finding::default();
        let rules = self.rules();
        match quantities(&rules) {
            Ok(quantities) => found.quantities = quantities,
            Err(undecided) => found.undecided = Some(undecided.into()),
        }
        let has_limits = rules.iter().any(|rule| rule.all_limits().any(|limit| limit.period != Period::Act));
        for domain in domains {
            let mut shown = None;
            for is_gap in [false, true] {
                for is_used_up in [false, true].into_iter().take(if has_limits { 2 } else { 1 }) {
                    for quantity in &found.quantities {
                        if shown.is_some() {
                            continue;
                        }
                        let asked = Asked { surplus: self, on, domain, quantity: *quantity, is_used_up, is_gap };
                        match asked.shown(budget, &rules) {
                            Ok(answer) => shown = answer,
                            Err(undecided) => found.undecided = found.undecided.or(Some(undecided.into())),
                        }
                    }
                }
            }
            if let (Some(_), Some(secu)) = (&shown, domain.secu) {
                found.rates.push(secu.rate);
            }
            found.shown = found.shown.take().or(shown);
        }
        found
    }
}

struct Asked<'s, 'q> {
    surplus: &'s Surplus<'q>,
    on: On,
    domain: &'s Domain,
    quantity: Fraction,
    is_used_up: bool,
    is_gap: bool,
}

impl Asked<'_, '_> {
    fn shown(&self, budget: &mut Budget, rules: &[&Rule]) -> Result<Option<Shown>, Undecided> {
        let looks = Looks::of(rules)?;
        let difference = |cell: &Cell| self.difference(cell, &looks);
        let is_shown = |act: &Json| self.measured(act).is_some_and(|(surplus, allowed)| (surplus - allowed).0 >= 100);
        let Self { domain, quantity, .. } = *self;
        let question =
            Question { domain, rules, date: self.on.date, quantity, difference: &difference, is_shown: &is_shown };
        let Some(fields) = question.shown(budget)? else { return Ok(None) };
        let fields = self.readable(&fields).unwrap_or(fields);
        let Some((surplus, allowed)) = self.measured(&of_any_type(&fields)) else { return Ok(None) };
        let (has_base, is_used_up, is_gap) = (domain.secu.is_some(), self.is_used_up, self.is_gap);
        Ok(Some(Shown { fields, has_base, is_used_up, is_gap, surplus, allowed }))
    }

    /// By how much the surplus is above what is allowed.
    fn difference(&self, cell: &Cell, looks: &Looks) -> Result<Vec<Case>, Undecided> {
        let used = |_: &Limit| if self.is_used_up { Used::All } else { Used::Nothing };
        let setting = (self.quantity, self.on.pmss);
        let percent = |percent: Amount| Fraction::of(percent)?.times(Fraction::new(1, 100)?);
        let above = Expression::Form(cell.rss.minus(&cell.brss)?);
        let mut cases = Vec::new();
        for of_false in paid_by(self.surplus.of_false, cell, setting, &used)? {
            let surplus = of_false.amc.plus(above.clone())?;
            if !self.is_gap {
                let most = Expression::Form(cell.brss.times(percent(self.surplus.at_most)?)?);
                cases.push(Case { conditions: of_false.conditions, value: surplus.minus(most)? });
                continue;
            }
            for of_true in paid_by(self.surplus.of_true, cell, setting, &used)? {
                let less = Expression::Form(cell.brss.times(percent(self.surplus.below)?)?);
                let allowed = of_true.amc.plus(above.clone())?.or_zero()?.minus(less)?.or_zero()?;
                let conditions = of_false.conditions.iter().chain(&of_true.conditions).cloned();
                let conditions = conditions.chain([Expression::Form(self.far(cell, looks)?)]).listed();
                cases.push(Case { conditions, value: surplus.clone().minus(allowed)? });
            }
        }
        Ok(cases)
    }

    /// At least 0 where as much is charged as may be, or far above the base.
    fn far(&self, cell: &Cell, looks: &Looks) -> Result<Form, TooPrecise> {
        let far = match self.domain.bound(looks) {
            Some(Price::Plv) => cell.plv.clone(),
            Some(Price::Hlf) => cell.hlf.clone(),
            Some(Price::Brss) => cell.brss.clone(),
            Some(Price::Amount(amount)) => Form::constant(amount),
            None => cell.brss.times(Fraction::whole(TIMES))?.plus(&Form::constant(Fraction::whole(FAR)))?,
        };
        cell.charged.minus(&far)
    }

    /// What is paid above the base to the cent where the fact is false, and how much may be.
    fn measured(&self, act: &Json) -> Option<(Money, Money)> {
        let priced = PricedAct::decode(act, &DeriveOptions::default()).ok()?;
        let brss = priced.amounts.brss.unwrap_or(ZERO);
        let rss = self.sum(Some(self.surplus.ticket), &priced)?.1;
        let surplus = |rule: Option<&Rule>| Some((self.sum(rule, &priced)?.0 + rss - brss).max(ZERO));
        let of = |percent: Amount| {
            let units = i128::from(brss.0).checked_mul(percent.mantissa(6))?.checked_div(100_000_000)?;
            i64::try_from(units).ok().map(std::num::Saturating)
        };
        let of_false = surplus(self.surplus.of_false)?;
        if !self.is_gap {
            return Some((of_false, of(self.surplus.at_most)?));
        }
        Some((of_false, (surplus(self.surplus.of_true)? - of(self.surplus.below)?).max(ZERO)))
    }

    /// What a rule pays, and the Sécu part.
    fn sum(&self, rule: Option<&Rule>, priced: &PricedAct<'_>) -> Option<(Money, Money)> {
        let Some(rule) = rule else { return Some((ZERO, ZERO)) };
        let is_used_up = |_: &Limit| self.is_used_up;
        let mut used = if self.is_used_up { counters(rule, priced, &is_used_up) } else { Counters::default() };
        reckon(rule, priced, &mut used)
    }

    /// An act that is easier to read, for which as much is paid as where far more is charged.
    fn readable(&self, fields: &Fields) -> Option<Fields> {
        let Secu { brss, .. } = self.domain.secu.filter(|_| self.is_gap)?;
        let brss = match brss {
            Level::Known(brss) => brss,
            Level::Free => Fraction::whole(BASE),
        };
        let is_used_up = |_: &Limit| self.is_used_up;
        let paid = |fields: &Fields| {
            let act = of_any_type(fields);
            let [of_false, of_true] =
                [self.surplus.of_false, self.surplus.of_true].map(|rule| pays(rule, &act, &is_used_up));
            Some((of_false?, of_true?))
        };
        let charging = |times: i128, more: i128| {
            let charged = brss.times(Fraction::whole(times)).and_then(|base| base.plus(Fraction::whole(more))).ok()?;
            let [charged, brss] = [charged, brss].map(|amount| Json::String(decimal(amount)));
            Some(with_fields(fields.clone(), &[(CHARGED, charged), (BRSS, brss)]))
        };
        let most = paid(&charging(TIMES, FAR)?)?;
        READABLE.into_iter().filter_map(|times| charging(times, 0)).find(|fields| {
            let measured = self.measured(&of_any_type(fields));
            paid(fields) == Some(most) && measured.is_some_and(|(surplus, allowed)| (surplus - allowed).0 >= 100)
        })
    }
}

/// In euros, with at least two decimals.
fn decimal(amount: Fraction) -> String {
    show(amount.times(Fraction::whole(1_000_000)).map(Fraction::floor).unwrap_or_default(), 6, 2)
}
