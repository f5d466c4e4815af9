/** What the engine says about a place, for the control at that place. */
import { computed } from "@preact/signals";
import type { TextDiagnostic } from "../../engine/engine";
import { problems } from "../../store/readings";

const byPointer = computed(() => {
  const found = new Map<string, TextDiagnostic[]>();
  for (const problem of problems.value) {
    const list = found.get(problem.pointer);
    if (list) list.push(problem);
    else found.set(problem.pointer, [problem]);
  }
  return found;
});

/** The worst of what is at a place, or in it; null without any. */
export function severityAt(pointer: string): TextDiagnostic["severity"] | null {
  const severities = (byPointer.value.get(pointer) ?? []).map(({ severity }) => severity);
  return (["error", "warning", "info"] as const).find((severity) => severities.includes(severity)) ?? null;
}

export function isWrong(pointer: string): boolean {
  return severityAt(pointer) === "error";
}
