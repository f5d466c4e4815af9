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
use crate::dispense::question::{DIVISION_ID, Question, place};

impl<'j> Question<'j> {
    /// What the seven conditions compare a contract with.
    pub(crate) fn about_contracts<'a>(
        &'a self,
        program: &'a crate::dispense::question::Program<'j>,
    ) -> ContractQuestion<'a> {
        ContractQuestion {
            today: self.snapshot.today,
            client_id: self.of_token("client_id"),
            division_id: self.reference(DIVISION_ID),
            medical_program_id: program.id.clone(),
        }
    }
}

fn conditions(ask: &Ask<'_, '_>, contract: Entity<'_, '_>) -> Conditions {
    Conditions::of(&contract, &ask.question.about_contracts(ask.program))
}

fn some_contract(ask: &Ask<'_, '_>, holds: fn(&Conditions) -> Truth) -> Truth {
    entity::any(ask.question.root().rows(&place::CONTRACTS), &|contract| holds(&conditions(ask, contract)))
}

fn usable(conditions: &Conditions) -> Truth {
    conditions.actual().and(conditions.not_suspended.clone())
}

pub(crate) fn exists(ask: &Ask<'_, '_>) -> Answer {
    Answer::of(some_contract(ask, Conditions::actual), || Failure::at(place::CONTRACTS.pointer()))
}

pub(crate) fn not_suspended(ask: &Ask<'_, '_>) -> Answer {
    Answer::of(some_contract(ask, usable), || {
        let rows = ask.question.root().rows(&place::CONTRACTS);
        let first = rows.ok().and_then(|rows| rows.iter().find(|row| conditions(ask, *row).actual().is_yes()));
        Failure::at(first.map_or_else(String::new, |contract| contract.place("is_suspended")))
    })
}

pub(crate) fn has_division(ask: &Ask<'_, '_>) -> Answer {
    Answer::of(some_contract(ask, |conditions| usable(conditions).and(conditions.division.clone())), || {
        Failure::at(ask.question.reference_place(DIVISION_ID))
    })
}
