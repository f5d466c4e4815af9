// What a request costs in CPU: the service in this process, with a store in memory, without HTTP.
import assert from "node:assert/strict";
import { CareTypeCatalog } from "../../pkg/node.js";
import { createMemoryStore } from "../../pkg/stores/memory.js";
import "./typescript.mjs";
import { example } from "./wrangler.mjs";

const { createApp } = await import("../../examples/edge/src/app.ts");

const MAX_BYTES = 1_048_576;
const payload = { ...example("coverage.json"), name: "basic", version: 1 };
const [{ act, amounts }] = example("acts.json");
const snapshot = example("dispense/accepted.json");

const catalog = new CareTypeCatalog(example("catalog.json"));
const memory = new Map();
const app = createApp({
  openStore: () => createMemoryStore({ memory }), catalog: { current: () => catalog, latest: () => catalog, forget: () => assert.fail() },
  writeToken: "token", maxBytes: MAX_BYTES, maxMilliseconds: 10_000,
});

/** As many of these values as a body takes with the rest of it. */
function filled(rest, value, of = (values) => values) {
  const each = JSON.stringify(value(0)).length + 8;
  return { ...rest, ...of(Array.from({ length: Math.floor((MAX_BYTES - JSON.stringify(rest).length - 1000) / each) }, (_, index) => value(index))) };
}

const repeated = (count) => ({ ...payload, guarantees: Array.from({ length: count }, (_, index) => payload.guarantees.map((one) => ({ ...one, name: `${one.name}_${index}` }))).flat() });
const counter = (index) => ({ key: `limit_${index}`, scope_id: "m", period_start: null, amount: "1", count: "1", entries: null });

const stored = { name: "basic", version: 1 };
const CASES = [
  ["/validate", payload],
  ["/validate", repeated(Math.floor(MAX_BYTES / (JSON.stringify(payload).length + 300)))],
  ["/match", { ...stored, act }],
  ["/reimburse", { ...stored, act: { ...act, ...amounts } }],
  ["/reimburse", filled({ ...stored, act: { ...act, ...amounts } }, counter, (counters) => ({ counters }))],
  ["/requirements", { ...stored, profile: "fr-ani", classes: "example", date: "2026-03-29" }],
  ["/dispense/check", snapshot],
  ["/dispense/check", largest(snapshot)],
];

/** The snapshot with as many entities as fit: the longest list of it, again and again. */
function largest(snapshot) {
  const [name, list] = Object.entries(snapshot).filter(([, value]) => Array.isArray(value)).sort(([, a], [, b]) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  return filled(snapshot, (index) => ({ ...list[0], id: `${index}` }), (values) => ({ [name]: [...list, ...values] }));
}

/** Rows of a table: the route, kB of its body, milliseconds of CPU. */
export async function budgets() {
  await ask("/coverages", payload, 201);
  const rows = [];
  for (const [path, value] of CASES) {
    const body = JSON.stringify(value);
    const times = body.length > 100_000 ? 5 : 3000;
    for (let count = 0; count < times / 3; count++) await ask(path, body);
    const before = process.cpuUsage();
    for (let count = 0; count < times; count++) await ask(path, body);
    const { user, system } = process.cpuUsage(before);
    rows.push([path, (body.length / 1000).toFixed(1), ((user + system) / 1000 / times).toFixed(2)]);
  }
  return rows;
}

async function ask(path, value, status = 200) {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  const response = await app.request(path, { method: "POST", headers: { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), authorization: "Bearer token" }, body });
  const text = await response.text();
  assert.equal(response.status, status, text.slice(0, 300));
}
