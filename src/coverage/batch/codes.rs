//! What an act says, in small integers: a code for each fact.
//!
//! ```text
//! care type, text fact   0 left out, 1 null or a text without a code, else 2 + its position in the vocabulary
//! boolean fact           0 left out, 1 null, 2 false, 3 true
//! age                    0 to 130, 255 left out
//! ```
//! A text that no filter of the coverage names fails the same conditions as `null`, so the two share a code.

use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::value::{Fact, FactValue, Facts};
use crate::coverage::filter::{Expected, Filter};
use crate::ground::small::intern::Interner;

/// Nothing is known of the fact.
pub(crate) const LEFT_OUT: u32 = 0;
/// The fact does not apply, or its text has no code.
pub(crate) const NO_VALUE: u32 = 1;
/// The code of the first value.
pub(crate) const FIRST_VALUE: u32 = 2;
/// The age is not known.
pub(crate) const NO_AGE: u8 = u8::MAX;

/// What an act says, in codes; see [`ActColumns`](crate::batch::ActColumns).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct ActCodes {
    /// The care type.
    pub care_type: u32,
    /// Completed years on the care date.
    pub age: u8,
    /// The facts, in the order of [`ActFact::ALL`].
    pub facts: [u32; ActFact::COUNT],
}

impl ActCodes {
    /// The care type's position in the catalogue.
    #[inline(always)]
    pub(crate) fn care_type(&self) -> Option<CareTypeIndex> {
        let position = self.care_type.checked_sub(FIRST_VALUE)?;
        usize::try_from(position).ok().map(CareTypeIndex)
    }
}

/// The texts that have codes: the care types of the catalogue, and for each text fact what the filters of a coverage name.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) care_types: Interner,
    /// By the position of the fact; a boolean fact has none.
    pub(crate) texts: [Interner; ActFact::COUNT],
}

impl Vocabulary {
    pub(crate) fn new<'m>(tables: &Tables, filters: impl Iterator<Item = &'m Filter>) -> Self {
        let mut vocabulary = Vocabulary { care_types: Interner::default(), texts: Default::default() };
        // INVARIANT: short codes are unique, so that a number is a position.
        for care_type in tables.care_types() {
            vocabulary.care_types.insert(care_type.short_code.as_bytes());
        }
        for condition in filters.flat_map(|filter| &filter.conditions) {
            let texts: &[String] = match &condition.expected {
                Expected::Flag(_) => &[],
                Expected::Text(text) => std::slice::from_ref(text),
                Expected::OneOf(texts) => texts,
            };
            let Some(known) = vocabulary.texts.get_mut(condition.fact.position()) else { continue };
            texts.iter().for_each(|text| {
                known.insert(text.as_bytes());
            });
        }
        vocabulary
    }

    /// The code of a care type, of the catalogue or not.
    pub(crate) fn care_type(&self, short_code: &[u8]) -> u32 {
        code(&self.care_types, short_code)
    }

    /// The code of a text of a fact.
    pub(crate) fn text(&self, fact: ActFact, text: &[u8]) -> u32 {
        self.texts.get(fact.position()).map_or(NO_VALUE, |known| code(known, text))
    }

    /// The codes of a fact are below this.
    pub(crate) fn limit(&self, fact: ActFact) -> u32 {
        let values = match fact.kind().is_boolean() {
            true => 2,
            false => self.texts.get(fact.position()).map_or(0, Interner::len),
        };
        u32::try_from(values).map_or(u32::MAX, |values| values.saturating_add(FIRST_VALUE))
    }

    /// The codes of care types are below this.
    pub(crate) fn care_type_limit(&self) -> u32 {
        u32::try_from(self.care_types.len()).map_or(u32::MAX, |values| values.saturating_add(FIRST_VALUE))
    }

    /// What an act says, in codes.
    pub(crate) fn codes(&self, act: &CareAct<'_>) -> ActCodes {
        let facts = ActFact::ALL.map(|fact| match act.facts.get(fact) {
            Fact::Unknown => LEFT_OUT,
            Fact::NotApplicable => NO_VALUE,
            Fact::Given(FactValue::Flag(flag)) => flag_code(flag),
            Fact::Given(FactValue::Text(text)) => self.text(fact, text.as_bytes()),
        });
        ActCodes { care_type: self.care_type(act.care_type.as_bytes()), age: act.facts.age.unwrap_or(NO_AGE), facts }
    }

    /// Facts that match what an act with these codes matches.
    pub(crate) fn facts(&self, codes: &ActCodes) -> Facts<'_> {
        let mut facts = Facts::default();
        facts.age = Some(codes.age).filter(|age| *age != NO_AGE);
        for (fact, code) in ActFact::ALL.into_iter().zip(codes.facts) {
            let value = code.checked_sub(FIRST_VALUE).and_then(|value| usize::try_from(value).ok());
            facts.set(
                fact,
                match (code, value) {
                    (LEFT_OUT, _) => Fact::Unknown,
                    (_, None) => Fact::NotApplicable,
                    (_, Some(value)) if fact.kind().is_boolean() => Fact::Given(FactValue::Flag(value == 1)),
                    (_, Some(value)) => match self.spelled(fact, value) {
                        Some(text) => Fact::Given(FactValue::Text(text)),
                        None => Fact::NotApplicable,
                    },
                },
            );
        }
        facts
    }

    /// The texts of a fact that have codes, in their order.
    pub(crate) fn spellings(&self, fact: ActFact) -> impl Iterator<Item = &str> {
        (0..).map_while(move |value| self.spelled(fact, value))
    }

    fn spelled(&self, fact: ActFact, value: usize) -> Option<&str> {
        std::str::from_utf8(self.texts.get(fact.position())?.key(value)?).ok()
    }
}

/// The code of a boolean.
pub(crate) const fn flag_code(flag: bool) -> u32 {
    if flag { 3 } else { 2 }
}

/// The code of a boolean fact.
pub(crate) const fn code_of(fact: Fact<bool>) -> u32 {
    match fact {
        Fact::Unknown => LEFT_OUT,
        Fact::NotApplicable => NO_VALUE,
        Fact::Given(flag) => flag_code(flag),
    }
}

/// The boolean fact of a code.
pub(crate) const fn boolean_of(code: u32) -> Fact<bool> {
    match code {
        LEFT_OUT => Fact::Unknown,
        NO_VALUE => Fact::NotApplicable,
        code => Fact::Given(code == flag_code(true)),
    }
}

fn code(known: &Interner, text: &[u8]) -> u32 {
    let value = known.find(text).and_then(|number| u32::try_from(number).ok());
    value.map_or(NO_VALUE, |value| value.saturating_add(FIRST_VALUE))
}
