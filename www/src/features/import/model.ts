/** The table that is brought in, what a person says of it, and what it says itself, asked of the worker. */
import { computed, effect, signal } from "@preact/signals";
import { askReading, type BenefitGrid, type BenefitTableReading, type NoTable, type ReadingAnswer, type ReadingQuestion, type Sheet } from "../../engine/import";
import { isObject } from "../../kit/json/values";
import { keepImport, keptImport } from "../../store/import-draft";
import { importing } from "../../store/importing";
import { synonyms } from "../../store/page-editor";
import { catalog } from "../../store/readings";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import { Asking } from "../common/asking";
import { data } from "./data";
import { gridToRead } from "./grid-to-read";

export type Share = "included" | "excluded";
export const ASSUMPTIONS = ["year", "unit"] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** What a person says that a row is for; `terms`: the words of its label that stand for it. Without any it is read with `names` before it. */
export interface Picked {
  types: readonly string[];
  groups: readonly string[];
  terms: readonly string[];
  names: readonly string[];
  /** Words of its label that were not understood, and that it may not stand for; an earlier version of the page has kept none. */
  besides?: readonly string[];
  /** Where its label is. */
  label: string;
}

export interface Draft extends Said {
  source: string;
  sheets: readonly Sheet[];
  sheet: number;
  /** By sheet, what was said of those that were looked at before. */
  ofSheets: Readonly<Record<number, Said>>;
  /** What was left goes with the coverage. */
  keepsList: boolean;
}

/** What a person says of one sheet. Places are `row,column` of it; rows and columns count from 0. */
export interface Said {
  /** Cells that were typed again. */
  texts: Readonly<Record<string, string>>;
  /** Cells that are left out, and rows of which all are. */
  left: readonly string[];
  leftRows: readonly number[];
  /** Cells, and labels of rows, that are right as they were read. */
  accepted: readonly string[];
  acceptedAll: readonly Assumption[];
  careTypes: Readonly<Record<number, Picked>>;
  /** By column; "usual": what is usual, by each cell, is right. */
  shares: Readonly<Record<number, Share | "usual">>;
  /** By formula, as its coverage is called; which becomes the coverage in hand, and which the one to compare with. */
  names: Readonly<Record<number, string>>;
  hand: number | "first" | null;
  other: number | null;
}

export type Opening = { state: "idle" } | { state: "reading"; source: string } | { state: "refused"; source: string; why: NoTable | "unreadable" };

export const opening = signal<Opening>({ state: "idle" });
/** Null until a table was read. It stays after it was taken or put away. */
export const draft = signal<Draft | null>(restored());
/** The one that another took the place of, with what was said of it; a reload forgets it. */
export const before = signal<Draft | null>(null);
/** The browser has no room for it: a reload loses it. */
export const isNotKept = signal(false);

export function beginDraft(source: string, sheets: readonly Sheet[]): Draft {
  return { source, sheets, sheet: 0, ofSheets: {}, keepsList: true, ...NOTHING_SAID };
}

const NOTHING_SAID: Said = { texts: {}, left: [], leftRows: [], accepted: [], acceptedAll: [], careTypes: {}, shares: {}, names: {}, hand: "first", other: null };

/** With another sheet in hand. What was said of each stays with it. */
export function withSheet(now: Draft, sheet: number): Draft {
  const { source, sheets, sheet: before, ofSheets, keepsList, ...said } = now;
  return { source, sheets, sheet, keepsList, ofSheets: { ...ofSheets, [before]: said }, ...(ofSheets[sheet] ?? NOTHING_SAID) };
}

function restored(): Draft | null {
  try {
    return restoredFrom((JSON.parse(keptImport() ?? "null") as { draft?: unknown } | null)?.draft);
  } catch {
    return null;
  }
}

/** An earlier version of the page may have kept less; of what has no such sheet nothing is taken up. */
function restoredFrom(kept: unknown): Draft | null {
  if (!isObject(kept)) return null;
  const { source, sheets, sheet } = kept as unknown as Partial<Draft>;
  if (typeof source !== "string" || !Array.isArray(sheets) || !Array.isArray((sheets[sheet ?? 0] as Sheet | undefined)?.grid)) return null;
  return { ...beginDraft(source, sheets), ...kept };
}

const KEEP_AFTER_MS = 300;

/** From here on it is kept with the tab; until the function that is returned is called. */
export function keepDraft(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    isNotKept.value = !keepImport(JSON.stringify({ isOpen: importing.peek() === "table", draft: draft.peek() }));
  };
  const stop = effect(() => {
    draft.value;
    importing.value;
    clearTimeout(timer);
    timer = setTimeout(save, KEEP_AFTER_MS);
  });
  addEventListener("pagehide", save);
  return () => {
    stop();
    removeEventListener("pagehide", save);
    save();
  };
}

export const sheet = computed(() => draft.value?.sheets[draft.value.sheet] ?? null);

/** With what was typed again, and without what is left out. */
const grid = computed(() => (draft.value && sheet.value ? gridToRead(sheet.value.grid, draft.value) : null));

const asked = computed(() => JSON.stringify([grid.value, draft.value?.careTypes, sharesOf(draft.value)]));

const question = computed((): ReadingQuestion | null => {
  asked.value;
  const [now, rows] = [draft.peek(), grid.peek()];
  return now === null || rows === null ? null : questionOf(now, rows);
});

/** Null while there is no catalogue, or while what tables say is not here. */
export function questionOf(now: Draft, rows: BenefitGrid): ReadingQuestion | null {
  if (catalog.value.state !== "ready" || data.value.state !== "here") return null;
  return {
    kind: "reading",
    catalog: documents.catalog.read.value,
    nonConventioned: numbersIn(nonConventioned.value),
    grid: rows,
    data: data.value.data,
    synonyms: [{ synonyms: Object.values(now.careTypes).map(({ types, groups, terms }) => ({ terms: [...terms], care_types: [...types], care_type_groups: [...groups] })) }, ...synonyms.value],
    shares: sharesOf(now),
  };
}

function sharesOf(now: Draft | null): Record<number, Share> {
  return Object.fromEntries(Object.entries(now?.shares ?? {}).filter((entry): entry is [string, Share] => entry[1] !== "usual"));
}

export const asking = new Asking<ReadingQuestion, ReadingAnswer | { state: "failed" }>(question, askReading);

/** The last one; null until there is one of this sheet. */
export const reading = computed((): BenefitTableReading | null => {
  const answer = asking.answer.value;
  return draft.value !== null && answer?.state === "ready" ? answer.reading : null;
});
