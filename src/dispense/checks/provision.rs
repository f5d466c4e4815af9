//! The provision: does the division provide the program, under a contract of today?

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::checks::party::IS_ACTIVE;
use crate::dispense::contract;
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::flow::Ask;
use crate::dispense::known::Truth;
use crate::dispense::question::{DIVISION_ID, MEDICAL_PROGRAM_ID, place};

const CONTRACT_NUMBER: &str = "contract_number";

fn is_of(ask: &Ask<'_, '_>, provision: Entity<'_, '_>) -> Truth {
    let division = ask.question.reference(DIVISION_ID);
    provision.meets(&[Same(MEDICAL_PROGRAM_ID, &ask.program.id), Same(DIVISION_ID, &division), On(IS_ACTIVE)])
}

pub(crate) fn active(ask: &Ask<'_, '_>) -> Answer {
    let found = entity::any(ask.question.root().rows(&place::PROVISIONS), &|provision| is_of(ask, provision));
    Answer::of(found, || Failure::at(place::PROVISIONS.pointer()))
}

/// Asked of the first provision that the check above found.
pub(crate) fn contract(ask: &Ask<'_, '_>) -> Answer {
    let rows = ask.question.root().rows(&place::PROVISIONS);
    let found = rows.map(|rows| rows.iter().find(|provision| is_of(ask, *provision).is_yes()));
    let provision = match found {
        Ok(Some(provision)) => provision,
        Ok(None) => return Answer::Fails(Failure::at(place::PROVISIONS.pointer())),
        Err(missing) => return Answer::Unknown(missing),
    };
    let number = provision.text(CONTRACT_NUMBER);
    let today = ask.question.snapshot.today;
    let actual = entity::any(ask.question.root().rows(&place::CONTRACTS), &|row| {
        row.meets(&[Same(CONTRACT_NUMBER, &number), On(IS_ACTIVE), Is("status", contract::VERIFIED)])
            .and(contract::is_reimbursement(&row))
            .and(contract::is_within(&row, today))
    });
    Answer::of(actual, || Failure::at(provision.place(CONTRACT_NUMBER)))
}
