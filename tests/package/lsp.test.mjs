// The language server: a session over standard input and output, as tests/language/lsp-session.json has it recorded, through the official
// client of the protocol; and what becomes of a session that begins or ends badly.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { inside, write } from "./install.mjs";

// What a program installs that wants a language server.
for (const name of ["vscode-languageserver", "vscode-languageserver-protocol", "vscode-languageserver-textdocument", "vscode-languageserver-types", "vscode-jsonrpc"]) {
  symlinkSync(resolve("node_modules", name), inside("node_modules", name));
}
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)("vscode-languageserver-protocol/node");

const RECORD = new URL("../language/lsp-session.json", import.meta.url);
const session = JSON.parse(readFileSync(RECORD, "utf8"));
const example = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
/** What is too long for the record. */
const DATA = {
  catalog: example("examples/catalog.json"),
  profiles: [{ profile: example("profiles/fr-contrat-responsable.json"), options: { date: "2026-03-29", classes: example("profiles/classes.example.json"), declarations: { CR19: true, CR20: true } } }],
};

/** A server of its own, and its client. `heard` waits for the next notification of a name. */
function start(script = 'import { startServer } from "care-coverage/lsp";\nstartServer();', name = "lsp-server.mjs") {
  const child = spawn(process.execPath, [write(name, script)], { stdio: ["pipe", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = [];
  const said = [];
  client.onNotification((method, params) => (waiting.shift() ?? ((one) => said.push(one)))({ method, params }));
  client.listen();
  const heard = () => (said.length > 0 ? Promise.resolve(said.shift()) : new Promise((resolve) => waiting.push(resolve)));
  const ended = new Promise((resolve) => child.on("exit", (code) => resolve({ code, errors })));
  return { client, heard, ended, child };
}

const initialize = (client, options = {}) => client.sendRequest("initialize", { ...session.initialize, initializationOptions: { ...session.initialize.initializationOptions, ...DATA, ...options } });

/** The beginning of a list, of completions too; a new text by its first characters. */
function taken(answer, count) {
  if (count === undefined || answer === null) return answer;
  if (Array.isArray(answer)) return answer.slice(0, count);
  return { ...answer, items: answer.items.slice(0, count) };
}
const plain = (value) => JSON.parse(JSON.stringify(value ?? null).replaceAll(/[\u00a0\u202f]/g, " "));

let server;
before(() => (server = start()));
after(() => server.child.kill());

test("the session is as it is recorded", async () => {
  const { client, heard, ended } = server;
  const { capabilities, serverInfo } = await initialize(client);
  assert.equal(serverInfo.name, "care-coverage");
  for (const name of ["completionProvider", "hoverProvider", "codeActionProvider", "renameProvider", "definitionProvider", "referencesProvider", "documentSymbolProvider", "foldingRangeProvider", "documentFormattingProvider"]) assert.ok(capabilities[name], name);
  await client.sendNotification("initialized", {});
  const got = [];
  for (const step of session.steps) {
    const { id, ask, notify, params, then, take } = step;
    let answer;
    if (ask) answer = await client.sendRequest(ask, params).catch(({ code, message }) => ({ error: { code, message } }));
    else await client.sendNotification(notify, params);
    if (then) {
      const next = await heard();
      assert.equal(next.method, then, id);
      answer = next.params;
    }
    got.push({ ...step, want: plain(taken(answer, take)) });
  }
  if (process.env.UPDATE_SESSION) writeFileSync(RECORD, `${JSON.stringify({ ...session, steps: got }, null, 1)}\n`);
  else for (const [index, { id, want }] of session.steps.entries()) assert.deepEqual(got[index].want, want, id);
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  assert.deepEqual(await ended, { code: 0, errors: "" });
});

test("without a catalogue that can be used, `initialize` is answered by an error that says why", async () => {
  for (const [catalog, message] of [[undefined, /initializationOptions: /], [{ care_type_groups: 1, internal_care_types: [] }, /care_type_groups/]]) {
    const { client, child } = start(undefined, "lsp-refused.mjs");
    await assert.rejects(initialize(client, { catalog }), (error) => error.code === -32602 && message.test(error.message));
    child.kill();
  }
});

test("after many edits, the server has the text that the client has", async () => {
  const { client, heard, child } = start(undefined, "lsp-edits.mjs");
  await initialize(client);
  const uri = "file:///insurer/x.act.json";
  let text = '{ "care_type": "GP_VISIT" }';
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "json", version: 1, text } });
  await heard();
  for (let version = 2; version < 60; version += 1) {
    const at = (version * 7) % (text.length + 1);
    const inserted = version % 3 === 0 ? "é\n" : version % 5 === 0 ? "" : '"';
    const end = Math.min(text.length, at + (version % 4));
    const before = text.slice(0, at).split("\n");
    const upTo = text.slice(0, end).split("\n");
    const range = { start: { line: before.length - 1, character: before.at(-1).length }, end: { line: upTo.length - 1, character: upTo.at(-1).length } };
    text = text.slice(0, at) + inserted + text.slice(end);
    await client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text: inserted }] });
  }
  const all = { start: { line: 0, character: 0 }, end: { line: text.split("\n").length - 1, character: text.split("\n").at(-1).length } };
  await client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 60 }, contentChanges: [{ range: all, text: '{ "care_type": "GP_VISITT" }' }] });
  const { params } = await heard();
  assert.deepEqual([params.version, params.diagnostics.map(({ code, range }) => [code, range.start, range.end])], [60, [["unknown_care_type", { line: 0, character: 15 }, { line: 0, character: 26 }]]]);
  child.kill();
});

test("by `require` it is the same", async () => {
  const { client, child } = start('const { startServer } = require("care-coverage/lsp");\nstartServer();', "lsp-server.cjs");
  assert.equal((await initialize(client)).serverInfo.name, "care-coverage");
  child.kill();
});
