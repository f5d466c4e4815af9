//! What of a rule is known before an act comes? The rule as a sum of integers, where it is one.
//!
//! ```text
//! quick    plain components of the base, the Sécu part and what was charged, and amounts; percentages of at most four decimals;
//!          a price cap that is an amount; at most one limit: of the act, a civil year or a life, of a person or a family
//! unit     of sums: 10^−10 €, that is 1/10,000 € × 1/10,000 % ÷ 100
//! ```
//! Everything else is computed by the formula of [`reimburse`](crate::coverage::reimburse) alone.

use std::num::Wrapping;

use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::reimburse::money::money;
use crate::coverage::rule::model::{
    Counts, Limit, Maximum, Of, Period, Plain, PriceCap, Rule, Scope, SecuShare, Term, Unit,
};
use crate::ground::small::intern::Interner;

/// An integer whose bounds are in `quick`.
pub(crate) type Int = Wrapping<i64>;

/// The percentages of a rule together, in 1/10,000 %.
pub(crate) const MOST_PERCENT: Int = Wrapping(100_000_000);
/// The amounts of a rule together, in 1/10,000 €.
pub(crate) const MOST_FLAT: Int = Wrapping(1 << 30);

/// What is known of the rule of a guarantee.
pub(crate) enum Plan<'r> {
    Opaque,
    Broken,
    Quick(&'r Rule, Quick),
    /// By the formula alone.
    General(&'r Rule),
}

/// A rule as a sum.
#[derive(Default)]
pub(crate) struct Quick {
    /// Percentages in 1/10,000 %.
    pub(crate) brss: Int,
    pub(crate) ticket_moderateur: Int,
    pub(crate) actual_costs: Int,
    pub(crate) rss: Int,
    pub(crate) excess_over_brss: Int,
    /// Whether a component is a percentage of the base.
    pub(crate) needs_base: bool,
    /// Amounts of an act, and of each unit of the quantity.
    pub(crate) flat: Int,
    pub(crate) flat_of_unit: Int,
    pub(crate) cap: Option<Int>,
    pub(crate) is_included: bool,
    pub(crate) limit: Option<QuickLimit>,
}

/// The one limit of a rule.
pub(crate) struct QuickLimit {
    /// The number of its key.
    pub(crate) key: usize,
    pub(crate) period: QuickPeriod,
    pub(crate) is_of_family: bool,
    /// Whether it counts what the Sécu pays, too.
    pub(crate) is_of_total: bool,
    pub(crate) maximum: QuickMaximum,
    pub(crate) has_beyond: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuickPeriod {
    Act,
    CivilYear,
    Lifetime,
}

#[derive(Clone, Copy)]
pub(crate) enum QuickMaximum {
    Amount(Int),
    /// One for each act.
    Count(Int),
    /// The quantity.
    Quantity(Int),
}

/// Numbers for the keys of all limits.
pub(crate) fn keys(rules: &[GuaranteeRule]) -> Interner {
    let mut keys = Interner::default();
    for rule in rules {
        if let GuaranteeRule::Ready(rule) = rule {
            rule.all_limits().for_each(|limit| {
                keys.insert(limit.key.as_bytes());
            });
        }
    }
    keys
}

/// The plans of all guarantees.
pub(crate) fn plans<'r>(rules: &'r [GuaranteeRule], keys: &Interner) -> Vec<Plan<'r>> {
    let mut plans = Vec::with_capacity(rules.len());
    for rule in rules {
        plans.push(match rule {
            GuaranteeRule::Opaque => Plan::Opaque,
            GuaranteeRule::Broken => Plan::Broken,
            GuaranteeRule::Ready(rule) => {
                quick(rule, keys).map_or(Plan::General(rule), |quick| Plan::Quick(rule, quick))
            }
        });
    }
    plans
}

/// Whether an act may use something that a later one lacks.
pub(crate) fn counts(rule: &Rule) -> bool {
    rule.all_limits().any(|limit| limit.period != Period::Act)
}

