//! What is known? Values that may be absent, and answers that may depend on them.
//!
//! Kleene's three-valued logic: an answer is unknown only where what is absent could change it.
//!
//! ```text
//! no ∧ unknown = no      yes ∧ unknown = unknown      yes ∨ unknown = yes      no ∨ unknown = unknown
//! ```

use crate::dispense::missing::Missing;
use crate::ground::value::json::Json;

/// What a snapshot says in one place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known<'j, T> {
    /// This value.
    Value(T),
    /// Nothing: it says so. Equal to no value.
    Null,
    /// The snapshot does not say.
    Absent(Missing<'j>),
}

// DECISION: `null` is a value and equals no other, not even `null`. Case: contracts/suspended-null
impl<'j, T> Known<'j, T> {
    /// What is read from the value; nothing is `null`.
    pub(crate) fn then<U>(self, read: impl FnOnce(T) -> Option<U>) -> Known<'j, U> {
        match self {
            Known::Value(value) => read(value).map_or(Known::Null, Known::Value),
            Known::Null => Known::Null,
            Known::Absent(missing) => Known::Absent(missing),
        }
    }

    /// The same of what cannot be left out by mistake: where it is absent, there is none.
    pub(crate) fn or_none(self) -> Known<'j, T> {
        if let Known::Absent(_) = self { Known::Null } else { self }
    }

    /// Whether there is a value that passes.
    pub(crate) fn is(self, passes: impl FnOnce(T) -> bool) -> Truth<'j> {
        match self {
            Known::Value(value) => Truth::from(passes(value)),
            Known::Null => Truth::No,
            Known::Absent(missing) => Truth::Unknown(missing),
        }
    }
}

impl<'j> Known<'j, &str> {
    /// What it lacks.
    pub(crate) fn missing(self) -> Option<Missing<'j>> {
        if let Known::Absent(missing) = self { Some(missing) } else { None }
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(self) -> Truth<'j> {
        match self {
            Known::Value(_) => Truth::No,
            Known::Null => Truth::Yes,
            Known::Absent(missing) => Truth::Unknown(missing),
        }
    }

    /// Whether it is one of the texts of a list.
    pub(crate) fn is_one_of(self, list: Known<'j, &[Json]>) -> Truth<'j> {
        match (self, list) {
            (Known::Null, _) | (_, Known::Null | Known::Value([])) => Truth::No,
            (Known::Value(text), Known::Value(items)) => Truth::from(contains(items, text)),
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.and(other)),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing),
        }
    }

    /// Whether both are the same text.
    #[inline(never)]
    pub(crate) fn equals(self, other: Known<'j, &str>) -> Truth<'j> {
        match (self, other) {
            (Known::Null, _) | (_, Known::Null) => Truth::No,
            (Known::Value(one), Known::Value(other)) => Truth::from(one == other),
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.and(other)),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing),
        }
    }
}

/// Whether one of the items is this text.
pub(crate) fn contains(items: &[Json], text: &str) -> bool {
    items.iter().any(|item| matches!(item, Json::String(one) if one == text))
}

/// Whether something holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Truth<'j> {
    Yes,
    No,
    Unknown(Missing<'j>),
}

impl From<bool> for Truth<'_> {
    fn from(holds: bool) -> Self {
        if holds { Truth::Yes } else { Truth::No }
    }
}

impl<'j> Truth<'j> {
    #[inline(never)]
    pub(crate) fn and(self, other: Truth<'j>) -> Truth<'j> {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Unknown(one), Truth::Unknown(other)) => Truth::Unknown(one.and(other)),
            (Truth::Unknown(missing), _) | (_, Truth::Unknown(missing)) => Truth::Unknown(missing),
            (Truth::Yes, Truth::Yes) => Truth::Yes,
        }
    }

    pub(crate) fn or(self, other: Truth<'j>) -> Truth<'j> {
        !(!self).and(!other)
    }

    pub(crate) fn is_yes(self) -> bool {
        matches!(self, Truth::Yes)
    }

    pub(crate) fn is_no(self) -> bool {
        matches!(self, Truth::No)
    }

    /// `true`, `false`, or none where it is unknown.
    pub(crate) fn known(self) -> Option<bool> {
        match self {
            Truth::Yes => Some(true),
            Truth::No => Some(false),
            Truth::Unknown(_) => None,
        }
    }

    /// Whether one of them holds. Later ones are not asked for once one does.
    pub(crate) fn any(candidates: &mut dyn Iterator<Item = Truth<'j>>) -> Truth<'j> {
        let mut any = Truth::No;
        while !any.is_yes()
            && let Some(candidate) = candidates.next()
        {
            any = any.or(candidate);
        }
        any
    }
}

impl<'j> std::ops::Not for Truth<'j> {
    type Output = Truth<'j>;

    fn not(self) -> Truth<'j> {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            unknown => unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dispense::missing::Places;

    #[test]
    fn what_is_absent_matters_only_where_it_can_change_the_answer() {
        let places = Places::default();
        let unknown = Truth::Unknown(places.place("/a".to_owned()));
        assert!(unknown.and(Truth::No).is_no());
        assert!(unknown.or(Truth::Yes).is_yes());
        assert_eq!(unknown.and(Truth::Yes).known(), None);
        assert_eq!(unknown.or(Truth::No).known(), None);
    }

    #[test]
    fn null_equals_nothing() {
        let places = Places::default();
        assert!(Known::Null.equals(Known::Null).is_no());
        assert!(Known::Absent(places.none()).equals(Known::Null).is_no());
        assert!(Known::Value("a").equals(Known::Value("a")).is_yes());
    }
}
