// The adapters: CodeMirror and forms in a page, a language server in its worker, Monaco with the service in a worker, each as bundlers make them;
// and the language server over standard input and output. What they need is that of the repository.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serve } from "../../package/server.mjs";
import { visit } from "../browsers.mjs";
import { project } from "../project.mjs";
import { tool, versionOf } from "../tools.mjs";
import { page, viteBuild, viteOfPage, webpackBuild } from "./bundlers.mjs";

const LISTS = `{ care_type_groups: [{ id: 1, short_code: "DENTAL" }], internal_care_types: [{ id: 7, short_code: "CROWN", care_type_group_ids: [1] }] }`;
const TEXT = `'{ "care_type": "CROWNN" }'`;

const PAGE = `
  import { EditorView } from "@codemirror/view";
  import { CareTypeCatalog } from "care-coverage";
  import { careCoverage } from "care-coverage/codemirror";
  import { toRjsfErrors } from "care-coverage/forms";
  import { createLanguageService } from "care-coverage/language";
  const lists = ${LISTS};
  const catalog = new CareTypeCatalog(lists);
  const service = createLanguageService(catalog, { language: "fr" });
  new EditorView({ parent: document.body, doc: ${TEXT}, extensions: [careCoverage(service, { kind: "act", language: "fr", delay: 10 })] });
  const worker = new Worker(new URL("./server.js", import.meta.url), { type: "module" });
  worker.postMessage({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { catalog: lists } } });
  worker.onmessage = ({ data }) => {
    if (data.id !== 1) return;
    const find = () => {
      const marked = document.querySelector(".cm-lintRange")?.textContent;
      if (marked) globalThis.result = { marked, server: data.result.serverInfo.name, errors: toRjsfErrors(catalog.validateCoverage({ name: "", version: 1, guarantees: [] })) };
      else setTimeout(find, 20);
    };
    find();
  };`;

const SERVER = `
  import { startServer } from "care-coverage/lsp";
  startServer();`;

const MONACO = `
  import * as monaco from "monaco-editor/editor";
  import { createCoverageWorker, createLanguageService } from "care-coverage/language/worker";
  import { careCoverage } from "care-coverage/monaco";
  self.MonacoEnvironment = { getWorker: () => new Worker(new URL("monaco-editor/editor/editor.worker", import.meta.url), { type: "module" }) };
  async function run() {
    const worker = await createCoverageWorker({ workers: 1 });
    const service = await createLanguageService(await worker.createCatalog(${LISTS}), { language: "fr" });
    const model = monaco.editor.createModel(${TEXT}, "plaintext");
    careCoverage(monaco, service, { languageId: "plaintext", delay: 10 }).attach(model, { kind: "act" });
    monaco.editor.onDidChangeMarkers(() => {
      const [{ code, message }] = monaco.editor.getModelMarkers({ resource: model.uri });
      globalThis.result = { code, message };
    });
  }
  run();`;

async function visited(folder) {
  const server = await serve({ built: folder });
  try {
    return (await visit("chromium", `${server.address}/built/index.html`)).result;
  } finally {
    await server.stop();
  }
}

const BUNDLERS = [
  ["Vite of the page, build", viteOfPage, (root) => viteBuild(root), true],
  ["Vite 8, build", () => versionOf("vite8"), (root) => viteBuild(root, "8"), false],
  ["webpack", () => versionOf("webpack"), webpackBuild, false],
];
const pages = BUNDLERS.map(([bundler, version, build, isShort]) => ({
  name: `adapters in a page: ${bundler}`,
  version,
  isShort,
  isFull: !isShort,
  async test(name) {
    const { marked, server, errors } = await visited(await build(project(name, { "index.html": page("./page.js"), "page.js": PAGE, "server.js": SERVER })));
    assert.deepEqual([marked, server, Object.keys(errors)], ['"CROWNN"', "care-coverage", ["name"]]);
    return {};
  },
}));

const monaco = {
  name: "adapters, Monaco: Vite 8, build",
  // Its exports do not have the file.
  version: () => JSON.parse(readFileSync(new URL("../../../node_modules/monaco-editor/package.json", import.meta.url), "utf8")).version,
  isShort: false,
  isFull: true,
  async test(name) {
    const { code, message } = await visited(await viteBuild(project(name, { "index.html": page("./page.js"), "page.js": MONACO }), "8"));
    assert.equal(code, "unknown_care_type");
    assert.match(message, /CROWN/);
    return {};
  },
};

const NODES = [["Node of this machine", () => process.versions.node, () => process.execPath, true], ...["22", "24", "26"].map((major) => [`Node ${major}`, () => versionOf(`node${major}`), () => tool(`node${major}`, "bin/node"), false])];
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)("vscode-languageserver-protocol/node");
const servers = NODES.map(([name, version, command, isShort]) => ({
  name: `adapters, LSP: ${name}`,
  version,
  isShort,
  isFull: true,
  async test(name) {
    const cwd = project(name, { "server.mjs": SERVER });
    const child = spawn(command(), ["server.mjs"], { cwd, stdio: ["pipe", "pipe", "inherit"] });
    try {
      const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
      client.listen();
      const catalog = JSON.parse(LISTS.replaceAll(/(\w+):/g, '"$1":'));
      const { serverInfo } = await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {}, initializationOptions: { catalog } });
      assert.equal(serverInfo.name, "care-coverage");
    } finally {
      child.kill();
    }
    return {};
  },
}));

export const cells = [...pages, monaco, ...servers];
