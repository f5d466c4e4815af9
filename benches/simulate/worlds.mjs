// What is simulated: the first world of the acts, with amounts, against a draft with other percentages and without every tenth guarantee;
// and claims against the shipped example, whose draft pays doctors more and has lower limits.
import { readFileSync } from "node:fs";
import { priced } from "../amounts/world.mjs";
import { FIELDS } from "../acts/conditions.mjs";
import { draftOf } from "./draft.mjs";
import { claimsExample } from "../../examples/claims/claims-example.mjs";
import { CareTypeCatalog } from "../../pkg/index.js";

const AMOUNTS = ["charged", "brss", "secu_rate_percent", "flat_contribution"];

export function mainWorld(count) {
  const { data, payload, percents, objects } = priced(count);
  const catalog = new CareTypeCatalog(data);
  const payloadOf = (percentOf, isIn) => ({
    ...payload,
    guarantees: payload.guarantees.map((guarantee, position) => ({ ...guarantee, coverage_rule: { components: [{ kind: "brss_percent", percent: String(percentOf(position)) }] } }))
      .filter((_, position) => isIn(position)),
  });
  const payloads = [payloadOf((position) => percents[position], () => true), payloadOf((position) => percents[position] + 25, (position) => position % 10 > 0)];
  const fields = [...FIELDS, ...AMOUNTS];
  const rows = objects.map((row) => fields.map((field) => (row[field] === undefined ? "" : String(row[field]))));
  return {
    catalog, payloads, coverages: payloads.map((payload) => catalog.compileCoverage(payload)), rows: objects,
    csv: new TextEncoder().encode([fields, ...rows].map((cells) => cells.join(",")).join("\n")),
  };
}

const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));

export function exampleSides() {
  const payloads = [example("coverage"), draftOf(example("coverage"))];
  const lists = example("catalog");
  const catalog = new CareTypeCatalog(lists);
  return { lists, catalog, payloads, coverages: payloads.map((payload) => catalog.compileCoverage(payload)) };
}

export async function exampleWorld(rows) {
  return { ...exampleSides(), csv: new Uint8Array(await new Response(claimsExample({ rows })).arrayBuffer()) };
}
