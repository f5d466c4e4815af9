/** The file of acts, and what has become of it. */
import { computed, signal } from "@preact/signals";
import type { Basis, Evaluated } from "../../engine/batch-worker";
import type { Diagnostic, OUTCOME_CODES } from "../../engine/engine";
import { catalog, coverage } from "../../store/readings";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import type { FoundRows } from "./rows";

export type Format = "csv" | "ndjson";
export type BatchOutcome = (typeof OUTCOME_CODES)[number];

/** Outcomes whose rows are to be looked at, the most urgent first. */
export const LOOKED_AT = ["invalid_act", "unknown_care_type", "ambiguous", "undetermined"] as const satisfies readonly BatchOutcome[];
export type LookedAt = (typeof LOOKED_AT)[number];
/** So many rows of each are shown. */
export const MOST_ROWS = 100;

export type Failure =
  | { kind: "empty" | "json" }
  /** The header of a CSV. */
  | { kind: "header"; diagnostics: readonly Diagnostic[] }
  /** In the browser's words. */
  | { kind: "unreadable" | "worker"; cause: string };

export interface Progress {
  rows: number;
  bytes: number;
}

export interface Result extends Evaluated {
  state: "done";
  /** The numbers of the rows to look at. */
  listed: Readonly<Record<LookedAt, readonly number[]>>;
  /** What they say. */
  found: FoundRows | "reading" | "failed";
}

export type Phase =
  /** Until there is a coverage that can be read. */
  | { state: "waiting" }
  | ({ state: "running" } & Progress)
  | ({ state: "cancelled" } & Progress)
  | { state: "failed"; failure: Failure }
  | Result;

export interface Batch {
  file: File;
  format: Format;
  /** What it is evaluated by. */
  basis: Basis | null;
  phase: Phase;
  /** The rows of this outcome are shown; null: the first that there are. */
  shown: LookedAt | null;
  /** Said aloud. */
  said: string;
}

/** Null until there is a file. */
export const batch = signal<Batch | null>(null);

/** The catalogue and the coverage in hand; null without both. */
export const basis = computed((): Basis | null => {
  const [catalog, coverage] = [documents.catalog.loaded.value, documents.coverage.loaded.value];
  return catalog && coverage ? { catalog: catalog.text, coverage: coverage.text, nonConventioned: numbersIn(nonConventioned.value) } : null;
});

/** Whether a file can be evaluated by them. */
export const isReadable = computed(() => catalog.value.state === "ready" && coverage.value.state === "ready");

/** Whether the catalogue or the coverage in hand is another by now. */
export function isStale({ basis: before }: Batch): boolean {
  const now = basis.value;
  return before !== null && (now?.coverage !== before.coverage || now.catalog !== before.catalog || now.nonConventioned.join() !== before.nonConventioned.join());
}
