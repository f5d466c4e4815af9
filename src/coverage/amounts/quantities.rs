//! At which quantities of an act are rules compared?
//!
//! ```text
//! 1                               where no rule looks at the quantity
//! 1, 2, N and N + 1 of each maximum of days, and of each of a count that is used by sessions      else; at most eight
//! ```

use crate::coverage::amounts::undecided::Undecided;
use crate::coverage::rule::model::{Component, Maximum, Plain, Rule, Unit};
use crate::ground::exact::fraction::Fraction;

/// So many are asked for at most.
const MAX_QUANTITIES: usize = 8;

/// The quantities, those that are always asked for first.
///
/// # Errors
/// Where 128 bits do not hold a number.
pub(crate) fn quantities<'a>(rules: &[&'a Rule]) -> Result<Vec<Fraction>, Undecided> {
    let mut quantities = vec![Fraction::ONE];
    let mut maxima = Vec::new();
    let mut is_looked_at = false;
    let for_units = |plain: &Plain| plain.unit().is_some_and(|unit| unit != Unit::Act);
    for rule in rules {
        let own = rule.limits.iter().map(|limit| (limit, rule.is_per_session()));
        let of_component =
            |component: &'a Component| component.limits.iter().map(|limit| (limit, component.term.is_per_session()));
        for (limit, is_per_session) in own.chain(rule.components.iter().flat_map(of_component)) {
            maxima.extend(match limit.maximum {
                Maximum::Days(maximum) => Some(maximum),
                Maximum::Count(maximum) if is_per_session => Some(maximum),
                _ => None,
            });
        }
        let mut part = Some(*rule);
        while let Some(rule) = part {
            let mut plain = rule.components.iter().flat_map(|component| component.term.plain());
            is_looked_at |= plain.any(for_units);
            part = rule.beyond_limits.as_deref();
        }
    }
    if !is_looked_at && maxima.is_empty() {
        return Ok(quantities);
    }
    quantities.push(Fraction::whole(2));
    for maximum in maxima {
        let maximum = Fraction::of(maximum)?;
        for quantity in [maximum, maximum.plus(Fraction::ONE)?] {
            if quantity.sign().is_gt() && quantities.len() < MAX_QUANTITIES && !quantities.contains(&quantity) {
                quantities.push(quantity);
            }
        }
    }
    Ok(quantities)
}
