// Benefit tables, without the engine: what a cell says is a rule.
export { readBenefit } from "./benefit-table/read-benefit.ts";
