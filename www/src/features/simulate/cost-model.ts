/** What would the claims have cost? The question, how far its answer is, and the answer. */
import { computed, signal } from "@preact/signals";
import type { Diagnostic, GroupKey, Simulation } from "../../engine/engine";
import type { Call } from "../code/call";
import { simulationCall } from "../code/model";
import { headings } from "./headings-file";
import { actsFile, type ActsFile, basis, isReadable } from "./model";
import type { Progress } from "./run";
import { type Sides, sides } from "./sides";

/** What groups are made of; a column by its position. */
export type Group = Exclude<GroupKey, object> | { column: number };

export const OWN_GROUPS = ["heading", "guarantee", "care_type", "age_band"] as const satisfies readonly Group[];

export function isSameGroup(a: Group, b: Group): boolean {
  return typeof a === "object" && typeof b === "object" ? a.column === b.column : a === b;
}

export function columnOfGroup(group: Group): number | null {
  return typeof group === "object" ? group.column : null;
}

/** What a person has picked; null until then. */
export const chosenGroups = signal<readonly Group[] | null>(null);

/** Headings are what benefit tables are read by. */
export const groups = computed((): readonly Group[] => {
  const chosen = chosenGroups.value ?? [headings.value ? "heading" : "guarantee"];
  return headings.value ? chosen : chosen.filter((group) => group !== "heading");
});

/** The parts of the view: what it would have cost, and each row on its own. */
export type Part = "costs" | "rows";
export const chosenPart = signal<Part | null>(null);

/** Until a person has chosen: costs where there is something to compare. A line of the national base is no act of its own. */
export const part = computed((): Part => (actsFile.value?.isNational ? "costs" : chosenPart.value) ?? (sides.value.draft !== null ? "costs" : "rows"));

export interface Answer {
  simulation: Simulation;
  /** What it is of. */
  of: Asked;
  current: string;
  draft: string | null;
  /** To be added to a line of the engine for that of the file. */
  linesBefore: number;
  /** What was asked, as code. */
  call: Call;
}

export type CostFailure =
  | { kind: "refused"; diagnostics: readonly Diagnostic[] }
  | { kind: "no_version" | "unreadable" | "worker" | "out_of_memory" | "internal"; cause: string };

export type CostPhase =
  | { state: "columns"; missing: readonly ("care_type" | "charged")[] }
  | { state: "waiting" }
  | ({ state: "running" } & Progress)
  | ({ state: "cancelled" } & Progress)
  | { state: "failed"; failure: CostFailure }
  | { state: "done"; answer: Answer };

export interface Costs {
  file: File;
  phase: CostPhase;
  /** What was answered before, while it is asked again. */
  before: Answer | null;
  /** What it was asked of; null until it was. */
  asked: Asked | null;
  said: string;
}

/** Whether the stored versions and the headings are known, by which a file is asked before somebody has chosen. */
export const isChoiceKnown = signal(false);

/** Null until there is a file, and while nobody asked. */
export const costs = signal<Costs | null>(null);

/** Of the answer that is shown. */
simulationCall.value = computed((): Call | null => {
  const phase = part.value === "costs" ? costs.value?.phase : null;
  return phase?.state === "done" ? phase.answer.call : null;
});

/** All that an answer depends on, each compared as it is. */
export type Asked = readonly unknown[];

export const asked = computed((): Asked => askedOf(actsFile.value, sides.value));

function askedOf(now: ActsFile | null, sides: Sides): Asked {
  const { catalog, coverage, nonConventioned } = basis.value ?? { catalog: null, coverage: null, nonConventioned: [] };
  return [now?.file, now?.format, now?.fields.join(), now?.isNational, catalog, coverage, nonConventioned.join(), JSON.stringify(sides), JSON.stringify(groups.value), isReadable.value];
}

export function isSameAsked(a: Asked | null, b: Asked): boolean {
  return a !== null && a.every((part, position) => part === b[position]);
}
