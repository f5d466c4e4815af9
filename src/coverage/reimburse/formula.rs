//! How much does a rule pay for an act? Exact decimals, in euros.
//!
//! ```text
//! eligible  = min(charged, cap) where a price cap applies, else charged
//! target    = sum of the components ([`terms`]), rounded half-up to the cent once
//! raw       = target − what is paid before ([`secu`]) if the Sécu share is included, else target
//! unlimited = clamp(raw, 0, max(0, eligible − what is paid before))
//! offered   = what the limits of components leave ([`offer`]); unlimited where there are none
//! allowed   = min(offered, every room)
//! AMC       = max(allowed, unlimited of beyond_limits) if a limit takes something away, else allowed
//! flat      = min(contributions, RSS)      paid by the Sécu = RSS − flat      out of pocket = charged − all payments
//! ```
//! What the rule needs and the act lacks is `missing`: there is never a silent zero.
//!
//! [`terms`]: crate::coverage::reimburse::terms
//! [`secu`]: crate::coverage::reimburse::secu
//! [`offer`]: crate::coverage::reimburse::offer

use crate::coverage::reimburse::amounts::ActAmounts;
use crate::coverage::reimburse::limits::{self, Counted, Ledger, Room};
use crate::coverage::reimburse::money::{Exact, Money, NOTHING, ZERO, exactly, to_cents, to_money};
use crate::coverage::reimburse::offer::Offer;
use crate::coverage::reimburse::secu::SecuPart;
use crate::coverage::reimburse::terms::{self, Terms, Value};
use crate::coverage::rule::model::{Rule, SecuShare};
use crate::ground::exact::amount::Rounding;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;

/// An act, what is paid before, and how its Sécu part is rounded.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) act: &'a ActAmounts<'a>,
    pub(crate) date: Option<CalendarDate>,
    pub(crate) rounding: Rounding,
    /// What coverages before this one pay.
    pub(crate) before: Money,
}

/// Everything that was computed, in the order of the formula.
pub(crate) struct Ladder<'r> {
    pub(crate) secu: SecuPart,
    pub(crate) main: Sums,
    pub(crate) offer: Offer<'r>,
    pub(crate) offered: Money,
    /// By limit of the rule.
    pub(crate) rooms: Vec<Room>,
    pub(crate) allowed: Money,
    pub(crate) complementary: Money,
    /// The rule beyond the limits, where it pays more than they allow.
    pub(crate) beyond: Option<&'r Rule>,
    pub(crate) flat: Money,
    pub(crate) secu_paid: Money,
    pub(crate) out_of_pocket: Money,
}

/// What a rule would pay without limits.
pub(crate) struct Sums {
    pub(crate) eligible: Money,
    pub(crate) target: Exact,
    /// What of the target is paid before.
    pub(crate) share: Money,
    pub(crate) raw: Exact,
    /// What is left of the price.
    pub(crate) top: Money,
    pub(crate) unlimited: Money,
}

impl<'a> Question<'a> {
    /// Computes what a rule pays and counts it.
    ///
    /// # Errors
    /// The fields that the act lacks, sorted; then nothing is counted.
    pub(crate) fn answer<'r>(
        &self,
        rule: &'r Rule,
        counters: &mut dyn Ledger,
    ) -> Result<Ladder<'r>, Vec<&'static str>> {
        let mut missing = Vec::new();
        let secu = SecuPart::of(self.act, rule.pathway_surcharge, self.before, self.rounding, &mut missing);
        for limit in rule.components.iter().flat_map(|component| &component.limits).chain(&rule.limits) {
            limits::missing(limit, self.act, self.date, &mut missing);
        }
        let main = self.sums(rule, secu, &mut missing);
        let (Some(secu), Some(main)) = (secu, main.filter(|_| missing.is_empty())) else { return Err(missing) };
        let counted = Counted { act: self.act, date: self.date, paid_before: secu.paid_before() };
        let (offer, offered) = self.offer(rule, secu, &main, &counted, counters);
        let is_per_session = !rule.limits.is_empty() && rule.is_per_session();
        let room = |limit| counted.room(limit, &mut *counters, exactly(main.unlimited), is_per_session);
        let rooms: Vec<Room> = rule.limits.iter().map(room).listed();
        let allowed = rooms.iter().fold(offered, |allowed, room| allowed.min(to_money(room.left)));
        let mut complementary = allowed;
        let mut beyond = None;
        // DECISION: what the rule beyond the limits needs is missing only where that rule is reached.
        // Case: reimburse_missing/fallback-not-reached
        if let Some(rule) = rule.beyond_limits.as_deref().filter(|_| allowed < main.unlimited) {
            let sums = self.sums(rule, Some(secu), &mut missing).filter(|_| missing.is_empty()).ok_or(missing)?;
            if sums.unlimited > allowed {
                complementary = sums.unlimited;
                beyond = Some(rule);
            }
        }
        offer.count(&counted, counters, allowed);
        counted.count(&rule.limits, counters, allowed, is_per_session);
        let flat = self.act.contributions.min(secu.rss);
        let secu_paid = secu.rss - flat;
        let out_of_pocket = self.act.charged - secu_paid - self.before - complementary;
        Ok(Ladder { secu, main, offer, offered, rooms, allowed, complementary, beyond, flat, secu_paid, out_of_pocket })
    }

    /// What the limits of components leave, and how much that is in all.
    #[inline(never)]
    fn offer<'r>(
        &self,
        rule: &'r Rule,
        secu: SecuPart,
        main: &Sums,
        counted: &Counted<'_>,
        counters: &mut dyn Ledger,
    ) -> (Offer<'r>, Money) {
        if rule.components.iter().all(|component| component.limits.is_empty()) {
            return (Offer::default(), main.unlimited);
        }
        let values = self.components(rule, secu, main.eligible);
        let offer = Offer::of(&rule.components, &values, (main.share, main.top), counted, counters);
        let offered = offer.total();
        (offer, offered)
    }

    /// The components of a rule that misses nothing, each by itself.
    pub(crate) fn components(&self, rule: &Rule, secu: SecuPart, eligible: Money) -> Vec<Value> {
        let mut terms = Terms { act: self.act, date: self.date, secu, eligible, missing: &mut Vec::new() };
        rule.components.iter().map(|component| terms.value(&component.term)).listed()
    }

    /// What a rule would pay without limits; none where something is missing.
    fn sums(&self, rule: &Rule, secu: Option<SecuPart>, missing: &mut Vec<&'static str>) -> Option<Sums> {
        let eligible = terms::eligible(self.act, rule.price_cap.as_ref(), missing);
        let secu = secu.unwrap_or_default();
        let mut terms = Terms { act: self.act, date: self.date, secu, eligible, missing };
        let sum = rule.components.iter().fold(NOTHING, |sum, component| sum + terms.value(&component.term).amount);
        let target = to_cents(sum, Rounding::HalfUp);
        let share = match rule.secu_share {
            SecuShare::Included => secu.paid_before(),
            SecuShare::Excluded => ZERO,
        };
        let raw = target - exactly(share);
        let top = (eligible - secu.paid_before()).max(ZERO);
        let unlimited = to_money(raw).min(top);
        Some(Sums { eligible, target, share, raw, top, unlimited }).filter(|_| missing.is_empty())
    }
}
