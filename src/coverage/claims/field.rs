//! Which fields may a claim have? Those of an act with amounts, whose it is, and what only sums of many acts have.

use crate::coverage::batch::row::{Field, OTHERS, amount};
use crate::coverage::facts::amounts::{AmountKind, CHARGED};
use crate::coverage::facts::table::ActFact;

/// A field of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClaimField {
    Act(Field),
    Person,
    Family,
    Weight,
    Sum(SumField),
}

/// A field of the lines that are sums of many acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SumField {
    /// How many acts a line is the sum of.
    Acts,
    AgeBand,
    CareYear,
    CareMonth,
    PathwayCode,
}

/// How claims are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ClaimKind {
    /// An act in each row.
    #[default]
    Rows,
    /// The national claims base: a line is the sum of equal acts.
    Damir,
}

const OWN: [(&str, ClaimField); 3] =
    [("person", ClaimField::Person), ("family", ClaimField::Family), ("weight", ClaimField::Weight)];

const OF_SUMS: [(&str, ClaimField); 5] = [
    ("acts", ClaimField::Sum(SumField::Acts)),
    ("age_band", ClaimField::Sum(SumField::AgeBand)),
    ("care_year", ClaimField::Sum(SumField::CareYear)),
    ("care_month", ClaimField::Sum(SumField::CareMonth)),
    ("pathway_code", ClaimField::Sum(SumField::PathwayCode)),
];

/// Calls its argument for each field that claims of this kind may have.
pub(crate) fn each_field(kind: ClaimKind, each: &mut dyn FnMut(&'static str, ClaimField)) {
    for field in OTHERS {
        if kind == ClaimKind::Rows || !matches!(field, Field::CareDate | Field::MemberBirthDate) {
            each(field.name(), ClaimField::Act(field));
        }
    }
    for fact in ActFact::ALL {
        let field = if fact.kind().is_boolean() { Field::Flag(fact) } else { Field::Text(fact) };
        each(fact.name(), ClaimField::Act(field));
    }
    for position in 0..u8::MAX {
        let Some((name, of)) = amount(position) else { break };
        // A sum is of many persons and days.
        if kind == ClaimKind::Rows || matches!(of, AmountKind::Money | AmountKind::Percent) {
            each(name, ClaimField::Act(Field::Amount(position)));
        }
    }
    let others: &[(&str, ClaimField)] = if kind == ClaimKind::Rows { &OWN } else { &OF_SUMS };
    others.iter().for_each(|(name, field)| each(name, *field));
}

impl ClaimField {
    /// Whether a row without it says nothing.
    pub(crate) fn is_needed(self) -> bool {
        match self {
            ClaimField::Act(Field::CareType) | ClaimField::Sum(SumField::Acts) => true,
            ClaimField::Act(Field::Amount(position)) => amount(position).is_some_and(|(name, _)| name == CHARGED),
            _ => false,
        }
    }

    /// What its cells hold.
    pub(crate) fn kind(self) -> CellKind {
        match self {
            ClaimField::Act(field) => match field {
                Field::CareType | Field::Establishment | Field::Text(_) | Field::Annotation => CellKind::Text,
                Field::CareDate | Field::MemberBirthDate => CellKind::Date,
                Field::MemberAge => CellKind::Whole,
                Field::Teeth => CellKind::Teeth,
                Field::Flag(_) => CellKind::Flag,
                Field::Amount(position) => match amount(position).map(|(_, kind)| kind) {
                    Some(AmountKind::Money) => CellKind::Money,
                    Some(AmountKind::Percent) => CellKind::Percent,
                    Some(AmountKind::Date) => CellKind::Date,
                    Some(AmountKind::Side) => CellKind::Side,
                    Some(AmountKind::Tooth) => CellKind::Whole,
                    Some(AmountKind::Text) | None => CellKind::Text,
                },
            },
            ClaimField::Person | ClaimField::Family => CellKind::Text,
            ClaimField::Weight | ClaimField::Sum(SumField::Acts) => CellKind::Money,
            ClaimField::Sum(_) => CellKind::Whole,
        }
    }
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellKind {
    Text,
    Teeth,
    Flag,
    Side,
    Date,
    Money,
    Percent,
    Whole,
}

impl CellKind {
    /// Whether there may be a table of its values.
    pub(crate) fn has_values(self) -> bool {
        matches!(self, CellKind::Text | CellKind::Flag | CellKind::Side)
    }
}
