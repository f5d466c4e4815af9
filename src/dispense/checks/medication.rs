//! What is handed out, detail by detail: is it a medication of the program, in whole packages, at an allowed discount?

use crate::dispense::answer::Answer;
use crate::dispense::checks::party::IS_ACTIVE;
use crate::dispense::discount::{Figures, Limits};
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::flow::Ask;
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::Missing;
use crate::dispense::question::{Found, MEDICAL_PROGRAM_ID, Program, Question, place};
use crate::dispense::shape::QUANTITY;
use crate::ground::exact::amount::Amount;

const MEDICATION_ID: &str = "medication_id";
pub(crate) const DISCOUNT_AMOUNT: &str = "discount_amount";
/// DECISION: only a fixed reimbursement has a rule. Case: dispense_amounts/type-external-2022
///
/// Why the amount of another type of reimbursement cannot be judged.
const UNSUPPORTED_TYPE: &str = "unsupported_reimbursement_type";

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    match ask.medication() {
        Found::Yes(medication) => ask.at_medication(medication.meets(&[Is("type", "BRAND")])),
        Found::Unknown(missing) => Answer::Unknown(missing),
        Found::No | Found::NotGiven => ask.at_medication(Truth::No),
    }
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.medication().asked(&|medication| {
        let active = medication.meets(&[On(IS_ACTIVE)]);
        let first = if active.is_no() { IS_ACTIVE } else { "ingredients" };
        let at = medication.at.field("ingredients");
        let primary = entity::any(medication.rows(&at), &|ingredient| ingredient.meets(&[On("is_primary")]));
        Answer::at(active.and(primary), &medication.at.field(first))
    })
}

pub(crate) fn participant<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let found = entity::any(ask.question.root().rows(&place::PROGRAM_MEDICATIONS), &|participant| {
        is_participant(participant, ask.detail.as_ref(), ask.program)
    });
    ask.at_medication(found)
}

fn is_participant<'j>(row: Entity<'_, 'j>, detail: Option<&Entity<'_, 'j>>, program: &Program<'j>) -> Truth<'j> {
    let medication = detail.map_or(Known::Null, |detail| detail.text(MEDICATION_ID));
    row.meets(&[Same(MEDICATION_ID, medication), Same(MEDICAL_PROGRAM_ID, program.id), On(IS_ACTIVE)])
}

/// The program medication of a detail: the last active one of the snapshot.
///
/// DECISION: where a later one may be active, which is the last is not known.
/// Case: dispense_readings/last-participant-unknown
fn last_participant<'j>(
    question: &Question<'j>,
    detail: Option<&Entity<'_, 'j>>,
    program: &Program<'j>,
) -> Result<Option<Entity<'static, 'j>>, Missing<'j>> {
    let rows = question.root().rows(&place::PROGRAM_MEDICATIONS)?;
    let mut later = question.none();
    for index in (0..rows.items.len()).rev() {
        let Some(row) = rows.get(index) else { continue };
        match is_participant(row, detail, program) {
            Truth::No => {}
            Truth::Unknown(missing) => later = later.and(missing),
            // One that may be active stands behind it: which is the last is not known.
            Truth::Yes if later.is_none() => return Ok(Some(row)),
            Truth::Yes => break,
        }
    }
    if later.is_none() { Ok(None) } else { Err(later) }
}

impl<'j> Ask<'_, 'j> {
    fn medication(&self) -> Found<'j> {
        self.detail.map_or(Found::NotGiven, |detail| self.question.medication(detail.text(MEDICATION_ID)))
    }

    /// It fails at the detail's reference.
    fn at_medication(&self, truth: Truth<'j>) -> Answer<'j> {
        let detail = self.detail.map_or(place::DETAILS, |detail| detail.at);
        Answer::at(truth, &detail.field(MEDICATION_ID))
    }
}

