/** How does a document come in: opened, dropped, pasted, or as the example? What is in hand is kept unless the new one can be read. */
import { LoadedCatalog } from "../../engine/engine";
import { parseJson } from "../../kit/json/parse";
import { isObject } from "../../kit/json/values";
import { LARGEST_DOCUMENT, LARGEST_TEXT } from "../../store/limits";
import { history } from "../../store/history";
import { say, view } from "../../store/page";
import { openWork } from "../../store/persistence";
import type { Kind, LoadedText, Notice, Target, Work } from "../../store/types";
import { replaceWork } from "../../store/replace";
import { documents, draft, noChoice, nonConventioned, numbersIn, work } from "../../store/work";
import { fromAct } from "../act/draft";
import { failureWords } from "../common/words";
import { ACTS } from "../question/acts";
import { exampleActs, exampleCatalog, exampleDocuments, type ExampleName, type ExampleTexts, firstExample } from "./examples";
import { exampleWords, loadedWords, noticeWords } from "./words";

type Refused = { ok: false; notice: Notice };
type Taken = { ok: true; work: Work; text: string } | Refused;

/** Where a document goes that comes without saying so: in the Compare view, once there is something to compare it with, to the other version. */
export function targetOf(): Target {
  return view.value === "compare" && documents.catalog.isThere.value && documents.coverage.isThere.value ? "other" : "hand";
}

/** Loads one document; what prevents it is returned, to be shown where the document came from. */
export function load(loaded: LoadedText, kind: Kind | "auto", target: Target): Notice | null {
  const before = work.peek();
  const taken: Taken = loaded.text.length > LARGEST_DOCUMENT ? tooLarge(loaded.source, LARGEST_DOCUMENT) : take(before, loaded, kind, target);
  if (!taken.ok) return taken.notice;
  const { yearAct: _, ...parts } = taken.work;
  replaceWork(parts, taken.text);
  showOwn(before, taken.work);
  return null;
}

export async function loadDocuments(files: readonly File[], target: Target): Promise<void> {
  // What is typed while files are read stays.
  const read = await Promise.all(files.map(readFile));
  const before = work.peek();
  let next = before;
  const done: string[] = [];
  let failed: Notice | null = null;
  for (const loaded of read) {
    const taken: Taken = "notice" in loaded ? loaded : take(next, loaded, "auto", target);
    if (taken.ok) {
      next = taken.work;
      done.push(taken.text);
    } else failed ??= taken.notice;
  }
  if (done.length > 0) {
    const { catalog, coverage, other, dispense, year, acceptances, profile, classes, compliance } = next;
    replaceWork({ catalog, coverage, other, dispense, year, acceptances, profile, classes, compliance }, done.join(" "));
  }
  showOwn(before, next);
  const step = done.length > 0 ? history.lastStep.peek()?.id : undefined;
  if (failed) say(step === undefined ? failed : { ...failed, step });
}

async function readFile(file: File): Promise<LoadedText | Refused> {
  if (file.size > LARGEST_DOCUMENT) return tooLarge(file.name, LARGEST_DOCUMENT);
  const text = await file.text().catch(() => null);
  return text === null
    ? { ok: false, notice: { tone: "failed", text: noticeWords.fileFailed(file.name) } }
    : { text, source: file.name };
}

function tooLarge(source: string, most: number): Refused {
  return { ok: false, notice: { tone: "failed", text: noticeWords.tooLarge(source, most) } };
}

/** What there is to do in them is done in the form. */
const FOR_FORM: readonly ExampleName[] = ["broken", "blank"];

