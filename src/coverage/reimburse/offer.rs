//! How much do the limits of components leave of a rule's sum?
//!
//! ```text
//! order     components without limits first, then those with limits, each in the order written
//! S_i       = the sum of the first i components, rounded half-up to the cent
//! d_i       = max(S_i − share, 0) − max(S_i−1 − share, 0)
//! p_i       = min(d_i, every room of component i, top − Σ_{j<i} p_j)
//! offered   = Σ p_i
//! used by i = min(p_i, allowed − Σ_{j<i} used by j)
//! ```
//! `share` is what is paid before, where the sum is a total with it; `top` what is left of the price. Without limits of components,
//! `offered` is what the rule would pay without limits.
//!
//! DECISION: components without limits come first, so that a credit that is used up takes nothing from what they pay.
//! Case: reimburse_additions/credit-written-first

use crate::coverage::reimburse::limits::{Counted, Ledger, Room};
use crate::coverage::reimburse::money::{Money, NOTHING, ZERO, exactly, to_cents, to_money};
use crate::coverage::reimburse::terms::Value;
use crate::coverage::rule::model::{Component, Limit};
use crate::ground::exact::amount::Rounding;
use crate::ground::small::listed::Listed;

/// What the components pay, each within its limits.
#[derive(Default)]
pub(crate) struct Offer<'r> {
    /// In the order of the formula; none where no component has limits.
    pub(crate) parts: Vec<Part<'r>>,
}

/// What a component pays.
pub(crate) struct Part<'r> {
    pub(crate) component: &'r Component,
    /// What it would pay without its limits.
    pub(crate) due: Money,
    pub(crate) paid: Money,
    /// By limit.
    pub(crate) rooms: Vec<Room>,
}

impl<'r> Offer<'r> {
    /// What is offered of a sum of which `share` is paid before, and at most `top` is left.
    pub(crate) fn of(
        components: &'r [Component],
        values: &[Value],
        (share, top): (Money, Money),
        counted: &Counted<'_>,
        counters: &mut dyn Ledger,
    ) -> Self {
        let both = || components.iter().zip(values);
        let free = both().filter(|(component, _)| component.limits.is_empty());
        let limited = both().filter(|(component, _)| !component.limits.is_empty());
        let mut parts = Vec::new();
        let (mut sum, mut above, mut left) = (NOTHING, NOTHING, top);
        for (component, value) in free.chain(limited) {
            sum += value.amount;
            let before = above;
            above = (to_cents(sum, Rounding::HalfUp) - exactly(share)).max(NOTHING);
            let due = above - before;
            let is_per_session = component.term.is_per_session();
            let room = |limit: &Limit| counted.room(limit, &mut *counters, due, is_per_session);
            let rooms: Vec<Room> = component.limits.iter().map(room).listed();
            let due = due.min(exactly(left));
            let paid = to_money(rooms.iter().fold(due, |paid, room| paid.min(room.left)));
            left -= paid;
            parts.push(Part { component, due: to_money(due), paid, rooms });
        }
        Offer { parts }
    }

    pub(crate) fn total(&self) -> Money {
        self.parts.iter().fold(ZERO, |total, part| total + part.paid)
    }

    /// Whether a component has limits.
    pub(crate) fn is_limited(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The limits of components, each with its room.
    pub(crate) fn limits(&self) -> impl Iterator<Item = (&'r Limit, &Room)> {
        self.parts.iter().flat_map(|part| part.component.limits.iter().zip(&part.rooms))
    }

    /// Counts what the components use of their limits, where so much is allowed in all.
    pub(crate) fn count(&self, counted: &Counted<'_>, counters: &mut dyn Ledger, allowed: Money) {
        let mut left = allowed;
        for part in &self.parts {
            let used = part.paid.min(left);
            left -= used;
            counted.count(&part.component.limits, &mut *counters, used, part.component.term.is_per_session());
        }
    }
}
