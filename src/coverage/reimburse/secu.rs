//! What does the Sécu pay for an act, and what does a coverage take for it?
//!
//! ```text
//! base         = min(charged, brss)                                             0 without brss
//! RSS          = as given, else base × rate, rounded to the cent
//! pathway RSS  = max(RSS, base × rate in the pathway, rounded as RSS is)         where the rule leaves the surcharge to the member
//! counted      = pathway RSS, else RSS, and what coverages before this one pay
//! ```
//! Out of the care pathway the Sécu pays less, which a rule may leave to the member.
//!
//! DECISION: an act without base, rate and Sécu part is care that the Sécu does not reimburse.
//! Case: reimburse/no-base
//! DECISION: the Sécu part must be known for every rule, also for a flat one. Case: reimburse_readings/rate-for-a-flat-rule

use crate::coverage::facts::amounts;
use crate::coverage::reimburse::amounts::{ActAmounts, GivenSecu};
use crate::coverage::reimburse::money::{Money, ZERO, at_rate};
use crate::coverage::rule::model::PathwaySurcharge;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::order::insert_sorted;

/// The Sécu part of an act.
#[derive(Clone, Copy, Default)]
pub(crate) struct SecuPart {
    pub(crate) base: Money,
    /// What the Sécu reimburses, before the contributions.
    pub(crate) rss: Money,
    /// What it would reimburse in the care pathway, where that is asked.
    pub(crate) pathway: Option<Money>,
    /// What coverages before this one pay.
    pub(crate) before: Money,
}

impl SecuPart {
    /// None where something is missing.
    pub(crate) fn of(
        act: &ActAmounts<'_>,
        surcharge: PathwaySurcharge,
        before: Money,
        rounding: Rounding,
        missing: &mut Vec<&'static str>,
    ) -> Option<Self> {
        let base = act.brss.map_or(ZERO, |brss| act.charged.min(brss));
        let rss = match (act.secu, act.brss, act.rate) {
            (GivenSecu::Reimbursement(rss), ..) => rss,
            (GivenSecu::Paid(paid), ..) => paid + act.contributions,
            (GivenSecu::No, None, None) => ZERO,
            (GivenSecu::No, Some(_), Some(rate)) => at_rate(base, rate, rounding),
            (GivenSecu::No, Some(_), None) => {
                insert_sorted(missing, amounts::RATE);
                return None;
            }
            (GivenSecu::No, None, Some(_)) => {
                insert_sorted(missing, amounts::BRSS);
                return None;
            }
        };
        let pathway_rate = act.pathway_rate.filter(|_| surcharge == PathwaySurcharge::LeftToMember);
        let pathway = match (pathway_rate, act.brss, act.secu) {
            (None, ..) | (Some(_), None, GivenSecu::No) => None,
            (Some(rate), Some(_), _) => Some(rss.max(at_rate(base, rate, rounding))),
            // A Sécu part that is given says that there is a base, but not which.
            (Some(_), None, _) => {
                insert_sorted(missing, amounts::BRSS);
                return None;
            }
        };
        Some(SecuPart { base, rss, pathway, before })
    }

    /// What a coverage takes for the Sécu part.
    pub(crate) fn reimbursed(&self) -> Money {
        self.pathway.unwrap_or(self.rss)
    }

    /// What is paid before the coverage pays.
    pub(crate) fn paid_before(&self) -> Money {
        self.reimbursed() + self.before
    }

    /// What the Sécu, and coverages before this one, leave of the base.
    pub(crate) fn ticket_moderateur(&self) -> Money {
        (self.base - self.paid_before()).max(ZERO)
    }
}
