// The store in D1, in a worker on workerd: the contract, many writers, a worker that is killed, earlier formats.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { imported as api, inside } from "../package/install.mjs";
import { statementsOf } from "./formats.mjs";
import { bundle, startWorker } from "./workerd.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
for (const file of ["asserts", "contract", "formats", "payloads", "d1-worker"]) copyFileSync(here(`${file}.mjs`), inside(`${file}.mjs`));
const bundled = inside("d1-worker");
await bundle(inside("d1-worker.mjs"), bundled);

/** On a database of its own. */
function testOn(name, run) {
  test(name, async (t) => {
    const worker = await startWorker(bundled);
    try {
      await run(worker, t);
    } finally {
      await worker.stop();
    }
  });
}

testOn("the contract in D1", async (worker, t) => {
  const { broken, count } = await worker.ask("contract");
  assert.deepEqual(broken, [], broken.join("\n"));
  t.diagnostic(`${count} promises`);
});

testOn("of 50 requests that submit the same version, one wins", async (worker) => {
  for (const version of [1, 2, 3]) {
    const said = await Promise.all(Array.from({ length: 50 }, () => worker.ask("write", { name: "basic", version })));
    assert.deepEqual(said.sort(), ["stored", ...Array(49).fill("version_exists")].sort());
  }
  assert.deepEqual(await worker.ask("list"), ["basic", "basic copy"].map((name) => ({ name, latest_version: 3 })));
});

testOn("a store of an earlier format is read and written on", async (worker) => {
  assert.deepEqual(await worker.ask("earlier", { statements: await statementsOf(1) }), [[1, null], [2, null], [3, api.packageVersion()]]);
});

testOn("a store of a later format is not touched", async (worker) => {
  assert.match(await worker.ask("later"), /format 99, which is of a later version/);
});

testOn("a payload may be as large as a row, and no larger", async (worker) => {
  assert.equal(await worker.ask("largest"), true);
});

test("a worker that is killed during its commits leaves every acknowledged version, and nothing half done", async (t) => {
  const folder = mkdtempSync(inside("d1-"));
  const acknowledged = {};
  for (const [round, count] of [3, 25, 60].entries()) {
    const name = `round ${round}`;
    // With workerd, its child: a group of its own.
    const child = spawn(process.execPath, [here("d1-writer.mjs"), bundled, folder, name], { stdio: ["ignore", "pipe", "inherit"], detached: true });
    const ended = once(child, "close");
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    while (said.split("\n").length <= count) await Promise.race([once(child.stdout, "data"), ended.then(() => assert.fail(`the worker ended: ${said}`))]);
    process.kill(-child.pid, "SIGKILL");
    await ended;
    const lines = said.split("\n").slice(0, -1);
    assert.ok(lines.every((line, index) => line === `stored ${index + 1}`), said);
    acknowledged[name] = lines.length;
  }
  const worker = await startWorker(bundled, { d1Persist: folder });
  const latest = Object.fromEntries((await worker.ask("list")).map(({ name, latest_version }) => [name, latest_version]));
  await worker.stop();
  for (const [name, last] of Object.entries(acknowledged)) {
    assert.ok([last, last + 1].includes(latest[name]), `${latest[name]} versions of ${name} are stored, ${last} were acknowledged`);
    assert.equal(latest[`${name} copy`], latest[name], "a commit is whole");
  }
  t.diagnostic(`acknowledged commits: ${Object.values(acknowledged).join(", ")}`);
});
