//! What is handed out, detail by detail: is it a medication of the program, in whole packages, at an allowed discount?

use crate::dispense::answer::Answer;
use crate::dispense::check::Ask;
use crate::dispense::discount::Figures;
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::fields::{
    DISCOUNT_AMOUNT, INGREDIENTS, IS_ACTIVE, IS_PRIMARY, MEDICAL_PROGRAM_ID, MEDICATION_ID, MEDICATION_QTY,
    PACKAGE_MIN_QTY, PACKAGE_QTY, PACKAGE_QTY_DIVISIBLE, REIMBURSEMENT, REIMBURSEMENT_AMOUNT, TYPE, value,
};
use crate::dispense::known::{Known, Truth};
use crate::dispense::lookup::Found;
use crate::dispense::missing::Missing;
use crate::dispense::place::{self, Place};
use crate::dispense::question::Detail;
use crate::dispense::shape::QUANTITY;
use crate::ground::exact::amount::Amount;
use crate::ground::kleene::Waits;

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    match ask.medication() {
        Found::Yes(medication) => ask.at_medication(medication.meets(&[Is(TYPE, value::BRAND)])),
        Found::Unknown(missing) => Answer::Unknown(missing),
        Found::No | Found::NotGiven => ask.at_medication(Truth::No),
    }
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.medication().asked(&|medication| {
        let active = medication.meets(&[On(IS_ACTIVE)]);
        let first = if active.is_no() { IS_ACTIVE } else { INGREDIENTS };
        let primary = entity::any(medication.parts(INGREDIENTS), &|ingredient| ingredient.meets(&[On(IS_PRIMARY)]));
        Answer::at(active.and(primary), medication.place(first))
    })
}

pub(crate) fn participant<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let medication_id = ask.detail.map_or(Known::Null, |detail| detail.medication_id);
    let is = |row| is_participant(ask, medication_id, row);
    ask.at_medication(ask.question.lists.of_medication.any(medication_id, &is))
}

fn is_participant<'j>(ask: &Ask<'_, 'j>, medication_id: Known<'j, &'j str>, row: Entity<'j>) -> Truth<'j> {
    row.meets(&[Same(MEDICATION_ID, medication_id), Same(MEDICAL_PROGRAM_ID, ask.program.id), On(IS_ACTIVE)])
}

impl<'j> Ask<'_, 'j> {
    fn medication(&self) -> Found<'j> {
        self.detail.map_or(Found::NotGiven, |detail| detail.medication)
    }

    /// It fails at the detail's reference.
    fn at_medication(&self, truth: Truth<'j>) -> Answer<'j> {
        let detail = self.detail.map_or(Place::of(&place::DETAILS), |detail| detail.entity.at);
        Answer::at(truth, detail.field(MEDICATION_ID))
    }

    /// The program medication of a detail: the last active one of the snapshot.
    ///
    /// DECISION: where a later one may be active, which is the last is not known.
    /// Case: dispense_readings/last-participant-unknown
    fn last_participant(&self, detail: &Detail<'j>) -> Result<Option<Entity<'j>>, Missing<'j>> {
        let search = || {
            let mut later = self.question.none();
            for row in self.question.lists.of_medication.candidates(detail.medication_id)?.iter().rev() {
                match is_participant(self, detail.medication_id, row) {
                    Truth::No => {}
                    Truth::Unknown(missing) => later = later.both(missing),
                    // One that may be active comes after it: which is the last is not known.
                    Truth::Yes if later.is_none() => return Ok(Some(row)),
                    Truth::Yes => break,
                }
            }
            if later.is_none() { Ok(None) } else { Err(later) }
        };
        *detail.participant.get_or_init(search)
    }

    /// The figures of a detail.
    ///
    /// # Errors
    /// What is not there, or cannot be computed with.
    fn figures(&self, detail: &Detail<'j>) -> Result<Figures, Missing<'j>> {
        let mut missing = self.question.none();
        let mut noted = |amount: Result<Amount, Missing<'j>>| amount.map_err(|more| missing = missing.both(more)).ok();
        let discount = noted(detail.entity.amount(DISCOUNT_AMOUNT));
        let quantity = noted(detail.entity.amount(MEDICATION_QTY));
        let package = noted(match detail.medication {
            Found::Yes(medication) => above_zero(&medication, PACKAGE_QTY),
            Found::Unknown(missing) => Err(missing),
            Found::No | Found::NotGiven => Err(detail.entity.missing(MEDICATION_ID)),
        });
        let reimbursement = noted(match self.last_participant(detail) {
            Ok(Some(participant)) => reimbursement(&participant),
            Ok(None) => Err(detail.entity.missing(MEDICATION_ID)),
            Err(missing) => Err(missing),
        });
        match (reimbursement, package, quantity, discount) {
            (Some(reimbursement), Some(package), Some(quantity), Some(discount)) => {
                Ok(Figures { reimbursement, package, quantity, discount })
            }
            _ => Err(missing),
        }
    }
}

fn reimbursement<'j>(participant: &Entity<'j>) -> Result<Amount, Missing<'j>> {
    match participant.part(REIMBURSEMENT) {
        Known::Null => Err(participant.missing(REIMBURSEMENT)),
        Known::Absent(missing) => Err(missing),
        Known::Value(reimbursement) => match reimbursement.meets(&[Is(TYPE, value::FIXED)]) {
            Truth::Yes => reimbursement.amount(REIMBURSEMENT_AMOUNT),
            Truth::No => Err(participant.places.unsupported_reimbursement_type()),
            Truth::Unknown(missing) => Err(missing),
        },
    }
}

