/** What does a snapshot need, so that every check is decided? A dispense of one whole package under a contract of the year, to be changed. */
import type { DispenseSnapshot } from "../../engine/engine";

export function skeleton(today: string): DispenseSnapshot {
  const year = today.slice(0, 4);
  return {
    ruleset: "page-2022",
    operation: "create_dispense",
    current_date: today,
    config: { DISPENSE_DIVISION_DLS_VERIFY: true, MEDICAL_PROGRAM_PROVISION_VERIFY: true, MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES: ["PHARMACY"] },
    token: { client_id: "legal-entity", user_id: "user" },
    request: {
      code: null,
      medication_dispense: {
        medication_request_id: "prescription",
        division_id: "pharmacy",
        medical_program_id: "program",
        dispense_details: [{ medication_id: "brand", medication_qty: "30", discount_amount: "0.00" }],
      },
    },
    medication_request: {
      id: "prescription", status: "ACTIVE", is_active: true, intent: "order", dispense_valid_from: today, dispense_valid_to: `${year}-12-31`,
      medication_id: "ingredient", medication_qty: "30", medical_program_id: "program", verification_code: null, based_on: null, is_blocked: false,
    },
    legal_entities: [{ id: "legal-entity", type: "PHARMACY", status: "ACTIVE", is_active: true }],
    employees: [{ id: "employee", user_id: "user", legal_entity_id: "legal-entity", status: "APPROVED", is_active: true }],
    divisions: [{ id: "pharmacy", legal_entity_id: "legal-entity", status: "ACTIVE", is_active: true, dls_verified: true }],
    medical_programs: [{ id: "program", is_active: true, medical_program_settings: {} }],
    program_medications: [
      {
        id: "participant", medical_program_id: "program", medication_id: "brand", is_active: true,
        reimbursement: { type: "FIXED", reimbursement_amount: "10.00" }, package_qty_divisible: true,
      },
    ],
    medications: [
      {
        id: "brand", type: "BRAND", is_active: true, package_qty: "30", package_min_qty: "10",
        ingredients: [{ is_primary: true, medication_child_id: "ingredient" }],
      },
    ],
    contracts: [
      {
        id: "contract", contract_number: "1", type: "REIMBURSEMENT", status: "VERIFIED", is_active: true, is_suspended: false,
        start_date: `${year}-01-01`, end_date: `${year}-12-31`, contractor_legal_entity_id: "legal-entity", medical_program_id: "program",
        contract_divisions: ["pharmacy"],
      },
    ],
    medical_program_provisions: [{ id: "provision", medical_program_id: "program", division_id: "pharmacy", contract_number: "1", is_active: true }],
    care_plans: [],
    care_plan_activities: [],
    medication_dispenses: [],
    overlapping_dispensed_innm_ids: [],
  };
}
