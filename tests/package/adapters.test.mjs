// The adapters as they are installed: each has what it declares by import and by require, natural use of it compiles and mistakes do not, and
// it stays small. What they do is driven in tests/examples (CodeMirror, Monaco), lsp.test.mjs, forms.test.mjs
// and spreadsheet.test.mjs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { test } from "node:test";
import { BUNDLER, COMPILERS, compileWith, versionOf } from "./compilers.mjs";
import { importText, inside } from "./install.mjs";
import { CODEMIRROR, FORMS, LSP, MONACO, SPREADSHEET } from "./programs.mjs";

// What programs install that use them.
for (const name of ["@codemirror", "@lezer", "@marijn", "crelt", "style-mod", "w3c-keyname", "hucre", "monaco-editor", "vscode-languageserver", "vscode-languageserver-protocol", "vscode-languageserver-textdocument", "vscode-languageserver-types", "vscode-jsonrpc"]) {
  symlinkSync(resolve("node_modules", name), inside("node_modules", name));
}

const NAMES = {
  codemirror: ["careCoverage", "codeActions", "format", "nextProblem", "previousProblem", "rename", "showProblems"],
  monaco: ["careCoverage"],
  lsp: ["serve", "startServer"],
  spreadsheet: ["benefitGridsFromXlsx", "benefitTableXlsx"],
  forms: ["toFormResolver", "toJsonFormsErrors", "toRjsfErrors"],
};

for (const [name, names] of Object.entries(NAMES)) {
  test(`care-coverage/${name} has what it declares, by import and by require`, async () => {
    const entry = `care-coverage/${name}`;
    assert.deepEqual(Object.keys(await importText(`${name}-adapter.mjs`, `export * from "${entry}";\n`)), names);
    assert.deepEqual(Object.keys(createRequire(inside("entry.cjs"))(entry)).sort(), names);
    const declared = readFileSync(inside(`node_modules/care-coverage/${name}.d.ts`), "utf8");
    assert.deepEqual(Array.from(declared.matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm), ([, name]) => name).sort(), names);
  });
}

const PROGRAMS = { codemirror: CODEMIRROR, monaco: MONACO, lsp: LSP, forms: FORMS, spreadsheet: SPREADSHEET };
const SYSTEMS = { "a bundler": ["ts", BUNDLER], "a module under node16": ["mts", { module: "node16", moduleResolution: "node16" }] };
for (const compiler of Object.values(COMPILERS)) {
  for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
    test(`natural use compiles, mistakes do not: TypeScript ${versionOf(compiler)}, ${system}`, () => {
      const files = Object.fromEntries(Object.entries(PROGRAMS).map(([name, text]) => [`adapter-${name}.${extension}`, text]));
      // The declarations of others are theirs.
      assert.deepEqual(compileWith(compiler, files, { ...options, skipLibCheck: true, lib: ["es2022", "esnext.disposable", "dom", "dom.iterable"] }), []);
    });
  }
}

test("no file of an adapter is longer than 150 lines, and none imports the engine but the server", () => {
  const folder = new URL("../../pkg-template/adapters/", import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(new URL(file, folder), "utf8");
    assert.ok(text.split("\n").length <= 151, `${file}: ${text.split("\n").length - 1} lines`);
    if (!/^lsp(-node)?\.ts$/.test(file)) assert.doesNotMatch(text, /from "#/, file);
  }
});
