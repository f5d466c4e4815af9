// The service as a worker on workerd with D1, bundled by wrangler.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createHandler } from "../../examples/edge/src/handler.js";
import { seedStatements } from "../../examples/edge/src/seed.js";
import { LIMITS, testService } from "./service.mjs";
import { WRITE_TOKEN, example, startEdge } from "./wrangler.mjs";

let edge;
before(async () => (edge = await startEdge({ MAX_BODY_BYTES: String(LIMITS.maxBytes), MAX_BODY_MILLISECONDS: String(LIMITS.maxMilliseconds) })));
after(() => edge?.stop());

testService(() => edge.address);

const seed = async (data) => edge.database.batch(seedStatements(data).map((statement) => edge.database.prepare(statement)));
const send = (path, body) => fetch(edge.address + path, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${WRITE_TOKEN}` }, body: JSON.stringify(body) });

test("another catalogue counts from the next request on; what was stored with the old one may no longer be used", async () => {
  const payload = { ...example("coverage.json"), name: "of the old catalogue", version: 1 };
  assert.equal((await send("/coverages", payload)).status, 201);
  const [{ act }] = example("acts.json");
  const question = { name: payload.name, act };
  assert.equal((await send("/match", question)).status, 200);
  await seed({ care_type_groups: [], internal_care_types: [] });
  const problem = await (await send("/match", question)).json();
  assert.deepEqual([problem.status, problem.code, problem.diagnostics.length > 0], [409, "unusable_coverage", true]);
  assert.equal((await send("/coverages", { ...payload, version: 2 })).status, 422);
  assert.equal((await fetch(`${edge.address}/coverages/${encodeURIComponent(payload.name)}`)).status, 200);
  await seed(example("catalog.json"));
  assert.equal((await send("/match", question)).status, 200);
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

test("without a configured token nobody writes, and everybody reads", async () => {
  const nothing = () => assert.fail("nothing else is asked");
  const handle = createHandler({ openStore: nothing, getCatalog: nothing, writeToken: undefined, ...LIMITS });
  const request = new Request("http://localhost/coverages", { method: "POST", headers: { "content-type": "application/json", authorization: "Bearer undefined" }, body: "{}" });
  const { status, code } = await (await handle(request)).json();
  assert.deepEqual([status, code], [503, "no_write_token"]);
  assert.equal((await handle(new Request("http://localhost/openapi.json"))).status, 200);
});

test("without a catalogue the service says what is missing", async () => {
  await edge.database.prepare("DROP TABLE catalogues").run();
  const { status, code } = await (await send("/validate", {})).json();
  assert.deepEqual([status, code], [503, "no_catalogue"]);
  await seed(example("catalog.json"));
});
