//! Does a filter hold for the facts of an act? Three values, Kleene logic.
//!
//! ```text
//! fact        condition               filter
//! given       compared                fails if any condition fails,
//! null        fails                   else unknown if any is unknown,
//! left out    unknown                 else holds
//! ```
//! DECISION: a fact that does not apply fails a condition, one that is left out leaves it open. Case: filter/practitioner-null
//! DECISION: an empty list and a reversed age range fail whatever the fact. Case: filter/glasses-lens-complexities-empty-list-unknown
//! Source: `CoverageCareTypeFilter`.

use serde::Serialize;

use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::facts::missing::MissingFacts;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::value::{Fact, FactValue, Facts};
use crate::coverage::payload::{self, CoverageCareTypeFilter, StatedCondition};
use crate::ground::diagnostics::diagnostic::{Error, both};
use crate::ground::document::whole::whole;
use crate::ground::kleene::Kleene;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

names! {
    /// Whether a condition, or a whole filter, holds.
    pub enum ConditionOutcome {
        /// It certainly holds.
        Holds = "holds",
        /// It certainly does not.
        Fails = "fails",
        /// It depends on a fact that the act leaves out.
        Unknown = "unknown",
    }
}

/// One stated condition of a filter against an act.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ConditionResult<'a> {
    /// The field of the filter.
    pub field: &'static str,
    /// Whether it holds.
    pub outcome: ConditionOutcome,
    /// The filter's value.
    pub expected: ConditionValue<'a>,
    /// The act's value; none where it has none or it is unknown.
    pub actual: Option<ConditionValue<'a>>,
}

/// A value in a condition.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ConditionValue<'a> {
    /// Completed years.
    Age(u8),
    /// A boolean fact.
    Flag(bool),
    /// A string fact.
    Text(&'a str),
    /// The values that a list condition allows, as written.
    OneOf(&'a [String]),
}

/// One filter against one act.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FilterMatch<'a> {
    /// Whether the filter holds.
    pub outcome: ConditionOutcome,
    /// The stated conditions, in the order of the filter's fields.
    pub conditions: Vec<ConditionResult<'a>>,
    /// The facts that the outcome waits for, in field names of the act, sorted; empty unless it is unknown.
    pub missing: Vec<&'static str>,
}

/// A filter ready to be matched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) min_age: Option<u8>,
    pub(crate) max_age: Option<u8>,
    /// In the order of the facts, each at most once.
    pub(crate) conditions: Vec<Condition>,
}

/// What a filter asks of one fact.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) fact: ActFact,
    pub(crate) expected: Expected,
}

#[derive(Clone, Debug)]
pub(crate) enum Expected {
    Flag(bool),
    Text(String),
    OneOf(Vec<String>),
}

impl Filter {
    pub(crate) fn new(payload: &CoverageCareTypeFilter<'_>) -> Self {
        let conditions = payload.conditions.iter().map(|(fact, stated)| Condition {
            fact: *fact,
            expected: match stated {
                StatedCondition::Flag(value) => Expected::Flag(*value),
                StatedCondition::Text(value) => Expected::Text((*value).to_owned()),
                StatedCondition::OneOf(values) => {
                    Expected::OneOf(values.readable().map(|(_, value)| (*value).to_owned()).listed())
                }
            },
        });
        Filter { min_age: payload.min_age, max_age: payload.max_age, conditions: conditions.listed() }
    }

    /// The lowest and the highest age that the filter allows; reversed when it allows none.
    pub(crate) fn ages(&self) -> (u8, u8) {
        (self.min_age.unwrap_or(0), self.max_age.unwrap_or(u8::MAX))
    }

    pub(crate) fn asks_age(&self) -> bool {
        self.min_age.is_some() || self.max_age.is_some()
    }

    pub(crate) fn condition(&self, fact: ActFact) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.fact == fact)
    }

    /// Whether the filter does not fail for some act of which only these facts may be known: it may hold, or be unknown.
    pub(crate) fn is_open_to(&self, applicable: FactMask) -> bool {
        let is_open = |condition: &Condition| {
            let allows_none = matches!(&condition.expected, Expected::OneOf(values) if values.is_empty());
            !allows_none && applicable.contains(condition.fact)
        };
        !self.age_reversed() && self.conditions.iter().all(is_open)
    }

    pub(crate) fn age_reversed(&self) -> bool {
        let (min, max) = self.ages();
        min > max
    }

    pub(crate) fn outcome(&self, facts: &Facts<'_>) -> ConditionOutcome {
        let conditions = self.conditions.iter().map(|condition| condition.outcome(facts));
        conditions.fold(self.age_outcome(facts), and)
    }

    /// The facts that an unknown outcome waits for.
    pub(crate) fn missing(&self, facts: &Facts<'_>) -> MissingFacts {
        let unknown = self.conditions.iter().filter(|condition| condition.outcome(facts) == ConditionOutcome::Unknown);
        MissingFacts {
            age: self.age_outcome(facts) == ConditionOutcome::Unknown,
            facts: unknown.fold(FactMask::default(), |mask, condition| mask.with(condition.fact)),
        }
    }

    pub(crate) fn conditions<'a>(&'a self, facts: &Facts<'a>) -> Vec<ConditionResult<'a>> {
        let ages = [("min_age", self.min_age), ("max_age", self.max_age)];
        let ages = ages.into_iter().filter_map(|(field, bound)| {
            let bound = bound?;
            let outcome = match facts.age {
                _ if self.age_reversed() => ConditionOutcome::Fails,
                None => ConditionOutcome::Unknown,
                Some(age) if field == "min_age" => certain(age >= bound),
                Some(age) => certain(age <= bound),
            };
            let (expected, actual) = (ConditionValue::Age(bound), facts.age.map(ConditionValue::Age));
            Some(ConditionResult { field, outcome, expected, actual })
        });
        let others = self.conditions.iter().map(|condition| ConditionResult {
            field: condition.fact.condition(),
            outcome: condition.outcome(facts),
            expected: match &condition.expected {
                Expected::Flag(value) => ConditionValue::Flag(*value),
                Expected::Text(value) => ConditionValue::Text(value),
                Expected::OneOf(values) => ConditionValue::OneOf(values),
            },
            actual: match facts.get(condition.fact) {
                Fact::Given(FactValue::Flag(value)) => Some(ConditionValue::Flag(value)),
                Fact::Given(FactValue::Text(value)) => Some(ConditionValue::Text(value)),
                Fact::NotApplicable | Fact::Unknown => None,
            },
        });
        ages.chain(others).listed()
    }

    /// The two ages together.
    fn age_outcome(&self, facts: &Facts<'_>) -> ConditionOutcome {
        if !self.asks_age() {
            return ConditionOutcome::Holds;
        }
        let (min, max) = self.ages();
        match facts.age {
            _ if self.age_reversed() => ConditionOutcome::Fails,
            None => ConditionOutcome::Unknown,
            Some(age) => certain(min <= age && age <= max),
        }
    }
}

