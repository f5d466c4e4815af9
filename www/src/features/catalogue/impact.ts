/**
 * What would a change of the catalogue do? Asked of the engine in later tasks, one step in each, so that typing stays fast.
 *
 * The coverage is compiled against the changed catalogue and compared with the one in hand. A code that changes is changed in both, because
 * otherwise every act of it would be another.
 */
import { signal } from "@preact/signals";
import { type CoverageDiff, type Diagnostic, LoadedCatalog, LoadedCoverage, type Reading } from "../../engine/engine";
import { EngineFailure, type FailureCode } from "../../engine/failure";
import { parseJson } from "../../kit/json/parse";
import type { Operation } from "../../kit/json/patch";
import { nextTask } from "../../kit/next-task";
import type { TextDocument } from "../../store/text-document";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import { draftOf, type EntryDraft, isChanged, isLists } from "./draft";
import { acceptanceOperations, catalogOperations, coverageOperations, type Mention, mentionsOf, patchedApart, yearOperations } from "./edits";
import { catalogNow, coverageNow } from "./model";

/** The texts after a change, by the documents that it changes. */
export type Texts = Partial<Record<"coverage" | "acceptances" | "year", string>> & { catalog: string };

/** How many care types a guarantee selects more and fewer. */
export interface SelectionChange {
  guarantee: string;
  gained: number;
  lost: number;
}

export type Impact =
  | { state: "unchanged" }
  | { state: "pending" }
  | { state: "failed"; code: FailureCode }
  /** The texts are no longer what the form was made from. */
  | { state: "moved" }
  | { state: "refused"; diagnostics: readonly Diagnostic[]; text: string }
  | {
      state: "ready";
      mentions: readonly Mention[];
      /** What becomes of the coverage; null without one that can be read. */
      coverage: { state: "refused"; diagnostics: readonly Diagnostic[] } | CoverageImpact | null;
    };

export interface CoverageImpact {
  state: "ready";
  selections: readonly SelectionChange[];
  diff: CoverageDiff;
  /** For the names of care types. */
  before: LoadedCatalog;
  after: LoadedCatalog;
}

/** Of the draft that the form shows. */
export const impact = signal<Impact>({ state: "unchanged" });

const PAUSE_MS = 150;

/** The documents that name care types or groups. */
const NAMING = [
  ["coverage", coverageOperations],
  ["acceptances", acceptanceOperations],
  ["year", yearOperations],
] as const;

/** The answer ends the watch, for example because the draft has changed. */
export function watchImpact(draft: EntryDraft): () => void {
  const state = { isOver: false };
  impact.value = { state: "pending" };
  const timer = setTimeout(() => void compute(draft, state), PAUSE_MS);
  return () => {
    state.isOver = true;
    clearTimeout(timer);
  };
}

/** Both texts after the change; null where they have no such places. */
export function textsAfter(draft: EntryDraft): Texts | null {
  const catalog = catalogNow.peek();
  const json = documents.catalog.typedJson.peek();
  if (catalog === null || !json.ok || !isLists(json.value)) return null;
  const after = patched(documents.catalog, catalogOperations(json.value, catalog, draft));
  if (after === null) return null;
  const texts: Texts = { catalog: after };
  for (const [name, operationsOf] of NAMING) {
    const now = documents[name].typedJson.peek();
    const operations = now.ok ? operationsOf(now.value, draft) : [];
    if (operations.length === 0) continue;
    const text = patched(documents[name], operations);
    if (text === null) return null;
    texts[name] = text;
  }
  return texts;
}

function patched(document: TextDocument, operations: readonly Operation[]): string | null {
  const text = document.text.peek();
  return patchedApart(text, operations, document.treeFor(text));
}

async function compute(draft: EntryDraft, state: { isOver: boolean }): Promise<void> {
  const freed: { free(): void }[] = [];
  try {
    const found = await impactOf(draft, () => state.isOver, (object) => freed.push(object));
    if (!state.isOver && found) impact.value = found;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    if (!state.isOver) impact.value = { state: "failed", code: error.code };
  } finally {
    freed.forEach((object) => object.free());
  }
}

