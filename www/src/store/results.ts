/** What has the engine made of the work in hand? Read again only where a text changed. */
import { numbersIn } from "../features/act/draft";
import { judgeDispense, LoadedCatalog, LoadedCoverage, type Diagnostic, type JudgedDispense, type Reading } from "../engine/engine";
import { EngineFailure } from "../engine/failure";
import { parseJson } from "../kit/json/parse";
import { withPlainBreaks } from "../kit/line-breaks";
import type { LoadedText, OtherVersion, Work } from "./state";

export interface Results {
  catalog: Reading<LoadedCatalog>;
  coverage: Reading<LoadedCoverage>;
  /** The coverage as it could last be read against this catalogue; what the page shows while the text is being changed. */
  compiled: LoadedCoverage | null;
  /** The text of the coverage that this is about, with plain line breaks: every place in it is an offset into this text. */
  text: string;
  /** Everything the engine finds in that text. Of one that is not JSON, what is wrong in the part that can be read. */
  problems: readonly Diagnostic[];
  other: OtherResults;
  dispense: DispenseResults;
}

/** The dispense, by the snapshot in hand. */
export interface DispenseResults {
  reading: Reading<JudgedDispense>;
  /** As it could last be judged; what the page shows while the text is being changed. */
  judged: JudgedDispense | null;
  /** The text that this is about, with plain line breaks. */
  text: string;
}

/** The version that the one in hand is compared with. */
export interface OtherResults {
  /** Its own catalogue; none where it has that of the version in hand. */
  catalog: Reading<LoadedCatalog>;
  coverage: Reading<LoadedCoverage>;
  /** The text of its coverage, with plain line breaks. */
  text: string;
}

const noOther: OtherResults = { catalog: { state: "none" }, coverage: { state: "none" }, text: "" };
const noDispense: DispenseResults = { reading: { state: "none" }, judged: null, text: "" };
export const noResults: Results = { catalog: { state: "none" }, coverage: { state: "none" }, compiled: null, text: "", problems: [], other: noOther, dispense: noDispense };

/** `before` holds what can be kept; what cannot is freed. */
export function readWork(work: Work, previous: Work | null, before: Results): Results {
  const sameOptions = previous !== null && work.nonConventioned === previous.nonConventioned;
  const sameCatalog = sameOptions && work.catalog?.text === previous.catalog?.text;
  const sameCoverage = sameCatalog && work.coverage?.text === previous.coverage?.text;
  const catalog = sameCatalog ? before.catalog : readCatalog(work.catalog?.text, work);
  const hand = sameCoverage ? before : readHand(work, catalog, sameCatalog, before);
  const other = readOther(work, previous, catalog, sameOptions, before);
  const dispense = previous?.dispense?.text === work.dispense?.text ? before.dispense : readDispense(work.dispense, before.dispense);
  if (sameCoverage && other === before.other) return dispense === before.dispense ? before : { ...before, dispense };
  freeReplaced(before, catalog, hand.compiled, other);
  return { ...hand, catalog, other, dispense };
}

function readDispense(dispense: LoadedText | null, before: DispenseResults): DispenseResults {
  if (dispense === null) return noDispense;
  const text = withPlainBreaks(dispense.text);
  const reading: Reading<JudgedDispense> = text.trim() === "" ? { state: "none" } : judgeDispense(text);
  return { reading, judged: reading.state === "ready" ? reading.value : reading.state === "none" ? null : before.judged, text };
}

function readHand(work: Work, catalog: Reading<LoadedCatalog>, sameCatalog: boolean, before: Results): Omit<Results, "other" | "dispense"> {
  const text = withPlainBreaks(work.coverage?.text ?? "");
  const read = readCoverage(catalog, text, before.compiled);
  const problems = problemsOf(catalog, read, text);
  // A coverage whose problems are not known is not shown as one that has none.
  const coverage: Reading<LoadedCoverage> = problems instanceof EngineFailure ? { state: "failed", code: problems.code } : read;
  if (read.state === "ready" && coverage !== read) read.value.free();
  const compiled = coverage.state === "ready" ? coverage.value : sameCatalog && coverage.state !== "none" ? before.compiled : null;
  return { catalog, coverage, compiled, text, problems: problems instanceof EngineFailure ? [] : problems };
}

/** What the other version has not of its own is that of the version in hand. */
function readOther(work: Work, previous: Work | null, handCatalog: Reading<LoadedCatalog>, sameOptions: boolean, before: Results): OtherResults {
  const { other } = work;
  if (other === null) return noOther;
  const coverageOf = ({ coverage }: Work, other: OtherVersion | null | undefined) => (other?.coverage ?? coverage)?.text;
  const sameOwn = sameOptions && previous?.other?.catalog?.text === other.catalog?.text;
  const own = sameOwn ? before.other.catalog : readCatalog(other.catalog?.text, work);
  const catalog = other.catalog ? own : handCatalog;
  const catalogBefore = previous?.other?.catalog ? before.other.catalog : before.catalog;
  const sameCoverage = previous?.other && coverageOf(previous, previous.other) === coverageOf(work, other);
  if (sameCoverage && catalog === catalogBefore) return before.other;
  const text = withPlainBreaks(coverageOf(work, other) ?? "");
  const lender = before.other.coverage.state === "ready" ? before.other.coverage.value : null;
  return { catalog: own, coverage: readCoverage(catalog, text, lender), text };
}

/** Gives back all that the results hold; they are not asked again. */
export function freeAll(results: Results): void {
  freeReplaced(results, noResults.catalog, null, noOther);
}

function freeReplaced(before: Results, catalog: Reading<LoadedCatalog>, compiled: LoadedCoverage | null, other: OtherResults): void {
  const free = <T extends { free(): void }>(old: Reading<T>, next: Reading<T>) => old.state === "ready" && old !== next && old.value.free();
  if (before.compiled && before.compiled !== compiled) before.compiled.free();
  free(before.other.coverage, other.coverage);
  free(before.other.catalog, other.catalog);
  free(before.catalog, catalog);
}

function readCatalog(text: string | undefined, { nonConventioned }: Work): Reading<LoadedCatalog> {
  return text === undefined ? { state: "none" } : LoadedCatalog.read(text, numbersIn(nonConventioned));
}

/** Without a catalogue, nothing but whether the text is JSON. */
function readCoverage(catalog: Reading<LoadedCatalog>, text: string, before: LoadedCoverage | null): Reading<LoadedCoverage> {
  if (text.trim() === "") return { state: "none" };
  if (catalog.state === "ready") return LoadedCoverage.read(catalog.value, text, before);
  const parsed = parseJson(text);
  return parsed.ok ? { state: "none" } : { state: "broken", mistake: parsed.mistake };
}

/** Where the text stops being JSON, the reading of the coverage says already, and better. */
function problemsOf(catalog: Reading<LoadedCatalog>, coverage: Reading<LoadedCoverage>, text: string): readonly Diagnostic[] | EngineFailure {
  if (catalog.state !== "ready" || coverage.state === "none" || coverage.state === "failed") return [];
  const found = catalog.value.validate(text);
  if (found instanceof EngineFailure) return found;
  return coverage.state === "broken" ? found.filter(({ code }) => code !== "invalid_json") : found;
}
