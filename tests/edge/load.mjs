// The worker under load, on this machine only: requests per second and latencies of validation and of matching, then bad requests
// of every kind at once, and a good one after each kind. Bounded in time and in number.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { WRITE_TOKEN, example, startEdge } from "./wrangler.mjs";

const SECONDS = 8;
const MOST = 100_000;
const CLIENTS = 16;

const edge = await startEdge({ MAX_BODY_MILLISECONDS: "1000" });
assert.match(edge.address, /^http:\/\/127\.0\.0\.1:\d+$/);
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const json = { "content-type": "application/json" };
const authorized = { ...json, authorization: `Bearer ${WRITE_TOKEN}` };

const payload = { ...example("coverage.json"), version: 1 };
const [{ act }] = example("acts.json");
const validation = { path: "/validate", body: JSON.stringify(payload), headers: json };
const question = { path: "/match", body: JSON.stringify({ name: payload.name, act }), headers: json };
assert.equal((await send({ path: "/coverages", body: JSON.stringify(payload), headers: authorized })).status, 201);

console.log(`${cpus().length} cores (${cpus()[0].model}), Node ${process.version}, ${CLIENTS} connections, client and worker on one machine`);
console.log(`${"".padEnd(34)}${["requests", "per s", "p50 ms", "p99 ms", "max ms"].map((name) => name.padStart(10)).join("")}`);
await measure(`/validate, ${Math.round(validation.body.length / 1000)} kB, with analysis`, validation);
await measure("/match, the latest version in D1", question);
await measure("/dispense/check", { path: "/dispense/check", body: JSON.stringify(example("dispense/accepted.json")), headers: json });

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

async function measure(name, what) {
  for (let count = 0; count < 200; count++) await send(what); // The first ones compile and fill what is kept.
  const taken = [];
  const started = performance.now();
  const isOver = () => performance.now() - started > SECONDS * 1000 || taken.length >= MOST;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (!isOver()) {
        const { status, milliseconds } = await send(what);
        assert.equal(status, 200, name);
        taken.push(milliseconds);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))].toFixed(1);
  const cells = [taken.length, Math.round(taken.length / seconds), at(0.5), at(0.99), at(1)];
  console.log(`${name.padEnd(34)}${cells.map((cell) => cell.toLocaleString("en").padStart(10)).join("")}`);
}

/** One request. `alone`: on a connection of its own. `slow`: its body begins and does not go on. */
function send({ path, body, headers, slow = false, alone = slow }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(edge.address + path, { method: "POST", agent: alone ? false : agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } });
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
