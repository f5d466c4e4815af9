/** Which facts of a snapshot does one change to see what comes of it? Those of its own that checks read, by section and entry. */
import type { DispenseSnapshot } from "../../engine/engine";

export type FactKind = "date" | "yes_no" | "code" | "amount" | "text" | "reference";

export interface Fact {
  pointer: string;
  name: string;
  kind: FactKind;
  value: string | number | boolean | null;
  /** A check waits for it; the snapshot does not say it. */
  isAbsent: boolean;
  /** Codes of the system, or ids of entries. */
  choices: readonly string[];
}

/** One entity of the snapshot. */
export interface FactEntry {
  pointer: string;
  facts: readonly Fact[];
}

export interface FactSection {
  /** The section of the snapshot. */
  name: string;
  entries: readonly FactEntry[];
}

type Row = readonly [name: string, kind: FactKind, choices?: readonly string[]];

/** `*`: each entry. Codes are those that the rules name, and their usual opposites. */
const ENTITIES: Readonly<Record<string, readonly Row[]>> = {
  "/": [["current_date", "date"]],
  "/request": [["code", "text"], ["division_id", "reference", ["divisions"]]],
  "/request/medication_dispense": [["medical_program_id", "reference", ["medical_programs"]], ["division_id", "reference", ["divisions"]]],
  "/request/medication_dispense/dispense_details/*": [
    ["medication_id", "reference", ["medications"]], ["medication_qty", "amount"], ["discount_amount", "amount"],
  ],
  "/medication_request": [
    ["status", "code", ["ACTIVE", "COMPLETED", "EXPIRED", "REJECTED"]], ["intent", "code", ["order", "plan"]],
    ["dispense_valid_from", "date"], ["dispense_valid_to", "date"], ["medication_qty", "amount"],
    ["medical_program_id", "reference", ["medical_programs"]], ["verification_code", "text"], ["is_active", "yes_no"], ["is_blocked", "yes_no"],
  ],
  "/medications/*": [["package_qty", "amount"], ["package_min_qty", "amount"], ["is_active", "yes_no"]],
  "/program_medications/*": [["reimbursement/reimbursement_amount", "amount"], ["package_qty_divisible", "yes_no"], ["is_active", "yes_no"]],
  "/contracts/*": [
    ["status", "code", ["VERIFIED", "TERMINATED"]], ["start_date", "date"], ["end_date", "date"], ["is_suspended", "yes_no"], ["is_active", "yes_no"],
  ],
  "/divisions/*": [["status", "code", ["ACTIVE", "INACTIVE"]], ["is_active", "yes_no"], ["dls_verified", "yes_no"]],
  "/medical_programs/*": [["is_active", "yes_no"]],
  "/medical_program_provisions/*": [["is_active", "yes_no"]],
  "/legal_entities/*": [["status", "code", ["ACTIVE", "SUSPENDED", "CLOSED"]], ["type", "code", ["PHARMACY", "MSP_PHARMACY"]], ["is_active", "yes_no"]],
  "/employees/*": [["status", "code", ["APPROVED", "DISMISSED"]], ["is_active", "yes_no"]],
  "/care_plans/*": [["status", "code", ["active", "completed", "terminated"]]],
  "/care_plan_activities/*": [["status", "code", ["scheduled", "in_progress", "completed", "cancelled"]]],
  "/medication_dispenses/*": [["status", "code", ["NEW", "PROCESSED", "REJECTED", "EXPIRED"]]],
  "/config": [["DISPENSE_DIVISION_DLS_VERIFY", "yes_no"], ["MEDICAL_PROGRAM_PROVISION_VERIFY", "yes_no"], ["TOLERANCE", "amount"], ["DEVIATION", "amount"]],
};

/** `missing`: pointers of what checks wait for. */
export function factSections(snapshot: DispenseSnapshot, missing: ReadonlySet<string>): FactSection[] {
  const sections = new Map<string, FactEntry[]>();
  for (const [pattern, rows] of Object.entries(ENTITIES)) {
    for (const pointer of pointersOf(snapshot, pattern)) {
      const facts = rows.flatMap((row) => factOf(snapshot, pointer, row, missing));
      if (facts.length === 0) continue;
      const name = pattern.startsWith("/request") || pattern === "/" ? "request" : pattern.split("/")[1]!;
      const entries = sections.get(name) ?? [];
      const day = entries[0]?.pointer === "" && pointer === "/request" ? entries.pop() : undefined;
      // The day is asked with the request.
      entries.push({ pointer, facts: [...(day?.facts ?? []), ...facts] });
      sections.set(name, entries);
    }
  }
  return [...sections].map(([name, entries]) => ({ name, entries }));
}

function pointersOf(snapshot: DispenseSnapshot, pattern: string): string[] {
  if (pattern === "/") return [""];
  if (!pattern.endsWith("/*")) return [pattern];
  const list = valueAt(snapshot, pattern.slice(0, -2));
  return Array.isArray(list) ? list.map((_, index) => `${pattern.slice(0, -1)}${index}`) : [];
}

function factOf(snapshot: DispenseSnapshot, entity: string, [name, kind, choices = []]: Row, missing: ReadonlySet<string>): Fact[] {
  const pointer = `${entity}/${name}`;
  const parent = valueAt(snapshot, pointer.slice(0, pointer.lastIndexOf("/")));
  if (typeof parent !== "object" || parent === null || Array.isArray(parent)) return [];
  const value = valueAt(snapshot, pointer);
  const isAbsent = value === undefined;
  if (isAbsent ? !missing.has(pointer) : typeof value === "object" && value !== null) return [];
  const offered = kind === "reference" ? idsOf(snapshot, choices[0]!) : choices;
  return [{ pointer, name: name.split("/").at(-1)!, kind, value: isAbsent ? null : (value as Fact["value"]), isAbsent, choices: offered }];
}

function idsOf(snapshot: DispenseSnapshot, section: string): string[] {
  const entries = snapshot[section];
  return Array.isArray(entries) ? entries.map((entry: { id?: unknown } | null) => entry?.id).filter((id) => typeof id === "string") : [];
}

function valueAt(snapshot: DispenseSnapshot, pointer: string): unknown {
  return pointer.split("/").slice(1).reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, snapshot);
}

/** What a field has committed, as the snapshot writes it: a number stays a number. */
export function valueFor({ kind, value }: Fact, committed: string): string | number | boolean | null {
  if (committed === "") return null;
  if (kind === "yes_no") return committed === "true";
  return kind === "amount" && typeof value === "number" ? Number(committed) : committed;
}