/** One of the examples, in place of what is in hand. */
export async function loadExample(name: ExampleName = "individual"): Promise<void> {
  if (name === "individual") return loadExampleInto(noticeWords.loadedExample, (work) => work);
  say({ tone: "busy", text: noticeWords.loadingExample });
  try {
    const texts = await exampleDocuments(name);
    const source = exampleWords[name].title;
    const option = texts.option === null ? null : { catalog: null, coverage: { text: texts.option, source: exampleWords.optionSource }, isBefore: false };
    const catalog = { text: texts.catalog, source: loadedWords.exampleSource };
    replaceWork({ catalog, coverage: { text: texts.coverage, source }, other: option, ...ofAnother(work.peek()) }, exampleWords[name].loaded);
    if (FOR_FORM.includes(name)) location.hash = "coverage";
  } catch {
    say({ tone: "failed", text: noticeWords.exampleFailed });
  }
}

export async function loadExampleInto(done: string, finish: (work: Work) => Work): Promise<void> {
  say({ tone: "busy", text: noticeWords.loadingExample });
  try {
    const [texts, acts] = await Promise.all([exampleDocuments("individual"), exampleActs()]);
    const act = acts[0] ? fromAct(acts[0].act, acts[0].amounts) : draft.value;
    replaceWork({ ...finish({ ...work.peek(), ...individual(texts), draft: act }), yearAct: null }, done);
  } catch {
    say({ tone: "failed", text: noticeWords.exampleFailed });
  }
}

/** What a first visit begins with: no step of anybody, and kept for the next visit only once it is changed. Whether it could be fetched. */
export async function openFirstExample(): Promise<boolean> {
  const texts = await firstExample().catch(() => null);
  if (texts === null) return false;
  // The act is that of the question above the coverage.
  const { act, amounts } = ACTS.crown;
  history.unrecorded(() => openWork({ ...work.peek(), ...individual(texts), draft: fromAct(act, amounts) }));
  return true;
}

/** With what is meant of its findings. */
function individual({ catalog, coverage, acceptances }: ExampleTexts): Pick<Work, "catalog" | "coverage" | "acceptances" | "compliance"> {
  const source = loadedWords.exampleSource;
  const of = ofAnother(work.peek());
  return { ...of, catalog: { text: catalog, source }, coverage: { text: coverage, source }, acceptances: acceptances === null ? null : { text: acceptances, source } };
}

/** A coverage without guarantees, of the catalogue in hand; where there is none, of that of the example. */
export async function newCoverage(): Promise<void> {
  const text = `${JSON.stringify({ name: exampleWords.newName, version: 1, guarantees: [] }, null, 2)}\n`;
  const change: Partial<Work> = { coverage: { text, source: loadedWords.typedSource }, other: null, ...ofAnother(work.peek()) };
  if (!documents.catalog.isThere.value) {
    const catalog = await exampleCatalog().catch(() => null);
    if (catalog === null) return say({ tone: "failed", text: noticeWords.exampleFailed });
    change.catalog = { text: catalog, source: loadedWords.exampleSource };
  }
  replaceWork(change, noticeWords.newCoverage);
  location.hash = "coverage";
}

