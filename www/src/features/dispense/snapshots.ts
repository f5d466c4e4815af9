/** What does a snapshot say, in words: its places, its programs and medications, and the figures of a discount? */
import type { DiscountInput, DispenseReport, DispenseSnapshot } from "../../engine/engine";
import { decimal, type Decimal, isAtMost, minus, plus, times, written } from "../../kit/decimals";
import { segmentsOf } from "../../kit/json/tree";
import { plainNumber } from "../common/counting";
import { withCapital } from "../common/sentences";
import { dispenseWords as d } from "./words";

const DETAILS = "/request/medication_dispense/dispense_details/";

/** `"/contracts/1/status"`: Contract 2, status */
export function placeName(pointer: string): string {
  const segments = segmentsOf(pointer);
  const [section = "", entry, ...rest] = segments;
  if (section === "") return d.place.whole;
  if (section === "request" && entry === "medication_dispense") {
    const [list, index, ...fields] = rest;
    if (list !== "dispense_details") return words(d.place.dispense, rest);
    return index === undefined ? d.place.details : words(d.place.detail(Number(index) + 1), fields);
  }
  const names = d.sections[section];
  if (!names) return words(withCapital(fieldName(section)), segments.slice(1));
  if (names.one === undefined || entry === undefined) return words(names.all, segments.slice(1));
  return words(d.place.numbered(names.one, Number(entry) + 1), rest);
}

function words(head: string, fields: string[]): string {
  return [head, ...fields.map((field) => (/^\d+$/.test(field) ? d.place.entry(Number(field) + 1) : fieldName(field)))].join(", ");
}

/** `"medication_qty"`: quantity */
export function fieldName(field: string): string {
  return Object.hasOwn(d.fields, field) ? d.fields[field]! : field;
}

/** `"/contracts/1"`: Contract 2, contract-2025; null for the whole. */
export function entryName(snapshot: DispenseSnapshot, pointer: string): string | null {
  if (pointer === "" || pointer === "/request") return null;
  const detail = detailOf(pointer);
  if (detail !== null) return `${d.place.detail(detail + 1)}, ${medicationName(snapshot, detail)}`;
  const [section = "", index] = segmentsOf(pointer);
  const list = snapshot[section];
  const entry = Array.isArray(list) ? (list[Number(index)] as Record<string, unknown> | null) : null;
  const name = entry?.["name"] ?? entry?.["id"];
  return typeof name === "string" ? `${placeName(pointer)}, ${name}` : placeName(pointer);
}

/** The position of the detail that a pointer leads into; null where it leads elsewhere. */
export function detailOf(pointer: string | null): number | null {
  return pointer?.startsWith(DETAILS) ? Number(pointer.slice(DETAILS.length).split("/")[0]) : null;
}

export function programName({ medical_programs }: DispenseSnapshot, id: string): string {
  return medical_programs?.find((program) => program.id === id)?.name ?? id;
}

/** Of a detail: the name of its medication, or else its id. */
export function medicationName(snapshot: DispenseSnapshot, detail: number): string {
  const id = snapshot.request?.medication_dispense?.dispense_details?.[detail]?.medication_id ?? "";
  const name = snapshot.medications?.find((medication) => medication.id === id)?.["name"];
  return typeof name === "string" ? name : id;
}

/** The figures that the amount of a report was computed from: the engine has found all of them. */
export function figuresOf(snapshot: DispenseSnapshot, { pointer }: DispenseReport["amounts"][number]): DiscountInput | null {
  const dispense = snapshot.request?.medication_dispense;
  const detail = dispense?.dispense_details?.[detailOf(pointer) ?? -1];
  const medication = snapshot.medications?.find(({ id }) => id === detail?.medication_id);
  // Of several medications of the program, the last one counts.
  const participant = snapshot.program_medications?.findLast(
    (row) => row.medication_id === detail?.medication_id && row.medical_program_id === dispense?.medical_program_id && row.is_active === true,
  );
  const discount_amount = detail?.discount_amount ?? null;
  const medication_qty = detail?.medication_qty ?? null;
  const package_qty = medication?.package_qty ?? null;
  const reimbursement_amount = participant?.reimbursement?.reimbursement_amount ?? null;
  if (discount_amount === null || medication_qty === null || package_qty === null || reimbursement_amount === null) return null;
  return { discount_amount, medication_qty, package_qty, reimbursement_amount };
}

export interface Inequality {
  /** What is compared, in words. */
  rule: string;
  /** The same with its numbers. */
  numbers: string;
  holds: boolean;
}

/** The inequalities of the ruleset, written out. Nothing is divided. */
export function inequalities({ ruleset, config }: DispenseSnapshot, figures: DiscountInput): Inequality[] {
  const discount = decimal(figures.discount_amount);
  const pack = decimal(figures.package_qty);
  const reimbursement = decimal(figures.reimbursement_amount);
  const quantity = decimal(figures.medication_qty);
  const asked = { words: product(discount, pack), value: times(discount, pack) };
  const allowed = { words: product(reimbursement, quantity), value: times(reimbursement, quantity) };
  if (ruleset !== "code-2019") return [atMost(d.most, asked, allowed)];
  const tolerance = decimal(config?.TOLERANCE ?? "0.01");
  const deviation = decimal(config?.DEVIATION ?? "0.1");
  const most = { words: `${allowed.words} + ${product(tolerance, pack)}`, value: plus(allowed.value, times(tolerance, pack)) };
  const least = { words: `(1 − ${show(deviation)}) × ${allowed.words}`, value: times(minus(decimal(1), deviation), allowed.value) };
  return [atMost(d.mostWithTolerance, asked, most), atLeast(d.least, asked, least)];
}

interface Side {
  words: string;
  value: Decimal;
}

function atMost(rule: string, left: Side, right: Side): Inequality {
  const holds = isAtMost(left.value, right.value);
  return { rule, numbers: compared(left, holds ? "≤" : ">", right), holds };
}

function atLeast(rule: string, left: Side, right: Side): Inequality {
  const holds = isAtMost(right.value, left.value);
  return { rule, numbers: compared(left, holds ? "≥" : "<", right), holds };
}

function compared(left: Side, sign: string, right: Side): string {
  return `${left.words} = ${show(left.value)} ${sign} ${right.words} = ${show(right.value)}`;
}

function product(...factors: Decimal[]): string {
  return factors.map(show).join(" × ");
}

/** In the notation of the page. */
export function show(value: Decimal): string {
  return plainNumber(written(value));
}
