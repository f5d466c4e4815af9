/**
 * What becomes of the acts of a year?
 *
 * The engine refuses a list for one wrong act; here that act has its errors at its row, and the others are computed without it.
 */
import { computed } from "@preact/signals";
import type { ActAmounts, Answer, CareAct, Diagnostic, LimitCounter, LoadedCoverage, Reimbursement, Reimbursements } from "../../engine/engine";
import { EngineFailure, type FailureCode } from "../../engine/failure";
import { fill, isZero, sumOf } from "../../kit/amounts";
import type { Mistake, Parsed } from "../../kit/json/parse";
import { listIn } from "../../kit/json/values";
import { attempt } from "../../store/page";
import { compiled } from "../../store/readings";
import { documents } from "../../store/work";
import { euros, plainNumber, withGroups } from "../common/counting";
import { readEntry } from "./entries";
import { yearWords } from "./words";

export type YearReading =
  | { state: "broken"; mistake: Mistake }
  | { state: "not_a_list" }
  | { state: "failed"; code: FailureCode }
  /** `hasUses`: whether the rows know what they used of which limits; of very many acts only the end is known. */
  | { state: "ready"; rows: YearRow[]; counters: readonly LimitCounter[]; hasUses: boolean };

export interface YearRow {
  /** The position in the text. */
  index: number;
  label: string | null;
  act: CareAct | null;
  amounts: Partial<ActAmounts>;
  /** Null where the entry is no act, or is refused. */
  result: Reimbursement | null;
  problems: readonly (Pick<Diagnostic, "severity" | "message" | "pointer">)[];
  /** What the act used of which limits, and how full they are after it. */
  uses: LimitUse[];
}

export interface LimitUse {
  key: string;
  /** Null where none is kept. */
  counter: LimitCounter | null;
  used: string;
  maximum: string;
  words: string;
}

type Limit = { key: string; max_amount?: string | number; max_pmss_percent?: string | number; max_count?: string | number; max_days?: string | number; period: { kind: string; months?: number } };

export interface YearTotals {
  charged: string;
  secu: string;
  complementary: string;
  own: string;
  acts: number;
  leftOut: number;
}

/** Null until there are acts, and a coverage that they can be computed by. */
export const year = computed((): YearReading | null => {
  attempt.value;
  const { isThere, read, json } = documents.year;
  return isThere.value && compiled.value ? readYear(read.value.trim() === "" ? null : json.value, compiled.value) : null;
});

export type ReadyYear = Extract<YearReading, { state: "ready" }>;

/** The columns whose cells can be typed. */
const COLUMNS = ["date", "type", "name", "quantity", "charged"] as const;
export type Column = (typeof COLUMNS)[number];

/** Elements that take the focus. An act is named by its place in the text. */
export const NO_ACTS = "year-none";
export const ADD = "year-add";

export function cellId(column: Column, index: number): string {
  return `year-${column}-${index}`;
}

export function columnOf(id: string): { column: Column; index: number } | null {
  const [, column, index] = /^year-([a-z]+)-(\d+)$/.exec(id) ?? [];
  const known = COLUMNS.find((name) => name === column);
  return known ? { column: known, index: Number(index) } : null;
}

export function removeId(index: number): string {
  return `year-remove-${index}`;
}

/** The button that opens the act at this place of the text. */
export function openId(index: number): string {
  return `year-open-${index}`;
}

export function totalsOf(rows: readonly YearRow[]): YearTotals {
  const amounts = rows.flatMap(({ result }) => (result?.amounts ? [result.amounts] : []));
  const [secu, complementary, own] = [sumOf(amounts.map((row) => row.secu_paid)), sumOf(amounts.map((row) => row.complementary)), sumOf(amounts.map((row) => row.out_of_pocket))];
  return { charged: sumOf([secu, complementary, own]), secu, complementary, own, acts: rows.length, leftOut: rows.length - amounts.length };
}

