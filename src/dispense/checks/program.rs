//! The medical program: is it the prescription's, does it pay for this medication, and for this patient now?

use crate::dispense::answer::{Answer, Because, Failure};
use crate::dispense::check::{Ask, Each, Outcome};
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::fields::{
    INGREDIENTS, IS_ACTIVE, IS_PRIMARY, MEDICAL_PROGRAM_ID, MEDICATION_CHILD_ID, MEDICATION_ID, NAME,
    OVERLAPPING_DISPENSED_INNM_IDS, TYPE, value,
};
use crate::dispense::known::{Known, Truth};
use crate::dispense::lookup::Found;
use crate::dispense::place::{self, Place};
use crate::ground::kleene::Waits;
use crate::ground::value::json::Json;

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.program.found.exists(ask.program.at)
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.program.found.asked(&|program| program.answer(&[On(IS_ACTIVE)]))
}

/// A qualification has one answer for both.
pub(crate) fn exists_and_active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    match (exists(ask), active(ask)) {
        (Answer::Holds, Answer::Fails(_)) => Answer::Fails(Failure::at(ask.program.at)),
        (Answer::Holds, other) | (other, _) => other,
    }
}

/// A prescription of a program is dispensed in that program.
pub(crate) fn matches<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        let prescribed = prescription.text(MEDICAL_PROGRAM_ID);
        let truth = prescribed.is_null().or(prescribed.equals(ask.program.id));
        let at = match ask.program.id {
            Known::Null => prescription.place(MEDICAL_PROGRAM_ID),
            _ => ask.program.at,
        };
        Answer::at(truth, at)
    })
}

/// An active program medication whose active brand's primary ingredient is the prescribed one.
pub(crate) fn innm_participant<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        let innm = prescription.text(MEDICATION_ID);
        let participates = ask.question.lists.of_program.any(ask.program.id, &|participant| {
            let of_program = participant.meets(&[Same(MEDICAL_PROGRAM_ID, ask.program.id), On(IS_ACTIVE)]);
            if of_program.is_no() { Truth::No } else { of_program.and(is_brand_of(ask, &participant, innm)) }
        });
        Answer::of(participates, || Failure {
            with: program_name(ask).map(str::to_owned),
            ..Failure::at(prescription.place(MEDICATION_ID))
        })
    })
}

fn is_brand_of<'j>(ask: &Ask<'_, 'j>, participant: &Entity<'j>, innm: Known<'j, &'j str>) -> Truth<'j> {
    match ask.question.lists.medications.find(participant.text(MEDICATION_ID)) {
        Found::No | Found::NotGiven => Truth::No,
        Found::Unknown(missing) => Truth::Unknown(missing),
        Found::Yes(medication) => {
            let active = medication.meets(&[Is(TYPE, value::BRAND), On(IS_ACTIVE)]);
            if active.is_no() {
                return Truth::No;
            }
            let primary = [On(IS_PRIMARY), Same(MEDICATION_CHILD_ID, innm)];
            active.and(entity::any(medication.parts(INGREDIENTS), &|ingredient| ingredient.meets(&primary)))
        }
    }
}

/// The program's name; where it has none, its id.
fn program_name<'j>(ask: &Ask<'_, 'j>) -> Option<&'j str> {
    let name = match &ask.program.found {
        Found::Yes(program) => program.text(NAME),
        _ => Known::Null,
    };
    match (name, ask.program.id) {
        (Known::Value(name), _) => Some(name),
        (_, Known::Value(id)) => Some(id),
        _ => None,
    }
}

/// The patient has no other dispensed prescription of the same ingredient for the same time.
pub(crate) fn same_innm<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        let innm = prescription.text(MEDICATION_ID);
        let overlapping = match ask.question.root().get(OVERLAPPING_DISPENSED_INNM_IDS) {
            Known::Value(Json::Array(items)) => items.as_slice(),
            Known::Absent(missing) => {
                return match innm {
                    Known::Null => Answer::Holds,
                    Known::Value(_) => Answer::Unknown(missing),
                    Known::Absent(innm) => Answer::Unknown(missing.both(innm)),
                };
            }
            _ => return Answer::Holds,
        };
        match innm {
            Known::Absent(missing) if !overlapping.is_empty() => Answer::Unknown(missing),
            Known::Value(innm) => {
                let is_same = |item: &Json| matches!(item, Json::String(id) if id == innm);
                match ask.findings.overlapping.get_or_init(|| overlapping.iter().position(is_same)) {
                    Some(index) => Answer::Fails(Failure::at(Place::of(&place::OVERLAPPING).row(*index))),
                    None => Answer::Holds,
                }
            }
            _ => Answer::Holds,
        }
    })
}

/// DECISION: a program of which a check could not be asked is not taken for valid.
/// Case: dispense_2022/published-unknown-prescription
///
/// No check of the program marks it INVALID. Where one could not be asked because another check failed, that one says so.
pub(crate) fn qualify<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let mut missing = ask.question.none();
    let mut skipped = None;
    for judged in ask.judged.iter().filter(|judged| judged.check.each == Each::Program) {
        match &judged.outcome {
            Outcome::Failed(_) => return Answer::Fails(Failure::at(None)),
            Outcome::Unknown(more) => missing = missing.both(*more),
            Outcome::Skipped(because @ Because::Failed(_)) => skipped = skipped.or(Some(*because)),
            Outcome::Passed | Outcome::Skipped(Because::Place(_)) => {}
        }
    }
    match skipped {
        _ if !missing.is_none() => Answer::Unknown(missing),
        Some(because) => Answer::Skipped(because),
        None => Answer::Holds,
    }
}
