/**
 * The coverage rules as they are in the text of the coverage: the form reads them there and changes them there, so that text and form never
 * disagree.
 */
import { computed } from "@preact/signals";
import { type Operation, patchedText } from "../../kit/json/patch";
import { documents } from "../../store/work";
import { putText } from "../text/actions";

const guarantees = computed((): readonly unknown[] => {
  const json = documents.coverage.typedJson.value;
  const found = json.ok ? (json.value as { guarantees?: unknown } | null)?.guarantees : null;
  return Array.isArray(found) ? found : [];
});

/** The rule of a guarantee; `undefined` while the text cannot be read, or has another guarantee at that place. */
export function ruleInText(index: number, name: string): unknown {
  const guarantee = guarantees.value[index] as { name?: unknown; coverage_rule?: unknown } | null | undefined;
  return guarantee?.name === name ? guarantee.coverage_rule : undefined;
}

/** The names of the other guarantees with a limit of this key. */
export function sharingOf(index: number, key: string): string[] {
  return guarantees.value.flatMap((guarantee, at) => {
    const { name, coverage_rule: rule } = (guarantee ?? {}) as { name?: unknown; coverage_rule?: { limits?: unknown } };
    const limits = Array.isArray(rule?.limits) ? (rule.limits as ({ key?: unknown } | null)[]) : [];
    return at !== index && typeof name === "string" && limits.some((limit) => limit?.key === key) ? [name] : [];
  });
}

/** Changes the text in hand; `pointer` is the rule's, and the operations are within it. */
export function editRule(pointer: string, operations: readonly Operation[]): void {
  const within = (operation: Operation): Operation => ({
    ...operation, path: pointer + operation.path, ...(operation.from !== undefined && { from: pointer + operation.from }),
  });
  const text = patchedText(documents.coverage.text.value, operations.map(within));
  if (text !== null) putText(documents.coverage, text, null);
}
