//! `code-2019`: the open source code of the system, release 9.2.0 of June 2019, in its order. It reads no settings of
//! programs.
//!
//! Messages are the system's own, verbatim.

use crate::dispense::check::Need::{Division, On, Passed, PassedForProgram, Program};
use crate::dispense::check::{Check, Need, Ruleset, answer, at, at_each, invalid, once, per_detail, per_program};
use crate::dispense::check_id::DispenseCheckId as Id;
use crate::dispense::checks::{contract, medication, party, prescription, program};
use crate::dispense::discount::Parameter;
use crate::dispense::fields;

/// `D·P <= R·Q + TOLERANCE·P` and `D·P >= (1 − DEVIATION)·R·Q`.
pub(crate) static RULESET: Ruleset = Ruleset {
    tolerance: Parameter::Config(fields::TOLERANCE, 10_000),
    deviation: Parameter::Config(fields::DEVIATION, 100_000),
    create_dispense: CREATE_DISPENSE,
    qualify: QUALIFY,
};

const PRESCRIPTION: Need = Passed(Id::MedicationRequestExists);
/// Of a qualification: the program was found, and is active.
const FOUND: Need = Passed(Id::ProgramExists);

#[rustfmt::skip]
const CREATE_DISPENSE: &[Check] = &[
    once(Id::LegalEntityExists, party::legal_entity_exists, &[],
        &[at(422, "Legal entity not found", "$.legal_entity_id")]),
    once(Id::LegalEntityActive, party::legal_entity_active, &[Passed(Id::LegalEntityExists)],
        &[answer(409, "Legal entity is not active")]),
    once(Id::LegalEntityType, party::legal_entity_type, &[Passed(Id::LegalEntityExists)],
        &[answer(409, "Invalid legal entity type")]),
    once(Id::MedicationRequestExists, prescription::exists, &[],
        &[at(422, "Medication request not found", "$.medication_request_id")]),
    once(Id::MedicationRequestActive, prescription::active, &[PRESCRIPTION],
        &[answer(409, "Medication request is not active")]),
    once(Id::DispensePeriod, prescription::period, &[PRESCRIPTION],
        &[answer(409, "Invalid dispense period")]),
    once(Id::Intent, prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with intent PLAN cannot be dispensed")]),
    once(Id::Employee, party::employee, &[],
        &[answer(403, "Employee id doesn't match")]),
    once(Id::DivisionExists, party::division_exists, &[Division],
        &[at(422, "Division not found", "$.division_id")]),
    once(Id::DivisionActive, party::division_active_and_owned, &[Division, Passed(Id::DivisionExists)],
        &[answer(409, "Division is not active")]),
    once(Id::DivisionDls, party::division_dls,
        &[On(fields::DISPENSE_DIVISION_DLS_VERIFY), Division, Passed(Id::DivisionExists)],
        &[answer(409, "Invalid division dls status")]),
    once(Id::ProgramExists, program::exists, &[Program],
        &[at(422, "Medical program not found", "$.medical_program_id")]),
    once(Id::ProgramActive, program::active, &[Program, Passed(Id::ProgramExists)],
        &[answer(409, "Medical program is not active")]),
    once(Id::ProgramMatches, program::matches, &[PRESCRIPTION],
        &[at(422, "Medical program in dispense doesn't match the one in medication request", "$.medical_program_id")]),
    once(Id::ContractExists, contract::exists, &[Program],
        &[answer(409, "Program cannot be used - no active contract exists")]),
    once(Id::ContractNotSuspended, contract::not_suspended, &[Program, Passed(Id::ContractExists)],
        &[answer(409, "Contract is suspended")]),
    once(Id::ContractDivision, contract::has_division, &[Program, Division, Passed(Id::ContractNotSuspended)],
        &[answer(409, "Division should be participant of a contract to create dispense")]),
    per_detail(Id::MedicationExists, medication::exists, &[],
        &[at_each(422, "Medication not found", "$.dispense_details.[", "].medication_id")]),
    per_detail(Id::MedicationActive, medication::active, &[Passed(Id::MedicationExists)],
        &[at_each(422, "medication is not active", "$.dispense_details.[", "].medication_id")]),
    per_detail(Id::MedicationParticipant, medication::participant, &[Program, Passed(Id::MedicationActive)],
        &[at_each(422, "medication is not a participant of program", "$.dispense_details.[", "].medication_id")]),
    per_detail(Id::DiscountAmount, medication::discount_amount, &[Program, Passed(Id::MedicationParticipant)],
        &[at_each(422, "Requested discount price does not satisfy allowed reimbursement amount",
             "$.dispense_details.[", "].discount_amount")]),
    once(Id::Code, prescription::code_or_four_zeros, &[PRESCRIPTION],
        &[answer(401, "Incorrect code")]),
    per_program(Id::InnmParticipant, program::innm_participant, &[Program, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program 'DOSTUPNI LIKI' !")]),
    per_program(Id::SameInnm, program::same_innm, &[Program, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
    once(Id::Qualify, program::qualify, &[Program],
        &[answer(409, "Medication request can not be dispensed. Invoke qualify medication request API to get detailed info")]),
    once(Id::OtherDispenses, prescription::no_other_dispense, &[PRESCRIPTION],
        &[answer(403, "Active medication dispense already exists")]),
    once(Id::Quantity, prescription::quantity, &[PRESCRIPTION],
        &[at(422, "dispensed medication quantity must be equal to medication quantity in Medication Request",
             "$.medication_request.medication_qty")]),
    per_detail(Id::Multiplicity, medication::multiple_of_minimum,
        &[PassedForProgram(Id::MedicationParticipant), Passed(Id::MedicationExists)],
        &[at_each(422, "Requested medication brand quantity must be a multiplier of package minimal quantity",
             "$.dispense_details.[", "].medication_qty")]),
];

#[rustfmt::skip]
const QUALIFY: &[Check] = &[
    once(Id::MedicationRequestExists, prescription::exists, &[],
        &[answer(404, "Medication request not found")]),
    once(Id::MedicationRequestActive, prescription::active, &[PRESCRIPTION],
        &[answer(409, "Invalid status Medication request for qualify action!")]),
    once(Id::Intent, prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with type (intent) PLAN cannot be qualified")]),
    per_program(Id::ProgramExists, program::exists_and_active, &[Program],
        &[at_each(422, "Medical program not found", "$.programs.[", "].id")]),
    per_program(Id::InnmParticipant, program::innm_participant, &[Program, FOUND, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program 'DOSTUPNI LIKI' !")]),
    per_program(Id::SameInnm, program::same_innm, &[Program, FOUND, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
];
