/**
 * What would a change of the coverage do? Tried in a worker of the package, so that nothing on the page waits for it, and a failure of the
 * engine at it is none of the page's.
 */
import { type CatalogInWorker, type CoverageInWorker, type CoverageWorker, createCoverageWorker } from "care-coverage/worker";
import type { Acceptance } from "care-coverage/slim";
import type { CareTypeLists, CoverageAnalysis, CoverageDiff, CoveragePayload, TextDiagnostic } from "./engine";
import { codeOf, failureIn } from "./failure";

/** The texts of a catalogue and a coverage, and what is meant of its findings. */
export interface TrialBasis {
  catalog: string;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: readonly string[];
  coverage: string;
  accept: readonly Acceptance[];
}

/** What is left to say once a text is in the place of the coverage. Analysis and changes are null where one of the two cannot be compiled. */
export interface Trial {
  diagnostics: readonly TextDiagnostic[];
  analysis: CoverageAnalysis | null;
  changes: CoverageDiff | null;
}

interface Compiled {
  catalog: CatalogInWorker;
  coverage: CoverageInWorker | null;
}

export class Trials {
  #worker: Promise<CoverageWorker> | null = null;
  #catalog: { of: TrialBasis; made: Promise<CatalogInWorker> } | null = null;
  #compiled: { of: TrialBasis; made: Promise<Compiled> } | null = null;

  /** Null where it cannot be known. */
  async try(basis: TrialBasis, text: string): Promise<Trial | null> {
    try {
      return await this.#ask(await this.#compile(basis), basis, text);
    } catch (error) {
      // Where the coverage changed meanwhile, nobody waits for the answer. Else the worker is gone, or its engine was replaced.
      if (codeOf(error) !== "freed") this.#end();
      return null;
    }
  }

  async #ask({ catalog, coverage }: Compiled, { accept }: TrialBasis, text: string): Promise<Trial> {
    const options = { accept: [...accept] };
    const diagnostics = await (coverage ? coverage.validateText(text, options) : catalog.validateCoverageText(text, options));
    const next = coverage && (await compiled(text, (payload) => coverage.withPayload(payload)));
    if (!next) return { diagnostics, analysis: null, changes: null };
    try {
      return { diagnostics, analysis: await next.analyze(options), changes: await coverage.diff(next) };
    } finally {
      next.free();
    }
  }

  #compile(basis: TrialBasis): Promise<Compiled> {
    if (this.#compiled?.of !== basis) {
      void this.#compiled?.made.then(({ coverage }) => coverage?.free(), () => undefined);
      const made = this.#read(basis).then(async (catalog) => {
        const coverage = await compiled(basis.coverage, (payload) => catalog.compileCoverage(payload));
        return { catalog, coverage };
      });
      this.#compiled = { of: basis, made };
    }
    return this.#compiled.made;
  }

  #read(basis: TrialBasis): Promise<CatalogInWorker> {
    const { catalog, nonConventioned } = basis;
    const before = this.#catalog;
    if (before?.of.catalog === catalog && before.of.nonConventioned.join() === nonConventioned.join()) return before.made;
    void before?.made.then((object) => object.free(), () => undefined);
    const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: [...nonConventioned] } : {};
    const made = (this.#worker ??= createCoverageWorker()).then((worker) => worker.createCatalog(JSON.parse(catalog) as CareTypeLists, options));
    this.#catalog = { of: basis, made };
    return made;
  }

  #end(): void {
    void this.#worker?.then((worker) => worker.close(), () => undefined);
    this.#worker = this.#catalog = this.#compiled = null;
  }
}

/** Null where the text cannot be compiled. */
async function compiled(text: string, compile: (payload: CoveragePayload) => Promise<CoverageInWorker>): Promise<CoverageInWorker | null> {
  try {
    return await compile(JSON.parse(text) as CoveragePayload);
  } catch (error) {
    const isRefused = error instanceof SyntaxError || (error instanceof Error && error.name === "CoverageError" && failureIn(error) === null);
    if (isRefused && codeOf(error) !== "freed" && codeOf(error) !== "stale") return null;
    throw error;
  }
}