function take(work: Work, loaded: LoadedText, asked: Kind | "auto", target: Target): Taken {
  const { source } = loaded;
  const text = loaded.text.replace(/^\uFEFF/, "");
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, notice: { tone: "failed", text: noticeWords.brokenFile(source, parsed.mistake) } };
  // Findings that are meant belong to the coverage in hand.
  if (asked === "auto" && isAcceptances(parsed.value)) return { ok: true, work: { ...work, acceptances: { text, source } }, text: noticeWords.acceptances(source) };
  // What cannot be known by its fields is what the view in front shows.
  const kind = asked === "auto" ? (kindOf(parsed.value) ?? (view.value === "dispense" ? "dispense" : null)) : asked;
  if (kind === null) return { ok: false, notice: { tone: "failed", text: noticeWords.whichKind(source), question: { loaded: { text, source }, target } } };
  // A catalogue is shown in no field.
  if (kind !== "catalog" && text.length > LARGEST_TEXT) return tooLarge(source, LARGEST_TEXT);
  // A coverage and a dispense can be mended on the page, so they are shown with their problems; a catalogue cannot.
  if (kind === "dispense") return { ok: true, work: { ...work, dispense: { text, source } }, text: noticeWords.loadedDispense(source) };
  if (kind === "profile" || kind === "classes") {
    const compliance = { ...(work.compliance ?? noChoice), [kind]: "own" as const, leavesOut: false };
    return { ok: true, work: { ...work, [kind]: { text, source }, compliance }, text: noticeWords.loadedOwn[kind](source) };
  }
  const done = (words: string): Taken => ({ ok: true, work: put(work, kind, { text, source }, target), text: words });
  if (kind === "year") return done(noticeWords.loadedYear(source));
  if (kind === "coverage") return done(noticeWords.loadedCoverage(source, target));
  const reading = LoadedCatalog.read(parsed, numbersIn(nonConventioned.value));
  if (reading.state === "refused") {
    return { ok: false, notice: { tone: "failed", text: noticeWords.refusedCatalog(source), diagnostics: reading.diagnostics } };
  }
  if (reading.state === "failed") return { ok: false, notice: { tone: "failed", text: failureWords.notice[reading.code] } };
  if (reading.state === "ready") reading.value.free();
  return done(noticeWords.loadedCatalog(source, target));
}

/** A dispense has a view of its own, and so has what a coverage is held to, wherever it was dropped. */
function showOwn(before: Work, { dispense, profile, classes }: Work): void {
  if (dispense !== before.dispense) location.hash = "dispense";
  else if (profile !== before.profile || classes !== before.classes) location.hash = "compliance";
}

function put(work: Work, kind: Exclude<Kind, "dispense" | "profile" | "classes">, loaded: LoadedText, target: Target): Work {
  // What was meant of one coverage is not meant of another; a file of the same name is a later state of it.
  const isAnother = kind === "coverage" && target === "hand" && fieldOf(loaded, "name") !== fieldOf(work.coverage, "name");
  if (target === "hand" || kind === "year") return { ...work, [kind]: loaded, ...(isAnother && ofAnother(work)) };
  const { catalog, coverage, isBefore } = work.other ?? { catalog: null, coverage: null, isBefore: false };
  // The lower version comes before the higher one, whichever is in hand.
  const before = kind === "coverage" ? versionOf(loaded) < versionOf(work.coverage) : isBefore;
  return { ...work, other: { catalog, coverage, [kind]: loaded, isBefore: before } };
}

/** What was meant of one coverage, or declared of it, is not so of another. */
export function ofAnother({ compliance }: Work): Pick<Work, "acceptances" | "compliance"> {
  return { acceptances: null, compliance: compliance && { ...compliance, declarations: {} } };
}

function versionOf(loaded: LoadedText | null): number {
  return Number(fieldOf(loaded, "version"));
}

function fieldOf(loaded: LoadedText | null, field: "name" | "version"): unknown {
  const parsed = parseJson(loaded?.text ?? "");
  return parsed.ok ? (parsed.value as { [field]?: unknown } | null)?.[field] : undefined;
}

function isAcceptances(json: unknown): boolean {
  return typeof json === "object" && json !== null && "accept" in json && Array.isArray(json.accept);
}

/** A document is recognised by the fields that only its kind has. */
function kindOf(json: unknown): Kind | null {
  if (typeof json !== "object" || json === null) return null;
  if (Array.isArray(json)) return json.some((entry) => typeof entry === "object" && entry !== null && ("act" in entry || "care_type" in entry)) ? "year" : null;
  if ("guarantees" in json) return "coverage";
  if ("ruleset" in json || "medication_request" in json) return "dispense";
  if ("internal_care_types" in json || "internal_care_type_by_short_code" in json) return "catalog";
  if ("requirements" in json) return "profile";
  const entries = Object.entries(json).filter(([name]) => name !== "$schema" && name !== "description" && !name.startsWith("x-"));
  return entries.length > 0 && entries.every(([, entry]) => isObject(entry) && "selector" in entry) ? "classes" : null;
}
