//! What changes for members when one coverage replaces another? Guarantees, rules, and which guarantees match which acts.
//!
//! A rewording changes nothing: a group written as its care types, mappings in another order, a range of ages in two parts.
//!
//! Source: *Overlaps, gaps, differences* in `docs/coverage.md`.

mod decisions;
mod rules;

use serde::Serialize;

use crate::coverage::analysis::Truncation;
use crate::coverage::compiled::Coverage;
use crate::coverage::region::report::ActRegion;
use crate::ground::small::listed::Listed;

pub use rules::RuleChange;

/// What changes for members.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageDiff<'a> {
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
    /// What is not finished, where a bound was reached.
    pub truncated: Option<Truncation<'a>>,
}

/// Acts whose matching guarantees differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionChange<'a> {
    /// The guarantees that match in the earlier coverage, in its order.
    pub before: Vec<&'a str>,
    /// The guarantees that match in the later coverage, in its order.
    pub after: Vec<&'a str>,
    /// The acts.
    pub region: ActRegion<'a>,
}

impl Coverage {
    /// What changes for members when `next` replaces this coverage, which may be of another catalogue: care types are
    /// compared by short code, one that a catalogue does not know matches nothing there, and a fact that acts have on one
    /// side only does not apply on the other.
    pub fn diff<'a>(&'a self, next: &'a Coverage) -> CoverageDiff<'a> {
        let twins = Twins::new(self, next);
        let (decision_changes, unfinished) = decisions::changes(self, next, &twins);
        let without_twin = |coverage: &'a Coverage, twins: &[Option<usize>]| {
            let names = coverage.guarantee_names().iter().zip(twins);
            names.filter(|(_, twin)| twin.is_none()).map(|(name, _)| name.as_str()).listed()
        };
        CoverageDiff {
            added_guarantees: without_twin(next, &twins.earlier),
            removed_guarantees: without_twin(self, &twins.later),
            rule_changes: rules::changes(self, next, &twins),
            decision_changes,
            truncated: unfinished.report(),
        }
    }
}

/// The guarantees of the same name in two coverages.
pub(crate) struct Twins {
    /// By guarantee of the earlier coverage: its position in the later one.
    pub(crate) later: Vec<Option<usize>>,
    /// By guarantee of the later coverage: its position in the earlier one.
    pub(crate) earlier: Vec<Option<usize>>,
}

impl Twins {
    fn new(before: &Coverage, after: &Coverage) -> Self {
        let (before, after) = (before.guarantee_names(), after.guarantee_names());
        let by_name = crate::ground::small::order::ascending(after.len(), &|a, b| after.get(a).cmp(&after.get(b)));
        let find = |name: &String| {
            let found = by_name.binary_search_by(|position| after.get(*position).cmp(&Some(name))).ok()?;
            by_name.get(found).copied()
        };
        let later: Vec<Option<usize>> = before.iter().map(find).listed();
        let mut earlier = vec![None; after.len()];
        for (position, twin) in later.iter().enumerate() {
            if let Some(slot) = twin.and_then(|twin| earlier.get_mut(twin)) {
                *slot = Some(position);
            }
        }
        Twins { later, earlier }
    }
}
