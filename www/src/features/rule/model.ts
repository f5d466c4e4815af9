/** The rules of the coverage as they are in its text, so that text and form never disagree, and what fits a guarantee. */
import { computed, signal } from "@preact/signals";
import type { CoverageGuarantee } from "../../engine/engine";
import { freeKey } from "../../kit/free-name";
import { listIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import type { RulePreset } from "./presets";

const guarantees = perEditor(({ documents: { coverage } }) =>
  computed((): readonly unknown[] => {
    const json = coverage.typedJson.value;
    const found = json.ok ? (json.value as { guarantees?: unknown } | null)?.guarantees : null;
    return Array.isArray(found) ? found : [];
  }),
);

/** The rule that was begun or replaced last, and by which usual one: how that is written is said next to it. */
export const lastPreset = perEditor(() => signal<{ root: string; preset: RulePreset } | null>(null));

export function rootOf(index: number): string {
  return `/guarantees/${index}/coverage_rule`;
}

/** What is unfolded when the rule of this guarantee is edited. */
export function partOf(name: string): string {
  return `rule/${name}`;
}

/** The rule of a guarantee; `undefined` while the text cannot be read, or has another guarantee at that place. */
export function ruleInText(editor: Editor, index: number, name: string): unknown {
  const guarantee = guarantees(editor).value[index] as { name?: unknown; coverage_rule?: unknown } | null | undefined;
  return guarantee?.name === name ? guarantee.coverage_rule : undefined;
}

/** The names of the other guarantees with a limit of this key. */
export function sharingOf(editor: Editor, index: number, key: string): string[] {
  return guarantees(editor).value.flatMap((guarantee, at) => {
    const { name } = (guarantee ?? {}) as { name?: unknown };
    return at !== index && typeof name === "string" && limitsOf(guarantee).some((limit) => limit?.key === key) ? [name] : [];
  });
}

/** Those of its components, too. */
function limitsOf(guarantee: unknown): ({ key?: unknown } | null)[] {
  const { coverage_rule: rule } = (guarantee ?? {}) as { coverage_rule?: unknown };
  const parts = [rule, ...listIn(rule, "components")];
  return parts.flatMap((part) => listIn(part, "limits") as ({ key?: unknown } | null)[]);
}

/** Names for counters that no other limit has: that of the guarantee, numbered where it is taken. Each call gives another. */
export function keysFor(editor: Editor, guaranteeName: string): () => string {
  const taken = new Set(guarantees(editor).value.flatMap((guarantee) => limitsOf(guarantee).map((limit) => limit?.key)));
  return () => {
    const key = freeKey(taken, guaranteeName.toLowerCase() || "limit");
    taken.add(key);
    return key;
  };
}

/** Does the Sécu reimburse none of what the guarantee selects? Its conditions say so, or its care types are not asked about it. */
export function isOutsideSecu(editor: Editor, { name, care_type_mappings: mappings }: CoverageGuarantee): boolean {
  if (mappings.length > 0 && mappings.every(({ filter }) => filter.reimbursed_by_secu === false)) return true;
  const coverage = editor.compiled.value;
  const types = coverage?.payload.guarantees.some((guarantee) => guarantee.name === name) ? coverage.careTypesOf(name) : [];
  const isNotAsked = (code: string) => {
    const facts = coverage?.catalog.types.get(code)?.applicable_facts;
    return Array.isArray(facts) && !facts.includes("reimbursed_by_secu");
  };
  return types.length > 0 && types.every(isNotAsked);
}
