//! Which amounts are built of linear forms? Sums, multiples, minimum and maximum.
//!
//! ```text
//! expression = form  |  form + expression + …  |  least(expression, …)  |  greatest(expression, …)
//! ```
//! A negative multiple is moved inwards (`−least(a, b) = greatest(−a, −b)`), so that every part of an expression makes the whole
//! greater where it is greater itself: to have the whole at least at some amount, `least` asks all of its arms for it, and only
//! `greatest` leaves a choice. Arms that signs rule out are dropped when they are made.

use std::cmp::Ordering;

use crate::coverage::amounts::form::Form;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;

/// An amount that depends on coordinates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    Form(Form),
    /// INVARIANT: two or more expressions, none of them a form or a sum.
    Sum(Form, Vec<Expression>),
    /// INVARIANT: two or more, none of them of this kind.
    Least(Vec<Expression>),
    /// INVARIANT: two or more, none of them of this kind.
    Greatest(Vec<Expression>),
}

use Expression::{Greatest, Least, Sum};

impl Expression {
    pub(crate) const ZERO: Expression = Expression::Form(Form::ZERO);

    pub(crate) const fn constant(constant: Fraction) -> Self {
        Expression::Form(Form::constant(constant))
    }

    #[inline(never)]
    pub(crate) fn plus(self, other: Self) -> Result<Self, TooPrecise> {
        let (mut form, mut parts) = (Form::ZERO, Vec::new());
        for expression in [self, other] {
            match expression {
                Expression::Form(other) => form = form.plus(&other)?,
                Sum(other, others) => {
                    form = form.plus(&other)?;
                    parts.extend(others);
                }
                Least(_) | Greatest(_) => parts.push(expression),
            }
        }
        if parts.len() > 1 {
            return Ok(Sum(form, parts));
        }
        match parts.pop() {
            None => Ok(Expression::Form(form)),
            Some(part) if form == Form::ZERO => Ok(part),
            // One choice alone takes the form in, so that it is compared as a whole.
            Some(Least(arms)) => Expression::least(plus_each(arms, &form)?),
            Some(Greatest(arms)) => Expression::greatest(plus_each(arms, &form)?),
            Some(part) => part.plus(Expression::Form(form)),
        }
    }

    pub(crate) fn minus(self, other: Self) -> Result<Self, TooPrecise> {
        self.plus(other.times(Fraction::whole(-1))?)
    }

    #[inline(never)]
    pub(crate) fn times(self, factor: Fraction) -> Result<Self, TooPrecise> {
        if factor == Fraction::ONE {
            return Ok(self);
        }
        let each = |arms: Vec<Expression>| {
            let mut products = Vec::with_capacity(arms.len());
            for arm in arms {
                products.push(arm.times(factor)?);
            }
            Ok(products)
        };
        match self {
            _ if factor.is_zero() => Ok(Expression::ZERO),
            Expression::Form(form) => form.times(factor).map(Expression::Form),
            Sum(form, parts) => Ok(Sum(form.times(factor)?, each(parts)?)),
            Least(arms) if factor.sign().is_gt() => each(arms).map(Least),
            Greatest(arms) if factor.sign().is_lt() => each(arms).map(Least),
            Least(arms) | Greatest(arms) => each(arms).map(Greatest),
        }
    }

    /// The least of at least one.
    pub(crate) fn least(arms: Vec<Self>) -> Result<Self, TooPrecise> {
        Expression::extreme(arms, true)
    }

    /// The greatest of at least one.
    pub(crate) fn greatest(arms: Vec<Self>) -> Result<Self, TooPrecise> {
        Expression::extreme(arms, false)
    }

    /// At least 0.
    pub(crate) fn or_zero(self) -> Result<Self, TooPrecise> {
        Expression::greatest(vec![self, Expression::ZERO])
    }

    #[inline(never)]
    fn extreme(arms: Vec<Self>, is_least: bool) -> Result<Self, TooPrecise> {
        // The sign of `arm − kept` for which `arm` is of no use.
        let worse = if is_least { Ordering::Greater } else { Ordering::Less };
        let mut kept: Vec<Expression> = Vec::new();
        let mut pending = order_kept(arms);
        while let Some(arm) = pending.pop() {
            match (arm, is_least) {
                (Least(arms), true) | (Greatest(arms), false) => pending.extend(order_kept(arms)),
                (arm, _) => {
                    let mut is_of_use = true;
                    let mut still = Vec::with_capacity(kept.len().saturating_add(1));
                    for other in kept {
                        let difference = match (&arm, &other) {
                            _ if !is_of_use => None,
                            (Expression::Form(arm), Expression::Form(other)) => Some(arm.minus(other)?),
                            (arm, other) if arm == other => Some(Form::ZERO),
                            _ => None,
                        };
                        is_of_use &= !difference.as_ref().is_some_and(|form| form.has_no(worse.reverse()));
                        if !is_of_use || !difference.is_some_and(|form| form.has_no(worse)) {
                            still.push(other);
                        }
                    }
                    kept = still;
                    if is_of_use {
                        kept.push(arm);
                    }
                }
            }
        }
        match kept.pop() {
            Some(last) if kept.is_empty() => Ok(last),
            Some(last) => {
                kept.push(last);
                Ok(if is_least { Least(kept) } else { Greatest(kept) })
            }
            None => Ok(Expression::ZERO),
        }
    }
}

/// So that the last is the first.
fn order_kept(arms: Vec<Expression>) -> Vec<Expression> {
    arms.into_iter().rev().listed()
}

fn plus_each(arms: Vec<Expression>, form: &Form) -> Result<Vec<Expression>, TooPrecise> {
    let mut sums = Vec::with_capacity(arms.len());
    for arm in arms {
        sums.push(arm.plus(Expression::Form(form.clone()))?);
    }
    Ok(sums)
}
