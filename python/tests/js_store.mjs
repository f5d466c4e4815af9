// The npm package's store on a SQLite file: node js_store.mjs FILE READ|WRITE NAME, which is JSON. Copied to where both packages are found.
import { openSqliteStore } from "care-coverage/stores/sqlite";

const [file, what, given] = process.argv.slice(2);
const name = JSON.parse(given);
const store = await openSqliteStore(file);
if (what === "WRITE") {
  const payload = await store.getLatestCoveragePayload(name);
  await store.createOrUpdateCoverage({ ...payload, version: payload.version + 1 });
}
console.log(JSON.stringify({ list: await store.listCoverages(), latest: await store.getLatestCoveragePayload(name) }));
await store.close();
