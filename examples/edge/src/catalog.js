// The catalogue: the latest row of a table of D1, put there by `npm run seed`.
import { CareTypeCatalog } from "care-coverage";
import { Problem } from "./problems.js";

/** The catalogue that was read last, of which row. Building it takes longer than asking whether it is still the latest. */
let known = { revision: 0, catalog: null };

/** @param {D1Database} database */
export async function readCatalog(database) {
  const latest = "SELECT max(revision) AS revision FROM catalogues WHERE complete = 1";
  const { revision } = (await database.prepare(latest).first().catch(noTable)) ?? { revision: null };
  if (revision === null) throw new Problem(503, "no_catalogue", "no catalogue is there: seed the database");
  if (revision !== known.revision) {
    const { data, options } = await database.prepare("SELECT data, options FROM catalogues WHERE revision = ?").bind(revision).first();
    known = { revision, catalog: new CareTypeCatalog(JSON.parse(data), JSON.parse(options)) };
  }
  return known.catalog;
}

/** Of a database that was never seeded. */
function noTable(error) {
  if (!/no such table/.test(error.message)) throw error;
  return null;
}