/// DECISION: a package of nothing cannot be computed with; it fails nothing. Case: dispense_amounts/package-zero-2022
fn above_zero<'j>(entity: &Entity<'j>, field: &'static str) -> Result<Amount, Missing<'j>> {
    let amount = entity.amount(field)?;
    if amount.is_zero() { Err(entity.missing(field)) } else { Ok(amount) }
}

/// DECISION: what is not compared is not computed. Case: dispense_2022/published-medication-inactive
///
/// The discount is within the limits; what was compared is left for the report.
pub(crate) fn discount_amount<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let Some(detail) = ask.detail else { return Answer::Holds };
    match (ask.figures(detail), ask.findings.limits) {
        (Ok(figures), Ok(limits)) => {
            let (at, allowed) = (detail.entity.place(DISCOUNT_AMOUNT), figures.are_within(limits));
            ask.findings.amounts.borrow_mut().push(figures.amount(at.pointer(), allowed));
            Answer::at(Truth::from(allowed), at)
        }
        (Ok(_), Err(missing)) | (Err(missing), Ok(_)) => Answer::Unknown(missing),
        (Err(one), Err(other)) => Answer::Unknown(one.both(other)),
    }
}

/// Of `package_min_qty`.
pub(crate) fn multiple_of_minimum<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    multiple_of(ask, PACKAGE_MIN_QTY)
}

/// Of `package_min_qty`; where the program medication is not divisible, of `package_qty`.
pub(crate) fn multiple_of_package_unless_divisible<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let whole_packages = match (ask.program.id, ask.detail) {
        (Known::Null, _) | (_, None) => Truth::No,
        (_, Some(detail)) => match ask.last_participant(detail) {
            Ok(participant) => participant
                .map_or(Truth::No, |participant| participant.flag(PACKAGE_QTY_DIVISIBLE).is(|divisible| !divisible)),
            Err(missing) => Truth::Unknown(missing),
        },
    };
    whole_packages.either(|| multiple_of(ask, PACKAGE_QTY), || multiple_of(ask, PACKAGE_MIN_QTY))
}

/// What is handed out is a multiple of a quantity of the medication.
fn multiple_of<'j>(ask: &Ask<'_, 'j>, field: &'static str) -> Answer<'j> {
    let Some(Detail { entity: detail, .. }) = ask.detail else { return Answer::Holds };
    ask.medication().asked(&|medication| {
        let mantissa = |amount: Amount| amount.mantissa(QUANTITY.fraction);
        match (detail.amount(MEDICATION_QTY).map(mantissa), above_zero(medication, field).map(mantissa)) {
            (Ok(quantity), Ok(package)) => {
                let is_multiple = quantity.checked_rem(package) == Some(0);
                Answer::at(Truth::from(is_multiple), detail.place(MEDICATION_QTY))
            }
            (Ok(_), Err(missing)) | (Err(missing), Ok(_)) => Answer::Unknown(missing),
            (Err(one), Err(other)) => Answer::Unknown(one.both(other)),
        }
    })
}
