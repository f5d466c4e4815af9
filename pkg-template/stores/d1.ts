// Versions in D1, for Workers.
import type { CoverageStore, CoverageStoreOptions } from "care-coverage";
import { Store } from "./core.ts";
import { SqlStorage } from "./sql.ts";
import type { Sql, Statement } from "./sql.ts";

/** What the store asks of a D1 binding; Cloudflare's `D1Database` has it. */
export interface D1Binding {
  prepare(sql: string): D1Prepared;
  batch(statements: D1Prepared[]): Promise<unknown>;
}

/** A statement of a D1 binding. */
export interface D1Prepared {
  bind(...values: unknown[]): D1Prepared;
  all(): Promise<{ results: unknown[] }>;
}

/** D1 takes rows of 2,000,000 bytes; this leaves space for the other columns. */
const MAX_BYTES = 1_990_000;

/** One for each database: it remembers that the tables are there. A worker makes a store for each request, and asking again
 *  would cost each of them a round trip. */
const storages = new WeakMap<D1Binding, SqlStorage>();

/** A store in a D1 database; its tables are made where they are missing. It holds nothing open: make one for each request, so
 *  that what one request stages no other commits. A payload may have 1,990,000 bytes as JSON, its name counted twice. */
export function createD1Store(database: D1Binding, options: CoverageStoreOptions = {}): CoverageStore {
  const storage = storages.get(database) ?? new SqlStorage(new D1Sql(database));
  storages.set(database, storage);
  return new Store(storage, options);
}

class D1Sql implements Sql {
  readonly maxBytes = MAX_BYTES;
  readonly #database: D1Binding;

  constructor(database: D1Binding) {
    this.#database = database;
  }

  async rows(statement: Statement): Promise<Record<string, unknown>[]> {
    return (await this.#prepared(statement).all()).results as Record<string, unknown>[];
  }

  /** A batch is a transaction. */
  async transact(statements: readonly Statement[]): Promise<void> {
    await this.#database.batch(statements.map((statement) => this.#prepared(statement)));
  }

  #prepared({ sql, values }: Statement): D1Prepared {
    return this.#database.prepare(sql).bind(...values);
  }
}