/// The rule as a sum; none where it is none, or where its limit has a key without a number.
pub(crate) fn quick(rule: &Rule, keys: &Interner) -> Option<Quick> {
    let mut quick = Quick { is_included: rule.secu_share == SecuShare::Included, ..Quick::default() };
    quick.cap = match rule.price_cap {
        None => None,
        Some(PriceCap::Amount(cap)) => Some(Wrapping(money(cap).0)),
        Some(PriceCap::Plv | PriceCap::Hlf) => return None,
    };
    for component in &rule.components {
        if !component.limits.is_empty() {
            return None;
        }
        let Term::Plain(plain) = component.term else { return None };
        quick.add(plain)?;
    }
    quick.limit = match rule.limits.as_slice() {
        [] => None,
        [limit] => Some(quick_limit(limit, rule, keys)?),
        _ => return None,
    };
    Some(quick)
}

impl Quick {
    /// Whether an act may use something that a later one lacks.
    #[inline(always)]
    pub(crate) fn counts(&self) -> bool {
        self.limit.as_ref().is_some_and(|limit| limit.period != QuickPeriod::Act)
    }

    fn add(&mut self, plain: Plain) -> Option<()> {
        let (of, value) = match plain {
            Plain::Percent(of, percent) => {
                let units = percent.units(6);
                let (percent, rest) = (units.checked_div(100)?, units.checked_rem(100)?);
                self.needs_base |= matches!(of, Of::Brss | Of::TicketModerateur | Of::ExcessOverBrss);
                let slot = match of {
                    Of::Brss => &mut self.brss,
                    Of::TicketModerateur => &mut self.ticket_moderateur,
                    Of::ActualCosts => &mut self.actual_costs,
                    Of::Rss => &mut self.rss,
                    Of::ExcessOverBrss => &mut self.excess_over_brss,
                    Of::ReconstitutedBrss => return None,
                };
                (slot, Some(Wrapping(percent)).filter(|percent| rest == 0 && *percent <= MOST_PERCENT)?)
            }
            Plain::Flat { amount, per } => {
                let slot = if per == Unit::Act { &mut self.flat } else { &mut self.flat_of_unit };
                (slot, Some(Wrapping(money(amount).0)).filter(|amount| *amount <= MOST_FLAT)?)
            }
            Plain::Pmss { .. } => return None,
        };
        *of += value;
        let percents = self.brss + self.ticket_moderateur + self.actual_costs + self.rss + self.excess_over_brss;
        (percents <= MOST_PERCENT && self.flat + self.flat_of_unit <= MOST_FLAT).then_some(())
    }
}

fn quick_limit(limit: &Limit, rule: &Rule, keys: &Interner) -> Option<QuickLimit> {
    let maximum = match limit.maximum {
        Maximum::Amount(maximum) => QuickMaximum::Amount(Wrapping(money(maximum).0)),
        Maximum::Count(maximum) if !rule.is_per_session() => QuickMaximum::Count(Wrapping(money(maximum).0)),
        Maximum::Count(maximum) | Maximum::Days(maximum) => QuickMaximum::Quantity(Wrapping(money(maximum).0)),
        Maximum::PmssPercent(_) => return None,
    };
    let period = match limit.period {
        Period::Act => QuickPeriod::Act,
        Period::CivilYear => QuickPeriod::CivilYear,
        Period::Lifetime => QuickPeriod::Lifetime,
        Period::Stay | Period::MembershipYear | Period::RollingMonths(_) => return None,
    };
    let is_of_family = match limit.scope {
        Scope::Family => true,
        Scope::Beneficiary => false,
        Scope::Eye | Scope::Ear | Scope::Tooth => return None,
    };
    Some(QuickLimit {
        key: keys.find(limit.key.as_bytes())?,
        period,
        is_of_family,
        is_of_total: limit.counts == Counts::Total,
        maximum,
        has_beyond: rule.beyond_limits.is_some(),
    })
}
