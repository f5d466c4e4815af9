//! Sets of facts, a bit each.

use crate::coverage::facts::table::ActFact;

// An integer also says whether the age is among them.
const _: () = assert!(ActFact::COUNT < 32, "a set of facts and the age has 32 bits: make it a u64");

/// In an integer with a bit for each fact, the one of the age.
pub(crate) const AGE_BIT: u32 = 1 << ActFact::COUNT;

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FactMask(u32);

impl FactMask {
    /// The facts of a list; all where there is none.
    pub(crate) fn of(facts: Option<&[ActFact]>) -> Self {
        let facts = facts.unwrap_or(&ActFact::ALL);
        facts.iter().fold(FactMask::default(), |mask, fact| mask.with(*fact))
    }

    pub(crate) fn with(self, fact: ActFact) -> Self {
        FactMask(self.0 | Self::bit(fact))
    }

    pub(crate) fn contains(self, fact: ActFact) -> bool {
        self.0 & Self::bit(fact) != 0
    }

    pub(crate) fn is_within(self, other: FactMask) -> bool {
        self.0 & !other.0 == 0
    }

    pub(crate) fn union(self, other: FactMask) -> Self {
        FactMask(self.0 | other.0)
    }

    /// A bit for each fact, in the order of [`ActFact::ALL`].
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    fn bit(fact: ActFact) -> u32 {
        1_u32.wrapping_shl(u32::try_from(fact.position()).unwrap_or_default())
    }
}
