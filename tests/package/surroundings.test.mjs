// The installed package and its surroundings: proxies, two copies in one program, consoles, JSON, traces. The libraries themselves
// are cells of the matrix, see tests/matrix/cells/frameworks.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { format, inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { calls, lists, payload, subjects, withObjects, withoutArguments } from "./calls.mjs";
import { importText, imported as api, inside, packedFiles, required, write } from "./install.mjs";

const catalog = new api.CareTypeCatalog(lists);
const coverage = catalog.compileCoverage(payload);

/** What libraries hand out in place of an object. */
const PROXIES = {
  "a proxy": (object) => new Proxy(object, {}),
  "a proxy of a proxy": (object) => new Proxy(new Proxy(object, {}), {}),
  // As Valtio makes it.
  "a proxy of a copy": (object) => {
    const copy = Object.create(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) if (Object.getOwnPropertyDescriptor(object, key).writable) copy[key] = object[key];
    return new Proxy(copy, {});
  },
};

for (const [name, proxyOf] of Object.entries(PROXIES)) {
  test(`every question is answered through ${name}`, () => {
    const own = subjects(api);
    const other = { api, catalog: proxyOf(own.catalog), coverage: proxyOf(own.coverage) };
    for (const { name, arguments: given, ask } of calls) assert.deepEqual(ask(other, ...Object.values(given)), ask(own, ...Object.values(given)), name);
    for (const [name, ask] of Object.entries(withObjects)) assert.deepEqual(ask(other), ask(own), name);
    for (const member of withoutArguments) {
      const [kind, method] = member.split(".");
      if (method === undefined) continue;
      const of = ({ catalog, coverage }) => (kind === "Coverage" ? coverage : catalog);
      const answer = (subjects) => (typeof of(own)[method] === "function" ? of(subjects)[method]() : of(subjects)[method]);
      assert.deepEqual(answer(other), answer(own), member);
    }
    assert.deepEqual(own.coverage.diff(other.coverage), own.coverage.diff(own.coverage));
    other.coverage.free();
    assert.throws(() => own.coverage.name, { code: "freed" });
  });
}

test("what is no Coverage is refused, and one of another copy by saying so", () => {
  const another = new required.CareTypeCatalog(lists).compileCoverage(payload);
  const trap = new Proxy({}, { get() { throw new Error("no"); } });
  for (const given of [undefined, null, 7, "x", {}, () => coverage, catalog, Object.create(api.Coverage.prototype), trap, { [Symbol.for("care-coverage.itself")]: () => 7 }]) {
    assert.throws(() => coverage.diff(given), { name: "CoverageError", code: "wrong_type" }, inspect(given));
    assert.throws(() => Reflect.apply(api.Coverage.prototype.analyze, given, []), { name: "CoverageError", code: "wrong_type" });
  }
  for (const given of [{}, catalog]) assert.throws(() => coverage.diff(given), { message: "expected a Coverage" });
  assert.throws(() => coverage.diff(another), { code: "wrong_type", message: /another copy of care-coverage/ });
  assert.throws(() => another.diff(coverage), { code: "wrong_type", message: /another copy of care-coverage/ });
});

test("an error of one copy is a CoverageError of the other, and nothing else is", () => {
  const thrown = [api, required].map(({ ageOn }) => {
    try { return ageOn("x", "y"); } catch (error) { return error; }
  });
  class Own extends api.CoverageError {}
  for (const { CoverageError } of [api, required]) {
    for (const error of [...thrown, new Own([])]) assert.ok(error instanceof CoverageError);
    for (const other of [new Error("x"), { name: "CoverageError", code: "x", diagnostics: [] }, null, undefined, 7, CoverageError]) assert.ok(!(other instanceof CoverageError), inspect(other));
  }
  assert.deepEqual([thrown[0] instanceof Own, new Own([]) instanceof Own, thrown[0] instanceof TypeError], [false, true, false]);
});

test("classes and objects have their names", () => {
  for (const { CareTypeCatalog, Coverage, CoverageError } of [api, required]) {
    assert.deepEqual([CareTypeCatalog.name, Coverage.name, CoverageError.name], ["CareTypeCatalog", "Coverage", "CoverageError"]);
  }
  assert.deepEqual([String(catalog), String(coverage)], ["[object CareTypeCatalog]", "[object Coverage]"]);
});

test("a console shows what an object is", () => {
  assert.equal(format(coverage), "Coverage { name: 'CONFORT', version: 1, guarantees: 2 }");
  assert.equal(format(catalog), "CareTypeCatalog { careTypeCount: 2, careTypeGroupCount: 2 }");
  assert.equal(inspect({ a: { coverage } }, { depth: 1, breakLength: Infinity }), "{ a: { coverage: [Coverage] } }");
  const freed = catalog.compileCoverage(payload);
  freed.free();
  assert.equal(inspect(freed), "Coverage { freed: true }");
  assert.match(inspect(api.Coverage.prototype), /Coverage/);
});

test("JSON says what is in an object, and what an error means", () => {
  assert.deepEqual(JSON.parse(JSON.stringify({ coverage })), { coverage: JSON.parse(JSON.stringify(payload)) });
  const copy = new api.CareTypeCatalog(JSON.parse(JSON.stringify(catalog)));
  assert.deepEqual(copy.getCareTypeMappings(), catalog.getCareTypeMappings());
  let error;
  try { api.ageOn("x", "2020-01-01"); } catch (thrown) { error = thrown; }
  const { name, code, message, diagnostics } = error;
  assert.deepEqual(JSON.parse(JSON.stringify(error)), { name, code, message, diagnostics });
  assert.deepEqual([name, code, message.length > 0, diagnostics.length], ["CoverageError", diagnostics[0].code, true, 1]);
  // What docs/runtimes.md says of copies: the platform leaves no say to a class.
  assert.deepEqual([structuredClone(coverage), Object.keys(structuredClone(error)), structuredClone(error).message], [{}, [], message]);
});

