/**
 * What can be done with the versions of coverages: publish the one in hand, open one, compare it.
 *
 * Nothing here changes the typed text but the number and the note of its version, and that only once the version is stored.
 */
import { LoadedCatalog, type Reading } from "../../engine/engine";
import { failureIn } from "../../engine/failure";
import { diagnosticsOf, storedJson, storedText, type VersionId, type VersionStore, withStore } from "../../engine/versions-store";
import { isOpen } from "../../kit/dialog";
import { author } from "../../store/author";
import { LARGEST_TEXT } from "../../store/limits";
import { isUnfolded } from "../../store/lists";
import { dialog, say } from "../../store/page";
import { replaceWork } from "../../store/replace";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { failureWords } from "../common/words";
import { noticeWords } from "../documents/words";
import { putText } from "../text/actions";
import { hand, type Hand, idKey, idOf, listKey, noVersions, type Publishing, type Report, typedNote, versions, type Versions } from "./model";
import { noteOf, today, type VersionNote, withVersion } from "./note";
import { versionWords as v } from "./words";

function show(change: Partial<Versions>): void {
  versions.value = { ...(versions.value ?? noVersions), ...change };
}

/** Carries out one thing at a time and shows what came of it. A panel that was closed meanwhile leaves it to the message of the page. */
export async function act(task: () => Promise<Report | null>): Promise<void> {
  if (versions.value?.isBusy) return;
  show({ isBusy: true, report: null });
  const report = await task().catch(failureReport);
  await readList();
  show({ isBusy: false, report });
  if (report === null || (dialog.value === "versions" && isOpen())) return;
  say({ tone: report.tone === "good" ? "done" : "failed", text: [report.words, report.more].filter(Boolean).join(" ") });
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
  versions.value = noVersions;
  await readList();
  show({ begun: {} });
  const inHand = hand.value;
  const list = versions.value?.list ?? [];
  // The versions of the coverage in hand, and those of the only one there is, need no unfolding.
  for (const { name } of list) {
    if (list.length === 1 || (inHand.state === "ready" && inHand.name === name)) isUnfolded(listKey(name)).value = true;
  }
}

/** What is stored, for a view that offers it. */
export async function lookUp(): Promise<void> {
  versions.value ??= noVersions;
  await readList();
}

async function readList(): Promise<void> {
  const text = documents.coverage.loaded.value?.text ?? null;
  try {
    const [list, isAlike] = await withStore(null, async (store) => [await store.listCoverages(), await isStored(store, hand.value)] as const);
    show({ list, unavailable: null, storedAlike: isAlike ? text : null });
  } catch (error) {
    show({ unavailable: messageOf(error) || nameOf(error) });
  }
}

async function isStored(store: VersionStore, hand: Hand): Promise<boolean> {
  if (hand.state !== "ready" || hand.name === null || hand.version === null) return false;
  return (await storedJson(store, { name: hand.name, version: hand.version })) === hand.json;
}

/** The first of three steps. What is stored is read once more: another tab may have stored a version since. The step is shown once it can be gone on with. */
export async function beginPublishing(next: number): Promise<void> {
  let publishing: Publishing | null = null;
  await act(async () => {
    const inHand = hand.value;
    const name = inHand.state === "ready" ? inHand.name : null;
    const version = next - 1;
    const before = name === null || version === 0 ? null : { version, text: await withStore(null, (store) => storedText(store, { name, version })) };
    publishing = { name, version: next, before };
    return null;
  });
  if (publishing !== null) show({ publishing });
}

export function stopPublishing(): void {
  show({ publishing: null, begun: {} });
}

