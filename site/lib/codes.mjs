// What is known of each code: its row of the table in docs/codes.md, which is made of the source, and its explanation in docs/codes/.
import { readFileSync, readdirSync } from "node:fs";
import { ROOT } from "./places.mjs";

/** The rows of the table: code, severity, whether it leaves the meaning undefined, when, and its fix (null without one). */
export function tableOfCodes() {
  const text = readFileSync(`${ROOT}/docs/codes.md`, "utf8");
  const rows = Array.from(text.matchAll(/^\| (?:<a id="\w+"><\/a>)?`(\w+)` \| (error|warning|info)( ✗)? \| (.*) \| (.*) \|$/gm), ([, code, severity, mark, when, fix]) => ({ code, severity, isBlocking: Boolean(mark), when, fix: fix === "–" ? null : fix }));
  if (rows.length === 0) throw new Error("docs/codes.md has no table of codes");
  return new Map(rows.map((row) => [row.code, row]));
}

/** The areas of docs/codes/, in the order of their files' names: title, and by code its explanation and examples. */
export function explanations() {
  const folder = `${ROOT}/docs/codes`;
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => ({ file: `docs/codes/${name}`, ...JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) }));
}

/** For the sidebar: the title of each area, and its codes. */
export function codeGroups() {
  return explanations().map(({ title, codes }) => ({ title, codes: Object.keys(codes) }));
}
