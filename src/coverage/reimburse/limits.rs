//! How much do the limits of a rule leave, and what does an act use of them?
//!
//! ```text
//! max_amount   room = max_amount − used (− RSS where the total is counted), at least 0
//! max_count    room = 0 when used up, else no restriction; per session: unlimited × min(1, remaining ÷ quantity)
//! max_days     room = unlimited × min(1, remaining ÷ quantity)                        both rounded half-up to the cent
//! used         amounts: what is allowed (and RSS); counts: the quantity per session, else 1; days: the quantity
//! ```
//! An act for which nothing is allowed uses nothing.
//!
//! DECISION: the period `act` has no counter: nothing was used before, and nothing is kept.
//! Case: reimburse_limits/per-act

use crate::coverage::facts::amounts;
use crate::coverage::reimburse::amounts::ActAmounts;
use crate::coverage::reimburse::counters::{Counters, Place, Span};
use crate::coverage::reimburse::money::{Money, ONE, ZERO, money, share};
use crate::coverage::reimburse::rolling;
use crate::coverage::reimburse::usage::Use;
use crate::coverage::rule::model::{Counts, Limit, Maximum, Period, Rule, Scope};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::order::insert_sorted;
use crate::ground::value::pointer;

/// The act that is counted.
pub(crate) struct Counted<'a> {
    pub(crate) act: &'a ActAmounts<'a>,
    pub(crate) date: Option<CalendarDate>,
    pub(crate) is_per_session: bool,
    pub(crate) rss: Money,
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
    pub(crate) fn room(&self, limit: &Limit, counters: &Counters, unlimited: Money) -> Room {
        let used = self.place(limit).map(|place| counters.used(&limit.key, &place)).unwrap_or_default();
        let (maximum, used, left) = match limit.maximum {
            Maximum::Amount(maximum) => {
                let rss = if limit.counts == Counts::Total { self.rss } else { ZERO };
                let maximum = money(maximum);
                (maximum, used.amount, (maximum - used.amount - rss).max(ZERO))
            }
            Maximum::Count(maximum) | Maximum::Days(maximum) => {
                let maximum = money(maximum);
                let remaining = (maximum - used.count).max(ZERO);
                let left = if remaining == ZERO {
                    ZERO
                } else if matches!(limit.maximum, Maximum::Count(_)) && !self.is_per_session {
                    unlimited
                } else {
                    share(unlimited, remaining, self.act.quantity)
                };
                (maximum, used.count, left)
            }
        };
        Room { maximum, used, left }
    }

    /// Counts what an act was allowed.
    ///
    /// DECISION: the whole quantity is used where only a part of it was left. Case: reimburse_maxima/session-more-than-allowed-at-once
    pub(crate) fn count(&self, rule: &Rule, counters: &mut Counters, allowed: Money) {
        if allowed == ZERO {
            return;
        }
        for limit in rule.limits.iter().filter(|limit| !limit.repeated) {
            let Some(place) = self.place(limit) else { continue };
            let used = match limit.maximum {
                Maximum::Amount(_) => {
                    let rss = if limit.counts == Counts::Total { self.rss } else { ZERO };
                    Use { amount: allowed + rss, count: ZERO }
                }
                Maximum::Count(_) if !self.is_per_session => Use { amount: ZERO, count: ONE },
                Maximum::Count(_) | Maximum::Days(_) => Use { amount: ZERO, count: self.act.quantity },
            };
            counters.add(&limit.key, place, used);
        }
    }

    /// The counter of a limit; none for the limit of one act.
    fn place(&self, limit: &Limit) -> Option<Place> {
        let span = match limit.period {
            Period::Act => return None,
            Period::Stay | Period::Lifetime => Span::Since(None),
            Period::CivilYear => Span::Since(Some(self.date?.year_start())),
            Period::MembershipYear => Span::Since(Some(self.date?.last_anniversary(self.act.membership_start?))),
            Period::RollingMonths(months) => Span::Rolling(rolling::Period { date: self.date?, months }),
        };
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
    pub(crate) left: Money,
}
