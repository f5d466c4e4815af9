//! `page-2022`: the source document, a version of the page *Create Medication Dispense*, in the system's order.
//!
//! Messages are the system's own, verbatim. The document's order is certain for contract < care plan < division < code <
//! amount; the rest of it is that of the 2019 code and of later pages.

use crate::dispense::check::Need::{Division, DivisionFound, On, Passed, PassedForProgram, Program, Settings, Unless};
use crate::dispense::check::{
    Check, Need, Ruleset, answer, at, at_each, at_with, invalid, invalid_with, once, per_detail, per_program,
};
use crate::dispense::check_id::DispenseCheckId as Id;
use crate::dispense::checks::{care_plan, contract, medication, party, prescription, program, provision};
use crate::dispense::discount::Parameter;
use crate::dispense::fields;

/// `D·P <= R·Q`, and no lower limit.
pub(crate) static RULESET: Ruleset = Ruleset {
    tolerance: Parameter::Fixed(0),
    deviation: Parameter::Fixed(1_000_000),
    create_dispense: CREATE_DISPENSE,
    qualify: QUALIFY,
};

const DLS: Need = On(fields::DISPENSE_DIVISION_DLS_VERIFY);
const PROVISION: Need = On(fields::MEDICAL_PROGRAM_PROVISION_VERIFY);
const CONTRACT: Need = Unless(fields::SKIP_CONTRACT_PROVISION_VERIFY);
const PRESCRIPTION: Need = Passed(Id::MedicationRequestExists);
/// DECISION: a setting that skips a check skips it; it does not pass it. Case: dispense_2022_settings/skip-innm-period
const INNM: Need = Unless(fields::SKIP_MNN_IN_TREATMENT_PERIOD);
/// Of a qualification: the program was found, and is active.
const FOUND: Need = Passed(Id::ProgramExists);

