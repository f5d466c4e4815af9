//! What the Sécu pays for an act, and what it would pay in the care pathway.

use std::collections::BTreeSet;

use serde_json::Value;

use super::number::{Number, down, given, half_up, int};

pub(crate) struct Secu {
    pub(crate) charged: Number,
    pub(crate) brss: Option<Number>,
    /// The lower of charged and BR.
    pub(crate) base: Number,
    /// The Sécu part that is really paid, before contributions.
    pub(crate) rss: Number,
    /// The Sécu part in the pathway, where the rule leaves the surcharge to the member and the act says its rate.
    pub(crate) pathway_rss: Option<Number>,
    pub(crate) contributions: Number,
}

impl Secu {
    /// The Sécu part that the complementary part counts with.
    pub(crate) fn counted(&self) -> &Number {
        self.pathway_rss.as_ref().unwrap_or(&self.rss)
    }
}

/// None of an act that contradicts itself.
pub(crate) fn secu(rule: &Value, act: &Value, round_half_up: bool, missing: &mut BTreeSet<&str>) -> Option<Secu> {
    let number = |name: &str| given(act, name);
    let charged = number("charged").expect("what was charged");
    let contributions = number("flat_contribution").unwrap_or(int(0)) + number("franchise").unwrap_or(int(0));
    let before = number("secu_reimbursement");
    let after = number("secu_paid").map(|paid| paid + &contributions);
    if before.is_some() && after.is_some() || before.iter().chain(&after).any(|secu| *secu > charged) {
        return None;
    }
    let (brss, rate, pathway) = (number("brss"), number("secu_rate_percent"), number("pathway_rate_percent"));
    let hundred = int(100);
    if rate.iter().chain(&pathway).any(|rate| *rate > hundred)
        || rate.iter().zip(&pathway).any(|(rate, in_it)| in_it < rate)
    {
        return None;
    }
    let base = brss.clone().map_or(int(0), |brss| brss.min(charged.clone()));
    let at = |rate: &Number| {
        let part = &base * rate / &hundred;
        if round_half_up { half_up(&part).min(base.clone()) } else { down(&part) }
    };
    let part = before.or(after);
    let is_in_pathway = rule["pathway_surcharge"] == "covered" || pathway.is_none();
    let needed = match (&part, &brss, &rate) {
        (None, None, Some(_)) => Some("brss"),
        (None, Some(_), None) => Some("secu_rate_percent"),
        (Some(_), None, _) if !is_in_pathway => Some("brss"),
        _ => None,
    };
    missing.extend(needed);
    let rss = part.or_else(|| rate.as_ref().map(&at)).unwrap_or(int(0));
    let pathway_rss = pathway.filter(|_| !is_in_pathway && brss.is_some()).map(|rate| at(&rate).max(rss.clone()));
    Some(Secu { charged, brss, base, rss, pathway_rss, contributions })
}
