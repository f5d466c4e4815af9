// The catalogue of a worker: the latest row of a table of D1, put there by `npm run seed`.
import { CareTypeCatalog, readJsonText } from "care-coverage";
import type { CareTypeCatalogOptions, CareTypeLists } from "care-coverage";
import type { D1Binding } from "care-coverage/stores/d1";
import type { CatalogSource } from "./kept.ts";
import { Problem } from "./problems.ts";

export interface Ages {
  /** For so long after it was asked for, nobody asks whether there is a later one. */
  freshMilliseconds: number;
  /** For so long it is used, and asked for again after the answer. After that the request waits. */
  usableMilliseconds: number;
  /** Lets a promise go on after the answer. */
  waitUntil: (promise: Promise<unknown>) => void;
}

const LATEST = "SELECT max(revision) AS revision FROM catalogues WHERE complete = 1";
const READ = "SELECT data, options FROM catalogues WHERE revision = ?";

/** A worker may not wait for what another request asked, so that only values are kept, and no promises. */
export function createCatalogSource(database: D1Binding, { freshMilliseconds, usableMilliseconds, waitUntil }: Ages): CatalogSource {
  /** `since`: it was the latest then. */
  let known: { revision: number; catalog: CareTypeCatalog; since: number } | null = null;
  let askedAt = 0;

  async function latest(): Promise<CareTypeCatalog> {
    askedAt = Date.now();
    const since = askedAt;
    const revision = ((await rows(database, LATEST).catch(noTable))[0]?.revision ?? null) as number | null;
    if (revision === null) throw new Problem(503, "no_catalogue", "no catalogue is there: seed the database");
    if (known?.revision === revision) {
      known.since = since;
      return known.catalog;
    }
    const [row] = await rows(database, READ, revision);
    const catalog = new CareTypeCatalog(readJsonText(String(row?.data)) as CareTypeLists, readJsonText(String(row?.options)) as CareTypeCatalogOptions);
    // What was asked later is newer, whichever answer comes first.
    if (known === null || since >= known.since) known = { revision, catalog, since };
    return catalog;
  }

  return {
    latest,
    current() {
      const now = Date.now();
      if (known === null || now - known.since > usableMilliseconds) return latest();
      // Once in a while, whatever became of the last time.
      if (now - Math.max(known.since, askedAt) > freshMilliseconds) waitUntil(latest().catch((error) => console.error(error)));
      return known.catalog;
    },
    forget() {
      known = null;
    },
  };
}

async function rows(database: D1Binding, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await database.prepare(sql).bind(...values).all()).results as Record<string, unknown>[];
}

/** Of a database that was never seeded. */
function noTable(error: Error): [] {
  if (!/no such table/.test(error.message)) throw error;
  return [];
}
