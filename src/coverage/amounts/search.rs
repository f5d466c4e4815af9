//! How large does an expression get, where others are at least 0? Exact, by cases and linear systems.
//!
//! ```text
//! goal ≤ form                   a row of the system
//! goal ≤ least(a, b)            goal ≤ a and goal ≤ b
//! goal ≤ greatest(a, b)         goal ≤ a, or else goal ≤ b: two systems
//! goal ≤ form + a + b           goal ≤ form + x + y,  x ≤ a,  y ≤ b      for new variables x, y
//! ```
//! So there are as many systems as there are choices. A choice ends where signs say that the goal stays below what is asked for
//! or already found. The order is fixed: cases, cells and arms as they are written.

use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::form::Form;
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::ground::exact::fraction::Fraction;
use crate::ground::exact::linear::{AtMost, Maximum, maximum};
use crate::ground::small::listed::Listed;

/// The largest value that was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Peak {
    pub(crate) value: Fraction,
    /// By coordinate.
    pub(crate) point: Vec<Fraction>,
    /// Where it grows without end: in this direction from the point, by the value for each step.
    pub(crate) growth: Option<(Vec<Fraction>, Fraction)>,
}

/// A search for the largest value.
pub(crate) struct Search<'s> {
    pub(crate) budget: &'s mut Budget,
    pub(crate) coordinates: usize,
    /// Values below are not asked for; at least 0.
    pub(crate) at_least: Fraction,
    /// Whether that value itself is not asked for, either.
    pub(crate) is_above: bool,
    /// A value from which on no larger one is asked for.
    pub(crate) enough: Option<Fraction>,
    pub(crate) best: Option<Peak>,
}

/// What is at most an expression.
#[derive(Clone, Copy)]
enum Lower {
    Zero,
    Goal,
    /// A part of a sum, by number.
    Part(usize),
}

#[derive(Clone, Default)]
struct System {
    pending: Vec<(Lower, Expression)>,
    /// Expressions of which one arm must be chosen.
    choices: Vec<(Lower, Vec<Expression>)>,
    rows: Vec<AtMost>,
    parts: usize,
}

