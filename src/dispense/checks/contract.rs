//! The contract: three checks, each over the conditions of those before it and one more.
//!
//! ```text
//! exists: 1–4 and 6      not suspended: and 7      division: and 5
//! ```

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::check::Ask;
use crate::dispense::contract::Conditions;
use crate::dispense::fields::{DIVISION_ID, IS_SUSPENDED};
use crate::dispense::known::Truth;
use crate::dispense::place::{self, Place};

fn some_contract<'j>(ask: &Ask<'_, 'j>, holds: fn(&Conditions<'j>) -> Truth<'j>) -> Truth<'j> {
    match ask.findings.contracts(ask.question) {
        Err(missing) => Truth::Unknown(missing),
        Ok(candidates) => Truth::any(&mut candidates.iter().map(|candidate| holds(&candidate.conditions))),
    }
}

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    Answer::at(some_contract(ask, Conditions::actual), Place::of(&place::CONTRACTS))
}

pub(crate) fn not_suspended<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    Answer::of(some_contract(ask, Conditions::usable), || {
        let candidates = ask.findings.contracts(ask.question).unwrap_or_default();
        let first = candidates.iter().find(|candidate| candidate.conditions.actual().is_yes());
        Failure::at(first.map(|first| first.contract.place(IS_SUSPENDED)))
    })
}

pub(crate) fn has_division<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let found = some_contract(ask, |conditions| conditions.usable().and(conditions.division));
    Answer::at(found, ask.question.reference_at(DIVISION_ID))
}
