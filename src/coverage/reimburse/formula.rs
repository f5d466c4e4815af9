//! How much does a rule pay for an act? Exact decimals, in euros.
//!
//! ```text
//! base      = min(charged, brss)                                          0 without brss
//! RSS       = as given, else base × rate rounded down to the cent
//! eligible  = min(charged, cap) where a price cap applies, else charged
//! target    = sum of the components, rounded half-up to the cent once
//! raw       = target − RSS if the Sécu share is included, else target
//! unlimited = clamp(raw, 0, max(0, eligible − RSS))
//! allowed   = min(unlimited, every room)
//! AMC       = max(allowed, unlimited of beyond_limits) if a limit takes something away, else allowed
//! flat      = min(contributions, RSS)      paid by the Sécu = RSS − flat      out of pocket = charged − both payments
//! ```
//! What the rule needs and the act lacks is `missing`: there is never a silent zero.
//!
//! DECISION: an act without base, rate and Sécu part is care that the Sécu does not reimburse.
//! Case: reimburse/no-base
//! DECISION: the Sécu part must be known for every rule, also for a flat one. Case: reimburse_readings/rate-for-a-flat-rule

use crate::coverage::facts::amounts;
use crate::coverage::reimburse::amounts::{ActAmounts, GivenSecu};
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::limits::{self, Counted, Room};
use crate::coverage::reimburse::money::{
    self, Exact, Money, NOTHING, ONE, ZERO, at_rate, exactly, money, percent_of, times, to_cents, to_money,
};
use crate::coverage::reimburse::pmss;
use crate::coverage::rule::model::{Component, Of, PriceCap, Rule, SecuShare, Unit};
use crate::ground::exact::amount::Rounding;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::small::order::insert_sorted;

/// An act and how its Sécu part is rounded.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) act: &'a ActAmounts<'a>,
    pub(crate) date: Option<CalendarDate>,
    pub(crate) rounding: Rounding,
}

/// Everything that was computed, in the order of the formula.
pub(crate) struct Ladder<'r> {
    pub(crate) base: Money,
    pub(crate) rss: Money,
    pub(crate) main: Sums,
    /// By limit.
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
    pub(crate) components: Vec<Exact>,
    pub(crate) target: Exact,
    pub(crate) raw: Exact,
    pub(crate) unlimited: Money,
}

