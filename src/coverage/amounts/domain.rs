//! Of which amounts is a question asked, and how is it cut so that the Sécu part and what is eligible are linear?
//!
//! ```text
//! base = min(charged, BR)      RSS = base × rate      eligible = min(charged, cap)
//! ```
//! A cell says for the BR and each price cap whether it is below what was charged. There, free amounts are sums of coordinates of
//! at least 0 (charged = BR + excess, or BR = charged + rest), so that signs tell most amounts apart.

use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::form::Form;
use crate::coverage::rule::model::PriceCap;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;

/// An amount of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Free,
    Known(Fraction),
}

/// What the Sécu has for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Secu {
    /// Free: at least a cent.
    pub(crate) brss: Level,
    /// 1 for 100 %.
    pub(crate) rate: Fraction,
}

/// A price that is compared with what was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Price {
    Brss,
    Plv,
    Hlf,
    Amount(Fraction),
}

impl Price {
    pub(crate) fn of(cap: PriceCap) -> Result<Self, TooPrecise> {
        Ok(match cap {
            PriceCap::Plv => Price::Plv,
            PriceCap::Hlf => Price::Hlf,
            PriceCap::Amount(amount) => Price::Amount(Fraction::of(amount)?),
        })
    }
}

/// The amounts of an act that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Domain {
    /// What was charged; none of it is above `charged_at_most`.
    pub(crate) charged: Level,
    pub(crate) charged_at_most: Option<Price>,
    /// None: neither a BR nor a Sécu part.
    pub(crate) secu: Option<Secu>,
    pub(crate) plv: Level,
    pub(crate) hlf: Level,
    pub(crate) reconstituted: Level,
}

impl Domain {
    /// What is charged at most; a price that is free and that no rule looks at bounds nothing.
    pub(crate) fn bound(&self, looks: &Looks) -> Option<Price> {
        let is_free = |price: Price| match price {
            Price::Plv => self.plv == Level::Free,
            Price::Hlf => self.hlf == Level::Free,
            Price::Brss | Price::Amount(_) => false,
        };
        self.charged_at_most.filter(|price| looks.caps.contains(price) || !is_free(*price))
    }
}

/// What the rules of a question look at; anything else does not vary.
#[derive(Clone, Debug, Default)]
pub(crate) struct Looks {
    /// Each once.
    pub(crate) caps: Vec<Price>,
    pub(crate) reconstituted: bool,
}

/// Amounts of an act between which no minimum of the law changes.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) charged: Form,
    /// 0 without one.
    pub(crate) brss: Form,
    pub(crate) plv: Form,
    pub(crate) hlf: Form,
    pub(crate) reconstituted: Form,
    /// The lower of charged and BR.
    pub(crate) base: Form,
    pub(crate) rss: Form,
    /// At least 0 in the cell.
    pub(crate) conditions: Vec<Form>,
    /// The prices that were compared, and whether they are above what was charged.
    above: Vec<(Price, bool)>,
    /// How many coordinates there are, with those before.
    coordinates: usize,
}

impl Cell {
    /// The cells of the acts of a sequence, one domain for each; together they are all such amounts. Each comes with the number
    /// of its coordinates.
    ///
    /// # Errors
    /// Where 128 bits do not hold a number.
    pub(crate) fn all(domains: &[Domain], looks: &Looks) -> Result<Vec<(Vec<Self>, usize)>, TooPrecise> {
        let mut all: Vec<(Vec<Self>, usize)> = vec![(Vec::new(), 0)];
        for domain in domains {
            let mut longer = Vec::new();
            for (cells, coordinates) in all {
                for cell in Cell::of(domain, looks, coordinates)? {
                    let after = cell.coordinates;
                    longer.push((cells.iter().cloned().chain([cell]).listed(), after));
                }
            }
            all = longer;
        }
        Ok(all)
    }

    /// The cells of a domain whose coordinates come after others.
    fn of(domain: &Domain, looks: &Looks, before: usize) -> Result<Vec<Self>, TooPrecise> {
        let mut prices: Vec<Price> = Vec::new();
        let brss = domain.secu.is_some().then_some(Price::Brss);
        let bound = domain.bound(looks);
        for price in brss.into_iter().chain(bound).chain(looks.caps.iter().copied()) {
            if !prices.contains(&price) {
                prices.push(price);
            }
        }
        let mut choices: Vec<Vec<(Price, bool)>> = vec![Vec::new()];
        for price in prices {
            let mut longer = Vec::with_capacity(choices.len().saturating_mul(2));
            for choice in choices {
                for is_above in [false, true] {
                    if is_above || bound != Some(price) {
                        let mut choice = choice.clone();
                        choice.push((price, is_above));
                        longer.push(choice);
                    }
                }
            }
            choices = longer;
        }
        let mut cells = Vec::with_capacity(choices.len());
        for above in choices {
            cells.extend(Cell::new(domain, looks, above, before)?);
        }
        Ok(cells)
    }

