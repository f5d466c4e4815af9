// The facts of an act for tests and benchmarks: pkg-template/facts.ts, which is JavaScript but for `as const`.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../pkg-template/facts.ts", import.meta.url), "utf8").replace(" as const", "");
export const { FACTS } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
