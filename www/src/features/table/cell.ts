/** A cell that is typed: what is understood of it, what is taken for granted, and which guarantee it would change. */
import { type BenefitReading, type BenefitTable, type BenefitTableRow, readBenefit } from "../../engine/table";
import { freeKey } from "../../kit/free-name";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { type Place, placeOf } from "./places";

/** Why a cell cannot be typed: nothing pays there, several guarantees do, or the rule is another system's. */
export type Fixed = "nothing" | "several" | "opaque";

export interface EditedCell {
  /** In words. */
  place: readonly string[];
  label: string;
  text: string;
  fixed: Fixed | null;
  guarantee: string;
  /** Other lines that the guarantee pays, in words: they change, too. */
  others: readonly (readonly string[])[];
  /** The names of its limits. */
  limits: readonly string[];
  /** Lines of other guarantees that count a limit of this one, in words, with the names of those that they count. */
  sharing: readonly { place: readonly string[]; limits: readonly string[] }[];
}

/** `column`: that of the coverage that is edited. */
export function cellAt(table: BenefitTable, place: Place, column: number): EditedCell {
  const row = table.headings[place.heading]!.rows[place.row]!;
  const { text, guarantees, rule } = row.lines[place.line]!.cells[column]!;
  const [guarantee = ""] = guarantees;
  const limits = limitKeysOf(rule);
  const sharedBy = ({ cells }: BenefitTableRow["lines"][number]) => (cells[column]!.guarantees.includes(guarantee) ? [] : limitKeysOf(cells[column]!.rule).filter((key) => limits.includes(key)));
  return {
    place: placeOf(table, place), label: row.label, text, guarantee, fixed: fixedBy(guarantees, rule),
    others: guarantee === "" ? [] : placesOf(table, place, ({ cells }) => cells[column]!.guarantees.includes(guarantee)).map(([at]) => at),
    limits, sharing: placesOf(table, place, (line) => sharedBy(line).length > 0).map(([at, line]) => ({ place: at, limits: sharedBy(line) })),
  };
}

function fixedBy(guarantees: readonly string[], rule: unknown): Fixed | null {
  if (guarantees.length !== 1) return guarantees.length === 0 ? "nothing" : "several";
  return isObject(rule) && Array.isArray(rule["components"]) ? null : "opaque";
}

/** Of all other lines, those that are asked for. */
function placesOf(table: BenefitTable, at: Place, isAsked: (line: BenefitTableRow["lines"][number]) => boolean): [string[], BenefitTableRow["lines"][number]][] {
  return table.headings.flatMap(({ rows }, heading) =>
    rows.flatMap(({ lines }, row) =>
      lines.flatMap((found, line) => {
        const isHere = heading === at.heading && row === at.row && line === at.line;
        return !isHere && isAsked(found) ? [[placeOf(table, { heading, row, line }), found] satisfies [string[], typeof found]] : [];
      }),
    ),
  );
}

export type Share = "included" | "excluded";

/** "unread": which words were not understood. "conditions": it says several things, under conditions. */
export type ReadCell =
  | { state: "empty" }
  | { state: "nothing" }
  | { state: "conditions" }
  | { state: "unread"; words: string[]; unread: BenefitReading["unread"] }
  | { state: "read"; rule: Json; assumed: BenefitReading["assumed"]; share: Share };

/** `share`: what a person says of the Sécu's part where the cell does not. */
export function readCell(text: string, label: string, share: Share | null): ReadCell {
  if (text.trim() === "") return { state: "empty" };
  const { readings, assumed, unread } = readBenefit(text, { label: label.split(" ; ")[0] ?? "" });
  if (unread.length > 0) return { state: "unread", words: unread.map(({ start, end }) => text.slice(start, end)), unread };
  const [reading, ...others] = readings;
  if (!reading) return { state: "nothing" };
  if (others.length > 0 || Object.keys(reading.when).length > 0) return { state: "conditions" };
  const { secu_share: usual = "included", ...rule } = reading.rule as unknown as Json & { secu_share?: Share };
  const chosen = assumed.includes("share") ? (share ?? usual) : usual;
  return { state: "read", rule: { ...rule, ...(chosen === "excluded" && { secu_share: chosen }) }, assumed, share: chosen };
}

/** The rule in the place of that of a guarantee: limits keep the names of those before them, and notes stay. `guarantees`: all of them. */
export function inPlaceOf(before: unknown, rule: Json, guarantees: readonly unknown[]): Json {
  const known = limitKeysOf(before);
  const taken = new Set(guarantees.flatMap((guarantee) => limitKeysOf(isObject(guarantee) ? guarantee["coverage_rule"] : null)));
  let at = 0;
  const named = (part: Json): Json => {
    if (!Array.isArray(part["limits"])) return part;
    return { ...part, limits: listIn(part, "limits").map((limit) => ({ ...(limit as Json), key: known[at++] ?? newKey(limit as Json) })) };
  };
  const newKey = ({ key }: Json): string => {
    const free = freeKey(taken, String(key));
    taken.add(free);
    return free;
  };
  const notes = isObject(before) ? Object.fromEntries(Object.entries(before).filter(([name]) => name === "description" || name.startsWith("x-"))) : {};
  const whole = named(rule);
  return { ...notes, ...whole, components: listIn(whole, "components").map((component) => named(component as Json)) };
}

/** With which lines is a limit still common once the rule is this one, and which counted one that goes? The first limits keep their names. */
export function sharingWith({ limits, sharing }: EditedCell, rule: Json): { stays: string[][]; ends: string[][] } {
  const kept = limits.slice(0, limitKeysOf(rule).length);
  const stays = sharing.filter((one) => one.limits.some((key) => kept.includes(key)));
  return { stays: stays.map(({ place }) => [...place]), ends: sharing.filter((one) => !stays.includes(one)).map(({ place }) => [...place]) };
}

/** Of the rule, then of its components. */
function limitKeysOf(rule: unknown): string[] {
  return [rule, ...listIn(rule, "components")].flatMap((part) => listIn(part, "limits").flatMap((limit) => (isObject(limit) && typeof limit["key"] === "string" ? [limit["key"]] : [])));
}