/** Stores the coverage in hand as the version that is being published. Number and note in the text follow once that is done. */
export function publish(done: () => void): Promise<void> {
  return act(async () => {
    const publishing = versions.value?.publishing;
    if (!publishing) return null;
    const text = documents.coverage.text.value;
    const { version } = publishing;
    const note = { note: typedNote.value, author: author.value, date: today() };
    const numbered = withVersion(text, version, note);
    const catalog = numbered === null ? null : ownCatalog();
    if (numbered === null || catalog?.state !== "ready") return { tone: "bad", words: v.needCatalog };
    // What is typed until the version is stored stays.
    const takeNumber = () => {
      const now = documents.coverage.text.peek();
      putText(pageEditor, documents.coverage, now === text ? numbered : (withVersion(now, version, note) ?? now), null);
    };
    try {
      const stored = await withStore(catalog.value, (store) => store.createOrUpdateCoverage(JSON.parse(numbered)));
      takeNumber();
      typedNote.value = "";
      // So that the browser does not clear the versions when it wants room. It may say no.
      void navigator.storage?.persist?.().catch(() => undefined);
      done();
      show({ publishing: null });
      say({ tone: "done", text: v.published(stored.name, stored.version), dialog: { words: v.seeVersions, name: "versions" } });
      return null;
    } catch (error) {
      return (await conflictReport(error, numbered, takeNumber)) ?? refusalReport(error, text);
    } finally {
      catalog.value.free();
    }
  });
}

function refusalReport(error: unknown, text: string): Report {
  return { ...failureReport(error), text };
}

/** Somebody else stored this version meanwhile, or the one before it is gone. */
async function conflictReport(error: unknown, text: string, takeNumber: () => void): Promise<Report | null> {
  const code = diagnosticsOf(error)?.[0]?.code;
  const { name, version } = idOf(JSON.parse(text));
  if (name === null || version === null || !code?.startsWith("version_")) return null;
  if (code === "version_below_one") return null;
  if (code !== "version_exists") return { tone: "warn", words: v.notNext(name, version), more: v.textStays };
  const stored = await withStore(null, (store) => storedJson(store, { name, version }));
  if (stored === JSON.stringify(JSON.parse(text))) {
    takeNumber();
    show({ publishing: null });
    return { tone: "good", words: v.savedAlike(name, version) };
  }
  show({ publishing: null });
  return { tone: "warn", words: v.conflict(name, version), more: v.conflictHelp };
}

/** The catalogue in hand for a task that may take longer than it stays in hand; null without one. */
export function ownCatalog(): Reading<LoadedCatalog> | null {
  const { isThere, json } = documents.catalog;
  return isThere.value ? LoadedCatalog.read(json.value, numbersIn(nonConventioned.value)) : null;
}

/** Opens a stored version instead of the coverage in hand; that can be undone. `done` runs before, while the panel is still there. */
export function open(id: VersionId, done: () => void): Promise<void> {
  return act(async () => {
    const text = await withStore(null, (store) => storedText(store, id));
    if (text.length > LARGEST_TEXT) return { tone: "bad", words: noticeWords.tooLarge(v.named(id.name, id.version), LARGEST_TEXT) };
    done();
    replaceWork({ coverage: { text, source: v.source } }, v.opened(id.name, id.version));
    return null;
  });
}

/** Compares the coverage in hand with a stored version. */
export function compare(id: VersionId, done: () => void): Promise<void> {
  return act(async () => {
    const text = await withStore(null, (store) => storedText(store, id));
    const inHand = hand.value;
    // Of the same number, the stored one was there first.
    const isBefore = inHand.state !== "ready" || inHand.version === null || id.version <= inHand.version;
    done();
    replaceWork({ other: { catalog: null, coverage: { text, source: v.source }, isBefore } }, v.comparing(id.name, id.version));
    location.hash = "compare";
    return null;
  });
}

/** What the versions of a list say of themselves; those that are known already are not read again. */
export async function readNotes(ids: readonly VersionId[]): Promise<void> {
  const known = versions.value?.notes ?? new Map<string, VersionNote>();
  const missing = ids.filter((id) => !known.has(idKey(id)));
  if (missing.length === 0) return;
  const read = await withStore(null, (store) => Promise.all(missing.map(async (id) => [idKey(id), noteOf(JSON.parse((await storedJson(store, id)) ?? "null"))] as const))).catch(() => []);
  show({ notes: new Map([...(versions.value?.notes ?? []), ...read]) });
}
