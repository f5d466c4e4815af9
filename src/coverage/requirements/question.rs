//! Is there an act of a box at whose amounts a requirement is violated, to the cent?
//!
//! ```text
//! for each state and quantity:   points with an exact difference of at least 0.01
//!                                → the first act at one of them, or near it, whose reimbursement shows it
//! ```

use crate::coverage::amounts::domain::{Cell, Domain, Looks};
use crate::coverage::amounts::expression::Expression;
use crate::coverage::amounts::paid::{Paid, Setting, Used, paid};
use crate::coverage::amounts::points::{Case, points};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::{amounts, neighbours};
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::formula;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::rule::model::{Limit, Rule};
use crate::ground::exact::amount::Rounding;
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::value::json::Json;

/// The fields of an act.
pub(crate) type Fields = Vec<(String, Json)>;

/// What is asked of acts with amounts.
pub(crate) struct Question<'q> {
    pub(crate) domain: &'q Domain,
    /// All rules that are looked at.
    pub(crate) rules: &'q [&'q Rule],
    pub(crate) date: CalendarDate,
    pub(crate) quantity: Fraction,
    /// By how much it is violated, in a cell.
    pub(crate) difference: &'q dyn Fn(&Cell) -> Result<Vec<Case>, Undecided>,
    /// Whether the reimbursement of an act shows that it is.
    pub(crate) is_shown: &'q dyn Fn(&Json) -> bool,
}

impl Question<'_> {
    /// The amounts of an act that shows it.
    ///
    /// # Errors
    /// Where it cannot be decided.
    pub(crate) fn shown(&self, budget: &mut Budget) -> Result<Option<Fields>, UndecidedReason> {
        budget.next_question();
        let precise = |imprecise| reason(Undecided::from(imprecise));
        let looks = Looks::of(self.rules).map_err(precise)?;
        let difference = |cells: &[Cell]| cells.first().map_or_else(|| Ok(Vec::new()), self.difference);
        let points = points(budget, self.domain, &looks, &difference).map_err(reason)?;
        for point in &points {
            for neighbour in neighbours(point, self.domain, &looks).map_err(precise)? {
                let amounts = amounts(&neighbour, self.quantity, self.date, (self.domain, &looks), self.rules);
                if (self.is_shown)(&of_any_type(&amounts)) {
                    return Ok(Some(amounts));
                }
            }
        }
        if points.is_empty() { Ok(None) } else { Err(UndecidedReason::LessThanRounding) }
    }
}

pub(crate) fn reason(undecided: Undecided) -> UndecidedReason {
    match undecided {
        Undecided::TooManyCases => UndecidedReason::TooManyCases,
        Undecided::TooPrecise => UndecidedReason::TooPrecise,
        Undecided::MissingPmss => UndecidedReason::MissingPmss,
    }
}

/// What a rule pays in a cell; 0 without one.
pub(crate) fn paid_by(
    rule: Option<&Rule>,
    cell: &Cell,
    (quantity, pmss): (Fraction, Option<Fraction>),
    used: &dyn Fn(&Limit) -> Used,
) -> Result<Vec<Paid>, Undecided> {
    match rule {
        Some(rule) => paid(rule, cell, &Setting { quantity, pmss, used }),
        None => Ok(vec![Paid { conditions: Vec::new(), amc: Expression::ZERO }]),
    }
}

/// Some fields in place of those of the same name.
pub(crate) fn with_fields(mut fields: Fields, others: &[(&'static str, Json)]) -> Fields {
    for (name, value) in others {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value.clone(),
            None => fields.push(((*name).to_owned(), value.clone())),
        }
    }
    fields
}

/// An act of which only amounts are asked.
pub(crate) fn of_any_type(fields: &Fields) -> Json {
    let mut act = vec![(CARE_TYPE.to_owned(), Json::from("any"))];
    act.extend(fields.iter().cloned());
    Json::Object(act)
}

/// What a rule pays for an act, and the Sécu part before contributions; it is counted.
pub(crate) fn reckon(rule: &Rule, priced: &PricedAct<'_>, counters: &mut Counters) -> Option<(Money, Money)> {
    let (act, date) = (&priced.amounts, priced.act.care_date);
    let question = formula::Question { act, date, rounding: Rounding::Down, before: ZERO };
    let ladder = question.answer(rule, counters).ok()?;
    Some((ladder.complementary, ladder.secu.rss))
}
