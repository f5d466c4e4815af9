//! Which facts of an act do filters look at? One table, from which all else follows.
//!
//! From it come the enum, its names and kinds, every array with an entry a fact, the arguments of the module's exports, and
//! (`make docs`) the facts of the package: `pkg-template/facts.ts`, `pkg-template/encoded-act.ts`,
//! `pkg-template/declarations/facts.d.ts`. A test checks that these agree. Age is no row: it applies to every act, and a filter
//! asks for a range of it.

use std::ops::BitAnd;

use crate::coverage::facts::known::{self, KnownList};
use crate::ground::small::names::written_by_name;

/// The table. A row: the variant, the field of an act, the field of a filter, the kind of the condition. With the kind, how a
/// message says a value: of a flag `true` and `false`; of a text what comes before it, and the values that are known.
macro_rules! facts {
    ($take:ident) => {
        $take! {
            /// The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees).
            IsOptamOrSecteur1: is_optam_or_secteur_1, is_optam_or_secteur_1,
                Flag("OPTAM or secteur 1", "neither OPTAM nor secteur 1");
            /// At least one tooth that the act concerns is visible.
            IsForAtLeastOneVisibleTooth: is_for_at_least_one_visible_tooth, is_for_at_least_one_visible_tooth,
                Flag("on a visible tooth", "on no visible tooth");
            /// The établissement (hospital) has an agreement with the Sécu (it is conventionné); a filter's `false` asks for one
            /// that has none.
            // DECISION: `false` asks for an établissement that is not conventionné. Case: filter/is-etablissement-conventionne-false
            IsEtablissementConventionne: is_etablissement_conventionne, is_etablissement_conventionne,
                Flag("in an établissement conventionné", "in an établissement that is not conventionné");
            /// The profession of the practitioner.
            Practitioner: practitioner, practitioner,
                Text("by practitioner ", PRACTITIONERS);
            /// The complexity of the lens of a pair of glasses.
            GlassesLensComplexity: glasses_lens_complexity, glasses_lens_complexities,
                OneOf("with lens complexity ", LENS_COMPLEXITIES);
            /// The Sécurité sociale reimburses the act.
            ReimbursedBySecu: reimbursed_by_secu, reimbursed_by_secu,
                Flag("reimbursed by the Sécu", "not reimbursed by the Sécu");
            /// How a hospital treats the patient: a national code, two digits in a string such as "02", never a number.
            TreatmentMode: treatment_mode, allowed_treatment_modes,
                OneOf("in treatment mode ", TREATMENT_MODES);
            /// The nature de soins: the national grand group of the discipline.
            NatureDeSoins: nature_de_soins, allowed_natures_de_soins,
                OneOf("of nature de soins ", NATURES_DE_SOINS);
        }
    };
}
#[cfg(target_family = "wasm")]
pub(crate) use facts;

/// What a filter's condition on a fact looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionKind {
    /// A boolean that the fact must equal.
    Flag,
    /// A text that the fact must equal.
    Text,
    /// A list of texts that must hold the fact.
    OneOf,
}

impl ConditionKind {
    /// Whether the fact is a boolean; else it is a text.
    #[must_use]
    pub const fn is_boolean(self) -> bool {
        match self {
            ConditionKind::Flag => true,
            ConditionKind::Text | ConditionKind::OneOf => false,
        }
    }
}

/// How a message says that a fact has a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Phrase {
    /// The phrase for each value.
    Flag { yes: &'static str, no: &'static str },
    /// What comes before the value.
    Text(&'static str),
}

macro_rules! define {
    ($(
        $(#[doc = $meaning:literal])*
        $variant:ident: $field:ident, $condition:ident, $kind:ident($($about:tt)*);
    )*) => {
        /// A fact of an act that filters look at, without age. In the order of the filter's conditions.
        ///
        /// # Examples
        /// ```
        /// use care_coverage::{ActFact, ConditionKind};
        /// let fact: ActFact = "treatment_mode".parse()?;
        /// assert_eq!((fact.condition(), fact.kind()), ("allowed_treatment_modes", ConditionKind::OneOf));
        /// # Ok::<(), care_coverage::UnknownName>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum ActFact {
            $($(#[doc = $meaning])* $variant,)*
        }

        impl ActFact {
            /// How many facts there are.
            pub const COUNT: usize = [$(Self::$variant),*].len();

            /// Every fact, in the order of the filter's conditions.
            pub const ALL: [ActFact; Self::COUNT] = [$(Self::$variant),*];

            /// The field of a care act; also the name in `applicable_facts`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($field),)*
                }
            }

            /// The field of a filter that states a condition on this fact.
            pub const fn condition(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($condition),)*
                }
            }

            /// What that condition looks like.
            pub const fn kind(self) -> ConditionKind {
                match self {
                    $(Self::$variant => ConditionKind::$kind,)*
                }
            }

            /// What it says of an act, in words.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($meaning),*),)*
                }
            }

            // Written out and no loops: in a module that is compiled for size, a batch takes twice as long with them.

            /// What a function says of each fact, in their order.
            #[inline(always)]
            pub(crate) fn each<T>(of: impl Fn(ActFact) -> T) -> [T; Self::COUNT] {
                [$(of(Self::$variant)),*]
            }

            /// Whether something holds, and for each fact what a function says.
            #[inline(always)]
            pub(crate) fn all<T: BitAnd<Output = T>>(holds: T, of: impl Fn(ActFact) -> T) -> T {
                holds $(& of(Self::$variant))*
            }

            pub(crate) const fn phrase(self) -> Phrase {
                match self {
                    $(Self::$variant => define!(@ phrase $kind $($about)*),)*
                }
            }

            /// The values that validation knows; none for a boolean.
            pub(crate) const fn known(self) -> Option<&'static KnownList> {
                match self {
                    $(Self::$variant => define!(@ known $kind $($about)*),)*
                }
            }
        }
    };
    (@ phrase Flag $yes:literal, $no:literal) => { Phrase::Flag { yes: $yes, no: $no } };
    (@ phrase $kind:ident $before:literal, $known:ident) => { Phrase::Text($before) };
    (@ known Flag $yes:literal, $no:literal) => { None };
    (@ known $kind:ident $before:literal, $known:ident) => { Some(&known::$known) };
}

