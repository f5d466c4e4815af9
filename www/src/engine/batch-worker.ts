/** Where are files evaluated? In a worker of the package. It is fetched with the Batch view. */
import { type CoverageInWorker, type CoverageWorker, createCoverageWorker, type EvaluateOptions } from "care-coverage/worker";
import type { CareTypeLists, CoveragePayload, Diagnostic, Evaluation } from "./engine";
import { failureIn } from "./failure";

/** The texts of a catalogue and a coverage that the engine has read on the page. */
export interface Basis {
  catalog: string;
  coverage: string;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: readonly string[];
}

export interface Evaluated {
  evaluation: Evaluation;
  guaranteeNames: readonly string[];
  name: string;
  version: number;
}

/** Catalogue or coverage cannot be read at the moment; their own views say why. */
export class UnreadableBasis extends Error {}

/** A worker for one file: when it ends, its memory is given back, and a failure of it is no failure of the next. */
export async function evaluateInWorker(basis: Basis, file: File, options: EvaluateOptions & { signal: AbortSignal }): Promise<Evaluated> {
  const { signal } = options;
  const worker = await createCoverageWorker();
  try {
    signal.throwIfAborted();
    const coverage = await compile(worker, basis, signal);
    const { guaranteeNames, name, version } = coverage;
    return { evaluation: await coverage.evaluate(file, options), guaranteeNames, name, version };
  } finally {
    void worker.close();
  }
}

async function compile(worker: CoverageWorker, { catalog, coverage, nonConventioned }: Basis, signal: AbortSignal): Promise<CoverageInWorker> {
  const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: [...nonConventioned] } : {};
  try {
    const made = await worker.createCatalog(JSON.parse(catalog) as CareTypeLists, { ...options, signal });
    return await made.compileCoverage(JSON.parse(coverage) as CoveragePayload, { signal });
  } catch (error) {
    throw error instanceof SyntaxError || diagnosticsOf(error) ? new UnreadableBasis() : error;
  }
}

/** What the engine has against a file; null where something else has failed, the engine itself included. */
export function diagnosticsOf(error: unknown): Diagnostic[] | null {
  const isAnswer = error instanceof Error && error.name === "CoverageError" && failureIn(error) === null;
  return isAnswer ? (error as Error & { diagnostics: Diagnostic[] }).diagnostics : null;
}
