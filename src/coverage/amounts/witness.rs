//! Does a reimbursement show a difference, to the cent? An act with the amounts of a point, and counters that put limits into a
//! state.
//!
//! ```text
//! neighbours   at most 64 points in whole cents around a point, the nearest first; what is known stays as it is
//! counters     used_up: the maximum was used on the care date;   unused: none
//! ```

use crate::coverage::amounts::domain::{Domain, Level, Looks, Price};
use crate::coverage::amounts::points::Point;
use crate::coverage::facts::act::{CARE_DATE, CARE_TYPE};
use crate::coverage::facts::amounts::{
    BENEFICIARY, BRSS, CHARGED, HLF, MEMBERSHIP_START, PLV, QUANTITY, RATE, RECONSTITUTED, SIDE, SIDES, STAY_ID, TOOTH,
};
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::witness::{Witness, WitnessValue};
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::formula::Question;
use crate::coverage::reimburse::limits::Counted;
use crate::coverage::reimburse::money::{Money, ZERO, money, to_money};
use crate::coverage::reimburse::pmss;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::usage::Use;
use crate::coverage::rule::model::{Limit, Maximum, Period, Rule, Scope};
use crate::ground::exact::amount::{Rounding, show};
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::{Fraction, TooPrecise};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// So many neighbours of a point are tried.
const NEIGHBOURS: usize = 64;
/// By how many cents an amount differs from its whole cents, the nearest first.
const CENTS: [i128; 8] = [0, 1, -1, 2, -2, 3, -3, 4];

/// Whether one of the points around a point at which what is free is in whole cents shows something; the nearest is tried first.
///
/// # Errors
/// Where 128 bits do not hold a number.
pub(crate) fn is_near(
    point: &Point,
    domain: &Domain,
    looks: &Looks,
    is_shown: &mut dyn FnMut(&Point) -> bool,
) -> Result<bool, TooPrecise> {
    let looks_at = |price: Price| looks.caps.contains(&price) || domain.bound(looks) == Some(price);
    let is_free = |level: Level| level == Level::Free;
    let free = [
        is_free(domain.charged),
        domain.secu.is_some_and(|secu| is_free(secu.brss)),
        is_free(domain.plv) && looks_at(Price::Plv),
        is_free(domain.hlf) && looks_at(Price::Hlf),
        is_free(domain.reconstituted) && looks.reconstituted,
    ];
    let each = match free.iter().filter(|is_free| **is_free).count() {
        0 => 1,
        1 | 2 => 8,
        3 => 4,
        _ => 2,
    };
    let mut tried = Vec::new();
    for number in 0..NEIGHBOURS {
        let mut digits = number;
        let mut near = |value: Fraction, is_free: bool| -> Result<Fraction, TooPrecise> {
            if !is_free {
                return Ok(value);
            }
            let digit = digits.checked_rem(each).unwrap_or_default();
            digits = digits.checked_div(each).unwrap_or_default();
            let cents = value.times(Fraction::whole(100))?.floor();
            Fraction::new(cents.saturating_add(CENTS.get(digit).copied().unwrap_or_default()).max(0), 100)
        };
        let [charged, brss, plv, hlf, reconstituted] = free;
        let neighbour = Point {
            charged: near(point.charged, charged)?,
            secu: match point.secu {
                Some((value, rate)) => Some((near(value, brss)?, rate)),
                None => None,
            },
            plv: near(point.plv, plv)?,
            hlf: near(point.hlf, hlf)?,
            reconstituted: near(point.reconstituted, reconstituted)?,
        };
        if digits > 0 {
            break;
        }
        if neighbour.is_in(domain, looks)? && !tried.contains(&neighbour) {
            if is_shown(&neighbour) {
                return Ok(true);
            }
            tried.push(neighbour);
        }
    }
    Ok(false)
}

impl Point {
    fn is_in(&self, domain: &Domain, looks: &Looks) -> Result<bool, TooPrecise> {
        let most = match domain.bound(looks) {
            None => self.charged,
            Some(Price::Plv) => self.plv,
            Some(Price::Hlf) => self.hlf,
            Some(Price::Brss) => self.secu.map_or(Fraction::ZERO, |(brss, _)| brss),
            Some(Price::Amount(amount)) => amount,
        };
        let has_base = self.secu.is_none_or(|(brss, _)| brss.sign().is_gt());
        Ok(has_base && self.charged.compared_with(most)?.is_le())
    }
}

