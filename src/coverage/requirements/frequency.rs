//! Is what was paid once paid again too early, or not when it is time?
//!
//! ```text
//! first     the acts that are paid first, in their order on the date, each charged 10,000 € at its tariff, from unused limits
//! early     so many months later, less one day:  AMC ≤ ticket modérateur          for all amounts
//! again     so many months later:                AMC = AMC of unused limits       for all amounts
//! ```
//! Each act of the class is asked on every side that the first acts name, after every combination of first acts that one member can have.
//! The PMSS is that of the date. A box that nothing covers is never paid again.
//!
//! DECISION: without a list of acts, the act that is paid first is one of the same box. Case: requirements_frequency/same-act

use crate::coverage::amounts::domain::{Cell, Domain, Level, Looks, Price, Secu};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::limits::all_limits;
use crate::coverage::amounts::paid::Used;
use crate::coverage::amounts::points::{Case, Point};
use crate::coverage::amounts::quantities::quantities;
use crate::coverage::amounts::undecided::Undecided;
use crate::coverage::amounts::witness::{amounts, pays};
use crate::coverage::compare::report::{LimitState, UndecidedReason};
use crate::coverage::facts::amounts::{MEMBERSHIP_START, PMSS, SIDE, STAY_ID};
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::counters::{Counters, LimitCounter};
use crate::coverage::reimburse::limits::Counted;
use crate::coverage::reimburse::money::{Money, ZERO, show};
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::boxes::ActBox;
use crate::coverage::requirements::class::Class;
use crate::coverage::requirements::equipment::Cut;
use crate::coverage::requirements::example::{act_of, in_turn, with_age};
use crate::coverage::requirements::judge::{Asked, Judge, decimal};
use crate::coverage::requirements::question::{Fields, Question, of_any_type, paid_by, reason, reckon, with_fields};
use crate::coverage::requirements::report::{RequirementExample, RequirementViolation, TariffSource, ViolationReason};
use crate::coverage::requirements::verdict::{Verdict, pointer_of};
use crate::coverage::rule::model::{Limit, Maximum, Period, Plain, Rule};
use crate::ground::exact::date::CalendarDate;
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
#[derive(Clone, Copy)]
struct Bought<'b> {
    of: &'b ActBox,
    class: &'b Class,
    side: Option<&'static str>,
}

/// Acts of which nothing was found: what was used of the limits of a guarantee's rule before them, and on which sides.
#[derive(PartialEq)]
struct Held {
    guarantee: usize,
    tariff: Option<usize>,
    bases: Vec<bool>,
    sides: Vec<Option<&'static str>>,
    used: Vec<LimitCounter>,
}

/// What is used of the limits of a rule after some acts; none where one of them cannot be computed.
fn used_of(rule: &Rule, acts: &[(Fields, Option<&Rule>)]) -> Option<Vec<LimitCounter>> {
    let used = after(acts)?.show().into_iter();
    Some(used.filter(|counter| all_limits(rule).any(|limit| limit.key == counter.key)).listed())
}

/// What is used after some acts; none where one of them cannot be computed.
fn after(acts: &[(Fields, Option<&Rule>)]) -> Option<Counters> {
    let mut counters = Counters::default();
    for (fields, rule) in acts {
        let Some(rule) = rule else { continue };
        let act = of_any_type(fields);
        let priced = PricedAct::decode(&act, &DeriveOptions::default()).ok()?;
        reckon(rule, &priced, &mut counters)?;
    }
    Some(counters)
}

/// A box after some first acts.
struct Later<'q> {
    rule: &'q Rule,
    ticket: &'q Rule,
    bought: &'q [(Fields, Option<&'q Rule>)],
    others: &'q [(&'static str, Json)],
    is_again: bool,
}

