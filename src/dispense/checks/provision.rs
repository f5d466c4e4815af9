//! The provision: does the division provide the program, under a contract of today?

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::checks::party::IS_ACTIVE;
use crate::dispense::contract;
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::flow::Ask;
use crate::dispense::known::Truth;
use crate::dispense::question::{DIVISION_ID, MEDICAL_PROGRAM_ID, place};
use crate::dispense::shape::MAX_FEW;

const CONTRACT_NUMBER: &str = "contract_number";

fn is_of<'j>(ask: &Ask<'_, 'j>, provision: Entity<'_, 'j>) -> Truth<'j> {
    let division = ask.question.reference(DIVISION_ID);
    provision.meets(&[Same(MEDICAL_PROGRAM_ID, ask.program.id), Same(DIVISION_ID, division), On(IS_ACTIVE)])
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let found = entity::any(ask.question.root().rows(&place::PROVISIONS), &|provision| is_of(ask, provision));
    Answer::at(found, &place::PROVISIONS)
}

/// One of the provisions that the check above found is enough; and one that it may have found may be enough.
///
/// DECISION: the page speaks of one provision. Case: dispense_2022_settings/provision-second-has-contract
pub(crate) fn contract<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let provisions = match ask.question.root().rows(&place::PROVISIONS) {
        Ok(provisions) => provisions.iter().map(|provision| (provision, is_of(ask, provision))),
        Err(missing) => return Answer::Unknown(missing),
    };
    let mut first = None;
    let mut found = Truth::No;
    for (index, (provision, is_of)) in provisions.filter(|(_, is_of)| !is_of.is_no()).enumerate() {
        first = first.or(Some(provision).filter(|_| is_of.is_yes()));
        // Each is compared with every contract.
        let actual = if index < MAX_FEW {
            is_of.and(has_contract(ask, provision))
        } else {
            Truth::Unknown(ask.question.root().missing(place::PROVISIONS.name()))
        };
        found = found.or(actual);
        if found.is_yes() || index >= MAX_FEW {
            break;
        }
    }
    Answer::of(found, || Failure::at(first.map_or_else(String::new, |provision| provision.place(CONTRACT_NUMBER))))
}

fn has_contract<'j>(ask: &Ask<'_, 'j>, provision: Entity<'_, 'j>) -> Truth<'j> {
    let number = provision.text(CONTRACT_NUMBER);
    let today = ask.question.snapshot.today;
    entity::any(ask.question.root().rows(&place::CONTRACTS), &|row| {
        row.meets(&[Same(CONTRACT_NUMBER, number), On(IS_ACTIVE), Is("status", contract::VERIFIED)])
            .and(contract::is_reimbursement(&row))
            .and(contract::is_within(&row, today))
    })
}
