// The language server of the program, asked by the official client of the protocol: it knows the catalogue and the configuration of the folder that it
// is started in, without being told by the client.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { home, program } from "./install.mjs";

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)("vscode-languageserver-protocol/node");

const folder = mkdtempSync(join(tmpdir(), "lsp-"));
const uri = (name) => `file://${folder}/${name}`;
writeFileSync(join(folder, "catalog.yaml"), `care_type_groups:
  - { id: 1, short_code: DENTAL, label: Dental care }
internal_care_types:
  - { id: 7, short_code: CROWN, label: Crown, care_type_group_ids: [1] }
  - { id: 8, short_code: SCALING, label: Scaling, care_type_group_ids: [1] }
`);
writeFileSync(join(folder, "care-coverage.config.yaml"), `catalog: catalog.yaml
coverages: ["products/**/*.{json,yaml}"]
severities: { unusual_guarantee_name: error }
accept:
  - { code: gap, reason: of no interest here }
`);
mkdirSync(join(folder, "products"));

const TEXT = `{
  "name": "A",
  "version": 1,
  "guarantees": [
    {
      "name": "teeth",
      "care_type_mappings": [{ "selector": { "include_care_types": ["CROWN", "SCALLING"] }, "filter": { "min_age": 18 } }],
      "coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "150" }] }
    }
  ]
}
`;
const at = (part, plus = 0) => {
  const before = TEXT.slice(0, TEXT.indexOf(part) + plus).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
};

let child, client, heard;
before(async () => {
  child = spawn(process.execPath, [program, "lsp", "--stdio"], { cwd: folder, env: { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" }, stdio: ["pipe", "pipe", "inherit"] });
  client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = [];
  client.onNotification((method, params) => waiting.shift()?.({ method, params }));
  client.listen();
  heard = () => new Promise((resolve) => waiting.push(resolve));
  const { serverInfo } = await client.sendRequest("initialize", { processId: null, rootUri: `file://${folder}`, capabilities: {} });
  assert.equal(serverInfo.name, "care-coverage");
  await client.sendNotification("initialized", {});
});
after(() => {
  child.kill();
  rmSync(folder, { recursive: true });
});

const open = async (name, text = TEXT) => {
  const said = heard();
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: uri(name), languageId: "json", version: 1, text } });
  return (await said).params;
};

test("problems have the severities of the configuration; what it accepts is not said", async () => {
  const { uri: of, diagnostics } = await open("products/A.json");
  assert.equal(of, uri("products/A.json"));
  const said = diagnostics.map(({ code, severity, range: { start } }) => [code, severity, start]).sort(([, , left], [, , right]) => left.line - right.line);
  assert.deepEqual(said, [["unusual_guarantee_name", 1, at('"teeth"')], ["unknown_care_type", 1, at('"SCALLING"')]]);
});

test("codes of the catalogue are completed, with their labels", async () => {
  const answer = await client.sendRequest("textDocument/completion", { textDocument: { uri: uri("products/A.json") }, position: at('"SCALLING"', 3) });
  assert.ok(answer.items.some(({ label, detail }) => /SCALING/.test(label) && /Scaling/.test(`${label} ${detail}`)), JSON.stringify(answer.items.slice(0, 3)));
});

test("a code says what it is", async () => {
  const { contents } = await client.sendRequest("textDocument/hover", { textDocument: { uri: uri("products/A.json") }, position: at('"CROWN"', 2) });
  assert.match(contents.value, /Crown/);
});

test("a guarantee is renamed", async () => {
  const { changes, documentChanges } = await client.sendRequest("textDocument/rename", { textDocument: { uri: uri("products/A.json") }, position: at('"teeth"', 2), newName: "TEETH" });
  const edits = changes?.[uri("products/A.json")] ?? documentChanges[0].edits;
  assert.deepEqual(edits.map(({ newText, range: { start } }) => [newText.replaceAll('"', ""), start.line]), [["TEETH", 5]]);
});

test("a text in a folder below is a coverage, too; another text is none", async () => {
  const { diagnostics } = await open("products/old/B.json", "{");
  assert.ok(diagnostics.length > 0);
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: uri("other.json"), languageId: "json", version: 1, text: "{" } });
  assert.equal(await client.sendRequest("textDocument/hover", { textDocument: { uri: uri("other.json") }, position: { line: 0, character: 0 } }), null);
});

test("it ends when its client says so, with 0", async () => {
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  assert.equal(await ended, 0);
});
