import type { CareTypeCatalog } from "./catalog";
import type { CoveragePayload } from "./coverage-payload";
import type { AsJson } from "./json";
import type { CoverageVersion } from "./versions";

// ───────────────────────────── stores of versions ─────────────────────────────

/** What every store takes. */
export interface CoverageStoreOptions {
  /** Payloads with errors by this catalogue are refused; warnings do not matter. Without it only shape, name and version are checked. */
  catalog?: CareTypeCatalog | undefined;
}

/** The versions of every coverage. `care-coverage/stores/memory`, `…/indexeddb`, `…/sqlite` and `…/d1` have it in front of four
 *  kinds of storage; what is stored, and how two writers meet, is in docs/stores.md. Calls of one store are carried out one after
 *  the other. What the storage itself throws is passed on as it is. */
export interface CoverageStore {
  /** Stages a version, and commits unless `commit` is false. Throws a `CoverageError`: the payload's errors, "version_not_one",
   *  "version_exists" or "version_not_next"; then this payload is not staged. Where the commit fails, it is. */
  createOrUpdateCoverage(payload: AsJson<CoveragePayload>, options?: { readonly commit?: boolean | null | undefined }): Promise<CoverageVersion>;
  /** The latest version, one's own staged ones included. Throws "unknown_coverage". */
  getLatestCoveragePayload(coverageShortName: string): Promise<CoveragePayload>;
  /** Throws "unknown_coverage", or "unknown_version". */
  getCoveragePayload(coverageShortName: string, version: number): Promise<CoveragePayload>;
  /** The latest version without its payload, one's own staged ones included; null where none is there. The stores of the package have
   *  it; another one need not, then the latest payload is read. */
  latestVersion?(coverageShortName: string): Promise<number | null>;
  /** Ascending by name (code points), one's own staged versions included. */
  listCoverages(): Promise<{ name: string; latest_version: number }[]>;
  /** Makes everything staged durable, all or nothing. Throws "version_exists" where another writer stored one of the versions first:
   *  then nothing of it is visible to others, and the stage stays until `rollback()`. */
  commit(): Promise<void>;
  /** Forgets what is staged. */
  rollback(): Promise<void>;
}
