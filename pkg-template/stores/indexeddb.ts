// Versions in IndexedDB, for browsers.
import type { CoverageStore, CoverageStoreOptions } from "care-coverage";
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import { ClosableStore } from "./core.ts";
import type { Row, Storage } from "./core.ts";

/** A store that holds a database open. */
export interface IndexedDbCoverageStore extends CoverageStore {
  /** Closes the database. Calls after it fail. */
  close(): Promise<void>;
}

/** The version of the database. Each format is made from the one before it in `upgrade`. */
const FORMAT = 2;

interface Schema extends DBSchema {
  versions: { key: [name: string, version: number]; value: Row };
}

/** A store in the IndexedDB database of this name, which is made where it is missing and belongs to the store alone. */
export async function openIndexedDbStore(database: string, options: CoverageStoreOptions = {}): Promise<IndexedDbCoverageStore> {
  const storage = new IndexedDbStorage(database);
  // The options are judged first: a store that is not made must leave nothing open.
  const store = new ClosableStore(storage, options);
  await storage.open();
  return store;
}

class IndexedDbStorage implements Storage {
  readonly maxBytes = Infinity;
  readonly #name: string;
  #connection: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** Opens the database, again where it was closed for a later version of the package or by the browser. */
  open(): Promise<IDBPDatabase<Schema>> {
    return (this.#connection ??= openDB<Schema>(this.#name, FORMAT, {
      async upgrade(database, format, _, transaction) {
        if (format < 1) database.createObjectStore("versions", { keyPath: ["name", "version"] });
        if (format < 2) {
          for await (const cursor of transaction.objectStore("versions")) await cursor.update({ ...cursor.value, stored_by: null });
        }
      },
      // Another tab wants to upgrade: this connection would keep it waiting.
      blocking: () => void this.#forget(),
      terminated: () => (this.#connection = null),
    }));
  }

  async latest(name: string): Promise<Row | null> {
    const { store } = (await this.open()).transaction("versions");
    return (await store.openCursor(versionsOf(name), "prev"))?.value ?? null;
  }

  /** A cursor of keys brings no payload along. */
  async latestVersion(name: string): Promise<number | null> {
    const { store } = (await this.open()).transaction("versions");
    return (await store.openKeyCursor(versionsOf(name), "prev"))?.key[1] ?? null;
  }

  async read(name: string, version: number): Promise<string | null> {
    return (await (await this.open()).get("versions", [name, version]))?.payload ?? null;
  }

  /** Keys come in ascending order, so that the last one of a name stays. */
  async list(): Promise<[string, number][]> {
    return [...new Map(await (await this.open()).getAllKeys("versions"))];
  }

  /** `add` fails where the key is there, and that ends the transaction. */
  async insert(rows: readonly Row[]): Promise<void> {
    const transaction = (await this.open()).transaction("versions", "readwrite", { durability: "strict" });
    await Promise.all([...rows.map((row) => transaction.store.add(row)), transaction.done]);
  }

  async close(): Promise<void> {
    await this.#forget();
    this.#connection = Promise.reject(new Error("the store was closed"));
    this.#connection.catch(() => undefined);
  }

  async #forget(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    (await connection)?.close();
  }
}

/** The keys of all versions of a name. */
function versionsOf(name: string): IDBKeyRange {
  return IDBKeyRange.bound([name, 0], [name, Infinity]);
}
