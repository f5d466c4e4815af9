//! Which acts? A region is a box over the facts of an act: an interval of ages, and a set of values for each fact.
//!
//! ```text
//! region        = ages × values of fact 1 × … × values of the last fact
//! a ∩ b         = fact by fact
//! a filter      = one region; reversed ages or an empty list: none
//! ```
//! A merge changes no act, and parts of a side have each value once. A region knows nothing
//! of care types: where a fact does not apply, the caller sees to it that no condition on it is asked.
//!
//! Source: the product of facts in `docs/coverage.md`, *Overlaps, gaps, differences*.

pub(crate) mod conditions;
pub(crate) mod cover;
pub(crate) mod open_facts;
pub(crate) mod partition;
pub(crate) mod report;
pub(crate) mod text_set;
pub(crate) mod values;
pub(crate) mod witness;
pub(crate) mod words;

use std::cmp::Ordering;

use crate::coverage::facts::table::{ActFact, ConditionKind};
use crate::coverage::filter::{Expected, Filter};
use crate::coverage::region::text_set::TextSet;
use crate::ground::document::decode::{MAX_AGE, is_short_text};

/// A set of possible acts.
///
/// INVARIANT: not empty; each fact has a set of its own kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Region {
    pub(crate) ages: Ages,
    facts: [FactSet; ActFact::COUNT],
}

/// Completed years, both bounds included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ages {
    pub(crate) min: u8,
    pub(crate) max: u8,
}

/// The values that a fact may have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FactSet {
    Flags { no: bool, yes: bool },
    Texts(TextSet),
}

/// A part of a region that can be restricted alone, in the order of the filter's conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ages,
    Fact(ActFact),
}

impl Side {
    pub(crate) fn all() -> impl Iterator<Item = Side> {
        std::iter::once(Side::Ages).chain(ActFact::ALL.into_iter().map(Side::Fact))
    }
}

impl Ages {
    pub(crate) const ALL: Ages = Ages { min: 0, max: MAX_AGE };

    fn new(min: u8, max: u8) -> Option<Self> {
        (min <= max).then_some(Ages { min, max })
    }

    fn intersection(self, other: Ages) -> Option<Self> {
        Ages::new(self.min.max(other.min), self.max.min(other.max))
    }

    /// The ages below and above `other`.
    fn outside(self, other: Ages) -> [Option<Ages>; 2] {
        let below = other.min.checked_sub(1).and_then(|max| Ages::new(self.min, max.min(self.max)));
        let above = Ages::new(other.max.saturating_add(1).max(self.min), self.max);
        [below, above]
    }

    /// Both together, where no age lies between them.
    fn union(self, other: Ages) -> Option<Self> {
        let touch = self.min <= other.max.saturating_add(1) && other.min <= self.max.saturating_add(1);
        touch.then(|| Ages { min: self.min.min(other.min), max: self.max.max(other.max) })
    }
}

impl FactSet {
    fn all(fact: ActFact) -> Self {
        match fact.kind() {
            ConditionKind::Flag => FactSet::Flags { no: true, yes: true },
            ConditionKind::Text | ConditionKind::OneOf => FactSet::Texts(TextSet::all()),
        }
    }

    /// What a condition allows.
    ///
    /// DECISION: a text that no act can have is left out. Case: analyze_overlaps/too-long-values
    fn of(expected: &Expected) -> Self {
        let texts = |values: &[String]| {
            FactSet::Texts(TextSet::of(values.iter().map(String::as_str).filter(|value| is_short_text(value))))
        };
        match expected {
            Expected::Flag(value) => FactSet::Flags { no: !*value, yes: *value },
            Expected::Text(value) => texts(std::slice::from_ref(value)),
            Expected::OneOf(values) => texts(values),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            FactSet::Flags { no, yes } => !no && !yes,
            FactSet::Texts(texts) => texts.is_empty(),
        }
    }

    pub(crate) fn is_all(&self) -> bool {
        match self {
            FactSet::Flags { no, yes } => *no && *yes,
            FactSet::Texts(texts) => texts.is_all(),
        }
    }

    fn size(&self) -> usize {
        match self {
            FactSet::Flags { .. } => 0,
            FactSet::Texts(texts) => texts.size(),
        }
    }

