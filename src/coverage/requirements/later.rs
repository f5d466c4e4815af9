//! Is an act paid too early, or less than if nothing was used, after some first acts?

use crate::coverage::amounts::domain::{Cell, Domain, Looks};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::paid::{Case, Paid, Used, differences, paid_by};
use crate::coverage::amounts::points::Point;
use crate::coverage::amounts::question::{Fields, Question, of_any_type};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::{amounts, pays, reckon};
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::limits::Counted;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::requirements::bound::On;
use crate::coverage::requirements::example::with_fields;
use crate::coverage::requirements::first_acts::{Bought, after};
use crate::coverage::rule::model::{Limit, Rule};
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::value::json::Json;

/// An act after some first acts.
pub(super) struct Later<'q> {
    pub(super) rule: &'q Rule,
    pub(super) ticket: &'q Rule,
    /// Those that use limits of the rule.
    pub(super) bought: &'q [&'q Bought<'q>],
    /// What the act has besides amounts.
    pub(super) others: &'q [(&'static str, Json)],
    pub(super) date: CalendarDate,
    pub(super) on: On,
    /// Whether it is time; else it is too early.
    pub(super) is_again: bool,
}

/// What comes of it.
#[derive(Default)]
pub(super) struct Outcome {
    /// The amounts that show it, how much may be or should be paid, and the position of the domain.
    pub(super) shown: Option<(Fields, Money, usize)>,
    pub(super) undecided: Option<UndecidedReason>,
}

impl Later<'_> {
    /// The first domain and quantity that show it.
    pub(super) fn outcome(&self, budget: &mut Budget, domains: &[Domain], quantities: &[Fraction]) -> Outcome {
        let mut undecided = None;
        for (position, domain) in domains.iter().enumerate() {
            for quantity in quantities {
                match self.shown(budget, domain, *quantity) {
                    Ok(None) => {}
                    Ok(Some((fields, required))) => {
                        return Outcome { shown: Some((fields, required, position)), undecided };
                    }
                    Err(reason) => undecided = undecided.or(Some(reason)),
                }
            }
        }
        Outcome { shown: None, undecided }
    }

    /// An act that is paid too early, or less than if nothing was used; and how much may be, or should be paid.
    fn shown(
        &self,
        budget: &mut Budget,
        domain: &Domain,
        quantity: Fraction,
    ) -> Result<Option<(Fields, Money)>, UndecidedReason> {
        let (rules, date) = ([self.rule], self.date);
        let looks = Looks::of(&rules)?;
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
        if self.is_again && self.rule.all_limits().all(|limit| matches!(used(limit), Used::Nothing)) {
            return Ok(None);
        }
        let difference = |cell: &Cell| self.difference(cell, quantity, &used);
        let measured = |act: &Json| {
            let act = match act {
                Json::Object(fields) => Json::Object(with_fields(fields.clone(), self.others)),
                other => other.clone(),
            };
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
        quantity: Fraction,
        used: &dyn Fn(&Limit) -> Used,
    ) -> Result<Vec<Case>, Undecided> {
        let paid = |used: &dyn Fn(&Limit) -> Used| paid_by(Some(self.rule), cell, (quantity, self.on.pmss), used);
        let ours = paid(used)?;
        Ok(if self.is_again {
            differences(&paid(&|_| Used::Nothing)?, &ours)?
        } else {
            let amc = Expression::Form(cell.base.minus(&cell.rss)?).or_zero()?;
            differences(&ours, &[Paid { conditions: Vec::new(), amc }])?
        })
    }
}
