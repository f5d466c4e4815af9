//! What does a rule that is a sum pay for a row of usual amounts? The formula of [`reimburse`](crate::coverage::reimburse) in 64 bits.
//!
//! ```text
//! base      = min(charged, brss)                    RSS = as given, else base × rate, rounded to the cent
//! sum       = Σ percentage × what it is of + Σ amounts
//! unlimited = clamp(sum rounded half-up to the cent − RSS if included, 0, max(0, eligible − RSS))
//! AMC       = min(unlimited, room of the limit)
//! ```
//! A row or an act that is anything else (no base where one is needed, the care pathway, a part of what is left of days, a limit that
//! is reached and something beyond it) goes the general way; a law compares the two.

use std::num::{Saturating, Wrapping};

use crate::coverage::bulk::answer::Paid;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::ledger::{Place, UnitLedger};
use crate::coverage::bulk::plan::{Int, MOST_FLAT, MOST_PERCENT, Quick, QuickLimit, QuickMaximum, QuickPeriod};
use crate::coverage::bulk::row::{NO_AMOUNT, NO_DATE, entry};
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::reimburse::usage::Use;
use crate::ground::exact::amount::Rounding;

/// Amounts are below 2^35 units of 1/10,000 €, that is 3 million €, and quantities below 2^23 of them.
const AMOUNT_BITS: u32 = 35;
const QUANTITY_BITS: u32 = 23;
/// 100 % in 1/10,000 %.
const WHOLE: i64 = 1_000_000;
/// Units of sums in a cent.
const CENT: i64 = 100_000_000;
const UNITS_OF_CENT: Int = Wrapping(100);
const ONE: i64 = 10_000;
pub(crate) const NOTHING: Int = Wrapping(0);
/// In place of an amount that is not given.
const NONE: Int = Wrapping(-1);

// A sum and what rounds it up.
const _: () = {
    let percents = MOST_PERCENT.0.saturating_mul(1 << AMOUNT_BITS);
    let flats = MOST_FLAT.0.saturating_mul(1 << QUANTITY_BITS).saturating_mul(100);
    assert!(percents.saturating_add(flats).saturating_add(CENT) < i64::MAX && WHOLE < MOST_PERCENT.0);
    assert!(MOST_FLAT.0.saturating_mul(WHOLE) < flats, "the amount of an act");
};

/// A row of usual amounts, without problems.
pub(crate) struct Small {
    charged: Int,
    /// [`NONE`] where there is none, as in the two others.
    brss: Int,
    rate: Int,
    rss: Int,
    contributions: Int,
    quantity: Int,
}

impl Small {
    /// None for any other row.
    #[inline(always)]
    pub(crate) fn of(columns: &PricedColumns<'_>, row: usize) -> Option<Self> {
        let value = |column: &[i64], absent: i64| match entry(column, row, NO_AMOUNT) {
            NO_AMOUNT => absent,
            value => value,
        };
        // What is below 0 is not taken for absent.
        let or_none = |column: &[i64]| match entry(column, row, NO_AMOUNT) {
            NO_AMOUNT => NONE.0,
            value => value.max(0) | (value & NO_AMOUNT),
        };
        let charged = entry(columns.charged, row, NO_AMOUNT);
        let (brss, rate) = (or_none(columns.brss), or_none(columns.secu_rate_percent));
        let (flat, franchise) = (value(columns.flat_contribution, 0), value(columns.franchise, 0));
        let quantity = value(columns.quantity, ONE);
        let (reimbursed, paid) = (or_none(columns.secu_reimbursement), or_none(columns.secu_paid));
        let contributions = flat.wrapping_add(franchise);
        // One of the two at most; what is not given is -1, what is less is refused below.
        let rss = match (reimbursed, paid) {
            (-1, -1) => -1,
            (given, -1) => given,
            (-1, paid) => paid.wrapping_add(contributions),
            _ => return None,
        };
        // Each is at least 0, or -1 where it may be absent: then one more is at least 0.
        let all = charged | flat | franchise | reimbursed.wrapping_add(1) | paid.wrapping_add(1) | brss.wrapping_add(1);
        let is_small = all >> AMOUNT_BITS == 0
            && quantity.wrapping_sub(1) >> QUANTITY_BITS == 0
            && (-1..=WHOLE).contains(&rate)
            && rss <= charged;
        let given = |value: i64| Wrapping(value);
        is_small.then_some(Small {
            charged: given(charged),
            brss: given(brss),
            rate: given(rate),
            rss: given(rss),
            contributions: given(contributions),
            quantity: given(quantity),
        })
    }

    /// Whether there is a base, and the base.
    #[inline(always)]
    pub(crate) fn base(&self) -> (bool, Int) {
        let has_base = self.brss >= NOTHING;
        (has_base, if has_base { self.charged.min(self.brss) } else { NOTHING })
    }

    /// What the Sécu reimburses; none where the row does not say it.
    #[inline(always)]
    pub(crate) fn rss(&self, rounding: Rounding) -> Option<Int> {
        let (has_base, base) = self.base();
        match (self.rss >= NOTHING, has_base, self.rate >= NOTHING) {
            (true, ..) => Some(self.rss),
            (false, true, true) => Some(match rounding {
                Rounding::Down => cents(base * self.rate),
                Rounding::HalfUp | Rounding::HalfEven => half_up(base * self.rate).min(base),
            }),
            (false, false, false) => Some(NOTHING),
            _ => None,
        }
    }

