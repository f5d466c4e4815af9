// Versions in a SQLite file, for servers and builds.
import type { CoverageStore, CoverageStoreOptions } from "care-coverage";
import { ClosableStore } from "./core.ts";
import { SqlStorage } from "./sql.ts";
import type { Sql, Statement } from "./sql.ts";

/** What the store asks of a driver: `DatabaseSync` of node:sqlite has it, and so have those of better-sqlite3 and bun:sqlite. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): { all(...values: (string | number | null)[]): unknown[]; run(...values: (string | number | null)[]): unknown };
  close(): unknown;
}

/** A store that holds a file open. */
export interface SqliteCoverageStore extends CoverageStore {
  /** Closes the file. Calls after it fail. */
  close(): Promise<void>;
}

/** Milliseconds that a call waits for another process that is writing. */
const BUSY = 10_000;

/** A store in a SQLite file, which is made where it is missing, or in an open database. node:sqlite is used where it is there
 *  (Node 22.13 or later, Deno), otherwise better-sqlite3, if it is installed. Both are synchronous: a call that has to wait for
 *  another process keeps its thread waiting, for ten seconds at most. */
export async function openSqliteStore(file: string | SqliteDatabase, options: CoverageStoreOptions = {}): Promise<SqliteCoverageStore> {
  const database = typeof file === "string" ? await open(file) : file;
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY}`);
    // An answer means that the version is on the disk.
    database.exec("PRAGMA synchronous = FULL");
    const storage = Object.assign(new SqlStorage(new SqliteSql(database)), { close: async () => void database.close() });
    await storage.prepare();
    return new ClosableStore(storage, options);
  } catch (failure) {
    if (typeof file === "string") database.close();
    throw failure;
  }
}

async function open(file: string): Promise<SqliteDatabase> {
  const native = await import("node:sqlite").catch(() => null);
  if (native) return new native.DatabaseSync(file);
  const installed = await import("better-sqlite3").catch(() => null);
  if (installed) return new installed.default(file);
  throw new Error("there is no SQLite: Node has it from version 22.13, before that install better-sqlite3");
}

class SqliteSql implements Sql {
  readonly maxBytes = Infinity;
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async rows({ sql, values }: Statement): Promise<Record<string, unknown>[]> {
    return this.#database.prepare(sql).all(...values) as Record<string, unknown>[];
  }

  /** Nothing waits in here: a connection has one transaction at a time. IMMEDIATE takes the lock for writing at once, so that
   *  two writers wait for each other instead of failing. */
  async transact(statements: readonly Statement[]): Promise<void> {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      for (const { sql, values } of statements) this.#database.prepare(sql).run(...values);
      this.#database.exec("COMMIT");
    } catch (failure) {
      this.#rollBack();
      throw failure;
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // After some failures, such as a full disk, SQLite has rolled back by itself.
    }
  }
}
