//! The act that shows a finding in a region, and what both coverages pay for it.

use crate::coverage::amounts::witness::{act, counters};
use crate::coverage::compare::finding::{Rules, Shown};
use crate::coverage::compare::report::AmountExample;
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::Side;
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::answer::answer;
use crate::coverage::reimburse::counters::{Counters, LimitCounter};
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::reimburse::options;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::coverage::rule::model::Limit;
use crate::ground::value::json::Json;

/// The example of a region; none where an act of it cannot be computed, which does not happen.
pub(super) fn example<'a>(
    (current, next): (&'a Compiled, &'a Compiled),
    rules: Rules<'a>,
    region: &ActRegion<'_>,
    shown: &Shown,
) -> Option<AmountExample<'a>> {
    let mut act = act(&region.witness, shown.amounts.clone());
    let reimbursed = ActFact::ReimbursedBySecu;
    // Where the region leaves it open, the act says what its amounts say.
    if region.conditions.region.is_free(Side::Fact(reimbursed))
        && region.witness.fact(reimbursed).is_some()
        && let Json::Object(fields) = &mut act
    {
        let fact = fields.iter_mut().find(|(name, _)| name == reimbursed.name());
        fact.into_iter().for_each(|(_, value)| *value = Json::Bool(shown.has_base));
    }
    let pairs = rules.pairs();
    let side = |coverage: &'a Compiled, is_next: bool| -> Option<(Vec<LimitCounter>, Reimbursement<'a>)> {
        let priced = PricedAct::decode(&act, &coverage.tables.options.derive).ok()?;
        let rule = if is_next { rules.next } else { rules.current };
        let is_used_up = |limit: &Limit| shown.state.is_used_up(&pairs, is_next, limit);
        let mut counters = rule.map_or_else(Counters::default, |side| counters(side.rule, &priced, &is_used_up));
        let before = counters.show();
        let (mut result, _) = answer(coverage, &priced, &mut counters, &options::of_one(None).ok()?, ZERO).ok()?;
        result.counters = counters.show();
        Some((before, result))
    };
    let ((before, current), (later, next)) = (side(current, false)?, side(next, true)?);
    Some(AmountExample { act, counters: [before, later], current, next })
}
