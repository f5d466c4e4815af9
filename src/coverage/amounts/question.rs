//! Is there an act at whose amounts something is paid, to the cent?
//!
//! ```text
//! points with an exact difference of at least 0.01  →  the first act at one of them, or near it, whose reimbursement shows it
//! ```

use crate::coverage::amounts::domain::{Cell, Domain, Looks};
use crate::coverage::amounts::paid::Case;
use crate::coverage::amounts::points::{Found, points};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::{amounts, is_near};
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::rule::model::Rule;
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
    /// The difference that is looked for, in a cell.
    pub(crate) difference: &'q dyn Fn(&Cell) -> Result<Vec<Case>, Undecided>,
    /// Whether the reimbursement of an act shows it.
    pub(crate) is_shown: &'q dyn Fn(&Json) -> bool,
}

impl Question<'_> {
    /// The amounts of an act that shows it.
    ///
    /// # Errors
    /// Where it cannot be decided.
    pub(crate) fn shown(&self, budget: &mut Budget) -> Result<Option<Fields>, Undecided> {
        budget.next_question();
        let looks = Looks::of(self.rules)?;
        let difference = |cells: &[Cell]| cells.first().map_or_else(|| Ok(Vec::new()), self.difference);
        let mut shown = None;
        let mut is_shown = |point: &_| {
            is_near(point, self.domain, &looks, &mut |point| {
                let amounts = amounts(point, self.quantity, self.date, (self.domain, &looks), self.rules);
                let is_shown = (self.is_shown)(&of_any_type(&amounts));
                shown = is_shown.then_some(amounts);
                is_shown
            })
        };
        match points(budget, self.domain, &looks, &difference, &mut is_shown)? {
            Found::Hidden => Err(Undecided::LessThanRounding),
            Found::Nowhere | Found::Shown => Ok(shown),
        }
    }
}

/// An act of which only amounts are asked.
pub(crate) fn of_any_type(fields: &Fields) -> Json {
    let mut act = vec![(CARE_TYPE.to_owned(), Json::from("any"))];
    act.extend(fields.iter().cloned());
    Json::Object(act)
}
