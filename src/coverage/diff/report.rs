//! What does a comparison answer? Data, in a documented order.

use serde::Serialize;

use crate::coverage::analysis::truncation::Truncation;
use crate::coverage::compare::report::AmountComparison;
use crate::coverage::diff::rules::RuleChange;
use crate::coverage::region::report::ActRegion;

/// What changes for members; `A` is what is said of amounts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CoverageDiff<'a, A = AmountComparison<'a>> {
    /// Names that only the later coverage has, in its order.
    pub added_guarantees: Vec<&'a str>,
    /// Names that only the earlier coverage has, in its order.
    pub removed_guarantees: Vec<&'a str>,
    /// Changed rules of guarantees that both have, leaf by leaf: in the later coverage's order of guarantees, and for each
    /// first the leaves that the earlier rule has, then those that only the later one has.
    pub rule_changes: Vec<RuleChange<'a>>,
    /// Acts whose matching guarantees differ: by care type, then by the act that shows it. Disjoint, and together exactly
    /// all such acts.
    pub decision_changes: Vec<DecisionChange<'a>>,
    /// What members get for the same acts; none where no day is asked for.
    pub amount_changes: Option<A>,
    /// What is not finished, where a bound was reached.
    pub truncated: Option<Truncation<'a>>,
}

/// Acts whose matching guarantees differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DecisionChange<'a> {
    /// The guarantees that match in the earlier coverage, in its order.
    pub before: Vec<&'a str>,
    /// The guarantees that match in the later coverage, in its order.
    pub after: Vec<&'a str>,
    /// The acts.
    pub region: ActRegion<'a>,
}
