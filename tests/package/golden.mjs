// The golden cases of tests/cases/, read from disk.
import { readdirSync, readFileSync } from "node:fs";

const CASES = new URL("../cases/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, CASES), "utf8"));

/** What the package alone answers, in JavaScript. */
const PACKAGE = "javascript/";

/** Every file: its name without extension, and { area, catalogs, coverages, values, cases }, with the names of the shared files that it
 *  lists. */
export const golden = [...readdirSync(CASES), ...readdirSync(new URL(PACKAGE, CASES)).map((name) => PACKAGE + name)]
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => name.slice(0, -".json".length))
  .map((file) => ({ file, document: withShared(read(file)) }));

/** How many cases there are in all files. */
export const count = golden.reduce((sum, { document }) => sum + document.cases.length, 0);

function withShared({ shared = [], ...document }) {
  const files = [...shared.map((name) => read(`shared/${name}`)), document];
  const names = (kind) => [kind, Object.assign({}, ...files.map((file) => file[kind]))];
  return { ...document, ...Object.fromEntries(["catalogs", "coverages", "values"].map(names)) };
}
