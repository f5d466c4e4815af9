//! What do other fields of an act say of a fact? The one derivation, for single acts and for the rows of a batch.
//!
//! ```text
//! age            = member_age, else completed years between member_birth_date and care_date
//! visible tooth  = the boolean, else whether one of teeth is visible; teeth [] or null: does not apply
//! conventionné   = the boolean, else whether establishment is not listed, where the catalogue has such a list
//! ```
//! A fact that is given twice must agree.
//! DECISION: `teeth: null` or `establishment: null` next to the boolean says nothing.
//! Case: derived_facts/teeth-null-beside-boolean
//! Source: *Care act* in `docs/coverage.md`.

use crate::coverage::facts::tooth::{Tooth, VisibleTeeth};
use crate::coverage::facts::value::Fact;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::exact::date::CalendarDate;

/// What a catalogue says of derivation.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeriveOptions {
    pub(crate) visible_teeth: VisibleTeeth,
    /// Identification numbers, sorted; none: the fact is not derived from the establishment.
    pub(crate) non_conventioned_establishments: Option<Vec<String>>,
}

/// What another field says of a boolean fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derived {
    /// `null`: the fact does not apply, unless the boolean itself is there.
    Silent,
    NotApplicable,
    Flag(bool),
}

impl DeriveOptions {
    /// What teeth say of the visible tooth, one after the other.
    pub(crate) fn with_tooth(&self, before: Derived, tooth: Tooth) -> Derived {
        Derived::Flag(before == Derived::Flag(true) || self.visible_teeth.contains(tooth))
    }

    /// What an establishment says of its convention; nothing without a list of those that have none.
    pub(crate) fn of_establishment(&self, number: Option<&str>) -> Option<Derived> {
        let others = self.non_conventioned_establishments.as_ref()?;
        let is_listed = |number: &str| others.binary_search_by(|other| other.as_str().cmp(number)).is_ok();
        Some(number.map_or(Derived::Silent, |number| Derived::Flag(!is_listed(number))))
    }
}

impl Derived {
    /// No teeth: the fact does not apply.
    pub(crate) const NO_TEETH: Derived = Derived::NotApplicable;

    /// The fact, of which the act itself may say something, too.
    ///
    /// # Errors
    /// The value by this field, where the two disagree.
    pub(crate) fn and(self, stated: Fact<bool>) -> Result<Fact<bool>, Fact<bool>> {
        let value = match self {
            Derived::Silent if stated == Fact::Unknown => Fact::NotApplicable,
            Derived::Silent => stated,
            Derived::NotApplicable => Fact::NotApplicable,
            Derived::Flag(flag) => Fact::Given(flag),
        };
        if stated == Fact::Unknown || stated == value { Ok(value) } else { Err(value) }
    }
}

/// Why dates give no age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAge {
    BornAfterCareDate,
    /// So many years.
    TooOld(u32),
    /// The act itself says something else.
    Inconsistent {
        stated: u8,
        derived: u8,
    },
}

/// The age on the care date, of which the act itself may say something, too.
///
/// # Errors
/// See [`NoAge`].
pub(crate) fn age(birth_date: CalendarDate, care_date: CalendarDate, stated: Option<u8>) -> Result<u8, NoAge> {
    let years = birth_date.completed_years(care_date).ok_or(NoAge::BornAfterCareDate)?;
    let derived = u8::try_from(years).ok().filter(|age| *age <= MAX_AGE).ok_or(NoAge::TooOld(years))?;
    match stated {
        Some(stated) if stated != derived => Err(NoAge::Inconsistent { stated, derived }),
        _ => Ok(derived),
    }
}
