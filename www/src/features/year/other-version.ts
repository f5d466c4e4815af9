/**
 * What would the same year be under another version of the coverage: the one that is compared, the one in hand as it was loaded, or a stored one?
 *
 * The version is asked for the whole year anew, so that its limits fill up in its own way.
 */
import { computed, signal } from "@preact/signals";
import { LoadedCoverage } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import type { VersionId } from "../../engine/versions-store";
import { decimal, minus, plus, written } from "../../kit/decimals";
import { parseJson } from "../../kit/json/parse";
import { attempt } from "../../store/page";
import { catalog, compiled, otherCoverage } from "../../store/readings";
import { documents, otherIsBefore } from "../../store/work";
import { byPerson, readYear, year, type YearRow } from "./model";

export type Version = "none" | "other" | "loaded" | VersionId;

export const version = signal<Version>("none");
/** Stored versions; null until they are asked for. `failed`: the browser keeps nothing. */
export const storedVersions = signal<{ list: readonly VersionId[]; failed: boolean } | null>(null);
/** The text of the stored version that is chosen. */
export const storedText = signal<{ id: VersionId; text: string } | null>(null);

export function isOffered(kind: "other" | "loaded"): boolean {
  return kind === "other" ? otherIsBefore.value !== null : documents.coverage.original.value !== null;
}

const versionText = computed(() => {
  const chosen = version.value;
  if (chosen === "loaded") return documents.coverage.original.value;
  return typeof chosen === "object" && storedText.value?.id === chosen ? storedText.value.text : null;
});

let kept: LoadedCoverage | null = null;

/** Of a text; the compared version is read already. */
const ownVersion = computed((): LoadedCoverage | "unreadable" | null => {
  attempt.value;
  const [text, types] = [versionText.value, catalog.value];
  const before = kept;
  kept = null;
  // Once nobody can be asking it any more.
  if (before) setTimeout(() => before.free());
  if (text === null || types.state !== "ready") return null;
  const reading = LoadedCoverage.read(types.value, parseJson(text), null);
  if (reading.state !== "ready") return "unreadable";
  return (kept = reading.value);
});

const otherVersion = computed((): LoadedCoverage | "unreadable" | null => {
  if (version.value === "none") return null;
  if (version.value !== "other") return ownVersion.value;
  const reading = otherCoverage.value;
  return reading.state === "ready" ? reading.value : reading.state === "none" ? null : "unreadable";
});

/** What is paid for an act under a version. */
export interface Paid {
  complementary: string;
  own: string;
}

export interface ComparedAct {
  row: YearRow;
  other: YearRow;
  hand: Paid;
  version: Paid;
  amounts: YearRow["amounts"];
}

export interface ComparedYear {
  name: string;
  version: number;
  acts: ComparedAct[];
  /** Acts that one of the two does not compute. */
  leftOut: number;
}

export type Comparison = { state: "ready"; year: ComparedYear } | { state: "unreadable" } | { state: "waiting" } | { state: "none" };

export const comparison = computed((): Comparison => {
  if (version.value === "none") return { state: "none" };
  const other = otherVersion.value;
  const reading = year.value;
  if (other === "unreadable") return { state: "unreadable" };
  if (other === null || reading?.state !== "ready" || compiled.value === null) return { state: "waiting" };
  const under = underOther(other);
  if (under?.state !== "ready") return { state: "unreadable" };
  const rows = new Map(under.rows.map((row) => [row.index, row]));
  const acts = reading.rows.flatMap((row): ComparedAct[] => compared(row, rows.get(row.index)!));
  const { name, version: number } = other.payload;
  return { state: "ready", year: { name, version: number, acts, leftOut: reading.rows.filter((row) => isOpen(row, rows.get(row.index)!)).length } };
});

function underOther(coverage: LoadedCoverage): ReturnType<typeof readYear> | null {
  const { read, json } = documents.year;
  try {
    return readYear(read.value.trim() === "" ? null : json.value, coverage);
  } catch (error) {
    if (error instanceof EngineFailure) return null;
    throw error;
  }
}

/** Whether one of the two computes nothing for the act. What neither covers is the same in both. */
function isOpen(row: YearRow, other: YearRow): boolean {
  return [row, other].some(({ result }) => !result?.amounts && result?.outcome !== "not_covered");
}

/** An act that one of them does not cover costs there what the Sécu leaves. None where one of them computes nothing. */
function compared(row: YearRow, other: YearRow): ComparedAct[] {
  const [hand, version] = [paid(row, other), paid(other, row)];
  return hand && version ? [{ row, other, hand, version, amounts: row.amounts }] : [];
}

function paid({ result }: YearRow, { result: otherwise }: YearRow): Paid | null {
  if (result?.amounts) return { complementary: result.amounts.complementary, own: result.amounts.out_of_pocket };
  if (result?.outcome !== "not_covered" || !otherwise?.amounts) return null;
  return { complementary: "0.00", own: added([otherwise.amounts.out_of_pocket, otherwise.amounts.complementary]) };
}

function added(amounts: readonly string[]): string {
  return written(amounts.map(decimal).reduce(plus, decimal("0.00")));
}

/** What the coverage in hand pays more than the other version; below 0, less. */
export function moreInHand({ hand, version }: Pick<ComparedAct, "hand" | "version">): string {
  return written(minus(decimal(hand.complementary), decimal(version.complementary)));
}

export function isMore(amount: string): boolean {
  return !isSame(amount) && !amount.startsWith("-");
}

export function isSame(amount: string): boolean {
  return /^-?0*(\.0*)?$/.test(amount);
}

export interface ComparedSums {
  hand: Paid;
  version: Paid;
}

export function sums(acts: readonly ComparedAct[]): ComparedSums {
  const of = (side: "hand" | "version"): Paid => ({
    complementary: added(acts.map((act) => act[side].complementary)),
    own: added(acts.map((act) => act[side].own)),
  });
  return { hand: of("hand"), version: of("version") };
}

export function personsOf(acts: readonly ComparedAct[]): Map<string | null, ComparedAct[]> {
  return byPerson(acts);
}
