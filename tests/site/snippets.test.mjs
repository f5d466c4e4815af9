// Every block of code of the documents is run, type-checked or parsed; what is none of these has its reason here.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { transformSync } from "esbuild";
import { parseDocument } from "yaml";
import { CareTypeCatalog } from "../../pkg/node.js";
import { ROOT } from "../../site/lib/places.mjs";
import { asked, assertSaid } from "../package/said.mjs";
import { FOLDER, blocks, folderOf, writeSnippets } from "./snippets.mjs";

const ts = createRequire(`${ROOT}/site/package.json`)("typescript");
const catalog = new CareTypeCatalog(JSON.parse(readFileSync(`${ROOT}/examples/catalog.json`, "utf8")));

const GLOBALS = `
import type * as api from "care-coverage";
declare global {
  const catalog: api.CareTypeCatalog;
  const lists: api.CareTypeLists;
  const payload: api.CoveragePayload;
  let coverage: api.Coverage;
}`;
/** What a block may use without making it. */
const PRELUDE = `
import { readFileSync as __read } from "node:fs";
import * as __api from "care-coverage";
const __here = (name) => JSON.parse(__read(new URL(name, import.meta.url), "utf8"));
Object.assign(globalThis, { lists: __here("catalog.json"), payload: __here("coverage.json") });
globalThis.catalog = new __api.CareTypeCatalog(lists);
globalThis.coverage = catalog.compileCoverage(payload);
`;

/** Blocks that are tried by another test, or by none. */
const ELSEWHERE = [
  [({ document, name }) => document === "docs/runtimes.md" && name, "a program of the matrix, which fails where one is not run"],
  [({ document, language }) => document === "examples/edge/README.md" && language === "sh", "the curl lines are run by tests/edge/readme.test.mjs"],
  [({ document, name }) => document === "docs/editors.md" && ["index.html", "coverage-field.tsx", "coverage-field.vue"].includes(name), "files of examples/editor-elements, which tests/examples runs"],
  [({ language }) => language === "python", "run and type-checked by python/tests/test_snippets.py"],
  [({ language }) => language === "text", "formulas and trees of files, for readers"],
];
/** Blocks that are type-checked and not run. */
const NOT_RUN = [
  [({ document }) => document === "docs/stores.md", "needs a driver of SQLite; the stores have tests of their own"],
  [({ document }) => document === "docs/runtimes.md", "continues a program of the reader"],
  [({ document, code }) => document === "docs/simulation.md" && code.includes("care-coverage/worker"), "is a worker or starts one; tests/package/simulate-worker.test.mjs does"],
];
const CODE = new Set(["js", "ts", "tsx", "jsx"]);

const isOf = (list) => (block) => list.some(([is]) => is(block));
const here = blocks.filter((block) => !isOf(ELSEWHERE)(block));
/** A named one is a part of a program: those that are whole are run by name. README.md is run by tests/package/readme.test.mjs. */
const isRun = (block) => !block.name && (block.document === "README.md" || !isOf(NOT_RUN)(block));
const code = here.filter(({ language }) => CODE.has(language));

test("every block has a language, and every exception a block", () => {
  assert.ok(blocks.length >= 50, `${blocks.length} blocks`);
  const known = new Set([...CODE, "python", "json", "jsonc", "sh", "yaml", "text", "html", "vue"]);
  assert.deepEqual(blocks.filter(({ language }) => !known.has(language)).map(({ place }) => place), []);
  assert.deepEqual(here.filter(({ language }) => language === "html" || language === "text").map(({ place }) => place), []);
  for (const [is, reason] of [...ELSEWHERE, ...NOT_RUN]) assert.ok(blocks.some(is), `no block needs: ${reason}`);
});

before(() => {
  writeSnippets(code);
  writeFileSync(`${FOLDER}/globals.d.ts`, GLOBALS);
  // A test of one guide is about the worker of another.
  cpSync(join(folderOf("docs/guides/edge.md"), "worker.ts"), join(folderOf("docs/guides/testing.md"), "worker.ts"));
});

test("programs in TypeScript are type-checked, and those in JavaScript that are not run", (t) => {
  const javaScript = code.filter((block) => /^jsx?$/.test(block.language) && !isRun(block));
  const typeScript = code.filter((block) => /^tsx?$/.test(block.language));
  // Who writes JavaScript is not asked for what TypeScript is strict about.
  const problems = [...problemsOf(typeScript, { strict: true }), ...problemsOf(javaScript, { strict: false, allowJs: true, checkJs: true })];
  assert.deepEqual(problems, []);
  t.diagnostic(`${typeScript.length} and ${javaScript.length} programs`);
});

