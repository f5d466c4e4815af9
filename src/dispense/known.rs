//! What is known? Values that may be absent, and answers that may depend on them.

use crate::dispense::missing::Missing;
use crate::ground::kleene::{Kleene, Waits};
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

/// Whether something holds, and where that is unknown, what is missing.
pub(crate) type Truth<'j> = Kleene<Missing<'j>>;

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
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.both(other)),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing),
        }
    }

    /// Whether both are the same text.
    #[inline(never)]
    pub(crate) fn equals(self, other: Known<'j, &str>) -> Truth<'j> {
        match (self, other) {
            (Known::Null, _) | (_, Known::Null) => Truth::No,
            (Known::Value(one), Known::Value(other)) => Truth::from(one == other),
            (Known::Absent(one), Known::Absent(other)) => Truth::Unknown(one.both(other)),
            (Known::Absent(missing), _) | (_, Known::Absent(missing)) => Truth::Unknown(missing),
        }
    }
}

/// Whether one of the items is this text.
pub(crate) fn contains(items: &[Json], text: &str) -> bool {
    items.iter().any(|item| matches!(item, Json::String(one) if one == text))
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;
    use crate::dispense::missing::Places;
    use crate::dispense::place::{CONTRACTS, Place, TOKEN};
    use crate::dispense::reason::DispenseReason;

    #[test]
    fn an_answer_waits_for_all_that_it_lacks() {
        let places = Places::default();
        let unknown = |place| Truth::Unknown(places.place(place));
        let (one, other) = (unknown(Place::of(&CONTRACTS)), unknown(Place::of(&TOKEN)));
        let Truth::Unknown(missing) = one.and(Truth::Yes).or(other) else { panic!("it is known") };
        let pointer = |pointer: &str| DispenseReason::Pointer(pointer.to_owned());
        assert_eq!(missing.reasons(), ["/contracts", "/token"].map(pointer));
        assert!(one.and(Truth::No).is_no());
    }

    #[test]
    fn null_equals_nothing() {
        let places = Places::default();
        assert!(Known::Null.equals(Known::Null).is_no());
        assert!(Known::Absent(places.none()).equals(Known::Null).is_no());
        assert!(Known::Value("a").equals(Known::Value("a")).is_yes());
    }
}
