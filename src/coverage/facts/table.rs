//! Which facts of an act do filters look at, and what may be known of each?
//!
//! One row per fact: the act's field, the filter's condition on it, and the kind of that condition. Ages stand apart:
//! they apply to every act.

use serde::{Serialize, Serializer};

/// A fact of an act that filters look at, without age. In the order of the filter's conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActFact {
    /// The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees).
    IsOptamOrSecteur1,
    /// At least one tooth that the act concerns is visible.
    IsForAtLeastOneVisibleTooth,
    /// The établissement (hospital) has an agreement with the Sécu (it is conventionné).
    ///
    /// DECISION: a filter's `false` asks for one that has none. Case: filter/is-etablissement-conventionne-false
    IsEtablissementConventionne,
    /// The profession of the practitioner.
    Practitioner,
    /// The complexity of the lens of a pair of glasses.
    GlassesLensComplexity,
    /// The Sécurité sociale reimburses the act.
    ReimbursedBySecu,
    /// How a hospital treats the patient, a two-digit national code.
    TreatmentMode,
    /// The nature de soins: the national grand group of the discipline.
    NatureDeSoins,
}

/// What a filter's condition on a fact looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConditionKind {
    /// A boolean that the fact must equal.
    Flag,
    /// A text that the fact must equal.
    Text,
    /// A list of texts that must hold the fact.
    OneOf,
}

impl ActFact {
    /// Every fact, in the order of the filter's conditions.
    pub const ALL: [ActFact; 8] = [
        ActFact::IsOptamOrSecteur1,
        ActFact::IsForAtLeastOneVisibleTooth,
        ActFact::IsEtablissementConventionne,
        ActFact::Practitioner,
        ActFact::GlassesLensComplexity,
        ActFact::ReimbursedBySecu,
        ActFact::TreatmentMode,
        ActFact::NatureDeSoins,
    ];

    /// The field of a care act; also the name in `applicable_facts`.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The field of a filter that states a condition on this fact.
    pub const fn condition(self) -> &'static str {
        self.row().1
    }

    pub(crate) const fn kind(self) -> ConditionKind {
        self.row().2
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.name() == name)
    }

    const fn row(self) -> (&'static str, &'static str, ConditionKind) {
        use ConditionKind::{Flag, OneOf, Text};
        match self {
            Self::IsOptamOrSecteur1 => ("is_optam_or_secteur_1", "is_optam_or_secteur_1", Flag),
            Self::IsForAtLeastOneVisibleTooth => {
                ("is_for_at_least_one_visible_tooth", "is_for_at_least_one_visible_tooth", Flag)
            }
            Self::IsEtablissementConventionne => {
                ("is_etablissement_conventionne", "is_etablissement_conventionne", Flag)
            }
            Self::Practitioner => ("practitioner", "practitioner", Text),
            Self::GlassesLensComplexity => ("glasses_lens_complexity", "glasses_lens_complexities", OneOf),
            Self::ReimbursedBySecu => ("reimbursed_by_secu", "reimbursed_by_secu", Flag),
            Self::TreatmentMode => ("treatment_mode", "allowed_treatment_modes", OneOf),
            Self::NatureDeSoins => ("nature_de_soins", "allowed_natures_de_soins", OneOf),
        }
    }

    /// INVARIANT: below 8, and the position in [`ActFact::ALL`].
    pub(crate) const fn position(self) -> usize {
        match self {
            Self::IsOptamOrSecteur1 => 0,
            Self::IsForAtLeastOneVisibleTooth => 1,
            Self::IsEtablissementConventionne => 2,
            Self::Practitioner => 3,
            Self::GlassesLensComplexity => 4,
            Self::ReimbursedBySecu => 5,
            Self::TreatmentMode => 6,
            Self::NatureDeSoins => 7,
        }
    }
}

impl Serialize for ActFact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A set of facts, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FactMask(u8);

impl FactMask {
    /// The facts of a list; all where there is none.
    pub(crate) fn of(facts: Option<&[ActFact]>) -> Self {
        facts.map_or(FactMask(u8::MAX), |facts| facts.iter().fold(FactMask::default(), |mask, fact| mask.with(*fact)))
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

    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    fn bit(fact: ActFact) -> u8 {
        1_u8.wrapping_shl(u32::try_from(fact.position()).unwrap_or_default())
    }
}

/// What an act says of a fact: its value, that it does not apply (`null`), or nothing (left out).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fact<T> {
    Given(T),
    NotApplicable,
    #[default]
    Unknown,
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
    values: [Fact<FactValue<'a>>; 8],
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_list() {
        for (position, fact) in ActFact::ALL.into_iter().enumerate() {
            assert_eq!(fact.position(), position);
            assert_eq!(ActFact::by_name(fact.name()), Some(fact));
        }
    }
}
