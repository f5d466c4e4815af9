// The packed package with a core whose allocations can be made to fail, see lib.rs: every instance that the package makes is watched.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installInto } from "../package/pack.mjs";

const built = (name) => readFileSync(new URL(`../../target/faults/${name}`, import.meta.url));

// The package's own glue must fit the module of the tests: line by line it is this module's, and a few lines of more; but for how many pages
// of memory the constants take.
const lines = (text) => text.replace(/newMemory\(\d+\)/, "newMemory()").split("\n");
const ofPackage = lines(readFileSync(new URL("../../target/package/core.js", import.meta.url), "utf8"));
let position = 0;
for (const line of lines(built("core.js").toString())) {
  position = ofPackage.indexOf(line, position) + 1;
  assert.notEqual(position, 0, `the glue of the package lacks: ${line}`);
}

/** The exports of the latest instance, and how many there were. */
export const latest = { exports: undefined, count: 0 };
/** What is done instead of the core's `explain`, once. */
export const instead = { explain: undefined };

const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    const exports = super.exports;
    const explain = (...given) => {
      const { explain = exports.coverage_explain } = instead;
      instead.explain = undefined;
      return explain(...given);
    };
    Object.defineProperty(this, "exports", { value: { ...exports, coverage_explain: explain } });
    latest.exports = exports;
    latest.count += 1;
  }
};

const folder = mkdtempSync(join(tmpdir(), "care-coverage-faults-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
installInto(folder);

/** The package, without a module of its own. */
export const api = await import(pathToFileURL(join(folder, "node_modules/care-coverage/slim.js")).href);
await api.default(new WebAssembly.Module(built("core_bg.wasm")));

/** Asks with the k-th allocation failing: what was answered or thrown, and whether an allocation failed at all. */
export function withFailure(k, ask) {
  const failing = latest.exports;
  failing.fail_allocation(k);
  try {
    return { value: ask(), hasFailed: failing.allocations_left() === 0 };
  } catch (thrown) {
    return { thrown, hasFailed: failing.allocations_left() === 0 };
  } finally {
    failing.fail_allocation(0);
  }
}
