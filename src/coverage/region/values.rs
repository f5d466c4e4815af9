//! Which values of one side? Parts of a side, cut where regions begin and end.

use crate::coverage::facts::table::ActFact;
use crate::coverage::region::{Ages, FactSet, Region, Side, both, either, only_the_first};

/// Values of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Values {
    Ages(Ages),
    Fact(ActFact, FactSet),
}

impl Values {
    pub(crate) fn all(side: Side) -> Self {
        match side {
            Side::Ages => Values::Ages(Ages::ALL),
            Side::Fact(fact) => Values::Fact(fact, FactSet::all(fact)),
        }
    }

    /// Adds those within a region, and those outside; ages ascending.
    pub(crate) fn split(self, region: &Region, parts: &mut Vec<Self>) {
        match self {
            Values::Ages(ages) => {
                let [below, above] = ages.outside(region.ages);
                for ages in [below, ages.intersection(region.ages), above] {
                    parts.extend(ages.map(Values::Ages));
                }
            }
            Values::Fact(fact, values) => {
                for keep in [both, only_the_first] {
                    let values = values.combine(region.fact(fact), keep);
                    if !values.is_empty() {
                        parts.push(Values::Fact(fact, values));
                    }
                }
            }
        }
    }

    /// Whether they are within a region, of which they have all or none.
    pub(crate) fn are_in(&self, region: &Region) -> bool {
        match self {
            Values::Ages(ages) => region.ages.min <= ages.min && ages.max <= region.ages.max,
            Values::Fact(fact, values) => match (values, region.fact(*fact)) {
                (FactSet::Flags { no, .. }, FactSet::Flags { no: other_no, yes }) => *if *no { other_no } else { yes },
                (FactSet::Texts(texts), FactSet::Texts(others)) => texts.are_in(others),
                // INVARIANT: both sets are of one fact, and so of one kind.
                (FactSet::Flags { .. }, FactSet::Texts(_)) | (FactSet::Texts(_), FactSet::Flags { .. }) => false,
            },
        }
    }

    /// Both together; of ages, these touch.
    pub(crate) fn union(&self, other: &Self) -> Self {
        match (self, other) {
            (Values::Ages(ages), Values::Ages(others)) => Values::Ages(ages.union(*others).unwrap_or(*ages)),
            (Values::Fact(fact, values), Values::Fact(_, others)) => {
                Values::Fact(*fact, values.combine(others, either))
            }
            // INVARIANT: both are of one side.
            (Values::Ages(_), Values::Fact(..)) | (Values::Fact(..), Values::Ages(_)) => self.clone(),
        }
    }

    /// How much work it is to look at them.
    pub(crate) fn size(&self) -> usize {
        match self {
            Values::Ages(_) => 1,
            Values::Fact(_, values) => values.size().saturating_add(1),
        }
    }
}

impl Region {
    /// The same acts but for one side, which has these values.
    pub(crate) fn with(mut self, values: Values) -> Self {
        match values {
            Values::Ages(ages) => self.ages = ages,
            Values::Fact(fact, values) => self.set(fact, values),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::region::tests::{acts, contains, is_empty, regions};

    impl Region {
        fn values(&self, side: Side) -> Values {
            match side {
                Side::Ages => Values::Ages(self.ages),
                Side::Fact(fact) => Values::Fact(fact, self.fact(fact).clone()),
            }
        }
    }

    #[test]
    fn parts_have_each_value_once_and_lie_within_or_outside() {
        let regions = regions();
        for a in &regions {
            for b in &regions {
                for side in Side::all() {
                    let with = |values| Region::all().with(values);
                    let (slab, other) = (with(a.values(side)), with(b.values(side)));
                    let mut parts = Vec::new();
                    a.values(side).split(b, &mut parts);
                    let parts: Vec<(bool, Region)> =
                        parts.into_iter().map(|values| (values.are_in(b), with(values))).collect();
                    assert!(!parts.iter().any(|(_, part)| is_empty(part)), "{a:?} {b:?}");
                    for act in acts() {
                        let of: Vec<bool> =
                            parts.iter().filter(|(_, part)| contains(part, act)).map(|(is_in, _)| *is_in).collect();
                        let expected: &[bool] = if contains(&slab, act) { &[contains(&other, act)] } else { &[] };
                        assert_eq!(of, expected, "{act:?} of {a:?} along {side:?} of {b:?}");
                    }
                }
            }
        }
    }
}
