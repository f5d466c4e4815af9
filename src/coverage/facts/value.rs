//! What may be known of a fact?

use serde::Serialize;

use crate::coverage::facts::table::ActFact;

/// What an act says of a fact: its value, that it does not apply (`null`), or nothing (left out).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fact<T> {
    Given(T),
    NotApplicable,
    #[default]
    Unknown,
}

impl Fact<FactValue<'_>> {
    /// A boolean fact.
    pub(crate) fn flag(self) -> Fact<bool> {
        match self {
            Fact::Given(FactValue::Flag(flag)) => Fact::Given(flag),
            Fact::NotApplicable => Fact::NotApplicable,
            // INVARIANT: the decoder gives a boolean fact no text.
            Fact::Given(FactValue::Text(_)) | Fact::Unknown => Fact::Unknown,
        }
    }
}

impl From<Fact<bool>> for Fact<FactValue<'_>> {
    fn from(fact: Fact<bool>) -> Self {
        match fact {
            Fact::Given(flag) => Fact::Given(FactValue::Flag(flag)),
            Fact::NotApplicable => Fact::NotApplicable,
            Fact::Unknown => Fact::Unknown,
        }
    }
}

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum FactValue<'a> {
    Flag(bool),
    Text(&'a str),
}

/// What an act says of all facts, after derivation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts<'a> {
    /// Completed years on the care date; none when unknown.
    pub(crate) age: Option<u8>,
    values: [Fact<FactValue<'a>>; ActFact::COUNT],
}

impl<'a> Facts<'a> {
    pub(crate) fn get(&self, fact: ActFact) -> Fact<FactValue<'a>> {
        self.values.get(fact.position()).copied().unwrap_or_default()
    }

    pub(crate) fn set(&mut self, fact: ActFact, value: Fact<FactValue<'a>>) {
        if let Some(slot) = self.values.get_mut(fact.position()) {
            *slot = value;
        }
    }

    /// The same, with every fact that `applicable` does not hold set to "does not apply".
    pub(crate) fn restricted_to(mut self, applicable: Option<&[ActFact]>) -> Self {
        if let Some(applicable) = applicable {
            for fact in ActFact::ALL.into_iter().filter(|fact| !applicable.contains(fact)) {
                self.set(fact, Fact::NotApplicable);
            }
        }
        self
    }
}
