//! Which amount is a sum of multiples of free amounts? Forms `constant + Σ coefficient × coordinate`, in euros.
//!
//! Coordinates are at least 0. So a form without a negative part is never below 0, whatever the amounts are, and most
//! comparisons are decided by signs alone.

use std::cmp::Ordering;

use crate::ground::exact::fraction::{Fraction, TooPrecise};

/// A linear form over coordinates of at least 0.
///
/// INVARIANT: the last coefficient is not 0, so that equal forms are equal fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) constant: Fraction,
    /// By coordinate; 0 for those after the last.
    pub(crate) of: Vec<Fraction>,
}

impl Form {
    pub(crate) const ZERO: Form = Form::constant(Fraction::ZERO);

    pub(crate) const fn constant(constant: Fraction) -> Self {
        Form { constant, of: Vec::new() }
    }

    /// One of the coordinates, by its position.
    pub(crate) fn coordinate(position: usize) -> Self {
        let mut of = vec![Fraction::ZERO; position];
        of.push(Fraction::ONE);
        Form { constant: Fraction::ZERO, of }
    }

    #[inline(never)]
    pub(crate) fn plus(&self, other: &Self) -> Result<Self, TooPrecise> {
        let (mut sum, shorter) =
            if self.of.len() < other.of.len() { (other.clone(), self) } else { (self.clone(), other) };
        sum.constant = sum.constant.plus(shorter.constant)?;
        for (coefficient, other) in sum.of.iter_mut().zip(&shorter.of) {
            *coefficient = coefficient.plus(*other)?;
        }
        while sum.of.last().is_some_and(|last| last.is_zero()) {
            sum.of.pop();
        }
        Ok(sum)
    }

    #[inline(never)]
    pub(crate) fn times(&self, factor: Fraction) -> Result<Self, TooPrecise> {
        if factor.is_zero() {
            return Ok(Form::ZERO);
        }
        let mut product = Form { constant: self.constant.times(factor)?, of: Vec::with_capacity(self.of.len()) };
        for coefficient in &self.of {
            product.of.push(coefficient.times(factor)?);
        }
        Ok(product)
    }

    pub(crate) fn minus(&self, other: &Self) -> Result<Self, TooPrecise> {
        self.plus(&other.times(Fraction::whole(-1))?)
    }

    /// Whether no part has this sign.
    pub(crate) fn has_no(&self, sign: Ordering) -> bool {
        self.constant.sign() != sign && self.of.iter().all(|coefficient| coefficient.sign() != sign)
    }

    /// The most that it can be, where no coordinate makes it grow.
    pub(crate) fn most(&self) -> Option<Fraction> {
        self.of.iter().all(|coefficient| coefficient.sign().is_le()).then_some(self.constant)
    }

    /// Its value at a point.
    pub(crate) fn at(&self, point: &[Fraction]) -> Result<Fraction, TooPrecise> {
        let mut value = self.constant;
        for (coefficient, coordinate) in self.of.iter().zip(point) {
            value = value.plus(coefficient.times(*coordinate)?)?;
        }
        Ok(value)
    }
}
