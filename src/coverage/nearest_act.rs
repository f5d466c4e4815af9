//! Why not? The fewest facts that an act must change or give for a mapping to match.
//!
//! Age goes to the nearest bound (unknown: to the lowest allowed), a boolean to the required value, a list condition to
//! its first value as written. The two ages are one fact. A field from which a changed fact is derived is set to `null`;
//! that is not counted.

use serde::{Serialize, Serializer};

use crate::coverage::catalog::entries::InternalCareType;
use crate::coverage::facts::act::{ActFactOrAge, CARE_TYPE, CareAct};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::value::Facts;
use crate::coverage::filter::{Condition, ConditionOutcome, Expected, Filter};
use crate::ground::document::decode::{MAX_AGE, is_short_text};

/// Fields of an act with their new values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes<'a> {
    fields: Vec<(&'static str, ChangedValue<'a>)>,
    counted: usize,
}

/// The new value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ChangedValue<'a> {
    /// Completed years.
    Age(u8),
    /// A boolean fact.
    Flag(bool),
    /// A string fact.
    Text(&'a str),
    /// Switches a derivation off.
    Null,
}

impl<'a> Changes<'a> {
    /// The changed fields; each once.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Act, explanation::ChangedValue};
    #[doc = include_str!("../api/example.txt")]
    /// let act = Act::new("CROWN").member_age(12);
    /// let explanation = coverage.explain(&act)?;
    /// let changes: Vec<_> = explanation.nearest[0].changes.fields().collect();
    /// assert_eq!(changes, [("member_age", ChangedValue::Age(18))]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, ChangedValue<'a>)> + '_ {
        self.fields.iter().copied()
    }

    /// How many facts change, without the fields that only switch a derivation off.
    #[must_use]
    pub fn fact_count(&self) -> usize {
        self.counted
    }

    /// To another care type.
    pub(crate) fn to(care_type: &'a str) -> Self {
        Changes { fields: vec![(CARE_TYPE, ChangedValue::Text(care_type))], counted: 1 }
    }

    /// Adds those that make `filter` hold for an act of this type; none where it never can.
    pub(crate) fn make(
        &mut self,
        filter: &'a Filter,
        care_type: &InternalCareType,
        act: &CareAct<'_>,
        facts: &Facts<'_>,
    ) -> Option<()> {
        if let Some(age) = age(filter, facts)? {
            self.add(act, ActFactOrAge::Age, ChangedValue::Age(age));
        }
        for condition in &filter.conditions {
            let required = required(condition, care_type)?;
            if condition.outcome(facts) != ConditionOutcome::Holds {
                self.add(act, ActFactOrAge::Fact(condition.fact), required);
            }
        }
        Some(())
    }

    fn add(&mut self, act: &CareAct<'_>, fact: ActFactOrAge, value: ChangedValue<'a>) {
        let name = match fact {
            ActFactOrAge::Age => MEMBER_AGE,
            ActFactOrAge::Fact(fact) => fact.name(),
        };
        self.fields.push((name, value));
        self.counted = self.counted.saturating_add(1);
        let sources = act.derived_from.iter().filter(|(derived, _)| *derived == fact);
        self.fields.extend(sources.map(|(_, source)| (*source, ChangedValue::Null)));
    }
}

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields())
    }
}

/// The age to change to, if it has to change; none where no age is allowed.
fn age(filter: &Filter, facts: &Facts<'_>) -> Option<Option<u8>> {
    let (min, max) = filter.ages();
    let max = max.min(MAX_AGE);
    if min > max {
        return None;
    }
    let stated = filter.min_age.is_some() || filter.max_age.is_some();
    let nearest = facts.age.unwrap_or(min).clamp(min, max);
    Some((stated && facts.age != Some(nearest)).then_some(nearest))
}

/// The value that the condition asks for; none where no act of this type can have one.
fn required<'a>(condition: &'a Condition, care_type: &InternalCareType) -> Option<ChangedValue<'a>> {
    let applies = |fact: &ActFact| care_type.applicable_facts.as_ref().is_none_or(|facts| facts.contains(fact));
    if !applies(&condition.fact) {
        return None;
    }
    match &condition.expected {
        Expected::Flag(value) => Some(ChangedValue::Flag(*value)),
        Expected::Text(value) => Some(value.as_str()).filter(|value| is_short_text(value)).map(ChangedValue::Text),
        Expected::OneOf(values) => {
            values.iter().find(|value| is_short_text(value)).map(|value| ChangedValue::Text(value))
        }
    }
}
