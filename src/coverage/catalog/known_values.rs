//! Which values does validation know for the string conditions of a filter? The lists of the facts, which a catalogue's option
//! `knownValues` extends.

use serde::{Serialize, Serializer};

use crate::coverage::facts::table::ActFact;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// The values that validation accepts, a list for each text fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownValues {
    lists: [Vec<String>; ActFact::COUNT],
}

impl Default for KnownValues {
    /// The built-in values.
    fn default() -> Self {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).listed();
        KnownValues { lists: ActFact::ALL.map(|fact| fact.known().map_or_else(Vec::new, |known| owned(known.values))) }
    }
}

impl KnownValues {
    /// The values of a text fact; none for a boolean one.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{ActFact, KnownValues};
    /// assert!(KnownValues::default().of(ActFact::TreatmentMode).contains(&"03".to_owned()));
    /// ```
    pub fn of(&self, fact: ActFact) -> &[String] {
        self.lists.get(fact.position()).map_or(&[], Vec::as_slice)
    }

    /// The built-in values in their order, then all others, ascending; each once.
    pub(crate) fn in_order(&self) -> Self {
        let mut ordered = KnownValues::default();
        for (list, values) in ordered.lists.iter_mut().zip(&self.lists) {
            let built_in = list.len();
            for value in values {
                let is_listed = list.get(..built_in).is_some_and(|built_in| built_in.contains(value));
                if !is_listed && list.last() != Some(value) {
                    list.push(value.clone());
                }
            }
        }
        ordered
    }

    pub(crate) fn extend(&mut self, fact: ActFact, values: Vec<String>) {
        self.lists.get_mut(fact.position()).into_iter().for_each(|list| list.extend_from_slice(&values));
    }

    /// Sorts each list, so that a value is found quickly.
    pub(crate) fn sort(&mut self) {
        for list in &mut self.lists {
            *list = order::sort(std::mem::take(list), &String::cmp);
        }
    }
}

impl Serialize for KnownValues {
    /// By the names of the option `knownValues`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = ActFact::TEXTS.into_iter().filter_map(|fact| Some((fact.known_values_name()?, self.of(fact))));
        serializer.collect_map(named)
    }
}