/** Whose acts they are, by name; null for those that name nobody, last. */
export function byPerson<R extends Pick<YearRow, "amounts">>(rows: readonly R[]): Map<string | null, R[]> {
  const nameOf = ({ amounts: { beneficiary } }: R) => (typeof beneficiary === "string" && beneficiary !== "" ? beneficiary : null);
  const names = [...new Set(rows.map(nameOf))];
  const order = new Intl.Collator("fr");
  names.sort((a, b) => (a === null ? 1 : b === null ? -1 : order.compare(a, b)));
  return new Map(names.map((name) => [name, rows.filter((row) => nameOf(row) === name)]));
}

/** The limits of a coverage, and of components, by their keys; limits of one key are the same. */
export function limitsOf({ payload }: LoadedCoverage): Map<string, Limit> {
  const limits = payload.guarantees.flatMap(({ coverage_rule: rule }) => [rule, ...listIn(rule, "components")].flatMap((part) => listIn(part, "limits") as Limit[]));
  return new Map(limits.filter((limit) => typeof limit?.key === "string" && typeof limit.period === "object").reverse().map((limit) => [limit.key, limit]));
}

export function isFull({ used, maximum }: LimitUse): boolean {
  return fill(used, maximum) >= 100;
}

/** How much the limits of acts came to in euros, by their keys, as the computation says; the last act that names one. */
export function maximaOf(results: readonly (Reimbursement | null)[]): Map<string, string> {
  const rooms = results.flatMap((result) => result?.steps.filter(({ step }) => step.startsWith("room:")) ?? []);
  return new Map(rooms.flatMap(({ step, note }): [string, string][] => {
    const [, maximum] = / of (\d+(?:\.\d+)?) € used$/.exec(note ?? "") ?? [];
    return maximum === undefined ? [] : [[step.slice("room:".length), maximum]];
  }));
}

/** How full a counter is; null of a limit that the coverage does not have, or whose maximum is not known. */
export function useOf(counter: LimitCounter, limit: Limit | undefined, maxima: ReadonlyMap<string, string>): LimitUse | null {
  if (!limit) return null;
  const isAmount = limit.max_amount !== undefined || limit.max_pmss_percent !== undefined;
  const maximum = limit.max_pmss_percent === undefined ? String(limit.max_amount ?? limit.max_count ?? limit.max_days ?? "") : maxima.get(limit.key);
  if (maximum === undefined) return null;
  const used = isAmount ? counter.amount : counter.count;
  const shown = isAmount ? [euros(used), euros(maximum)] as const : [plainNumber(used), plainNumber(maximum)] as const;
  const unit = isAmount ? "" : ` ${limit.max_days === undefined ? yearWords.times : yearWords.days}`;
  return { key: counter.key, counter, used, maximum, words: yearWords.used(...shown) + unit };
}

/** What becomes of the acts under a coverage. `json`: null of an empty text. */
export function readYear(json: Parsed | null, coverage: LoadedCoverage): YearReading {
  try {
    return readActs(json, coverage);
  } catch (error) {
    if (error instanceof EngineFailure) return { state: "failed", code: error.code };
    throw error;
  }
}

function readActs(json: Parsed | null, coverage: LoadedCoverage): YearReading {
  if (json === null) return { state: "ready", rows: [], counters: [], hasUses: true };
  if (!json.ok) return { state: "broken", mistake: json.mistake };
  if (!Array.isArray(json.value)) return { state: "not_a_list" };
  const rows = json.value.map(rowOf);
  const { counters, hasUses } = compute(coverage, rows);
  rows.sort((a, b) => (comesBefore(a, dateOf(b), b.index) ? -1 : 1));
  const limits = limitsOf(coverage);
  let before: readonly LimitCounter[] = [];
  for (const row of rows) {
    if (!row.result) continue;
    row.uses = usesOf(row.result, before, limits);
    before = row.result.counters;
  }
  return { state: "ready", rows, counters, hasUses };
}

