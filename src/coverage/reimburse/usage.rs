//! What was used of a limit.

use crate::coverage::reimburse::money::{Money, counted};

/// An amount and a count.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Use {
    pub(crate) amount: Money,
    pub(crate) count: Money,
}

impl Use {
    pub(crate) fn plus(self, other: Use) -> Use {
        Use { amount: counted(self.amount + other.amount), count: counted(self.count + other.count) }
    }
}
