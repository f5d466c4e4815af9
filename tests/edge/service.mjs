// What the service promises, whatever runtime it is on: one test each.
import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { WRITE_TOKEN, example } from "./wrangler.mjs";

const coverage = (name, version, guarantees = example("coverage.json").guarantees) => ({ name, version, guarantees });
const snapshot = example("dispense/accepted.json");

const MAX_BYTES = 200_000;
const MAX_MILLISECONDS = 700;
const ORIGIN = "https://app.example";

/** The variables that the service under test must have. */
export const VARIABLES = { MAX_BODY_BYTES: String(MAX_BYTES), MAX_BODY_MILLISECONDS: String(MAX_MILLISECONDS), ALLOWED_ORIGINS: `${ORIGIN}, https://other.example:8080` };

function deferred() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
}

/** `service()`: its address, once it runs. */
export function testService(service) {
  /** What every answer has is looked for in every answer. */
  async function ask(path, options) {
    const response = await fetch(service() + path, options);
    const { headers } = response;
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.match(headers.get("x-request-id"), /^[\w-]{4,}$/, path);
    assert.match(headers.get("vary"), /\borigin\b/i, path);
    assert.match(headers.get("server-timing"), /^total;dur=/, path);
    return response;
  }
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
    const name = "a/b é?%25%2F+";
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

  test("who has a version already gets 304", async () => {
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
    "too many bytes": [`"${"x".repeat(MAX_BYTES)}"`, 413, "too_large"],
    "far too many bytes": ["x".repeat(100 * MAX_BYTES), 413, "too_large"],
  };
  test("malformed and oversized bodies are problems, and the next request is answered", async () => {
    for (const [name, [body, status, code]] of Object.entries(bad)) {
      for (const path of ["/coverages", "/match", "/reimburse", "/requirements", "/compare", "/dispense/check", "/validate"]) {
        const response = await send(path, body, { authorization: `Bearer ${WRITE_TOKEN}` });
        // A validation reports all of it, unless there is no text.
        const isTold = path === "/validate" && response.status === 200;
        if (isTold) assert.equal((await response.json()).valid, false, name);
        else if (code !== undefined) await problem(response, status, code, `${name} at ${path}`);
        else assert.ok([400, 422].includes(response.status), `${name} at ${path}: ${response.status}`);
        await assertWorks(name);
      }
    }
  });

  test("a body of unknown length is counted, and one of another type is refused", async () => {
    for (const size of [10_000, 100_000]) {
      const chunks = Array(30).fill(" ".repeat(size));
      const { status, text, sent } = await slowly({ path: "/validate", chunks, pause: 0 });
      assert.deepEqual([status, JSON.parse(text).code], [413, "too_large"]);
      assert.equal(sent, chunks.length, "the rest is read before the refusal: who is still sending would not see it");
    }
    for (const type of ["text/plain", "application/jsonx", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "multipart/form-data; boundary=x", ""]) {
      const response = await send("/validate", "{}", { "content-type": type });
      assert.equal(response.headers.get("accept"), "application/json");
      await problem(response, 415, "unsupported_media_type", type);
    }
    for (const [coding, body] of [["gzip", gzipSync("{}")], ["br", "{}"], ["identity, gzip", "{}"]]) {
      const response = await send("/validate", body, { "content-encoding": coding });
      assert.deepEqual([response.headers.get("accept-encoding"), response.headers.get("accept")], ["identity", null]);
      await problem(response, 415, "unsupported_media_type", coding);
    }
    assert.equal((await send("/validate", "{}", { "content-encoding": "identity" })).status, 200);
    for (const type of ["application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"']) {
      assert.equal((await send("/validate", "{}", { "content-type": type })).status, 200, type);
    }
    await assertWorks();
  });

  test("a slow client does not wait for ever, and others do not wait for it", async () => {
    const slow = slowly({ path: "/validate", chunks: Array(40).fill(" "), pause: 100 });
    const started = performance.now();
    await assertWorks();
    assert.ok(performance.now() - started < MAX_MILLISECONDS, "others do not wait");
    const { status, text } = await slow;
    assert.deepEqual([status, JSON.parse(text).code], [408, "request_timeout"]);
    await slowly({ path: "/validate", chunks: ["{"], pause: 50, breaks: true });
    await assertWorks();
  });

  test("validation reports everything, and its place in the text", async () => {
    const response = await send("/validate", '{\n  "name": "",\n  "version": 0, "guarantees": [');
    const { valid, diagnostics } = await response.json();
    assert.deepEqual([response.status, valid, diagnostics.map(({ code }) => code).sort()], [200, false, ["empty_name", "invalid_json", "version_below_one"]]);
    assert.deepEqual(diagnostics.find(({ code }) => code === "version_below_one").range.line, 3);
    assert.deepEqual(diagnostics.find(({ code }) => code === "version_below_one").fix, [{ op: "replace", path: "/version", value: 1 }]);
  });

  test("a validation without analysis has the same errors, and neither overlaps nor gaps", async () => {
    const guarantee = (name) => ({ name, care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: { min_age: 18 } }], coverage_rule: {} });
    const payload = { ...coverage("any", 0), guarantees: [guarantee("A"), guarantee("B")] };
    const codes = async (query) => (await (await send(`/validate${query}`, payload)).json()).diagnostics.map(({ code }) => code).sort();
    const errors = ["opaque_rule", "opaque_rule", "version_below_one"];
    assert.deepEqual(await codes("?analysis=false"), errors);
    assert.deepEqual(await codes("?analysis=true"), await codes(""));
    assert.ok((await codes("")).includes("overlap"));
    for (const query of ["analysis=0", "analysis=", "analysis=true&analysis=false", "analyse=false"]) await problem(await send(`/validate?${query}`, payload), 400, "invalid_parameter", query);
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

  test("an act is reimbursed by a stored version, and what is used of its limits goes with the next question", async () => {
    const guarantees = [{
      name: "OSTEOPATHY",
      care_type_mappings: [{ selector: { include_care_types: ["OSTEOPATHY"] }, filter: {} }],
      coverage_rule: { components: [{ kind: "flat_amount", amount: "50" }], limits: [{ key: "osteopathy", max_amount: "50", period: { kind: "civil_year" } }] },
    }];
    assert.equal((await store(coverage("paid", 1, guarantees))).status, 201);
    const act = { care_type: "OSTEOPATHY", care_date: "2025-03-12", charged: "60", beneficiary: "m" };
    const first = await (await send("/reimburse", { name: "paid", act })).json();
    assert.deepEqual([first.name, first.version, first.reimbursement.outcome, first.reimbursement.guarantee], ["paid", 1, "covered", "OSTEOPATHY"]);
    assert.deepEqual([first.reimbursement.amounts.complementary, first.reimbursement.amounts.out_of_pocket], ["50.00", "10.00"]);
    const second = await (await send("/reimburse", { name: "paid", version: 1, act, counters: first.reimbursement.counters, options: { secuRounding: "half_up" } })).json();
    assert.deepEqual([second.reimbursement.amounts.complementary, second.reimbursement.amounts.out_of_pocket], ["0.00", "60.00"]);
    const again = await (await send("/reimburse", { name: "paid", version: null, act, counters: null, options: null })).json();
    assert.deepEqual(again, first);
    const { charged, ...incomplete } = act;
    const bad = { name: "paid", act: { ...incomplete, chargd: "60" }, counters: [{ key: 1 }], options: { rounding: "up" } };
    const { diagnostics } = await problem(await send("/reimburse", bad), 422, "missing_field");
    assert.deepEqual([...new Set(diagnostics.map(({ pointer }) => pointer))], ["/act", "/act/chargd", "/counters/0", "/counters/0/key", "/options/rounding"]);
    await problem(await send("/reimburse", { name: "paid", act, counters: {} }), 422, "wrong_type");
    await problem(await send("/reimburse", { name: "no such", act }), 404, "unknown_coverage");
    await problem(await send("/reimburse", { name: "paid", version: 2, act }), 404, "unknown_version");
    await problem(await send("/reimburse", { name: "paid", act, acts: [] }), 422, "unknown_field");
  });

  test("a stored version is asked for what a law requires", async () => {
    const violated = async (name, profile) => {
      await store(coverage(name, 1, example(`${name}.json`).guarantees));
      const response = await send("/requirements", { name, profile, classes: "example", date: "2026-03-29", declarations: { CR19: true } });
      const { version, report } = await response.json();
      assert.deepEqual([response.status, version, report.profile, report.date], [200, 1, profile, "2026-03-29"]);
      assert.equal(report.requirements.find(({ id }) => id === "CR19").status, "holds");
      assert.equal(report.summary.violated, report.requirements.filter(({ status }) => status === "violated").length);
      return report.requirements.filter(({ status }) => status === "violated").map(({ id }) => id);
    };
    assert.deepEqual(await violated("collective-base", "fr-ani"), []);
    assert.deepEqual(await violated("coverage", "fr-contrat-responsable"), ["CR5", "CR13", "CR13b", "CR13c", "CR17", "CR18"]);
    const title = { fr: "Couvert", en: "Covered" };
    const profile = { name: "own", title, published: "2026-01-01", classes: { gp: { selector: { include_care_types: ["GP_VISIT"] } } }, requirements: [{ id: "1", article: "1", title, kind: "covered", class: "gp" }] };
    const own = { name: "coverage", version: null, profile, date: "2026-03-29", classes: null, declarations: null, tariffs: null };
    const answer = await (await send("/requirements", own)).json();
    assert.deepEqual(answer.report.summary, { ...answer.report.summary, violated: 1 });
    // Nothing is bound: nothing is said to hold.
    const unbound = await (await send("/requirements", { name: "coverage", profile: "fr-ani", date: "2026-03-29" })).json();
    assert.ok(unbound.report.summary.class_empty > 20 && unbound.report.summary.holds <= 1, JSON.stringify(unbound.report.summary));
    const bad = { name: "coverage", profile: { ...profile, published: 1, classes: { gp: { selector: {}, slector: {} } } }, date: "x", classes: "mine" };
    for (const [change, code, pointers] of [
      [{ classes: "mine", profile }, "wrong_type", ["/classes"]],
      [{ profile: "fr-nothing", classes: null }, "wrong_type", ["/profile"]],
      [{ classes: null, date: "2026-03-29" }, undefined, ["/profile/classes/gp/slector", "/profile/published"]],
      [{ classes: null, profile }, "invalid_date", ["/date"]],
      [{ classes: { gp: { selector: { include_care_types: ["NOTHING"] } } }, profile, date: "2026-03-29" }, "unknown_care_type", ["/classes/gp/selector/include_care_types/0"]],
    ]) {
      const response = await send("/requirements", { ...bad, ...change });
      const { status, code: found, diagnostics } = await response.json();
      assert.deepEqual([status, found], [422, code ?? found], JSON.stringify(change));
      assert.deepEqual(diagnostics.map(({ pointer }) => pointer).sort(), pointers, JSON.stringify(change));
    }
    await problem(await send("/requirements", { name: "no such", profile: "fr-ani", date: "2026-03-29" }), 404, "unknown_coverage");
    await problem(await send("/requirements", { name: "coverage", date: "2026-03-29" }), 422, "missing_field");
    await problem(await send("/requirements", { ...own, rates: [] }), 422, "unknown_field");
  });

  test("two stored versions are compared in euros", async () => {
    const guarantees = (percent) => [{ name: "GP", care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }], coverage_rule: { components: [{ kind: "brss_percent", percent }] } }];
    await store(coverage("euros", 1, guarantees("150")));
    await store(coverage("euros", 2, guarantees("200")));
    await store(coverage("others", 1, guarantees("150")));
    const compared = async (question) => (await send("/compare", { name: "euros", version: 1, date: "2026-03-29", ...question })).json();
    const more = await compared({ next: { name: "euros" } });
    assert.deepEqual([more.current, more.next], [{ name: "euros", version: 1 }, { name: "euros", version: 2 }]);
    assert.deepEqual(more.comparison.regions.map(({ direction }) => direction), ["more"]);
    const { gain } = more.comparison.regions[0];
    assert.ok(Number(gain.next.amounts.complementary) > Number(gain.current.amounts.complementary), JSON.stringify(gain));
    const less = await compared({ version: null, next: { name: "others", version: 1 }, rates: ["70"] });
    assert.deepEqual([less.current.version, less.comparison.regions.map(({ direction }) => direction)], [2, ["less"]]);
    assert.deepEqual((await compared({ next: { name: "others" } })).comparison, { regions: [], limits: [], not_decidable: [] });
    for (const [question, code, pointer] of [[{}, "missing_field", ""], [{ next: [] }, "wrong_type", "/next"], [{ next: { name: 1 } }, "wrong_type", "/next/name"], [{ next: { name: "euros", act: 1 } }, "unknown_field", "/next/act"], [{ next: { name: "euros" }, date: "x" }, "invalid_date", "/date"]]) {
      const { diagnostics } = await problem(await send("/compare", { name: "euros", version: 1, date: "2026-03-29", ...question }), 422, code, JSON.stringify(question));
      assert.equal(diagnostics[0].pointer, pointer);
    }
    await problem(await send("/compare", { name: "euros", next: { name: "no such" }, date: "2026-03-29" }), 404, "unknown_coverage");
    await problem(await send("/compare", { name: "euros", next: { name: "euros", version: 9 }, date: "2026-03-29" }), 404, "unknown_version");
  });

  test("a key that occurs twice is refused with its place, wherever it is", async () => {
    await store(coverage("twice", 1));
    const act = '{"care_type":"A","care_type":"B"}';
    for (const [path, body, pointer] of [
      ["/match", '{"name":"x","name":"twice","act":{"care_type":"A"}}', "/name"],
      ["/match", `{"name":"twice","act":${act}}`, "/act/care_type"],
      ["/reimburse", `{"name":"twice","act":${act}}`, "/act/care_type"],
      ["/dispense/check", `{"ruleset":"page-2022",${JSON.stringify(snapshot).slice(1)}`, "/ruleset"],
      ["/coverages", '{"name":"twice","version":2,"version":2,"guarantees":[]}', "/version"],
    ]) {
      const { diagnostics } = await problem(await send(path, body, { authorization: `Bearer ${WRITE_TOKEN}` }), 422, "duplicate_key", path);
      assert.deepEqual([diagnostics[0].pointer, diagnostics[0].range.line], [pointer, 1], path);
    }
  });

  test("a dispense is checked", async () => {
    const response = await send("/dispense/check", snapshot);
    const report = await response.json();
    assert.equal(response.status, 200);
    assert.ok(["accepted", "rejected", "indeterminate"].includes(report.decision) && report.checks.length > 10);
    await problem(await send("/dispense/check", { ...snapshot, ruleset: "page-2023" }), 422, "unknown_ruleset");
  });

  test("pages of listed origins may ask, and others may not", async () => {
    const preflight = (path, origin) => ask(path, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" } });
    const allowed = await preflight("/match", ORIGIN);
    assert.deepEqual([allowed.status, allowed.headers.get("access-control-allow-origin"), allowed.headers.get("access-control-allow-credentials")], [204, ORIGIN, null]);
    for (const name of ["authorization", "content-type", "if-match", "if-none-match"]) assert.ok(allowed.headers.get("access-control-allow-headers").includes(name), name);
    for (const origin of ["https://evil.example", "https://app.example.evil.example", "http://app.example", "null"]) {
      assert.equal((await preflight("/match", origin)).headers.get("access-control-allow-origin"), null, origin);
      assert.equal((await ask("/openapi.json", { headers: { origin } })).headers.get("access-control-allow-origin"), null, origin);
    }
    await store(coverage("across", 1));
    for (const headers of [{}, { "if-none-match": '"1"' }]) {
      const response = await ask("/coverages/across", { headers: { origin: ORIGIN, ...headers } });
      assert.equal(response.headers.get("access-control-allow-origin"), ORIGIN);
      assert.match(response.headers.get("access-control-expose-headers"), /etag/);
    }
    const refused = await send("/match", "{", { origin: "https://other.example:8080" });
    assert.equal(refused.headers.get("access-control-allow-origin"), "https://other.example:8080");
    await problem(refused, 400, "invalid_json");
  });

  test("the id of a request is the caller's, where it gives one that can be", async () => {
    const idOf = async (id) => (await ask("/nothing", { headers: { "x-request-id": id } })).headers.get("x-request-id");
    assert.equal(await idOf("trace-1234"), "trace-1234");
    assert.notEqual(await idOf('a"b; c'), 'a"b; c');
    assert.notEqual(await idOf("x".repeat(300)), "x".repeat(300));
  });

  test("the service says that it can answer", async () => {
    const response = await ask("/health");
    assert.deepEqual([response.status, response.headers.get("cache-control")], [200, "no-store"]);
    const { status, version, care_types } = await response.json();
    assert.deepEqual([status, typeof version, care_types > 0], ["ok", "string", true]);
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
    for (const path of ["/", "/coverages/", "/coverages/a/b", "/validate/", "/Validate", "//validate", "/match/", "/reimburse/x"]) await problem(await ask(path), 404, "not_found", path);
    for (const [method, path, allow] of [["GET", "/coverages", "POST"], ["DELETE", "/coverages/a", "GET, HEAD"], ["PUT", "/validate", "POST"], ["POST", "/openapi.json", "GET, HEAD"], ["PATCH", "/match", "POST"], ["HEAD", "/reimburse", "POST"], ["GET", "/requirements", "POST"], ["PUT", "/compare", "POST"], ["POST", "/health", "GET, HEAD"]]) {
      const response = await ask(path, { method });
      assert.equal(response.headers.get("allow"), allow);
      if (method === "HEAD") assert.equal(response.status, 405);
      else await problem(response, 405, "method_not_allowed", `${method} ${path}`);
    }
  });

  test("strange requests are refused, and the next one is answered", async () => {
    for (const options of [{ method: "TRACE" }, { method: "OPTIONS", path: "*" }, { method: "GET", path: "http://elsewhere.example/validate" }, { method: "PROPFIND" }]) {
      const { promise, resolve, reject } = deferred();
      httpRequest(`${service()}/validate`, options).on("response", (response) => resolve(response.resume().statusCode)).on("error", reject).end();
      // Some servers end the connection instead of an answer.
      const status = await promise.catch(() => 400);
      // Where pages of other origins may ask, OPTIONS has an answer for everything.
      const isGood = (status >= 400 && status < 600) || (options.method === "OPTIONS" && status === 204);
      assert.ok(isGood, `${JSON.stringify(options)}: ${status}`);
      await assertWorks(JSON.stringify(options));
    }
  });

  /** Sends a body in pieces, so that nobody knows its length. `breaks`: the connection ends after the last piece. */
  function slowly({ path, chunks, pause, breaks = false }) {
    return new Promise((resolve, reject) => {
      let sent = 0;
      const request = httpRequest(service() + path, { method: "POST", headers: { "content-type": "application/json", "transfer-encoding": "chunked" } });
      const done = new AbortController();
      request.on("error", (error) => (breaks || done.signal.aborted ? resolve({ error }) : reject(error)));
      request.on("response", async (response) => {
        done.abort();
        const { statusCode: status } = response;
        let text = "";
        for await (const chunk of response) text += chunk;
        request.destroy();
        resolve({ status, text, sent });
      });
      (async () => {
        for (const chunk of chunks) {
          if (done.signal.aborted) return;
          request.write(chunk);
          sent += 1;
          await new Promise((resume) => setTimeout(resume, pause));
        }
        if (breaks) request.destroy(), resolve({});
        else if (!done.signal.aborted) request.end();
      })();
    });
  }
}
