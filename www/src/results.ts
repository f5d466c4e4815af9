/** What has the engine made of the work in hand? Read again only where a text changed. */
import { numbersIn } from "./act-draft";
import { LoadedCatalog, LoadedCoverage, type Diagnostic, type Reading } from "./engine";
import { parseJson } from "./json";
import { withPlainBreaks } from "./line-breaks";
import type { Work } from "./state";

export interface Results {
  catalog: Reading<LoadedCatalog>;
  coverage: Reading<LoadedCoverage>;
  /** The coverage as it could last be read against this catalogue; what the page shows while the text is being changed. */
  compiled: LoadedCoverage | null;
  /** The text of the coverage that this is about, with plain line breaks: every place in it is an offset into this text. */
  text: string;
  /** Everything the engine finds in that text. Of one that is not JSON, what is wrong in the part that can be read. */
  problems: readonly Diagnostic[];
}

export const noResults: Results = { catalog: { state: "none" }, coverage: { state: "none" }, compiled: null, text: "", problems: [] };

/** `before` holds what can be kept; what cannot is freed. */
export function readWork(work: Work, previous: Work | null, before: Results): Results {
  const sameCatalog = previous !== null && work.catalog?.text === previous.catalog?.text && work.nonConventioned === previous.nonConventioned;
  if (sameCatalog && work.coverage?.text === previous.coverage?.text) return before;
  const catalog = sameCatalog ? before.catalog : readCatalog(work);
  const text = withPlainBreaks(work.coverage?.text ?? "");
  const coverage = readCoverage(catalog, text);
  const compiled = coverage.state === "ready" ? coverage.value : sameCatalog && coverage.state !== "none" ? before.compiled : null;
  if (before.compiled && before.compiled !== compiled) before.compiled.free();
  if (before.catalog.state === "ready" && before.catalog !== catalog) before.catalog.value.free();
  return { catalog, coverage, compiled, text, problems: problemsOf(catalog, coverage, text) };
}

function readCatalog(work: Work): Reading<LoadedCatalog> {
  return work.catalog === null ? { state: "none" } : LoadedCatalog.read(work.catalog.text, numbersIn(work.nonConventioned));
}

/** Without a catalogue, nothing but whether the text is JSON. */
function readCoverage(catalog: Reading<LoadedCatalog>, text: string): Reading<LoadedCoverage> {
  if (text.trim() === "") return { state: "none" };
  if (catalog.state === "ready") return LoadedCoverage.read(catalog.value, text);
  const parsed = parseJson(text);
  return parsed.ok ? { state: "none" } : { state: "broken", mistake: parsed.mistake };
}

/** Where the text stops being JSON, the reading of the coverage says already, and better. */
function problemsOf(catalog: Reading<LoadedCatalog>, coverage: Reading<LoadedCoverage>, text: string): readonly Diagnostic[] {
  if (catalog.state !== "ready" || coverage.state === "none") return [];
  const found = catalog.value.validate(text);
  return coverage.state === "broken" ? found.filter(({ code }) => code !== "invalid_json") : found;
}
