// What all stores have in common: staging, reading one's own staged versions, validation, errors. The four kinds of storage
// behind it know only rows.
import { CoverageError, checkCoverageVersion, packageVersion, readCoveragePayload } from "care-coverage";
import type { AsJson, CareTypeCatalog, CoveragePayload, CoverageStore, CoverageStoreOptions, CoverageVersion } from "care-coverage";
import { catalogOf, commitOf, nameOf, unusable, versionOf } from "./arguments.ts";

/** One version as it is stored. */
export interface Row {
  /** The name of the coverage as JSON writes it between the quotes: most names as they are, and never with a NUL or half a
   *  character, which some storages cut or replace. */
  name: string;
  version: number;
  /** The payload as JSON text. A text keeps what an object might lose: keys such as `__proto__`, and their order. */
  payload: string;
  /** The version of the package that checked and stored it; null where an earlier format did not say. */
  stored_by: string | null;
}

/** A kind of storage. A stored row never changes and never goes. */
export interface Storage {
  /** Bytes of UTF-8 that the name and the payload of a row may have together. */
  readonly maxBytes: number;
  /** The latest version of a name, and its payload. */
  latest(name: string): Promise<Pick<Row, "version" | "payload"> | null>;
  /** The latest version of a name alone: no payload is read for it. */
  latestVersion(name: string): Promise<number | null>;
  /** The payload of a version. */
  read(name: string, version: number): Promise<string | null>;
  /** The latest version of every name, in any order. */
  list(): Promise<(readonly [name: string, version: number])[]>;
  /** Stores all rows durably, or none and fails. It fails where a version is there already, whoever stored it, whenever. */
  insert(rows: readonly Row[]): Promise<void>;
}

export class Store implements CoverageStore {
  readonly #storage: Storage;
  readonly #catalog: CareTypeCatalog | null;
  /** In the order in which they were staged, so ascending by version within a name. */
  #stage: Row[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, options: CoverageStoreOptions) {
    this.#catalog = catalogOf(options);
    this.#storage = storage;
  }

  async createOrUpdateCoverage(payload: AsJson<CoveragePayload>, options?: { readonly commit?: boolean | null | undefined }): Promise<CoverageVersion> {
    const commits = commitOf(options);
    // Before anything waits, and once: what is stored is what was checked, whatever the caller does with its object.
    const row = this.#checked(payload);
    return this.inTurn(async () => {
      const checked = checkCoverageVersion(JSON.parse(row.payload), await this.#latestVersion(row.name));
      this.#stage.push(row);
      if (commits) await this.#commit();
      return checked;
    });
  }

  async getLatestCoveragePayload(coverageShortName: string): Promise<CoveragePayload> {
    const name = keyOf(nameOf(coverageShortName));
    return this.inTurn(async () => {
      const latest = await this.#latest(name);
      if (latest === null) throw unknownCoverage(name);
      return JSON.parse(latest.payload);
    });
  }

  async getCoveragePayload(coverageShortName: string, version: number): Promise<CoveragePayload> {
    const [name, wanted] = [keyOf(nameOf(coverageShortName)), versionOf(version)];
    return this.inTurn(async () => {
      const staged = this.#stage.find((row) => row.name === name && row.version === wanted);
      const text = staged?.payload ?? (await this.#storage.read(name, wanted));
      if (text !== null) return JSON.parse(text);
      const latest = await this.#latestVersion(name);
      throw latest === null
        ? unknownCoverage(name)
        : unusable("unknown_version", `\`${nameOfKey(name)}\` has no version \`${wanted}\`, the latest is \`${latest}\``, { name: nameOfKey(name), version: wanted, latest });
    });
  }

  async latestVersion(coverageShortName: string): Promise<number | null> {
    const name = keyOf(nameOf(coverageShortName));
    return this.inTurn(() => this.#latestVersion(name));
  }

  listCoverages(): Promise<{ name: string; latest_version: number }[]> {
    return this.inTurn(async () => {
      const latest = new Map(await this.#storage.list());
      for (const { name, version } of this.#stage) latest.set(name, Math.max(version, latest.get(name) ?? 0));
      return [...latest]
        .map(([name, version]) => ({ name: nameOfKey(name), latest_version: version }))
        .sort((a, b) => byCodePoint(a.name, b.name));
    });
  }

  commit(): Promise<void> {
    return this.inTurn(() => this.#commit());
  }

  rollback(): Promise<void> {
    return this.inTurn(async () => {
      this.#stage = [];
    });
  }

  /** One call after the other: between two steps of one, another would see or commit half of it. */
  protected inTurn<T>(call: () => Promise<T>): Promise<T> {
    const answer = this.#turn.then(call);
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  #checked(payload: unknown): Row {
    const plain = readCoveragePayload(payload);
    // The analysis only ever warns.
    const diagnostics = this.#catalog?.validateCoverage(plain, { analysis: false }) ?? [];
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new CoverageError(errors);
    const row = { name: keyOf(plain.name), version: plain.version, payload: JSON.stringify(plain), stored_by: packageVersion() };
    if (bytesOf(row.name) + bytesOf(row.payload) > this.#storage.maxBytes) {
      throw unusable("too_large", `the payload has more than the ${this.#storage.maxBytes} bytes that this storage takes`);
    }
    return row;
  }

  /** The latest version that this store sees; one's own, where another writer has the same. */
  async #latest(name: string): Promise<Pick<Row, "version" | "payload"> | null> {
    const stored = await this.#storage.latest(name);
    const staged = this.#lastStaged(name);
    return staged === undefined || (stored !== null && stored.version > staged.version) ? stored : staged;
  }

  async #latestVersion(name: string): Promise<number | null> {
    const stored = await this.#storage.latestVersion(name);
    const staged = this.#lastStaged(name)?.version ?? null;
    return stored === null || staged === null ? (stored ?? staged) : Math.max(stored, staged);
  }

  #lastStaged(name: string): Row | undefined {
    return this.#stage.findLast((row) => row.name === name);
  }

  async #commit(): Promise<void> {
    if (this.#stage.length === 0) return;
    try {
      await this.#storage.insert(this.#stage);
    } catch (failure) {
      throw (await this.#conflict()) ?? failure;
    }
    this.#stage = [];
  }

  /** Why nothing could be stored: the error of the first staged version that is there already, if one is. Every storage says
   *  that in words of its own; whether it is so, it can be asked. */
  async #conflict(): Promise<unknown> {
    try {
      for (const { name, version, payload } of this.#stage) {
        if ((await this.#storage.read(name, version)) !== null) checkCoverageVersion(JSON.parse(payload), version);
      }
    } catch (thrown) {
      return thrown instanceof CoverageError ? thrown : null;
    }
    return null;
  }
}

/** A store whose storage holds something open. */
export class ClosableStore extends Store {
  readonly #close: () => Promise<void>;

  constructor(storage: Storage & { close(): Promise<void> }, options: CoverageStoreOptions) {
    super(storage, options);
    this.#close = () => storage.close();
  }

  close(): Promise<void> {
    return this.inTurn(this.#close);
  }
}

function keyOf(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

function nameOfKey(key: string): string {
  return JSON.parse(`"${key}"`);
}

function unknownCoverage(name: string): CoverageError {
  return unusable("unknown_coverage", `no version of \`${nameOfKey(name)}\` is stored`, { name: nameOfKey(name) });
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The order that the rest of the package has. That of JavaScript's strings differs beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  for (let index = 0; ; index++) {
    const [left, right] = [a.codePointAt(index), b.codePointAt(index)];
    if (left === undefined || right === undefined) return a.length - b.length;
    if (left !== right) return left - right;
  }
}
