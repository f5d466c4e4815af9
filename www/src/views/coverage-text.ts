/** The text of the coverage, to be edited: in the editor once it is here, in a plain text area until then. */
import { h, type Child } from "../dom";
import type { EditorConfig, TextEditor } from "../editor";
import { locate, type Span } from "../json-tree";
import { withBreaksOf, withPlainBreaks } from "../line-breaks";
import { messages as m } from "../messages";
import type { Results } from "../results";
import { getState, update, type State } from "../state";
import { marksOf } from "./coverage-fixes";

let area: HTMLTextAreaElement | null = null;
let editor: TextEditor | null = null;

export function coverageText(state: State, results: Results): Child {
  if (state.editor === "none") void loadEditor();
  const { coverage } = state.work;
  const text = withPlainBreaks(coverage?.text ?? "");
  const { canUndo, canRedo } = state.editorHistory;
  const label = { id: "coverage-text-label" };
  return [
    h("div", { class: "list-head" },
      h("h2", {}, state.editor === "ready" ? h("span", label, m.coverage.text) : h("label", { ...label, for: "coverage-text" }, m.coverage.text)),
      state.editor === "ready" && h("div", { class: "tools" },
        h("button", { type: "button", "aria-label": m.coverage.undo, title: m.coverage.undo, disabled: !canUndo, onclick: () => editor?.undo() }, "↶"),
        h("button", { type: "button", "aria-label": m.coverage.redo, title: m.coverage.redo, disabled: !canRedo, onclick: () => editor?.redo() }, "↷"))),
    state.editor === "ready"
      ? h("care-editor", {
          mounted: (element: TextEditor) => (editor = element),
          config: {
            text,
            source: coverage?.source ?? m.loaded.typedSource,
            marks: marksOf(results),
            marksText: results.text,
            focus: state.coverageFocus,
            onchange: typed,
            onhistory: (canUndo, canRedo) => {
              const before = getState().editorHistory;
              if (before.canUndo !== canUndo || before.canRedo !== canRedo) update({ editorHistory: { canUndo, canRedo } });
            },
          } satisfies EditorConfig,
        })
      : h("textarea", {
          mounted: (element: HTMLTextAreaElement) => (area = element),
          id: "coverage-text",
          class: "code",
          spellcheck: "false",
          wrap: "off",
          "aria-describedby": "coverage-text-hint",
          value: text,
          focus: state.coverageFocus,
          oninput: (event: Event) => typed((event.target as HTMLTextAreaElement).value),
        }),
    h("p", { id: "coverage-text-hint", class: "hint" }, state.editor === "failed" ? m.coverage.editorFailed : m.coverage.textHint),
  ];
}

/** Leads to the place of a pointer in the coverage's text. */
export function showInText(pointer: string): void {
  const span = locate(withPlainBreaks(getState().work.coverage?.text ?? ""), pointer);
  if (span) showSpan(span);
}

export function showSpan({ start, end }: Span): void {
  location.hash = "coverage";
  update({ view: "coverage", coverageFocus: { start, end } });
}

/** Undo and redo of the text work wherever on the view the focus is, but in another field. */
export function undoKey(event: KeyboardEvent): void {
  const elsewhere = event.target instanceof Element && event.target.closest("input, textarea, select, care-editor") !== null;
  if (elsewhere || !editor || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) editor.redo();
  else editor.undo();
}

function typed(text: string, source?: string): void {
  const { work } = getState();
  const { coverage } = work;
  const loaded = { text: withBreaksOf(coverage?.text ?? "", text), source: source ?? coverage?.source ?? m.loaded.typedSource };
  update({ work: { ...work, coverage: loaded }, lastFix: null });
}

/** What is selected in the text area is selected in the editor that takes its place. */
async function loadEditor(): Promise<void> {
  update({ editor: "loading" });
  const loaded = await import("../editor").then(() => true, () => false);
  const typing = area !== null && document.activeElement === area;
  const coverageFocus = typing ? { start: area!.selectionStart, end: area!.selectionEnd } : null;
  update(loaded ? { editor: "ready", coverageFocus } : { editor: "failed" });
}
