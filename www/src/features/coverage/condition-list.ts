/** Which conditions can a filter have, which has it, and which are of no use for what is selected? */
import { FACTS, type ActFact, type BooleanFact, type LoadedCatalog, type TextFact } from "../../engine/engine";
import type { Json } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { factNames } from "../common/values";
import { withCapital } from "../common/sentences";
import { type GuaranteeItem, partOf } from "./guarantee-list";
import type { Condition } from "./mapping-edits";
import { begunConditions } from "./model";
import { formWords } from "./words";

type FactCondition = (typeof FACTS)[number]["condition"];

/** A condition of the form; the two bounds of the age are one. `facts` names it in an act. */
export type ConditionKind =
  | { id: "age"; kind: "age"; fact: null; fields: readonly Condition[] }
  | { id: FactCondition; kind: "boolean"; fact: BooleanFact; fields: readonly Condition[] }
  | { id: FactCondition; kind: "text" | "texts"; fact: TextFact; fields: readonly Condition[] };

/** In the order of the engine's table. */
export const CONDITIONS: readonly ConditionKind[] = [
  { id: "age", kind: "age", fact: null, fields: ["min_age", "max_age"] },
  ...FACTS.map(({ name, condition, kind }) => {
    // Of who gives the care, a filter names one.
    const shape = kind === "boolean" ? "boolean" : condition === name ? "text" : "texts";
    return { id: condition, kind: shape, fact: name, fields: [condition] } as ConditionKind;
  }),
];

const isStated = (filter: Json, field: string) => filter[field] !== undefined && filter[field] !== null;

export function conditionsOf(editor: Editor, mapping: unknown, key: string): { shown: ConditionKind[]; others: ConditionKind[] } {
  const filter = partOf(mapping, "filter");
  const begun = begunConditions(editor).value.get(key) ?? [];
  const isShown = ({ fields }: ConditionKind) => fields.some((field) => isStated(filter, field) || begun.includes(field));
  return { shown: CONDITIONS.filter(isShown), others: CONDITIONS.filter((condition) => !isShown(condition)) };
}

export function mappingKey({ id }: GuaranteeItem, mapping: number): string {
  return `${id}/${mapping}`;
}

export function conditionName({ id, fact }: ConditionKind): string {
  return fact === null ? formWords.age.name : withCapital(factNames[fact] ?? id);
}

export function conditionHint({ id }: ConditionKind): string {
  return id === "age" ? formWords.age.hint : formWords.conditionHints[id];
}

/** What is to be said where acts of the selected care types do not have the fact; null where all have it. */
export function applicability({ fact }: ConditionKind, catalog: LoadedCatalog, mapping: unknown): string | null {
  if (fact === null) return null;
  const selected = catalog.explain(partOf(mapping, "selector")).filter((row) => row.selected);
  const without = selected.filter(({ short_code }) => {
    const facts: readonly ActFact[] | null | undefined = catalog.types.get(short_code)?.applicable_facts;
    return Boolean(facts && !facts.includes(fact));
  }).length;
  if (without === 0) return null;
  return without === selected.length ? formWords.notApplicable : formWords.partlyApplicable(without, selected.length);
}

/** What is written as one text counts as a list of it. */
export function valuesOf(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value : null;
}
