//! Which facts does an answer wait for?

use crate::coverage::facts::mask::FactMask;
use crate::coverage::facts::table::ActFact;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// The field of an act that holds the age on the care date.
pub(crate) const MEMBER_AGE: &str = "member_age";

/// Facts that an act leaves out, the age among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MissingFacts {
    pub(crate) age: bool,
    pub(crate) facts: FactMask,
}

impl MissingFacts {
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    pub(crate) fn union(self, other: Self) -> Self {
        MissingFacts { age: self.age || other.age, facts: self.facts.union(other.facts) }
    }

    /// The fields of an act, sorted.
    pub(crate) fn names(self) -> Vec<&'static str> {
        let facts = ActFact::ALL.into_iter().filter(|fact| self.facts.contains(*fact)).map(ActFact::name);
        let names: Vec<&'static str> = self.age.then_some(MEMBER_AGE).into_iter().chain(facts).listed();
        order::sort(names, &|a: &&str, b: &&str| a.cmp(b))
    }
}
