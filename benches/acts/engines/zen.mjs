// A decision table of the ZEN engine for each care type, collecting all its rows that hold. Decision tables are in its native package
// only; the one for the browser has its expressions (zen-wasm.mjs).
import { ZenEngine } from "@gorules/zen-engine";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "zen-engine, decision tables, native";
export const acts = 500;

export function prepare({ candidates }) {
  const engine = new ZenEngine();
  const decisions = new Map([...candidates].map(([careType, mappings]) => [careType, engine.createDecision(tableOf(mappings))]));
  return async (act) => {
    const decision = decisions.get(act.care_type);
    if (decision === undefined) return [];
    const { result } = await decision.evaluate(act);
    return [...new Set(result.map(({ guarantee }) => guarantee))];
  };
}

function tableOf(mappings) {
  const facts = ["member_age", ...FLAGS, ...TEXTS];
  const rule = ({ name, filter }, position) => ({
    _id: `rule-${position}`, guarantee: JSON.stringify(name), ...Object.fromEntries(facts.map((fact) => [fact, cellOf(filter, fact)])),
  });
  const content = {
    hitPolicy: "collect", inputs: facts.map((fact) => ({ id: fact, name: fact, type: "expression", field: fact })),
    outputs: [{ id: "guarantee", name: "guarantee", type: "expression", field: "guarantee" }], rules: mappings.map(rule),
  };
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content && { content }) });
  return {
    nodes: [node("acts", "inputNode"), node("table", "decisionTableNode", content), node("answer", "outputNode")],
    edges: [
      { id: "in", type: "edge", sourceId: "acts", targetId: "table" }, { id: "out", type: "edge", sourceId: "table", targetId: "answer" },
    ],
  };
}

function cellOf(filter, fact) {
  if (fact === "member_age") {
    return filter.min_age === undefined && filter.max_age === undefined ? "" : `[${filter.min_age ?? 0}..${filter.max_age ?? 130}]`;
  }
  if (FLAGS.includes(fact)) return filter[fact] === undefined ? "" : String(filter[fact]);
  return (allowed(filter, fact) ?? []).map((text) => JSON.stringify(text)).join(", ");
}
