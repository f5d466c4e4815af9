//! Which limits of two rules are in the same state, and which limit leaves at least as much as another?
//!
//! ```text
//! matched           same period, scope, counts and maximum, and the key is shared with the same other guarantees
//! corresponding     of those that are not matched: the same key, or else all the same but for who shares the key
//! generous          every use that theirs allows is allowed by ours: a maximum as high or higher, a period as short or
//!                   shorter, a scope as narrow or narrower, no less is counted
//! ```
//! Matched limits are in one state in both rules, and so are corresponding ones: what differs between these is said as such.
//!
//! DECISION: a maximum that is changed puts no limit into two states. Case: compare_amounts/fewer-acts-a-year

use crate::coverage::amounts::undecided::Undecided;
use crate::coverage::compiled::Compiled;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::rule::model::{Counts, Limit, Maximum, Period, Rule, Scope};
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;

/// Whether a rule has a limit of a key.
#[inline(never)]
pub(crate) fn has_limit(rule: &Rule, key: &str) -> bool {
    rule.all_limits().any(|limit| limit.key == key)
}

/// Whether two rules have limits of one key.
#[inline(never)]
pub(crate) fn share_limits(a: &Rule, b: &Rule) -> bool {
    a.all_limits().any(|limit| has_limit(b, &limit.key))
}

/// A rule of a coverage.
#[derive(Clone, Copy)]
pub(crate) struct OfCoverage<'a> {
    pub(crate) coverage: &'a Compiled,
    pub(crate) guarantee: usize,
    pub(crate) rule: &'a Rule,
}

impl<'a> OfCoverage<'a> {
    /// The names of the other guarantees whose rules have a limit of a key, in payload order.
    pub(crate) fn sharing(&self, key: &str) -> Vec<&'a str> {
        let has_key = |rule: &GuaranteeRule| match rule {
            GuaranteeRule::Ready(rule) => has_limit(rule, key),
            GuaranteeRule::Opaque | GuaranteeRule::Broken => false,
        };
        let others = self.coverage.rules.iter().enumerate();
        let others = others.filter(|(position, rule)| *position != self.guarantee && has_key(rule));
        others.map(|(position, _)| self.coverage.model.guarantee_name(position)).listed()
    }
}

/// Limits of two rules; those of an act, which nothing can use up, are left out.
pub(crate) struct Pairs<'a> {
    /// Pairs in one state, and whether they are equal.
    pub(crate) together: Vec<(&'a Limit, &'a Limit, bool)>,
    pub(crate) only_current: Vec<&'a Limit>,
    pub(crate) only_next: Vec<&'a Limit>,
}

impl<'a> Pairs<'a> {
    pub(crate) fn of(current: Option<OfCoverage<'a>>, next: Option<OfCoverage<'a>>) -> Self {
        let counted = |side: Option<OfCoverage<'a>>| {
            let limits = side.into_iter().flat_map(|side| side.rule.all_limits());
            limits.filter(|limit| limit.period != Period::Act && !limit.repeated).listed()
        };
        let (mut only_current, mut only_next) = (counted(current), counted(next));
        let mut together = Vec::new();
        if let (Some(current), Some(next)) = (current, next) {
            let is_matched = |a: &Limit, b: &Limit| is_alike(a, b) && current.sharing(&a.key) == next.sharing(&b.key);
            let same_key = |a: &Limit, b: &Limit| a.key == b.key;
            // First those of one key, so that equal limits of several keys are not exchanged.
            let all: &dyn Fn(&Limit, &Limit) -> bool = &|a, b| same_key(a, b) && is_matched(a, b);
            for (is_pair, is_equal) in [(all, true), (&is_matched, true), (&same_key, false), (&is_alike, false)] {
                only_current.retain(|limit| {
                    let Some(position) = only_next.iter().position(|other| is_pair(limit, other)) else { return true };
                    together.push((*limit, only_next.remove(position), is_equal));
                    false
                });
            }
        }
        Pairs { together, only_current, only_next }
    }
}

/// Whether two limits say the same, but for their keys.
pub(crate) fn is_alike(a: &Limit, b: &Limit) -> bool {
    a.period == b.period && a.scope == b.scope && a.counts == b.counts && a.maximum.parts() == b.maximum.parts()
}

/// Whether a limit leaves at least as much as another, whatever was used.
///
/// # Errors
/// Where a number is too precise.
pub(crate) fn is_as_generous(ours: &Limit, theirs: &Limit) -> Result<bool, Undecided> {
    let maximum = match (ours.maximum, theirs.maximum) {
        (Maximum::Amount(ours), Maximum::Amount(theirs))
        | (Maximum::PmssPercent(ours), Maximum::PmssPercent(theirs))
        | (Maximum::Count(ours), Maximum::Count(theirs))
        | (Maximum::Days(ours), Maximum::Days(theirs)) => {
            Fraction::of(ours)?.compared_with(Fraction::of(theirs)?)?.is_ge()
        }
        _ => false,
    };
    let counts = ours.counts == Counts::Complementary || theirs.counts == Counts::Total;
    Ok(maximum && counts && is_period_as_short(ours.period, theirs.period) && is_scope_as_narrow(ours, theirs))
}

/// Whether what is used in one period of theirs is allowed in one of ours. A year of the calendar begins anew within any twelve
/// months, but twelve months do not begin anew with the year.
fn is_period_as_short(ours: Period, theirs: Period) -> bool {
    match (ours, theirs) {
        _ if ours == theirs => true,
        (Period::Act, _) | (_, Period::Lifetime) => true,
        (Period::RollingMonths(ours), Period::RollingMonths(theirs)) => ours <= theirs,
        (Period::CivilYear | Period::MembershipYear, Period::RollingMonths(theirs)) => theirs >= 12,
        _ => false,
    }
}

fn is_scope_as_narrow(ours: &Limit, theirs: &Limit) -> bool {
    match (ours.scope, theirs.scope) {
        _ if ours.scope == theirs.scope => true,
        (_, Scope::Family) => true,
        (Scope::Eye | Scope::Ear | Scope::Tooth, Scope::Beneficiary) => true,
        _ => false,
    }
}
