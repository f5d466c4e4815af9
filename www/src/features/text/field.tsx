/** A JSON text of a view, to be edited: in the editor once it is here, in a plain text area until then. */
import { textWords } from "./words";
import { noticeWords } from "../documents/words";
import type { ComponentChildren } from "preact";
import { takesFocus, type FocusRequest } from "../../kit/focus";
import type { Mark, TextEditor, EditorConfig } from "../../kit/editor/element";
import { EditorHost } from "../../kit/editor/host";
import { LARGEST_TEXT } from "../../store/limits";
import { getState, update, type State } from "../../store/state";

export interface TextField {
  /** Tells the texts of the page apart, and names the elements. */
  name: string;
  label: string;
  text: string;
  source: string;
  /** The problems, and the text they are of. */
  marks: readonly Mark[];
  marksText: string;
  /** Which of the page's requests moves the focus into it. */
  focus: "coverageFocus" | "dispenseFocus";
  typed: (text: string, source?: string) => void;
}

// A page shows one text at a time.
let editor: TextEditor | null = null;

export function labelOf(name: string): string {
  return `${name}-text-label`;
}

export function textField(state: State, field: TextField): ComponentChildren {
  if (state.editor === "none") void loadEditor(field);
  const { name, label, text, source, marks, marksText, typed } = field;
  const { canUndo, canRedo } = state.editorHistory;
  const id = `${name}-text`;
  const hint = `${name}-text-hint`;
  const focus: FocusRequest | null = state[field.focus];
  const config: EditorConfig = {
    name,
    label,
    text,
    source,
    marks,
    marksText,
    focus,
    onchange: typed,
    onfull: textIsFull,
    onhistory: historyChanged,
  };
  return (
    <>
      <div class="list-head">
        <h2>
          {state.editor === "ready" ? (
            <span id={labelOf(name)}>{label}</span>
          ) : (
            <label id={labelOf(name)} for={id}>
              {label}
            </label>
          )}
        </h2>
        {state.editor === "ready" && (
          <div class="tools">
            <button type="button" aria-label={textWords.undo} title={textWords.undo} disabled={!canUndo} onClick={() => editor?.undo()}>
              ↶
            </button>
            <button type="button" aria-label={textWords.redo} title={textWords.redo} disabled={!canRedo} onClick={() => editor?.redo()}>
              ↷
            </button>
          </div>
        )}
      </div>
      {state.editor === "ready" ? (
        <EditorHost config={config} found={(element) => (editor = element)} />
      ) : (
        <textarea
          ref={takesFocus(focus)}
          id={id}
          class="code"
          spellcheck={false}
          wrap="off"
          aria-describedby={hint}
          value={text}
          onInput={(event) => typeIn(event, typed)}
        />
      )}
      <p id={hint} class="hint">
        {state.editor === "failed" ? textWords.editorFailed : textWords.textHint}
      </p>
    </>
  );
}

function historyChanged(canUndo: boolean, canRedo: boolean): void {
  const before = getState().editorHistory;
  if (before.canUndo !== canUndo || before.canRedo !== canRedo) update({ editorHistory: { canUndo, canRedo } });
}

/** What a plain text area says is typed, unless it is too long; then the area gets back what it had. */
export function typeIn(event: Event, typed: (text: string) => void): void {
  const text = (event.target as HTMLTextAreaElement).value;
  if (text.length > LARGEST_TEXT) textIsFull();
  else typed(text);
}

function textIsFull(): void {
  update({ notice: { tone: "failed", text: noticeWords.textFull } });
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

/** What is selected in the text area is selected in the editor that takes its place. */
async function loadEditor({ name, focus: field }: TextField): Promise<void> {
  update({ editor: "loading" });
  const loaded = await import("../../kit/editor/element").then(
    () => true,
    () => false,
  );
  const area = document.activeElement;
  const isTyping = area instanceof HTMLTextAreaElement && area.id === `${name}-text`;
  const focus = isTyping ? { start: area.selectionStart, end: area.selectionEnd } : null;
  update(loaded ? { editor: "ready", [field]: focus } : { editor: "failed" });
}