/// The amounts of an act, and what limits need of it.
pub(crate) fn amounts(
    point: &Point,
    quantity: Fraction,
    date: CalendarDate,
    (domain, looks): (&Domain, &Looks),
    rules: &[&Rule],
) -> Vec<(String, Json)> {
    let decimal = |value: Fraction, at_least: usize| {
        let units = value.times(Fraction::whole(1_000_000)).map(Fraction::floor).unwrap_or_default();
        Json::String(show(units, 6, at_least))
    };
    let mut fields = Vec::new();
    let mut add = |name: &str, value: Json| fields.push((name.to_owned(), value));
    add(CARE_DATE, date.to_string().into());
    add(CHARGED, decimal(point.charged, 2));
    if let Some((brss, rate)) = point.secu {
        add(BRSS, decimal(brss, 2));
        add(RATE, decimal(rate.times(Fraction::whole(100)).unwrap_or(rate), 0));
    }
    if quantity != Fraction::ONE {
        add(QUANTITY, decimal(quantity, 0));
    }
    for (name, price, level, value) in
        [(PLV, Price::Plv, domain.plv, point.plv), (HLF, Price::Hlf, domain.hlf, point.hlf)]
    {
        if level != Level::Free || looks.caps.contains(&price) || domain.bound(looks) == Some(price) {
            add(name, decimal(value, 2));
        }
    }
    if looks.reconstituted {
        add(RECONSTITUTED, decimal(point.reconstituted, 2));
    }
    let limits = rules.iter().flat_map(|rule| rule.all_limits()).filter(|limit| limit.period != Period::Act).listed();
    let has = |is_meant: &dyn Fn(&Limit) -> bool| limits.iter().any(|limit| is_meant(limit));
    if has(&|limit| limit.scope != Scope::Family) {
        add(BENEFICIARY, "member".into());
    }
    if has(&|limit| limit.period == Period::Stay) {
        add(STAY_ID, "stay".into());
    }
    if has(&|limit| limit.period == Period::MembershipYear) {
        add(MEMBERSHIP_START, date.year_start().to_string().into());
    }
    if has(&|limit| matches!(limit.scope, Scope::Eye | Scope::Ear)) {
        add(SIDE, SIDES.first().copied().unwrap_or_default().into());
    }
    if has(&|limit| limit.scope == Scope::Tooth) {
        add(TOOTH, 11_u8.into());
    }
    fields
}

/// The act of a region with amounts.
pub(crate) fn act(witness: &Witness<'_>, amounts: Vec<(String, Json)>) -> Json {
    let mut fields = vec![
        (CARE_TYPE.to_owned(), Json::from(witness.care_type)),
        (MEMBER_AGE.to_owned(), Json::from(witness.member_age)),
    ];
    for fact in ActFact::ALL {
        let value = match witness.fact(fact) {
            None => Json::Null,
            Some(WitnessValue::Flag(value)) => Json::Bool(*value),
            Some(WitnessValue::Text(text)) => Json::String(text.clone().into_owned()),
        };
        fields.push((fact.name().to_owned(), value));
    }
    fields.extend(amounts);
    Json::Object(fields)
}

/// What a rule pays for an act with these amounts, to the cent; none where something is missing.
pub(crate) fn pays(rule: Option<&Rule>, act: &Json, is_used_up: &dyn Fn(&Limit) -> bool) -> Option<Money> {
    let Some(rule) = rule else { return Some(ZERO) };
    let priced = PricedAct::decode(act, &DeriveOptions::default()).ok()?;
    reckon(rule, &priced, &mut counters(rule, &priced, is_used_up)).map(|(complementary, _)| complementary)
}

/// What a rule pays for an act, and the Sécu part before contributions; it is counted.
pub(crate) fn reckon(rule: &Rule, priced: &PricedAct<'_>, counters: &mut Counters) -> Option<(Money, Money)> {
    let (act, date) = (&priced.amounts, priced.act.care_date);
    let question = Question { act, date, rounding: Rounding::Down, before: ZERO };
    let ladder = question.answer(rule, counters).ok()?;
    Some((ladder.complementary, ladder.secu.rss))
}

/// Counters that use up limits of a rule before an act.
pub(crate) fn counters(rule: &Rule, priced: &PricedAct<'_>, is_used_up: &dyn Fn(&Limit) -> bool) -> Counters {
    let mut counters = Counters::default();
    let (act, date) = (&priced.amounts, priced.act.care_date);
    let counted = Counted { act, date, paid_before: ZERO };
    for limit in rule.all_limits().filter(|limit| !limit.repeated && is_used_up(limit)) {
        let amount = |amount: Money| Use { amount, count: ZERO };
        let used = match limit.maximum {
            Maximum::Amount(maximum) => amount(money(maximum)),
            Maximum::PmssPercent(percent) => {
                let pmss = pmss::of_act(act, date).unwrap_or(ZERO);
                amount(to_money(pmss::percent_of_pmss(pmss, percent)))
            }
            Maximum::Count(maximum) | Maximum::Days(maximum) => Use { amount: ZERO, count: money(maximum) },
        };
        if let Some(place) = counted.place(limit) {
            counters.add(&limit.key, place, used);
        }
    }
    counters
}
