//! Where is a linear form the largest, among the points that linear conditions allow? Exact, for a few variables.
//!
//! ```text
//! maximum(c, A, b)  = the largest c · x  where  A x ≤ b  and  x ≥ 0
//! ```
//! Laws, for any such system:
//! - `At`: the point is allowed, the value is that of the form there, and no allowed point has a larger one.
//! - `Beyond`: the point is allowed, and so is every point in the direction from it; the form grows without end on the way.
//! - `Nowhere`: no point is allowed.
//! - What 128 bits do not hold is [`TooPrecise`], never one of the three.
//!
//! The simplex algorithm with Bland's rule, which ends: of the variables that may enter and of those that may leave, the first
//! one does. Rows are kept as a dictionary, `basic = constant + Σ coefficient × free`, so that a system of n variables and m
//! rows has m × n numbers.

use std::cmp::Ordering;

use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;

/// The condition `of · x ≤ at_most`; coefficients that are left out are 0.
#[derive(Clone, Debug)]
pub(crate) struct AtMost {
    pub(crate) of: Vec<Fraction>,
    pub(crate) at_most: Fraction,
}

/// Where a form is the largest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Maximum {
    At { point: Vec<Fraction>, value: Fraction },
    Beyond { point: Vec<Fraction>, direction: Vec<Fraction> },
    Nowhere,
}

/// The largest value of a form of as many variables as it has coefficients.
///
/// # Errors
/// Where 128 bits do not hold a number on the way.
pub(crate) fn maximum(goal: &[Fraction], conditions: &[AtMost]) -> Result<Maximum, TooPrecise> {
    let mut dictionary = Dictionary::new(goal, conditions)?;
    if !dictionary.enter_the_allowed(conditions)? {
        return Ok(Maximum::Nowhere);
    }
    let growing = dictionary.climb(dictionary.goal())?;
    let point = dictionary.point(goal.len());
    Ok(match growing {
        None => Maximum::At { point, value: dictionary.constant(dictionary.goal()) },
        Some(column) => Maximum::Beyond { point, direction: dictionary.direction(goal.len(), column) },
    })
}

/// The label of the variable that is above 0 while the point is not allowed. It is the first, so that it leaves when it can.
const OUTSIDE: usize = 0;

