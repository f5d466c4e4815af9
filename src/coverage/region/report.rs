//! What does an answer say of a region? Its care types, its conditions, and an act that shows it.

use std::cmp::Ordering;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::cover::{Bound, MAX_LISTED};
use crate::coverage::region::text_set::TextSet;
use crate::coverage::region::witness::Witness;
use crate::coverage::region::{Ages, FactSet, Region};
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// A set of possible acts: any of these care types, every listed fact restricted as said, every other fact free.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ActRegion<'a> {
    /// Short codes, ascending.
    pub care_types: Vec<&'a str>,
    /// The restricted facts.
    pub conditions: ActConditions,
    /// An act inside: the first care type, the lowest age, the smallest known value of each fact.
    pub witness: Witness<'a>,
}

/// Restrictions on the facts of an act. Serialized as an object of the restricted facts: `{ min, max }` for the age, a
/// boolean, or `{ in: [values] }` or `{ not_in: [values] }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActConditions {
    pub(crate) region: Region,
}

impl<'a> ActRegion<'a> {
    /// `care_types`: ascending, at least one.
    pub(crate) fn new(region: Region, care_types: Vec<&'a str>, witness: Witness<'a>) -> Self {
        ActRegion { care_types, conditions: ActConditions { region }, witness }
    }
}

/// Collects regions of many care types, each with a label, so that the care types of equal ones stand together.
///
/// DECISION: the same acts of two care types are one region, whatever other regions or facts the two have.
/// Case: analyze_gaps/one-common-gap-of-two
pub(crate) struct Regions<'a, L> {
    entries: Vec<(L, Region, Vec<&'a str>)>,
    /// How many more care types may be listed.
    left: usize,
}

impl<'a, L> Regions<'a, L> {
    pub(crate) fn new() -> Self {
        Regions { entries: Vec::new(), left: MAX_LISTED }
    }

    /// Adds the regions of some care types: all, or none where they are too many.
    ///
    /// # Errors
    /// `Bound::Regions`.
    pub(crate) fn add(&mut self, care_types: &[&'a str], regions: Vec<(L, Region)>) -> Result<(), Bound> {
        let listed = care_types.len().saturating_mul(regions.len());
        self.left = self.left.checked_sub(listed).ok_or(Bound::Regions)?;
        self.entries.extend(regions.into_iter().map(|(label, region)| (label, region, care_types.to_vec())));
        Ok(())
    }

    /// By the first care type, then by the witness. Equal regions are one where their labels may `join`, to one label: those
    /// that compare as equal.
    pub(crate) fn together(
        self,
        compare: &dyn Fn(&L, &L) -> Ordering,
        join: &dyn Fn(&mut L, L),
        witness: impl Fn(&Region, &'a str) -> Witness<'a>,
    ) -> Vec<(L, ActRegion<'a>)> {
        let mut together: Vec<(L, Region, Vec<&'a str>)> = Vec::new();
        for (label, region, codes) in order::sort(self.entries, &|a, b| compare(&a.0, &b.0).then_with(|| a.1.cmp(&b.1)))
        {
            match together.last_mut().filter(|last| compare(&last.0, &label).is_eq() && last.1 == region) {
                Some(last) => {
                    join(&mut last.0, label);
                    last.2.extend(codes);
                }
                None => together.push((label, region, codes)),
            }
        }
        let reports = together.into_iter().filter_map(|(label, region, codes)| {
            let codes = order::sort(codes, &|a: &&str, b: &&str| a.cmp(b));
            let witness = witness(&region, codes.first()?);
            Some((label, ActRegion::new(region, codes, witness)))
        });
        order::sort(reports.listed(), &|a: &(L, ActRegion<'_>), b: &(L, ActRegion<'_>)| a.1.witness.cmp(&b.1.witness))
    }
}

impl Serialize for ActConditions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut conditions = serializer.serialize_map(None)?;
        if self.region.ages != Ages::ALL {
            conditions.serialize_entry(MEMBER_AGE, &AgeCondition(self.region.ages))?;
        }
        for fact in ActFact::ALL {
            match self.region.fact(fact) {
                values if values.is_all() => {}
                FactSet::Flags { yes, .. } => conditions.serialize_entry(fact.name(), yes)?,
                FactSet::Texts(texts) => conditions.serialize_entry(fact.name(), &TextCondition(texts))?,
            }
        }
        conditions.end()
    }
}

struct AgeCondition(Ages);

impl Serialize for AgeCondition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("min", self.0.min), ("max", self.0.max)])
    }
}

struct TextCondition<'t>(&'t TextSet);

impl Serialize for TextCondition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (values, others) = self.0.parts();
        serializer.collect_map([(if others { "not_in" } else { "in" }, values)])
    }
}
