/** A call about acts as a file of tests for the command line; null for any other. What is in JSON is YAML, too. */
import type { CareAct } from "../../engine/engine";
import type { Call } from "./call";

/** An act, and what a test expects of it. */
export interface Step {
  act: Pick<CareAct, "care_type">;
  expect: object;
}

export function asTestFile(call: Call, steps: readonly Step[] | null): string | null {
  const [first, ...others] = steps ?? [];
  if (first === undefined) return null;
  const counters = call.ask === "reimburse" && call.counters.length > 0 ? [`counters: ${inline(call.counters)}`] : [];
  const name = `name: ${inline(first.act.care_type)}`;
  const fields = others.length === 0
    ? [name, ...counters, `act: ${inline(first.act)}`, `expect: ${inline(first.expect)}`]
    : [name, "steps:", ...[first, ...others].map((step) => `  - ${inline(step)}`)];
  return [...settingOf(call), "coverage: coverage.json", "acts:", `  - ${fields.join("\n    ")}`, ""].join("\n");
}

/** What the catalogue was made with is for the configuration to say. */
function settingOf({ options }: Call): string[] {
  return options ? [`# In care-coverage.config.yaml: catalog: ${inline({ file: "catalog.json", ...options })}`] : [];
}

function inline(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, " ");
}