struct Dictionary {
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
    fn new(goal: &[Fraction], conditions: &[AtMost]) -> Result<Self, TooPrecise> {
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
    fn goal(&self) -> usize {
        self.basic.len()
    }

    fn cell(&self, row: usize, column: usize) -> Fraction {
        // INVARIANT: rows and columns are those of the dictionary.
        let position = row.saturating_mul(self.width).saturating_add(column);
        self.cells.get(position).copied().unwrap_or(Fraction::ZERO)
    }

    fn constant(&self, row: usize) -> Fraction {
        self.cell(row, self.free.len())
    }

    /// Goes to a point that is allowed, if there is one.
    fn enter_the_allowed(&mut self, conditions: &[AtMost]) -> Result<bool, TooPrecise> {
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
    fn climb(&mut self, goal: usize) -> Result<Option<usize>, TooPrecise> {
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

    fn point(&self, variables: usize) -> Vec<Fraction> {
        let value = |row: usize| self.constant(row);
        self.of_variables(variables, &value, None)
    }

    /// How the variables change when the variable of a column grows by 1.
    fn direction(&self, variables: usize, column: usize) -> Vec<Fraction> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::panic)]
mod tests {
    use super::*;

    type Rational = (i128, i128);

    /// Next of a sequence that looks random.
    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    }

    fn whole(values: &[i128]) -> Vec<Fraction> {
        values.iter().map(|value| Fraction::whole(*value)).listed()
    }

    /// A determinant by cofactors.
    fn determinant(matrix: &[Vec<i128>]) -> i128 {
        let Some((first, rest)) = matrix.split_first() else { return 1 };
        let minor = |skipped: usize| -> Vec<Vec<i128>> {
            let row = |row: &Vec<i128>| {
                row.iter().enumerate().filter(|(column, _)| *column != skipped).map(|(_, value)| *value).listed()
            };
            rest.iter().map(row).listed()
        };
        let signed = |column: usize, value: i128| if column.is_multiple_of(2) { value } else { -value };
        first.iter().enumerate().map(|(column, value)| signed(column, *value) * determinant(&minor(column))).sum()
    }

    /// All choices of `count` of so many.
    fn choices(from: usize, of: usize, count: usize) -> Vec<Vec<usize>> {
        if count == 0 {
            return vec![Vec::new()];
        }
        (from..of)
            .flat_map(|first| {
                choices(first + 1, of, count - 1).into_iter().map(move |rest| [vec![first], rest].concat())
            })
            .listed()
    }

    /// The points where as many of the conditions as there are variables hold with equality, by Cramer's rule, and that are
    /// allowed: all corners of what is allowed, in integers over one denominator.
    fn corners(rows: &[(Vec<i128>, i128)], variables: usize) -> Vec<(Vec<i128>, i128)> {
        let corner = |chosen: Vec<usize>| {
            let matrix = chosen.iter().map(|row| rows[*row].0.clone()).listed();
            let divisor = determinant(&matrix);
            let replaced = |column: usize| {
                let mut matrix = matrix.clone();
                matrix.iter_mut().zip(&chosen).for_each(|(row, chosen)| row[column] = rows[*chosen].1);
                determinant(&matrix) * divisor.signum()
            };
            let point = (0..variables).map(replaced).listed();
            let at_most = |(of, bound): &(Vec<i128>, i128)| {
                of.iter().zip(&point).map(|(a, x)| a * x).sum::<i128>() <= bound * divisor.abs()
            };
            (divisor != 0 && rows.iter().all(at_most)).then_some((point.clone(), divisor.abs()))
        };
        choices(0, rows.len(), variables).into_iter().filter_map(corner).listed()
    }

    /// The largest value at a corner.
    fn best(goal: &[i128], corners: &[(Vec<i128>, i128)]) -> Option<Rational> {
        let value = |(point, divisor): &(Vec<i128>, i128)| -> Rational {
            (goal.iter().zip(point).map(|(c, x)| c * x).sum(), *divisor)
        };
        corners.iter().map(value).reduce(|a, b| if a.0 * b.1 >= b.0 * a.1 { a } else { b })
    }

    fn with_signs(of: &[Vec<i128>], at_most: &[i128], variables: usize) -> Vec<(Vec<i128>, i128)> {
        let sign = |at: usize| ((0..variables).map(|column| if column == at { -1 } else { 0 }).listed(), 0);
        of.iter().cloned().zip(at_most.iter().copied()).chain((0..variables).map(sign)).listed()
    }

    /// Small systems against all their corners. What is allowed has no line in it, so that it has a corner if it is not
    /// empty; and a form grows without end exactly where it grows along a direction that all conditions allow, which is said
    /// by the corners of the directions of length 1.
    #[test]
    fn agrees_with_all_corners() {
        let mut state = 7;
        let mut met = [0, 0, 0];
        for _ in 0..20_000 {
            let variables = 1 + usize::try_from(next(&mut state) % 3).unwrap();
            let count = usize::try_from(next(&mut state) % 5).unwrap();
            let mut small = |range: u64| i128::from(next(&mut state) % (2 * range + 1)) - i128::from(range);
            let goal = (0..variables).map(|_| small(3)).listed();
            let of = (0..count).map(|_| (0..variables).map(|_| small(3)).listed()).listed();
            let at_most = (0..count).map(|_| small(5)).listed();
            let conditions = of
                .iter()
                .zip(&at_most)
                .map(|(of, at_most): (&Vec<i128>, &i128)| AtMost { of: whole(of), at_most: Fraction::whole(*at_most) });
            let answer = maximum(&whole(&goal), &conditions.listed()).unwrap();
            let rows = with_signs(&of, &at_most, variables);
            let best_of_corners = best(&goal, &corners(&rows, variables));
            let mut directions = with_signs(&of, &vec![0; count], variables);
            directions.push((vec![1; variables], 1));
            directions.push((vec![-1; variables], -1));
            let grows = best(&goal, &corners(&directions, variables)).is_some_and(|(value, _)| value > 0);
            let holds_at = |point: &[Fraction], rows: &[(Vec<i128>, i128)]| {
                rows.iter()
                    .all(|(of, bound)| dot(&whole(of), point).compared_with(Fraction::whole(*bound)).unwrap().is_le())
            };
            match (&answer, best_of_corners) {
                (Maximum::Nowhere, None) => met[0] += 1,
                (Maximum::At { point, value }, Some((best, divisor))) if !grows => {
                    met[1] += 1;
                    assert_eq!(*value, Fraction::new(best, divisor).unwrap());
                    assert_eq!(*value, dot(&whole(&goal), point));
                    assert!(holds_at(point, &rows));
                }
                (Maximum::Beyond { point, direction }, Some(_)) if grows => {
                    met[2] += 1;
                    assert!(holds_at(point, &rows));
                    assert!(holds_at(direction, &with_signs(&of, &vec![0; count], variables)));
                    assert!(dot(&whole(&goal), direction).sign().is_gt());
                }
                other => panic!("{other:?} of {goal:?}, {of:?}, {at_most:?}"),
            }
        }
        assert!(met.iter().all(|count| *count > 1_000), "{met:?}");
    }

    fn dot(a: &[Fraction], b: &[Fraction]) -> Fraction {
        a.iter().zip(b).fold(Fraction::ZERO, |sum, (a, b)| sum.plus(a.times(*b).unwrap()).unwrap())
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let near = |less: i128| Fraction::new(1, i128::MAX - less).unwrap();
        let condition = |a, b| AtMost { of: vec![a, b], at_most: Fraction::ONE };
        let conditions = [condition(near(0), near(1)), condition(near(2), near(3))];
        assert_eq!(maximum(&[Fraction::ONE, Fraction::ONE], &conditions), Err(TooPrecise));
    }
}
