// What the service needs outside of Workers, the same in Node, Deno and Bun: a SQLite file, a catalogue from a file, and the
// token from the environment.
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { CareTypeCatalog } from "care-coverage";
import { openSqliteStore } from "care-coverage/stores/sqlite";
import { createHandler } from "./handler.js";

export function handlerOf({ COVERAGES = "coverages.db", CATALOG = "catalog.json", WRITE_TOKEN, MAX_BODY_BYTES = "1048576", MAX_BODY_MILLISECONDS = "10000" }) {
  const database = new DatabaseSync(COVERAGES);
  const catalog = new CareTypeCatalog(JSON.parse(readFileSync(CATALOG, "utf8")));
  return createHandler({
    openStore: () => openSqliteStore(database),
    getCatalog: () => catalog,
    writeToken: WRITE_TOKEN,
    maxBytes: Number(MAX_BODY_BYTES),
    maxMilliseconds: Number(MAX_BODY_MILLISECONDS),
  });
}
