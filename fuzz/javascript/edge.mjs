// The edge worker's service: whatever is requested, an answer below 500 of the promised form, soon; and the next good request is answered.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import fc from "fast-check";
import { act, lists, payload, snapshot } from "../../tests/package/calls.mjs";
import { edit, edited, text } from "./edits.mjs";

// Beside the sources, so that what they import is found.
const edge = new URL("../../examples/edge/", import.meta.url).pathname;
const folder = mkdtempSync(`${edge}node_modules/.fuzz-`);
const contents = 'export * from "./src/app.ts"; export * from "care-coverage"; export * from "care-coverage/stores/memory";';
const { outputFiles } = await build({ stdin: { contents, resolveDir: edge }, bundle: true, write: false, format: "esm", packages: "external" });
writeFileSync(`${folder}/app.mjs`, outputFiles[0].text);
const { CareTypeCatalog, createApp, createMemoryStore } = await import(`${folder}/app.mjs`);
rmSync(folder, { recursive: true });

const TOKEN = "secret-0123456789";
const MAX_BYTES = 20_000;
const SOON = 2_000;
const ORIGIN = "https://page.example";

const question = { name: "CONFORT", version: 1, act };
const priced = { ...question, act: { ...act, charged: "100", brss: "50", secu_rate_percent: 70, beneficiary: "anne", tooth: 16 } };
const next = { ...payload, version: 2 };
/** Method, path and body of a good request to each route. */
const GOOD = [
  ["GET", "/health"],
  ["GET", "/coverages/CONFORT"],
  ["GET", "/coverages/CONFORT?version=1"],
  ["GET", "/openapi.json"],
  ["GET", "/schemas/care-act"],
  ["POST", "/coverages", next],
  ["POST", "/validate", payload],
  ["POST", "/match", question],
  ["POST", "/reimburse", priced],
  ["POST", "/dispense/check", snapshot],
];

const often = (good, other) => fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: other });
const segment = fc.oneof(text, fc.constantFrom("%", "%ff", "%2f", "..", ".", "", "%00", "CONFORT", "x".repeat(5_000))).map((text) => text.toWellFormed().replace(/[?#\\]/g, ""));
const query = fc.array(fc.tuple(fc.constantFrom("version", "version", "v", "", "__proto__"), fc.oneof(text, fc.constantFrom("1", "0", "-1", "01", "1e3", "999999999999999", "9".repeat(40)))), { maxLength: 3 });
const path = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom("/coverages/", "/schemas/", "/", "//", "/health/", "/COVERAGES/"), segment, query).map(([start, segment, query]) => start + segment + (query.length > 0 ? `?${new URLSearchParams(query)}` : "")) },
  { weight: 1, arbitrary: fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join("/")}`) },
);
const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "FOO", "get");

const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
const HEADERS = {
  "content-type": often(fc.constantFrom("application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'), fc.oneof(headerText, fc.constantFrom("text/plain", "application/json; charset=latin1", "multipart/form-data; boundary=x"))),
  "content-encoding": fc.constantFrom("identity", "gzip", "br", "identity, gzip", ""),
  authorization: often(fc.constant(`Bearer ${TOKEN}`), fc.oneof(headerText, fc.constantFrom("Bearer", "Bearer  ", "Basic eA==", `bearer ${TOKEN}`, `Bearer ${TOKEN}x`, "Bearer \u00e9"))),
  "if-match": fc.oneof(headerText, fc.constantFrom("*", '"1"', 'W/"1"', '"2", "1"', ",", '"')),
  "if-none-match": fc.oneof(headerText, fc.constantFrom("*", '"1"', 'W/"1"')),
  origin: fc.oneof(headerText, fc.constantFrom(ORIGIN, "null", "https://other.example", "*")),
  "access-control-request-method": fc.constantFrom("POST", "DELETE", ""),
  "x-request-id": fc.oneof(headerText, fc.constantFrom("abc-123", "x".repeat(500), "a\tb")),
  "content-length": fc.constantFrom("0", "5", "99999999", "-1", "x"),
  accept: fc.oneof(headerText, fc.constantFrom("application/json", "text/html")),
  range: fc.constantFrom("bytes=0-1"),
};
const headers = fc.array(fc.oneof(...Object.entries(HEADERS).map(([name, values]) => values.map((text) => [name, text]))), { maxLength: 3 });

/** What a body becomes: its value is edited, its text is damaged, its stream breaks. */
const damage = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text) => text) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(3_000), fc.nat(20), text).map(([at, length, by]) => (text) => text.slice(0, at % (text.length + 1)) + by + text.slice((at % (text.length + 1)) + length)) },
  { weight: 1, arbitrary: fc.constantFrom("\ufeff", "[", '{"a":', "1", "").chain((part) => fc.nat(30_000).map((times) => () => part.repeat(times))) },
  { weight: 1, arbitrary: fc.constantFrom('{"name":"CONFORT","name":"X","act":{}}', '{"name":"CONFORT","act":{"care_type":"CROWN","care_type":"X"}}', "null", '"', "{}", "[]", "\ud800").map((text) => () => text) },
);
const shape = fc.oneof(
  { weight: 8, arbitrary: fc.constant("whole") },
  { weight: 2, arbitrary: fc.constantFrom("latin1", "pieces", "broken", "silent") },
);
const body = fc.record({ edits: fc.array(edit, { maxLength: 3 }), damage, shape, authorized: fc.boolean() });

const seldom = (arbitrary) => fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const request = fc.tuple(fc.nat(GOOD.length - 1), seldom(method), seldom(path), headers, body);

function requestOf([which, otherMethod, otherPath, headers, { edits, damage, shape, authorized }]) {
  const [goodMethod, goodPath, value] = GOOD[which];
  const method = otherMethod ?? goodMethod;
  const all = new Headers();
  if (value !== undefined) all.set("content-type", "application/json");
  if (authorized) all.set("authorization", `Bearer ${TOKEN}`);
  for (const [name, text] of headers) {
    try {
      all.set(name, text);
    } catch {
      // No client can send it.
    }
  }
  const hasBody = value !== undefined && !["GET", "HEAD"].includes(method.toUpperCase());
  const text = hasBody ? damage(JSON.stringify(edits.reduce(edited, value)) ?? "") : "";
  return new Request(`https://edge.example${otherPath ?? goodPath}`, { method, headers: all, ...(hasBody && { body: streamed(text, shape), duplex: "half" }) });
}

