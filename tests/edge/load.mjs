// The worker under load, on this machine only: requests per second of each route, compared with an empty Hono worker in the same workerd, then
// bad requests of every kind at once, and a good one after each kind. Bounded in time and in number.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { CareTypeCatalog } from "../../pkg/node.js";
import { COLUMNS, EMPTY, emptyWorker, measured } from "./empty-worker.mjs";
import { budgets } from "./budget.mjs";
import { WRITE_TOKEN, example, startEdge } from "./wrangler.mjs";

const CLIENTS = 16;
const sockets = { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] };

// With both at 0 every request asks D1 whether there is a later catalogue.
const ages = Object.fromEntries(["CATALOG_FRESH_SECONDS", "CATALOG_USABLE_SECONDS"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
const edge = await startEdge({ MAX_BODY_MILLISECONDS: "1000", ...ages }, sockets, [await emptyWorker(sockets)]);
const address = await edge.directAddress("worker");
assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const json = { "content-type": "application/json" };
const authorized = { ...json, authorization: `Bearer ${WRITE_TOKEN}` };

const payload = { ...example("coverage.json"), version: 1 };
const [{ act, amounts }] = example("acts.json");
const validation = { path: "/validate", body: JSON.stringify(payload), headers: json };
const question = { path: "/match", body: JSON.stringify({ name: payload.name, act }), headers: json };
assert.equal((await send({ path: "/coverages", body: JSON.stringify(payload), headers: authorized })).status, 201);

const stored = { name: payload.name, version: 1 };
const priced = { ...act, ...amounts };
const name = encodeURIComponent(payload.name);
const table = await measured({ service: address, empty: await edge.directAddress(EMPTY), clients: CLIENTS, headers: json }, [
  ["GET /health", "/health"],
  ["GET /coverages/:name, a version, of D1", `/coverages/${name}?version=1`],
  ["POST /match, a version", "/match", { ...stored, act }],
  ["POST /match, the latest", "/match", { name: payload.name, act }],
  ["POST /reimburse, a version", "/reimburse", { ...stored, act: priced }],
  ["POST /dispense/check", "/dispense/check", example("dispense/accepted.json")],
  ["POST /validate, with analysis", "/validate", payload],
  ["POST /validate, without", "/validate?analysis=false", payload],
]);
console.log(`${cpus().length} cores (${cpus()[0].model}), Node ${process.version}, ${CLIENTS} connections, client and worker on one machine`);
console.log("requests per second, compared with an empty Hono worker that reads a body of the same size as text (medians of interleaved rounds)");
for (const row of [COLUMNS, ...table]) console.log(row[0].padEnd(42) + row.slice(1).map((cell) => cell.padStart(9)).join(""));
console.log(`the engine's own time of the text of /validate, in Node: ${engineMilliseconds(validation.body).toFixed(2)} ms`);

console.log("\nmilliseconds of CPU of a request, in Node, without HTTP");
for (const row of [["route", "kB", "ms"], ...(await budgets())]) console.log(row[0].padEnd(42) + row.slice(1).map((cell) => cell.padStart(9)).join(""));
console.log("");

const bad = {
  "malformed bodies": [{ path: "/match", body: '{"name":', headers: json }, 400],
  "oversized bodies": [{ path: "/validate", body: " ".repeat(1_100_000), headers: json }, 413],
  "missing tokens": [{ path: "/coverages", body: JSON.stringify(payload), headers: json }, 401],
  "wrong tokens": [{ path: "/coverages", body: JSON.stringify(payload), headers: { ...json, authorization: "Bearer wrong" } }, 401],
  "other types": [{ path: "/validate", body: "{}", headers: { "content-type": "text/plain" } }, 415],
  "versions that exist": [{ path: "/coverages", body: JSON.stringify(payload), headers: authorized }, 409],
};
for (const [name, [what, status]] of Object.entries(bad)) {
  // A connection on which a body was not read to its end is closed after the answer: each has its own, 20 at a time.
  const answers = [];
  for (let turn = 0; turn < 10; turn++) answers.push(...(await Promise.all(Array.from({ length: 20 }, () => send({ ...what, alone: true })))));
  const good = await send(question);
  assert.deepEqual([...new Set(answers.map(({ status }) => status)), good.status], [status, 200], name);
  console.log(`200 ${name}: all ${status}; a good request after them: ${good.status} in ${good.milliseconds.toFixed(1)} ms`);
}
const slow = Array.from({ length: 50 }, () => send({ ...validation, slow: true }));
const meanwhile = await send(question);
const statuses = new Set((await Promise.all(slow)).map(({ status }) => status));
assert.deepEqual([[...statuses], meanwhile.status, (await send(question)).status], [[408], 200, 200]);
console.log(`50 slow clients: all 408; a good request meanwhile: ${meanwhile.status} in ${meanwhile.milliseconds.toFixed(1)} ms`);

agent.destroy();
await edge.stop();

/** The median time of a validation. */
function engineMilliseconds(text) {
  const catalog = new CareTypeCatalog(example("catalog.json"));
  const taken = Array.from({ length: 300 }, () => {
    const started = performance.now();
    catalog.validateCoverageText(text);
    return performance.now() - started;
  });
  return taken.sort((a, b) => a - b)[150];
}

/** One request. `alone`: on a connection of its own. `slow`: its body begins and does not go on. */
function send({ path, body, headers, slow = false, alone = slow }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(address + path, { method: "POST", agent: alone ? false : agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } });
    let isAnswered = false;
    sent.on("error", (error) => isAnswered || reject(error));
    sent.on("response", (response) => {
      isAnswered = true;
      response.resume().on("end", () => {
        resolve({ status: response.statusCode, milliseconds: performance.now() - started });
        if (slow) sent.destroy();
      });
    });
    if (slow) sent.write(body.slice(0, 10));
    else sent.end(body);
  });
}
