// What the page copies as curl is a request that this service answers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { CareTypeCatalog } from "../../pkg/node.js";
import { createMemoryStore } from "../../pkg/stores/memory.js";
import "./typescript.mjs";
import { example } from "./wrangler.mjs";

const { createApp } = await import("../../examples/edge/src/app.ts");
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../www/src/features/code/curl.ts", import.meta.url))],
  bundle: true, format: "esm", write: false,
});
const { asCurl } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const run = promisify(execFile);

const payload = { ...example("coverage.json"), version: 1 };
const catalog = new CareTypeCatalog(example("catalog.json"));
const [{ act, amounts }] = example("acts.json");
const ofAct = { name: payload.name, version: payload.version, act: { ...act, ...amounts } };

let folder;
let server;
before(async () => {
  const store = createMemoryStore();
  await store.createOrUpdateCoverage(payload);
  const app = createApp({
    openStore: () => store, catalog: { current: () => catalog, latest: () => catalog, forget: () => undefined }, writeToken: "a-token",
    maxBytes: 1_000_000, maxMilliseconds: 5000, onRequest: () => undefined,
  });
  server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, headers, url } = request;
    const answer = await app.fetch(new Request(`http://service${url}`, { method, headers, body: method === "POST" ? Buffer.concat(chunks) : undefined }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  folder = await mkdtemp(join(tmpdir(), "care-coverage-curl-"));
  await writeFile(join(folder, "coverage.json"), JSON.stringify(payload));
  await writeFile(join(folder, "dispense.json"), JSON.stringify(example("dispense/accepted.json")));
});
after(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** As a shell runs the copied text, at the port where the service of this test is. */
async function answerOf(call) {
  const text = asCurl(call).replace("127.0.0.1:8787", `127.0.0.1:${server.address().port}`);
  const { stdout } = await run("sh", ["-c", text.replace(/^curl /, "curl --silent --show-error --fail-with-body ")], { cwd: folder });
  return JSON.parse(stdout);
}

test("an act, with and without amounts, and with what is used of limits", async () => {
  const coverage = catalog.compileCoverage(payload);
  const { reimbursement } = await answerOf({ ask: "reimburse", counters: [], ...ofAct });
  assert.deepEqual(reimbursement, coverage.reimburse(ofAct.act));
  const { decision } = await answerOf({ ask: "explain", ...ofAct, act });
  assert.deepEqual(decision, coverage.guaranteesFor(act));
  // A quote in a text, which a shell would take for its own.
  const session = { care_type: "OSTEOPATHY", care_date: "2025-03-01", member_age: 40, practitioner: "OSTEOPATH", reimbursed_by_secu: false, charged: "60", beneficiary: "l'assurée" };
  const { counters } = coverage.reimburse(session);
  assert.ok(counters.length > 0);
  const { reimbursement: next } = await answerOf({ ask: "reimburse", ...ofAct, act: session, counters });
  assert.deepEqual(next, coverage.reimburse(session, counters));
});

test("requirements, by what ships and by documents of one's own, and amounts compared", async () => {
  const coverage = catalog.compileCoverage(payload);
  const [profile, classes] = ["fr-ani", "classes.example"].map((name) => readFileSync(new URL(`../../profiles/${name}.json`, import.meta.url), "utf8"));
  const asked = { date: "2026-03-29", declarations: { CR19: true } };
  const call = { ask: "checkRequirements", asked, name: payload.name, version: payload.version };
  const expected = JSON.parse(JSON.stringify(coverage.checkRequirements(JSON.parse(profile), { ...asked, classes: JSON.parse(classes) })));
  const shipped = await answerOf({ ...call, profile: { shipped: "fr-ani", text: profile }, classes: { shipped: "example", text: classes } });
  assert.deepEqual(shipped.report, expected);
  const own = await answerOf({ ...call, profile: { shipped: null, text: profile }, classes: { shipped: null, text: classes } });
  assert.deepEqual(own.report, expected);
  const files = { catalog: "catalog.json", coverage: "coverage.json" };
  const version = { name: payload.name, version: payload.version };
  const { comparison } = await answerOf({ ask: "compareAmounts", before: files, after: files, versions: [version, version], date: "2026-03-29" });
  assert.deepEqual(comparison, JSON.parse(JSON.stringify(coverage.compareAmounts(coverage, { date: "2026-03-29" }))));
  assert.equal(asCurl({ ask: "compareAmounts", before: files, after: { ...files, catalog: "other-catalog.json" }, versions: [version, version], date: "2026-03-29" }), null);
});

test("a coverage and a dispense, read from their files", async () => {
  const { valid, diagnostics } = await answerOf({ ask: "validateCoverageText", isAccepting: false });
  assert.deepEqual([valid, diagnostics.length > 0], [true, true]);
  assert.equal((await answerOf({ ask: "checkDispense" })).decision, "accepted");
});

test("what the service has no route for is no request", () => {
  for (const ask of ["diff", "reimburseMany", "evaluateText", "getCareTypeMappings"]) assert.equal(asCurl({ ask }), null);
});
