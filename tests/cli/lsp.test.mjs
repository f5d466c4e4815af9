// The language server of the program, asked by the official client of the protocol: it knows the catalogue and the configuration of the folder that it
// is started in, without being told by the client.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  - { coverage: NAMED, code: flat_without_limit, reason: glasses are renewed seldom }
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
  rmSync(`${folder}-link`, { force: true });
});

const open = async (name, text = TEXT) => {
  const said = heard();
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: uri(name), languageId: name.endsWith(".json") ? "json" : "yaml", version: 1, text } });
  return (await said).params;
};
/** Problems by code and line. */
const problems = ({ diagnostics }) => diagnostics.map(({ code, range: { start } }) => [code, start.line]).sort(([left, a], [right, b]) => a - b || (left < right ? -1 : 1));
const write = async (name, version, text) => {
  const said = heard();
  await client.sendNotification("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges: [{ text }] });
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

const YAML = `# a coverage
name: B
version: 1
guarantees:
  - name: TEETH # by name
    care_type_mappings:
      - selector: { include_care_types: [CROWN, "SCALING"] }
        filter: {}
    coverage_rule: { components: [{ kind: flat_amount, amount: "30" }], limits: [] }
`;
const place = (text, part, plus = 0) => {
  const before = text.slice(0, text.indexOf(part) + plus).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
};
const applied = (text, edits) => {
  const offset = ({ line, character }) => text.split("\n").slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return edits.toSorted((left, right) => offset(right.range.start) - offset(left.range.start)).reduce((changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)), text);
};
const ask = (method, name, position, more = {}) => client.sendRequest(`textDocument/${method}`, { textDocument: { uri: uri(name) }, position, ...more });

test("a coverage in YAML has its problems at their places, while it is edited", async () => {
  assert.deepEqual(problems(await open("products/B.yaml", YAML)), [["flat_without_limit", 8]]);
  const wrong = YAML.replace("CROWN,", "CROWNS,");
  const { diagnostics } = await write("products/B.yaml", 2, wrong);
  const [{ code, range, severity, message }] = diagnostics.filter(({ code }) => code === "unknown_care_type");
  assert.deepEqual([code, severity, range], ["unknown_care_type", 1, { start: place(wrong, "CROWNS"), end: place(wrong, "CROWNS", 6) }]);
  assert.match(message, /did you mean CROWN/);
  assert.deepEqual(problems(await write("products/B.yaml", 3, `${YAML}  - name: [\n`)).map(([code]) => code), ["invalid_yaml"]);
  assert.equal(await ask("hover", "products/B.yaml", place(YAML, "CROWN", 2)), null);
  assert.deepEqual(problems(await write("products/B.yaml", 4, YAML)), [["flat_without_limit", 8]]);
});

test("in YAML, codes are completed and explained, a guarantee is renamed, a fix keeps comments", async () => {
  const begun = YAML.replace("[CROWN,", "[CRO,");
  await write("products/B.yaml", 5, begun);
  const { items } = await ask("completion", "products/B.yaml", place(begun, "[CRO", 4));
  assert.deepEqual(items.map(({ label, detail, textEdit }) => [label, detail, textEdit]), [["CROWN", "Crown", { range: { start: place(begun, "[CRO", 1), end: place(begun, "[CRO", 4) }, newText: "CROWN" }]]);
  assert.equal(applied(begun, [items[0].textEdit]), YAML);

  const wrong = YAML.replace("[CROWN,", "[CROWNS,");
  await write("products/B.yaml", 6, wrong);
  const range = { start: place(wrong, "CROWNS", 1), end: place(wrong, "CROWNS", 1) };
  const actions = await client.sendRequest("textDocument/codeAction", { textDocument: { uri: uri("products/B.yaml") }, range, context: { diagnostics: [] } });
  assert.deepEqual(actions.map(({ kind }) => kind), ["quickfix"]);
  assert.equal(applied(wrong, actions[0].edit.changes[uri("products/B.yaml")]), YAML);

  await write("products/B.yaml", 7, YAML);
  const { contents, range: shown } = await ask("hover", "products/B.yaml", place(YAML, '"SCALING', 4));
  assert.match(contents.value, /Scaling/);
  assert.deepEqual(shown, { start: place(YAML, '"SCALING'), end: place(YAML, '"SCALING', 9) });
  assert.deepEqual(await ask("prepareRename", "products/B.yaml", place(YAML, "TEETH", 1)), { range: { start: place(YAML, "TEETH"), end: place(YAML, "TEETH", 5) }, placeholder: "TEETH" });
  const { changes } = await ask("rename", "products/B.yaml", place(YAML, "TEETH", 1), { newName: "DENTAL_CARE" });
  assert.equal(applied(YAML, changes[uri("products/B.yaml")]), YAML.replace("TEETH", "DENTAL_CARE"));
  await assert.rejects(ask("rename", "products/B.yaml", place(YAML, "TEETH", 1), { newName: "" }));
  const [{ name, selectionRange, children }] = await client.sendRequest("textDocument/documentSymbol", { textDocument: { uri: uri("products/B.yaml") } });
  assert.deepEqual([name, selectionRange.start, children.length], ["TEETH", place(YAML, "TEETH"), 2]);
  assert.deepEqual((await ask("references", "products/B.yaml", place(YAML, "CROWN", 1), { context: { includeDeclaration: true } })).map(({ range }) => range.start), [place(YAML, "CROWN")]);
});

test("in YAML, a key or a value that is not begun yet, or is half a word, is completed where the text says nothing without it", async () => {
  let version = 100;
  /** `|`: the cursor. */
  const completed = async (marked) => {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    await write("products/B.yaml", (version += 1), text);
    const { items } = await ask("completion", "products/B.yaml", place(marked, "|"));
    return { text, items: Object.fromEntries(items.map(({ label, textEdit }) => [label, applied(text, [textEdit])])), offset };
  };
  const head = "name: B\nversion: 1\nguarantees:\n  - name: TEETH\n    care_type_mappings:\n";
  for (const [marked, label, put] of [
    // A key in a block.
    [`${head}      - sel|\n`, "selector", "selector: "],
    [`${head}      - selector: { include_care_types: [CROWN] }\n        fil|\n    coverage_rule: {}\n`, "filter", "filter: "],
    [`${head}      - selector: { include_care_types: [CROWN] }\n        filter:\n          |\n    coverage_rule: {}\n`, "min_age", "min_age: "],
    [`${head}      - selector: {}\n        filter: {}\n    cov|\n`, "coverage_rule", "coverage_rule: "],
    // In a flow.
    [`${head}      - selector: { inc| }\n`, "include_care_types", "include_care_types: "],
    [`${head}      - selector: { include_care_types: [CROWN], ex| }\n`, "exclude_care_types", "exclude_care_types: "],
    // A value.
    [`${head}      - selector: { include_care_types: [|] }\n`, "SCALING", "SCALING"],
    [`${head}      - selector: { include_care_types: [CROWN, |] }\n`, "SCALING", "SCALING"],
    [`${head}      - selector:\n          include_care_types:\n            - CROWN\n            - |\n`, "SCALING", "SCALING"],
    [`${head}      - selector: {}\n        filter: { practitioner: | }\n`, "SPECIALIST", "SPECIALIST"],
    [`${head}      - selector: {}\n        filter:\n          practitioner: SPEC|\n`, "SPECIALIST", "SPECIALIST"],
  ]) {
    const { text, items, offset } = await completed(marked);
    const [word] = /\w*$/.exec(text.slice(0, offset));
    assert.equal(items[label], `${text.slice(0, offset - word.length)}${put}${text.slice(offset)}`, `${marked}\n${Object.keys(items)}`);
  }
  // Nowhere else.
  for (const marked of ["name: B # |\n", "name: |B\n", "name: B|C\n", `${head}      - selector: {} |\n`]) assert.deepEqual((await completed(marked)).items, {}, marked);
});

test("YAML is set out as fmt does it", async () => {
  const loose = YAML.replace("version: 1", "version:    1");
  await write("products/B.yaml", 200, loose);
  const edits = await client.sendRequest("textDocument/formatting", { textDocument: { uri: uri("products/B.yaml") }, options: { tabSize: 2, insertSpaces: true } });
  assert.equal(applied(loose, edits), YAML);
  await write("products/B.yaml", 201, YAML);
  assert.deepEqual(await client.sendRequest("textDocument/formatting", { textDocument: { uri: uri("products/B.yaml") }, options: { tabSize: 2, insertSpaces: true } }), []);
});

test("an acceptance is for the coverage that it names, in YAML and in JSON", async () => {
  assert.deepEqual(problems(await open("products/C.yaml", YAML.replace("name: B", "name: NAMED"))), []);
  const json = (name) => JSON.stringify({ name, version: 1, guarantees: [{ name: "TEETH", care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: {} }], coverage_rule: { components: [{ kind: "flat_amount", amount: "30" }] } }] }, null, 2);
  assert.deepEqual(problems(await open("products/D.json", json("NAMED"))), []);
  assert.deepEqual(problems(await open("products/E.json", json("OTHER"))).map(([code]) => code), ["flat_without_limit"]);
  assert.deepEqual(problems(await write("products/E.json", 2, json("NAMED"))), []);
  writeFileSync(join(folder, "products/F.accept.yaml"), "accept: [{ code: flat_without_limit, reason: of no interest }]\n");
  assert.deepEqual(problems(await open("products/F.yaml", YAML)), []);
});

test("the catalogue in YAML is judged, and another text in YAML is left alone", async () => {
  assert.deepEqual(problems(await open("catalog.yaml", "care_type_groups: []\ninternal_care_types:\n  - { id: 7, short_code: CROWN, care_type_group_ids: [1] }\n")), [["unknown_group_id", 2]]);
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: uri("products/B.accept.yaml"), languageId: "yaml", version: 1, text: "[" } });
  assert.equal(await ask("hover", "products/B.accept.yaml", { line: 0, character: 0 }), null);
  // An editor that came by a link.
  symlinkSync(folder, `${folder}-link`);
  const said = heard();
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: `file://${folder}-link/products/G.yaml`, languageId: "yaml", version: 1, text: YAML } });
  assert.deepEqual(problems((await said).params), [["flat_without_limit", 8]]);
  const closed = heard();
  await client.sendNotification("textDocument/didClose", { textDocument: { uri: uri("catalog.yaml") } });
  assert.deepEqual((await closed).params, { uri: uri("catalog.yaml"), diagnostics: [] });
});

test("it ends when its client says so, with 0", async () => {
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  assert.equal(await ended, 0);
});