facts!(define);

impl ActFact {
    /// The boolean facts, in the order of all.
    pub const BOOLEANS: [ActFact; count(true)] = of_kind(true);

    /// The text facts, in the order of all.
    pub const TEXTS: [ActFact; count(false)] = of_kind(false);

    /// The position in [`ActFact::ALL`].
    #[allow(clippy::as_conversions, reason = "INVARIANT: the discriminants are 0, 1, 2 …, in the order of the table")]
    pub(crate) const fn position(self) -> usize {
        self as usize
    }

    /// The entry of this fact in a list with one for each fact.
    #[inline(always)]
    pub(crate) fn of<T: Copy + Default>(self, list: &[T; Self::COUNT]) -> T {
        list.get(self.position()).copied().unwrap_or_default()
    }

    /// The position in [`ActFact::BOOLEANS`] or [`ActFact::TEXTS`].
    #[inline(always)]
    pub(crate) fn position_in_kind(self) -> usize {
        const POSITIONS: [usize; ActFact::COUNT] = positions_in_kind();
        self.of(&POSITIONS)
    }

    /// The name of the list of its values in the option `knownValues` of a catalogue; none for a boolean.
    #[must_use]
    pub fn known_values_name(self) -> Option<&'static str> {
        self.known().map(|known| known.name)
    }
}

#[allow(clippy::indexing_slicing, reason = "the compiler evaluates it, and fails there")]
const fn positions_in_kind() -> [usize; ActFact::COUNT] {
    let mut positions = [0; ActFact::COUNT];
    let (mut booleans, mut texts) = (0_usize, 0_usize);
    let mut left: &[ActFact] = &ActFact::ALL;
    while let [fact, others @ ..] = left {
        let next = if fact.kind().is_boolean() { &mut booleans } else { &mut texts };
        positions[fact.position()] = *next;
        *next = next.saturating_add(1);
        left = others;
    }
    positions
}

const fn count(booleans: bool) -> usize {
    let mut count = 0_usize;
    let mut left: &[ActFact] = &ActFact::ALL;
    while let [fact, others @ ..] = left {
        if fact.kind().is_boolean() == booleans {
            count = count.saturating_add(1);
        }
        left = others;
    }
    count
}

#[allow(clippy::indexing_slicing, reason = "the compiler evaluates it, and fails there")]
const fn of_kind<const N: usize>(booleans: bool) -> [ActFact; N] {
    let [first, ..] = ActFact::ALL;
    let mut found = [first; N];
    let mut count = 0_usize;
    let mut left: &[ActFact] = &ActFact::ALL;
    while let [fact, others @ ..] = left {
        if fact.kind().is_boolean() == booleans {
            found[count] = *fact;
            count = count.saturating_add(1);
        }
        left = others;
    }
    found
}

impl ActFact {
    /// Its name, as in [`ActFact::name`].
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.name()
    }
}

written_by_name!(ActFact);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_list() {
        for (position, fact) in ActFact::ALL.into_iter().enumerate() {
            assert_eq!(fact.position(), position);
            let of_its_kind: &[ActFact] = if fact.kind().is_boolean() { &ActFact::BOOLEANS } else { &ActFact::TEXTS };
            assert_eq!(of_its_kind.get(fact.position_in_kind()), Some(&fact));
            assert_eq!(fact.to_string().parse(), Ok(fact));
        }
    }

    #[test]
    fn a_fact_is_a_boolean_or_a_text() {
        let of = |booleans: bool| ActFact::ALL.into_iter().filter(move |fact| fact.kind().is_boolean() == booleans);
        assert!(of(true).eq(ActFact::BOOLEANS));
        assert!(of(false).eq(ActFact::TEXTS));
        assert!(ActFact::ALL.into_iter().all(|fact| fact.known().is_some() != fact.kind().is_boolean()));
    }
}
