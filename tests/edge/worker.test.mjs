// The service as a worker on workerd with D1, bundled by wrangler.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { seedStatements } from "../../examples/edge/seed-statements.mjs";
import { VARIABLES, testService } from "./service.mjs";
import { WRITE_TOKEN, example, startEdge } from "./wrangler.mjs";

let edge;
before(async () => (edge = await startEdge({ ...VARIABLES, CATALOG_FRESH_SECONDS: "0" })));
after(() => edge?.stop());

testService(() => edge.address);

const seed = async (data) => edge.database.batch(seedStatements(data).map((statement) => edge.database.prepare(statement)));
const send = (path, body) => fetch(edge.address + path, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${WRITE_TOKEN}` }, body: JSON.stringify(body) });

/** Asks until the answer has this status. */
async function until(status, ask) {
  for (const started = performance.now(); performance.now() - started < 5000; await sleep(20)) {
    const response = await ask();
    if (response.status === status) return response.json();
  }
  return assert.fail(`no answer had the status ${status}`);
}

test("another catalogue counts after the answer to the next request, and for what is stored at once", async () => {
  const payload = { ...example("coverage.json"), name: "of the old catalogue", version: 1 };
  assert.equal((await send("/coverages", payload)).status, 201);
  const [{ act }] = example("acts.json");
  const match = () => send("/match", { name: payload.name, version: 1, act });
  assert.equal((await match()).status, 200);
  await seed({ care_type_groups: [], internal_care_types: [] });
  assert.equal((await match()).status, 200, "the kept catalogue answers");
  const problem = await until(409, match);
  assert.deepEqual([problem.code, problem.diagnostics.length > 0], ["unusable_coverage", true]);
  assert.equal((await fetch(`${edge.address}/coverages/${encodeURIComponent(payload.name)}`)).status, 200);
  await seed(example("catalog.json"));
  assert.equal((await send("/coverages", { ...payload, version: 2 })).status, 201, "what is stored is judged by the latest catalogue");
  await until(200, match);
  await seed({ care_type_groups: [], internal_care_types: [] });
  assert.equal((await send("/coverages", { ...payload, version: 3 })).status, 422);
  await seed(example("catalog.json"));
  await until(200, match);
});

test("a catalogue of any size can be seeded", async () => {
  const label = "l'é💊".repeat(60);
  const internal_care_types = Array.from({ length: 2000 }, (_, id) => ({ id, short_code: `TYPE_${id}`, label, care_type_group_ids: [1] }));
  const statements = seedStatements({ care_type_groups: [{ id: 1, short_code: "ALL" }], internal_care_types });
  assert.ok(statements.every((statement) => Buffer.byteLength(statement) < 100_000), "D1 takes no longer statement");
  await edge.database.batch(statements.map((statement) => edge.database.prepare(statement)));
  const { results } = await edge.database.prepare("SELECT data FROM catalogues WHERE complete = 1 ORDER BY revision DESC LIMIT 1").all();
  assert.deepEqual(JSON.parse(results[0].data).internal_care_types, internal_care_types);
  await seed(example("catalog.json"));
});

test("without a catalogue the service says what is missing, and limits the rate where that is configured", async () => {
  const bare = await startEdge({}, { ratelimits: { RATE_LIMITER: { simple: { limit: 10, period: 60 } } } });
  try {
    await bare.database.prepare("DROP TABLE catalogues").run();
    for (const path of ["/health", "/validate"]) {
      const response = await fetch(bare.address + path, path === "/health" ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
      const { status, code } = await response.json();
      assert.deepEqual([status, code], [503, "no_catalogue"], path);
    }
    const answers = [];
    for (let count = 0; count < 20; count++) answers.push(await fetch(`${bare.address}/schemas/care-act`, { headers: { "cf-connecting-ip": "203.0.113.1" } }));
    const refused = answers.at(-1);
    assert.deepEqual([answers[0].status, refused.status, refused.headers.get("retry-after"), (await refused.json()).code], [200, 429, "60", "too_many_requests"]);
    assert.equal((await fetch(`${bare.address}/health`)).status, 503, "whether it can answer may always be asked");
  } finally {
    await bare.stop();
  }
});
