/**
 * What can be done with the versions of coverages: save the one in hand, open one, compare two.
 *
 * Nothing here changes the typed text but the number of its version, and that only once the version is stored.
 */
import { noticeWords } from "../documents/words";
import { failureWords } from "../common/words";
import { numbersIn } from "../act/draft";
import type { FocusRequest } from "../../kit/focus";
import { LoadedCatalog, type Diagnostic } from "../../engine/engine";
import { failureIn } from "../../engine/failure";
import { parseJson, type Mistake } from "../../kit/json/parse";
import { withPlainBreaks } from "../../kit/line-breaks";
import { LARGEST_TEXT } from "../../store/limits";
import { unfold } from "../common/lists";
import { versionWords as v } from "./words";
import { getState, replaceWork, update, type Work } from "../../store/state";
import { applyEdits, patchText } from "../../kit/json/patch";
import { diagnosticsOf, storedJson, storedText, withStore, type VersionId, type VersionStore } from "../../engine/versions-store";
import { putText } from "../coverage/fixes";

export interface ReportLine {
  tone: "good" | "bad" | "info";
  words: string;
  diagnostics?: Diagnostic[];
}

/** What came of the last thing that was asked for. `text`: what the diagnostics' places are in. */
export interface Report {
  tone: "good" | "bad" | "warn";
  words: string;
  /** What else there is to say. */
  more?: string;
  diagnostics?: Diagnostic[];
  text?: string;
  lines?: ReportLine[];
}

export interface Versions {
  /** Null until it is read. */
  list: readonly { name: string; latest_version: number }[] | null;
  /** Why nothing can be kept here, as the browser says it. */
  unavailable: string | null;
  /** The text in hand, where the version that it names is stored just so. */
  storedAlike: string | null;
  /** What is ticked to be compared, at most two, in the order of ticking. */
  chosen: readonly VersionId[];
  isBusy: boolean;
  report: Report | null;
  /** A panel that has just been read takes the focus. */
  begun: FocusRequest | null;
}

const noVersions: Versions = { list: null, unavailable: null, storedAlike: null, chosen: [], isBusy: false, report: null, begun: null };

export type Hand =
  | { state: "none" }
  | { state: "broken"; mistake: Mistake }
  /** A name or a version that is none is null: what is wrong with it, the store says. */
  | { state: "ready"; name: string | null; version: number | null; json: string };

let lastHand: { text: string; hand: Hand } | null = null;

/** Name and version of the coverage in hand. That of the last text is remembered. */
export function readHand({ coverage }: Work): Hand {
  const text = withPlainBreaks(coverage?.text ?? "");
  if (lastHand?.text !== text) lastHand = { text, hand: handIn(text) };
  return lastHand.hand;
}

function handIn(text: string): Hand {
  if (text.trim() === "") return { state: "none" };
  const parsed = parseJson(text);
  if (!parsed.ok) return { state: "broken", mistake: parsed.mistake };
  return { state: "ready", ...idOf(parsed.value), json: JSON.stringify(parsed.value) };
}

export function idOf(payload: unknown): { name: string | null; version: number | null } {
  const { name, version } = (payload ?? {}) as { name?: unknown; version?: unknown };
  return { name: typeof name === "string" && name.trim() !== "" ? name : null, version: Number.isSafeInteger(version) ? (version as number) : null };
}

export function latestOf({ list }: Versions, name: string | null): number {
  return list?.find((stored) => stored.name === name)?.latest_version ?? 0;
}

export function listKey(name: string): string {
  return `versions/${name}`;
}

function show(change: Partial<Versions>): void {
  update({ versions: { ...(getState().versions ?? noVersions), ...change } });
}

/** Carries out one thing at a time and shows what came of it. A panel that was closed meanwhile leaves it to the message of the page. */
export async function act(task: () => Promise<Report | null>): Promise<void> {
  if (getState().versions?.isBusy) return;
  show({ isBusy: true, report: null });
  const report = await task().catch(failureReport);
  await readList();
  show({ isBusy: false, report });
  if (report === null || getState().dialog === "versions") return;
  update({ notice: { tone: report.tone === "good" ? "done" : "failed", text: [report.words, report.more].filter(Boolean).join(" ") } });
}

export function failureReport(error: unknown): Report {
  const diagnostics = diagnosticsOf(error);
  const failure = failureIn(error);
  if (failure) return { tone: "bad", words: failureWords.title, more: failureWords.help[failure] };
  return diagnostics
    ? { tone: "bad", words: v.refused, more: v.textStays, diagnostics }
    : { tone: "bad", words: v.storageFailed, more: v.storageHelp(nameOf(error), messageOf(error)) };
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : String(error);
}

/** What the panel begins with. */
export async function begin(): Promise<void> {
  update({ versions: noVersions });
  await readList();
  show({ begun: {} });
  const { work, versions } = getState();
  const hand = readHand(work);
  // The versions of the coverage in hand, and those of the only one there is, need no unfolding.
  for (const { name } of versions?.list ?? []) {
    if (versions?.list?.length === 1 || (hand.state === "ready" && hand.name === name)) unfold(listKey(name), true);
  }
}

