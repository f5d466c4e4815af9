import type { CalendarDate } from "./acts";
import type { DispenseCheckId } from "./dispense-checks";
import type { Annotations, AsJson } from "./json";

// ───────────────────────────── medication dispense ─────────────────────────────

/** Money: at most 12 digits before the point and 4 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?$ */
export type Money = string | number;

/** A quantity of a medication: at most 9 digits before the point and 4 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?$ */
export type Quantity = string | number;

/** At most 12 digits before the point and 6 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$ */
export type Tolerance = string | number;

/** From 0 to 1, at most 6 digits after the point.
 *  @minimum 0
 *  @maximum 1
 *  @pattern ^(?:0(?:\.[0-9]{1,6})?|1(?:\.0{1,6})?)$ */
export type Deviation = string | number;

/** The figures of one discount. */
export interface DiscountInput extends Annotations {
  /** What the program pays for this much of the medication. */
  discount_amount: Money;
  /** What the program pays for one whole package. */
  reimbursement_amount: Money;
  /** What is handed out. */
  medication_qty: Quantity;
  /** What a whole package holds; above 0. */
  package_qty: Quantity;
}

/** Whether a discount amount is allowed. */
export interface DiscountDecision {
  /** `discount_amount * package_qty <= reimbursement_amount * medication_qty`, decided without dividing. */
  allowed: boolean;
  /** reimbursement_amount * medication_qty / package_qty, rounded half-even to 6 decimals, without trailing zeros; for
   *  display only. */
  allowed_amount: string;
  /** discount_amount minus the allowed amount when positive, likewise; "0" otherwise. */
  excess: string;
}

/** `discount_amount * package_qty <= reimbursement_amount * medication_qty`, exactly, without dividing. Money has at most 12
 *  digits before the point and 4 after it, quantities 9 and 4. Throws "not_positive" for a package of 0. */
export function checkDiscountAmount(input: AsJson<DiscountInput>): DiscountDecision;

/**
 * The entities that a dispense is judged by, as the system itself knows them; field names are the system's own.
 *
 * A section that is absent is not known: what reads it is "unknown". `null` or `[]` means searched and not found. A field
 * that is absent is not known, either; `null` is a value. Unknown sections and names in `config` are errors; other fields
 * inside the token, the request and the entities are ignored.
 */
export interface DispenseSnapshot extends Annotations {
  /** Which generation of the system's rules. */
  ruleset: DispenseRuleset;
  /** Default "create_dispense".
   *  @default "create_dispense" */
  operation?: "create_dispense" | "qualify";
  /** The day of the question. */
  current_date: CalendarDate;
  /** Settings of the system. */
  config?: DispenseConfig;
  /** Who asks. */
  token?: DispenseToken;
  /** What is asked. */
  request?: DispenseRequest;
  /** The prescription. */
  medication_request?: MedicationRequest | null;
  legal_entities?: LegalEntity[] | null;
  employees?: Employee[] | null;
  divisions?: Division[] | null;
  medical_programs?: MedicalProgram[] | null;
  program_medications?: ProgramMedication[] | null;
  medications?: Medication[] | null;
  contracts?: Contract[] | null;
  medical_program_provisions?: MedicalProgramProvision[] | null;
  care_plans?: CarePlan[] | null;
  care_plan_activities?: CarePlan[] | null;
  /** Dispenses made before. */
  medication_dispenses?: MedicationDispense[] | null;
  /** The ingredients dispensed to the patient for the same time. */
  overlapping_dispensed_innm_ids?: string[] | null;
  [section: string]: unknown;
}

/** A generation of the system's rules. */
export type DispenseRuleset = "code-2019" | "page-2022";

/** Why a check is skipped or unknown: the check that failed, a pointer, or a reimbursement that has no rule. */
export type DispenseReason = DispenseCheckId | `/${string}` | "unsupported_reimbursement_type";

/** Settings of the system. A name that a check reads and that is absent is not known, but for the two with defaults. */
export interface DispenseConfig extends Annotations {
  /** Divisions must be verified in the DLS, the register of licences. */
  DISPENSE_DIVISION_DLS_VERIFY?: boolean | null;
  /** Programs must be provided by the division. */
  MEDICAL_PROGRAM_PROVISION_VERIFY?: boolean | null;
  /** The types of legal entities that may dispense. */
  MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES?: string[] | null;
  /** Of "code-2019": how far a discount may be above the allowed amount. Default 0.01.
   *  @default 0.01 */
  TOLERANCE?: Tolerance | null;
  /** Of "code-2019": which part of the allowed amount a discount may be below it. Default 0.1.
   *  @default 0.1 */
  DEVIATION?: Deviation | null;
}

