/** What can a column of a file mean? The fields of an act and its amounts, and how each is written. */
import { type ActFact, FACTS } from "../../engine/engine";

export type CellKind = "care_type" | "date" | "age" | "boolean" | "teeth" | "tooth" | "amount" | "percent" | "side" | "text";

const act = { care_type: "care_type", care_date: "date", member_birth_date: "date", member_age: "age", teeth: "teeth", establishment: "text" } as const;
const facts = Object.fromEntries(FACTS.map(({ name, kind }) => [name, kind])) as Record<ActFact, "boolean" | "text">;
const amounts = {
  charged: "amount", brss: "amount", secu_rate_percent: "percent", secu_reimbursement: "amount", secu_paid: "amount", pathway_rate_percent: "percent", flat_contribution: "amount",
  franchise: "amount", quantity: "amount", plv: "amount", hlf: "amount", pmss: "amount", reconstituted_brss: "amount",
  beneficiary: "text", stay_id: "text", membership_start: "date", side: "side", tooth: "tooth",
} as const;

const claims = { person: "text", family: "text", weight: "amount" } as const;

export type Field = keyof typeof act | ActFact | keyof typeof amounts | keyof typeof claims;

export const FIELD_KINDS: Readonly<Record<Field, CellKind>> = { ...act, ...facts, ...amounts, ...claims };
export const ACT_FIELDS = Object.keys({ ...act, ...facts }) as readonly Field[];
/** What the act costs, and what its limits are counted for. */
export const AMOUNT_FIELDS = Object.keys(amounts) as readonly Field[];
/** What a row of claims says that is neither of its act nor of its amounts: whose it is, and how many it is for. */
export const CLAIM_FIELDS = Object.keys(claims) as readonly Field[];
/** The fields of an act with its amounts. */
export const OWN_FIELDS: readonly Field[] = [...ACT_FIELDS, ...AMOUNT_FIELDS];
export const FIELDS: readonly Field[] = [...OWN_FIELDS, ...CLAIM_FIELDS];
