// The declarations of the installed package: natural use compiles in every module system, mistakes do not, and the
// compiler accepts and refuses the inputs of the golden cases as the decoder does.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { answerModule } from "./answer-types.mjs";
import { caseModule } from "./case-types.mjs";
import { BUNDLER, COMPILERS, compileWith } from "./compilers.mjs";
import { importText } from "./install.mjs";
import { SLIM, SLIM_IN_BROWSER, WORKER, WORKER_IN_BROWSER, source } from "./programs.mjs";

/** What the newest compiler says of a file. */
const compile = (file, text, options) => compileWith(COMPILERS.newest, { [file]: text }, options);

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

for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
  test(`the entry without its module compiles, with the declarations of browsers and without: ${system}`, () => {
    assert.deepEqual(compile(`slim.${extension}`, SLIM, options), []);
    assert.deepEqual(compile(`slim-browser.${extension}`, SLIM_IN_BROWSER, { ...options, lib: ["es2022", "esnext.disposable", "dom"] }), []);
  });
}

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
  assert.deepEqual([added.known > 40, added.code], [true, "freed"]);
});

/** What the compiler says of a file that was made of golden cases, with the case. */
function compileCases(file, { text, caseAtLine }) {
  return compile(file, text, BUNDLER).map((line) => {
    const [, number] = /^\w+\.ts\((\d+),/.exec(line) ?? [];
    return number ? `${caseAtLine(Number(number))}: ${line}` : line;
  });
}

test("the compiler judges the inputs of the golden cases as the decoder does", (t) => {
  const cases = caseModule();
  const differences = compileCases("cases.ts", cases);
  assert.deepEqual(differences, [], differences.join("\n"));
  t.diagnostic(`${cases.judged} inputs judged, ${cases.refused} of them to be refused`);
});

test("the answers to the golden cases are of their declared types", (t) => {
  const answers = answerModule();
  const differences = compileCases("answers.ts", answers);
  assert.deepEqual(differences, [], differences.join("\n"));
  assert.ok(answers.count > 1_000, `only ${answers.count} answers`);
  t.diagnostic(`${answers.count} answers`);
});
