//! Where in a snapshot is something? A section or a fixed part of one, and in it perhaps a row, a part of the row and a row of
//! that part.
//!
//! A place is copied freely: its pointer is only written where an answer names it.

use crate::dispense::fields;
use crate::ground::value::pointer::{self, Path};

/// A place of a snapshot. It is part of every entity, so that it is small: there is no name where one is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    base: &'static Path<'static>,
    row: usize,
    part: &'static str,
    part_row: usize,
    field: &'static str,
}

/// No row.
const NONE: usize = usize::MAX;

impl Place {
    /// The place of a section, or of a fixed part of one.
    pub(crate) const fn of(base: &'static Path<'static>) -> Self {
        Place { base, row: NONE, part: "", part_row: NONE, field: "" }
    }

    /// A row of a list.
    pub(crate) fn row(mut self, index: usize) -> Self {
        let row = if self.part.is_empty() { &mut self.row } else { &mut self.part_row };
        *row = index;
        self
    }

    /// An object or a list that a row has.
    pub(crate) fn part(self, name: &'static str) -> Self {
        Place { part: name, ..self }
    }

    /// A field of what is at this place.
    pub(crate) fn field(self, name: &'static str) -> Self {
        Place { field: name, ..self }
    }

    /// The JSON Pointer.
    #[inline(never)]
    pub(crate) fn pointer(self) -> String {
        let mut pointer = self.base.pointer();
        for (name, row) in [("", self.row), (self.part, self.part_row), (self.field, NONE)] {
            if !name.is_empty() {
                pointer = pointer::join(&pointer, name);
            }
            if row != NONE {
                pointer = pointer::join(&pointer, &row.to_string());
            }
        }
        pointer
    }
}

const fn section(name: &'static str) -> Path<'static> {
    Path::Field(&Path::Root, name)
}

pub(crate) const CONFIG: Path<'static> = section(fields::CONFIG);
pub(crate) const TOKEN: Path<'static> = section(fields::TOKEN);
pub(crate) const REQUEST: Path<'static> = section(fields::REQUEST);
pub(crate) const REQUESTED_PROGRAMS: Path<'static> = Path::Field(&REQUEST, fields::PROGRAMS);
pub(crate) const DISPENSE: Path<'static> = Path::Field(&REQUEST, fields::MEDICATION_DISPENSE);
pub(crate) const DETAILS: Path<'static> = Path::Field(&DISPENSE, fields::DISPENSE_DETAILS);
pub(crate) const PRESCRIPTION: Path<'static> = section(fields::MEDICATION_REQUEST);
pub(crate) const BASED_ON: Path<'static> = Path::Field(&PRESCRIPTION, fields::BASED_ON);
pub(crate) const LEGAL_ENTITIES: Path<'static> = section(fields::LEGAL_ENTITIES);
pub(crate) const EMPLOYEES: Path<'static> = section(fields::EMPLOYEES);
pub(crate) const DIVISIONS: Path<'static> = section(fields::DIVISIONS);
pub(crate) const PROGRAMS: Path<'static> = section(fields::MEDICAL_PROGRAMS);
pub(crate) const PROGRAM_MEDICATIONS: Path<'static> = section(fields::PROGRAM_MEDICATIONS);
pub(crate) const MEDICATIONS: Path<'static> = section(fields::MEDICATIONS);
pub(crate) const CONTRACTS: Path<'static> = section(fields::CONTRACTS);
pub(crate) const PROVISIONS: Path<'static> = section(fields::MEDICAL_PROGRAM_PROVISIONS);
pub(crate) const CARE_PLANS: Path<'static> = section(fields::CARE_PLANS);
pub(crate) const ACTIVITIES: Path<'static> = section(fields::CARE_PLAN_ACTIVITIES);
pub(crate) const DISPENSES: Path<'static> = section(fields::MEDICATION_DISPENSES);
pub(crate) const OVERLAPPING: Path<'static> = section(fields::OVERLAPPING_DISPENSED_INNM_IDS);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_part_by_part() {
        let medication = Place::of(&MEDICATIONS).row(3);
        assert_eq!(medication.pointer(), "/medications/3");
        assert_eq!(medication.field("type").pointer(), "/medications/3/type");
        let ingredients = medication.part("ingredients");
        assert_eq!(ingredients.row(10).field("is_primary").pointer(), "/medications/3/ingredients/10/is_primary");
        assert_eq!(Place::of(&DETAILS).pointer(), "/request/medication_dispense/dispense_details");
        assert_eq!(Place::of(&Path::Root).pointer(), "");
    }
}
