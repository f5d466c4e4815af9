//! Which act shows it? The first act of a region, so that a claim can be tried.
//!
//! The lowest age; of each fact that applies `false` before `true`, and the smallest known value. Where none is in the region:
//! the smallest listed value, and for "any but" the smallest two digits of a treatment mode, `OTHER` for all else.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::coverage::catalog::known_values::KnownValues;
use crate::coverage::facts::known::ValueForm;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::text_set::TextSet;
use crate::coverage::region::{FactSet, Region};
use crate::ground::document::decode::is_short_text;

/// One act, with its age and all facts. In the order of the facts, so that witnesses of one care type compare.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Witness<'a> {
    /// The short code of its care type.
    pub care_type: &'a str,
    /// Completed years.
    pub member_age: u8,
    /// None: the fact does not apply.
    facts: [Option<WitnessValue<'a>>; ActFact::COUNT],
}

/// The value of a fact of a witness.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum WitnessValue<'a> {
    /// A boolean fact.
    Flag(bool),
    /// A string fact.
    Text(Cow<'a, str>),
}

impl<'a> Witness<'a> {
    pub(crate) fn new(region: &Region, care_type: &'a str, applicable: FactMask, known: &[&'a KnownValues]) -> Self {
        let value = |fact: ActFact| {
            applicable.contains(fact).then(|| match region.fact(fact) {
                FactSet::Flags { no, .. } => WitnessValue::Flag(!no),
                FactSet::Texts(texts) => WitnessValue::Text(text(texts, fact, known)),
            })
        };
        Witness { care_type, member_age: region.ages.min, facts: ActFact::ALL.map(value) }
    }

    /// The value of a fact; none where it does not apply.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::ActFact;
    #[doc = include_str!("../../api/example.txt")]
    /// let analysis = coverage.analyze();
    /// // The gap does not depend on it, so that the act has the first known one.
    /// assert!(analysis.gaps[0].region.witness.fact(ActFact::Practitioner).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fact(&self, fact: ActFact) -> Option<&WitnessValue<'a>> {
        self.facts.get(fact.position())?.as_ref()
    }
}

impl Serialize for Witness<'_> {
    /// As a `CareAct`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut act = serializer.serialize_map(Some(ActFact::COUNT.saturating_add(2)))?;
        act.serialize_entry("care_type", self.care_type)?;
        act.serialize_entry(MEMBER_AGE, &self.member_age)?;
        for (fact, value) in ActFact::ALL.into_iter().zip(&self.facts) {
            act.serialize_entry(fact.name(), value)?;
        }
        act.end()
    }
}

/// The first known text of a set that is not empty, or its first one.
///
/// DECISION: a known value comes before one that only a filter or nobody names. Case: analyze_gaps/treatment-modes
fn text<'a>(texts: &TextSet, fact: ActFact, known: &[&'a KnownValues]) -> Cow<'a, str> {
    let is_in = |value: &str| is_short_text(value) && texts.contains(value);
    let has_two_digits = fact.known().is_some_and(|known| known.form != ValueForm::Word);
    // Of known modes only those that a filter can ask for.
    let is_written =
        |value: &str| !has_two_digits || value.len() == 2 && value.bytes().all(|digit| digit.is_ascii_digit());
    let first = |known: &&'a KnownValues| known.of(fact).iter().find(|value| is_written(value) && is_in(value));
    if let Some(value) = known.iter().filter_map(first).min() {
        return Cow::Borrowed(value);
    }
    let (values, others) = texts.parts();
    if let (Some(first), false) = (values.first(), others) {
        return Cow::Owned((**first).to_owned());
    }
    if has_two_digits {
        let modes = (b'0'..=b'9').flat_map(|tens| (b'0'..=b'9').map(move |ones| [tens, ones].map(char::from)));
        if let Some(mode) = modes.map(String::from_iter).find(|mode| is_in(mode)) {
            return Cow::Owned(mode);
        }
    }
    // Whoever excludes this word, too, finds it with a number, which is short however many words are excluded.
    let numbered = (2_usize..).map(|number| format!("OTHER_{number}"));
    let mut words = std::iter::once("OTHER".to_owned()).chain(numbered);
    Cow::Owned(words.find(|word| texts.contains(word)).unwrap_or_default())
}