/** Null where nobody waits for it any more. */
async function impactOf(draft: EntryDraft, isOver: () => boolean, free: (object: { free(): void }) => void): Promise<Impact | null> {
  const catalog = catalogNow.peek();
  const before = coverageNow.peek();
  if (catalog === null) return { state: "moved" };
  // What is replaced is freed.
  const hasMoved = () => coverageNow.peek() !== before;
  const own = draft.was === null ? null : draftOf(catalog, { of: draft.of, shortCode: draft.was });
  if (!isChanged(draft, own)) return { state: "unchanged" };
  const texts = textsAfter(draft);
  if (texts === null) return { state: "moved" };
  await nextTask();
  if (isOver()) return null;
  if (hasMoved()) return { state: "moved" };
  const changed = readCatalog(texts.catalog, free);
  if (changed.state === "refused") return { state: "refused", diagnostics: changed.diagnostics, text: texts.catalog };
  if (changed.state !== "ready") return changed.state === "failed" ? changed : { state: "moved" };
  const coverageJson = documents.coverage.typedJson.peek();
  const mentions = draft.was !== null && coverageJson.ok ? mentionsOf(coverageJson.value, draft.of, draft.was) : [];
  if (before === null) return { state: "ready", mentions, coverage: null };
  await nextTask();
  if (isOver()) return null;
  if (hasMoved()) return { state: "moved" };
  const after = readCoverage(changed.value, texts.coverage ?? documents.coverage.text.peek(), free);
  if (after.state === "refused") return { state: "ready", mentions, coverage: { state: "refused", diagnostics: after.diagnostics } };
  if (after.state !== "ready") return after.state === "failed" ? after : { state: "ready", mentions, coverage: null };
  await nextTask();
  if (isOver()) return null;
  if (hasMoved()) return { state: "moved" };
  const base = await renamedOnly(draft, before, free);
  if (base === null || isOver()) return null;
  if (hasMoved()) return { state: "moved" };
  const diff = base.diff(after.value);
  await nextTask();
  if (isOver()) return null;
  if (hasMoved()) return { state: "moved" };
  return { state: "ready", mentions, coverage: { state: "ready", selections: selectionChanges(base, after.value), diff, before: base.catalog, after: changed.value } };
}

/** The coverage in hand, with nothing but the code changed; null where it can no longer be read. */
async function renamedOnly(draft: EntryDraft, before: LoadedCoverage, free: (object: { free(): void }) => void): Promise<LoadedCoverage | null> {
  const own = draft.was === null ? null : draftOf(before.catalog, { of: draft.of, shortCode: draft.was });
  if (own === null || draft.isRemoved || own.code === draft.code) return before;
  const texts = textsAfter({ ...own, code: draft.code });
  const catalog = texts && readCatalog(texts.catalog, free);
  if (catalog?.state !== "ready") return null;
  await nextTask();
  const coverage = readCoverage(catalog.value, texts?.coverage ?? documents.coverage.text.peek(), free);
  return coverage.state === "ready" ? coverage.value : null;
}

function readCatalog(text: string, free: (object: { free(): void }) => void): Reading<LoadedCatalog> {
  const reading = LoadedCatalog.read(parseJson(text), numbersIn(nonConventioned.peek()));
  if (reading.state === "ready") free(reading.value);
  return reading;
}

function readCoverage(catalog: LoadedCatalog, text: string, free: (object: { free(): void }) => void): Reading<LoadedCoverage> {
  const reading = LoadedCoverage.read(catalog, parseJson(text), null);
  if (reading.state === "ready") free(reading.value);
  return reading;
}

function selectionChanges(before: LoadedCoverage, after: LoadedCoverage): SelectionChange[] {
  return after.payload.guarantees.flatMap(({ name }) => {
    const [old, now] = [new Set(before.careTypesOf(name)), new Set(after.careTypesOf(name))];
    const gained = [...now].filter((careType) => !old.has(careType)).length;
    const lost = [...old].filter((careType) => !now.has(careType)).length;
    return gained + lost > 0 ? [{ guarantee: name, gained, lost }] : [];
  });
}
