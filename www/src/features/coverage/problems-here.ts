/** What the engine says about a place, for the control at that place. */
import { computed } from "@preact/signals";
import type { TextDiagnostic } from "../../engine/engine";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";

const byPointer = perEditor(({ problems }) =>
  computed(() => {
    const found = new Map<string, TextDiagnostic[]>();
    for (const problem of problems.value) {
      const list = found.get(problem.pointer);
      if (list) list.push(problem);
      else found.set(problem.pointer, [problem]);
    }
    return found;
  }),
);

/** The worst of what is at a place, or in it; null without any. */
export function severityAt(editor: Editor, pointer: string): TextDiagnostic["severity"] | null {
  const severities = (byPointer(editor).value.get(pointer) ?? []).map(({ severity }) => severity);
  return (["error", "warning", "info"] as const).find((severity) => severities.includes(severity)) ?? null;
}

export function isWrong(editor: Editor, pointer: string): boolean {
  return severityAt(editor, pointer) === "error";
}
