//! What does an answer say of a region? Its care types, its conditions, and an act that shows it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::cover::{Bound, MAX_LISTED};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::text_set::TextSet;
use crate::coverage::region::witness::Witness;
use crate::coverage::region::{Ages, FactSet, Region};
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

/// Acts of some care types.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// Only acts of equal labels are said together.
    pub(crate) label: Vec<usize>,
    /// Of a gap.
    pub(crate) open_facts: OpenFacts,
    pub(crate) region: Region,
}

/// Collects regions of many care types, so that equal ones become one with all their care types.
///
/// DECISION: the same acts of two care types are one region, whatever other regions or facts the two have, and whatever leaves
/// them open. Case: analyze_gaps/one-common-gap-of-two
pub(crate) struct Regions<'a> {
    entries: Vec<(Labelled, Vec<&'a str>)>,
    /// How many more care types may be listed.
    left: usize,
}

impl<'a> Regions<'a> {
    pub(crate) fn new() -> Self {
        Regions { entries: Vec::new(), left: MAX_LISTED }
    }

    /// Adds the regions of some care types: all, or none where they are too many.
    ///
    /// # Errors
    /// `Bound::Regions`.
    pub(crate) fn add(&mut self, care_types: &[&'a str], regions: &[Labelled]) -> Result<(), Bound> {
        let listed = care_types.len().saturating_mul(regions.len());
        self.left = self.left.checked_sub(listed).ok_or(Bound::Regions)?;
        regions.iter().for_each(|region| self.entries.push((region.clone(), care_types.to_vec())));
        Ok(())
    }

    /// By the first care type, then by the witness; each with its label and with what leaves it open.
    pub(crate) fn together(
        self,
        witness: &dyn Fn(&Region, &'a str) -> Witness<'a>,
    ) -> Vec<(Vec<usize>, OpenFacts, ActRegion<'a>)> {
        let compare = |a: &Labelled, b: &Labelled| a.label.cmp(&b.label).then_with(|| a.region.cmp(&b.region));
        let mut together: Vec<(Labelled, Vec<&'a str>)> = Vec::new();
        for (labelled, codes) in order::sort(self.entries, &|a, b| compare(&a.0, &b.0)) {
            match together.last_mut().filter(|last| compare(&last.0, &labelled).is_eq()) {
                Some((last, all)) => {
                    last.open_facts = last.open_facts.union(labelled.open_facts);
                    all.extend(codes);
                }
                None => together.push((labelled, codes)),
            }
        }
        let mut reports = Vec::with_capacity(together.len());
        for (Labelled { label, open_facts, region }, codes) in together {
            let codes = order::sort(codes, &|a: &&str, b: &&str| a.cmp(b));
            let Some(first) = codes.first() else { continue };
            let witness = witness(&region, first);
            reports.push((label, open_facts, ActRegion::new(region, codes, witness)));
        }
        order::sort(reports, &|a, b| a.2.witness.cmp(&b.2.witness))
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
