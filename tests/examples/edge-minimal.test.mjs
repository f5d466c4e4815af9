// The worker in 22 lines as wrangler would upload it, on workerd with D1.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EDGE, example, wrangler } from "../edge/wrangler.mjs";
import { startWorker } from "../stores/workerd.mjs";

let worker;
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "edge-minimal-"));
  await wrangler("deploy", "--dry-run", "--config", "minimal/wrangler.jsonc", "--outdir", folder);
  worker = await startWorker(folder);
  rmSync(folder, { recursive: true });
});
after(() => worker?.stop());

async function ask(path, body) {
  const response = await fetch(new URL(path, worker.address), { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}
const payload = (name, version) => ({ ...example("coverage.json"), name, version });

function assertProblem({ status, type, body }, expectedStatus, code) {
  assert.deepEqual([status, type, body.status, body.code], [expectedStatus, "application/problem+json", expectedStatus, code]);
  assert.ok(body.detail.length > 0 && body.diagnostics.length > 0);
}

test("a coverage is validated, whatever it is", async () => {
  const { status, body } = await ask("/validate", '{ "name": "BASIC",\n "version": 0, "guarantees": [] }');
  assert.deepEqual([status, body.diagnostics.map(({ code, range }) => [code, range.line])], [200, [["no_guarantee", 2], ["version_below_one", 2]]]);
  assert.deepEqual((await ask("/validate", '{ "name":')).body.diagnostics[0].code, "invalid_json");
});

test("versions are stored one after the other, and nothing else is", async () => {
  const first = await ask("/coverages", payload("A/B é", 1));
  assert.deepEqual([first.status, first.body], [201, { name: "A/B é", version: 1, created: true }]);
  assertProblem(await ask("/coverages", payload("A/B é", 1)), 409, "version_exists");
  assertProblem(await ask("/coverages", payload("A/B é", 3)), 409, "version_not_next");
  assertProblem(await ask("/coverages", { ...payload("OTHER", 1), guarantees: {} }), 422, "wrong_type");
  assertProblem(await ask("/coverages", '{ "name":'), 422, "invalid_json");
  assertProblem(await ask("/coverages", '{ "name": "X", "version": 1, "version": 1, "guarantees": [] }'), 422, "duplicate_key");
  assert.equal((await ask("/coverages", payload("A/B é", 2))).status, 201);
});

test("acts are matched by the version that is asked, which is read once", async () => {
  const act = { care_type: "GP_VISIT", is_optam_or_secteur_1: true, reimbursed_by_secu: true };
  await ask("/coverages", payload("MATCHED", 1));
  await ask("/coverages", { name: "MATCHED", version: 2, guarantees: [] });
  const match = (version, act) => ask(`/coverages/MATCHED/${version}/match`, act);
  const database = await worker.database();
  for (const _ of [1, 2]) {
    const { status, body } = await match(1, act);
    assert.deepEqual([status, body.outcome, body.guarantees], [200, "covered", ["DOCTORS_OPTAM"]]);
    assert.equal((await match(2, act)).body.outcome, "not_covered");
    // Kept: the second time no database is asked.
    await database.prepare("DELETE FROM care_coverage_versions WHERE name = 'MATCHED'").run();
  }
  assertProblem(await match(1, { ...act, care_tpye: "GP_VISIT" }), 422, "unknown_field");
  assertProblem(await match(3, act), 404, "unknown_coverage");
  for (const version of ["0", "1.5", "x"]) assert.ok([404, 422].includes((await match(version, act)).status), version);
});

test("the guide has this worker", () => {
  const program = readFileSync(join(EDGE, "minimal/worker.ts"), "utf8").replace("../../catalog.json", "./catalog.json");
  assert.ok(readFileSync("docs/guides/edge.md", "utf8").includes(`\`\`\`ts\n// worker.ts\n${program}\`\`\`\n`));
});
