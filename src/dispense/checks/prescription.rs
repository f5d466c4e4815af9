//! The prescription (in the system's words the medication request): may it be dispensed now, by this request, in full?

use crate::amount;
use crate::dispense::answer::{Answer, Failure};
use crate::dispense::checks::party::{ACTIVE, IS_ACTIVE, STATUS};
use crate::dispense::entity::Entity;
use crate::dispense::entity::Wanted::{Is, On};
use crate::dispense::flow::Ask;
use crate::dispense::known::{Known, Missing, Truth};
use crate::dispense::question::{MEDICATION_REQUEST_ID, place};
use crate::dispense::shape::QUANTITY;

const MULTI: &str = "multi_medication_dispense_allowed";
const VERIFICATION_CODE: &str = "verification_code";
/// Quantities are added in units of 10^−4.
const SCALE: u32 = QUANTITY.fraction;

pub(crate) fn exists(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.exists(|| ask.question.reference_place(MEDICATION_REQUEST_ID))
}

pub(crate) fn active(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| prescription.answer(&[On(IS_ACTIVE), Is(STATUS, ACTIVE)]))
}

pub(crate) fn period(ask: &Ask<'_, '_>) -> Answer {
    const FROM: &str = "dispense_valid_from";
    const TO: &str = "dispense_valid_to";
    let today = ask.question.snapshot.today;
    ask.question.prescription.asked(|prescription| {
        let begun = prescription.date(FROM).is(|from| from <= today);
        let first = if begun.is_no() { FROM } else { TO };
        let not_over = prescription.date(TO).is(|to| today <= to);
        Answer::of(begun.and(not_over), || Failure::at(prescription.place(first)))
    })
}

pub(crate) fn not_blocked(ask: &Ask<'_, '_>) -> Answer {
    const IS_BLOCKED: &str = "is_blocked";
    ask.question.prescription.asked(|prescription| {
        let blocked = prescription.flag(IS_BLOCKED).is(|blocked| blocked);
        Answer::of(!blocked, || Failure::at(prescription.place(IS_BLOCKED)))
    })
}

pub(crate) fn intent(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| prescription.answer(&[Is("intent", "order")]))
}

/// A code that is given must be the prescription's; where none is given, the prescription has none.
pub(crate) fn code(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| code_of(ask, prescription, false))
}

/// The same, always with the first answer; and `0000` stands for no code.
pub(crate) fn code_or_four_zeros(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| code_of(ask, prescription, true))
}

fn code_of(ask: &Ask<'_, '_>, prescription: &Entity<'_, '_>, is_2019: bool) -> Answer {
    let given = ask.question.code();
    let wanted = prescription.text(VERIFICATION_CODE);
    match given {
        Known::Null => Answer::of(wanted.is_null(), || Failure {
            which: usize::from(!is_2019),
            ..Failure::at(prescription.place(VERIFICATION_CODE))
        }),
        given => {
            let zeros = given.clone().is(|code| is_2019 && code == "0000").and(wanted.is_null());
            let right = given.equals(&wanted).or(zeros);
            Answer::of(right, || Failure::at(place::REQUEST.field("code").pointer()))
        }
    }
}

/// No dispense of this prescription is NEW or PROCESSED.
pub(crate) fn no_other_dispense(ask: &Ask<'_, '_>) -> Answer {
    blocking(ask, &[&["NEW", "PROCESSED"]])
}

/// DECISION: the answer for NEW comes first, wherever it stands. Case: dispense_readings/processed-then-new
///
/// None is NEW or PROCESSED; where the program allows several dispenses, none is NEW.
pub(crate) fn no_other_dispense_unless_multi(ask: &Ask<'_, '_>) -> Answer {
    ask.setting(MULTI).either(|| blocking(ask, &[&["NEW"]]), || blocking(ask, &[&["NEW"], &["PROCESSED"]]))
}

/// Fails with the answer of the first group of statuses of which some dispense of the prescription has one.
fn blocking(ask: &Ask<'_, '_>, answers: &[&[&'static str]]) -> Answer {
    let rows = match dispenses(ask) {
        Ok(rows) => rows,
        Err(missing) => return Answer::Unknown(missing),
    };
    let mut missing = Missing::default();
    for (which, statuses) in answers.iter().enumerate() {
        for (dispense, of_prescription) in &rows {
            let is_one = dispense.text(STATUS).is(|status| statuses.contains(&status));
            match is_one.and(of_prescription.clone()) {
                Truth::Yes => return Answer::Fails(Failure { which, ..Failure::at(dispense.place(STATUS)) }),
                Truth::No => {}
                Truth::Unknown(more) => missing.add(more),
            }
        }
    }
    if missing.is_empty() { Answer::Holds } else { Answer::Unknown(missing) }
}

/// The dispenses, and whether each is of this prescription.
fn dispenses<'j>(ask: &Ask<'_, 'j>) -> Result<Vec<(Entity<'static, 'j>, Truth)>, Missing> {
    let rows = ask.question.root().rows(&place::DISPENSES)?;
    let requested = ask.question.reference(MEDICATION_REQUEST_ID);
    Ok(rows.iter().map(|dispense| (dispense, dispense.text(MEDICATION_REQUEST_ID).equals(&requested))).collect())
}

/// What is handed out is what is prescribed.
pub(crate) fn quantity(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| equal_quantity(ask, prescription))
}

