//! What is known? Values that may be absent, and answers that may depend on them.
//!
//! Kleene's three-valued logic: an answer is unknown only where what is absent could change it.
//!
//! ```text
//! no ∧ unknown = no      yes ∧ unknown = unknown      yes ∨ unknown = yes      no ∨ unknown = unknown
//! ```

use crate::json::Json;
use crate::order;
use crate::pointer;

/// So many places are named in all: a hostile snapshot could make every answer wait for everything.
const MAX_PLACES: usize = 100;

/// The places where a snapshot lacks what an answer waits for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Missing(Vec<String>);

impl Missing {
    pub(crate) fn one(pointer: String) -> Self {
        Missing(vec![pointer])
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn add(&mut self, more: Missing) {
        for pointer in more.0 {
            if self.0.len() < MAX_PLACES && !self.0.contains(&pointer) {
                self.0.push(pointer);
            }
        }
    }

    pub(crate) fn and(mut self, more: Missing) -> Self {
        self.add(more);
        self
    }

    /// The pointers, sorted.
    pub(crate) fn into_pointers(self) -> Vec<String> {
        order::sort(self.0, &|a, b| pointer::compare(a, b))
    }
}

/// What a snapshot says in one place.
#[derive(Clone, Debug)]
pub(crate) enum Known<T> {
    /// This value.
    Value(T),
    /// Nothing: it says so. Equal to no value.
    Null,
    /// The snapshot does not say.
    Absent(Missing),
}

// DECISION: `null` is a value and equals no other, not even `null`. Case: contracts/suspended-null
impl<T> Known<T> {
    /// What is read from the value; nothing is `null`.
    pub(crate) fn then<U>(self, read: impl FnOnce(T) -> Option<U>) -> Known<U> {
        match self {
            Known::Value(value) => read(value).map_or(Known::Null, Known::Value),
            Known::Null => Known::Null,
            Known::Absent(missing) => Known::Absent(missing),
        }
    }

    /// The same of what cannot be left out by mistake: where it is absent, there is none.
    pub(crate) fn or_none(self) -> Known<T> {
        if let Known::Absent(_) = self { Known::Null } else { self }
    }

    /// Whether there is a value that passes.
    pub(crate) fn is(self, passes: impl FnOnce(T) -> bool) -> Truth {
        match self {
            Known::Value(value) => Truth::from(passes(value)),
            Known::Null => Truth::No,
            Known::Absent(missing) => Truth::Unknown(missing),
        }
    }
}

impl Known<&str> {
    /// What it lacks.
    pub(crate) fn missing(&self) -> Missing {
        if let Known::Absent(missing) = self { missing.clone() } else { Missing::default() }
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(&self) -> Truth {
        match self {
            Known::Value(_) => Truth::No,
            Known::Null => Truth::Yes,
            Known::Absent(missing) => Truth::Unknown(missing.clone()),
        }
    }

    /// Whether it is one of the texts of a list.
    pub(crate) fn is_one_of(&self, list: &Known<&[Json]>) -> Truth {
        match (self, list) {
            (Known::Null, _) | (_, Known::Null | Known::Value([])) => Truth::No,
            (Known::Value(text), Known::Value(items)) => Truth::from(contains(items, text)),
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.clone().and(other.clone())),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing.clone()),
        }
    }

    /// Whether both are the same text.
    pub(crate) fn equals(&self, other: &Known<&str>) -> Truth {
        match (self, other) {
            (Known::Null, _) | (_, Known::Null) => Truth::No,
            (Known::Value(one), Known::Value(other)) => Truth::from(one == other),
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.clone().and(other.clone())),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing.clone()),
        }
    }
}

/// Whether one of the items is this text.
pub(crate) fn contains(items: &[Json], text: &str) -> bool {
    items.iter().any(|item| matches!(item, Json::String(one) if one == text))
}

/// Whether something holds.
#[derive(Clone, Debug)]
pub(crate) enum Truth {
    Yes,
    No,
    Unknown(Missing),
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Truth::Yes } else { Truth::No }
    }
}

impl Truth {
    pub(crate) fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Unknown(one), Truth::Unknown(other)) => Truth::Unknown(one.and(other)),
            (Truth::Unknown(missing), _) | (_, Truth::Unknown(missing)) => Truth::Unknown(missing),
            (Truth::Yes, Truth::Yes) => Truth::Yes,
        }
    }

    pub(crate) fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }

    pub(crate) fn is_yes(&self) -> bool {
        matches!(self, Truth::Yes)
    }

    pub(crate) fn is_no(&self) -> bool {
        matches!(self, Truth::No)
    }

    /// `true`, `false`, or none where it is unknown.
    pub(crate) fn known(&self) -> Option<bool> {
        match self {
            Truth::Yes => Some(true),
            Truth::No => Some(false),
            Truth::Unknown(_) => None,
        }
    }

    /// Whether one of them holds. Later ones are not asked for once one does.
    pub(crate) fn any(candidates: &mut dyn Iterator<Item = Truth>) -> Truth {
        let mut any = Truth::No;
        while !any.is_yes()
            && let Some(candidate) = candidates.next()
        {
            any = any.or(candidate);
        }
        any
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            unknown => unknown,
        }
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    fn unknown(pointer: &str) -> Truth {
        Truth::Unknown(Missing::one(pointer.to_owned()))
    }

    #[test]
    fn what_is_absent_matters_only_where_it_can_change_the_answer() {
        assert!(unknown("/a").and(Truth::No).is_no());
        assert!(unknown("/a").or(Truth::Yes).is_yes());
        assert_eq!(unknown("/a").and(Truth::Yes).known(), None);
        assert_eq!(unknown("/a").or(Truth::No).known(), None);
    }

    #[test]
    fn places_are_named_once_and_in_order() {
        let both = unknown("/b/10").and(unknown("/b/9")).and(unknown("/b/10"));
        let Truth::Unknown(missing) = both else { panic!("unknown") };
        assert_eq!(missing.into_pointers(), ["/b/9", "/b/10"]);
    }

    #[test]
    fn null_equals_nothing() {
        assert!(Known::Null.equals(&Known::Null).is_no());
        assert!(Known::Absent(Missing::default()).equals(&Known::Null).is_no());
        assert!(Known::Value("a").equals(&Known::Value("a")).is_yes());
    }
}
