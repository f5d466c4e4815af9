//! How much does a rule pay, as a function of the amounts of an act? The formula of a reimbursement without rounding.
//!
//! Contributions and the care pathway play no part. Where a rule goes on beyond its limits, there are two cases, as what is
//! allowed is compared with what is unlimited:
//! ```text
//! allowed = unlimited               it pays what is unlimited
//! allowed ≤ unlimited − 0.01        it pays max(allowed, unlimited of beyond_limits)
//! ```

use crate::coverage::amounts::domain::{Cell, Looks, Price};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::undecided::Undecided;
use crate::coverage::rule::model::{
    Component, Counts, Limit, Maximum, Of, Period, Pick, Plain, Rule, SecuShare, Term, Unit,
};
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;

/// What was used of a limit before.
#[derive(Clone, Debug)]
pub(crate) enum Used {
    /// `unused`.
    Nothing,
    /// `used_up`.
    All,
    /// So many euros, so many acts, sessions or days.
    So { amount: Expression, count: Fraction },
}

/// How an act is counted, and what was used of each limit.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    pub(crate) quantity: Fraction,
    /// That of the year, where its table has the year.
    pub(crate) pmss: Option<Fraction>,
    /// Not asked for a limit of the period `act`.
    pub(crate) used: &'s dyn Fn(&Limit) -> Used,
}

/// What a rule pays where the conditions are at least 0. The cases of a rule are all amounts, but for those where rounding to
/// cents alone says which case it is.
#[derive(Clone, Debug)]
pub(crate) struct Paid {
    pub(crate) conditions: Vec<Expression>,
    pub(crate) amc: Expression,
}

/// An amount where some conditions are at least 0.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) conditions: Vec<Expression>,
    pub(crate) value: Expression,
}

impl Looks {
    /// What some rules look at.
    ///
    /// # Errors
    /// Where 128 bits do not hold a number.
    pub(crate) fn of(rules: &[&Rule]) -> Result<Self, TooPrecise> {
        let mut looks = Looks::default();
        let mut pending = rules.to_vec();
        while let Some(rule) = pending.pop() {
            pending.extend(rule.beyond_limits.as_deref());
            if let Some(price) = rule.price_cap.map(Price::of).transpose()?
                && !looks.caps.contains(&price)
            {
                looks.caps.push(price);
            }
            let plain = rule.components.iter().flat_map(|component| component.term.plain());
            looks.reconstituted |=
                plain.copied().any(|plain| matches!(plain, Plain::Percent(Of::ReconstitutedBrss, _)));
        }
        Ok(looks)
    }
}

/// What a rule pays in a cell.
///
/// # Errors
/// Where a PMSS is needed and unknown, or a number is too precise.
pub(crate) fn paid(rule: &Rule, cell: &Cell, setting: &Setting<'_>) -> Result<Vec<Paid>, Undecided> {
    let main = Sums::of(rule, cell, setting)?;
    let (unlimited, mut allowed) = (main.unlimited, main.offered);
    let is_per_session = rule.is_per_session();
    for limit in &rule.limits {
        if let Some(room) = room(limit, cell, setting, is_per_session, &unlimited)? {
            allowed = Expression::least(vec![allowed, room])?;
        }
    }
    let Some(beyond) = rule.beyond_limits.as_deref().filter(|_| allowed != unlimited) else {
        return Ok(vec![Paid { conditions: Vec::new(), amc: allowed }]);
    };
    let beyond = Sums::of(beyond, cell, setting)?.unlimited;
    let taken = unlimited.clone().minus(allowed.clone())?;
    let cent = Expression::constant(Fraction::new(-1, 100)?);
    Ok(vec![
        Paid { conditions: vec![taken.clone().times(Fraction::whole(-1))?], amc: unlimited },
        Paid { conditions: vec![taken.plus(cent)?], amc: Expression::greatest(vec![allowed, beyond])? },
    ])
}

/// The same in a state; 0 without a rule.
pub(crate) fn paid_by(
    rule: Option<&Rule>,
    cell: &Cell,
    (quantity, pmss): (Fraction, Option<Fraction>),
    used: &dyn Fn(&Limit) -> Used,
) -> Result<Vec<Paid>, Undecided> {
    match rule {
        Some(rule) => paid(rule, cell, &Setting { quantity, pmss, used }),
        None => Ok(vec![Paid { conditions: Vec::new(), amc: Expression::ZERO }]),
    }
}

/// By how much one pays more than the other, in all of their cases.
#[inline(never)]
pub(crate) fn differences(more: &[Paid], less: &[Paid]) -> Result<Vec<Case>, TooPrecise> {
    let mut cases = Vec::new();
    for more in more {
        for less in less {
            let conditions = more.conditions.iter().chain(&less.conditions).cloned().listed();
            cases.push(Case { conditions, value: more.amc.clone().minus(less.amc.clone())? });
        }
    }
    Ok(cases)
}

/// What a rule would pay without its own limits.
struct Sums {
    unlimited: Expression,
    /// With the limits of its components.
    offered: Expression,
}