/// The same; or where the program allows several dispenses, no more than what is left.
pub(crate) fn quantity_or_less_if_multi(ask: &Ask<'_, '_>) -> Answer {
    ask.question.prescription.asked(|prescription| {
        ask.setting(MULTI).either(|| at_most_what_is_left(ask, prescription), || equal_quantity(ask, prescription))
    })
}

fn equal_quantity(ask: &Ask<'_, '_>, prescription: &Entity<'_, '_>) -> Answer {
    let (sum, missing) = handed_out(ask);
    let truth = match (prescribed(prescription), missing) {
        (Ok(prescribed), None) => Truth::from(sum == prescribed),
        // No quantity is negative, so that what is absent cannot make it less.
        (Ok(prescribed), Some(_)) if sum > prescribed => Truth::No,
        (Ok(_), Some(missing)) | (Err(missing), None) => Truth::Unknown(missing),
        (Err(one), Some(other)) => Truth::Unknown(one.and(other)),
    };
    Answer::of(truth, || Failure::at(place::DETAILS.pointer()))
}

fn at_most_what_is_left(ask: &Ask<'_, '_>, prescription: &Entity<'_, '_>) -> Answer {
    let (sum, missing) = handed_out(ask);
    let mut unknown = missing.unwrap_or_default();
    let (prescribed, processed) = (prescribed(prescription), processed(ask));
    let left = match (prescribed, processed) {
        (Ok(prescribed), Ok(processed)) => prescribed.saturating_sub(processed),
        (prescribed, processed) => {
            unknown.add(prescribed.err().unwrap_or_default());
            unknown.add(processed.err().unwrap_or_default());
            return Answer::Unknown(unknown);
        }
    };
    if sum <= left {
        return if unknown.is_empty() { Answer::Holds } else { Answer::Unknown(unknown) };
    }
    let sign = if left < 0 { "-" } else { "" };
    let scale = usize::try_from(SCALE).unwrap_or_default();
    Answer::Fails(Failure {
        which: 1,
        with: Some(format!("{sign}{}", amount::show(left.saturating_abs(), scale, 0))),
        ..Failure::at(place::DETAILS.pointer())
    })
}

fn prescribed(prescription: &Entity<'_, '_>) -> Result<i128, Missing> {
    prescription.amount("medication_qty").map(|quantity| quantity.mantissa(SCALE))
}

/// The sum of what the details hand out, and what is not known of it.
fn handed_out(ask: &Ask<'_, '_>) -> (i128, Option<Missing>) {
    match &ask.question.details {
        Err(missing) => (0, Some(missing.clone())),
        Ok(details) => sum(&mut details.iter().copied()),
    }
}

fn sum<'e, 'j: 'e>(details: &mut dyn Iterator<Item = Entity<'e, 'j>>) -> (i128, Option<Missing>) {
    let mut missing = Missing::default();
    let mut sum = 0_i128;
    for detail in details {
        match detail.amount("medication_qty") {
            Ok(quantity) => sum = sum.saturating_add(quantity.mantissa(SCALE)),
            Err(more) => missing.add(more),
        }
    }
    (sum, (!missing.is_empty()).then_some(missing))
}

/// DECISION: the page does not say where a dispense has its quantities: in its `details`. Case: dispense_2022_settings/multi-rest
///
/// What dispenses of this prescription that are PROCESSED have handed out.
fn processed(ask: &Ask<'_, '_>) -> Result<i128, Missing> {
    let mut unknown = Missing::default();
    let mut processed = 0_i128;
    for (dispense, of_prescription) in dispenses(ask)? {
        match dispense.meets(&[Is(STATUS, "PROCESSED")]).and(of_prescription) {
            Truth::No => {}
            Truth::Unknown(more) => unknown.add(more),
            Truth::Yes => {
                let at = dispense.at.field("details");
                let (quantity, missing) = sum(&mut dispense.rows(&at)?.iter());
                processed = processed.saturating_add(quantity);
                unknown.add(missing.unwrap_or_default());
            }
        }
    }
    if unknown.is_empty() { Ok(processed) } else { Err(unknown) }
}
