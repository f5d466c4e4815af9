// The tools for assistants, asked by the client of the protocol's own SDK.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { home, program } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "mcp-"));
cpSync("examples/ci", folder, { recursive: true });
writeFileSync(join(folder, "secret.yaml"), "name: SECRET\nversion: 1\nguarantees: []\n");
const everything = () => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => {
  const path = join(one.parentPath ?? one.path, one.name);
  return [path, readFileSync(path, "utf8")];
}));
const given = everything();

const client = new Client({ name: "test", version: "1" });
before(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [program, "mcp"], cwd: folder, env: { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" } })));
after(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});
const ask = async (name, args) => {
  const { isError, structuredContent, content: [{ text }] } = await client.callTool({ name, arguments: args });
  if (!isError) assert.deepEqual(JSON.parse(text), structuredContent);
  return isError ? { error: text } : structuredContent;
};

const CROWN = { care_type: "CROWN", charged: "539", brss: "120", secu_rate_percent: 60 };

test("there are tools, and all of them only read", async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map(({ name }) => name), ["list_coverages", "check_coverage", "explain_code", "read_benefit_cell", "evaluate_act", "reimburse_act"]);
  for (const { name, description, annotations } of tools) assert.ok(description.length > 20 && annotations.readOnlyHint, name);
});

test("what the configuration names is listed", async () => {
  const { coverages, care_types } = await ask("list_coverages", {});
  assert.deepEqual(coverages, ["coverages/BASIC.yaml"]);
  assert.ok(care_types.some(({ short_code }) => short_code === "CROWN"));
});

test("a coverage is checked as the program checks it: its acceptances count, and a text has its lines", async () => {
  assert.deepEqual(await ask("check_coverage", { file: "coverages/BASIC.yaml" }), { problems: [] });
  const text = given[join(folder, "coverages/BASIC.yaml")].replace("[DOCTORS]", "[DOCTOR]");
  const { problems } = await ask("check_coverage", { text });
  assert.deepEqual(problems.map(({ code, severity, line }) => [code, severity, line]).slice(0, 1), [["unknown_care_type_group", "error", 14]]);
});

test("a code is explained, a cell is read, and what is not understood is said", async () => {
  const { why, severity } = await ask("explain_code", { code: "gap" });
  assert.deepEqual([severity, why.length > 20], ["warning", true]);
  const { readings, unread } = await ask("read_benefit_cell", { cell: "30 €/séance, 5 séances/an", label: "Ostéopathie" });
  assert.equal(unread.length, 0);
  assert.equal(readings[0].rule.components[0].amount, "30");
  assert.ok(readings[0].in_words.includes("30"));
  assert.ok((await ask("read_benefit_cell", { cell: "selon humeur" })).unread.length > 0);
});

test("an act is decided and paid", async () => {
  const { outcome } = await ask("evaluate_act", { act: { care_type: "CROWN" }, file: "coverages/BASIC.yaml" });
  assert.equal(outcome, "covered");
  const { guarantee, amounts, steps } = await ask("reimburse_act", { act: CROWN });
  assert.deepEqual([guarantee, amounts.complementary, steps.length > 0], ["DENTAL_CARE", "228.00", true]);
});

test("other files cannot be read, what is wrong is said, and nothing ends", async () => {
  for (const file of ["secret.yaml", "../secret.yaml", join(folder, "secret.yaml"), "/etc/passwd", "coverages/../secret.yaml", "catalog.yaml"]) {
    const { error } = await ask("check_coverage", { file });
    assert.match(error, /coverages\/BASIC\.yaml/, file);
    assert.ok(!error.includes("SECRET"));
  }
  assert.match((await ask("reimburse_act", { act: { ...CROWN, charged: "x" } })).error, /amount_format \/charged/);
  assert.match((await ask("evaluate_act", {})).error, /act/);
  assert.match((await ask("evaluate_act", { act: CROWN, colour: 1 })).error, /colour/);
  assert.match((await ask("check", {})).error, /check_coverage/);
  assert.match((await ask("explain_code", { code: "gaps" })).error, /gaps/);
  assert.match((await ask("evaluate_act", { act: { care_type: "CROWN" }, text: "name: [" })).error, /invalid_yaml/);
  assert.equal((await ask("evaluate_act", { act: { care_type: "CROWN" } })).outcome, "covered");
});

test("nothing was written", () => assert.deepEqual(everything(), given));
