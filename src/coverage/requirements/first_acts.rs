//! Which acts can one member have that are paid first, and what do they use of the limits of a rule?
//!
//! Each is charged 10,000 € at its tariff, or what it may be charged at most. Only acts whose rule shares a key with the other rule use its
//! limits; acts that are paid alike use them alike.

use crate::coverage::amounts::domain::{Level, Looks, Price, Secu};
use crate::coverage::amounts::limits::{OfCoverage, share_limits};
use crate::coverage::amounts::points::Point;
use crate::coverage::amounts::question::{Fields, of_any_type};
use crate::coverage::amounts::witness::{amounts, reckon};
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::facts::amounts::SIDE;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::boxes::ActBox;
use crate::coverage::requirements::class::Class;
use crate::coverage::requirements::equipment::Cut;
use crate::coverage::requirements::example::with_fields;
use crate::coverage::requirements::judge::{Asked, Judge};
use crate::coverage::rule::model::Rule;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// What is charged for an act that is paid first, and the base where it is not known.
const CHARGED: i128 = 10_000;
const BASE: i128 = 30;
/// So many combinations of first acts are tried for a box.
const MAX_COMBINATIONS: usize = 1_024;

/// The classes of the acts that are paid first; none: the act itself.
pub(crate) struct First<'b> {
    pub(crate) acts: Vec<(Cut<'b>, Option<&'static str>)>,
    pub(crate) months: u32,
}

/// An act that is paid first.
pub(super) struct Bought<'b> {
    pub(super) of: &'b ActBox,
    pub(super) side: Option<&'static str>,
    /// Among all such acts of a requirement.
    pub(super) number: usize,
    /// The rule that pays it, none where nothing covers it, and its fields; or why it cannot be paid.
    pub(super) paid: Result<(Option<OfCoverage<'b>>, Fields), UndecidedReason>,
}

impl<'b> Bought<'b> {
    /// Whether its rule uses limits of another.
    pub(super) fn uses(&self, rule: &Rule) -> bool {
        let Ok((Some(covering), _)) = &self.paid else { return false };
        share_limits(covering.rule, rule)
    }
}

/// What is used after some acts; none where one of them cannot be computed.
pub(super) fn after(acts: &[&Bought<'_>]) -> Option<Counters> {
    let mut counters = Counters::default();
    for act in acts {
        let Ok((Some(covering), fields)) = &act.paid else { continue };
        let act = of_any_type(fields);
        let priced = PricedAct::decode(&act, &DeriveOptions::default()).ok()?;
        reckon(covering.rule, &priced, &mut counters)?;
    }
    Some(counters)
}

impl<'a> Judge<'a> {
    /// The acts that are paid first, by class; without a list those of the boxes themselves.
    pub(super) fn first_acts<'b>(&self, asked: &Asked<'b>, first: &First<'b>) -> Vec<Vec<Bought<'b>>>
    where
        'a: 'b,
    {
        let own = [(Cut { class: asked.class, boxes: asked.boxes }, None)];
        let cuts = if first.acts.is_empty() { own.as_slice() } else { &first.acts };
        let mut number = 0_usize;
        let mut all = Vec::with_capacity(cuts.len());
        for (cut, side) in cuts {
            let mut acts = Vec::with_capacity(cut.boxes.list.len());
            for of in &cut.boxes.list {
                let paid = self.rule(of).and_then(|covering| {
                    let rules = covering.iter().map(|covering| covering.rule).listed();
                    Ok((covering, self.fields(of, cut.class, *side, &rules)?))
                });
                acts.push(Bought { of, side: *side, number, paid });
                number = number.saturating_add(1);
            }
            all.push(acts);
        }
        all
    }

    fn fields(
        &self,
        of: &ActBox,
        class: &Class,
        side: Option<&'static str>,
        rules: &[&Rule],
    ) -> Result<Fields, TooPrecise> {
        let tariff = of.tariff.and_then(|position| class.tariffs.get(position)).map(|tariff| &tariff.amounts);
        let all = domains(&of.region, tariff, None)?;
        let Some(domain) = all.first() else { return Ok(Vec::new()) };
        let looks = Looks::of(rules)?;
        let charged = Fraction::whole(CHARGED);
        let at = |level: Level, free: Fraction| if let Level::Known(number) = level { number } else { free };
        let most = match domain.bound(&looks) {
            None | Some(Price::Brss) => charged,
            Some(Price::Amount(amount)) => amount,
            Some(Price::Plv) => at(domain.plv, charged),
            Some(Price::Hlf) => at(domain.hlf, charged),
        };
        let point = Point {
            charged: if most.compared_with(charged)?.is_lt() { most } else { charged },
            secu: domain.secu.map(|Secu { brss, rate }| (at(brss, Fraction::whole(BASE)), rate)),
            plv: at(domain.plv, charged),
            hlf: at(domain.hlf, charged),
            reconstituted: at(domain.reconstituted, charged),
        };
        let fields = amounts(&point, Fraction::ONE, self.on.date, (domain, &looks), rules);
        let side = side.map(|side| (SIDE, Json::from(side)));
        Ok(with_fields(fields, &side.into_iter().listed()))
    }
}

/// The combinations of first acts that one member can have with an act of a box; none where they are too many.
pub(super) fn combinations<'r, 'b>(of: &ActBox, acts: &'r [Vec<Bought<'b>>]) -> Option<Vec<Vec<&'r Bought<'b>>>> {
    let mut all: Vec<(u8, u8, Vec<&Bought<'b>>)> = vec![(of.region.ages.min, of.region.ages.max, Vec::new())];
    // What the catalogue does not have is not paid first.
    for acts in acts.iter().filter(|acts| !acts.is_empty()) {
        let mut longer = Vec::new();
        for (min, max, bought) in &all {
            for next in acts {
                let ages = next.of.region.ages;
                let (min, max) = ((*min).max(ages.min), (*max).min(ages.max));
                if min <= max {
                    longer.push((min, max, bought.iter().copied().chain([next]).listed()));
                }
            }
        }
        if longer.len() > MAX_COMBINATIONS {
            return None;
        }
        all = longer;
    }
    Some(all.into_iter().map(|(_, _, bought)| bought).filter(|bought| !bought.is_empty()).listed())
}
