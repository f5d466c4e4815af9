// Expressions of the ZEN engine in WebAssembly: one for each care type, which lists the guarantees that match. It has no decision
// tables, and parses an expression each time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import init, { evaluateExpression } from "@gorules/zen-engine-wasm";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "zen-engine-wasm, expressions";
export const acts = 100;

export async function prepare({ candidates }) {
  const module = createRequire(import.meta.url).resolve("@gorules/zen-engine-wasm").replace("index.js", "dist/zen_engine_wasm_bg.wasm");
  await init({ module_or_path: readFileSync(module) });
  const compiled = new Map([...candidates].map(([careType, mappings]) => {
    const cells = mappings.map(({ name, filter }) => `${conditionOf(filter)} ? ${JSON.stringify(name)} : null`);
    return [careType, `[${cells.join(", ")}]`];
  }));
  return (act) => {
    const expression = compiled.get(act.care_type);
    if (expression === undefined) return [];
    return [...new Set(evaluateExpression(expression, act))].filter((name) => name !== null);
  };
}

function conditionOf(filter) {
  const conditions = [];
  if (filter.min_age !== undefined) conditions.push(`member_age >= ${filter.min_age}`);
  if (filter.max_age !== undefined) conditions.push(`member_age <= ${filter.max_age}`);
  for (const flag of FLAGS) if (filter[flag] !== undefined) conditions.push(`${flag} == ${filter[flag]}`);
  for (const fact of TEXTS) if (allowed(filter, fact)) conditions.push(`${fact} in ${JSON.stringify(allowed(filter, fact))}`);
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}
