// The golden cases of tests/cases/, read from disk.
import { readdirSync, readFileSync } from "node:fs";

const CASES = new URL("../cases/", import.meta.url);

/** Every file: its name without extension, and { area, catalogs, coverages, cases }. */
export const golden = readdirSync(CASES)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ file: name.slice(0, -".json".length), document: JSON.parse(readFileSync(new URL(name, CASES), "utf8")) }));

/** How many cases there are in all files. */
export const count = golden.reduce((sum, { document }) => sum + document.cases.length, 0);