test("every CommonJS file can be imported by its path, by the names that `require` finds", async () => {
  // tests/package/adapters.test.mjs has those that need what a program installs.
  const files = packedFiles.filter((name) => name.endsWith(".cjs") && !name.startsWith("worker-thread") && !["codemirror.cjs", "lsp-node.cjs"].includes(name));
  assert.ok(files.length >= 10, String(files));
  for (const file of files) {
    const path = JSON.stringify(`./node_modules/care-coverage/${file}`);
    const { byName, byRequire } = await importText(`named-${file.replace("/", "-").replace(".cjs", ".mjs")}`, `
      import { createRequire } from "node:module";
      import * as all from ${path};
      export const byName = Object.keys(all);
      export const byRequire = Object.keys(createRequire(import.meta.url)(${path}));`);
    const isName = (name) => !["default", "module.exports", "__esModule"].includes(name);
    assert.deepEqual(byName.filter(isName).sort(), byRequire.filter(isName).sort(), file);
    assert.ok(file === "worker-thread-node.cjs" || byName.filter(isName).length > 0, file);
  }
});

test("a trace points to the sources, whose text is in the package", () => {
  for (const [name, load] of [["trace.mjs", 'import { CareTypeCatalog } from "care-coverage";'], ["trace.cjs", 'const { CareTypeCatalog } = require("care-coverage");']]) {
    const script = write(name, `${load}\ntry { new CareTypeCatalog(1); } catch (error) { console.log(error.stack); }`);
    const stack = execFileSync(process.execPath, ["--enable-source-maps", script], { encoding: "utf8" });
    const frame = /pkg-template\/(api\/catalog\.ts):(\d+):\d+/.exec(stack);
    assert.ok(frame, stack);
    const line = readFileSync(new URL(`../../pkg-template/${frame[1]}`, import.meta.url), "utf8").split("\n")[frame[2] - 1];
    assert.match(line, /new core\.CareTypeCatalog/);
  }
});

test("source maps hold their sources, and name no folder of the machine that built them", () => {
  const maps = packedFiles.filter((name) => name.endsWith(".map"));
  for (const name of maps) {
    const { sources, sourcesContent } = JSON.parse(readFileSync(inside("node_modules/care-coverage", name), "utf8"));
    assert.ok(sourcesContent.length === sources.length && sourcesContent.every((text) => text.length > 0), name);
    for (const source of sources) assert.match(source, /^(?:pkg-template|scripts\/schemas|target\/package|node_modules\/idb)\/[\w./-]+$/, name);
    for (const text of sourcesContent) assert.ok(!text.includes(process.cwd()), name);
    const code = readFileSync(inside("node_modules/care-coverage", name.replace(/\.map$/, "")), "utf8");
    assert.ok(code.endsWith(`//# sourceMappingURL=${name.split("/").at(-1)}\n`), name);
  }
  assert.ok(maps.includes("core.js.map") && maps.includes("core.cjs.map") && maps.includes("worker.js.map"), String(maps));
});

test("what needs no engine comes without one", () => {
  const script = write("text.mjs", `
    import { CoverageError, OUTCOME_CODES } from "care-coverage/text";
    console.log(JSON.stringify([OUTCOME_CODES.length, CoverageError.name]));`);
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })), [6, "CoverageError"]);
  const files = ["text.js", "base.js"].map((name) => readFileSync(inside("node_modules/care-coverage", name), "utf8"));
  assert.ok(files.every((text) => !/from"\.\/(?!base\.js)/.test(text)), "it imports another file");
  assert.ok(files.join("").length < 30_000, `${files.join("").length} bytes`);
});

test("the entry without engine has the same things", async () => {
  const same = await importText("same.mjs", `
    import * as api from "care-coverage";
    import * as text from "care-coverage/text";
    export const different = Object.keys(text).filter((name) => text[name] !== api[name]);
    export const names = Object.keys(text);`);
  assert.deepEqual([same.different, same.names], [[], ["CoverageError", "OUTCOME_CODES", "applyFixes", "formatDiagnostics"]]);
});

test("a bundle has no engine where none is asked for, and little else", async () => {
  const imports = { "text": ["OUTCOME_CODES", 1_000], "worker": ["createCoverageWorker", 18_000] };
  for (const [entry, [name, most]] of Object.entries(imports)) {
    const file = write(`bundle-${entry}.mjs`, `import { ${name} } from "care-coverage/${entry}";\nconsole.log(${name});`);
    const { outputFiles, metafile } = await build({ entryPoints: [file], bundle: true, minify: true, format: "esm", splitting: true, outdir: inside("bundled"), write: false, metafile: true });
    const main = outputFiles.find(({ path }) => path.endsWith(`bundle-${entry}.js`));
    const [, { imports }] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`bundle-${entry}.js`));
    // What it loads later, if ever, is another file.
    const { length } = gzipSync(Buffer.concat([main, ...imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => outputFiles.find((file) => file.path.endsWith(path.split("/").at(-1))))].map(({ contents }) => contents)));
    assert.ok(length < most, `${entry}: ${length} bytes`);
  }
});
