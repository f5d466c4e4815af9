// Versions in memory: for tests, and for what need not outlive its process.
import type { CoverageStore, CoverageStoreOptions } from "care-coverage";
import { Store } from "./core.ts";
import type { Row, Storage } from "./core.ts";

/** What a memory store holds: by name (as JSON writes it between the quotes) the texts of the payloads, version 1 first. */
export type CoverageMemory = Map<string, readonly string[]>;

/** A store in memory. Stores that are given the same `memory` are writers of the same versions. */
export function createMemoryStore(options: CoverageStoreOptions & { memory?: CoverageMemory } = {}): CoverageStore {
  return new Store(new MemoryStorage(options.memory ?? new Map()), options);
}

class MemoryStorage implements Storage {
  readonly maxBytes = Infinity;
  readonly #memory: CoverageMemory;

  constructor(memory: CoverageMemory) {
    this.#memory = memory;
  }

  async latest(name: string): Promise<Pick<Row, "version" | "payload"> | null> {
    const texts = this.#memory.get(name) ?? [];
    const payload = texts.at(-1);
    return payload === undefined ? null : { version: texts.length, payload };
  }

  async latestVersion(name: string): Promise<number | null> {
    return this.#memory.get(name)?.length ?? null;
  }

  async read(name: string, version: number): Promise<string | null> {
    return this.#memory.get(name)?.[version - 1] ?? null;
  }

  async list(): Promise<[string, number][]> {
    return Array.from(this.#memory, ([name, texts]) => [name, texts.length]);
  }

  /** Nothing waits in here, so that no other writer can come between. */
  async insert(rows: readonly Row[]): Promise<void> {
    const changed: CoverageMemory = new Map();
    for (const { name, version, payload } of rows) {
      const texts = changed.get(name) ?? this.#memory.get(name) ?? [];
      if (version !== texts.length + 1) throw new Error(`version ${version} of ${name} is not the next one`);
      changed.set(name, [...texts, payload]);
    }
    for (const [name, texts] of changed) this.#memory.set(name, texts);
  }
}