/// The figures of a detail.
///
/// # Errors
/// What is not there, or cannot be computed with.
pub(crate) fn figures<'j>(
    question: &Question<'j>,
    detail: &Entity<'_, 'j>,
    program: &Program<'j>,
) -> Result<Figures, Missing<'j>> {
    let mut missing = question.none();
    let mut noted = |amount: Result<Amount, Missing<'j>>| amount.map_err(|more| missing = missing.and(more)).ok();
    let discount = noted(detail.amount(DISCOUNT_AMOUNT));
    let quantity = noted(detail.amount("medication_qty"));
    let package = noted(match question.medication(detail.text(MEDICATION_ID)) {
        Found::Yes(medication) => above_zero(&medication, "package_qty"),
        Found::Unknown(missing) => Err(missing),
        Found::No | Found::NotGiven => Err(detail.missing(MEDICATION_ID)),
    });
    let reimbursement = noted(match last_participant(question, Some(detail), program) {
        Ok(Some(participant)) => reimbursement(&participant),
        Ok(None) => Err(detail.missing(MEDICATION_ID)),
        Err(missing) => Err(missing),
    });
    match (reimbursement, package, quantity, discount) {
        (Some(reimbursement), Some(package), Some(quantity), Some(discount)) => {
            Ok(Figures { reimbursement, package, quantity, discount })
        }
        _ => Err(missing),
    }
}

fn reimbursement<'j>(participant: &Entity<'_, 'j>) -> Result<Amount, Missing<'j>> {
    let at = participant.at.field("reimbursement");
    match participant.object(at) {
        Known::Null => Err(participant.missing(at.name())),
        Known::Absent(missing) => Err(missing),
        Known::Value(reimbursement) => match reimbursement.meets(&[Is("type", "FIXED")]) {
            Truth::Yes => reimbursement.amount("reimbursement_amount"),
            Truth::No => Err(participant.places.place(UNSUPPORTED_TYPE.to_owned())),
            Truth::Unknown(missing) => Err(missing),
        },
    }
}

/// DECISION: a package of nothing cannot be computed with; it fails nothing. Case: dispense_amounts/package-zero-2022
fn above_zero<'j>(entity: &Entity<'_, 'j>, field: &str) -> Result<Amount, Missing<'j>> {
    let amount = entity.amount(field)?;
    if amount.is_zero() { Err(entity.missing(field)) } else { Ok(amount) }
}

pub(crate) fn discount_amount<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let Some(detail) = ask.detail else { return Answer::Holds };
    let limits = Limits::of(ask.question);
    match (figures(ask.question, &detail, ask.program), limits) {
        (Ok(figures), Ok(limits)) => {
            Answer::at(Truth::from(figures.are_within(limits)), &detail.at.field(DISCOUNT_AMOUNT))
        }
        (Ok(_), Err(missing)) | (Err(missing), Ok(_)) => Answer::Unknown(missing),
        (Err(one), Err(other)) => Answer::Unknown(one.and(other)),
    }
}

/// Of `package_min_qty`.
pub(crate) fn multiple_of_minimum<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    multiple_of(ask, "package_min_qty")
}

/// Of `package_min_qty`; where the program medication is not divisible, of `package_qty`.
pub(crate) fn multiple_of_package_unless_divisible<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let whole_packages = match ask.program.id {
        Known::Null => Truth::No,
        _ => match last_participant(ask.question, ask.detail.as_ref(), ask.program) {
            Ok(participant) => participant
                .map_or(Truth::No, |participant| participant.flag("package_qty_divisible").is(|divisible| !divisible)),
            Err(missing) => Truth::Unknown(missing),
        },
    };
    whole_packages.either(|| multiple_of(ask, "package_qty"), || multiple_of(ask, "package_min_qty"))
}

/// What is handed out is a multiple of a quantity of the medication.
fn multiple_of<'j>(ask: &Ask<'_, 'j>, field: &'static str) -> Answer<'j> {
    let Some(detail) = ask.detail else { return Answer::Holds };
    ask.medication().asked(&|medication| {
        let mantissa = |amount: Amount| amount.mantissa(QUANTITY.fraction);
        match (detail.amount("medication_qty").map(mantissa), above_zero(medication, field).map(mantissa)) {
            (Ok(quantity), Ok(package)) => {
                let is_multiple = quantity.checked_rem(package) == Some(0);
                Answer::at(Truth::from(is_multiple), &detail.at.field("medication_qty"))
            }
            (Ok(_), Err(missing)) | (Err(missing), Ok(_)) => Answer::Unknown(missing),
            (Err(one), Err(other)) => Answer::Unknown(one.and(other)),
        }
    })
}