#[rustfmt::skip]
const CREATE_DISPENSE: &[Check] = &[
    once(Id::LegalEntityExists, party::legal_entity_exists, &[],
        &[at(422, "Legal entity not found", "$.legal_entity_id")]),
    once(Id::LegalEntityActive, party::legal_entity_active, &[Passed(Id::LegalEntityExists)],
        &[answer(422, "Legal entity is not active")]),
    once(Id::LegalEntityType, party::legal_entity_type, &[Passed(Id::LegalEntityExists)],
        &[answer(409, "Invalid legal entity type")]),
    once(Id::MedicationRequestExists, prescription::exists, &[],
        &[at(422, "Medication request not found", "$.medication_request_id")]),
    once(Id::MedicationRequestActive, prescription::active, &[PRESCRIPTION],
        &[answer(409, "Medication request is not active")]),
    once(Id::DispensePeriod, prescription::period, &[PRESCRIPTION],
        &[answer(409, "Invalid dispense period")]),
    once(Id::MedicationRequestBlocked, prescription::not_blocked, &[PRESCRIPTION],
        &[answer(422, "Medication request is blocked")]),
    once(Id::Intent, prescription::intent, &[PRESCRIPTION],
        &[answer(409, "Medication request with intent PLAN cannot be dispensed")]),
    once(Id::Employee, party::employee, &[],
        &[answer(403, "Employee id doesn't match")]),
    once(Id::ProgramExists, program::exists, &[Program],
        &[at(422, "Medical program not found", "$.medical_program_id")]),
    once(Id::ProgramActive, program::active, &[Program, Passed(Id::ProgramExists)],
        &[answer(409, "Medical program is not active")]),
    once(Id::ProgramMatches, program::matches, &[PRESCRIPTION],
        &[at(422, "Medical program in dispense doesn't match the one in medication request", "$.medical_program_id")]),
    once(Id::ContractExists, contract::exists, &[Program, CONTRACT],
        &[answer(409, "Program cannot be used - no active contract exists")]),
    once(Id::ContractNotSuspended, contract::not_suspended, &[Program, CONTRACT, Passed(Id::ContractExists)],
        &[answer(409, "Contract is suspended")]),
    once(Id::ContractDivision, contract::has_division, &[Program, CONTRACT, Division, Passed(Id::ContractNotSuspended)],
        &[answer(409, "Division should be participant of a contract to create dispense")]),
    per_detail(Id::MedicationExists, medication::exists, &[],
        &[at_each(422, "Medication not found", "$.dispense_details.[", "].medication_id")]),
    per_detail(Id::MedicationActive, medication::active, &[Passed(Id::MedicationExists)],
        &[at_each(422, "medication is not active", "$.dispense_details.[", "].medication_id")]),
    per_detail(Id::MedicationParticipant, medication::participant, &[Program, Passed(Id::MedicationActive)],
        &[at_each(422, "medication is not a participant of program", "$.dispense_details.[", "].medication_id")]),
    once(Id::CarePlanStatus, care_plan::plan, &[PRESCRIPTION],
        &[answer(409, "Invalid care plan status")]),
    once(Id::ActivityStatus, care_plan::activity, &[PRESCRIPTION],
        &[answer(409, "Invalid activity status")]),
    once(Id::DivisionActive, party::division_found_and_active, &[Division],
        &[answer(409, "Division is not active")]),
    once(Id::DivisionOwner, party::division_owner, &[Division, DivisionFound(Id::DivisionActive)],
        &[answer(409, "Division does not belong to user's legal entity")]),
    once(Id::DivisionDls, party::division_dls, &[DLS, Division, DivisionFound(Id::DivisionActive)],
        &[answer(409, "Division is not verified in DLS")]),
    per_program(Id::ProvisionActive, provision::active, &[Program, PROVISION, CONTRACT, Division],
        &[invalid("Division does not provide the medical program")]),
    per_program(Id::ProvisionContract, provision::contract,
        &[Program, PROVISION, CONTRACT, Division, Passed(Id::ProvisionActive)],
        &[invalid("Medical program provision is not related to any actual contract for the current date")]),
    once(Id::Code, prescription::code, &[PRESCRIPTION],
        &[answer(401, "Incorrect code"), answer(401, "Missing or Invalid code")]),
    per_program(Id::InnmParticipant, program::innm_participant, &[Program, PRESCRIPTION],
        &[invalid_with("Innm not on the list of approved innms for program '", "<name>", "'")]),
    per_program(Id::SameInnm, program::same_innm, &[Program, INNM, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
    once(Id::Qualify, program::qualify, &[Program],
        &[answer(409, "Medication request can not be dispensed. Invoke qualify medication request API to get detailed info")]),
    once(Id::OtherDispenses, prescription::no_other_dispense_unless_multi, &[PRESCRIPTION, Settings],
        &[answer(422, "Active medication dispense already exist."),
          answer(403, "No more medication dispense could be done with this medication request")]),
    once(Id::Quantity, prescription::quantity_or_less_if_multi, &[PRESCRIPTION, Settings],
        &[at(422, "dispensed medication quantity must be equal to medication quantity in Medication Request",
             "$.medication_request.medication_qty"),
          at_with(422, "Dispensed medication quantity must be lower or equal to medication quantity in Medication Request. Available quantity is ", "<n>",
             "$.medication_request.medication_qty")]),
    per_detail(Id::Multiplicity, medication::multiple_of_package_unless_divisible,
        &[PassedForProgram(Id::MedicationParticipant), Passed(Id::MedicationExists)],
        &[answer(422, "Requested medication brand quantity must be a multiplier of package_min_qty (or package_qty if program_medication.package_quantity_divisible = false)")]),
    per_detail(Id::DiscountAmount, medication::discount_amount, &[Program, Passed(Id::MedicationParticipant)],
        &[at_each(422, "Requested discount price does not satisfy allowed reimbursement amount",
             "$.dispense_details.[", "].discount_amount")]),
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
    once(Id::CarePlanStatus, care_plan::plan, &[PRESCRIPTION],
        &[answer(409, "Invalid care plan status")]),
    once(Id::ActivityStatus, care_plan::activity, &[PRESCRIPTION],
        &[answer(409, "Invalid activity status")]),
    once(Id::DivisionActive, party::division_found_and_active, &[Division],
        &[answer(409, "Division is not active")]),
    once(Id::DivisionOwner, party::division_owner, &[Division, DivisionFound(Id::DivisionActive)],
        &[answer(409, "Division does not belong to user's legal entity")]),
    once(Id::DivisionDls, party::division_dls, &[DLS, Division, DivisionFound(Id::DivisionActive)],
        &[answer(409, "Division is not verified in DLS")]),
    per_program(Id::ProvisionActive, provision::active, &[Program, FOUND, PROVISION, CONTRACT, Division],
        &[invalid("Division does not provide the medical program")]),
    per_program(Id::ProvisionContract, provision::contract,
        &[Program, FOUND, PROVISION, CONTRACT, Division, Passed(Id::ProvisionActive)],
        &[invalid("Medical program provision is not related to any actual contract for the current date")]),
    per_program(Id::InnmParticipant, program::innm_participant, &[Program, FOUND, PRESCRIPTION],
        &[invalid_with("Innm not on the list of approved innms for program '", "<name>", "'")]),
    per_program(Id::SameInnm, program::same_innm, &[Program, FOUND, INNM, PRESCRIPTION],
        &[invalid("For the patient at the same term there can be only 1 dispensed medication request per one and the same innm!")]),
];
