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
//! The simplex algorithm: see [`dictionary`](crate::ground::exact::dictionary).

use crate::ground::exact::dictionary::{AtMost, Dictionary};
use crate::ground::exact::fraction::{Fraction, TooPrecise};

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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::panic)]
mod tests {
    use super::*;
    use crate::ground::small::listed::Listed;

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
