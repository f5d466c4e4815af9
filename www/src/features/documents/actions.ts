/** How does a document come in: opened, dropped, pasted, or as the example? What is in hand is kept unless the new one can be read. */
import { loadedWords, noticeWords } from "./words";
import { failureWords, laterWords } from "../common/words";
import { compareWords } from "../compare/words";
import { yearWords } from "../year/words";
import { fromAct, numbersIn } from "../act/draft";
import { LoadedCatalog } from "../../engine/engine";
import { editedExample } from "./example-edits";
import { exampleActs, exampleDocuments, exampleYear } from "./examples";
import { parseJson } from "../../kit/json/parse";
import { LARGEST_DOCUMENT, LARGEST_TEXT } from "../../store/limits";
import { getState, replaceWork, update, type Kind, type LoadedText, type Notice, type State, type Target, type Work } from "../../store/state";

type Taken = { ok: true; work: Work; text: string } | { ok: false; notice: Notice };

/** Where a document goes that comes without saying so: in the Compare view, once there is something to compare it with, to the other version. */
export function targetOf({ view, work }: State): Target {
  return view === "compare" && work.catalog !== null && work.coverage !== null ? "other" : "hand";
}

/** Loads one document; what stands in the way is returned, to be shown where the document came from. */
export function load(loaded: LoadedText, kind: Kind | "auto", target: Target): Notice | null {
  const { work } = getState();
  const taken: Taken = loaded.text.length > LARGEST_DOCUMENT ? tooLarge(loaded.source, LARGEST_DOCUMENT) : take(work, loaded, kind, target);
  if (!taken.ok) return taken.notice;
  replaceWork(taken.work, taken.text);
  showDispense(work, taken.work);
  return null;
}

/** Files of acts, which the Batch view evaluates: by their names, and in that view whatever is not JSON. */
function isBatch({ name }: File): boolean {
  return /\.(csv|ndjson|jsonl)$/i.test(name) || (getState().view === "batch" && !/\.json$/i.test(name));
}

export async function loadFiles(files: readonly File[], target: Target): Promise<void> {
  await loadDocuments(files.filter((file) => !isBatch(file)), target);
  const batch = files.filter(isBatch);
  if (batch.length === 0) return;
  location.hash = "batch";
  await import("../batch/actions").then(({ evaluateFiles }) => evaluateFiles(batch), () => update({ notice: { tone: "failed", text: laterWords.failed } }));
}

async function loadDocuments(files: readonly File[], target: Target): Promise<void> {
  let { work } = getState();
  const done: string[] = [];
  let failed: Notice | null = null;
  for (const file of files) {
    const taken = file.size > LARGEST_DOCUMENT ? tooLarge(file.name, LARGEST_DOCUMENT) : await takeFile(work, file, target);
    if (taken.ok) {
      work = taken.work;
      done.push(taken.text);
    } else failed ??= taken.notice;
  }
  const before = getState().work;
  if (done.length > 0) {
    const { catalog, coverage, other, dispense, year } = work;
    replaceWork({ ...before, catalog, coverage, other, dispense, year }, done.join(" "));
  }
  showDispense(before, work);
  if (failed) update({ notice: done.length > 0 ? { ...failed, undo: before } : failed });
}

async function takeFile(work: Work, file: File, target: Target): Promise<Taken> {
  const text = await file.text().catch(() => null);
  return text === null
    ? { ok: false, notice: { tone: "failed", text: noticeWords.fileFailed(file.name) } }
    : take(work, { text, source: file.name }, "auto", target);
}

function tooLarge(source: string, most: number): Taken {
  return { ok: false, notice: { tone: "failed", text: noticeWords.tooLarge(source, most) } };
}

export function loadExample(): Promise<void> {
  return loadExampleInto(noticeWords.loadedExample, (work) => work);
}

/** The example, and what a second version of it may look like. */
export function loadExampleComparison(): Promise<void> {
  return loadExampleInto(noticeWords.loadedComparison, (work) => {
    const coverage = { text: editedExample(work.coverage!.text), source: loadedWords.editedSource };
    return { ...work, other: { catalog: null, coverage, isBefore: false } };
  });
}

/** A family's year of acts, and the example that it is for. */
export async function loadExampleYear(): Promise<void> {
  const text = await exampleYear().catch(() => null);
  if (text === null) return update({ notice: { tone: "failed", text: noticeWords.exampleFailed } });
  const year = { text, source: loadedWords.exampleSource };
  const { work } = getState();
  // Under a coverage that is already in hand, the acts alone.
  if (work.catalog !== null && work.coverage !== null) return replaceWork({ ...work, year }, yearWords.loaded(year.source));
  return loadExampleInto(yearWords.loadedExample, (work) => ({ ...work, year }));
}

