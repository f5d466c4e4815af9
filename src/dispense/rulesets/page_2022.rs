//! `page-2022`: the source document, a version of the page *Create Medication Dispense*, in the system's order.
//!
//! Messages are the system's own, verbatim. The document's order is certain for contract < care plan < division < code <
//! amount; the rest of it is that of the 2019 code and of later pages.

use crate::dispense::checks::{care_plan, contract, medication, party, prescription, program, provision};
use crate::dispense::ruleset::Need::{
    Division, DivisionFound, On, Passed, PassedForProgram, Program, Settings, Unless,
};
use crate::dispense::ruleset::{Check, Need, Parameter, Ruleset, answer, at, invalid, once, per_detail, per_program};

/// `D·P <= R·Q`, and no lower limit.
pub(crate) static RULESET: Ruleset = Ruleset {
    name: "page-2022",
    tolerance: Parameter::Fixed(0),
    deviation: Parameter::Fixed(1_000_000),
    create_dispense: CREATE_DISPENSE,
    qualify: QUALIFY,
};

const DLS: Need = On("DISPENSE_DIVISION_DLS_VERIFY");
const PROVISION: Need = On("MEDICAL_PROGRAM_PROVISION_VERIFY");
const CONTRACT: Need = Unless("skip_contract_provision_verify");
const PRESCRIPTION: Need = Passed("medication_request_exists");
/// DECISION: a setting that skips a check skips it; it does not pass it. Case: dispense_2022_settings/skip-innm-period
const INNM: Need = Unless("skip_mnn_in_treatment_period");
/// Of a qualification: the program was found, and is active.
const FOUND: Need = Passed("program_exists");

