// The engine is compiled by other threads while the program reads its arguments and loads what it needs.
import { readFileSync } from "node:fs";

const WITHOUT = ["init", "explain", "mcp"];

/** A file of the package. */
export const fileOf = (name: string) => require.resolve(`care-coverage/${name}`);

const called = process.argv[2] ?? "-";

/** Of a call that asks nothing, none. */
export const early: Promise<object> | undefined = called.startsWith("-") || WITHOUT.includes(called) || process.argv.includes("--help") ? undefined : compiled();

function compiled(): Promise<object> {
  const module = WebAssembly.compile(readFileSync(fileOf("core.wasm")));
  // It is waited for later, or not at all.
  module.catch(() => {});
  return module;
}
