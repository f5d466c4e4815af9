//! Where does a cell of a file go, and how is it written?

use crate::coverage::batch::row::{Field, amount};
use crate::coverage::claims::field::{CellKind, ClaimField, SumField};
use crate::coverage::claims::formats::date_format::DateFormat;
use crate::coverage::claims::formats::decimal::{DecimalSign, Unit};
use crate::coverage::claims::mapping::{ClaimMapping, MappedField};
use crate::coverage::claims::table;
use crate::coverage::claims::values::ValueTable;
use crate::coverage::facts::amounts::{BENEFICIARY, QUANTITY};

/// A column of the table, and what is said of how the file writes it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) place: Place,
    /// Our name of the field; empty for a column of `by`.
    pub(crate) name: &'static str,
    pub(crate) values: Option<ValueTable>,
    pub(crate) decimal: DecimalSign,
    pub(crate) date_format: Option<DateFormat>,
    /// Whether a mapping names it: a text may be a number there.
    pub(crate) is_mapped: bool,
}

/// A column of the table, or what is kept of a row until it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Amount(usize, Option<Unit>),
    Weight,
    CareDate,
    MembershipStart,
    BirthDate,
    Age,
    Tooth,
    Side,
    Flag(usize),
    Text(usize),
    Sum(SumField),
}

impl Target {
    /// Where a field goes that a mapping names.
    pub(crate) fn of(mapped: &MappedField) -> Self {
        Target {
            place: place(mapped.field),
            name: mapped.name,
            values: mapped.values.clone(),
            decimal: mapped.decimal,
            date_format: mapped.date_format.clone(),
            is_mapped: true,
        }
    }

    /// Where a field goes that has our name.
    pub(crate) fn of_ours(mapping: &ClaimMapping, name: &'static str, field: ClaimField) -> Self {
        let (decimal, date_format) = (mapping.decimal, mapping.date_format.clone());
        Target { place: place(field), name, values: None, decimal, date_format, is_mapped: false }
    }

    /// Where a column of `by` goes.
    pub(crate) fn of_by(position: usize) -> Self {
        let place = Place::Text(table::OWN_TEXTS.saturating_add(position));
        Target { place, name: "", values: None, decimal: DecimalSign::Point, date_format: None, is_mapped: true }
    }

    /// Whether it is a column of `by`, which has any text.
    pub(crate) fn is_by(&self) -> bool {
        matches!(self.place, Place::Text(position) if position >= table::OWN_TEXTS)
    }

    /// Whether it is a text that filters ask for.
    pub(crate) fn is_fact(&self) -> bool {
        matches!(self.place, Place::Text(position) if (table::FACTS..table::ESTABLISHMENTS).contains(&position))
    }
}

fn place(field: ClaimField) -> Place {
    match field {
        ClaimField::Person => Place::Text(table::PERSONS),
        ClaimField::Family => Place::Text(table::FAMILIES),
        ClaimField::Weight => Place::Weight,
        ClaimField::Sum(field) => Place::Sum(field),
        ClaimField::Act(act) => match act {
            Field::CareType | Field::Annotation => Place::Text(table::CARE_TYPES),
            Field::CareDate => Place::CareDate,
            Field::MemberBirthDate => Place::BirthDate,
            Field::MemberAge => Place::Age,
            Field::Teeth => Place::Text(table::TEETH),
            Field::Establishment => Place::Text(table::ESTABLISHMENTS),
            Field::Flag(fact) => Place::Flag(fact.position_in_kind()),
            Field::Text(fact) => Place::Text(table::FACTS.saturating_add(fact.position_in_kind())),
            Field::Amount(position) => of_amount(position, field.kind()),
        },
    }
}

fn of_amount(position: u8, kind: CellKind) -> Place {
    let name = amount(position).map_or("", |(name, _)| name);
    match kind {
        CellKind::Date => Place::MembershipStart,
        CellKind::Side => Place::Side,
        CellKind::Whole => Place::Tooth,
        CellKind::Text if name == BENEFICIARY => Place::Text(table::BENEFICIARIES),
        CellKind::Text | CellKind::Teeth | CellKind::Flag => Place::Text(table::STAYS),
        CellKind::Percent => Place::Amount(usize::from(position), Some(Unit::Percent)),
        CellKind::Money => Place::Amount(usize::from(position), Some(Unit::Euro).filter(|_| name != QUANTITY)),
    }
}
