/**
 * Questions about all amounts at once: does a coverage keep a profile, what do members get under another version, and what would claims
 * have cost?
 *
 * They take from some milliseconds to seconds, so they are asked in a worker of the package, which keeps what it has compiled for the next one.
 * A question that nobody waits for any more is given up; where the worker or its engine has failed, the next question has a new one.
 */
import address from "care-coverage/amounts.wasm?url";
import { initAmounts, validateProfileText } from "care-coverage/slim";
import { type CatalogInWorker, type ClaimSource, type CoverageInWorker, type CoverageWorker, createCoverageWorker, type WorkerSimulateOptions } from "care-coverage/worker";
import type {
  AmountComparison, CareTypeLists, CoveragePayload, Diagnostic, RequirementProfile, RequirementsOptions, RequirementsReport, Simulation, TextDiagnostic,
} from "./engine";
import { asked, codeOf, type FailureCode, failureIn } from "./failure";
import { translated } from "./words";

/** The texts of a coverage and its catalogue. */
export interface Basis {
  catalog: string;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: readonly string[];
  coverage: string;
}

/** What pays: a coverage, or a base and its options. */
export interface SimulatedSides {
  current: readonly Basis[];
  /** What is to replace it. */
  draft: readonly Basis[] | null;
}

/** "refused": what is wrong with the question. "failed": the worker could not be started, or its engine has failed. */
export type Judged<T> =
  | { state: "ready"; value: T }
  | { state: "refused"; diagnostics: Diagnostic[] }
  | { state: "failed"; code: FailureCode | "no_worker"; cause?: string };

/** The module that judges a profile, on the page itself: fetched with the first profile of one's own. The worker has its own. */
let module: Promise<void> | null = null;

/** Every problem of a profile's text, in English. Rejects where the module cannot be fetched, or the engine fails. */
export async function profileProblems(text: string): Promise<TextDiagnostic[]> {
  module ??= initAmounts(fetch(address));
  try {
    await module;
  } catch (error) {
    module = null;
    throw error;
  }
  return asked(() => validateProfileText(text));
}

/** Of a call with several arguments, a message begins with the name of the one it is about; the place says as much. */
function plain(found: Diagnostic): Diagnostic {
  return { ...found, message: found.message.replace(/^(?:profile|options)\s*: /, "") };
}

/** Both versions of a comparison, and their catalogues; each may be a base with options. */
const MOST_KEPT = 8;

export class AmountQuestions {
  #worker: Promise<CoverageWorker> | null = null;
  readonly #catalogs = new Kept<CatalogInWorker>();
  readonly #coverages = new Kept<CoverageInWorker>();

  /** Rejects where the signal does. */
  check(basis: Basis, profile: RequirementProfile, options: RequirementsOptions, signal: AbortSignal): Promise<Judged<RequirementsReport>> {
    return this.#judged(signal, async () => (await this.#coverage(basis)).checkRequirements(profile, { ...options, signal }));
  }

  compare(before: Basis, after: Basis, date: string, signal: AbortSignal): Promise<Judged<AmountComparison>> {
    return this.#judged(signal, async () => {
      const [earlier, later] = [await this.#coverage(before), await this.#coverage(after)];
      return earlier.compareAmounts(later, { date, signal });
    });
  }

  /** A base comes before its options. Rejects where the signal does, and with what the browser says of a file that it cannot read. */
  simulate(sides: SimulatedSides, claims: ClaimSource, options: WorkerSimulateOptions & { signal: AbortSignal }): Promise<Judged<Simulation>> {
    const stack = (bases: readonly Basis[]) => Promise.all(bases.map((basis) => this.#coverage(basis)));
    return this.#judged(options.signal, async () => {
      const [current, draft] = [await stack(sides.current), sides.draft && (await stack(sides.draft))];
      return (await this.#worker!).simulate(current, draft, claims, options);
    });
  }

  async #judged<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<Judged<T>> {
    try {
      return { state: "ready", value: await ask() };
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureIn(error);
      const isRefused = failure === null && error instanceof Error && error.name === "CoverageError" && codeOf(error) !== "freed" && codeOf(error) !== "stale";
      if (isRefused) return { state: "refused", diagnostics: (error as Error & { diagnostics: Diagnostic[] }).diagnostics.map(translated).map(plain) };
      // A file that the browser could not read.
      if (error instanceof DOMException) throw error;
      this.#end();
      return { state: "failed", code: failure ?? "no_worker", cause: error instanceof Error ? error.message : String(error) };
    }
  }

  #coverage(basis: Basis): Promise<CoverageInWorker> {
    const { coverage, ...of } = basis;
    return this.#coverages.get(JSON.stringify(basis), async () => (await this.#catalog(of)).compileCoverage(JSON.parse(coverage) as CoveragePayload));
  }

  #catalog(of: Omit<Basis, "coverage">): Promise<CatalogInWorker> {
    const { catalog, nonConventioned } = of;
    const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: [...nonConventioned] } : {};
    return this.#catalogs.get(JSON.stringify(of), async () => {
      this.#worker ??= createCoverageWorker({ worker: startWorker });
      return (await this.#worker).createCatalog(JSON.parse(catalog) as CareTypeLists, options);
    });
  }

  #end(): void {
    void this.#worker?.then((worker) => worker.close(), () => undefined);
    this.#worker = null;
    this.#catalogs.clear();
    this.#coverages.clear();
  }
}

function startWorker(): Worker {
  return new Worker(new URL("./amounts-worker.ts", import.meta.url), { type: "module" });
}

/** The last few objects of a kind, by what they are of. What is dropped gives its memory back once it has answered. */
class Kept<T extends { free(): void }> {
  readonly #objects = new Map<string, Promise<T>>();

  get(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.#objects.get(key) ?? make();
    this.#objects.delete(key);
    this.#objects.set(key, found);
    // What could not be made is made again when it is next asked for.
    found.catch(() => this.#objects.get(key) === found && this.#objects.delete(key));
    const [oldest] = this.#objects.keys();
    if (this.#objects.size > MOST_KEPT) this.#drop(oldest!);
    return found;
  }

  clear(): void {
    this.#objects.clear();
  }

  #drop(key: string): void {
    void this.#objects.get(key)?.then((object) => object.free(), () => undefined);
    this.#objects.delete(key);
  }
}
