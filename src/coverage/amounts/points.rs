//! Where does one amount exceed another?
//!
//! ```text
//! points     a point with left − right ≥ 0.01 is looked for first, among all amounts. If there is one: amounts that are easy
//!            to read are tried, then those of at most 10,000 €, and only then the first point is taken
//! ```

use crate::coverage::amounts::domain::{Cell, Domain, Level, Looks, Secu};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::form::Form;
use crate::coverage::amounts::paid::Case;
use crate::coverage::amounts::search::{Peak, Search};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::ground::exact::fraction::{Fraction, TooPrecise};

/// An amount as a function of those of acts: cases for each of their cells.
pub(crate) type Amount<'a> = &'a dyn Fn(&[Cell]) -> Result<Vec<Case>, Undecided>;

/// The amounts of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) charged: Fraction,
    /// The BR and the rate (1 for 100 %), where there is a BR.
    pub(crate) secu: Option<(Fraction, Fraction)>,
    pub(crate) plv: Fraction,
    pub(crate) hlf: Fraction,
    pub(crate) reconstituted: Fraction,
}

/// What is charged and the BR in examples that are easy to read.
const EXAMPLES: [(i128, i128); 10] =
    [(60, 30), (30, 30), (45, 30), (120, 30), (300, 30), (600, 120), (2_000, 400), (40, 10), (20, 30), (10_000, 2_000)];
/// What a readable example has for a PLV, an HLF and a reconstituted base that are free: so many times what is charged, in
/// halves.
const PRICES: [i128; 2] = [1, 4];

/// What comes of points at which an amount is at least 0.01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// There is no such point.
    Nowhere,
    /// One of them shows it.
    Shown,
    /// None of those that were tried does.
    Hidden,
}

/// Tries points of an act at which an amount is at least 0.01, those with at least 0.03 first, until one shows it.
///
/// # Errors
/// Where it cannot be decided.
pub(crate) fn points(
    budget: &mut Budget,
    domain: &Domain,
    looks: &Looks,
    amount: Amount<'_>,
    is_shown: &mut dyn FnMut(&Point) -> Result<bool, TooPrecise>,
) -> Result<Found, Undecided> {
    let enough = Fraction::new(3, 100)?;
    let mut find = |domain: &Domain, most: Option<Fraction>| -> Result<Option<(Point, bool)>, Undecided> {
        let domains = std::slice::from_ref(domain);
        let ask = Ask { domains, looks, amount, most, at_least: Fraction::new(1, 100)?, enough: Some(enough) };
        let Some((cells, peak)) = ask.peak(budget)? else { return Ok(None) };
        let (point, value) = peak.reaching(enough)?;
        let is_enough = value.compared_with(enough)?.is_ge();
        let point = cells.first().map(|cell| Point::of(domain, cell, &point)).transpose()?;
        Ok(point.map(|point| (point, is_enough)))
    };
    let Some(first) = find(domain, None)? else { return Ok(Found::Nowhere) };
    let (mut has_enough, mut less) = (false, Vec::new());
    for domain in readable(domain) {
        match find(&domain, None)? {
            Some((point, true)) if is_shown(&point)? => return Ok(Found::Shown),
            Some((_, true)) => has_enough = true,
            Some((point, false)) => less.push(point),
            None => {}
        }
    }
    let small = if has_enough { None } else { find(domain, Some(Fraction::whole(10_000)))? };
    for (point, is_enough) in small.into_iter().chain([first]) {
        if !is_enough {
            less.push(point);
        } else if is_shown(&point)? {
            return Ok(Found::Shown);
        }
    }
    for point in &less {
        if is_shown(point)? {
            return Ok(Found::Shown);
        }
    }
    Ok(Found::Hidden)
}

/// The domain with amounts that are easy to read in place of those that are free.
fn readable(domain: &Domain) -> Vec<Domain> {
    let mut readable = Vec::new();
    for halves in PRICES {
        for (charged, brss) in EXAMPLES {
            let pick = |level: Level, number: Option<Fraction>| match (level, number) {
                (Level::Free, Some(number)) => Level::Known(number),
                _ => level,
            };
            let price = Fraction::new(charged.saturating_mul(halves), 2).ok();
            // Where the BR is known, what is charged is as many times as much.
            let charged = match domain.secu {
                Some(Secu { brss: Level::Known(known), .. }) => {
                    Fraction::new(charged, brss).and_then(|times| times.times(known)).ok()
                }
                _ => Some(Fraction::whole(charged)),
            };
            let example = Domain {
                charged: pick(domain.charged, charged),
                secu: domain.secu.map(|secu| Secu { brss: pick(secu.brss, Some(Fraction::whole(brss))), ..secu }),
                plv: pick(domain.plv, price),
                hlf: pick(domain.hlf, price),
                reconstituted: pick(domain.reconstituted, price),
                charged_at_most: domain.charged_at_most,
            };
            if example != *domain && !readable.contains(&example) {
                readable.push(example);
            }
        }
    }
    readable
}

/// A question of the largest value.
struct Ask<'a> {
    domains: &'a [Domain],
    looks: &'a Looks,
    amount: Amount<'a>,
    /// What is charged at most, for each act.
    most: Option<Fraction>,
    at_least: Fraction,
    enough: Option<Fraction>,
}

