// The declarations of the installed package under each version of TypeScript, each kind of module and each target: what is natural
// compiles, mistakes do not. TYPESCRIPT names folders of other versions than the lowest and the newest, with every target.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { test } from "node:test";
import { BUNDLER, COMPILERS, compileWith, versionOf } from "./compilers.mjs";
import { write } from "./install.mjs";
import { BENEFIT_TABLE, LANGUAGE, LANGUAGE_WORKER, SLIM, SLIM_IN_BROWSER, WORDS, WORKER, WORKER_IN_BROWSER, source } from "./programs.mjs";

const others = process.env.TYPESCRIPT?.split(delimiter);
const compilers = others ?? Object.values(COMPILERS);
const targets = others ? ["es2020", "es2022", "esnext"] : ["es2022"];

const SYSTEMS = {
  "a module under node16": ["mts", { module: "node16", moduleResolution: "node16" }],
  "CommonJS under node16": ["cts", { module: "node16", moduleResolution: "node16" }],
  "a bundler": ["ts", BUNDLER],
  // Gone from version 7 on.
  "CommonJS under node10": ["ts", { module: "commonjs", moduleResolution: "node10", esModuleInterop: true }],
};

/** The examples, as a program imports them. */
const examples = { accepted: "dispense/accepted" };
for (const name of ["catalog", "coverage", "coverage.accept", "acts", "year", "accepted"]) {
  write(`${name}.json`, readFileSync(new URL(`../../examples/${examples[name] ?? name}.json`, import.meta.url), "utf8"));
}

const PROGRAMS = { usage: source("usage.ts"), additions: source("additions.ts"), imports: source("json-imports.ts"), wrong: source("wrong.ts"), slim: SLIM, worker: WORKER, words: WORDS, "benefit-table": BENEFIT_TABLE, language: LANGUAGE, "language-worker": LANGUAGE_WORKER };
const IN_BROWSER = { "slim-browser": SLIM_IN_BROWSER, "worker-browser": WORKER_IN_BROWSER };

for (const compiler of compilers) {
  const version = versionOf(compiler);
  for (const [system, [extension, options]] of Object.entries(SYSTEMS)) {
    if (Number.parseInt(version) >= 7 && options.moduleResolution === "node10") continue;
    for (const target of targets) {
      test(`TypeScript ${version}, ${system}, ${target}`, () => {
        const files = (programs) => Object.fromEntries(Object.entries(programs).map(([name, text]) => [`${name}.${extension}`, text]));
        assert.deepEqual(compileWith(compiler, files(PROGRAMS), { ...options, target }), []);
        assert.deepEqual(compileWith(compiler, files(IN_BROWSER), { ...options, target, lib: ["es2022", "esnext.disposable", "dom"] }), []);
      });
    }
  }
}
