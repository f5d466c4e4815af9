// The declarations of the installed package: natural use compiles in every module system, mistakes do not, and the
// compiler accepts and refuses the inputs of the golden cases as the decoder does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { caseModule } from "./case-types.mjs";
import { folder, importText, write } from "./install.mjs";

const COMPILER = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const source = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

const STRICT = {
  target: "es2022", lib: ["es2022", "esnext.disposable"], types: [], noEmit: true, strict: true, noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true, noImplicitOverride: true, skipLibCheck: false,
};
const BUNDLER = { module: "preserve", moduleResolution: "bundler" };

/** What the compiler says of a file of the scratch project, one line each. */
function compile(file, text, options) {
  write(file, text);
  const config = write(`tsconfig.${file}.json`, JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: [file] }));
  const { stdout, stderr, error } = spawnSync(process.execPath, [COMPILER, "--pretty", "false", "-p", config], { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  return `${stdout}${stderr}`.split("\n").filter(Boolean);
}

const SYSTEMS = {
  "a module under node16": ["mts", { module: "node16", moduleResolution: "node16" }],
  "CommonJS under node16": ["cts", { module: "node16", moduleResolution: "node16" }],
  "a bundler": ["ts", BUNDLER],
};

for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
  test(`natural use compiles: ${system}`, () => {
    for (const name of ["usage", "additions"]) assert.deepEqual(compile(`${name}.${extension}`, source(`${name}.ts`), options), []);
  });

  test(`mistakes do not compile: ${system}`, (t) => {
    const text = source("wrong.ts");
    assert.deepEqual(compile(`wrong.${extension}`, text, options), []);
    t.diagnostic(`${text.match(/@ts-expect-error/g).length} mistakes`);
  });
}

const SLIM = `
  import init, { CareTypeCatalog, type ModuleSource } from "care-coverage/slim";
  import { CareTypeCatalog as Ready } from "care-coverage";
  export async function ready(bytes: Uint8Array, url: { href: string }, text: string, module: object, response: Promise<ModuleSource>): Promise<CareTypeCatalog> {
    for (const source of [bytes, bytes.buffer, url, text, module, response]) await init(source);
    // @ts-expect-error
    await init(7);
    // @ts-expect-error
    await init();
    return new Ready({ care_type_groups: [], internal_care_types: [] });
  }`;

for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
  test(`the entry without its module compiles, with the declarations of browsers and without: ${system}`, () => {
    assert.deepEqual(compile(`slim.${extension}`, SLIM, options), []);
    const inBrowser = SLIM.replace("module: object", "module: WebAssembly.Module").replace("{ href: string }", "URL").replace("Promise<ModuleSource>", "Promise<Response>");
    assert.deepEqual(compile(`slim-browser.${extension}`, inBrowser, { ...options, lib: ["es2022", "esnext.disposable", "dom"] }), []);
  });
}

const WORKER = `
  import { createCoverageWorker, type CoverageWorker, type CoverageInWorker, type ActSource, type EvaluationProgress } from "care-coverage/worker";
  import type { CareAct, Evaluation } from "care-coverage";
  import "care-coverage/worker/thread";
  export async function use(bytes: Uint8Array, acts: readonly CareAct[], later: AsyncIterable<CareAct>, pieces: AsyncIterable<Uint8Array>, module: object): Promise<Evaluation> {
    const worker: CoverageWorker = await createCoverageWorker({ module });
    const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] }, { selectorPrecedence: "exclude_wins" });
    const coverage: CoverageInWorker = await catalog.compileCoverage({ name: "A", version: 1, guarantees: [] });
    for (const source of [bytes, pieces, "", [bytes]]) await coverage.evaluate(source, { format: "csv" });
    for (const source of [acts, new Set(acts), later] satisfies ActSource[]) await coverage.evaluate(source, { onProgress: (progress: EvaluationProgress) => progress.rows });
    // @ts-expect-error
    await coverage.evaluate(7);
    // @ts-expect-error
    await coverage.evaluate("", { format: "json" });
    // @ts-expect-error
    await coverage.diff(catalog);
    // @ts-expect-error
    await createCoverageWorker({ worker: {} });
    const codes: string[] = (await catalog.validateCoverage({}, { analysis: false })).map(({ code }) => code);
    await worker.close();
    return coverage.evaluate(codes.join());
  }`;

const WORKER_IN_BROWSER = `${WORKER}
  export async function inBrowser(file: File, blob: Blob, response: Response, stream: ReadableStream<Uint8Array>, own: Worker, compiled: WebAssembly.Module) {
    const { signal } = new AbortController();
    const worker = await createCoverageWorker({ worker: own, module: compiled });
    const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] }, { signal });
    const coverage = await catalog.compileCoverage({ name: "A", version: 1, guarantees: [] }, { signal });
    for (const source of [file, blob, response, stream, response.body!]) await coverage.evaluate(source, { format: "ndjson", signal, onProgress: ({ totalBytes }) => totalBytes ?? 0 });
    return coverage.analyze({ signal });
  }`;

for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
  test(`the worker compiles, with the declarations of browsers and without: ${system}`, () => {
    assert.deepEqual(compile(`worker.${extension}`, WORKER, options), []);
    assert.deepEqual(compile(`worker-browser.${extension}`, WORKER_IN_BROWSER, { ...options, lib: ["es2022", "esnext.disposable", "dom"] }), []);
  });
}

// A contract is a file of declarations that somebody else builds on: natural use of the package must compile against it, too.
const CONTRACT = process.env.CARE_COVERAGE_CONTRACT;
test("natural use compiles against a contract", { skip: CONTRACT === undefined && "CARE_COVERAGE_CONTRACT names no file" }, () => {
  assert.deepEqual(compile("contract.ts", source("usage.ts"), { ...BUNDLER, paths: { "care-coverage": [resolve(CONTRACT)] } }), []);
});

test("a payload that comes out has arrays, whatever went in", () => {
  const text = `
    import type { Coverage } from "care-coverage";
    declare const coverage: Coverage;
    for (const { filter } of coverage.toPayload().guarantees.flatMap((guarantee) => guarantee.care_type_mappings)) {
      const lists: (string[] | null | undefined)[] = [filter.glasses_lens_complexities, filter.allowed_treatment_modes, filter.allowed_natures_de_soins];
    }`;
  assert.deepEqual(compile("payload.ts", text, BUNDLER), []);
});

test("natural use runs", async () => {
  const javascript = (name) => transformSync(source(name), { loader: "ts", format: "esm", target: "es2022" }).code;
  const { reported } = await importText("usage.mjs", javascript("usage.ts"));
  assert.deepEqual([reported.codes, reported.selected, reported.decision, reported.complexity, reported.age], [["CROWN"], ["CROWN"], "nothing covers this act", "SIMPLE", 35]);
  assert.deepEqual([reported.allowed, reported.failure, reported.decided, reported.chosen], ["50", "422 Legal entity not found", "rejected", []]);
  const { added } = await importText("additions.mjs", javascript("additions.ts"));
  assert.deepEqual([added.known > 40, added.code], [true, "mine"]);
});

test("the compiler judges the inputs of the golden cases as the decoder does", (t) => {
  const { text, judged, refused, caseAtLine } = caseModule();
  const differences = compile("cases.ts", text, BUNDLER).map((line) => {
    const [, number] = /^cases\.ts\((\d+),/.exec(line) ?? [];
    return number ? `${caseAtLine(Number(number))}: ${line}` : line;
  });
  assert.deepEqual(differences, [], differences.join("\n"));
  t.diagnostic(`${judged} inputs judged, ${refused} of them to be refused`);
});
