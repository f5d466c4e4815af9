//! The provision: does the division provide the program, under a contract of today?

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::check::Ask;
use crate::dispense::contract;
use crate::dispense::entity::Entity;
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::fields::{
    CONTRACT_NUMBER, DIVISION_ID, IS_ACTIVE, MEDICAL_PROGRAM_ID, MEDICAL_PROGRAM_PROVISIONS, STATUS, value,
};
use crate::dispense::known::Truth;
use crate::dispense::missing::Missing;
use crate::dispense::place::{self, Place};
use crate::dispense::question::Possible;
use crate::dispense::shape::MAX_FEW;
use crate::ground::small::listed::Listed;

/// The provisions of the program by the division, or those that may be.
fn provisions<'q, 'j>(ask: &Ask<'q, 'j>) -> Result<&'q [Possible<'j>], Missing<'j>> {
    let found = ask.program.provisions.get_or_init(|| {
        let division = ask.question.reference(DIVISION_ID);
        let wanted = [Same(MEDICAL_PROGRAM_ID, ask.program.id), Same(DIVISION_ID, division), On(IS_ACTIVE)];
        let candidates = ask.question.lists.provisions.candidates(ask.program.id)?;
        let provisions = candidates.iter().map(|provision| (provision, provision.meets(&wanted)));
        Ok(provisions.filter(|(_, is_of)| !is_of.is_no()).listed())
    });
    found.as_deref().map_err(|missing| *missing)
}

pub(crate) fn active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let found = match provisions(ask) {
        Err(missing) => Truth::Unknown(missing),
        Ok(provisions) => Truth::any(&mut provisions.iter().map(|(_, is_of)| *is_of)),
    };
    Answer::at(found, Place::of(&place::PROVISIONS))
}

/// One of the provisions that the check above found is enough; and one that it may have found may be enough.
///
/// DECISION: the page speaks of one provision. Case: dispense_2022_settings/provision-second-has-contract
pub(crate) fn contract<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let provisions = match provisions(ask) {
        Ok(provisions) => provisions,
        Err(missing) => return Answer::Unknown(missing),
    };
    let mut first = None;
    let mut found = Truth::No;
    for (index, (provision, is_of)) in provisions.iter().enumerate() {
        first = first.or(Some(provision).filter(|_| is_of.is_yes()));
        // Each may have to be compared with every contract.
        let actual = if index < MAX_FEW {
            is_of.and(has_contract(ask, provision))
        } else {
            Truth::Unknown(ask.question.root().missing(MEDICAL_PROGRAM_PROVISIONS))
        };
        found = found.or(actual);
        if found.is_yes() || index >= MAX_FEW {
            break;
        }
    }
    Answer::of(found, || Failure::at(first.map(|provision| provision.place(CONTRACT_NUMBER))))
}

fn has_contract<'j>(ask: &Ask<'_, 'j>, provision: &Entity<'j>) -> Truth<'j> {
    let number = provision.text(CONTRACT_NUMBER);
    let today = ask.question.snapshot.today;
    ask.question.lists.contracts.any(number, &|row| {
        row.meets(&[Same(CONTRACT_NUMBER, number), On(IS_ACTIVE), Is(STATUS, value::VERIFIED)])
            .and(contract::is_reimbursement(&row))
            .and(contract::is_within(&row, today))
    })
}
