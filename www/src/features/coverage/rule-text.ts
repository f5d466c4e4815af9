/**
 * The coverage rules as they stand in the text of the coverage: the form reads them there and changes them there, so that text and form never
 * disagree.
 */
import { parseJson } from "../../kit/json/parse";
import { withPlainBreaks } from "../../kit/line-breaks";
import { getState, type State } from "../../store/state";
import { applyEdits, patchText, type Operation } from "../../kit/json/patch";
import { putText } from "./fixes";

let last: { text: string; guarantees: unknown } | null = null;

/** The rule of a guarantee; `undefined` while the text cannot be read, or has another guarantee at that place. */
export function ruleInText({ work }: State, index: number, name: string): unknown {
  const guarantee = guaranteesIn(work.coverage?.text ?? "")[index] as { name?: unknown; coverage_rule?: unknown } | null | undefined;
  return guarantee?.name === name ? guarantee.coverage_rule : undefined;
}

/** The names of the other guarantees with a limit of this key. */
export function sharingOf({ work }: State, index: number, key: string): string[] {
  return guaranteesIn(work.coverage?.text ?? "").flatMap((guarantee, at) => {
    const { name, coverage_rule: rule } = (guarantee ?? {}) as { name?: unknown; coverage_rule?: { limits?: unknown } };
    const limits = Array.isArray(rule?.limits) ? (rule.limits as ({ key?: unknown } | null)[]) : [];
    return at !== index && typeof name === "string" && limits.some((limit) => limit?.key === key) ? [name] : [];
  });
}

/** Changes the text in hand; `pointer` is the rule's, and the operations are within it. */
export function editRule(pointer: string, operations: readonly Operation[]): void {
  const { work } = getState();
  if (!work.coverage) return;
  const text = withPlainBreaks(work.coverage.text);
  const within = (operation: Operation): Operation => ({
    ...operation, path: pointer + operation.path, ...(operation.from !== undefined && { from: pointer + operation.from }),
  });
  const edits = patchText(text, operations.map(within));
  if (edits) putText(applyEdits(text, edits), null);
}

function guaranteesIn(text: string): readonly unknown[] {
  if (last?.text !== text) {
    const parsed = parseJson(text);
    last = { text, guarantees: parsed.ok ? (parsed.value as { guarantees?: unknown } | null)?.guarantees : null };
  }
  return Array.isArray(last.guarantees) ? last.guarantees : [];
}
