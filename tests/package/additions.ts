// What the package's declarations allow beyond the contract.
import { CoverageError, checkCoverageVersion, knownValues, readCoveragePayload } from "care-coverage";
import type { CareTypeCatalog, Coverage, CoveragePayload, CoverageStore, CoverageVersion, ValidateOptions } from "care-coverage";
import { createD1Store } from "care-coverage/stores/d1";
import type { D1Binding } from "care-coverage/stores/d1";
import { openIndexedDbStore } from "care-coverage/stores/indexeddb";
import { createMemoryStore } from "care-coverage/stores/memory";
import { openSqliteStore } from "care-coverage/stores/sqlite";
import type { SqliteDatabase } from "care-coverage/stores/sqlite";

const options: ValidateOptions = { ignore: new Set(["overlap"]) };
const { practitioners, glassesLensComplexities, naturesDeSoins, treatmentModes } = knownValues();
const all: string[] = [...practitioners, ...glassesLensComplexities, ...naturesDeSoins, ...treatmentModes];
const own = new CoverageError([
  { code: "freed", severity: "error", message: "mine", variant: "call", params: {}, pointer: "", related: [], fix: null, fix_title: null },
]);

/** Asked again after an edit. */
export const edited = (coverage: Coverage, payload: CoveragePayload): Coverage => coverage.withPayload(payload);

export const added = { ignored: options.ignore, known: all.length, code: own.code };

/** Every kind of store is one, and the same calls work in front of all. */
export const stores = async (catalog: CareTypeCatalog, database: D1Binding, open: SqliteDatabase): Promise<CoverageStore[]> => {
  const [indexed, file] = [await openIndexedDbStore("coverages", { catalog }), await openSqliteStore("coverages.db")];
  await Promise.all([indexed.close(), file.close()]);
  return [createMemoryStore({ catalog, memory: new Map() }), createD1Store(database), indexed, file, await openSqliteStore(open)];
};

const anything: unknown = JSON.parse('{ "name": "basic", "version": 2, "guarantees": [] }');
export const next: CoverageVersion = checkCoverageVersion(readCoveragePayload(anything), 1);
