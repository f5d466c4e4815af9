//! Does something hold where not everything is known? Kleene's three-valued logic.
//!
//! An answer is unknown exactly where what is not known could change it:
//!
//! ```text
//! a ∧ b = yes  ⇔  a = yes and b = yes        a ∨ b = yes  ⇔  a = yes or b = yes        ¬a = yes  ⇔  a = no
//! a ∧ b = no   ⇔  a = no or b = no           a ∨ b = no   ⇔  a = no and b = no         ¬a = no   ⇔  a = yes
//! ```

/// Whether something holds; where that is unknown, what it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kleene<W> {
    Yes,
    No,
    Unknown(W),
}

/// What an unknown answer waits for.
pub(crate) trait Waits: Copy {
    /// What this one and the other wait for.
    fn both(self, other: Self) -> Self;
}

/// Of an answer that does not say what it waits for.
impl Waits for () {
    fn both(self, (): ()) {}
}

impl<W> From<bool> for Kleene<W> {
    fn from(holds: bool) -> Self {
        if holds { Kleene::Yes } else { Kleene::No }
    }
}

impl<W: Waits> Kleene<W> {
    /// Both hold.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Kleene::No, _) | (_, Kleene::No) => Kleene::No,
            (Kleene::Unknown(one), Kleene::Unknown(other)) => Kleene::Unknown(one.both(other)),
            (Kleene::Unknown(waits), _) | (_, Kleene::Unknown(waits)) => Kleene::Unknown(waits),
            (Kleene::Yes, Kleene::Yes) => Kleene::Yes,
        }
    }

    /// One of them holds, or both do.
    pub(crate) fn or(self, other: Self) -> Self {
        !(!self).and(!other)
    }

    /// One of all holds. Later ones are not asked for once one does.
    pub(crate) fn any(all: &mut dyn Iterator<Item = Self>) -> Self {
        let mut any = Kleene::No;
        while !any.is_yes()
            && let Some(one) = all.next()
        {
            any = any.or(one);
        }
        any
    }
}

impl<W> Kleene<W> {
    pub(crate) fn is_yes(&self) -> bool {
        matches!(self, Kleene::Yes)
    }

    pub(crate) fn is_no(&self) -> bool {
        matches!(self, Kleene::No)
    }

    /// `true`, `false`, or none where it is unknown.
    pub(crate) fn known(&self) -> Option<bool> {
        match self {
            Kleene::Yes => Some(true),
            Kleene::No => Some(false),
            Kleene::Unknown(_) => None,
        }
    }
}

impl<W> std::ops::Not for Kleene<W> {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Kleene::Yes => Kleene::No,
            Kleene::No => Kleene::Yes,
            unknown => unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Kleene<()>; 3] = [Kleene::Yes, Kleene::No, Kleene::Unknown(())];

    /// What an answer may turn out to be.
    fn completions(answer: Kleene<()>) -> Vec<bool> {
        answer.known().map_or(vec![true, false], |known| vec![known])
    }

    /// The answer that says of all outcomes what they have in common.
    fn common(outcomes: &[bool]) -> Kleene<()> {
        match (outcomes.contains(&true), outcomes.contains(&false)) {
            (true, false) => Kleene::Yes,
            (false, true) => Kleene::No,
            _ => Kleene::Unknown(()),
        }
    }

    #[test]
    fn an_answer_is_unknown_exactly_where_what_is_unknown_could_change_it() {
        for a in ALL {
            assert_eq!(!a, common(&completions(a).iter().map(|a| !a).collect::<Vec<_>>()));
            for b in ALL {
                let outcomes = |of: fn(bool, bool) -> bool| -> Vec<bool> {
                    completions(a).iter().flat_map(|a| completions(b).into_iter().map(move |b| of(*a, b))).collect()
                };
                assert_eq!(a.and(b), common(&outcomes(|a, b| a && b)), "{a:?} and {b:?}");
                assert_eq!(a.or(b), common(&outcomes(|a, b| a || b)), "{a:?} or {b:?}");
                assert_eq!(Kleene::any(&mut [a, b].into_iter()), a.or(b));
            }
        }
    }

    #[test]
    fn one_that_holds_ends_the_search() {
        let mut rest = [Kleene::Unknown(()), Kleene::Yes, Kleene::No].into_iter();
        assert!(Kleene::any(&mut rest).is_yes());
        assert_eq!(rest.len(), 1);
    }
}
