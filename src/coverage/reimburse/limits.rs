//! How much do the limits of a rule leave, and what does an act use of them?
//!
//! ```text
//! max_amount   room = max_amount − used (− what is paid before where the total is counted), at least 0;
//!              max_pmss_percent: the same of a percentage of the PMSS, rounded half-up to the cent
//! max_count    room = 0 when used up, else no restriction; per session: amount × min(1, remaining ÷ quantity)
//! max_days     room = amount × min(1, remaining ÷ quantity)                        both rounded half-up to the cent
//! used         amounts: what is allowed (and what is paid before); counts: the quantity per session, else 1; days: the quantity
//! ```
//! The amount is what the rule, or the component that has the limit, would pay without it. What is paid nothing uses nothing.
//!
//! DECISION: the period `act` has no counter: nothing was used before, and nothing is kept.
//! Case: reimburse_limits/per-act

use crate::coverage::facts::amounts;
use crate::coverage::reimburse::amounts::ActAmounts;
use crate::coverage::reimburse::counters::{Counters, Place, Span};
use crate::coverage::reimburse::money::{Exact, Money, NOTHING, ONE, ZERO, exactly, money, share, to_money};
use crate::coverage::reimburse::pmss;
use crate::coverage::reimburse::rolling;
use crate::coverage::reimburse::usage::Use;
use crate::coverage::rule::model::{Counts, Limit, Maximum, Period, Scope};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::order::insert_sorted;
use crate::ground::value::pointer;

/// What acts before used of limits, and what an act uses.
pub(crate) trait Ledger {
    /// What was used of a limit, where the act is counted.
    fn used(&mut self, limit: &Limit, act: &Counted<'_>) -> Use;

    /// Uses something of a limit, where the act is counted.
    fn add(&mut self, limit: &Limit, act: &Counted<'_>, used: Use);
}

impl Ledger for Counters {
    fn used(&mut self, limit: &Limit, act: &Counted<'_>) -> Use {
        act.place(limit).map(|place| Counters::used(self, &limit.key, &place)).unwrap_or_default()
    }

    fn add(&mut self, limit: &Limit, act: &Counted<'_>, used: Use) {
        if let Some(place) = act.place(limit) {
            Counters::add(self, &limit.key, place, used);
        }
    }
}

/// The act that is counted.
pub(crate) struct Counted<'a> {
    pub(crate) act: &'a ActAmounts<'a>,
    pub(crate) date: Option<CalendarDate>,
    /// What the Sécu, and coverages before this one, pay.
    pub(crate) paid_before: Money,
}

/// Adds what a limit needs and the act lacks.
///
/// DECISION: a limit of one act needs to know for nobody what was counted before. Case: reimburse_missing/per-act-needs-nothing
pub(crate) fn missing(
    limit: &Limit,
    act: &ActAmounts<'_>,
    date: Option<CalendarDate>,
    missing: &mut Vec<&'static str>,
) {
    let mut needs = |name: &'static str, is_there: bool| {
        if !is_there {
            insert_sorted(missing, name);
        }
    };
    if matches!(limit.maximum, Maximum::PmssPercent(_)) {
        needs(amounts::PMSS, pmss::of_act(act, date).is_some());
    }
    match limit.period {
        Period::Act => return,
        Period::Stay => needs(amounts::STAY_ID, act.stay_id.is_some()),
        Period::CivilYear | Period::RollingMonths(_) => needs(crate::coverage::facts::act::CARE_DATE, date.is_some()),
        Period::MembershipYear => {
            needs(crate::coverage::facts::act::CARE_DATE, date.is_some());
            needs(amounts::MEMBERSHIP_START, act.membership_start.is_some());
        }
        Period::Lifetime => {}
    }
    if limit.scope != Scope::Family {
        needs(amounts::BENEFICIARY, act.beneficiary.is_some());
    }
    match limit.scope {
        Scope::Eye | Scope::Ear => needs(amounts::SIDE, act.side.is_some()),
        Scope::Tooth => needs(amounts::TOOTH, act.tooth.is_some()),
        Scope::Beneficiary | Scope::Family => {}
    }
}