function problemsOf(programs, strictness) {
  const chosen = programs.map((block) => ({ ...block, path: join(folderOf(block.document), block.file) }));
  const options = {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler, moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"], jsx: ts.JsxEmit.ReactJSX, noEmit: true, skipLibCheck: true,
    resolveJsonModule: true, typeRoots: [`${ROOT}/site/node_modules/@types`], types: ["node"], ...strictness,
  };
  const program = ts.createProgram([`${FOLDER}/globals.d.ts`, ...chosen.map(({ path }) => path)], options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const block = chosen.find(({ path }) => path === file?.fileName);
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : "?";
    return `${block?.place ?? file?.fileName}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

for (const { document, place, language, code: text } of code.filter((block) => isRun(block) && block.document !== "README.md")) {
  test(`${place} does what it says`, () => {
    prepare(document);
    const { text: program, promised } = asked(transformed(text, language));
    const run = join(folderOf(document), "run.mjs");
    writeFileSync(join(folderOf(document), "prelude.mjs"), PRELUDE);
    writeFileSync(run, program);
    const whole = `await import("./prelude.mjs"); const { said } = await import("./run.mjs"); console.log("\\n" + JSON.stringify(said));`;
    // From a file, because a worker of Node takes over the options of a program that has none.
    writeFileSync(join(folderOf(document), "whole.mjs"), whole);
    const { stdout, stderr, status } = spawnSync(process.execPath, ["whole.mjs"], { cwd: folderOf(document), encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assertSaid(JSON.parse(stdout.trimEnd().split("\n").at(-1)), promised);
  });
}

/** A repository in which the coverages of the guides are. */
function prepare(document) {
  const folder = folderOf(document);
  cpSync(`${ROOT}/examples/coverage.json`, `${folder}/coverages/BASIC.json`);
  const git = (...args) => execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", ...args], { cwd: folder, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "coverages");
  git("commit", "--quiet", "--allow-empty", "--message=coverages");
}

const transformed = (text, language) => transformSync(text, { loader: language, format: "esm", target: "es2022", supported: { "top-level-await": true } }).code;

test("the check of the guide about CI accepts what is meant, and finds what is wrong", () => {
  const document = "docs/guides/ci.md";
  prepare(document);
  const [coverageOfGuide, acceptances] = here.filter((block) => block.document === document && block.language === "json").map(({ code: text }) => text);
  const write = (name, text) => writeFileSync(`${folderOf(document)}/${name}`, text);
  const run = (coverage, accepted) => {
    write("coverages/BASIC.json", coverage);
    write("coverages/BASIC.accept.json", accepted);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["check.mjs"], { cwd: folderOf(document), encoding: "utf8" });
    assert.equal(stderr, "");
    return [status, stdout.match(/\b[a-z]+(?:_[a-z]+)*(?=\])/g) ?? []];
  };
  assert.deepEqual(run(coverageOfGuide, acceptances), [0, []]);
  assert.deepEqual(run(coverageOfGuide, "{}"), [1, ["gap"]]);
  assert.deepEqual(run(coverageOfGuide.replace('"version": 1', '"version": 0'), acceptances), [1, ["version_below_one"]]);
});

test("the tests of the guide about testing pass in Vitest", () => {
  const document = "docs/guides/testing.md";
  const own = code.filter((block) => block.document === document && /\.test\.\w+$/.test(block.file));
  const vitest = createRequire(`${ROOT}/site/package.json`).resolve("vitest/package.json").replace(/package\.json$/, "vitest.mjs");
  const { stdout, stderr, status } = spawnSync(process.execPath, [vitest, "run", "--root", folderOf(document)], { encoding: "utf8", env: { ...process.env, CI: "1", NO_COLOR: "1" } });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`Test Files +${own.length} passed`));
});

test("what is JSON can be read, and a coverage has no errors", () => {
  const documents = here.filter(({ language }) => language === "json" || language === "jsonc");
  assert.ok(documents.length >= 3);
  for (const { place, language, code: text } of documents) {
    const { config, error } = ts.parseConfigFileTextToJson(place, text);
    assert.equal(error, undefined, place);
    if (language === "json") JSON.parse(text);
    if (config.guarantees) assert.deepEqual(catalog.validateCoverage(config).filter(({ severity }) => severity === "error"), [], place);
  }
});

test("what is YAML can be read", () => {
  const documents = here.filter(({ language }) => language === "yaml");
  assert.ok(documents.length >= 2);
  for (const { place, code: text } of documents) assert.deepEqual(parseDocument(text).errors, [], place);
});

test("commands can be read, and what they make is a target of the Makefile", () => {
  const makefile = readFileSync(`${ROOT}/Makefile`, "utf8");
  for (const { place, code: text } of here.filter(({ language }) => language === "sh")) {
    execFileSync("bash", ["-n", "-c", text]);
    for (const [, target] of text.matchAll(/^make ([a-z-]+)/gm)) assert.match(makefile, new RegExp(`^${target}:`, "m"), place);
  }
});
