// One writer of a SQLite store, in a process of its own: `node sqlite-writer.mjs FILE NAME VERSIONS STEP?`. For each version it
// stages ten coverages and commits them together; each commit that was acknowledged is a line. With STEP it says "staged" before a
// commit, and waits for a line.
import { openSqliteStore } from "care-coverage/stores/sqlite";

const [file, name, versions, step] = process.argv.slice(2);
const store = await openSqliteStore(file);
for (let version = 1; version <= Number(versions); version++) {
  try {
    for (let part = 0; part < 10; part++) {
      await store.createOrUpdateCoverage({ name: `${name} ${part}`, version, guarantees: [] }, { commit: false });
    }
    if (step) {
      console.log("staged");
      await new Promise((resolve) => process.stdin.once("data", resolve));
    }
    await store.commit();
    console.log(`stored ${version}`);
  } catch (error) {
    await store.rollback();
    console.log(error.code ?? error.message);
  }
}
process.exit(0);
