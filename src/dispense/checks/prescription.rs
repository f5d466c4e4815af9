//! The prescription (in the system's words the medication request): may it be dispensed now, by this request, in full?

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::check::Ask;
use crate::dispense::entity::Entity;
use crate::dispense::entity::Wanted::{Is, On};
use crate::dispense::fields::{
    CODE, DETAILS, DISPENSE_VALID_FROM, DISPENSE_VALID_TO, INTENT, IS_ACTIVE, IS_BLOCKED, MEDICATION_QTY,
    MEDICATION_REQUEST_ID, MULTI_MEDICATION_DISPENSE_ALLOWED, STATUS, VERIFICATION_CODE, value,
};
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::Missing;
use crate::dispense::place::{self, Place};
use crate::dispense::question::Possible;
use crate::dispense::shape::QUANTITY;
use crate::ground::exact::amount;
use crate::ground::kleene::Waits;
use crate::ground::small::listed::Listed;

/// Quantities are added in units of 10^−4.
const SCALE: u32 = QUANTITY.fraction;

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.exists(ask.question.reference_at(MEDICATION_REQUEST_ID))
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| prescription.answer(&[On(IS_ACTIVE), Is(STATUS, value::ACTIVE)]))
}

pub(crate) fn period<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let today = ask.question.snapshot.today;
    ask.question.prescription.asked(&|prescription| {
        let begun = prescription.date(DISPENSE_VALID_FROM).is(|from| from <= today);
        let first = if begun.is_no() { DISPENSE_VALID_FROM } else { DISPENSE_VALID_TO };
        let not_over = prescription.date(DISPENSE_VALID_TO).is(|to| today <= to);
        Answer::at(begun.and(not_over), prescription.place(first))
    })
}

pub(crate) fn not_blocked<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        let blocked = prescription.flag(IS_BLOCKED).is(|blocked| blocked);
        Answer::at(!blocked, prescription.place(IS_BLOCKED))
    })
}

pub(crate) fn intent<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| prescription.answer(&[Is(INTENT, value::ORDER)]))
}

/// A code that is given must be the prescription's; where none is given, the prescription has none.
pub(crate) fn code<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| code_of(ask, prescription, false))
}

/// The same, always with the first answer; and `0000` is no code.
pub(crate) fn code_or_four_zeros<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| code_of(ask, prescription, true))
}

fn code_of<'j>(ask: &Ask<'_, 'j>, prescription: &Entity<'j>, is_2019: bool) -> Answer<'j> {
    let given = ask.question.code();
    let wanted = prescription.text(VERIFICATION_CODE);
    match given {
        Known::Null => Answer::of(wanted.is_null(), || Failure {
            which: usize::from(!is_2019),
            ..Failure::at(prescription.place(VERIFICATION_CODE))
        }),
        given => {
            let zeros = given.is(|code| is_2019 && code == "0000").and(wanted.is_null());
            let right = given.equals(wanted).or(zeros);
            Answer::at(right, Place::of(&place::REQUEST).field(CODE))
        }
    }
}

/// No dispense of this prescription is NEW or PROCESSED.
pub(crate) fn no_other_dispense<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    blocking(ask, &[&[value::NEW, value::PROCESSED]])
}

/// DECISION: the answer for NEW comes first, in whatever order they are. Case: dispense_readings/processed-then-new
///
/// None is NEW or PROCESSED; where the program allows several dispenses, none is NEW.
pub(crate) fn no_other_dispense_unless_multi<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.setting(MULTI_MEDICATION_DISPENSE_ALLOWED)
        .either(|| blocking(ask, &[&[value::NEW]]), || blocking(ask, &[&[value::NEW], &[value::PROCESSED]]))
}

/// Fails with the answer of the first group of statuses of which some dispense of the prescription has one.
fn blocking<'j>(ask: &Ask<'_, 'j>, answers: &[&[&'static str]]) -> Answer<'j> {
    let dispenses = match dispenses(ask) {
        Ok(dispenses) => dispenses,
        Err(missing) => return Answer::Unknown(missing),
    };
    let mut missing = ask.question.none();
    for (which, statuses) in answers.iter().enumerate() {
        for (dispense, of_prescription) in dispenses {
            let is_one = dispense.text(STATUS).is(|status| statuses.contains(&status));
            match is_one.and(*of_prescription) {
                Truth::Yes => return Answer::Fails(Failure { which, ..Failure::at(dispense.place(STATUS)) }),
                Truth::No => {}
                Truth::Unknown(more) => missing = missing.both(more),
            }
        }
    }
    if missing.is_none() { Answer::Holds } else { Answer::Unknown(missing) }
}