    fn combine(&self, other: &Self, keep: fn(bool, bool) -> bool) -> Self {
        match (self, other) {
            (FactSet::Flags { no, yes }, FactSet::Flags { no: other_no, yes: other_yes }) => {
                FactSet::Flags { no: keep(*no, *other_no), yes: keep(*yes, *other_yes) }
            }
            (FactSet::Texts(texts), FactSet::Texts(others)) => FactSet::Texts(texts.combine(others, keep)),
            // INVARIANT: both sets are of one fact, and so of one kind.
            (FactSet::Flags { .. }, FactSet::Texts(_)) | (FactSet::Texts(_), FactSet::Flags { .. }) => self.clone(),
        }
    }
}

fn both(a: bool, b: bool) -> bool {
    a && b
}

fn either(a: bool, b: bool) -> bool {
    a || b
}

fn only_the_first(a: bool, b: bool) -> bool {
    a && !b
}

impl Region {
    /// Every act.
    pub(crate) fn all() -> Self {
        Region { ages: Ages::ALL, facts: ActFact::ALL.map(FactSet::all) }
    }

    /// The acts for which a filter holds; none where it never does.
    pub(crate) fn of(filter: &Filter) -> Option<Self> {
        let (min, max) = filter.ages();
        let mut region = Region { ages: Ages::ALL.intersection(Ages::new(min, max)?)?, ..Region::all() };
        for condition in &filter.conditions {
            let allowed = region.fact(condition.fact).combine(&FactSet::of(&condition.expected), both);
            if allowed.is_empty() {
                return None;
            }
            region.set(condition.fact, allowed);
        }
        Some(region)
    }

    pub(crate) fn fact(&self, fact: ActFact) -> &FactSet {
        // INVARIANT: the position is below the length.
        static NOTHING: FactSet = FactSet::Flags { no: false, yes: false };
        self.facts.get(fact.position()).unwrap_or(&NOTHING)
    }

    fn set(&mut self, fact: ActFact, values: FactSet) {
        if let Some(slot) = self.facts.get_mut(fact.position()) {
            *slot = values;
        }
    }

    /// The acts that are in both, if any.
    pub(crate) fn intersection(&self, other: &Self) -> Option<Self> {
        let mut common = Region { ages: self.ages.intersection(other.ages)?, facts: self.facts.clone() };
        for (mine, theirs) in common.facts.iter_mut().zip(&other.facts) {
            if theirs.is_all() {
                continue;
            }
            *mine = mine.combine(theirs, both);
            if mine.is_empty() {
                return None;
            }
        }
        Some(common)
    }

    /// Whether a side is not restricted.
    pub(crate) fn is_free(&self, side: Side) -> bool {
        match side {
            Side::Ages => self.ages == Ages::ALL,
            Side::Fact(fact) => self.fact(fact).is_all(),
        }
    }

    /// The side on which the two have no value in common, where there is exactly one such side.
    pub(crate) fn only_side_apart(&self, other: &Self) -> Option<Side> {
        let mut apart = Side::all().filter(|side| match side {
            Side::Ages => self.ages.intersection(other.ages).is_none(),
            Side::Fact(fact) => {
                let (mine, theirs) = (self.fact(*fact), other.fact(*fact));
                !mine.is_all() && !theirs.is_all() && mine.combine(theirs, both).is_empty()
            }
        });
        apart.next().filter(|_| apart.next().is_none())
    }

    /// An order in which regions that agree on all sides but one stand together, by that side.
    pub(crate) fn compare_along(&self, side: Side, other: &Self) -> Ordering {
        let of = |compared: Side| match compared {
            Side::Ages => self.ages.cmp(&other.ages),
            Side::Fact(fact) => self.fact(fact).cmp(other.fact(fact)),
        };
        let mut others = Side::all().filter(|other| *other != side).map(of);
        others.find(|order| order.is_ne()).unwrap_or_else(|| of(side))
    }

    /// Both together, where they differ on one side only and are one region.
    pub(crate) fn merged_along(&self, side: Side, other: &Self) -> Option<Self> {
        let same = |fact: ActFact| side == Side::Fact(fact) || self.fact(fact) == other.fact(fact);
        if side != Side::Ages && self.ages != other.ages || !ActFact::ALL.into_iter().all(same) {
            return None;
        }
        let mut merged = self.clone();
        match side {
            Side::Ages => merged.ages = self.ages.union(other.ages)?,
            Side::Fact(fact) => merged.set(fact, self.fact(fact).combine(other.fact(fact), either)),
        }
        Some(merged)
    }

    /// How much work it is to look at it.
    pub(crate) fn size(&self) -> usize {
        self.facts.iter().map(FactSet::size).fold(1, usize::saturating_add)
    }

