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
/** The processes of this test; none may outlive it, and a test that fails leaves some waiting. */
const children = [];
after(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});
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

test("of 50 processes that have staged the same versions, one stores them", async (t) => {
  const file = newFile();
  const started = performance.now();
  const writers = await Promise.all(Array.from({ length: 50 }, () => writer(file, "basic", 3, "step")));
  for (const version of [1, 2, 3]) {
    // All have staged it before the first one commits, so that it is the file that decides.
    await Promise.all(writers.map(({ has }) => has(version * 2 - 1)));
    for (const { process } of writers) process.stdin.write("go\n");
    await Promise.all(writers.map(({ has }) => has(version * 2)));
    const said = writers.map(({ lines }) => lines[version * 2 - 1]);
    assert.deepEqual(said.sort(), [`stored ${version}`, ...Array(49).fill("version_exists")], `version ${version}`);
  }
  await Promise.all(writers.map(({ ended }) => ended));
  assert.deepEqual(consistent(file), new Map(Array.from({ length: 10 }, (_, part) => [`basic ${part}`, 3])));
  t.diagnostic(`${((performance.now() - started) / 1000).toFixed(1)} s`);
});

test("a process that is killed during its commits leaves every acknowledged version, and nothing half done", async (t) => {
  const file = newFile();
  const rounds = 20;
  let [acknowledged, underWay] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const { process, lines, ended, has } = await writer(file, `round ${round}`, 100);
    // Each round ends elsewhere in its commits, and elsewhere in one.
    await has(3 + round * 4);
    const until = performance.now() + round * 0.6;
    while (performance.now() < until);
    process.kill("SIGKILL");
    await ended;
    const last = lines.length;
    assert.deepEqual(lines, Array.from({ length: last }, (_, index) => `stored ${index + 1}`));
    const store = await openSqliteStore(file);
    const stored = (await store.listCoverages()).filter(({ name }) => name.startsWith(`round ${round} `)).map(({ latest_version }) => latest_version);
    assert.deepEqual(stored, Array(10).fill(stored[0]), "a commit is whole");
    // At most the one commit that was under way, or whose word was.
    assert.ok(stored[0] === last || stored[0] === last + 1, `${stored[0]} versions are stored, ${last} were acknowledged`);
    for (let version = 1; version <= stored[0]; version++) assert.equal((await store.getCoveragePayload(`round ${round} 7`, version)).version, version);
    await store.close();
    acknowledged += last;
    underWay += stored[0] - last;
  }
  consistent(file);
  t.diagnostic(`${rounds} processes killed, ${acknowledged} acknowledged commits, all there; ${underWay} more were stored and not yet acknowledged`);
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

/** A process of `sqlite-writer.mjs`, the lines that it says, and when it `has` said so many. */
async function writer(file, ...given) {
  const flags = process.execArgv.filter((flag) => flag.includes("sqlite"));
  const child = spawn(process.execPath, [...flags, inside("sqlite-writer.mjs"), file, ...given], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const ended = once(child, "close");
  const lines = [];
  let rest = "";
  child.stdout.on("data", (chunk) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    lines.push(...parts);
  });
  async function has(count) {
    while (lines.length < count) await Promise.race([once(child.stdout, "data"), ended.then(() => Promise.reject(new Error(`the writer ended: ${lines}`)))]);
  }
  return { process: child, lines, ended, has };
}

/** The latest versions of all names, of a file that is whole and whose versions have no gap. */
function consistent(file) {
  const database = new Driver(file);
  assert.deepEqual(Object.values(database.prepare("PRAGMA integrity_check").get()), ["ok"]);
  const rows = database.prepare("SELECT name, max(version) AS latest, count(*) AS count FROM care_coverage_versions GROUP BY name ORDER BY name").all();
  for (const { name, latest, count } of rows) assert.equal(latest, count, name);
  database.close();
  return new Map(rows.map(({ name, latest }) => [name, latest]));
}
