// One writer of a SQLite store, in a process of its own: `node sqlite-writer.mjs FILE NAME FROM TO`. It says "ready", waits
// for a line, and then submits the versions one after the other; each that was acknowledged is a line.
import { openSqliteStore } from "care-coverage/stores/sqlite";

const [file, name, from, to] = process.argv.slice(2);
const store = await openSqliteStore(file);
console.log("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (let version = Number(from); version <= Number(to); version++) {
  try {
    // Two at once: one commit, two rows.
    await store.createOrUpdateCoverage({ name: `${name} twin`, version, guarantees: [] }, { commit: false });
    await store.createOrUpdateCoverage({ name, version, guarantees: [] });
    console.log(`stored ${version}`);
  } catch (error) {
    await store.rollback();
    console.log(error.code ?? error.message);
  }
}
process.exit(0);
