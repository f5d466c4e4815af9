/** The problems of the text at their places, and how a key leads from one to the next. */
import { forEachDiagnostic, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";

/** A problem at its place in the text, a part of one line. */
export interface Mark {
  start: number;
  end: number;
  /** `quiet`: it is there for who looks for it, and no key leads to it while there is another. */
  severity: "error" | "warning" | "info" | "quiet";
  message: string;
  fix: { words: string; apply: () => void } | null;
}

const QUIET = "hint";

export function markAll(view: EditorView, marks: readonly Mark[]): void {
  const diagnostics = marks.map((mark) => ({
    from: mark.start,
    to: mark.end,
    severity: mark.severity === "quiet" ? (QUIET as typeof QUIET) : mark.severity,
    // Once it is shown.
    get message() {
      return mark.message;
    },
    actions: mark.fix ? [{ name: mark.fix.words, apply: mark.fix.apply }] : [],
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

export function nextMark(view: EditorView): boolean {
  const { from } = view.state.selection.main;
  const starts = startsOf(view);
  return lead(view, starts.find((start) => start > from) ?? starts[0]);
}

export function previousMark(view: EditorView): boolean {
  const { from } = view.state.selection.main;
  const starts = startsOf(view);
  return lead(view, starts.findLast((start) => start < from) ?? starts.at(-1));
}

function startsOf(view: EditorView): number[] {
  const loud: number[] = [];
  const quiet: number[] = [];
  forEachDiagnostic(view.state, ({ severity }, from) => (severity === QUIET ? quiet : loud).push(from));
  return [...new Set(loud.length > 0 ? loud : quiet)].sort((a, b) => a - b);
}

/** From the character before it, CodeMirror selects it and shows what it says. */
function lead(view: EditorView, start: number | undefined): boolean {
  if (start === undefined) return false;
  view.dispatch({ selection: { anchor: Math.max(0, start - 1) } });
  return nextDiagnostic(view);
}