impl Condition {
    pub(crate) fn outcome(&self, facts: &Facts<'_>) -> ConditionOutcome {
        match (&self.expected, facts.get(self.fact)) {
            (Expected::OneOf(values), _) if values.is_empty() => ConditionOutcome::Fails,
            (_, Fact::Unknown) => ConditionOutcome::Unknown,
            (Expected::Flag(expected), Fact::Given(FactValue::Flag(actual))) => certain(*expected == actual),
            (Expected::Text(expected), Fact::Given(FactValue::Text(actual))) => certain(expected == actual),
            (Expected::OneOf(values), Fact::Given(FactValue::Text(actual))) => {
                certain(values.iter().any(|value| value == actual))
            }
            // `null`; a value of the other kind cannot be: the decoder gives each fact its kind.
            (_, Fact::NotApplicable | Fact::Given(_)) => ConditionOutcome::Fails,
        }
    }
}

const fn certain(holds: bool) -> ConditionOutcome {
    if holds { ConditionOutcome::Holds } else { ConditionOutcome::Fails }
}

/// Whether both hold.
fn and(a: ConditionOutcome, b: ConditionOutcome) -> ConditionOutcome {
    match Kleene::from(a).and(b.into()) {
        Kleene::Yes => ConditionOutcome::Holds,
        Kleene::No => ConditionOutcome::Fails,
        Kleene::Unknown(()) => ConditionOutcome::Unknown,
    }
}

impl From<ConditionOutcome> for Kleene<()> {
    fn from(outcome: ConditionOutcome) -> Self {
        match outcome {
            ConditionOutcome::Holds => Kleene::Yes,
            ConditionOutcome::Fails => Kleene::No,
            ConditionOutcome::Unknown => Kleene::Unknown(()),
        }
    }
}

/// A filter and an act, decoded, to ask whether the one holds for the other; it lends what the answer borrows.
#[derive(Debug)]
pub struct FilterQuestion<'a> {
    filter: Filter,
    facts: Facts<'a>,
}

impl<'a> FilterQuestion<'a> {
    /// Decodes a `CoverageCareTypeFilter` and a `CareAct` without its care type. There is no catalogue: the default teeth
    /// are visible, every fact applies, and an establishment says nothing.
    ///
    /// # Errors
    /// The problems of the filter, then those of the act; pointers are relative to each.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Json, explanation::FilterQuestion};
    /// let filter: Json = r#"{ "min_age": 18, "practitioner": "DENTIST" }"#.parse()?;
    /// let act: Json = r#"{ "member_age": 40 }"#.parse()?;
    /// assert!(FilterQuestion::new(&filter, &act).is_ok());
    /// # Ok::<(), care_coverage::Error>(())
    /// ```
    pub fn new(filter: &Json, act: &'a Json) -> Result<Self, Error> {
        let filter = whole!(filter, |problems, json| payload::filter(problems, json, &Path::Root));
        let filter = filter.map(|(payload, _)| Filter::new(&payload));
        let act = CareAct::decode_facts(act, &DeriveOptions::default());
        let (filter, act) = both(("filter", filter), ("act", act))?;
        Ok(FilterQuestion { filter, facts: act.facts })
    }

    /// Whether the filter holds, condition by condition.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{ConditionOutcome, Json, explanation::FilterQuestion};
    /// let filter: Json = r#"{ "min_age": 18, "practitioner": "DENTIST" }"#.parse()?;
    /// let act: Json = r#"{ "member_age": 40 }"#.parse()?;
    /// let question = FilterQuestion::new(&filter, &act)?;
    /// let answer = question.answer();
    /// assert_eq!((answer.outcome, answer.missing), (ConditionOutcome::Unknown, vec!["practitioner"]));
    /// # Ok::<(), care_coverage::Error>(())
    /// ```
    #[must_use]
    pub fn answer(&self) -> FilterMatch<'_> {
        let outcome = self.filter.outcome(&self.facts);
        FilterMatch {
            outcome,
            conditions: self.filter.conditions(&self.facts),
            missing: match outcome {
                ConditionOutcome::Unknown => self.filter.missing(&self.facts).names(),
                _ => Vec::new(),
            },
        }
    }
}
