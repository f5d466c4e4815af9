/** A JSON text of a view, to be edited: in the editor once it is here, in a plain text area until then. */
import type { ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import type { EditorConfig, Mark, TextEditor } from "../../kit/editor/editor";
import { EditorHost } from "../../kit/editor/host";
import { takesFocus } from "../../kit/focus";
import { LARGEST_TEXT } from "../../store/limits";
import type { TextDocument } from "../../store/text-document";
import { loadedWords } from "../documents/words";
import { textIsFull, typed } from "./actions";
import { editor, editorHistory } from "./model";
import { editorWords, textWords } from "./words";

interface Props {
  /** Tells the texts of the page apart, and names the elements. */
  name: string;
  label: string;
  document: TextDocument;
  /** The problems of the text as it is read. */
  marks: ReadonlySignal<readonly Mark[]>;
}

// A page shows one text at a time.
let shown: TextEditor | null = null;

export function labelOf(name: string): string {
  return `${name}-text-label`;
}

export function TextField(props: Props) {
  const { name, label, document } = props;
  useLayoutEffect(() => {
    if (editor.value === "none") void loadEditor(props);
  });
  const id = `${name}-text`;
  const hint = `${name}-text-hint`;
  const isReady = editor.value === "ready";
  return (
    <>
      <div class="list-head">
        <h2>
          {isReady ? (
            <span id={labelOf(name)}>{label}</span>
          ) : (
            <label id={labelOf(name)} for={id}>
              {label}
            </label>
          )}
        </h2>
        {isReady && <Tools />}
      </div>
      {isReady ? <Editor {...props} /> : <PlainText document={document} id={id} describedBy={hint} focus={document.focus.value} isFixed />}
      <p id={hint} class="hint">
        {editor.value === "failed" ? textWords.editorFailed : textWords.textHint}
      </p>
    </>
  );
}

function Tools() {
  const { canUndo, canRedo } = editorHistory.value;
  return (
    <div class="tools">
      <button type="button" aria-label={textWords.undo} title={textWords.undo} disabled={!canUndo} onClick={() => shown?.undo()}>
        ↶
      </button>
      <button type="button" aria-label={textWords.redo} title={textWords.redo} disabled={!canRedo} onClick={() => shown?.redo()}>
        ↷
      </button>
    </div>
  );
}

function Editor({ name, label, document, marks }: Props) {
  const config: EditorConfig = {
    name,
    label,
    text: document.text.value,
    source: document.loaded.value?.source ?? loadedWords.typedSource,
    marks: marks.value,
    marksText: document.read.value,
    focus: document.focus.value,
    longest: LARGEST_TEXT,
    phrases: editorWords.phrases,
    onchange: (text, source) => typed(document, text, source),
    onfull: textIsFull,
    onhistory: (canUndo, canRedo) => {
      const before = editorHistory.value;
      if (before.canUndo !== canUndo || before.canRedo !== canRedo) editorHistory.value = { canUndo, canRedo };
    },
  };
  return <EditorHost config={config} found={(element) => (shown = element)} />;
}

interface Plain {
  document: TextDocument;
  id: string;
  describedBy: string;
  focus?: object | null;
  /** As high as its column, with long lines scrolled. */
  isFixed?: boolean;
}

/** What is typed is taken, unless it is too long; then the area gets back what it had. */
export function PlainText({ document, id, describedBy, focus, isFixed }: Plain) {
  const [, redraw] = useState({});
  const type = (text: string) => {
    if (text.length <= LARGEST_TEXT) return typed(document, text);
    textIsFull();
    redraw({});
  };
  return (
    <textarea
      ref={takesFocus(focus)}
      id={id}
      class="code"
      rows={isFixed ? undefined : 16}
      wrap={isFixed ? "off" : undefined}
      spellcheck={false}
      aria-describedby={describedBy}
      value={document.text.value}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Undo and redo of the text work wherever on the view the focus is, but in another field. */
export function undoKey(event: KeyboardEvent): void {
  const elsewhere = event.target instanceof Element && event.target.closest("input, textarea, select, care-editor") !== null;
  if (elsewhere || !shown || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) shown.redo();
  else shown.undo();
}

/** What is selected in the text area is selected in the editor that takes its place. */
async function loadEditor({ name, document }: Props): Promise<void> {
  editor.value = "loading";
  const isLoaded = await import("../../kit/editor/editor").then(
    () => true,
    () => false,
  );
  const area = globalThis.document.activeElement;
  const isTyping = area instanceof HTMLTextAreaElement && area.id === `${name}-text`;
  document.focus.value = isTyping ? { start: area.selectionStart, end: area.selectionEnd } : null;
  editor.value = isLoaded ? "ready" : "failed";
}