export interface DispenseToken {
  /** The legal entity. */
  client_id?: string | null;
  user_id?: string | null;
  [field: string]: unknown;
}

/** Of a dispense: `code` and `medication_dispense`. Of a qualification: `medication_request_id`, `division_id`, `programs`. */
export interface DispenseRequest {
  /** The code that the patient was sent. Left out or null: none was given; an empty string is a code. */
  code?: string | null;
  medication_dispense?: RequestedDispense;
  medication_request_id?: string | null;
  /** Left out or null: none is given. */
  division_id?: string | null;
  /** The programs to qualify for; at most 100. */
  programs?: { id: string; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

export interface RequestedDispense {
  medication_request_id?: string | null;
  /** Left out or null: none is given. */
  division_id?: string | null;
  /** Left out or null: the dispense is paid by the patient alone. */
  medical_program_id?: string | null;
  /** What is handed out; at most 100. */
  dispense_details?: DispenseDetail[] | null;
  [field: string]: unknown;
}

export interface DispenseDetail {
  /** A brand. */
  medication_id?: string | null;
  medication_qty?: Quantity | null;
  /** What the program pays. */
  discount_amount?: Money | null;
  [field: string]: unknown;
}

/** A prescription. */
export interface MedicationRequest {
  id?: string | null;
  /** Must be "ACTIVE". */
  status?: string | null;
  is_active?: boolean | null;
  /** Must be "order". */
  intent?: string | null;
  dispense_valid_from?: CalendarDate | null;
  dispense_valid_to?: CalendarDate | null;
  /** The ingredient (INNM) that is prescribed. */
  medication_id?: string | null;
  medication_qty?: Quantity | null;
  medical_program_id?: string | null;
  /** null: no code is needed. */
  verification_code?: string | null;
  /** What it is based on; at most 100. */
  based_on?: { type?: string | null; id?: string | null; [field: string]: unknown }[] | null;
  is_blocked?: boolean | null;
  [field: string]: unknown;
}

export interface LegalEntity {
  id?: string | null;
  status?: string | null;
  is_active?: boolean | null;
  type?: string | null;
  [field: string]: unknown;
}

export interface Employee {
  user_id?: string | null;
  legal_entity_id?: string | null;
  /** Must be "APPROVED". */
  status?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** A pharmacy of a legal entity. */
export interface Division {
  id?: string | null;
  legal_entity_id?: string | null;
  status?: string | null;
  is_active?: boolean | null;
  dls_verified?: boolean | null;
  [field: string]: unknown;
}

export interface MedicalProgram {
  id?: string | null;
  name?: string | null;
  is_active?: boolean | null;
  /** Only read by "page-2022". null or {}: no setting is on. */
  medical_program_settings?: MedicalProgramSettings | null;
  [field: string]: unknown;
}

export interface MedicalProgramSettings {
  skip_contract_provision_verify?: boolean | null;
  skip_mnn_in_treatment_period?: boolean | null;
  multi_medication_dispense_allowed?: boolean | null;
  [field: string]: unknown;
}

/** That a program pays for a medication, and how much. */
export interface ProgramMedication {
  medical_program_id?: string | null;
  medication_id?: string | null;
  is_active?: boolean | null;
  /** For one whole package. Only the type "FIXED" has a rule. */
  reimbursement?: { type?: string | null; reimbursement_amount?: Money | null; [field: string]: unknown } | null;
  /** false: only whole packages are handed out. */
  package_qty_divisible?: boolean | null;
  [field: string]: unknown;
}

export interface Medication {
  id?: string | null;
  /** Only a "BRAND" is dispensed. */
  type?: string | null;
  is_active?: boolean | null;
  /** What a whole package holds. */
  package_qty?: Quantity | null;
  /** The least that can be taken out of a package. */
  package_min_qty?: Quantity | null;
  ingredients?: { is_primary?: boolean | null; medication_child_id?: string | null; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

export interface Contract {
  id: string;
  /** Must be "REIMBURSEMENT", in any case. */
  type?: string | null;
  /** Must be "VERIFIED". */
  status?: string | null;
  is_active?: boolean | null;
  is_suspended?: boolean | null;
  start_date?: CalendarDate | null;
  /** Left out or null: the contract does not hold. */
  end_date?: CalendarDate | null;
  contractor_legal_entity_id?: string | null;
  medical_program_id?: string | null;
  /** Instead of `medical_program_id`. */
  medical_programs?: string[] | null;
  contract_number?: string | null;
  /** Ids, or rows; a row whose `is_active` is false does not count. */
  contract_divisions?: (string | ContractDivision)[] | null;
  [field: string]: unknown;
}

export interface ContractDivision {
  division_id?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** That a division provides a program. */
export interface MedicalProgramProvision {
  medical_program_id?: string | null;
  division_id?: string | null;
  contract_number?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** A care plan, or an activity of one. */
export interface CarePlan {
  id?: string | null;
  /** A plan must be "active", an activity "scheduled" or "in_progress". */
  status?: string | null;
  [field: string]: unknown;
}

/** A dispense made before. */
export interface MedicationDispense {
  medication_request_id?: string | null;
  /** "NEW" and "PROCESSED" prevent another. */
  status?: string | null;
  details?: { medication_qty?: Quantity | null; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

/**
 * Would this dispense be accepted? Every check of the ruleset over the snapshot, whatever came of those before it.
 *
 *     rejected       a check with a status failed
 *     indeterminate  else, if one with a status is unknown
 *     accepted       else
 */
export function checkDispense(snapshot: AsJson<DispenseSnapshot>): DispenseReport;

/** The same for a snapshot as JSON text (RFC 8259, a string or UTF-8). What is wrong is thrown with its `range`: "invalid_json" alone;
 *  else each "duplicate_key", a key that occurs twice in one object, and the problems of the snapshot. */
export function checkDispenseText(text: string | Uint8Array): DispenseReport;

/** What came of a dispense or a qualification. */
export interface DispenseReport {
  decision: "accepted" | "rejected" | "indeterminate";
  ruleset: DispenseRuleset;
  /** What the source system would answer: the first check with a status that failed, or null. `certain` is false when a
   *  check before it is unknown. */
  first_failure: { id: DispenseCheckId; status: number; message: string; entry: string | null; certain: boolean } | null;
  /** The programs of the request, in its order. */
  programs: { program_id: string; status: "VALID" | "INVALID" | "UNKNOWN"; rejection_reason: string | null }[];
  /** The contracts for the request's program; null for a qualification, without program, and without contracts. */
  contract: ContractSelection | null;
  /** The details that can be computed. `allowed_amount` is reimbursement × quantity / package, rounded half-even to 6
   *  decimals; `allowed` is within what the ruleset tolerates. */
  amounts: { pointer: string; allowed_amount: string; discount_amount: string; allowed: boolean }[];
  /** In the ruleset's order; of checks per detail or per program, one for each. */
  checks: DispenseCheck[];
}

/** One check, see docs/dispense.md. */
export interface DispenseCheck {
  id: DispenseCheckId;
  /** "skipped": switched off, without subject, or after a check that failed. "unknown": it waits for what is missing. */
  outcome: "passed" | "failed" | "skipped" | "unknown";
  /** The HTTP status the source gives for this failure; null unless failed, and where a program is only marked INVALID. */
  status: number | null;
  /** The source's own message, verbatim; null unless failed. */
  message: string | null;
  /** The value that decided, or the reference that was not found; null unless failed, but of a detail its place. */
  pointer: string | null;
  /** JSONPath of the source's error body, e.g. "$.dispense_details.[0].discount_amount"; null unless failed. */
  entry: string | null;
  /** Of a check per program. */
  program_id: string | null;
  /** For unknown: pointers of what is missing, sorted, at most 100. For skipped: the id of the check that failed, or the
   *  pointer of the setting or the reference that made it so. */
  because: DispenseReason[];
}

/** What contracts are compared with. */
export interface ContractQuery extends Annotations {
  current_date: CalendarDate;
  /** The legal entity. */
  client_id: string;
  /** null: none is given. */
  division_id: string | null;
  medical_program_id: string;
  contracts: Contract[];
}

/** Which contracts satisfy all conditions, and what each condition says of each. */
export interface ContractSelection {
  /** Ids of the contracts that satisfy all seven (six without a division). */
  selected: string[];
  /** Every contract, in the order given. null: the contract lacks the field, or no division is given. */
  candidates: { id: string; conditions: Record<"type" | "status" | "dates" | "legal_entity" | "division" | "program" | "not_suspended", boolean | null> }[];
}

/** Seven conditions on every contract. */
export function selectContracts(query: AsJson<ContractQuery>): ContractSelection;
