//! Which facts leave a gap open? Those of which another value alone would make some of its acts match.
//!
//! ```text
//! open facts   each fact f for which an act of the gap and an act that matches differ in f and in nothing else
//! ```
//! An act of the region and one of a mapping's region differ in one fact where the two regions have common values of every
//! other fact, and none of this one. So no act is tried.
//!
//! DECISION: a fact whose change alone would not make the act match is not named. Case: analyze_gaps/open-facts-that-do

use std::sync::Arc;

use crate::coverage::facts::mask::FactMask;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::cover::{Bound, Steps};
use crate::coverage::region::{Region, Side};
use crate::ground::small::listed::Listed;

/// Facts of an act, the age among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct OpenFacts {
    age: bool,
    facts: FactMask,
}

impl OpenFacts {
    /// Those of a gap that the mappings leave.
    ///
    /// # Errors
    /// `Bound::Steps`.
    pub(crate) fn of(steps: &mut Steps, gap: &Region, taken: &[Arc<Region>]) -> Result<Self, Bound> {
        let mut open = OpenFacts::default();
        for mapping in taken {
            steps.take(gap.size().saturating_add(mapping.size()))?;
            match gap.only_side_apart(mapping) {
                Some(Side::Ages) => open.age = true,
                Some(Side::Fact(fact)) => open.facts = open.facts.with(fact),
                None => {}
            }
        }
        Ok(open)
    }

    pub(crate) fn union(self, other: Self) -> Self {
        OpenFacts { age: self.age || other.age, facts: self.facts.union(other.facts) }
    }

    /// The fields of an act, in the order of the conditions.
    pub(crate) fn names(self) -> Vec<&'static str> {
        let facts = ActFact::ALL.into_iter().filter(|fact| self.facts.contains(*fact)).map(ActFact::name);
        self.age.then_some(MEMBER_AGE).into_iter().chain(facts).listed()
    }
}
