// The same columns through the same code, compiled for this machine: benches/batches.rs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FACTS } from "../../scripts/facts.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Nanoseconds of an act. */
export function measureNatively({ data, payload }, columns, evaluation) {
  mkdirSync(`${root}target/acts`, { recursive: true });
  writeFileSync(`${root}target/acts/catalog.json`, JSON.stringify(data));
  writeFileSync(`${root}target/acts/coverage.json`, JSON.stringify(payload));
  const leftOut = { boolean: new Uint8Array(columns.care_type.length), text: new Uint32Array(columns.care_type.length) };
  const facts = ["boolean", "text"].flatMap((kind) => FACTS.filter((fact) => fact.kind === kind));
  const inOrder = [columns.care_type, columns.member_age, ...facts.map(({ name, kind }) => columns[name] ?? leftOut[kind])];
  writeFileSync(`${root}target/acts/columns`, Buffer.concat(inOrder.map(({ buffer }) => Buffer.from(buffer))));
  const bench = ["bench", "--locked", "--quiet", "--bench", "batches", "--", "json"];
  const reported = execFileSync("cargo", bench, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const { nanoseconds, outcomes, guarantees } = JSON.parse(reported.trim().split("\n").at(-1));
  assert.deepEqual(outcomes, Object.values(evaluation.summary.by_outcome), "native outcomes");
  assert.deepEqual(guarantees, Object.values(evaluation.summary.by_guarantee), "native guarantees");
  return nanoseconds;
}