async function readList(): Promise<void> {
  const { work } = getState();
  try {
    const [list, isAlike] = await withStore(null, async (store) => [await store.listCoverages(), await isStored(store, work)] as const);
    show({ list, unavailable: null, storedAlike: isAlike ? work.coverage!.text : null });
  } catch (error) {
    show({ unavailable: messageOf(error) || nameOf(error) });
  }
}

async function isStored(store: VersionStore, work: Work): Promise<boolean> {
  const hand = readHand(work);
  if (hand.state !== "ready" || hand.name === null || hand.version === null) return false;
  return (await storedJson(store, { name: hand.name, version: hand.version })) === hand.json;
}

/** Stores the coverage in hand, under this number or the one it has. The number in the text follows once that is done. */
export function save(version: number | null): Promise<void> {
  return act(async () => {
    const { work } = getState();
    const text = withPlainBreaks(work.coverage?.text ?? "");
    const numbered = version === null ? text : withVersion(text, version);
    const catalog = work.catalog && LoadedCatalog.read(work.catalog.text, numbersIn(work.nonConventioned));
    if (numbered === null || catalog?.state !== "ready") return { tone: "bad", words: v.needCatalog };
    try {
      const stored = await withStore(catalog.value, (store) => store.createOrUpdateCoverage(JSON.parse(numbered)));
      keepNumber(stored.version);
      // So that the browser does not clear the versions when it wants room. It may say no.
      void navigator.storage?.persist?.().catch(() => undefined);
      return { tone: "good", words: v.saved(stored.name, stored.version) };
    } catch (error) {
      return (await conflictReport(error, numbered)) ?? refusalReport(error, text);
    } finally {
      catalog.value.free();
    }
  });
}

function refusalReport(error: unknown, text: string): Report {
  return { ...failureReport(error), text };
}

/** Somebody else stored this version meanwhile, or the one before it is gone. */
async function conflictReport(error: unknown, text: string): Promise<Report | null> {
  const code = diagnosticsOf(error)?.[0]?.code;
  const { name, version } = idOf(JSON.parse(text));
  if (name === null || version === null || !code?.startsWith("version_")) return null;
  if (code === "version_below_one") return null;
  if (code !== "version_exists") return { tone: "warn", words: v.notNext(name, version), more: v.textStays };
  const stored = await withStore(null, (store) => storedJson(store, { name, version }));
  if (stored === JSON.stringify(JSON.parse(text))) {
    keepNumber(version);
    return { tone: "good", words: v.savedAlike(name, version) };
  }
  return { tone: "warn", words: v.conflict(name, version), more: v.conflictHelp };
}

/** The text with this version, nothing else changed; null where it is no object. */
function withVersion(text: string, version: number): string | null {
  const edits = patchText(text, [{ op: "add", path: "/version", value: version }]);
  return edits && applyEdits(text, edits);
}

function keepNumber(version: number): void {
  const text = withPlainBreaks(getState().work.coverage?.text ?? "");
  const numbered = withVersion(text, version);
  if (numbered !== null && numbered !== text) putText(numbered, null);
}

/** Opens a stored version instead of the coverage in hand; that can be undone. `done` runs before, while the panel is still there. */
export function open(id: VersionId, done: () => void): Promise<void> {
  return act(async () => {
    const text = await withStore(null, (store) => storedText(store, id));
    if (text.length > LARGEST_TEXT) return { tone: "bad", words: noticeWords.tooLarge(v.named(id.name, id.version), LARGEST_TEXT) };
    done();
    replaceWork({ ...getState().work, coverage: { text, source: v.source(id.version) } }, v.opened(id.name, id.version));
    return null;
  });
}

/** Compares the coverage in hand with a stored version, or two stored versions, of which the later comes in hand. */
export function compare(ids: readonly VersionId[], done: () => void): Promise<void> {
  return act(async () => {
    const [earlier, later] = [...ids].sort((a, b) => a.version - b.version);
    if (!earlier) return null;
    const loaded = (id: VersionId) =>
      withStore(null, async (store) => ({ text: await storedText(store, id), source: v.source(id.version) }));
    const other = await loaded(earlier);
    const coverage = later && (await loaded(later));
    const { work } = getState();
    const hand = readHand(work);
    // Of the same number, the stored one was there first.
    const isBefore = coverage !== undefined || hand.state !== "ready" || hand.version === null || earlier.version <= hand.version;
    const words = later ? v.comparingTwo(earlier, later) : v.comparing(earlier.name, earlier.version);
    done();
    replaceWork({ ...work, coverage: coverage ?? work.coverage, other: { catalog: null, coverage: other, isBefore } }, words);
    location.hash = "compare";
    return null;
  });
}

/** Of three, the one ticked first gives way. */
export function choose(id: VersionId, isChosen: boolean): void {
  const others = (getState().versions?.chosen ?? []).filter((chosen) => !isSame(chosen, id));
  show({ chosen: isChosen ? [...others, id].slice(-2) : others });
}

export function isSame(a: VersionId, b: VersionId): boolean {
  return a.name === b.name && a.version === b.version;
}