function rowOf(json: unknown, index: number): YearRow {
  const entry = readEntry(json);
  const row = { index, result: null, uses: [] };
  if (entry) return { ...row, ...entry, problems: [] };
  return { ...row, label: null, act: null, amounts: {}, problems: [{ severity: "error", message: yearWords.notAnAct, pointer: `/${index}` }] };
}

/** As the engine is asked. */
export function askedOf({ act, amounts }: YearRow): CareAct & ActAmounts {
  return { ...act, ...amounts } as CareAct & ActAmounts;
}

function dateOf({ act }: YearRow): string | null {
  return typeof act?.care_date === "string" ? act.care_date : null;
}

/** In the order of the engine: by date, equal dates in the order of the text, acts without a date last. */
export function comesBefore(row: YearRow, date: string | null, index: number): boolean {
  const own = dateOf(row) ?? "~";
  const other = date ?? "~";
  return own === other ? row.index < index : own < other;
}

function compute(coverage: LoadedCoverage, rows: YearRow[]): { counters: readonly LimitCounter[]; hasUses: boolean } {
  let able = rows.filter((row) => row.act !== null);
  let { answer, hasUses } = askAll(coverage, able.map(askedOf));
  if (!answer.ok) {
    for (const row of able) {
      const alone = coverage.reimburse(askedOf(row));
      if (!alone.ok) row.problems = row.amounts.charged === undefined ? noCharged(alone.diagnostics, row) : alone.diagnostics;
    }
    able = able.filter((row) => row.problems.length === 0);
    ({ answer, hasUses } = askAll(coverage, able.map(askedOf)));
  }
  if (!answer.ok) {
    const { diagnostics } = answer;
    for (const row of able) row.problems = diagnostics;
    return { counters: [], hasUses };
  }
  answer.value.results.forEach((result, index) => (able[index]!.result = result));
  return { counters: answer.value.counters, hasUses };
}

/** Under a rolling limit, what is used after an act names every act before it: too much of very many acts. */
function askAll(coverage: LoadedCoverage, acts: readonly (CareAct & ActAmounts)[]): { answer: Answer<Reimbursements>; hasUses: boolean } {
  const each = coverage.reimburseMany(acts, "each");
  const isTooMuch = !each.ok && each.diagnostics.some(({ code }) => code === "too_large");
  return isTooMuch ? { answer: coverage.reimburseMany(acts, "last"), hasUses: false } : { answer: each, hasUses: true };
}

function noCharged(diagnostics: readonly Diagnostic[], { index }: YearRow): YearRow["problems"] {
  const others = diagnostics.filter(({ code, pointer }) => code !== "missing_field" || pointer !== "");
  return [{ severity: "error", message: yearWords.noCharged, pointer: `/${index}` }, ...others];
}

/** The counters that the act changed; of a limit that left it nothing, what the computation says. */
function usesOf(result: Reimbursement, before: readonly LimitCounter[], limits: Map<string, Limit>): LimitUse[] {
  const { steps, counters } = result;
  const known = new Set(before.map((counter) => JSON.stringify(counter)));
  const changed = counters.filter((counter) => !known.has(JSON.stringify(counter)));
  const rooms = steps.filter(({ step }) => step.startsWith("room:"));
  const maxima = maximaOf([result]);
  const usesBy = (counters: readonly LimitCounter[], key: string) =>
    counters.filter((counter) => counter.key === key).flatMap((counter) => useOf(counter, limits.get(key), maxima) ?? []);
  return rooms.flatMap(({ step, value, note }): LimitUse[] => {
    const key = step.slice("room:".length);
    const use = usesBy(changed, key);
    if (use.length > 0) return use;
    if (!isZero(value)) return [];
    const full = usesBy(counters, key).filter(isFull);
    return full.length === 1 ? full : [{ key, counter: null, used: "1", maximum: "1", words: withGroups(note ?? "") }];
  });
}
