// What the service needs outside of Workers, the same in Node, Deno and Bun: a SQLite file, a catalogue from a file, and settings from
// the environment.
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { CareTypeCatalog, readJsonText } from "care-coverage";
import type { CareTypeLists } from "care-coverage";
import { openSqliteStore } from "care-coverage/stores/sqlite";
import { createApp } from "./app.ts";
import type { CatalogSource } from "./kept.ts";
import { numberOf, settingsOf } from "./settings.ts";
import type { Variables } from "./settings.ts";

export function serviceOf(variables: Variables) {
  const { COVERAGES = "coverages.db", CATALOG = "catalog.json", HOST = "127.0.0.1" } = variables;
  const database = new DatabaseSync(String(COVERAGES));
  const catalog = catalogOf(readJsonText(readFileSync(String(CATALOG))) as CareTypeLists);
  const app = createApp({ ...settingsOf(variables), openStore: () => openSqliteStore(database), catalog });
  return { fetch: (request: Request) => app.fetch(request), port: numberOf(variables, "PORT", 8787), hostname: String(HOST) };
}

function catalogOf(lists: CareTypeLists): CatalogSource {
  let catalog: CareTypeCatalog | null = new CareTypeCatalog(lists);
  const current = () => (catalog ??= new CareTypeCatalog(lists));
  return { current, latest: current, forget: () => void (catalog = null) };
}
