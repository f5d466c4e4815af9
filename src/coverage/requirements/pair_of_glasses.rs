//! What is paid for a frame and two lenses on one day?
//!
//! The Sécu part and the complementary part of the three together, limits unused: the most over the orders in which they are paid. What
//! is paid never falls when more is charged, so that the most over what is charged is at a price that is higher than all that rules
//! name.

use crate::coverage::amounts::domain::{Domain, Level, Looks, Price, Secu};
use crate::coverage::amounts::limits::share_limits;
use crate::coverage::amounts::points::Point;
use crate::coverage::amounts::witness::{act, amounts, reckon};
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::amounts::{SIDE, SIDES};
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::answer::answer;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::reimburse::options;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::secu::SecuPart;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::coverage::rule::model::{PathwaySurcharge, Rule};
use crate::ground::exact::amount::Rounding;
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// A price that examples have, and one that is above all that rules name.
pub(super) const PRICES: [i128; 2] = [10_000, 999_999_999];

/// The orders in which three acts can be paid.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// An item of a pair of glasses: acts that are paid alike.
#[derive(Clone, Copy)]
pub(super) struct Item<'b> {
    pub(super) region: &'b ActRegion<'b>,
    /// None: nothing covers it.
    pub(super) rule: Option<&'b Rule>,
    pub(super) domain: &'b Domain,
}

/// What is paid for them.
#[derive(Clone, Copy)]
pub(super) struct Paid {
    pub(super) total: Money,
    pub(super) complementary: Money,
    pub(super) tickets: Money,
    order: [usize; 3],
}

impl Paid {
    /// The acts in the order in which they are paid.
    pub(super) fn in_order(&self, acts: &[Json]) -> Vec<Json> {
        self.order.iter().filter_map(|position| acts.get(*position)).cloned().listed()
    }
}

/// A frame, a left lens and a right lens at a price each, and what is paid for them.
///
/// # Errors
/// Where an amount is missing, or too precise.
pub(super) fn paid(
    items: [Item<'_>; 3],
    member_age: u8,
    date: CalendarDate,
    price: i128,
) -> Result<(Vec<Json>, Paid), UndecidedReason> {
    let mut acts = Vec::with_capacity(items.len());
    for (position, item) in items.iter().enumerate() {
        // The first is the frame.
        let side = position.checked_sub(1).and_then(|lens| SIDES.get(lens)).copied();
        acts.push(act_at(item, member_age, date, price, side)?);
    }
    let mut priced = Vec::with_capacity(items.len());
    for (act, item) in acts.iter().zip(items) {
        let act = PricedAct::decode(act, &DeriveOptions::default()).map_err(|_| UndecidedReason::TooPrecise)?;
        priced.push((act, item.rule));
    }
    let shares = |item: Item<'_>, other: Item<'_>| {
        item.rule.zip(other.rule).is_some_and(|(rule, other)| share_limits(rule, other))
    };
    let [frame, left, right] = items;
    let is_any = shares(frame, left) || shares(frame, right) || shares(left, right);
    let mut most: Option<Paid> = None;
    // Without a limit that several of them share, one order is like another.
    for order in ORDERS.into_iter().take(if is_any { ORDERS.len() } else { 1 }) {
        let paid = in_turn(&priced, order)?;
        if most.is_none_or(|most| paid.total > most.total) {
            most = Some(paid);
        }
    }
    most.map(|most| (acts, most)).ok_or(UndecidedReason::TooPrecise)
}

fn in_turn(acts: &[(PricedAct<'_>, Option<&Rule>)], order: [usize; 3]) -> Result<Paid, UndecidedReason> {
    let mut counters = Counters::default();
    let mut paid = Paid { total: ZERO, complementary: ZERO, tickets: ZERO, order };
    for (priced, rule) in order.iter().filter_map(|position| acts.get(*position)) {
        // What nothing covers has a Sécu part, too.
        let secu = SecuPart::of(&priced.amounts, PathwaySurcharge::default(), ZERO, Rounding::Down, &mut Vec::new());
        let secu = secu.ok_or(UndecidedReason::TooPrecise)?;
        let complementary = match rule {
            None => ZERO,
            // All else that a rule needs, the act has.
            Some(rule) => reckon(rule, priced, &mut counters).ok_or(UndecidedReason::MissingPmss)?.0,
        };
        paid.total += secu.rss + complementary;
        paid.complementary += complementary;
        paid.tickets += (secu.base - secu.rss).max(ZERO);
    }
    Ok(paid)
}

/// An item at a price; what is charged is at most what may be.
fn act_at(
    item: &Item<'_>,
    member_age: u8,
    date: CalendarDate,
    price: i128,
    side: Option<&'static str>,
) -> Result<Json, TooPrecise> {
    let rules = item.rule.into_iter().listed();
    let looks = Looks::of(&rules)?;
    let price = Fraction::whole(price);
    let at = |level: Level| if let Level::Known(number) = level { number } else { price };
    let Domain { plv, hlf, reconstituted, .. } = *item.domain;
    let most = match item.domain.bound(&looks) {
        None => price,
        Some(Price::Amount(amount)) => amount,
        Some(Price::Plv) => at(plv),
        Some(Price::Hlf) => at(hlf),
        Some(Price::Brss) => item.domain.secu.map_or(price, |secu| at(secu.brss)),
    };
    let charged = if most.compared_with(price)?.is_lt() { most } else { price };
    let secu = item.domain.secu.map(|Secu { brss, rate }| (at(brss), rate));
    let point = Point { charged, secu, plv: at(plv), hlf: at(hlf), reconstituted: at(reconstituted) };
    let mut fields = amounts(&point, Fraction::ONE, date, (item.domain, &looks), &rules);
    if let Some(side) = side {
        fields.retain(|(name, _)| name != SIDE);
        fields.push((SIDE.to_owned(), side.into()));
    }
    let mut act = act(&item.region.witness, fields);
    if let Json::Object(fields) = &mut act {
        let age = fields.iter_mut().find(|(name, _)| name == MEMBER_AGE);
        age.into_iter().for_each(|(_, age)| *age = member_age.into());
    }
    Ok(act)
}

/// What the coverage answers for acts, one after the other, from unused limits.
pub(super) fn reimbursements<'a>(compiled: &'a Compiled, acts: &[Json]) -> Vec<Reimbursement<'a>> {
    let mut counters = Counters::default();
    let mut results = Vec::new();
    for act in acts {
        let Ok(priced) = PricedAct::decode(act, &compiled.tables.options.derive) else { continue };
        let Ok(options) = options::of_one(None) else { continue };
        let Ok((mut result, _)) = answer(compiled, &priced, &mut counters, &options, ZERO) else { continue };
        result.counters = counters.show();
        results.push(result);
    }
    results
}
