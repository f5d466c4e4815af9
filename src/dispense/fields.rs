//! What are the sections of a snapshot and their fields called?

pub(crate) const RULESET: &str = "ruleset";
pub(crate) const OPERATION: &str = "operation";
pub(crate) const CURRENT_DATE: &str = "current_date";

// Sections.
pub(crate) const CONFIG: &str = "config";
pub(crate) const TOKEN: &str = "token";
pub(crate) const REQUEST: &str = "request";
pub(crate) const MEDICATION_REQUEST: &str = "medication_request";
pub(crate) const LEGAL_ENTITIES: &str = "legal_entities";
pub(crate) const EMPLOYEES: &str = "employees";
pub(crate) const DIVISIONS: &str = "divisions";
pub(crate) const MEDICAL_PROGRAMS: &str = "medical_programs";
pub(crate) const PROGRAM_MEDICATIONS: &str = "program_medications";
pub(crate) const MEDICATIONS: &str = "medications";
pub(crate) const CONTRACTS: &str = "contracts";
pub(crate) const MEDICAL_PROGRAM_PROVISIONS: &str = "medical_program_provisions";
pub(crate) const CARE_PLANS: &str = "care_plans";
pub(crate) const CARE_PLAN_ACTIVITIES: &str = "care_plan_activities";
pub(crate) const MEDICATION_DISPENSES: &str = "medication_dispenses";
pub(crate) const OVERLAPPING_DISPENSED_INNM_IDS: &str = "overlapping_dispensed_innm_ids";

// Of several kinds of entities.
pub(crate) const ID: &str = "id";
pub(crate) const TYPE: &str = "type";
pub(crate) const NAME: &str = "name";
pub(crate) const STATUS: &str = "status";
pub(crate) const IS_ACTIVE: &str = "is_active";
pub(crate) const CLIENT_ID: &str = "client_id";
pub(crate) const USER_ID: &str = "user_id";
pub(crate) const LEGAL_ENTITY_ID: &str = "legal_entity_id";
pub(crate) const DIVISION_ID: &str = "division_id";
pub(crate) const MEDICATION_REQUEST_ID: &str = "medication_request_id";
pub(crate) const MEDICAL_PROGRAM_ID: &str = "medical_program_id";
pub(crate) const MEDICATION_ID: &str = "medication_id";
pub(crate) const MEDICATION_QTY: &str = "medication_qty";
pub(crate) const CONTRACT_NUMBER: &str = "contract_number";

// The configuration.
pub(crate) const DISPENSE_DIVISION_DLS_VERIFY: &str = "DISPENSE_DIVISION_DLS_VERIFY";
pub(crate) const MEDICAL_PROGRAM_PROVISION_VERIFY: &str = "MEDICAL_PROGRAM_PROVISION_VERIFY";
pub(crate) const MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES: &str = "MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES";
pub(crate) const TOLERANCE: &str = "TOLERANCE";
pub(crate) const DEVIATION: &str = "DEVIATION";

// The request.
pub(crate) const CODE: &str = "code";
pub(crate) const PROGRAMS: &str = "programs";
pub(crate) const MEDICATION_DISPENSE: &str = "medication_dispense";
pub(crate) const DISPENSE_DETAILS: &str = "dispense_details";
pub(crate) const DISCOUNT_AMOUNT: &str = "discount_amount";

// The prescription.
pub(crate) const INTENT: &str = "intent";
pub(crate) const DISPENSE_VALID_FROM: &str = "dispense_valid_from";
pub(crate) const DISPENSE_VALID_TO: &str = "dispense_valid_to";
pub(crate) const VERIFICATION_CODE: &str = "verification_code";
pub(crate) const BASED_ON: &str = "based_on";
pub(crate) const IS_BLOCKED: &str = "is_blocked";

// Divisions, programs and their medications.
pub(crate) const DLS_VERIFIED: &str = "dls_verified";
pub(crate) const MEDICAL_PROGRAM_SETTINGS: &str = "medical_program_settings";
pub(crate) const SKIP_CONTRACT_PROVISION_VERIFY: &str = "skip_contract_provision_verify";
pub(crate) const SKIP_MNN_IN_TREATMENT_PERIOD: &str = "skip_mnn_in_treatment_period";
pub(crate) const MULTI_MEDICATION_DISPENSE_ALLOWED: &str = "multi_medication_dispense_allowed";
pub(crate) const REIMBURSEMENT: &str = "reimbursement";
pub(crate) const REIMBURSEMENT_AMOUNT: &str = "reimbursement_amount";
pub(crate) const PACKAGE_QTY_DIVISIBLE: &str = "package_qty_divisible";
pub(crate) const PACKAGE_QTY: &str = "package_qty";
pub(crate) const PACKAGE_MIN_QTY: &str = "package_min_qty";
pub(crate) const INGREDIENTS: &str = "ingredients";
pub(crate) const IS_PRIMARY: &str = "is_primary";
pub(crate) const MEDICATION_CHILD_ID: &str = "medication_child_id";

// Contracts and other dispenses.
pub(crate) const IS_SUSPENDED: &str = "is_suspended";
pub(crate) const START_DATE: &str = "start_date";
pub(crate) const END_DATE: &str = "end_date";
pub(crate) const CONTRACTOR_LEGAL_ENTITY_ID: &str = "contractor_legal_entity_id";
pub(crate) const CONTRACT_DIVISIONS: &str = "contract_divisions";
pub(crate) const DETAILS: &str = "details";

/// Values that checks compare with. A registry may have others.
pub(crate) mod value {
    pub(crate) const ACTIVE: &str = "ACTIVE";
    pub(crate) const APPROVED: &str = "APPROVED";
    pub(crate) const VERIFIED: &str = "VERIFIED";
    pub(crate) const NEW: &str = "NEW";
    pub(crate) const PROCESSED: &str = "PROCESSED";
    pub(crate) const BRAND: &str = "BRAND";
    pub(crate) const FIXED: &str = "FIXED";
    pub(crate) const ORDER: &str = "order";
    /// Of a contract, in any case.
    pub(crate) const REIMBURSEMENT: &str = "reimbursement";
    pub(crate) const CARE_PLAN: &str = "care_plan";
    pub(crate) const ACTIVITY: &str = "activity";
    /// Of a care plan.
    pub(crate) const ACTIVE_PLAN: &str = "active";
    /// Of an activity.
    pub(crate) const SCHEDULED: &str = "scheduled";
    pub(crate) const IN_PROGRESS: &str = "in_progress";
}
