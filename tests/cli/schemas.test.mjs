// The schemas of the configuration and of tests accept what the program accepts, and refuse what it refuses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse, stringify } from "yaml";
import { home, program } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
after(() => rmSync(folder, { recursive: true }));
const call = (...given) => spawnSync(process.execPath, [program, ...given], { cwd: folder, env: { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" }, encoding: "utf8" });
const example = (name) => readFileSync(`examples/ci/${name}`, "utf8");
writeFileSync(join(folder, "catalog.yaml"), example("catalog.yaml"));
writeFileSync(join(folder, "BASIC.yaml"), example("coverages/BASIC.yaml"));

/** The schema in both drafts, of which both judge alike. */
function judge(name) {
  const both = [["07", Ajv], ["2020-12", Ajv2020]].map(([draft, Kind]) => {
    const { stdout, status } = call("schema", name, "--draft", draft);
    assert.equal(status, 0);
    const ajv = new Kind({ strict: false });
    addFormats(ajv);
    return ajv.compile(JSON.parse(stdout));
  });
  return (value) => {
    const [left, right] = both.map((validate) => validate(value));
    assert.equal(left, right);
    return left;
  };
}
const changed = (value, change) => {
  const copy = structuredClone(value);
  change(copy);
  return copy;
};

test("configurations", () => {
  const accepts = judge("config");
  const given = parse(example("care-coverage.config.yaml"));
  const right = [given, {}, { catalog: { file: "catalog.yaml", selectorPrecedence: "exclude_wins", knownValues: { practitioners: ["X"] } }, "x-note": 1, coverages: ["a", "!b"] },
    { accept: [{ coverage: "BASIC", code: "gap", care_types: ["CROWN"], reason: "meant" }], severities: { gap: "info" }, ignore: ["gap"] },
    { profiles: { p: { classes: "national", declarations: { CR19: true }, date: "2026-01-01", coverages: "a/*.yaml" } } }];
  const wrong = [[], { catalogue: "x" }, { language: "de" }, { coverages: 1 }, { catalog: { files: "x" } }, { ignore: "gap" }, { profiles: { p: { clases: "x" } } }, { accept: {} }];
  for (const [values, want] of [[right, true], [wrong, false]]) {
    for (const value of values) {
      assert.equal(accepts(value), want, JSON.stringify(value));
      writeFileSync(join(folder, "care-coverage.config.yaml"), stringify({ catalog: "catalog.yaml", ...(Array.isArray(value) ? {} : value) }));
      if (!Array.isArray(value)) assert.equal(call("check", "BASIC.yaml", "--quiet").status !== 2, want, JSON.stringify(value));
    }
  }
});

test("tests of coverages", () => {
  writeFileSync(join(folder, "care-coverage.config.yaml"), stringify({ catalog: "catalog.yaml" }));
  const accepts = judge("coverage-test");
  const given = { coverage: "BASIC.yaml", acts: [{ name: "a", act: { care_type: "CROWN", charged: "539", brss: 120, secu_rate_percent: 60 }, expect: { outcome: "covered", amounts: { complementary: 228 } } }] };
  assert.ok(accepts(parse(example("coverages/BASIC.coverage-test.yaml"))));
  const right = [given, { coverage: "BASIC.yaml" }, changed(given, ({ acts: [one] }) => (acts(one))), { ...given, no_gaps: { groups: ["DENTAL"] }, "x-a": 1, description: "b" }];
  const wrong = [{ acts: [] }, { ...given, act: [] }, changed(given, ({ acts: [one] }) => (one.expect = {})), changed(given, ({ acts: [one] }) => delete one.name),
    changed(given, ({ acts: [one] }) => delete one.act), changed(given, ({ acts: [one] }) => (one.steps = [])), changed(given, ({ acts: [one] }) => (one.expect = { amount: 1 })),
    changed(given, ({ acts: [one] }) => (one.expect.amounts = { paid: 1 })), { ...given, no_gaps: { group: [] } }, { ...given, requirements: [{ date: "2026-01-01" }] }];
  for (const [values, want] of [[right, true], [wrong, false]]) {
    for (const value of values) {
      assert.equal(accepts(value), want, JSON.stringify(value));
      writeFileSync(join(folder, "A.coverage-test.yaml"), stringify(value));
      const { status, stderr } = call("test", "A.coverage-test.yaml");
      assert.equal(status !== 2, want, `${JSON.stringify(value)}: ${stderr}`);
    }
  }
  function acts(one) {
    one.steps = [{ act: one.act, expect: one.expect }];
    delete one.act;
    delete one.expect;
  }
});
