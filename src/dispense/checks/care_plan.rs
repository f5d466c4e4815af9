//! The care plan: is what the prescription is based on still going on?

use crate::dispense::answer::{Answer, Because, Failure};
use crate::dispense::check::Ask;
use crate::dispense::entity::Rows;
use crate::dispense::entity::Wanted::Is;
use crate::dispense::fields::{BASED_ON, ID, STATUS, TYPE, value};
use crate::dispense::known::Truth;
use crate::dispense::lookup::{Found, Lookup};
use crate::dispense::place;
use crate::ground::kleene::Waits;

pub(crate) fn plan<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    based_on(ask, value::CARE_PLAN, &ask.question.lists.care_plans, &[value::ACTIVE_PLAN])
}

pub(crate) fn activity<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    based_on(ask, value::ACTIVITY, &ask.question.lists.activities, &[value::SCHEDULED, value::IN_PROGRESS])
}

/// Every reference of this type leads to an entity with one of the statuses. One that leads nowhere fails: nothing else
/// would say so.
///
/// DECISION: `based_on` that is absent is none, like `null`. Case: dispense_2022_settings/based-on-absent
/// DECISION: statuses count as they are written. Case: dispense_2022_settings/care-plan-upper-case
fn based_on<'j>(ask: &Ask<'_, 'j>, kind: &str, list: &Lookup<'j>, statuses: &[&'static str]) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        // What is absent is a reference that is not given.
        let references = prescription.rows(&place::BASED_ON).ok();
        let mut missing = ask.question.none();
        let mut is_based = false;
        for reference in references.into_iter().flat_map(Rows::iter) {
            let is_kind = match reference.text(TYPE).is(|given| given == kind) {
                Truth::No => continue,
                is_kind => is_kind,
            };
            is_based = true;
            let (status, place) = match list.find(reference.text(ID)) {
                Found::Yes(entity) => {
                    let has = |status: &&'static str| entity.meets(&[Is(STATUS, status)]);
                    (Truth::any(&mut statuses.iter().map(has)), Some(entity.place(STATUS)))
                }
                Found::Unknown(missing) => (Truth::Unknown(missing), None),
                Found::No | Found::NotGiven => (Truth::No, Some(reference.place(ID))),
            };
            match (!is_kind).or(status) {
                Truth::No => return Answer::Fails(Failure::at(place)),
                Truth::Yes => {}
                Truth::Unknown(more) => missing = missing.both(more),
            }
        }
        if !missing.is_none() {
            Answer::Unknown(missing)
        } else if is_based {
            Answer::Holds
        } else {
            Answer::Skipped(Because::Place(prescription.place(BASED_ON)))
        }
    })
}
