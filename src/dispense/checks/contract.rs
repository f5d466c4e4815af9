//! The contract: three checks, each over the conditions of those before it and one more.
//!
//! ```text
//! exists: 1–4 and 6      not suspended: and 7      division: and 5
//! ```

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::contract::{Conditions, ContractQuestion};
use crate::dispense::entity::{self, Entity};
use crate::dispense::flow::Ask;
use crate::dispense::known::Truth;
use crate::dispense::question::{DIVISION_ID, Program, Question, place};

impl<'j> Question<'j> {
    /// What the seven conditions compare a contract with.
    pub(crate) fn about_contracts(&self, program: &Program<'j>) -> ContractQuestion<'j> {
        ContractQuestion {
            today: self.snapshot.today,
            client_id: self.of_token("client_id"),
            division_id: self.reference(DIVISION_ID),
            medical_program_id: program.id,
        }
    }
}

fn conditions<'j>(ask: &Ask<'_, 'j>, contract: Entity<'_, 'j>) -> Conditions<'j> {
    Conditions::of(&contract, &ask.question.about_contracts(ask.program))
}

fn some_contract<'j>(ask: &Ask<'_, 'j>, holds: fn(Conditions<'j>) -> Truth<'j>) -> Truth<'j> {
    entity::any(ask.question.root().rows(&place::CONTRACTS), &|contract| holds(conditions(ask, contract)))
}

fn usable<'j>(conditions: Conditions<'j>) -> Truth<'j> {
    conditions.actual().and(conditions.not_suspended)
}

pub(crate) fn exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    Answer::at(some_contract(ask, Conditions::actual), &place::CONTRACTS)
}

pub(crate) fn not_suspended<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    Answer::of(some_contract(ask, usable), || {
        let rows = ask.question.root().rows(&place::CONTRACTS);
        let first = rows.ok().and_then(|rows| rows.find(&|row| conditions(ask, row).actual().is_yes()));
        Failure::at(first.map_or_else(String::new, |contract| contract.place("is_suspended")))
    })
}

pub(crate) fn has_division<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let found = some_contract(ask, |conditions| usable(conditions).and(conditions.division));
    Answer::at(found, &ask.question.reference_at(DIVISION_ID))
}
