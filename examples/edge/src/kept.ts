// What is kept between requests: coverages that were compiled with the catalogue of today. Matching an act then costs microseconds.
import { CoverageError } from "care-coverage";
import type { CareTypeCatalog, Coverage, CoveragePayload, CoverageStore } from "care-coverage";
import { LRUCache } from "lru-cache";
import { Problem, isFault } from "./problems.ts";
import type { Named } from "./questions.ts";

/** Where the catalogue comes from. */
export interface CatalogSource {
  /** That of today, or of a short time ago: the same object as long as it is the same. */
  current(): CareTypeCatalog | Promise<CareTypeCatalog>;
  /** That of today, for what is going to be stored. */
  latest(): CareTypeCatalog | Promise<CareTypeCatalog>;
  /** The engine replaced itself after a fault: the object cannot be asked any more, and another one must be made. */
  forget(): void;
}

/** Asks again, once, where the engine was replaced since the kept objects were made. */
export async function unlessStale<T>(catalog: CatalogSource, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CoverageError) || error.code !== "stale") throw error;
    catalog.forget();
    return ask();
  }
}

/** A compiled coverage takes four to eight times the memory of its text, and a worker has 128 MB. */
const MOST = { max: 100, maxSize: 4_000_000 };

/** Compiled coverages, the last used ones. */
export class KeptCoverages {
  /** They go with their catalogue. */
  readonly #of = new WeakMap<CareTypeCatalog, LRUCache<string, Coverage>>();
  readonly #openStore: () => CoverageStore | Promise<CoverageStore>;

  constructor(openStore: () => CoverageStore | Promise<CoverageStore>) {
    this.#openStore = openStore;
  }

  /** Asks a version of a coverage, the latest where none is given. A stored version never changes, so one that is kept is not looked
   *  up again. `ask` may not wait: afterwards its coverage may be freed. */
  async ask<T>(catalog: CareTypeCatalog, name: string, given: number | null, ask: (coverage: Coverage, version: number) => T): Promise<T> {
    const kept = this.#keptWith(catalog);
    const store = given === null ? await this.#openStore() : null;
    // A store that cannot say it without the payload is asked for the payload.
    const version = given ?? (await store?.latestVersion?.(name)) ?? null;
    const known = version === null ? undefined : kept.get(keyOf(name, version));
    if (version !== null && known !== undefined) return ask(known, version);
    const payload = await read(store ?? (await this.#openStore()), name, version);
    const coverage = compile(catalog, payload);
    const key = keyOf(name, payload.version);
    kept.set(key, coverage, { size: JSON.stringify(payload).length });
    try {
      return ask(coverage, payload.version);
    } finally {
      // One that is larger than all that is kept together is not kept.
      if (!kept.has(key)) coverage.free();
    }
  }

  /** Asks two versions, which may be of two coverages. The first is compiled for this question: whoever waits for the second might find a
   *  kept one freed. */
  async askBoth<T>(catalog: CareTypeCatalog, first: Named, second: Named, ask: (coverages: [Coverage, Coverage], versions: [number, number]) => T): Promise<T> {
    const payload = await read(await this.#openStore(), first.name, first.version);
    return this.ask(catalog, second.name, second.version, (other, version) => {
      const coverage = compile(catalog, payload);
      try {
        return ask([coverage, other], [payload.version, version]);
      } finally {
        coverage.free();
      }
    });
  }

  #keptWith(catalog: CareTypeCatalog): LRUCache<string, Coverage> {
    const kept = this.#of.get(catalog) ?? new LRUCache({ ...MOST, dispose: (coverage: Coverage) => coverage.free() });
    this.#of.set(catalog, kept);
    return kept;
  }
}

const keyOf = (name: string, version: number) => `${version} ${name}`;

/** A stored payload; the latest where no version is given. */
export function read(store: CoverageStore, name: string, version: number | null): Promise<CoveragePayload> {
  return version === null ? store.getLatestCoveragePayload(name) : store.getCoveragePayload(name, version);
}

/** The catalogue may be another one than when the coverage was stored. */
function compile(catalog: CareTypeCatalog, payload: CoveragePayload): Coverage {
  try {
    return catalog.compileCoverage(payload);
  } catch (error) {
    if (!(error instanceof CoverageError) || isFault(error)) throw error;
    throw new Problem(409, "unusable_coverage", "the stored coverage cannot be used with the catalogue of today", error);
  }
}