impl Search<'_> {
    /// Whether nothing larger is asked for.
    pub(crate) fn is_over(&self) -> bool {
        let is_enough = |peak: &Peak| {
            let reached = self.enough.map(|enough| peak.value.compared_with(enough));
            peak.growth.is_some() || reached.is_some_and(|order| order.is_ok_and(std::cmp::Ordering::is_ge))
        };
        self.best.as_ref().is_some_and(is_enough)
    }

    /// Looks for a point where the conditions are at least 0 and the goal is larger than what was found before.
    ///
    /// # Errors
    /// Where it cannot be decided.
    pub(crate) fn look<'e>(
        &mut self,
        conditions: impl Iterator<Item = &'e Expression>,
        goal: Expression,
    ) -> Result<(), Undecided> {
        let mut pending = vec![(Lower::Goal, goal)];
        pending.extend(conditions.map(|condition| (Lower::Zero, condition.clone())));
        self.decide(System { pending, ..System::default() })
    }

    fn decide(&mut self, mut system: System) -> Result<(), Undecided> {
        while let Some((lower, expression)) = system.pending.pop() {
            match expression {
                Expression::Form(form) => {
                    if self.is_out(lower, &form)? {
                        return Ok(());
                    }
                    system.rows.extend(self.row(lower, &form, 0..0)?);
                }
                Expression::Least(arms) => system.pending.extend(arms.into_iter().map(|arm| (lower, arm))),
                Expression::Greatest(arms) => system.choices.push((lower, arms)),
                Expression::Sum(form, parts) => {
                    let first = system.parts;
                    system.parts = first.saturating_add(parts.len());
                    system.rows.extend(self.row(lower, &form, first..system.parts)?);
                    system.pending.extend(parts.into_iter().zip(first..).map(|(part, at)| (Lower::Part(at), part)));
                }
            }
        }
        if system.choices.is_empty() {
            return self.solve(&system);
        }
        // What is left of the choices only takes away: where the rest alone is too little, none of them helps.
        if system.choices.len() > 1 && !self.is_possible(&system)? {
            return Ok(());
        }
        let Some((lower, arms)) = system.choices.pop() else { return Ok(()) };
        for arm in arms {
            let mut chosen = system.clone();
            chosen.pending.push((lower, arm));
            self.decide(chosen)?;
            if self.is_over() {
                break;
            }
        }
        Ok(())
    }

    /// Whether a value is of interest.
    fn is_wanted(&self, value: Fraction) -> Result<bool, Undecided> {
        let order = value.compared_with(self.best.as_ref().map_or(self.at_least, |best| best.value))?;
        Ok(order.is_gt() || order.is_eq() && self.best.is_none() && !self.is_above)
    }

    /// Whether signs alone say that no point of interest is left.
    fn is_out(&self, lower: Lower, form: &Form) -> Result<bool, Undecided> {
        let Some(most) = form.most() else { return Ok(false) };
        Ok(match lower {
            Lower::Zero => most.sign().is_lt(),
            Lower::Goal => !self.is_wanted(most)?,
            Lower::Part(_) => false,
        })
    }

    /// `lower ≤ form + the parts`; none where it always holds. Columns: the coordinates, the goal, two for each part, as a
    /// part may be below 0.
    fn row(&self, lower: Lower, form: &Form, parts: std::ops::Range<usize>) -> Result<Option<AtMost>, Undecided> {
        if matches!(lower, Lower::Zero) && parts.is_empty() && form.has_no(std::cmp::Ordering::Less) {
            return Ok(None);
        }
        let mut of = form.times(Fraction::whole(-1))?.of;
        let mut add = |column: usize, coefficient: i128| {
            of.resize(of.len().max(column.saturating_add(1)), Fraction::ZERO);
            of.get_mut(column).into_iter().for_each(|slot| *slot = Fraction::whole(coefficient));
        };
        match lower {
            Lower::Zero => {}
            Lower::Goal => add(self.coordinates, 1),
            Lower::Part(part) => {
                add(self.column(part), 1);
                add(self.column(part).saturating_add(1), -1);
            }
        }
        for part in parts {
            add(self.column(part), -1);
            add(self.column(part).saturating_add(1), 1);
        }
        Ok(Some(AtMost { of, at_most: form.constant }))
    }

    fn column(&self, part: usize) -> usize {
        self.coordinates.saturating_add(1).saturating_add(part.saturating_mul(2))
    }

    fn solve(&mut self, system: &System) -> Result<(), Undecided> {
        if let Some(peak) = self.peak(system)?
            && (peak.growth.is_some() || self.is_wanted(peak.value)?)
        {
            self.best = Some(peak);
        }
        Ok(())
    }

    /// Whether some point of interest fulfils the rows.
    fn is_possible(&mut self, system: &System) -> Result<bool, Undecided> {
        let Some(peak) = self.peak(system)? else { return Ok(false) };
        Ok(peak.growth.is_some() || self.is_wanted(peak.value)?)
    }

    /// The largest value under the rows.
    fn peak(&mut self, system: &System) -> Result<Option<Peak>, Undecided> {
        self.budget.take()?;
        let mut goal = vec![Fraction::ZERO; self.column(system.parts)];
        goal.get_mut(self.coordinates).into_iter().for_each(|goal| *goal = Fraction::ONE);
        let value = |of: &[Fraction]| of.get(self.coordinates).copied().unwrap_or(Fraction::ZERO);
        let coordinates = |of: &[Fraction]| of.iter().take(self.coordinates).copied().listed();
        Ok(match maximum(&goal, &system.rows)? {
            Maximum::Nowhere => None,
            Maximum::At { point, value } => Some(Peak { value, point: coordinates(&point), growth: None }),
            Maximum::Beyond { point, direction } => Some(Peak {
                value: value(&point),
                point: coordinates(&point),
                growth: Some((coordinates(&direction), value(&direction))),
            }),
        })
    }
}
