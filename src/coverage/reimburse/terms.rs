//! How much is each component of a rule, for an act?
//!
//! ```text
//! brss_percent p          base × p                    ticket_moderateur p     max(0, base − RSS) × p
//! actual_costs p          eligible × p                rss_percent p           RSS × p
//! excess_over_brss p      max(0, eligible − BR) × p   reconstituted p         reconstituted BR × p
//! flat_amount a           a × quantity                pmss_percent p          PMSS × p, rounded half-up to the cent, × quantity
//! greatest_of, least_of   the greatest, or the least, sum of an option; the first of equal ones
//! ```
//! What is for an act is not multiplied by the quantity.

use crate::coverage::facts::amounts;
use crate::coverage::reimburse::amounts::ActAmounts;
use crate::coverage::reimburse::money::{self, Exact, Money, NOTHING, ONE, ZERO, exactly, money, percent_of, times};
use crate::coverage::reimburse::pmss;
use crate::coverage::reimburse::secu::SecuPart;
use crate::coverage::rule::model::{Of, Pick, Plain, PriceCap, Term, Unit};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::order::insert_sorted;

/// What a component is, and which of its options counts.
#[derive(Clone, Copy, Default)]
pub(crate) struct Value {
    pub(crate) amount: Exact,
    /// Its position; none where there are no options.
    pub(crate) option: Option<usize>,
}

/// What the components of a rule are computed from.
pub(crate) struct Terms<'t> {
    pub(crate) act: &'t ActAmounts<'t>,
    pub(crate) date: Option<CalendarDate>,
    pub(crate) secu: SecuPart,
    /// What was charged, within the price cap.
    pub(crate) eligible: Money,
    /// The fields that the act lacks, sorted. A component that needs one is 0.
    pub(crate) missing: &'t mut Vec<&'static str>,
}

/// What was charged, at most the price cap of a rule.
pub(crate) fn eligible(act: &ActAmounts<'_>, cap: Option<&PriceCap>, missing: &mut Vec<&'static str>) -> Money {
    let cap = match cap {
        None => return act.charged,
        Some(PriceCap::Amount(cap)) => Some(money(*cap)),
        Some(PriceCap::Plv) => needed(act.plv, amounts::PLV, missing),
        Some(PriceCap::Hlf) => needed(act.hlf, amounts::HLF, missing),
    };
    cap.map_or(ZERO, |cap| act.charged.min(cap))
}

impl Terms<'_> {
    pub(crate) fn value(&mut self, term: &Term) -> Value {
        let (pick, options) = match term {
            Term::Plain(plain) => return Value { amount: self.plain(plain), option: None },
            Term::Chosen { pick, options } => (*pick, options),
        };
        let mut chosen = Value::default();
        for (position, option) in options.iter().enumerate() {
            let amount = option.iter().fold(NOTHING, |sum, plain| sum + self.plain(plain));
            let is_better = match pick {
                Pick::Greatest => amount > chosen.amount,
                Pick::Least => amount < chosen.amount,
            };
            if position == 0 || is_better {
                chosen = Value { amount, option: Some(position) };
            }
        }
        chosen
    }

    fn plain(&mut self, plain: &Plain) -> Exact {
        let act = self.act;
        let units = |per: Unit| if per == Unit::Act { ONE } else { act.quantity };
        match *plain {
            Plain::Percent(of, percent) => percent_of(self.whole(of), percent),
            Plain::Flat { amount, per } => times(exactly(money(amount)), units(per)),
            Plain::Pmss { percent, per } => {
                let pmss = needed(pmss::of_act(act, self.date), amounts::PMSS, self.missing).unwrap_or_default();
                times(pmss::percent_of_pmss(pmss, percent), units(per))
            }
        }
    }

    /// What a percentage is taken of.
    fn whole(&mut self, of: Of) -> Money {
        let act = self.act;
        // A Sécu part that is given says that there is a base, but not which.
        let needs_base = matches!(of, Of::Brss | Of::TicketModerateur | Of::ExcessOverBrss);
        if needs_base && act.brss.is_none() && self.secu.rss > ZERO {
            insert_sorted(self.missing, amounts::BRSS);
        }
        match of {
            Of::Brss => self.secu.base,
            Of::TicketModerateur => self.secu.ticket_moderateur(),
            Of::ActualCosts => self.eligible,
            Of::Rss => self.secu.reimbursed(),
            Of::ReconstitutedBrss => {
                needed(act.reconstituted, amounts::RECONSTITUTED, self.missing).unwrap_or_default()
            }
            Of::ExcessOverBrss => (self.eligible - act.brss.unwrap_or(ZERO)).max(ZERO),
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
pub(crate) fn is_capped(amount: Exact) -> bool {
    amount >= money::MOST
}