impl<'a> Question<'a> {
    /// Computes what a rule pays and counts it.
    ///
    /// # Errors
    /// The fields that the act lacks, sorted; then nothing is counted.
    pub(crate) fn answer<'r>(&self, rule: &'r Rule, counters: &mut Counters) -> Result<Ladder<'r>, Vec<&'static str>> {
        let mut missing = Vec::new();
        let secu = self.secu_part(&mut missing);
        for limit in &rule.limits {
            limits::missing(limit, self.act, self.date, &mut missing);
        }
        let main = self.sums(rule, secu, &mut missing);
        let (Some((base, rss)), Some(main)) = (secu, main.filter(|_| missing.is_empty())) else { return Err(missing) };
        let counted = Counted { act: self.act, date: self.date, is_per_session: rule.is_per_session(), rss };
        let rooms: Vec<Room> = rule.limits.iter().map(|limit| counted.room(limit, counters, main.unlimited)).listed();
        let allowed = rooms.iter().fold(main.unlimited, |allowed, room| allowed.min(room.left));
        let mut complementary = allowed;
        let mut beyond = None;
        // DECISION: what the rule beyond the limits needs is missing only where that rule is reached.
        // Case: reimburse_missing/fallback-not-reached
        if let Some(rule) = rule.beyond_limits.as_deref().filter(|_| allowed < main.unlimited) {
            let sums = self.sums(rule, secu, &mut missing).filter(|_| missing.is_empty()).ok_or(missing)?;
            if sums.unlimited > allowed {
                complementary = sums.unlimited;
                beyond = Some(rule);
            }
        }
        counted.count(rule, counters, allowed);
        let flat = self.act.contributions.min(rss);
        let secu_paid = rss - flat;
        let out_of_pocket = self.act.charged - secu_paid - complementary;
        Ok(Ladder { base, rss, main, rooms, allowed, complementary, beyond, flat, secu_paid, out_of_pocket })
    }

    /// The base and the Sécu part before the contributions.
    fn secu_part(&self, missing: &mut Vec<&'static str>) -> Option<(Money, Money)> {
        let act = self.act;
        let base = act.brss.map_or(ZERO, |brss| act.charged.min(brss));
        let rss = match (act.secu, act.brss, act.rate) {
            (GivenSecu::Reimbursement(rss), ..) => rss,
            (GivenSecu::Paid(paid), ..) => paid + act.contributions,
            (GivenSecu::No, None, None) => ZERO,
            (GivenSecu::No, Some(_), Some(rate)) => at_rate(base, rate, self.rounding),
            (GivenSecu::No, Some(_), None) => {
                insert_sorted(missing, amounts::RATE);
                return None;
            }
            (GivenSecu::No, None, Some(_)) => {
                insert_sorted(missing, amounts::BRSS);
                return None;
            }
        };
        Some((base, rss))
    }

    /// What a rule would pay without limits; none where something is missing.
    fn sums(&self, rule: &Rule, secu: Option<(Money, Money)>, missing: &mut Vec<&'static str>) -> Option<Sums> {
        let act = self.act;
        let cap = match rule.price_cap {
            None => Some(act.charged),
            Some(PriceCap::Amount(cap)) => Some(money(cap)),
            Some(PriceCap::Plv) => needed(act.plv, amounts::PLV, missing),
            Some(PriceCap::Hlf) => needed(act.hlf, amounts::HLF, missing),
        };
        let eligible = cap.map_or(ZERO, |cap| act.charged.min(cap));
        let (base, rss) = secu.unwrap_or_default();
        let components: Vec<Exact> =
            rule.components.iter().map(|component| self.component(component, base, rss, eligible, missing)).listed();
        let sum = components.iter().fold(NOTHING, |sum, component| sum + *component);
        let target = to_cents(sum, Rounding::HalfUp);
        let raw = match rule.secu_share {
            SecuShare::Included => target - exactly(rss),
            SecuShare::Excluded => target,
        };
        let unlimited = to_money(raw).min(eligible - rss).max(ZERO);
        Some(Sums { eligible, components, target, raw, unlimited }).filter(|_| missing.is_empty())
    }

    /// The part of a component; 0 where something is missing.
    fn component(
        &self,
        component: &Component,
        base: Money,
        rss: Money,
        eligible: Money,
        missing: &mut Vec<&'static str>,
    ) -> Exact {
        let act = self.act;
        let units = |per: Unit| if per == Unit::Act { ONE } else { act.quantity };
        match *component {
            Component::Percent(of, percent) => {
                // A Sécu part that is given says that there is a base, but not which.
                if matches!(of, Of::Brss | Of::TicketModerateur) && act.brss.is_none() && rss > ZERO {
                    insert_sorted(missing, amounts::BRSS);
                }
                let whole = match of {
                    Of::Brss => base,
                    Of::TicketModerateur => (base - rss).max(ZERO),
                    Of::ActualCosts => eligible,
                    Of::Rss => rss,
                    Of::ReconstitutedBrss => {
                        needed(act.reconstituted, amounts::RECONSTITUTED, missing).unwrap_or_default()
                    }
                };
                percent_of(whole, percent)
            }
            Component::Flat { amount, per } => times(exactly(money(amount)), units(per)),
            Component::Pmss { percent, per } => {
                let of_year = || pmss::of_year(self.date?.year());
                let pmss = needed(act.pmss.or_else(of_year), amounts::PMSS, missing).unwrap_or_default();
                times(to_cents(percent_of(pmss, percent), Rounding::HalfUp), units(per))
            }
        }
    }
}

/// The value; where there is none, its name is missing.
fn needed(value: Option<Money>, name: &'static str, missing: &mut Vec<&'static str>) -> Option<Money> {
    if value.is_none() {
        insert_sorted(missing, name);
    }
    value
}

/// Whether a component is so large that it is counted as less.
pub(crate) fn is_capped(component: Exact) -> bool {
    component >= money::MOST
}