impl Sums {
    /// ```text
    /// sum_i       the first i components, those without limits first
    /// due_i       max(sum_i − share, 0)
    /// offered_i   min(offered_i−1 + min(due_i − due_i−1, every room of component i), top)
    /// ```
    fn of(rule: &Rule, cell: &Cell, setting: &Setting<'_>) -> Result<Self, Undecided> {
        let eligible = cell.eligible(rule.price_cap.map(Price::of).transpose()?)?;
        let rss = Expression::Form(cell.rss.clone());
        let top = eligible.clone().minus(rss.clone())?.or_zero()?;
        let share = match rule.secu_share {
            SecuShare::Included => rss,
            SecuShare::Excluded => Expression::ZERO,
        };
        let mut sum = Expression::ZERO.minus(share)?;
        for component in rule.components.iter().filter(|component| component.limits.is_empty()) {
            sum = sum.plus(term(&component.term, cell, setting, &eligible)?)?;
        }
        let mut due = sum.clone().or_zero()?;
        let mut offered = Expression::least(vec![due.clone(), top.clone()])?;
        for Component { term, limits } in rule.components.iter().filter(|component| !component.limits.is_empty()) {
            sum = sum.plus(self::term(term, cell, setting, &eligible)?)?;
            let all = sum.clone().or_zero()?;
            let own = all.clone().minus(due)?;
            due = all;
            let mut left = vec![own.clone()];
            for limit in limits {
                left.extend(room(limit, cell, setting, term.is_per_session(), &own)?);
            }
            offered = Expression::least(vec![offered.plus(Expression::least(left)?)?, top.clone()])?;
        }
        Ok(Sums { unlimited: Expression::least(vec![due, top])?, offered })
    }
}

/// The value of a component.
fn term(term: &Term, cell: &Cell, setting: &Setting<'_>, eligible: &Expression) -> Result<Expression, Undecided> {
    let (pick, options) = match term {
        Term::Plain(component) => return plain(component, cell, setting, eligible),
        Term::Chosen { pick, options } => (pick, options),
    };
    let mut sums = Vec::with_capacity(options.len());
    for option in options {
        let mut sum = Expression::ZERO;
        for component in option {
            sum = sum.plus(plain(component, cell, setting, eligible)?)?;
        }
        sums.push(sum);
    }
    Ok(match pick {
        Pick::Greatest => Expression::greatest(sums)?,
        Pick::Least => Expression::least(sums)?,
    })
}

/// The value of a plain component.
fn plain(
    component: &Plain,
    cell: &Cell,
    setting: &Setting<'_>,
    eligible: &Expression,
) -> Result<Expression, Undecided> {
    let units = |per: Unit| if per == Unit::Act { Fraction::ONE } else { setting.quantity };
    match *component {
        Plain::Percent(of, percent) => {
            let whole = match of {
                Of::Brss => Expression::Form(cell.base.clone()),
                Of::TicketModerateur => Expression::Form(cell.base.minus(&cell.rss)?).or_zero()?,
                Of::ActualCosts => eligible.clone(),
                Of::Rss => Expression::Form(cell.rss.clone()),
                Of::ReconstitutedBrss => Expression::Form(cell.reconstituted.clone()),
                Of::ExcessOverBrss => eligible.clone().minus(Expression::Form(cell.brss.clone()))?.or_zero()?,
            };
            Ok(whole.times(Fraction::of(percent)?.times(Fraction::new(1, 100)?)?)?)
        }
        Plain::Flat { amount, per } => Ok(Expression::constant(Fraction::of(amount)?.times(units(per))?)),
        Plain::Pmss { percent, per } => {
            let amount = of_pmss(setting, Fraction::of(percent)?)?;
            Ok(Expression::constant(amount.times(units(per))?))
        }
    }
}

/// A percentage of the PMSS, rounded half-up to the cent.
fn of_pmss(setting: &Setting<'_>, percent: Fraction) -> Result<Fraction, Undecided> {
    let pmss = setting.pmss.ok_or(Undecided::MissingPmss)?;
    // A hundredth is in the percentage, a hundred cents are in a euro.
    let cents = pmss.times(percent)?.plus(Fraction::new(1, 2)?)?.floor();
    Ok(Fraction::new(cents, 100)?)
}

/// What a limit leaves; none where it restricts nothing.
fn room(
    limit: &Limit,
    cell: &Cell,
    setting: &Setting<'_>,
    is_per_session: bool,
    of: &Expression,
) -> Result<Option<Expression>, Undecided> {
    let used = if limit.period == Period::Act { Used::Nothing } else { (setting.used)(limit) };
    // A maximum that needs a PMSS needs it in every state.
    let amount = match limit.maximum {
        Maximum::Amount(maximum) => Some(Fraction::of(maximum)?),
        Maximum::PmssPercent(percent) => Some(of_pmss(setting, Fraction::of(percent)?)?),
        Maximum::Count(_) | Maximum::Days(_) => None,
    };
    if matches!(used, Used::All) {
        return Ok(Some(Expression::ZERO));
    }
    if let Some(maximum) = amount {
        let mut left = Expression::constant(maximum);
        if let Used::So { amount, .. } = used {
            left = left.minus(amount)?;
        }
        if limit.counts == Counts::Total {
            left = left.minus(Expression::Form(cell.rss.clone()))?;
        }
        return Ok(Some(left.or_zero()?));
    }
    let (Maximum::Count(maximum) | Maximum::Days(maximum)) = limit.maximum else { return Ok(None) };
    let mut left = Fraction::of(maximum)?;
    if let Used::So { count, .. } = used {
        left = left.minus(count)?;
    }
    if !left.sign().is_gt() {
        return Ok(Some(Expression::ZERO));
    }
    let is_divided = is_per_session || matches!(limit.maximum, Maximum::Days(_));
    let part = left.divided_by(setting.quantity)?;
    let is_less = is_divided && part.compared_with(Fraction::ONE)?.is_lt();
    is_less.then(|| of.clone().times(part)).transpose().map_err(Undecided::from)
}
