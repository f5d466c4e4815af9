// The programs of docs/runtimes.md: each block of code that begins with a comment with its file's name.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../docs/runtimes.md", import.meta.url), "utf8");
const programs = new Map(Array.from(text.matchAll(/^```\w+\n(?:\/\/|<!--) (\S+)(?: -->)?\n([^]*?)^```$/gm), ([, name, program]) => [name, program]));
const used = new Set();

/** The text of a program. */
export function program(name) {
  assert.ok(programs.has(name), `docs/runtimes.md has no program ${name}`);
  used.add(name);
  return programs.get(name);
}

/** { path: text } of programs, for a project. */
export function programFiles(...names) {
  return Object.fromEntries(names.map((name) => [name, program(name)]));
}

/** What every program prints, but for those of the worker. */
export function assertPrints(printed, name, want = "250 % BR, Sécu included") {
  assert.equal(printed.trim(), want, `${name} of docs/runtimes.md`);
}

/** The programs that nothing ran. */
export function unused() {
  return Array.from(programs.keys()).filter((name) => !used.has(name));
}