    /// What the Sécu pays after the contributions; none where the row does not say it.
    #[inline(always)]
    pub(crate) fn secu_paid(&self, rounding: Rounding) -> Option<i64> {
        let rss = self.rss(rounding)?;
        Some((rss - self.contributions.min(rss)).0)
    }

    /// What the rule pays; none where the general way has to be gone, which is known before anything is counted.
    #[inline(always)]
    pub(crate) fn paid(
        &self,
        rule: &Quick,
        rounding: Rounding,
        count: impl FnOnce(&QuickLimit, Limited) -> Option<Int>,
    ) -> Option<Paid> {
        let (has_base, base) = self.base();
        let rss = self.rss(rounding)?;
        if rule.needs_base && !has_base && rss > NOTHING {
            return None;
        }
        let eligible = rule.cap.map_or(self.charged, |cap| self.charged.min(cap));
        let excess = (eligible - self.brss.max(NOTHING)).max(NOTHING);
        let sum = rule.brss * base
            + rule.ticket_moderateur * (base - rss).max(NOTHING)
            + rule.actual_costs * eligible
            + rule.rss * rss
            + rule.excess_over_brss * excess
            + rule.flat * Wrapping(WHOLE)
            + rule.flat_of_unit * self.quantity * UNITS_OF_CENT;
        let raw = half_up(sum) - if rule.is_included { rss } else { NOTHING };
        let unlimited = raw.min(eligible - rss).max(NOTHING);
        let complementary = match &rule.limit {
            None => unlimited,
            Some(limit) => count(limit, Limited { unlimited, rss, quantity: self.quantity })?,
        };
        let secu_paid = rss - self.contributions.min(rss);
        let out_of_pocket = self.charged - secu_paid - complementary;
        Some(Paid { complementary: complementary.0, secu_paid: secu_paid.0, out_of_pocket: out_of_pocket.0 })
    }
}

/// What a limit looks at.
pub(crate) struct Limited {
    /// What is paid without the limit.
    pub(crate) unlimited: Int,
    rss: Int,
    quantity: Int,
}

/// What a limit of a row allows, which is counted; none where the general way has to be gone.
#[inline(always)]
pub(crate) fn counted(
    columns: &PricedColumns<'_>,
    row: usize,
    ledger: &mut UnitLedger,
    limit: &QuickLimit,
    act: &Limited,
) -> Option<Int> {
    let place = if limit.period == QuickPeriod::Act { None } else { Some(place(columns, row, ledger, limit)?) };
    let position = place.and_then(|place| ledger.position(&place));
    let used = position.and_then(|position| ledger.sum(position)).unwrap_or_default();
    let total = if limit.is_of_total { act.rss } else { NOTHING };
    let (allowed, uses) = match limit.maximum {
        QuickMaximum::Amount(maximum) => {
            let room = (maximum - Wrapping(used.amount.0) - total).max(NOTHING);
            let allowed = act.unlimited.min(room);
            (allowed, Use { amount: Saturating((allowed + total).0), count: ZERO })
        }
        QuickMaximum::Count(maximum) => {
            let allowed = if maximum.0 > used.count.0 { act.unlimited } else { NOTHING };
            (allowed, Use { amount: ZERO, count: Saturating(ONE) })
        }
        QuickMaximum::Quantity(maximum) => {
            let remaining = maximum - Wrapping(used.count.0);
            let is_whole = remaining >= act.quantity;
            let allowed = if is_whole { act.unlimited } else { NOTHING };
            if !is_whole && remaining > NOTHING {
                return None;
            }
            (allowed, Use { amount: ZERO, count: Saturating(act.quantity.0) })
        }
    };
    if limit.has_beyond && allowed < act.unlimited {
        return None;
    }
    if allowed > NOTHING
        && let Some(place) = place
    {
        ledger.use_more(position, place, uses);
    }
    Some(allowed)
}

/// Where a limit of a row is counted; none where something is missing.
#[inline(always)]
fn place(columns: &PricedColumns<'_>, row: usize, ledger: &mut UnitLedger, limit: &QuickLimit) -> Option<Place> {
    let person = if limit.is_of_family {
        Place::FAMILY
    } else {
        let beneficiary = entry(columns.beneficiary, row, 0);
        if beneficiary == 0 && entry(columns.unit, row, 0) == 0 {
            return None;
        }
        u64::from(beneficiary)
    };
    let start = match limit.period {
        QuickPeriod::Act | QuickPeriod::Lifetime => 0,
        QuickPeriod::CivilYear => ledger.year_start(Some(columns.day(row)).filter(|day| *day != NO_DATE)?)?,
    };
    Some(Place { key: limit.key, person, part: 0, stay: 0, start })
}

/// A sum in units of 1/10,000 €, rounded down to the cent.
#[inline(always)]
fn cents(sum: Int) -> Int {
    Wrapping(
        sum.0
            .unsigned_abs()
            .checked_div(CENT.unsigned_abs())
            .and_then(|cents| i64::try_from(cents).ok())
            .unwrap_or_default(),
    ) * UNITS_OF_CENT
}

#[inline(always)]
fn half_up(sum: Int) -> Int {
    cents(sum + Wrapping(CENT >> 1))
}