    /// How much work it is to look at one of its sides.
    pub(crate) fn size_along(&self, side: Side) -> usize {
        match side {
            Side::Ages => 1,
            Side::Fact(fact) => self.fact(fact).size().saturating_add(1),
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
pub(crate) mod tests {
    use super::*;

    /// A point of the three sides that the tests restrict.
    pub(crate) type Act = (u8, bool, &'static str);

    /// Points on both sides of every bound; `d` is for all texts that no region mentions.
    pub(crate) fn acts() -> impl Iterator<Item = Act> {
        let ages = [0, 17, 18, 19, 64, 65, 130].into_iter();
        let facts = [false, true].into_iter().flat_map(|flag| ["a", "b", "c", "d"].map(|text| (flag, text)));
        ages.flat_map(move |age| facts.clone().map(move |(flag, text)| (age, flag, text)))
    }

    pub(crate) fn contains(region: &Region, (age, flag, text): Act) -> bool {
        let FactSet::Flags { no, yes } = region.fact(ActFact::ReimbursedBySecu) else { return false };
        let FactSet::Texts(texts) = region.fact(ActFact::Practitioner) else { return false };
        region.ages.min <= age && age <= region.ages.max && if flag { *yes } else { *no } && texts.contains(text)
    }

    /// Boxes of all shapes: ages that touch, overlap and lie apart; one flag and both; some texts, and all but some.
    pub(crate) fn regions() -> Vec<Region> {
        let ages = [(0, MAX_AGE), (0, 17), (18, 64), (18, 18), (17, 65), (65, MAX_AGE)];
        let flags = [(true, true), (true, false), (false, true)];
        let some = |values: &[&'static str]| TextSet::of(values.iter().copied());
        let all_but = |values: &[&'static str]| TextSet::all().combine(&some(values), only_the_first);
        let texts = [TextSet::all(), some(&["a"]), some(&["a", "b"]), all_but(&["a"]), all_but(&["b", "c"])];
        let mut regions = Vec::new();
        for (min, max) in ages {
            for (no, yes) in flags {
                for texts in &texts {
                    let mut region = Region { ages: Ages::new(min, max).expect("ages"), ..Region::all() };
                    region.set(ActFact::ReimbursedBySecu, FactSet::Flags { no, yes });
                    region.set(ActFact::Practitioner, FactSet::Texts(texts.clone()));
                    regions.push(region);
                }
            }
        }
        regions
    }

    pub(crate) fn is_empty(region: &Region) -> bool {
        region.ages.min > region.ages.max || ActFact::ALL.into_iter().any(|fact| region.fact(fact).is_empty())
    }

    #[test]
    fn what_is_in_both() {
        let regions = regions();
        for a in &regions {
            for b in &regions {
                let common = a.intersection(b);
                assert!(!common.iter().any(is_empty), "{a:?} {b:?}");
                for act in acts() {
                    let in_common = common.as_ref().is_some_and(|common| contains(common, act));
                    assert_eq!(in_common, contains(a, act) && contains(b, act), "{act:?} of {a:?} and {b:?}");
                }
            }
        }
    }

    /// Two regions are merged exactly when together they are a region and differ on that side only.
    #[test]
    fn what_is_merged_is_both_together() {
        let regions = regions();
        for a in &regions {
            for b in &regions {
                for side in Side::all() {
                    let merged = a.merged_along(side, b);
                    assert_eq!(merged, b.merged_along(side, a), "{a:?} and {b:?} along {side:?}");
                    let differs = |fact: &ActFact| a.fact(*fact) != b.fact(*fact);
                    let facts: Vec<Side> = ActFact::ALL.into_iter().filter(differs).map(Side::Fact).collect();
                    let apart = |a: Ages, b: Ages| b.min > a.max.saturating_add(1);
                    let possible = match side {
                        Side::Ages => facts.is_empty() && !apart(a.ages, b.ages) && !apart(b.ages, a.ages),
                        side => a.ages == b.ages && facts.iter().all(|other| *other == side),
                    };
                    assert_eq!(merged.is_some(), possible, "{a:?} and {b:?} along {side:?}");
                    for (merged, act) in merged.iter().flat_map(|merged| acts().map(move |act| (merged, act))) {
                        assert_eq!(
                            contains(merged, act),
                            contains(a, act) || contains(b, act),
                            "{act:?} of {a:?} and {b:?}"
                        );
                    }
                }
            }
        }
    }
}
