/** The file of acts, and what has become of it. */
import { computed, signal } from "@preact/signals";
import type { OUTCOME_CODES } from "../../engine/engine";
import { catalog, coverage } from "../../store/readings";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import type { Basis } from "./basis";
import type { Reading } from "./evaluation";
import type { Field } from "./fields";
import type { Format } from "./format";
import type { Look } from "./layout";
import type { Evaluated, Progress } from "./run";

export type RowOutcome = (typeof OUTCOME_CODES)[number];

/** Outcomes whose rows are to be looked at, the most urgent first. */
export const LOOKED_AT = ["invalid_act", "unknown_care_type", "ambiguous", "undetermined"] as const satisfies readonly RowOutcome[];
export type LookedAt = (typeof LOOKED_AT)[number];

export type Failure =
  | { kind: "empty" | "json" }
  /** In the browser's words. */
  | { kind: "unreadable" | "worker"; cause: string };

export interface Result extends Evaluated {
  state: "done";
  /** How the file was read. */
  reading: Reading;
}

export type Phase =
  /** Until there is a coverage that can be read. */
  | { state: "waiting" }
  /** Until a person says which column has the care types. */
  | { state: "columns" }
  | ({ state: "running" } & Progress)
  | ({ state: "cancelled" } & Progress)
  | { state: "failed"; failure: Failure }
  | Result;

export interface ActsFile {
  file: File;
  format: Format;
  /** Null until its beginning is read. */
  look: Look | null;
  /** What each column of a table means. */
  fields: readonly (Field | null)[];
  /** Whether it is read as one of the national claims base, whose columns have a mapping of their own. */
  isNational: boolean;
  /** What it is evaluated by. */
  basis: Basis | null;
  phase: Phase;
  /** What was answered before, while the same file is evaluated once more. */
  before: Result | null;
  /** The rows of this outcome are shown; null: the first that there are. */
  shown: LookedAt | null;
  /** Said aloud. */
  said: string;
  /** Whether a reload keeps the file; null until that is known. */
  isKept: boolean | null;
}

/** Null until there is a file. */
export const actsFile = signal<ActsFile | null>(null);

/** How far the file is that is written with its answers; null while none is. */
export const writing = signal<Progress | null>(null);

/** The catalogue and the coverage in hand; null without both. */
export const basis = computed((): Basis | null => {
  const [catalog, coverage] = [documents.catalog.loaded.value, documents.coverage.loaded.value];
  return catalog && coverage ? { catalog: catalog.text, coverage: coverage.text, nonConventioned: numbersIn(nonConventioned.value) } : null;
});

/** Whether a file can be evaluated by them. */
export const isReadable = computed(() => catalog.value.state === "ready" && coverage.value.state === "ready");

/** Whether the catalogue or the coverage in hand is another by now. */
export function isOther(before: Basis | null): boolean {
  const now = basis.value;
  return before !== null && (now?.coverage !== before.coverage || now.catalog !== before.catalog || now.nonConventioned.join() !== before.nonConventioned.join());
}

/** A larger file is evaluated again when a person says so. */
const AGAIN_BY_ITSELF = 32 * 1024 * 1024;

export function isSmall({ file }: ActsFile): boolean {
  return file.size <= AGAIN_BY_ITSELF;
}

/** The part of the view that shows the columns. */
export const COLUMNS = "file/columns";
