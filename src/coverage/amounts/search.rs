//! How large does an expression get, where others are at least 0? Exact, by cases and linear systems.
//!
//! ```text
//! goal ≤ form                   a row of the system
//! goal ≤ least(a, b)            goal ≤ a and goal ≤ b
//! goal ≤ greatest(a, b)         goal ≤ a, or else goal ≤ b: two systems
//! goal ≤ form + a + b           goal ≤ form + x + y,  x ≤ a,  y ≤ b      for new variables x, y
//! x ≤ a and x ≤ b               x = a − s,  a − s ≤ b                    for a new coordinate s
//! ```
//! So there are as many systems as there are choices. A choice ends where signs say that the goal stays below what is asked for
//! or already found. The order is fixed: cases, cells and arms as they are written.

use std::cmp::Ordering;
use std::ops::Range;

use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::form::Form;
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::ground::exact::dictionary::AtMost;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::exact::linear::{Maximum, maximum};

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

/// What is at most an expression: the goal, or a part of a sum by its number; none: 0.
type Lower = Option<usize>;

const GOAL: usize = 0;

/// `lower ≤ form + parts`.
#[derive(Clone)]
struct Row {
    lower: Lower,
    form: Form,
    parts: Range<usize>,
}

#[derive(Clone)]
struct System {
    pending: Vec<(Lower, Expression)>,
    /// Expressions of which one arm must be chosen.
    choices: Vec<(Lower, Vec<Expression>)>,
    rows: Vec<Row>,
    /// How many there are, with the goal.
    parts: usize,
}

impl System {
    /// The forms of the rows about something.
    fn of(&self, lower: Lower, parts: &[Form]) -> Result<Vec<Form>, TooPrecise> {
        let mut forms = Vec::new();
        for row in self.rows.iter().filter(|row| row.lower == lower) {
            let mut form = row.form.clone();
            for part in parts.get(row.parts.clone()).unwrap_or_default() {
                form = form.plus(part)?;
            }
            forms.push(form);
        }
        Ok(forms)
    }
}

impl Search<'_> {
    /// Whether nothing larger is asked for.
    pub(crate) fn is_over(&self) -> bool {
        let is_enough = |peak: &Peak| {
            let reached = self.enough.map(|enough| peak.value.compared_with(enough));
            peak.growth.is_some() || reached.is_some_and(|order| order.is_ok_and(Ordering::is_ge))
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
        let mut pending = vec![(Some(GOAL), goal)];
        pending.extend(conditions.map(|condition| (None, condition.clone())));
        self.decide(System { pending, choices: Vec::new(), rows: Vec::new(), parts: 1 })
    }

    fn decide(&mut self, mut system: System) -> Result<(), Undecided> {
        while let Some((lower, expression)) = system.pending.pop() {
            match expression {
                Expression::Form(form) => {
                    if self.is_out(lower, &form)? {
                        return Ok(());
                    }
                    system.rows.push(Row { lower, form, parts: 0..0 });
                }
                Expression::Least(arms) => system.pending.extend(arms.into_iter().map(|arm| (lower, arm))),
                Expression::Greatest(arms) => system.choices.push((lower, arms)),
                Expression::Sum(form, parts) => {
                    let first = system.parts;
                    system.parts = first.saturating_add(parts.len());
                    system.rows.push(Row { lower, form, parts: first..system.parts });
                    system.pending.extend(parts.into_iter().zip(first..).map(|(part, at)| (Some(at), part)));
                }
            }
        }
        if system.choices.is_empty() {
            return self.solve(&system);
        }
        // Conditions that are left only take away: where the rest alone is too little, none of their arms helps.
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
        match lower {
            None => Ok(most.sign().is_lt()),
            Some(GOAL) => Ok(!self.is_wanted(most)?),
            Some(_) => Ok(false),
        }
    }

    fn solve(&mut self, system: &System) -> Result<(), Undecided> {
        if let Some(peak) = self.peak(system)?
            && (peak.growth.is_some() || self.is_wanted(peak.value)?)
        {
            self.best = Some(peak);
        }
        Ok(())
    }

    /// Whether some point of interest fulfils the rows. A choice of the goal or of a part leaves it without a bound.
    fn is_possible(&mut self, system: &System) -> Result<bool, Undecided> {
        if system.choices.iter().any(|(lower, _)| lower.is_some()) {
            return Ok(true);
        }
        let Some(peak) = self.peak(system)? else { return Ok(false) };
        Ok(peak.growth.is_some() || self.is_wanted(peak.value)?)
    }

    /// The largest value under the rows; none where no point is allowed, or signs say that none is of interest.
    ///
    /// A part, and the goal, is its first row less a new coordinate, by which the other rows can make it fall short of that.
    fn peak(&mut self, system: &System) -> Result<Option<Peak>, Undecided> {
        self.budget.take()?;
        let mut coordinates = self.coordinates;
        let mut parts = vec![Form::ZERO; system.parts];
        let mut conditions = Vec::new();
        // The parts of a row come after the one that it is about.
        for part in (0..system.parts).rev() {
            let mut rows = system.of(Some(part), &parts)?;
            // INVARIANT: each of them has a row.
            let mut value = rows.pop().unwrap_or(Form::ZERO);
            for row in &mut rows {
                *row = row.minus(&value)?;
            }
            rows.retain(|row| !row.has_no(Ordering::Less));
            if !rows.is_empty() {
                let less = Form::coordinate(coordinates);
                coordinates = coordinates.saturating_add(1);
                value = value.minus(&less)?;
                for row in &rows {
                    conditions.push(row.plus(&less)?);
                }
            }
            parts.get_mut(part).into_iter().for_each(|slot| *slot = value.clone());
        }
        conditions.append(&mut system.of(None, &parts)?);
        let Some(goal) = parts.first() else { return Ok(None) };
        if self.is_out(Some(GOAL), goal)? {
            return Ok(None);
        }
        let mut rows = Vec::with_capacity(conditions.len());
        for condition in conditions {
            if self.is_out(None, &condition)? {
                return Ok(None);
            }
            if !condition.has_no(Ordering::Less) {
                rows.push(AtMost { of: condition.times(Fraction::whole(-1))?.of, at_most: condition.constant });
            }
        }
        let mut of = goal.of.clone();
        of.resize(coordinates, Fraction::ZERO);
        let (mut point, mut growth) = match maximum(&of, &rows)? {
            Maximum::Nowhere => return Ok(None),
            Maximum::At { point, .. } => (point, None),
            Maximum::Beyond { point, direction } => {
                let grows = goal.at(&direction)?.minus(goal.constant)?;
                (point, Some((direction, grows)))
            }
        };
        let value = goal.at(&point)?;
        point.truncate(self.coordinates);
        growth.iter_mut().for_each(|(direction, _)| direction.truncate(self.coordinates));
        Ok(Some(Peak { value, point, growth }))
    }
}
