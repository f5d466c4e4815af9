/**
 * Which problems does a long text of a coverage have? Found in a worker of the package, so that nothing on the page waits for it. The worker
 * is kept for the next text, and made anew where it or its engine has failed.
 */
import type { Acceptance } from "care-coverage/slim";
import { type CatalogInWorker, type CoverageWorker, createCoverageWorker } from "care-coverage/worker";
import type { CareTypeLists, TextDiagnostic } from "./engine";
import { codeOf, failureIn } from "./failure";

/** The text of the catalogue, and what a text is judged with. */
export interface Basis {
  catalog: string;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: readonly string[];
  accept: readonly Acceptance[];
}

const LONGEST_WAIT_MS = 10_000;

let worker: Promise<CoverageWorker> | null = null;
let read: { key: string; catalog: Promise<CatalogInWorker> } | null = null;

/** Null where the worker has no answer; the page then finds them itself. */
export async function problemsOf(basis: Basis, text: string): Promise<TextDiagnostic[] | null> {
  let own = worker;
  try {
    const catalog = catalogOf(basis);
    own = worker;
    return await ask(await catalog, basis.accept, text);
  } catch (error) {
    // Where the catalogue changed meanwhile, nobody waits for the answer. Else the worker is gone, if no other one is in its place.
    if (codeOf(error) !== "freed" && worker === own) end();
    return null;
  }
}

async function ask(catalog: CatalogInWorker, accept: readonly Acceptance[], text: string): Promise<TextDiagnostic[]> {
  const options = { accepted: "info", signal: AbortSignal.timeout(LONGEST_WAIT_MS) } as const;
  try {
    return await catalog.validateCoverageText(text, { ...options, accept: [...accept] });
  } catch (error) {
    // Where the engine cannot read what is meant, which somebody may have written by hand, nothing is.
    const isRefused = error instanceof Error && error.name === "CoverageError" && failureIn(error) === null;
    if (accept.length === 0 || !isRefused) throw error;
    return catalog.validateCoverageText(text, options);
  }
}

function catalogOf({ catalog, nonConventioned }: Basis): Promise<CatalogInWorker> {
  const key = JSON.stringify([catalog, nonConventioned]);
  if (read?.key === key) return read.catalog;
  void read?.catalog.then((before) => before.free(), () => undefined);
  const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: [...nonConventioned] } : {};
  const made = (worker ??= createCoverageWorker()).then((worker) => worker.createCatalog(JSON.parse(catalog) as CareTypeLists, options));
  read = { key, catalog: made };
  return made;
}

function end(): void {
  void worker?.then((worker) => worker.close(), () => undefined);
  worker = read = null;
}