#[rustfmt::skip]
const CREATE_DISPENSE: &[Check] = &[
    once("legal_entity_exists", party::legal_entity_exists, &[],
        &[at(422, "Legal entity not found", "$.legal_entity_id")]),
    once("legal_entity_active", party::legal_entity_active, &[Passed("legal_entity_exists")],
        &[answer(422, "Legal entity is not active")]),
    once("legal_entity_type", party::legal_entity_type, &[Passed("legal_entity_exists")],
        &[answer(409, "Invalid legal entity type")]),
    once("medication_request_exists", prescription::exists, &[],
        &[at(422, "Medication request not found", "$.medication_request_id")]),
    once("medication_request_active", prescription::active, &[PRESCRIPTION],
        &[answer(409, "Medication request is not active")]),
    once("dispense_period", prescription::period, &[PRESCRIPTION],
        &[answer(409, "Invalid dispense period")]),
    once("medication_request_blocked", prescription::not_blocked, &[PRESCRIPTION],
        &[answer(422, "Medication request is blocked")]),
    once("intent", prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with intent PLAN cannot be dispensed")]),
    once("employee", party::employee, &[],
        &[answer(403, "Employee id doesn't match")]),
    once("program_exists", program::exists, &[Program],
        &[at(422, "Medical program not found", "$.medical_program_id")]),
    once("program_active", program::active, &[Program, Passed("program_exists")],
        &[answer(409, "Medical program is not active")]),
    once("program_matches", program::matches, &[PRESCRIPTION],
        &[at(422, "Medical program in dispense doesn't match the one in medication request", "$.medical_program_id")]),
    once("contract_exists", contract::exists, &[Program, CONTRACT],
        &[answer(409, "Program cannot be used - no active contract exists")]),
    once("contract_not_suspended", contract::not_suspended, &[Program, CONTRACT, Passed("contract_exists")],
        &[answer(409, "Contract is suspended")]),
    once("contract_division", contract::has_division, &[Program, CONTRACT, Division, Passed("contract_not_suspended")],
        &[answer(409, "Division should be participant of a contract to create dispense")]),
    per_detail("medication_exists", medication::exists, &[],
        &[at(422, "Medication not found", "$.dispense_details.[i].medication_id")]),
    per_detail("medication_active", medication::active, &[Passed("medication_exists")],
        &[at(422, "medication is not active", "$.dispense_details.[i].medication_id")]),
    per_detail("medication_participant", medication::participant, &[Program, Passed("medication_active")],
        &[at(422, "medication is not a participant of program", "$.dispense_details.[i].medication_id")]),
    once("care_plan_status", care_plan::plan, &[PRESCRIPTION],
        &[answer(409, "Invalid care plan status")]),
    once("activity_status", care_plan::activity, &[PRESCRIPTION],
        &[answer(409, "Invalid activity status")]),
    once("division_active", party::division_found_and_active, &[Division],
        &[answer(409, "Division is not active")]),
    once("division_owner", party::division_owner, &[Division, DivisionFound("division_active")],
        &[answer(409, "Division does not belong to user's legal entity")]),
    once("division_dls", party::division_dls, &[DLS, Division, DivisionFound("division_active")],
        &[answer(409, "Division is not verified in DLS")]),
    per_program("provision_active", provision::active, &[Program, PROVISION, CONTRACT, Division],
        &[invalid("Division does not provide the medical program")]),
    per_program("provision_contract", provision::contract,
        &[Program, PROVISION, CONTRACT, Division, Passed("provision_active")],
        &[invalid("Medical program provision is not related to any actual contract for the current date")]),
    once("code", prescription::code, &[PRESCRIPTION],
        &[answer(401, "Incorrect code"), answer(401, "Missing or Invalid code")]),
    per_program("innm_participant", program::innm_participant, &[Program, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program '<name>'")]),
    per_program("same_innm", program::same_innm, &[Program, INNM, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
    once("qualify", program::qualify, &[Program],
        &[answer(409, "Medication request can not be dispensed. Invoke qualify medication request API to get detailed info")]),
    once("other_dispenses", prescription::no_other_dispense_unless_multi, &[PRESCRIPTION, Settings],
        &[answer(422, "Active medication dispense already exist."),
          answer(403, "No more medication dispense could be done with this medication request")]),
    once("quantity", prescription::quantity_or_less_if_multi, &[PRESCRIPTION, Settings],
        &[at(422, "dispensed medication quantity must be equal to medication quantity in Medication Request",
             "$.medication_request.medication_qty"),
          at(422, "Dispensed medication quantity must be lower or equal to medication quantity in Medication Request. Available quantity is <n>",
             "$.medication_request.medication_qty")]),
    per_detail("multiplicity", medication::multiple_of_package_unless_divisible,
        &[PassedForProgram("medication_participant"), Passed("medication_exists")],
        &[answer(422, "Requested medication brand quantity must be a multiplier of package_min_qty (or package_qty if program_medication.package_quantity_divisible = false)")]),
    per_detail("discount_amount", medication::discount_amount, &[Program, Passed("medication_participant")],
        &[at(422, "Requested discount price does not satisfy allowed reimbursement amount",
             "$.dispense_details.[i].discount_amount")]),
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
    once("care_plan_status", care_plan::plan, &[PRESCRIPTION],
        &[answer(409, "Invalid care plan status")]),
    once("activity_status", care_plan::activity, &[PRESCRIPTION],
        &[answer(409, "Invalid activity status")]),
    once("division_active", party::division_found_and_active, &[Division],
        &[answer(409, "Division is not active")]),
    once("division_owner", party::division_owner, &[Division, DivisionFound("division_active")],
        &[answer(409, "Division does not belong to user's legal entity")]),
    once("division_dls", party::division_dls, &[DLS, Division, DivisionFound("division_active")],
        &[answer(409, "Division is not verified in DLS")]),
    per_program("provision_active", provision::active, &[Program, FOUND, PROVISION, CONTRACT, Division],
        &[invalid("Division does not provide the medical program")]),
    per_program("provision_contract", provision::contract,
        &[Program, FOUND, PROVISION, CONTRACT, Division, Passed("provision_active")],
        &[invalid("Medical program provision is not related to any actual contract for the current date")]),
    per_program("innm_participant", program::innm_participant, &[Program, FOUND, PRESCRIPTION],
        &[invalid("Innm not on the list of approved innms for program '<name>'")]),
    per_program("same_innm", program::same_innm, &[Program, FOUND, INNM, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
];
