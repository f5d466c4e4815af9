//! What does a check say?

use crate::dispense::check_id::DispenseCheckId;
use crate::dispense::known::Truth;
use crate::dispense::missing::Missing;
use crate::dispense::place::Place;
use crate::ground::kleene::Waits;

/// What a predicate says.
#[derive(Clone, Debug)]
pub(crate) enum Answer<'j> {
    Holds,
    Fails(Failure),
    Unknown(Missing<'j>),
    Skipped(Because),
}

/// Where and how a check fails.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The value that decided, or the reference that was not found.
    pub(crate) place: Option<Place>,
    /// Which of the row's failures it is.
    pub(crate) which: usize,
    /// What fills the `<…>` of the message.
    pub(crate) with: Option<String>,
}

/// Why a check is not asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Because {
    /// This check failed.
    Failed(DispenseCheckId),
    /// It has no subject, or is switched off: the reference that is not given, or the setting.
    Place(Place),
}

impl Failure {
    pub(crate) fn at(place: impl Into<Option<Place>>) -> Self {
        Failure { place: place.into(), which: 0, with: None }
    }
}

impl<'j> Answer<'j> {
    /// It fails at a place.
    #[inline(never)]
    pub(crate) fn at(truth: Truth<'j>, place: Place) -> Self {
        Answer::of(truth, || Failure::at(place))
    }

    pub(crate) fn of(truth: Truth<'j>, failure: impl FnOnce() -> Failure) -> Self {
        match truth {
            Truth::Yes => Answer::Holds,
            Truth::No => Answer::Fails(failure()),
            Truth::Unknown(missing) => Answer::Unknown(missing),
        }
    }
}

impl<'j> Truth<'j> {
    /// What the one or the other says; where it is not known which, what both say.
    ///
    /// DECISION: what fails either way has failed, with the message of what is not switched on.
    /// Case: dispense_readings/quantity-too-much-either-way
    pub(crate) fn either(self, yes: impl FnOnce() -> Answer<'j>, no: impl FnOnce() -> Answer<'j>) -> Answer<'j> {
        let mut missing = match self {
            Truth::Yes => return yes(),
            Truth::No => return no(),
            Truth::Unknown(missing) => missing,
        };
        match (yes(), no()) {
            (Answer::Fails(_), Answer::Fails(failure)) => Answer::Fails(failure),
            (Answer::Holds, Answer::Holds) => Answer::Holds,
            (yes, no) => {
                for answer in [yes, no] {
                    if let Answer::Unknown(more) = answer {
                        missing = missing.both(more);
                    }
                }
                Answer::Unknown(missing)
            }
        }
    }
}
