// What the service promises, whatever runtime it is on: one test each.
import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { test } from "node:test";
import { WRITE_TOKEN, example } from "./wrangler.mjs";

const coverage = (name, version, guarantees = example("coverage.json").guarantees) => ({ name, version, guarantees });
const snapshot = example("dispense/accepted.json");

/** The limits that the service under test must have. */
export const LIMITS = { maxBytes: 200_000, maxMilliseconds: 700 };

function deferred() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
}

/** `service()`: its address, once it runs. */
export function testService(service) {
  const ask = (path, options) => fetch(service() + path, options);
  const send = (path, body, headers = {}) =>
    ask(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body) });
  const store = (payload, headers = {}) => send("/coverages", payload, { authorization: `Bearer ${WRITE_TOKEN}`, ...headers });

  /** A good request is answered. */
  async function assertWorks(name) {
    const response = await send("/validate", coverage("any", 1));
    assert.deepEqual([response.status, (await response.json()).valid], [200, true], name);
  }

  /** The problem that a response is. */
  async function problem(response, status, code, name) {
    const body = await response.json();
    assert.deepEqual([response.status, body.status, body.code, response.headers.get("content-type")], [status, status, code, "application/problem+json"], `${name ?? ""} ${JSON.stringify(body).slice(0, 500)}`);
    assert.deepEqual([body.type, typeof body.title, typeof body.detail, Array.isArray(body.diagnostics)], [`urn:care-coverage:problem:${code}`, "string", "string", true]);
    return body;
  }

  test("a coverage is stored, version after version, and read", async () => {
    const name = "a/b é?";
    const path = `/coverages/${encodeURIComponent(name)}`;
    await problem(await ask(path), 404, "unknown_coverage");
    const first = await store(coverage(name, 1));
    assert.deepEqual([first.status, first.headers.get("etag"), first.headers.get("location")], [201, '"1"', `${path}?version=1`]);
    const { diagnostics, ...stored } = await first.json();
    assert.deepEqual(stored, { name, version: 1, created: true });
    assert.ok(diagnostics.every(({ severity }) => severity !== "error"));
    await problem(await store(`\ufeff\ufeff${JSON.stringify(coverage(name, 2))}`), 400, "invalid_json");
    // Some editors begin every text with a mark; but one.
    assert.equal((await store(`\ufeff${JSON.stringify(coverage(name, 2))}`)).status, 201);
    const latest = await ask(path);
    assert.deepEqual([latest.status, latest.headers.get("etag"), latest.headers.get("cache-control")], [200, '"2"', "no-cache"]);
    assert.deepEqual(await latest.json(), coverage(name, 2));
    const one = await ask(first.headers.get("location"));
    assert.deepEqual([one.headers.get("etag"), one.headers.get("cache-control")], ['"1"', "public, max-age=31536000, immutable"]);
    assert.deepEqual(await one.json(), coverage(name, 1));
    await problem(await ask(`${path}?version=3`), 404, "unknown_version");
    for (const query of ["version=0", "version=-1", "version=1.0", "version=", "version=x", "version=1&version=2", "version=9999999999999999", "versoin=1"]) {
      await problem(await ask(`${path}?${query}`), 400, "invalid_parameter", query);
    }
    await problem(await ask("/coverages/%ff"), 400, "invalid_parameter");
  });

  test("who has a version already is told so", async () => {
    await store(coverage("known", 1));
    for (const known of ['"1"', 'W/"1"', '"7", "1"', "*"]) {
      const response = await ask("/coverages/known", { headers: { "if-none-match": known } });
      assert.deepEqual([response.status, response.headers.get("etag"), await response.text()], [304, '"1"', ""], known);
    }
    for (const known of ['"2"', '"11"', "1"]) assert.equal((await ask("/coverages/known", { headers: { "if-none-match": known } })).status, 200, known);
    const head = await ask("/coverages/known", { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("etag"), await head.text()], [200, '"1"', ""]);
  });

  test("versions do not collide, and preconditions hold", async () => {
    await problem(await store(coverage("rules", 2)), 409, "version_not_one");
    await problem(await store(coverage("rules", 1), { "if-match": "*" }), 412, "precondition_failed");
    assert.equal((await store(coverage("rules", 1), { "if-none-match": "*" })).status, 201);
    await problem(await store(coverage("rules", 1)), 409, "version_exists");
    await problem(await store(coverage("rules", 3)), 409, "version_not_next");
    await problem(await store(coverage("rules", 2), { "if-none-match": "*" }), 412, "precondition_failed");
    await problem(await store(coverage("rules", 2), { "if-match": '"7"' }), 412, "precondition_failed");
    assert.equal((await store(coverage("rules", 2), { "if-match": '"1"' })).status, 201);
    assert.equal((await store(coverage("rules", 3), { "if-match": "*" })).status, 201);
  });

  test("of 50 requests that submit the same version, one wins", async () => {
    await store(coverage("race", 1));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, note) => store(coverage("race", 2, [{ name: `WRITER_${note}`, care_type_mappings: [], coverage_rule: {} }].slice(1)))));
    const statuses = answers.map(({ status }) => status);
    assert.deepEqual([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 409).length], [1, 49]);
  });

  test("nobody writes without the token", async () => {
    for (const authorization of [undefined, "", WRITE_TOKEN, "Bearer", "Bearer ", `Basic ${WRITE_TOKEN}`, `Bearer ${WRITE_TOKEN}x`, `Bearer ${WRITE_TOKEN.slice(1)}`, `Bearer x`, `Bearer ${WRITE_TOKEN.toUpperCase()}`, `Bearer ${"x".repeat(5000)}`]) {
      const response = await send("/coverages", coverage("secret", 1), authorization === undefined ? {} : { authorization });
      assert.match(response.headers.get("www-authenticate"), /^Bearer realm=/);
      await problem(response, 401, "unauthorized", authorization);
      await assertWorks(authorization);
    }
    await problem(await ask("/coverages/secret"), 404, "unknown_coverage");
    assert.equal((await store(coverage("secret", 1), { authorization: `bearer ${WRITE_TOKEN}` })).status, 201);
  });

  test("a coverage with errors is refused with its diagnostics, and nothing is stored", async () => {
    const payload = coverage("wrong", 1);
    payload.guarantees[0].care_type_mappings[0].selector = { include_care_types: ["NO_SUCH_TYPE"] };
    const { diagnostics } = await problem(await store(payload), 422, "unknown_care_type");
    assert.deepEqual(diagnostics.map(({ pointer }) => pointer), ["/guarantees/0/care_type_mappings/0/selector/include_care_types/0"]);
    assert.ok(diagnostics[0].range.line === 1 && diagnostics[0].range.start > 0);
    await problem(await store('{ "name": "wrong", "version": 1, "version": 1, "guarantees": [] }'), 422, "duplicate_key");
    await problem(await store("[]"), 422, "wrong_type");
    await problem(await ask("/coverages/wrong"), 404, "unknown_coverage");
  });

  const bad = {
    "a cut text": ['{"name":', 400, "invalid_json"],
    "nothing": ["", 400, "invalid_json"],
    "bytes that are no UTF-8": [new Uint8Array([0x22, 0xff, 0x22]), 400, "invalid_json"],
    "100,000 open brackets": ["[".repeat(100_000), 400, "invalid_json"],
    "arrays nested too deep": ["[".repeat(50_000) + "]".repeat(50_000), 422, undefined],
    "too many bytes": [`"${"x".repeat(LIMITS.maxBytes)}"`, 413, "too_large"],
  };
  test("malformed and oversized bodies are problems, and the next request is answered", async () => {
    for (const [name, [body, status, code]] of Object.entries(bad)) {
      for (const path of ["/coverages", "/match", "/dispense/check", "/validate"]) {
        const response = await send(path, body, { authorization: `Bearer ${WRITE_TOKEN}` });
        // A validation tells all of it, unless there is no text.
        const isTold = path === "/validate" && response.status === 200;
        if (isTold) assert.equal((await response.json()).valid, false, name);
        else if (code !== undefined) await problem(response, status, code, `${name} at ${path}`);
        else assert.ok([400, 422].includes(response.status), `${name} at ${path}: ${response.status}`);
        await assertWorks(name);
      }
    }
  });

  test("a body of unknown length is counted, and one of another type is refused", async () => {
    const { status, text } = await slowly({ path: "/validate", chunks: Array(30).fill(" ".repeat(10_000)), pause: 0 });
    assert.deepEqual([status, JSON.parse(text).code], [413, "too_large"]);
    for (const type of ["text/plain", "application/jsonx", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "multipart/form-data; boundary=x", ""]) {
      await problem(await send("/validate", "{}", { "content-type": type }), 415, "unsupported_media_type", type);
    }
    for (const type of ["application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"']) {
      assert.equal((await send("/validate", "{}", { "content-type": type })).status, 200, type);
    }
    await assertWorks();
  });

  test("a slow client does not wait for ever, and others do not wait for it", async () => {
    const slow = slowly({ path: "/validate", chunks: Array(40).fill(" "), pause: 100 });
    const started = performance.now();
    await assertWorks();
    assert.ok(performance.now() - started < LIMITS.maxMilliseconds, "others do not wait");
    const { status, text } = await slow;
    assert.deepEqual([status, JSON.parse(text).code], [408, "request_timeout"]);
    await slowly({ path: "/validate", chunks: ["{"], pause: 50, breaks: true });
    await assertWorks();
  });

  test("validation tells everything, and its place in the text", async () => {
    const response = await send("/validate", '{\n  "name": "",\n  "version": 0, "guarantees": [');
    const { valid, diagnostics } = await response.json();
    assert.deepEqual([response.status, valid, diagnostics.map(({ code }) => code).sort()], [200, false, ["empty_name", "invalid_json", "version_below_one"]]);
    assert.deepEqual(diagnostics.find(({ code }) => code === "version_below_one").range.line, 3);
    assert.deepEqual(diagnostics.find(({ code }) => code === "version_below_one").fix, [{ op: "replace", path: "/version", value: 1 }]);
  });

  test("an act is matched with a stored version", async () => {
    await store(coverage("matched", 1));
    await store(coverage("matched", 2, []));
    const [{ act }] = example("acts.json").filter(({ act }) => act.care_type);
    const latest = await (await send("/match", { name: "matched", act })).json();
    assert.deepEqual(latest, { name: "matched", version: 2, decision: { outcome: "not_covered", guarantees: [], undetermined: [] } });
    const first = await (await send("/match", { name: "matched", version: 1, act })).json();
    assert.deepEqual([first.version, first.decision.outcome, (await (await send("/match", { name: "matched", version: 1, act })).json()).decision], [1, first.decision.outcome, first.decision]);
    assert.notEqual(first.decision.outcome, "unknown_care_type");
    await problem(await send("/match", { name: "no such", act }), 404, "unknown_coverage");
    await problem(await send("/match", { name: "matched", version: 3, act }), 404, "unknown_version");
    const { diagnostics } = await problem(await send("/match", { name: "matched", act: { ...act, member_age: "x", membr_age: 1 } }), 422, "wrong_type");
    assert.deepEqual(diagnostics.map(({ pointer }) => pointer), ["/act/member_age", "/act/membr_age"]);
    for (const [question, code] of [[{}, "missing_field"], [[], "wrong_type"], [null, "wrong_type"], [{ name: "matched", act: [] }, "wrong_type"], [{ name: 1, act }, "wrong_type"], [{ name: "matched", act, version: 0 }, "wrong_type"], [{ name: "matched", act, vresion: 1 }, "unknown_field"], ['{"name":"matched","act":{},"__proto__":{}}', "unknown_field"]]) {
      await problem(await send("/match", question), 422, code, JSON.stringify(question));
    }
  });

  test("a dispense is checked", async () => {
    const response = await send("/dispense/check", snapshot);
    const report = await response.json();
    assert.equal(response.status, 200);
    assert.ok(["accepted", "rejected", "indeterminate"].includes(report.decision) && report.checks.length > 10);
    await problem(await send("/dispense/check", { ...snapshot, ruleset: "page-2023" }), 422, "unknown_ruleset");
  });

  test("schemas and the document of the service are served, and known ones are not sent again", async () => {
    for (const [path, type] of [["/schemas/coverage-payload", "application/schema+json"], ["/openapi.json", "application/json"]]) {
      const response = await ask(path);
      assert.deepEqual([response.status, response.headers.get("content-type")], [200, type]);
      await response.json();
      assert.equal((await ask(path, { headers: { "if-none-match": response.headers.get("etag") } })).status, 304);
    }
    for (const name of ["nothing", "__proto__", "coverage-payload.json", "..%2fpackage"]) await problem(await ask(`/schemas/${name}`), 404, "unknown_schema", name);
  });

  test("what is not there is not found, and what is there says what it takes", async () => {
    for (const path of ["/", "/coverages/", "/coverages/a/b", "/validate/", "/Validate", "//validate"]) await problem(await ask(path), 404, "not_found", path);
    for (const [method, path, allow] of [["GET", "/coverages", "POST"], ["DELETE", "/coverages/a", "GET, HEAD"], ["PUT", "/validate", "POST"], ["POST", "/openapi.json", "GET, HEAD"], ["PATCH", "/match", "POST"]]) {
      const response = await ask(path, { method });
      assert.equal(response.headers.get("allow"), allow);
      await problem(response, 405, "method_not_allowed", `${method} ${path}`);
    }
  });

  test("strange requests are refused, and the next one is answered", async () => {
    for (const options of [{ method: "TRACE" }, { method: "OPTIONS", path: "*" }, { method: "GET", path: "http://elsewhere.example/validate" }, { method: "PROPFIND" }]) {
      const { promise, resolve, reject } = deferred();
      httpRequest(`${service()}/validate`, options).on("response", (response) => resolve(response.resume().statusCode)).on("error", reject).end();
      // Some servers end the connection instead of an answer.
      const status = await promise.catch(() => 400);
      assert.ok(status >= 400 && status < 600, `${JSON.stringify(options)}: ${status}`);
      await assertWorks(JSON.stringify(options));
    }
  });

  /** Sends a body in pieces, so that nobody knows its length. `breaks`: the connection ends after the last piece. */
  function slowly({ path, chunks, pause, breaks = false }) {
    return new Promise((resolve, reject) => {
      const request = httpRequest(service() + path, { method: "POST", headers: { "content-type": "application/json", "transfer-encoding": "chunked" } });
      const done = new AbortController();
      request.on("error", (error) => (breaks || done.signal.aborted ? resolve({ error }) : reject(error)));
      request.on("response", async (response) => {
        done.abort();
        let text = "";
        for await (const chunk of response) text += chunk;
        request.destroy();
        resolve({ status: response.statusCode, text });
      });
      (async () => {
        for (const chunk of chunks) {
          if (done.signal.aborted) return;
          request.write(chunk);
          await new Promise((resume) => setTimeout(resume, pause));
        }
        if (breaks) request.destroy(), resolve({});
        else if (!done.signal.aborted) request.end();
      })();
    });
  }
}
