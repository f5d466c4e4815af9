/** Each formula as the text of a coverage, with what was left of it as an annotation, and which becomes what. */
import { computed } from "@preact/signals";
import type { BenefitFormula } from "../../engine/import";
import { formatJson } from "../../kit/json/layout";
import { assumed, assumedLineOf, leftOut, lineOf } from "./left";
import { draft, reading, sheet } from "./model";

export const nameOf = (formula: number): string => draft.value?.names[formula] ?? reading.value?.formulas[formula]?.coverage.name ?? "";

/** A coverage has a name and a guarantee. */
export function isUsable(formula: number): boolean {
  return nameOf(formula).trim() !== "" && hasGuarantees(reading.value?.formulas[formula]);
}

/** All but a name. */
export function lacksName(formula: number): boolean {
  return nameOf(formula).trim() === "" && hasGuarantees(reading.value?.formulas[formula]);
}

export function hasGuarantees(formula: BenefitFormula | undefined): boolean {
  return formula !== undefined && formula.coverage.guarantees.length > 0;
}

export const handFormula = computed((): number | null => {
  const chosen = draft.value?.hand ?? null;
  if (chosen !== "first") return chosen;
  const first = reading.value?.formulas.findIndex(hasGuarantees) ?? -1;
  return first < 0 ? null : first;
});

/** `x-import`: from which file and sheet, what is in no coverage, and what was taken for granted; unless a person does not want it. */
export function textOf(formula: number): string {
  const coverage = reading.peek()!.formulas[formula]!.coverage;
  const { source, keepsList } = draft.peek()!;
  const left = leftOut.peek().filter((one) => one.formula === null || one.formula === formula).map(lineOf);
  const granted = assumed.peek().filter((one) => one.formula === formula).map(assumedLineOf);
  const name = sheet.peek()?.name ?? "";
  const note = { source, ...(name !== "" && { sheet: name }), ...(left.length > 0 && { left_out: left }), ...(granted.length > 0 && { assumed: granted }) };
  const payload = { ...coverage, name: nameOf(formula).trim(), ...(keepsList && { "x-import": note }) };
  return formatJson(JSON.stringify(payload))!;
}
