//! The care plan: is what the prescription is based on still going on?

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::checks::party::STATUS;
use crate::dispense::entity::Rows;
use crate::dispense::entity::Wanted::Is;
use crate::dispense::flow::Ask;
use crate::dispense::known::Truth;
use crate::dispense::question::{Found, find, place};
use crate::ground::value::pointer::Path;

pub(crate) fn plan<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    based_on(ask, "care_plan", &place::CARE_PLANS, &["active"])
}

pub(crate) fn activity<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    based_on(ask, "activity", &place::ACTIVITIES, &["scheduled", "in_progress"])
}

/// Every reference of this type leads to an entity with one of the statuses. One that leads nowhere fails: nothing else
/// would say so.
///
/// DECISION: `based_on` that is absent is none, like `null`. Case: dispense_2022_settings/based-on-absent
/// DECISION: statuses count as they are written. Case: dispense_2022_settings/care-plan-upper-case
fn based_on<'j>(
    ask: &Ask<'_, 'j>,
    kind: &str,
    section: &'static Path<'static>,
    statuses: &[&'static str],
) -> Answer<'j> {
    ask.question.prescription.asked(&|prescription| {
        // What is absent is a reference that is not given.
        let references = prescription.rows(&place::BASED_ON).ok();
        let mut missing = ask.question.none();
        let mut is_based = false;
        for reference in references.into_iter().flat_map(Rows::iter) {
            let is_kind = match reference.text("type").is(|given| given == kind) {
                Truth::No => continue,
                is_kind => is_kind,
            };
            is_based = true;
            let id = reference.text("id");
            let (status, place) = match find(ask.question.root().rows(section), id) {
                Found::Yes(entity) => {
                    let has = |status: &&'static str| entity.meets(&[Is(STATUS, status)]);
                    (Truth::any(&mut statuses.iter().map(has)), entity.place(STATUS))
                }
                Found::Unknown(missing) => (Truth::Unknown(missing), String::new()),
                Found::No | Found::NotGiven => (Truth::No, reference.place("id")),
            };
            match (!is_kind).or(status) {
                Truth::No => return Answer::Fails(Failure::at(place)),
                Truth::Yes => {}
                Truth::Unknown(more) => missing = missing.and(more),
            }
        }
        if !missing.is_none() {
            Answer::Unknown(missing)
        } else if is_based {
            Answer::Holds
        } else {
            Answer::Skipped(prescription.at.field("based_on").pointer())
        }
    })
}