/// The dispenses that are of this prescription, or may be.
fn dispenses<'q, 'j>(ask: &Ask<'q, 'j>) -> Result<&'q [Possible<'j>], Missing<'j>> {
    let found = ask.findings.dispenses.get_or_init(|| {
        let rows = ask.question.root().rows(&place::DISPENSES)?;
        let requested = ask.question.reference(MEDICATION_REQUEST_ID);
        let dispenses = rows.iter().map(|dispense| (dispense, dispense.text(MEDICATION_REQUEST_ID).equals(requested)));
        Ok(dispenses.filter(|(_, of_prescription)| !of_prescription.is_no()).listed())
    });
    found.as_deref().map_err(|missing| *missing)
}

/// What is handed out is what is prescribed.
pub(crate) fn quantity<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| equal_quantity(ask, prescription))
}

/// The same; or where the program allows several dispenses, no more than what is left.
pub(crate) fn quantity_or_less_if_multi<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        ask.setting(MULTI_MEDICATION_DISPENSE_ALLOWED)
            .either(|| at_most_what_is_left(ask, prescription), || equal_quantity(ask, prescription))
    })
}

fn equal_quantity<'j>(ask: &Ask<'_, 'j>, prescription: &Entity<'j>) -> Answer<'j> {
    let (sum, missing) = handed_out(ask);
    let truth = match (prescribed(prescription), missing) {
        (Ok(prescribed), missing) if missing.is_none() => Truth::from(sum == prescribed),
        // No quantity is negative, so that what is absent cannot make it less.
        (Ok(prescribed), _) if sum > prescribed => Truth::No,
        (Ok(_), missing) => Truth::Unknown(missing),
        (Err(one), other) => Truth::Unknown(one.both(other)),
    };
    Answer::at(truth, Place::of(&place::DETAILS))
}

fn at_most_what_is_left<'j>(ask: &Ask<'_, 'j>, prescription: &Entity<'j>) -> Answer<'j> {
    let (sum, mut unknown) = handed_out(ask);
    let (prescribed, processed) = (prescribed(prescription), processed(ask));
    let left = match (prescribed, processed) {
        (Ok(prescribed), Ok(processed)) => prescribed.saturating_sub(processed),
        (prescribed, processed) => {
            unknown = prescribed.err().map_or(unknown, |missing| unknown.both(missing));
            unknown = processed.err().map_or(unknown, |missing| unknown.both(missing));
            return Answer::Unknown(unknown);
        }
    };
    if sum <= left {
        return if unknown.is_none() { Answer::Holds } else { Answer::Unknown(unknown) };
    }
    let sign = if left < 0 { "-" } else { "" };
    let scale = usize::try_from(SCALE).unwrap_or_default();
    Answer::Fails(Failure {
        which: 1,
        with: Some(format!("{sign}{}", amount::show(left.saturating_abs(), scale, 0))),
        ..Failure::at(Place::of(&place::DETAILS))
    })
}

fn prescribed<'j>(prescription: &Entity<'j>) -> Result<i128, Missing<'j>> {
    prescription.amount(MEDICATION_QTY).map(|quantity| quantity.mantissa(SCALE))
}

/// The sum of what the details hand out, and what is not known of it.
fn handed_out<'j>(ask: &Ask<'_, 'j>) -> (i128, Missing<'j>) {
    match &ask.question.details {
        Err(missing) => (0, *missing),
        Ok(details) => sum(&mut details.iter().map(|detail| detail.entity), ask.question.none()),
    }
}

fn sum<'j>(details: &mut dyn Iterator<Item = Entity<'j>>, mut missing: Missing<'j>) -> (i128, Missing<'j>) {
    let mut sum = 0_i128;
    for detail in details {
        match detail.amount(MEDICATION_QTY) {
            Ok(quantity) => sum = sum.saturating_add(quantity.mantissa(SCALE)),
            Err(more) => missing = missing.both(more),
        }
    }
    (sum, missing)
}

/// DECISION: the page does not say where a dispense has its quantities: in its `details`. Case: dispense_2022_settings/multi-rest
///
/// What dispenses of this prescription that are PROCESSED have handed out.
fn processed<'j>(ask: &Ask<'_, 'j>) -> Result<i128, Missing<'j>> {
    let mut unknown = ask.question.none();
    let mut processed = 0_i128;
    for (dispense, of_prescription) in dispenses(ask)? {
        match dispense.meets(&[Is(STATUS, value::PROCESSED)]).and(*of_prescription) {
            Truth::No => {}
            Truth::Unknown(more) => unknown = unknown.both(more),
            Truth::Yes => {
                let (quantity, missing) = sum(&mut dispense.parts(DETAILS)?.iter(), ask.question.none());
                processed = processed.saturating_add(quantity);
                unknown = unknown.both(missing);
            }
        }
    }
    if unknown.is_none() { Ok(processed) } else { Err(unknown) }
}