async function loadExampleInto(done: string, finish: (work: Work) => Work): Promise<void> {
  update({ notice: { tone: "busy", text: noticeWords.loadingExample } });
  try {
    const [{ catalog, coverage }, acts] = await Promise.all([exampleDocuments(), exampleActs()]);
    const source = loadedWords.exampleSource;
    const { work } = getState();
    const draft = acts[0] ? fromAct(acts[0].act, acts[0].amounts) : work.draft;
    replaceWork(finish({ ...work, catalog: { text: catalog, source }, coverage: { text: coverage, source }, draft }), done);
  } catch {
    update({ notice: { tone: "failed", text: noticeWords.exampleFailed } });
  }
}

/** The coverage as it is now stays beside the one that is changed from here on. */
export function keepVersion(): void {
  const { work } = getState();
  const { coverage } = work;
  if (coverage === null) return;
  const other = { catalog: work.other?.catalog ?? null, coverage: { text: coverage.text, source: compareWords.keptSource(coverage.source) }, isBefore: true };
  replaceWork({ ...work, other }, compareWords.kept);
}

function take(work: Work, loaded: LoadedText, asked: Kind | "auto", target: Target): Taken {
  const { source } = loaded;
  const text = loaded.text.replace(/^\uFEFF/, "");
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, notice: { tone: "failed", text: noticeWords.brokenFile(source, parsed.mistake) } };
  // What cannot be told by its fields is what the view in front shows.
  const kind = asked === "auto" ? (kindOf(parsed.value) ?? (getState().view === "dispense" ? "dispense" : null)) : asked;
  if (kind === null) return { ok: false, notice: { tone: "failed", text: noticeWords.whichKind(source), question: { loaded: { text, source }, target } } };
  // A catalogue is shown in no field.
  if (kind !== "catalog" && text.length > LARGEST_TEXT) return tooLarge(source, LARGEST_TEXT);
  // A coverage and a dispense can be mended on the page, so they are shown with their problems; a catalogue cannot.
  if (kind === "dispense") return { ok: true, work: { ...work, dispense: { text, source } }, text: noticeWords.loadedDispense(source) };
  const done = (words: string): Taken => ({ ok: true, work: put(work, kind, { text, source }, target), text: words });
  if (kind === "year") return done(yearWords.loaded(source));
  if (kind === "coverage") return done(noticeWords.loadedCoverage(source, target));
  const reading = LoadedCatalog.read(text, numbersIn(work.nonConventioned));
  if (reading.state === "refused") {
    return { ok: false, notice: { tone: "failed", text: noticeWords.refusedCatalog(source), diagnostics: reading.diagnostics } };
  }
  if (reading.state === "failed") return { ok: false, notice: { tone: "failed", text: failureWords.notice[reading.code] } };
  if (reading.state === "ready") reading.value.free();
  return done(noticeWords.loadedCatalog(source, target));
}

/** A dispense has a view of its own, wherever it was dropped. */
function showDispense(before: Work, { dispense }: Work): void {
  if (dispense !== before.dispense) location.hash = "dispense";
}

function put(work: Work, kind: Exclude<Kind, "dispense">, loaded: LoadedText, target: Target): Work {
  if (target === "hand" || kind === "year") return { ...work, [kind]: loaded };
  const { catalog, coverage, isBefore } = work.other ?? { catalog: null, coverage: null, isBefore: false };
  // The lower version comes before the higher one, whichever is in hand.
  const before = kind === "coverage" ? versionOf(loaded) < versionOf(work.coverage) : isBefore;
  return { ...work, other: { catalog, coverage, [kind]: loaded, isBefore: before } };
}

function versionOf(loaded: LoadedText | null): number {
  const parsed = parseJson(loaded?.text ?? "");
  return parsed.ok ? Number((parsed.value as { version?: unknown } | null)?.version) : NaN;
}

/** A document is recognised by the fields that only its kind has. */
function kindOf(json: unknown): Kind | null {
  if (typeof json !== "object" || json === null) return null;
  if (Array.isArray(json)) return json.some((entry) => typeof entry === "object" && entry !== null && ("act" in entry || "care_type" in entry)) ? "year" : null;
  if ("guarantees" in json) return "coverage";
  if ("ruleset" in json || "medication_request" in json) return "dispense";
  return "internal_care_types" in json || "internal_care_type_by_short_code" in json ? "catalog" : null;
}