    /// The cell of a choice; none where known numbers rule it out.
    fn new(
        domain: &Domain,
        looks: &Looks,
        above: Vec<(Price, bool)>,
        before: usize,
    ) -> Result<Option<Self>, TooPrecise> {
        let mut coordinates = before;
        let mut coordinate = || {
            coordinates = coordinates.saturating_add(1);
            Form::coordinate(coordinates.saturating_sub(1))
        };
        let cent = Form::constant(Fraction::new(1, 100)?);
        let known = |price: Price| match price {
            Price::Amount(amount) => Level::Known(amount),
            Price::Brss => domain.secu.map_or(Level::Known(Fraction::ZERO), |secu| secu.brss),
            Price::Plv => domain.plv,
            Price::Hlf => domain.hlf,
        };
        // Prices below first: what was charged is one of them and more.
        let mut forms: Vec<(Price, Form)> = Vec::new();
        for (price, _) in above.iter().filter(|(_, is_above)| !is_above) {
            let form = match known(*price) {
                Level::Known(number) => Form::constant(number),
                Level::Free if *price == Price::Brss => coordinate().plus(&cent)?,
                Level::Free => coordinate(),
            };
            forms.push((*price, form));
        }
        let charged = match (domain.charged, forms.first()) {
            (Level::Known(number), _) => Form::constant(number),
            (Level::Free, Some((_, lower))) => lower.plus(&coordinate())?,
            (Level::Free, None) => coordinate(),
        };
        let mut conditions = Vec::new();
        for (_, lower) in &forms {
            conditions.push(charged.minus(lower)?);
        }
        for (price, _) in above.iter().filter(|(_, is_above)| *is_above) {
            let form = match known(*price) {
                Level::Known(number) => Form::constant(number),
                Level::Free => charged.plus(&coordinate())?,
            };
            conditions.push(form.minus(&charged)?);
            if *price == Price::Brss {
                conditions.push(form.minus(&cent)?);
            }
            forms.push((*price, form));
        }
        let form = |price: Price| {
            let compared = forms.iter().find(|(other, _)| *other == price);
            let number = |level| if let Level::Known(number) = level { number } else { Fraction::ZERO };
            compared.map_or_else(|| Form::constant(number(known(price))), |(_, form)| form.clone())
        };
        let (brss, plv, hlf) = (form(Price::Brss), form(Price::Plv), form(Price::Hlf));
        let reconstituted = match domain.reconstituted {
            Level::Known(number) => Form::constant(number),
            Level::Free if looks.reconstituted => coordinate(),
            Level::Free => Form::ZERO,
        };
        let is_above = |(price, is_above): &(Price, bool)| *price == Price::Brss && *is_above;
        let base = if above.iter().any(is_above) { charged.clone() } else { brss.clone() };
        let rss = base.times(domain.secu.map_or(Fraction::ZERO, |secu| secu.rate))?;
        conditions.retain(|condition| !condition.has_no(std::cmp::Ordering::Less));
        if conditions.iter().any(|condition| condition.most().is_some_and(|most| most.sign().is_lt())) {
            return Ok(None);
        }
        Ok(Some(Cell { charged, brss, plv, hlf, reconstituted, base, rss, conditions, above, coordinates }))
    }

    /// What was charged, at most a price.
    pub(crate) fn eligible(&self, cap: Option<Price>) -> Result<Expression, TooPrecise> {
        let charged = Expression::Form(self.charged.clone());
        let Some(cap) = cap else { return Ok(charged) };
        let price = Expression::Form(match cap {
            Price::Brss => self.brss.clone(),
            Price::Plv => self.plv.clone(),
            Price::Hlf => self.hlf.clone(),
            Price::Amount(amount) => Form::constant(amount),
        });
        match self.above.iter().find(|(other, _)| *other == cap) {
            Some((_, true)) => Ok(charged),
            Some((_, false)) => Ok(price),
            None => Expression::least(vec![charged, price]),
        }
    }
}
