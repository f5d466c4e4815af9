/** Where are the versions kept? In the browser's IndexedDB. This file alone imports the package's store; it is fetched with the panel. */
import { type IndexedDbCoverageStore, openIndexedDbStore } from "care-coverage/stores/indexeddb";
import type { Diagnostic, LoadedCatalog } from "./engine";
import { failureIn } from "./failure";

export type VersionStore = IndexedDbCoverageStore;

/** One of all versions. */
export interface VersionId {
  name: string;
  version: number;
}

const DATABASE = "care-coverage";

/**
 * Opens the store for one task and closes it again, so that a tab that rests holds nothing open. With a catalogue, a payload with errors
 * is refused.
 */
export async function withStore<T>(catalog: LoadedCatalog | null, task: (store: VersionStore) => Promise<T>): Promise<T> {
  const store = await openIndexedDbStore(DATABASE, catalog ? { catalog: catalog.ask((object) => object) } : {});
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}

/** What the store has against a payload; null where it is the storage or the engine itself that failed. */
export function diagnosticsOf(error: unknown): Diagnostic[] | null {
  const isAnswer = error instanceof Error && error.name === "CoverageError" && failureIn(error) === null;
  return isAnswer ? (error as Error & { diagnostics: Diagnostic[] }).diagnostics : null;
}

/** A stored version as JSON on one line, which is how two of them are compared; null where there is none. */
export async function storedJson(store: VersionStore, { name, version }: VersionId): Promise<string | null> {
  try {
    return JSON.stringify(await store.getCoveragePayload(name, version));
  } catch (error) {
    if (diagnosticsOf(error)?.some(({ code }) => code === "unknown_coverage" || code === "unknown_version")) return null;
    throw error;
  }
}

/** A stored version as a person reads it. */
export async function storedText(store: VersionStore, { name, version }: VersionId): Promise<string> {
  return `${JSON.stringify(await store.getCoveragePayload(name, version), null, 2)}\n`;
}
