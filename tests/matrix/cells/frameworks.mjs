// What pages are written and tested with: libraries that watch objects, React in StrictMode, Jest and Vitest with a page that is none.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { transformSync } from "esbuild";
import { program } from "../docs.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";

/** A project that has these packages, too. */
function projectWith(packages, name, files) {
  const cwd = project(name, files);
  for (const name of packages) {
    const link = join(cwd, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(tool(name), link);
  }
  return cwd;
}

const calls = readFileSync(new URL("../../package/calls.mjs", import.meta.url), "utf8");
const both = { isShort: true, isFull: true };

// ───────────── libraries that watch objects ─────────────

/** `state`: what holds `{ catalog, coverage }` for a library, and `plain`, what it gives back of that. */
const WATCHING = {
  vue: `
    import { reactive, readonly, ref, shallowReactive } from "vue";
    export const states = {
      reactive: reactive({ catalog, coverage }), readonly: readonly({ catalog, coverage }), shallow: shallowReactive({ catalog, coverage }),
      ref: { catalog: ref(catalog).value, coverage: ref(coverage).value }, nested: reactive({ list: [{ catalog, coverage }] }).list[0],
    };
    // Nothing of ours is to be watched: the objects themselves come back.
    for (const { catalog: held } of Object.values(states)) if (held !== catalog) throw new Error("Vue made a proxy");`,
  mobx: `
    import { makeAutoObservable, observable, runInAction } from "mobx";
    class Store { catalog = null; coverage = null; constructor() { makeAutoObservable(this); } }
    const store = new Store();
    runInAction(() => Object.assign(store, { catalog, coverage }));
    export const states = { observable: observable({ catalog, coverage }), store, box: { catalog: observable.box(catalog).get(), coverage: observable.box(coverage).get() } };`,
  valtio: `
    import { proxy, ref, snapshot } from "valtio/vanilla";
    const state = proxy({ catalog, coverage });
    export const states = { proxy: state, snapshot: snapshot(state), ref: proxy({ catalog: ref(catalog), coverage: ref(coverage) }) };`,
  immer: `
    import { createDraft, finishDraft, produce } from "immer";
    const draft = createDraft({ catalog, coverage, other: 1 });
    export const states = { draft, produced: produce({ catalog, coverage, other: 1 }, (draft) => { draft.other = draft.coverage.version + 1; }) };
    export const after = () => finishDraft(draft);`,
};

const ASKS = `
  import assert from "node:assert/strict";
  import * as api from "care-coverage";
  import { act, calls, lists, payload, subjects } from "./calls.mjs";
  import * as watched from "./states.mjs";
  import { catalog, coverage } from "./subjects.mjs";
  const own = { api, catalog, coverage };
  let asked = 0;
  for (const [name, { catalog, coverage }] of Object.entries(watched.states)) {
    for (const { name: question, arguments: given, ask } of calls) {
      assert.deepEqual(ask({ api, catalog, coverage }, ...Object.values(given)), ask(own, ...Object.values(given)), name + ": " + question);
      asked += 1;
    }
    assert.deepEqual(own.coverage.diff(coverage), coverage.diff(own.coverage), name);
    assert.equal(coverage.name, payload.name);
  }
  watched.after?.();
  console.log(asked);`;

const SUBJECTS = `
  import * as api from "care-coverage";
  import { subjects } from "./calls.mjs";
  export const { catalog, coverage } = subjects(api);`;

const watching = Object.entries(WATCHING).map(([library, states]) => ({
  ...both,
  name: `${library}, the classes inside of it`,
  version: () => versionOf(library),
  async test(name) {
    const files = { "main.mjs": ASKS, "calls.mjs": calls, "subjects.mjs": SUBJECTS, "states.mjs": `import { catalog, coverage } from "./subjects.mjs";${states}` };
    const cwd = projectWith([library], name, files);
    assert.ok(Number(await run(process.execPath, ["main.mjs"], { cwd })) > 30);
    return {};
  },
}));

// ───────────── React ─────────────

const javascript = (name) => transformSync(program(name), { loader: "jsx", jsx: "automatic", format: "esm", target: "es2022" }).code;

/** Every way of docs/runtimes.md to keep a catalogue, and the one that it warns of, in StrictMode: renders, other lists, the end. */
const STRICT = `
  import assert from "node:assert/strict";
  import { JSDOM } from "jsdom";
  const { window } = new JSDOM("<!doctype html><body>");
  const globals = { window, document: window.document, navigator: window.navigator, IS_REACT_ACT_ENVIRONMENT: true };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const { StrictMode, act, createElement, useEffect, useMemo } = await import("react");
  const { createRoot } = await import("react-dom/client");
  const { CareTypeCatalog } = await import("care-coverage");
  const { useCatalog } = await import("./use-catalog.mjs");
  const { useFreedCatalog } = await import("./use-freed-catalog.mjs");

  const listsOf = (count) => ({ care_type_groups: [{ id: 0, short_code: "G" }], internal_care_types: Array.from({ length: count }, (_, id) => ({ id, short_code: "C" + id, care_type_group_ids: [0] })) });
  const [one, two] = [listsOf(1), listsOf(2)];
  const made = new Set();
  const freed = new Set();
  const { free } = CareTypeCatalog.prototype;
  CareTypeCatalog.prototype.free = function () { freed.add(this); free.call(this); };

  /** What is shown with one list, another one, and after an update that changes nothing; and the first error. */
  async function shown(useIt) {
    made.clear();
    freed.clear();
    const texts = [];
    const errors = [];
    function View({ lists }) {
      const catalog = useIt(lists);
      if (catalog) made.add(catalog);
      // A child's effect, which runs before those of its parents.
      useEffect(() => { if (catalog) catalog.careTypeCount; });
      return catalog ? String(catalog.careTypeCount) : "none";
    }
    const container = document.createElement("div");
    const root = createRoot(container, { onUncaughtError: (error) => errors.push(error) });
    for (const lists of [one, two, two]) {
      try {
        await act(() => root.render(createElement(StrictMode, null, createElement(View, { lists }))));
      } catch (error) {
        errors.push(error);
      }
      texts.push(container.textContent);
    }
    await act(() => root.unmount());
    return { texts, errors: errors.map(({ code, message }) => code ?? message), made: made.size, left: [...made].filter((catalog) => !freed.has(catalog)).length };
  }

  const kept = await shown(useCatalog);
  assert.deepEqual([kept.texts, kept.errors, freed.size], [["1", "2", "2"], [], 0]);
  const own = await shown(useFreedCatalog);
  assert.deepEqual([own.texts, own.errors, own.left], [["1", "2", "2"], [], 0]);
  const wrong = await shown((lists) => {
    const catalog = useMemo(() => new CareTypeCatalog(lists), [lists]);
    useEffect(() => () => catalog.free(), [catalog]);
    return catalog;
  });
  assert.equal(wrong.errors[0], "freed");
  console.log("the ways of the guide hold");`;

const react = {
  ...both,
  name: "React, StrictMode",
  version: () => versionOf("react"),
  async test(name) {
    const files = { "main.mjs": STRICT, "use-catalog.mjs": javascript("use-catalog.jsx"), "use-freed-catalog.mjs": javascript("use-freed-catalog.jsx") };
    const cwd = projectWith(["react", "react-dom", "jsdom"], name, files);
    assert.equal(await run(process.execPath, ["--enable-source-maps", "main.mjs"], { cwd }), "the ways of the guide hold\n");
    return {};
  },
};

// ───────────── test runners ─────────────

const JEST = (file) => `
  const { writeFileSync } = require("node:fs");
  test("every golden case", () => {
    expect(typeof window).toBe("object");
    // What the package does without here, the cases themselves need.
    const isBare = typeof TextDecoder === "undefined";
    const api = require(${JSON.stringify(file)});
    expect(api.ageOn("2000-02-29", "2018-03-01")).toBe(18);
    globalThis.TextEncoder ??= require("node:util").TextEncoder;
    const { runGolden } = require("./golden.cjs");
    writeFileSync(__dirname + "/result.json", JSON.stringify({ isBare, ...runGolden(api) }));
  });`;

/** Both files that a test may get: that of Node, and that of a bundler. */
const jest = [["care-coverage", "Node's file"], ["./node_modules/care-coverage/index.cjs", "the file of bundlers"]].map(([file, which]) => ({
  ...both,
  name: `Jest, jsdom, ${which}`,
  version: () => versionOf("jest"),
  async test(name) {
    const config = { testEnvironment: tool("jest-environment-jsdom"), transform: {}, testMatch: ["<rootDir>/main.test.cjs"], haste: { forceNodeFilesystemAPI: true } };
    const cwd = project(name, { "main.test.cjs": JEST(file), "jest.config.json": JSON.stringify(config) });
    await run(process.execPath, [tool("jest", "bin/jest.js"), "--config", "jest.config.json"], { cwd });
    const { isBare, ...result } = JSON.parse(readFileSync(join(cwd, "result.json"), "utf8"));
    assert.equal(isBare, true, "this environment has a TextDecoder: nothing is tried here any more");
    return result;
  },
}));

const VITEST = `
  import { writeFileSync } from "node:fs";
  import { expect, test } from "vitest";
  import * as api from "care-coverage";
  import { createCoverageWorker } from "care-coverage/worker";
  import { runGolden } from "./golden.mjs";
  test("every golden case", async () => {
    expect(typeof window).toBe("object");
    writeFileSync("result.json", JSON.stringify(runGolden(api)));
    const worker = await createCoverageWorker();
    const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] });
    expect(catalog.careTypeCount).toBe(0);
    await worker.close();
  }, 60_000);`;

const vitest = ["jsdom", "happy-dom"].map((environment) => ({
  isShort: false,
  isFull: true,
  name: `Vitest, ${environment}`,
  version: () => versionOf("vitest"),
  async test(name) {
    const cwd = projectWith(["vitest", environment], name, { "main.test.mjs": VITEST });
    await run(process.execPath, [tool("vitest", "vitest.mjs"), "run", "--environment", environment], { cwd });
    return JSON.parse(readFileSync(join(cwd, "result.json"), "utf8"));
  },
}));

export const cells = [...watching, react, ...jest, ...vitest];