impl Counted<'_> {
    /// What a limit leaves of an amount.
    pub(crate) fn room(&self, limit: &Limit, counters: &mut dyn Ledger, amount: Exact, is_per_session: bool) -> Room {
        let used = counters.used(limit, self);
        let of_amount =
            |maximum: Money| (maximum, used.amount, exactly((maximum - used.amount - self.total(limit)).max(ZERO)));
        let (maximum, used, left) = match limit.maximum {
            Maximum::Amount(maximum) => of_amount(money(maximum)),
            Maximum::PmssPercent(percent) => {
                // INVARIANT: an act without the PMSS was found to lack it before.
                let pmss = pmss::of_act(self.act, self.date).unwrap_or_default();
                of_amount(to_money(pmss::percent_of_pmss(pmss, percent)))
            }
            Maximum::Count(maximum) | Maximum::Days(maximum) => {
                let maximum = money(maximum);
                let remaining = (maximum - used.count).max(ZERO);
                let left = if remaining == ZERO {
                    NOTHING
                } else if matches!(limit.maximum, Maximum::Count(_)) && !is_per_session {
                    amount
                } else {
                    share(amount, remaining, self.act.quantity)
                };
                (maximum, used.count, left)
            }
        };
        Room { maximum, used, left }
    }

    /// Counts what was paid under limits.
    ///
    /// DECISION: the whole quantity is used where only a part of it was left. Case: reimburse_maxima/session-more-than-allowed-at-once
    pub(crate) fn count(&self, limits: &[Limit], counters: &mut dyn Ledger, paid: Money, is_per_session: bool) {
        if paid == ZERO {
            return;
        }
        for limit in limits.iter().filter(|limit| !limit.repeated) {
            let used = match limit.maximum {
                Maximum::Amount(_) | Maximum::PmssPercent(_) => Use { amount: paid + self.total(limit), count: ZERO },
                Maximum::Count(_) if !is_per_session => Use { amount: ZERO, count: ONE },
                Maximum::Count(_) | Maximum::Days(_) => Use { amount: ZERO, count: self.act.quantity },
            };
            counters.add(limit, self, used);
        }
    }

    /// What a limit counts besides what the coverage pays.
    fn total(&self, limit: &Limit) -> Money {
        if limit.counts == Counts::Total { self.paid_before } else { ZERO }
    }

    /// The days for which a limit counts; none for the limit of one act.
    pub(crate) fn span(&self, limit: &Limit) -> Option<Span> {
        Some(match limit.period {
            Period::Act => return None,
            Period::Stay | Period::Lifetime => Span::Since(None),
            Period::CivilYear => Span::Since(Some(self.date?.year_start())),
            Period::MembershipYear => Span::Since(Some(self.date?.last_anniversary(self.act.membership_start?))),
            Period::RollingMonths(months) => Span::Rolling(rolling::Period { date: self.date?, months }),
        })
    }

    /// The counter of a limit; none for the limit of one act.
    pub(crate) fn place(&self, limit: &Limit) -> Option<Place> {
        let span = self.span(limit)?;
        // DECISION: the parts behind a slash are escaped as in a JSON Pointer, so that no two scopes are written alike.
        // Case: reimburse_readings/scope-of-names-with-a-slash
        let beneficiary = self.act.beneficiary;
        let scope_id = match limit.scope {
            Scope::Family => "family".to_owned(),
            Scope::Beneficiary => beneficiary?.to_owned(),
            Scope::Eye | Scope::Ear => pointer::join(beneficiary?, self.act.side?),
            Scope::Tooth => pointer::join(beneficiary?, &self.act.tooth?.number().to_string()),
        };
        let scope_id = match limit.period {
            Period::Stay => pointer::join(&scope_id, self.act.stay_id?),
            _ => scope_id,
        };
        Some(Place { scope_id, span })
    }
}

/// What is left of a limit.
pub(crate) struct Room {
    pub(crate) maximum: Money,
    pub(crate) used: Money,
    pub(crate) left: Exact,
}
