//! How does the simplex algorithm go from one point that linear conditions allow to a better one?
//!
//! ```text
//! basic = constant + Σ coefficient × free        a row for each condition; the free variables are 0 at the point
//! ```
//! With Bland's rule, which ends: of the variables that may enter and of those that may leave, the first one does. So a system of n
//! variables and m rows has m × n numbers.

use std::cmp::Ordering;

use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;

/// The condition `of · x ≤ at_most`; coefficients that are left out are 0.
#[derive(Clone, Debug)]
pub(crate) struct AtMost {
    pub(crate) of: Vec<Fraction>,
    pub(crate) at_most: Fraction,
}

/// The label of the variable that is above 0 while the point is not allowed. It is the first, so that it leaves when it can.
const OUTSIDE: usize = 0;

pub(super) struct Dictionary {
    /// By row: a coefficient for each free variable, then the constant. After the rows of the conditions that of the goal,
    /// then that of −outside.
    cells: Vec<Fraction>,
    width: usize,
    /// By row of a condition: which variable it says. The variables of the goal are 1 to n, then come those of the conditions.
    basic: Vec<usize>,
    /// By column.
    free: Vec<usize>,
}

impl Dictionary {
    pub(super) fn new(goal: &[Fraction], conditions: &[AtMost]) -> Result<Self, TooPrecise> {
        let width = goal.len().saturating_add(2);
        let mut cells = Vec::with_capacity(conditions.len().saturating_add(2).saturating_mul(width));
        for AtMost { of, at_most } in conditions {
            cells.push(Fraction::ONE);
            for position in 0..goal.len() {
                cells.push(of.get(position).map_or(Ok(Fraction::ZERO), |coefficient| coefficient.negated())?);
            }
            cells.push(*at_most);
        }
        cells.push(Fraction::ZERO);
        cells.extend_from_slice(goal);
        cells.push(Fraction::ZERO);
        cells.push(Fraction::whole(-1));
        cells.resize(cells.len().saturating_add(width).saturating_sub(1), Fraction::ZERO);
        let rows = conditions.len();
        let basic = (0..rows).map(|row| row.saturating_add(width).saturating_sub(1)).listed();
        let free = (0..width.saturating_sub(1)).listed();
        Ok(Dictionary { cells, width, basic, free })
    }

    /// The row of the goal.
    pub(super) fn goal(&self) -> usize {
        self.basic.len()
    }

    fn cell(&self, row: usize, column: usize) -> Fraction {
        // INVARIANT: rows and columns are those of the dictionary.
        let position = row.saturating_mul(self.width).saturating_add(column);
        self.cells.get(position).copied().unwrap_or(Fraction::ZERO)
    }

    pub(super) fn constant(&self, row: usize) -> Fraction {
        self.cell(row, self.free.len())
    }

    /// Goes to a point that is allowed, if there is one.
    pub(super) fn enter_the_allowed(&mut self, conditions: &[AtMost]) -> Result<bool, TooPrecise> {
        let mut worst: Option<(usize, Fraction)> = None;
        for (row, AtMost { at_most, .. }) in conditions.iter().enumerate().filter(|(_, c)| c.at_most.sign().is_lt()) {
            let is_worse = worst.map_or(Ok(true), |(_, known)| at_most.compared_with(known).map(Ordering::is_lt))?;
            if is_worse {
                worst = Some((row, *at_most));
            }
        }
        if let Some((row, _)) = worst {
            self.pivot(row, OUTSIDE)?;
            // It never grows without end: −outside is at most 0.
            let outside = self.goal().saturating_add(1);
            self.climb(outside)?;
            if self.constant(outside).sign().is_lt() {
                return Ok(false);
            }
        }
        // INVARIANT: outside is free here, as it leaves when it can; from now on it stays 0.
        if let Some(column) = self.free.iter().position(|label| *label == OUTSIDE) {
            self.cells.iter_mut().skip(column).step_by(self.width).for_each(|cell| *cell = Fraction::ZERO);
        }
        Ok(true)
    }

    /// Makes the form of a row the largest; the column of a variable that grows without end where there is one.
    pub(super) fn climb(&mut self, goal: usize) -> Result<Option<usize>, TooPrecise> {
        loop {
            let columns = self.free.iter().enumerate();
            let growing = columns.filter(|(column, _)| self.cell(goal, *column).sign().is_gt());
            let Some((column, _)) = growing.min_by_key(|(_, label)| **label) else { return Ok(None) };
            let Some(row) = self.leaving(column)? else { return Ok(Some(column)) };
            self.pivot(row, column)?;
        }
    }

    /// The row whose variable is 0 first when the variable of a column grows.
    fn leaving(&self, column: usize) -> Result<Option<usize>, TooPrecise> {
        let mut first: Option<(usize, Fraction, usize)> = None;
        for (row, label) in self.basic.iter().enumerate() {
            let slope = self.cell(row, column);
            if !slope.sign().is_lt() {
                continue;
            }
            let steps = self.constant(row).divided_by(slope.negated()?)?;
            let is_first = match first {
                None => true,
                Some((_, known, other)) => steps.compared_with(known)?.then(label.cmp(&other)).is_lt(),
            };
            if is_first {
                first = Some((row, steps, *label));
            }
        }
        Ok(first.map(|(row, ..)| row))
    }

    /// Exchanges the variable of a row with that of a column.
    fn pivot(&mut self, row: usize, column: usize) -> Result<(), TooPrecise> {
        let inverse = Fraction::ONE.divided_by(self.cell(row, column))?;
        let mut entering = Vec::with_capacity(self.width);
        for position in 0..self.width {
            entering.push(if position == column {
                inverse
            } else {
                self.cell(row, position).times(inverse)?.negated()?
            });
        }
        for (number, cells) in self.cells.chunks_exact_mut(self.width).enumerate() {
            if number == row {
                cells.copy_from_slice(&entering);
                continue;
            }
            let slope = cells.get(column).copied().unwrap_or(Fraction::ZERO);
            if slope.is_zero() {
                continue;
            }
            for (position, (cell, part)) in cells.iter_mut().zip(&entering).enumerate() {
                let part = part.times(slope)?;
                *cell = if position == column { part } else { cell.plus(part)? };
            }
        }
        if let (Some(basic), Some(free)) = (self.basic.get_mut(row), self.free.get_mut(column)) {
            std::mem::swap(basic, free);
        }
        Ok(())
    }

    pub(super) fn point(&self, variables: usize) -> Vec<Fraction> {
        let value = |row: usize| self.constant(row);
        self.of_variables(variables, &value, None)
    }

    /// How the variables change when the variable of a column grows by 1.
    pub(super) fn direction(&self, variables: usize, column: usize) -> Vec<Fraction> {
        let slope = |row: usize| self.cell(row, column);
        self.of_variables(variables, &slope, self.free.get(column).copied())
    }

    /// A value for each variable of the goal: for a basic one that of its row, else 0, but 1 for one.
    fn of_variables(&self, variables: usize, of_row: &dyn Fn(usize) -> Fraction, one: Option<usize>) -> Vec<Fraction> {
        let value = |label: usize| match self.basic.iter().position(|basic| *basic == label) {
            Some(row) => of_row(row),
            None if one == Some(label) => Fraction::ONE,
            None => Fraction::ZERO,
        };
        (1..=variables).map(value).listed()
    }
}