impl Ask<'_> {
    /// The first value that is enough, or the largest.
    fn peak(&self, budget: &mut Budget) -> Result<Option<(Vec<Cell>, Peak)>, Undecided> {
        let mut best: Option<(Vec<Cell>, Peak)> = None;
        for (cells, coordinates) in Cell::all(self.domains, self.looks)? {
            let mut within = Vec::new();
            for cell in &cells {
                within.extend(cell.conditions.iter().cloned().map(Expression::Form));
                if let Some(most) = self.most {
                    within.push(Expression::Form(Form::constant(most).minus(&cell.charged)?));
                }
            }
            for Case { conditions, value } in (self.amount)(&cells)? {
                let bound = best.as_ref().map(|(_, peak)| peak.value);
                let mut search = Search {
                    budget: &mut *budget,
                    coordinates,
                    at_least: bound.unwrap_or(self.at_least),
                    is_above: bound.is_some(),
                    enough: self.enough,
                    best: None,
                };
                search.look(within.iter().chain(&conditions), value)?;
                let is_over = search.is_over();
                if let Some(peak) = search.best {
                    best = Some((cells.clone(), peak));
                }
                if is_over {
                    return Ok(best);
                }
            }
        }
        Ok(best)
    }
}

impl Peak {
    /// A point with at least a value where it grows without end; else the point as it is.
    fn reaching(self, enough: Fraction) -> Result<(Vec<Fraction>, Fraction), TooPrecise> {
        let Some((direction, growth)) = self.growth else { return Ok((self.point, self.value)) };
        if self.value.compared_with(enough)?.is_ge() {
            return Ok((self.point, self.value));
        }
        // Whole steps, so that amounts are easier to read.
        let steps = enough.minus(self.value)?.divided_by(growth)?.floor().saturating_add(1);
        let mut point = self.point;
        for (coordinate, change) in point.iter_mut().zip(direction) {
            *coordinate = coordinate.plus(change.times(Fraction::whole(steps))?)?;
        }
        Ok((point, self.value.plus(growth.times(Fraction::whole(steps))?)?))
    }
}

impl Point {
    fn of(domain: &Domain, cell: &Cell, point: &[Fraction]) -> Result<Self, TooPrecise> {
        let secu = domain.secu.map(|secu| cell.brss.at(point).map(|brss| (brss, secu.rate))).transpose()?;
        Ok(Point {
            charged: cell.charged.at(point)?,
            secu,
            plv: cell.plv.at(point)?,
            hlf: cell.hlf.at(point)?,
            reconstituted: cell.reconstituted.at(point)?,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::coverage::amounts::paid::{Setting, Used, paid};
    use crate::coverage::rule::model::Rule;
    use crate::coverage::rule::payload::{self, RulePayload};
    use crate::ground::diagnostics::problems::Problems;
    use crate::ground::small::listed::Listed;
    use crate::ground::value::json::Json;
    use crate::ground::value::pointer::Path;

    fn rule(text: &str) -> Rule {
        let json: Json = text.parse().unwrap();
        let RulePayload::Rule(rule) = payload::rule(&mut Problems::default(), &json, &Path::Root) else {
            panic!("{text}")
        };
        rule.model().unwrap()
    }

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    fn domain(secu: Option<i128>) -> Domain {
        Domain {
            charged: Level::Free,
            charged_at_most: None,
            secu: secu.map(|percent| Secu { brss: Level::Free, rate: fraction(percent, 100) }),
            plv: Level::Free,
            hlf: Level::Free,
            reconstituted: Level::Free,
        }
    }

    /// The first point at which one rule pays more than the other.
    fn more(left: &str, right: &str, domain: &Domain, used: &Used) -> Result<Option<Point>, Undecided> {
        let (left, right) = (rule(left), rule(right));
        let used = |_: &_| used.clone();
        let setting = Setting { quantity: Fraction::ONE, pmss: Some(Fraction::whole(4_005)), used: &used };
        let difference = |cells: &[Cell]| {
            let (mut cases, cell) = (Vec::new(), cells.first().unwrap());
            for left in paid(&left, cell, &setting)? {
                for right in paid(&right, cell, &setting)? {
                    let conditions = left.conditions.iter().chain(&right.conditions).cloned().listed();
                    cases.push(Case { conditions, value: left.amc.clone().minus(right.amc)? });
                }
            }
            Ok(cases)
        };
        let looks = Looks::of(&[&left, &right]).unwrap();
        let mut first = None;
        let mut is_shown = |point: &Point| {
            first = Some(*point);
            Ok(true)
        };
        points(&mut Budget::new(), domain, &looks, &difference, &mut is_shown)?;
        Ok(first)
    }

    fn percent(kind: &str, percent: &str, share: &str) -> String {
        format!(r#"{{ "components": [{{ "kind": "{kind}", "percent": "{percent}" }}], "secu_share": "{share}" }}"#)
    }

    #[test]
    fn a_reworded_rule_pays_the_same() {
        let all_included = percent("brss_percent", "100", "included");
        let rest_excluded = percent("ticket_moderateur", "100", "excluded");
        for secu in [None, Some(70), Some(100), Some(15)] {
            let domain = domain(secu);
            assert_eq!(more(&all_included, &rest_excluded, &domain, &Used::Nothing), Ok(None));
            assert_eq!(more(&rest_excluded, &all_included, &domain, &Used::Nothing), Ok(None));
        }
    }

    #[test]
    fn a_point_that_is_easy_to_read_is_first() {
        let (less, more_of_it) =
            (percent("brss_percent", "150", "included"), percent("brss_percent", "200", "included"));
        let point = more(&more_of_it, &less, &domain(Some(70)), &Used::Nothing).unwrap().unwrap();
        assert_eq!((point.charged, point.secu), (Fraction::whole(60), Some((Fraction::whole(30), fraction(7, 10)))));
        assert_eq!(more(&less, &more_of_it, &domain(Some(70)), &Used::Nothing), Ok(None));
        assert_eq!(more(&more_of_it, &less, &domain(None), &Used::Nothing), Ok(None));
    }
}