impl<'a> Judge<'a> {
    pub(crate) fn frequency(&mut self, asked: &Asked<'_>, first: &First<'_>) -> Verdict<'a> {
        let mut verdict = Verdict::default();
        let again = self.on.date.plus_months(first.months);
        let dates = again.and_then(|again| Some((again.day_before()?, again)));
        let mut held = Vec::new();
        for of in &asked.boxes.list {
            let combinations = combinations(asked, of, first);
            let found = match (dates, combinations) {
                (Some(dates), Some(combinations)) => {
                    self.of_box(&mut verdict, &mut held, asked, of, dates, &combinations)
                }
                _ => Err(UndecidedReason::TooManyCases),
            };
            if let Err(reason) = found {
                verdict.leave(self.compiled, of, reason);
            }
        }
        verdict.uncut(self.compiled, asked.boxes);
        verdict
    }

    /// The first violation of each kind.
    fn of_box(
        &mut self,
        verdict: &mut Verdict<'a>,
        held: &mut Vec<Held>,
        asked: &Asked<'_>,
        of: &ActBox,
        (early, again): (CalendarDate, CalendarDate),
        combinations: &[Vec<Bought<'_>>],
    ) -> Result<(), UndecidedReason> {
        let Some(ours) = self.rule(of)? else { return Ok(()) };
        let precise = |imprecise: TooPrecise| reason(imprecise.into());
        let domains = domains(&of.region, asked.tariff(of), asked.charged_at_most).map_err(precise)?;
        let quantities = quantities(&[ours.rule]).map_err(reason)?;
        verdict.asked(&quantities);
        let mut undecided = None;
        let mut is_shown = [false, false];
        for bought in combinations {
            let mut acts = Vec::new();
            for one in bought {
                let rule = self.rule(one.of)?.map(|of| of.rule);
                acts.push((self.bought(one, rule).map_err(precise)?, rule));
            }
            let Some(used) = used_of(ours.rule, &acts) else { return Err(UndecidedReason::MissingPmss) };
            let bases = domains.iter().map(|domain| domain.secu.is_some()).listed();
            let sides = bought.iter().map(|one| one.side).listed();
            let asked_before = Held { guarantee: ours.guarantee, tariff: of.tariff, bases, sides, used };
            if held.contains(&asked_before) {
                continue;
            }
            let before = (is_shown, undecided);
            let mut sides = bought.iter().filter_map(|one| one.side).map(Some).listed();
            sides.dedup();
            if sides.is_empty() {
                sides.push(None);
            }
            for side in sides {
                for (is_again, date) in [(false, early), (true, again)] {
                    let Some(slot) = is_shown.get_mut(usize::from(is_again)).filter(|shown| !**shown) else { continue };
                    let others = self.others(ours.rule, side, date);
                    let later =
                        Later { rule: ours.rule, ticket: &self.ticket, bought: &acts, others: &others, is_again };
                    'domains: for domain in &domains {
                        for quantity in &quantities {
                            self.budget.next_question();
                            match later.shown(&mut self.budget, (date, self.on.pmss), domain, *quantity) {
                                Ok(None) => {}
                                Err(reason) => undecided = undecided.or(Some(reason)),
                                Ok(Some((fields, required))) => {
                                    *slot = true;
                                    let has_base = domain.secu.is_some();
                                    let example = self.example(of, bought, &acts, (fields, has_base), required);
                                    verdict.violations.push(RequirementViolation {
                                        region: of.report(self.compiled),
                                        guarantee: Some(self.compiled.model.guarantee_name(ours.guarantee)),
                                        pointer: Some(pointer_of(ours.guarantee)),
                                        reason: if is_again {
                                            ViolationReason::NotRenewed
                                        } else {
                                            ViolationReason::TooEarly
                                        },
                                        state: Some(LimitState::Unused),
                                        tariffs: Some(if of.tariff.is_some() {
                                            TariffSource::Given
                                        } else {
                                            TariffSource::Assumed
                                        }),
                                        rates: domain.secu.iter().map(|secu| decimal(secu.rate, 100)).listed(),
                                        pair: None,
                                        example,
                                    });
                                    break 'domains;
                                }
                            }
                        }
                    }
                }
            }
            if before == (is_shown, undecided) && is_shown == [false, false] {
                held.push(asked_before);
            }
        }
        undecided.filter(|_| !is_shown.contains(&true)).map_or(Ok(()), Err)
    }

    /// The amounts of an act that is paid first.
    fn bought(&self, one: &Bought<'_>, rule: Option<&Rule>) -> Result<Fields, TooPrecise> {
        let tariff = one.of.tariff.and_then(|position| one.class.tariffs.get(position)).map(|tariff| &tariff.amounts);
        let all = domains(&one.of.region, tariff, None)?;
        let Some(domain) = all.first() else { return Ok(Vec::new()) };
        let rules = rule.into_iter().listed();
        let looks = Looks::of(&rules)?;
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
        let fields = amounts(&point, Fraction::ONE, self.on.date, (domain, &looks), &rules);
        let side = one.side.map(|side| (SIDE, Json::from(side)));
        Ok(with_fields(fields, &side.into_iter().listed()))
    }

    /// What an act has that is asked for later.
    fn others(&self, rule: &Rule, side: Option<&'static str>, date: CalendarDate) -> Vec<(&'static str, Json)> {
        let mut others = side.map(|side| (SIDE, Json::from(side))).into_iter().listed();
        let has = |period: Period| all_limits(rule).any(|limit| limit.period == period);
        if has(Period::MembershipYear) {
            others.push((MEMBERSHIP_START, self.on.date.year_start().to_string().into()));
        }
        if has(Period::Stay) {
            others.push((STAY_ID, "later stay".into()));
        }
        let plain = rule.components.iter().flat_map(|component| component.term.plain());
        let mut of_pmss = plain.copied().any(|plain| matches!(plain, Plain::Pmss { .. }));
        of_pmss |= all_limits(rule).any(|limit| matches!(limit.maximum, Maximum::PmssPercent(_)));
        if let Some(pmss) = self.on.pmss.filter(|_| of_pmss && date.year() != self.on.date.year()) {
            others.push((PMSS, decimal(pmss, 1).into()));
        }
        others
    }

    fn example(
        &self,
        of: &ActBox,
        bought: &[Bought<'_>],
        acts: &[(Fields, Option<&Rule>)],
        (fields, has_base): (Fields, bool),
        required: Money,
    ) -> Option<RequirementExample<'a>> {
        let youngest = bought.iter().map(|one| one.of.region.ages.min).max()?.max(of.region.ages.min);
        let mut all = Vec::new();
        for (one, (fields, _)) in bought.iter().zip(acts) {
            let has_base = fields.iter().any(|(name, _)| name == crate::coverage::facts::amounts::BRSS);
            all.push(with_age(act_of(&one.of.report(self.compiled)?, fields.clone(), has_base), youngest));
        }
        all.push(with_age(act_of(&of.report(self.compiled)?, fields, has_base), youngest));
        in_turn(self.compiled, all, show(required))
    }
}

