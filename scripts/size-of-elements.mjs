// How much is fetched for the custom elements, without the engine, which is that of `care-coverage`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes (gzip) that they may have at most. */
export const BUDGET_OF_ELEMENTS = 120 * 1024;

/** Parts that are fetched where they are needed: the text editor, the benefit table, what a long text and an act that is tried need, and the other language. */
const FETCHED_LATER = /^(?:editor|long-texts|table-part|trials|french)-/;

/** { always, later }: bytes, gzip, of what every element needs, its words in one language with it, and of the rest. */
export function sizeOfElements(folder) {
  const parts = readdirSync(join(folder, "parts"));
  const sum = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
  const named = (isLater) => parts.filter((name) => FETCHED_LATER.test(name) === isLater).map((name) => join("parts", name));
  if (named(true).length !== 5) throw new Error(`parts that are fetched later have other names: ${parts}`);
  return { always: sum(["index.js", ...named(false)]), later: sum(named(true)) };
}