function streamed(text, shape) {
  if (shape === "whole") return text;
  const bytes = shape === "latin1" ? Buffer.from(text, "latin1") : new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at > 0 && shape === "broken") return controller.error(new Error("the client went away"));
      if (at > 0 && shape === "silent") return new Promise(() => {});
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += 700)));
    },
  });
}

let unhandled = null;
process.on("unhandledRejection", (reason) => (unhandled = reason));

/** A service with one stored coverage. */
async function service(isReadOnly, isLimited) {
  const memory = new Map();
  await createMemoryStore({ memory }).createOrUpdateCoverage(payload);
  const catalog = new CareTypeCatalog(lists);
  const current = () => catalog;
  const answered = [];
  let asked = 0;
  const app = createApp({
    openStore: () => createMemoryStore({ memory }),
    catalog: { current, latest: current, forget: () => {} },
    writeToken: isReadOnly ? undefined : TOKEN,
    allowedOrigins: [ORIGIN],
    maxBytes: MAX_BYTES,
    maxMilliseconds: 40,
    isWithinRate: isLimited ? async () => ++asked % 3 !== 0 : undefined,
    onRequest: (report) => answered.push(report),
  });
  return { app, answered, isReadOnly };
}

async function check({ app, answered, isReadOnly }, request) {
  const { method } = request;
  const started = performance.now();
  const response = await app.fetch(request);
  const bytes = await response.text();
  const took = performance.now() - started;
  const { status, headers } = response;
  const said = `${method} ${request.url.slice(0, 200)}: ${status} ${bytes.slice(0, 300)}`;
  assert.ok(took < SOON, `${took} ms: ${said}`);
  assert.ok(status < 500 || (status === 503 && isReadOnly), said);
  assert.equal(headers.get("x-content-type-options"), "nosniff", said);
  const id = headers.get("x-request-id");
  assert.ok(id?.length > 0 && id.length <= 255 && /^[\w=.-]+$/.test(id), `the request's id ${id}: ${said}`);
  assert.ok([null, ORIGIN].includes(headers.get("access-control-allow-origin")), said);
  if (status >= 400) {
    assert.equal(headers.get("content-type"), "application/problem+json", said);
    if (method !== "HEAD") isProblem(JSON.parse(bytes), status, said);
    const needed = { 401: "www-authenticate", 405: "allow", 429: "retry-after" }[status];
    if (needed) assert.ok(headers.has(needed), `${needed}: ${said}`);
    if (status === 415) assert.ok(headers.has("accept") || headers.has("accept-encoding"), said);
  } else if (![204, 304].includes(status) && method !== "HEAD") {
    JSON.parse(bytes);
  }
  assert.equal(answered.length, 1, `onRequest: ${said}`);
  const [report] = answered.splice(0);
  assert.deepEqual([report.status, report.id, report.code === null], [status, id, status < 400], said);
}

function isProblem(problem, status, said) {
  const { type, title, detail, code, diagnostics } = problem;
  assert.equal(problem.status, status, said);
  assert.ok([type, title, detail, code].every((text) => typeof text === "string" && text !== ""), said);
  assert.ok(Array.isArray(diagnostics) && diagnostics.every(({ code, pointer }) => typeof code === "string" && typeof pointer === "string"), said);
}

export const property = fc.asyncProperty(fc.constantFrom(false, false, false, true), fc.constantFrom(false, false, false, true), fc.array(request, { minLength: 1, maxLength: 8, size: "max" }), async (isReadOnly, isLimited, requests) => {
  const one = await service(isReadOnly, isLimited);
  for (const given of requests) await check(one, requestOf(given));
  if (isLimited) return;
  const response = await one.app.fetch(new Request("https://edge.example/match", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question) }));
  assert.deepEqual([response.status, (await response.json()).decision.outcome], [200, "covered"]);
  assert.equal(unhandled, null, String(unhandled?.stack));
});