/// The combinations of first acts that one member can have with an act of a box; none where they are too many.
fn combinations<'b>(asked: &Asked<'b>, of: &'b ActBox, first: &First<'b>) -> Option<Vec<Vec<Bought<'b>>>> {
    if first.acts.is_empty() {
        return Some(vec![vec![Bought { of, class: asked.class, side: None }]]);
    }
    let mut all: Vec<(u8, u8, Vec<Bought<'b>>)> = vec![(of.region.ages.min, of.region.ages.max, Vec::new())];
    for (cut, side) in &first.acts {
        // What the catalogue does not have is not paid first.
        if cut.boxes.list.is_empty() {
            continue;
        }
        let mut longer = Vec::new();
        for (min, max, bought) in &all {
            for next in &cut.boxes.list {
                let (min, max) = ((*min).max(next.region.ages.min), (*max).min(next.region.ages.max));
                if min <= max {
                    let next = Bought { of: next, class: cut.class, side: *side };
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

impl Later<'_> {
    /// An act that is paid too early, or less than if nothing was used; and how much may be, or should be paid.
    fn shown(
        &self,
        budget: &mut crate::coverage::amounts::undecided::Budget,
        (date, pmss): (CalendarDate, Option<Fraction>),
        domain: &Domain,
        quantity: Fraction,
    ) -> Result<Option<(Fields, Money)>, UndecidedReason> {
        let rules = [self.rule];
        let looks = Looks::of(&rules).map_err(|imprecise| reason(imprecise.into()))?;
        let none = Point {
            charged: Fraction::ZERO,
            secu: None,
            plv: Fraction::ZERO,
            hlf: Fraction::ZERO,
            reconstituted: Fraction::ZERO,
        };
        let sample = with_fields(amounts(&none, quantity, date, (domain, &looks), &rules), self.others);
        let sample = of_any_type(&sample);
        let priced = PricedAct::decode(&sample, &DeriveOptions::default()).map_err(|_| UndecidedReason::TooPrecise)?;
        let before = after(self.bought).ok_or(UndecidedReason::MissingPmss)?;
        let counted = Counted { act: &priced.amounts, date: priced.act.care_date, paid_before: ZERO };
        let used = |limit: &Limit| {
            let used = counted.place(limit).map(|place| before.used(&limit.key, &place)).unwrap_or_default();
            let fraction = |money: Money| Fraction::new(money.0.into(), 10_000).unwrap_or(Fraction::ZERO);
            if used.amount == ZERO && used.count == ZERO {
                Used::Nothing
            } else {
                let (amount, count) = (fraction(used.amount), fraction(used.count));
                Used::So { amount: Expression::constant(amount), count }
            }
        };
        if self.is_again && all_limits(self.rule).all(|limit| matches!(used(limit), Used::Nothing)) {
            return Ok(None);
        }
        let nothing = |_: &Limit| Used::Nothing;
        let difference = |cell: &Cell| self.difference(cell, (quantity, pmss), &used, &nothing);
        let measured = |act: &Json| {
            let act = with_all(act, self.others);
            let priced = PricedAct::decode(&act, &DeriveOptions::default()).ok()?;
            let paid = reckon(self.rule, &priced, &mut after(self.bought)?)?.0;
            let other = if self.is_again { self.rule } else { self.ticket };
            let other = pays(Some(other), &act, &|_| false)?;
            Some(if self.is_again { (other, paid) } else { (paid, other) })
        };
        let is_shown = |act: &Json| measured(act).is_some_and(|(more, less)| (more - less).0 >= 100);
        let question = Question { domain, rules: &rules, date, quantity, difference: &difference, is_shown: &is_shown };
        let Some(fields) = question.shown(budget)? else { return Ok(None) };
        let fields = with_fields(fields, self.others);
        let act = of_any_type(&fields);
        Ok(measured(&act).map(|(more, less)| (fields, if self.is_again { more } else { less })))
    }

    fn difference(
        &self,
        cell: &Cell,
        setting: (Fraction, Option<Fraction>),
        used: &dyn Fn(&Limit) -> Used,
        nothing: &dyn Fn(&Limit) -> Used,
    ) -> Result<Vec<Case>, Undecided> {
        let mut cases = Vec::new();
        for ours in paid_by(Some(self.rule), cell, setting, used)? {
            if !self.is_again {
                let ticket = Expression::Form(cell.base.minus(&cell.rss)?).or_zero()?;
                cases.push(Case { conditions: ours.conditions, value: ours.amc.minus(ticket)? });
                continue;
            }
            for unused in paid_by(Some(self.rule), cell, setting, nothing)? {
                let conditions = ours.conditions.iter().chain(&unused.conditions).cloned().listed();
                cases.push(Case { conditions, value: unused.amc.minus(ours.amc.clone())? });
            }
        }
        Ok(cases)
    }
}

fn with_all(act: &Json, others: &[(&'static str, Json)]) -> Json {
    match act {
        Json::Object(fields) => Json::Object(with_fields(fields.clone(), others)),
        other => other.clone(),
    }
}
