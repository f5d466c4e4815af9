/**
 * What does an act of this care type have to say? The facts that the coverage's conditions on the care type ask for, and the amounts that
 * the rules of those guarantees need. The form asks for these first.
 */
import type { CoverageGuarantee, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { factOf } from "../common/conditions";
import { FIRST_AMOUNTS, isAmount } from "./amount-fields";

/** Fields of the form: facts, dates and amounts. */
export type Needs = ReadonlySet<string>;

interface Component {
  kind?: unknown;
  per?: unknown;
  options?: unknown;
  limits?: unknown;
}

interface Limit {
  scope?: unknown;
  period?: { kind?: unknown };
  max_pmss_percent?: unknown;
  max_days?: unknown;
}

/** The part of the form with what this care type does not need. */
export const MORE = "act/more";

/** The fact that the form asks a field with. */
export function askedWith(field: string): string {
  return field === "teeth" ? "is_for_at_least_one_visible_tooth" : field === "establishment" ? "is_etablissement_conventionne" : field;
}

/** Where no coverage asks: all that acts of this care type have. */
export function needsOfType(catalog: LoadedCatalog, type: string): Needs {
  const facts: readonly string[] = catalog.types.get(type)?.applicable_facts ?? [];
  return new Set([...FIRST_AMOUNTS, ...facts, ...DATES]);
}

const DATES = ["care_date", "member_birth_date", "member_age"];

export function needsOf(hand: LoadedCoverage, type: string): Needs {
  const answer = hand.explain({ care_type: type });
  const mappings = answer.ok ? answer.value.mappings : [];
  const facts = mappings.flatMap(({ conditions }) => conditions.map(({ field }) => factOf(field)));
  const selecting = new Set(mappings.map(({ guarantee }) => guarantee));
  const rules = hand.payload.guarantees.filter(({ name }) => selecting.has(name)).map(({ coverage_rule: rule }) => rule);
  const saying = (answer: boolean) => mappings.filter(({ conditions }) => conditions.some(({ field, expected }) => field === "reimbursed_by_secu" && expected === answer));
  // Care that the Sécu reimburses has a base and a rate, and a rule that includes its part counts by them.
  const isReimbursed = saying(true).length > 0 || (saying(false).length < mappings.length && rules.some(includesSecu));
  const amounts = ["charged", ...(isReimbursed ? FIRST_AMOUNTS : []), ...rules.flatMap(amountsOf)];
  const dates = facts.includes("member_age") ? ["care_date", "member_birth_date"] : [];
  return new Set([...amounts, ...facts, ...dates]);
}

function includesSecu(rule: CoverageGuarantee["coverage_rule"]): boolean {
  const { components, secu_share: share } = rule as Record<string, unknown>;
  return Array.isArray(components) && share !== "excluded";
}

/** What the rule counts by. */
function amountsOf(rule: CoverageGuarantee["coverage_rule"]): string[] {
  const { components, limits, price_cap: cap, beyond_limits: beyond } = rule as Record<string, unknown>;
  const parts = listOf<Component>(components).flatMap((part) => [part, ...listOf<Component[]>(part.options).flat()]);
  const counted = [...listOf<Limit>(limits), ...parts.flatMap((part) => listOf<Limit>(part.limits))];
  const needed: string[] = [
    ...parts.flatMap(ofComponent),
    ...counted.flatMap(ofLimit),
    ...(counted.some(({ max_days }) => max_days !== undefined) ? ["quantity"] : []),
  ];
  const kind = (cap as { kind?: unknown } | null)?.kind;
  if (typeof kind === "string" && isAmount(kind)) needed.push(kind);
  return typeof beyond === "object" && beyond !== null ? [...needed, ...amountsOf(beyond as typeof rule)] : needed;
}

/** Counted by the base of the Sécu, or by its part. */
const BY_BASE = ["brss_percent", "ticket_moderateur", "rss_percent", "excess_over_brss"];

function ofComponent({ kind, per }: Component): string[] {
  const unit: string[] = typeof per === "string" && per !== "act" ? ["quantity"] : [];
  if (BY_BASE.includes(String(kind))) return [...unit, ...FIRST_AMOUNTS];
  if (kind === "reconstituted_brss_percent") return [...unit, "reconstituted_brss"];
  return kind === "pmss_percent" ? [...unit, "care_date"] : unit;
}

function ofLimit({ scope, period, max_pmss_percent }: Limit): string[] {
  const counted: string[] = scope === "family" ? [] : ["beneficiary"];
  if (max_pmss_percent !== undefined) counted.push("care_date");
  if (scope === "eye" || scope === "ear") counted.push("side");
  if (scope === "tooth") counted.push("tooth");
  if (period?.kind === "stay") return [...counted, "stay_id"];
  if (period?.kind === "membership_year") return [...counted, "care_date", "membership_start"];
  return period?.kind === "civil_year" || period?.kind === "rolling_months" ? [...counted, "care_date"] : counted;
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
