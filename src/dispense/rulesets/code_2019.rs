//! `code-2019`: the open source code of the system, release 9.2.0 of June 2019, in its order. It reads no settings of
//! programs.
//!
//! Messages are the system's own, verbatim.

use crate::dispense::checks::{contract, medication, party, prescription, program};
use crate::dispense::ruleset::Need::{Division, On, Passed, PassedForProgram, Program};
use crate::dispense::ruleset::{Check, Need, Parameter, Ruleset, answer, at, invalid, once, per_detail, per_program};

/// `D·P <= R·Q + TOLERANCE·P` and `D·P >= (1 − DEVIATION)·R·Q`.
pub(crate) static RULESET: Ruleset = Ruleset {
    name: "code-2019",
    tolerance: Parameter::Config("TOLERANCE", 10_000),
    deviation: Parameter::Config("DEVIATION", 100_000),
    create_dispense: CREATE_DISPENSE,
    qualify: QUALIFY,
};

const PRESCRIPTION: Need = Passed("medication_request_exists");
/// Of a qualification: the program was found, and is active.
const FOUND: Need = Passed("program_exists");

#[rustfmt::skip]
const CREATE_DISPENSE: &[Check] = &[
    once("legal_entity_exists", party::legal_entity_exists, &[],
        &[at(422, "Legal entity not found", "$.legal_entity_id")]),
    once("legal_entity_active", party::legal_entity_active, &[Passed("legal_entity_exists")],
        &[answer(409, "Legal entity is not active")]),
    once("legal_entity_type", party::legal_entity_type, &[Passed("legal_entity_exists")],
        &[answer(409, "Invalid legal entity type")]),
    once("medication_request_exists", prescription::exists, &[],
        &[at(422, "Medication request not found", "$.medication_request_id")]),
    once("medication_request_active", prescription::active, &[PRESCRIPTION],
        &[answer(409, "Medication request is not active")]),
    once("dispense_period", prescription::period, &[PRESCRIPTION],
        &[answer(409, "Invalid dispense period")]),
    once("intent", prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with intent PLAN cannot be dispensed")]),
    once("employee", party::employee, &[],
        &[answer(403, "Employee id doesn't match")]),
    once("division_exists", party::division_exists, &[Division],
        &[at(422, "Division not found", "$.division_id")]),
    once("division_active", party::division_active_and_owned, &[Division, Passed("division_exists")],
        &[answer(409, "Division is not active")]),
    once("division_dls", party::division_dls,
        &[On("DISPENSE_DIVISION_DLS_VERIFY"), Division, Passed("division_exists")],
        &[answer(409, "Invalid division dls status")]),
    once("program_exists", program::exists, &[Program],
        &[at(422, "Medical program not found", "$.medical_program_id")]),
    once("program_active", program::active, &[Program, Passed("program_exists")],
        &[answer(409, "Medical program is not active")]),
    once("program_matches", program::matches, &[PRESCRIPTION],
        &[at(422, "Medical program in dispense doesn't match the one in medication request", "$.medical_program_id")]),
    once("contract_exists", contract::exists, &[Program],
        &[answer(409, "Program cannot be used - no active contract exists")]),
    once("contract_not_suspended", contract::not_suspended, &[Program, Passed("contract_exists")],
        &[answer(409, "Contract is suspended")]),
    once("contract_division", contract::has_division, &[Program, Division, Passed("contract_not_suspended")],
        &[answer(409, "Division should be participant of a contract to create dispense")]),
    per_detail("medication_exists", medication::exists, &[],
        &[at(422, "Medication not found", "$.dispense_details.[i].medication_id")]),
    per_detail("medication_active", medication::active, &[Passed("medication_exists")],
        &[at(422, "medication is not active", "$.dispense_details.[i].medication_id")]),
    per_detail("medication_participant", medication::participant, &[Program, Passed("medication_active")],
        &[at(422, "medication is not a participant of program", "$.dispense_details.[i].medication_id")]),
    per_detail("discount_amount", medication::discount_amount, &[Program, Passed("medication_participant")],
        &[at(422, "Requested discount price does not satisfy allowed reimbursement amount",
             "$.dispense_details.[i].discount_amount")]),
    once("code", prescription::code_or_four_zeros, &[PRESCRIPTION],
        &[answer(401, "Incorrect code")]),
    per_program("innm_participant", program::innm_participant, &[Program, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program 'DOSTUPNI LIKI' !")]),
    per_program("same_innm", program::same_innm, &[Program, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
    once("qualify", program::qualify, &[Program],
        &[answer(409, "Medication request can not be dispensed. Invoke qualify medication request API to get detailed info")]),
    once("other_dispenses", prescription::no_other_dispense, &[PRESCRIPTION],
        &[answer(403, "Active medication dispense already exists")]),
    once("quantity", prescription::quantity, &[PRESCRIPTION],
        &[at(422, "dispensed medication quantity must be equal to medication quantity in Medication Request",
             "$.medication_request.medication_qty")]),
    per_detail("multiplicity", medication::multiple_of_minimum,
        &[PassedForProgram("medication_participant"), Passed("medication_exists")],
        &[at(422, "Requested medication brand quantity must be a multiplier of package minimal quantity",
             "$.dispense_details.[i].medication_qty")]),
];

#[rustfmt::skip]
const QUALIFY: &[Check] = &[
    once("medication_request_exists", prescription::exists, &[],
        &[answer(404, "Medication request not found")]),
    once("medication_request_active", prescription::active, &[PRESCRIPTION],
        &[answer(409, "Invalid status Medication request for qualify action!")]),
    once("intent", prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with type (intent) PLAN cannot be qualified")]),
    per_program("program_exists", program::exists_and_active, &[Program],
        &[at(422, "Medical program not found", "$.programs.[i].id")]),
    per_program("innm_participant", program::innm_participant, &[Program, FOUND, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program 'DOSTUPNI LIKI' !")]),
    per_program("same_innm", program::same_innm, &[Program, FOUND, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
];
