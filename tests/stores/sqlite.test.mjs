// The store in a SQLite file, with the driver that this Node has: the contract, writers in many processes, processes that are
// killed, and earlier formats. `run.mjs` runs it with both drivers.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { imported as api, importText, inside } from "../package/install.mjs";
import { runContract } from "./contract.mjs";
import { readsFormat1, statementsOf } from "./formats.mjs";
import { coverageOf } from "./payloads.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// As a user would have installed it.
symlinkSync(here("node_modules/better-sqlite3"), inside("node_modules/better-sqlite3"));
copyFileSync(here("sqlite-writer.mjs"), inside("sqlite-writer.mjs"));
const { openSqliteStore } = await importText("sqlite-store.mjs", 'export * from "care-coverage/stores/sqlite";\n');
const native = await import("node:sqlite").catch(() => null);
const Driver = native?.DatabaseSync ?? createRequire(import.meta.url)("better-sqlite3");

const folder = mkdtempSync(inside("databases-"));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `${++files}.db`);

test(`the contract in SQLite: ${native ? "node:sqlite" : "better-sqlite3"}`, async (t) => {
  const { broken, count } = await runContract(api, () => {
    const file = newFile();
    return { open: (options) => openSqliteStore(file, options), end: () => rmSync(file) };
  });
  assert.deepEqual(broken, [], broken.join("\n"));
  t.diagnostic(`${count} promises, Node ${process.version}`);
});

test("what was stored is there when the file is opened again, and in an open database, too", async () => {
  const file = newFile();
  const store = await openSqliteStore(file);
  await store.createOrUpdateCoverage(coverageOf("basic", 1));
  await store.createOrUpdateCoverage(coverageOf("basic", 2), { commit: false });
  await store.close();
  await assert.rejects(store.listCoverages());
  const again = await openSqliteStore(new Driver(file));
  assert.deepEqual(await again.listCoverages(), [{ name: "basic", latest_version: 1 }]);
  await again.close();
});

test("of 50 processes that submit the same versions, one wins each", async (t) => {
  const file = newFile();
  const started = performance.now();
  const writers = await Promise.all(Array.from({ length: 50 }, () => writer(file, "basic", 1, 3)));
  for (const { process } of writers) process.stdin.write("go\n");
  const said = await Promise.all(writers.map(async ({ lines, ended }) => (await ended, lines.slice(1))));
  for (const version of [1, 2, 3]) {
    assert.equal(said.filter((lines) => lines[version - 1] === `stored ${version}`).length, 1, `version ${version}`);
  }
  const others = said.flat().filter((line) => !line.startsWith("stored "));
  assert.deepEqual([others.length, ...new Set(others)], [147, "version_exists"]);
  await assertConsistent(file, { basic: 3, "basic twin": 3 });
  t.diagnostic(`${((performance.now() - started) / 1000).toFixed(1)} s`);
});

test("a process that is killed during its commits leaves every acknowledged version, and nothing half done", async (t) => {
  const rounds = 12;
  let acknowledged = 0;
  const file = newFile();
  for (let round = 1; round <= rounds; round++) {
    const name = `round ${round}`;
    const { process, lines, ended } = await writer(file, name, 1, 100);
    process.stdin.write("go\n");
    // Each round ends elsewhere in its commits.
    while (lines.length <= round * 7) await Promise.race([once(process.stdout, "data"), ended]);
    process.kill("SIGKILL");
    await ended;
    const last = Number(lines.at(-1).slice("stored ".length));
    assert.ok(last >= 7 && lines.slice(1).every((line, index) => line === `stored ${index + 1}`), lines.join());
    const store = await openSqliteStore(file);
    const latest = new Map((await store.listCoverages()).map(({ name, latest_version }) => [name, latest_version]));
    const stored = latest.get(name);
    // At most the one commit that was under way.
    assert.ok(stored === last || stored === last + 1, `${stored} versions are stored, ${last} were acknowledged`);
    assert.equal(latest.get(`${name} twin`), stored, "a commit is whole");
    for (let version = 1; version <= stored; version++) assert.equal((await store.getCoveragePayload(name, version)).version, version);
    await store.close();
    acknowledged += last;
  }
  await assertConsistent(file);
  t.diagnostic(`${rounds} processes killed, ${acknowledged} acknowledged commits`);
});

test("a store of an earlier format is read and written on", async () => {
  const file = newFile();
  const database = new Driver(file);
  for (const statement of await statementsOf(1)) database.exec(statement);
  database.close();
  const store = await openSqliteStore(file);
  await readsFormat1(store);
  await store.close();
  const again = await openSqliteStore(file);
  assert.deepEqual(await again.getLatestCoveragePayload("basic"), coverageOf("basic", 3));
  await again.close();
  const migrated = new Driver(file);
  const rows = migrated.prepare("SELECT version, stored_by FROM care_coverage_versions WHERE name = 'basic' ORDER BY version").all();
  assert.deepEqual(rows.map(({ version, stored_by }) => [version, stored_by]), [[1, null], [2, null], [3, api.packageVersion()]]);
  migrated.close();
});

test("a store of a later format is not touched", async () => {
  const file = newFile();
  await (await openSqliteStore(file)).close();
  const database = new Driver(file);
  database.exec("INSERT INTO care_coverage_formats (format) VALUES (99)");
  database.close();
  await assert.rejects(openSqliteStore(file), /format 99, which is of a later version/);
});

test("a file that is no database is an error of the driver, not of the payload", async () => {
  await assert.rejects(openSqliteStore(here("sqlite.test.mjs")), (error) => !(error instanceof api.CoverageError));
  await assert.rejects(openSqliteStore(join(folder, "no", "such", "folder.db")), (error) => !(error instanceof api.CoverageError));
});

/** A process of `sqlite-writer.mjs` that is ready, and the lines that it says. */
async function writer(file, name, from, to) {
  const flags = process.execArgv.filter((flag) => flag.includes("sqlite"));
  const child = spawn(process.execPath, [...flags, inside("sqlite-writer.mjs"), file, name, from, to], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const lines = [];
  let rest = "";
  child.stdout.on("data", (chunk) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    lines.push(...parts);
  });
  while (lines.length === 0) {
    await Promise.race([once(child.stdout, "data"), ended.then(() => Promise.reject(new Error("the writer did not start")))]);
  }
  return { process: child, lines, ended };
}

/** The file is whole, and versions have no gap; `latest`: of every name, where it is known. */
async function assertConsistent(file, latest) {
  const database = new Driver(file);
  assert.deepEqual(Object.values(database.prepare("PRAGMA integrity_check").get()), ["ok"]);
  const rows = database.prepare("SELECT name, max(version) AS latest, count(*) AS count FROM care_coverage_versions GROUP BY name").all();
  for (const { name, latest, count } of rows) assert.equal(latest, count, name);
  if (latest) assert.deepEqual(Object.fromEntries(rows.map(({ name, latest }) => [name, latest])), latest);
  database.close();
}
