/** What has the engine made of the work in hand? Read again only where a text changed. */
import { numbersIn } from "./act-draft";
import { LoadedCatalog, LoadedCoverage, type Reading } from "./engine";
import type { Work } from "./state";

export interface Results {
  catalog: Reading<LoadedCatalog>;
  coverage: Reading<LoadedCoverage>;
  /** The coverage as it could last be read against this catalogue; what the page shows while the text is being changed. */
  compiled: LoadedCoverage | null;
}

export const noResults: Results = { catalog: { state: "none" }, coverage: { state: "none" }, compiled: null };

/** `before` holds what can be kept; what cannot is freed. */
export function readWork(work: Work, previous: Work | null, before: Results): Results {
  const sameCatalog = previous !== null && work.catalog?.text === previous.catalog?.text && work.nonConventioned === previous.nonConventioned;
  if (sameCatalog && work.coverage?.text === previous.coverage?.text) return before;
  const catalog = sameCatalog ? before.catalog : readCatalog(work);
  const coverage: Reading<LoadedCoverage> =
    catalog.state === "ready" && work.coverage !== null && work.coverage.text.trim() !== ""
      ? LoadedCoverage.read(catalog.value, work.coverage.text)
      : { state: "none" };
  const compiled = coverage.state === "ready" ? coverage.value : sameCatalog && coverage.state !== "none" ? before.compiled : null;
  if (before.compiled && before.compiled !== compiled) before.compiled.free();
  if (before.catalog.state === "ready" && before.catalog !== catalog) before.catalog.value.free();
  return { catalog, coverage, compiled };
}

function readCatalog(work: Work): Reading<LoadedCatalog> {
  return work.catalog === null ? { state: "none" } : LoadedCatalog.read(work.catalog.text, numbersIn(work.nonConventioned));
}
