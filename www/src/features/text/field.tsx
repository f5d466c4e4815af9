/** A JSON text of a view, to be edited: in the editor once it is here, in a plain text area until then. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Command, EditorConfig, Mark, TextEditor } from "../../kit/editor/editor";
import { EditorHost } from "../../kit/editor/host";
import { fitWindow } from "../../kit/fit-window";
import { canRedo, canUndo, redo, undo } from "../../store/history";
import { LARGEST_TEXT, LONG_TEXT } from "../../store/limits";
import type { TextDocument } from "../../store/text-document";
import { laterWords } from "../common/words";
import { applyFix, format, moved, save, textIsFull, typed } from "./actions";
import { Help } from "./help";
import { followCatalog } from "./language";
import { editor, isHelpShown } from "./model";
import { PlainText } from "./plain";
import { editorWords, textWords } from "./words";

interface Props {
  /** Tells the texts of the page apart, and names the elements. */
  name: string;
  label: string;
  document: TextDocument;
  /** The problems of the text as it is read. */
  marks: ReadonlySignal<readonly Mark[]>;
  /** Null for a text of which nothing is known but JSON. */
  service: ReadonlySignal<EditorConfig["service"]> | null;
}

// A page shows one text at a time.
let shown: TextEditor | null = null;
const keys = signal<Record<Command, string> | null>(null);

export function labelOf(name: string): string {
  return `${name}-text-label`;
}

export function TextField(props: Props) {
  const { name, label, document } = props;
  const field = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (editor.value === "none") void loadEditor(props);
  });
  useLayoutEffect(() => (field.current ? fitWindow(field.current) : undefined), []);
  const id = `${name}-text`;
  const hint = `${name}-text-hint`;
  const isReady = editor.value === "ready";
  // To lay out a long text in a plain area takes longer than the editor is on its way.
  const isWaiting = editor.value !== "failed" && document.text.value.length > LONG_TEXT;
  return (
    <div class="text-field" ref={field}>
      <div class="list-head">
        <h2>
          {isReady || isWaiting ? (
            <span id={labelOf(name)}>{label}</span>
          ) : (
            <label id={labelOf(name)} for={id}>
              {label}
            </label>
          )}
        </h2>
        <Tools document={document} hasCommands={isReady} />
      </div>
      {isReady ? (
        <Editor {...props} />
      ) : isWaiting ? (
        <p class="empty" role="status">
          {laterWords.loading}
        </p>
      ) : (
        <PlainText document={document} id={id} describedBy={hint} focus={document.focus.value} isFixed />
      )}
      <p id={hint} class="hint">
        {editor.value === "failed" ? textWords.editorFailed : textWords.textHint}
      </p>
      {isHelpShown.value && keys.value && <Help keys={keys.value} editor={shown} onclose={() => (isHelpShown.value = false)} />}
    </div>
  );
}

function Tools({ document, hasCommands }: { document: TextDocument; hasCommands: boolean }) {
  return (
    <div class="tools">
      <button type="button" aria-label={textWords.undo} title={textWords.undo} disabled={!canUndo.value} onClick={undo}>
        ↶
      </button>
      <button type="button" aria-label={textWords.redo} title={textWords.redo} disabled={!canRedo.value} onClick={redo}>
        ↷
      </button>
      <button type="button" title={textWords.formatHint} onClick={() => format(document)}>
        {textWords.format}
      </button>
      {hasCommands && (
        <button type="button" onClick={() => (isHelpShown.value = true)}>
          {textWords.help}
        </button>
      )}
    </div>
  );
}

function Editor({ name, label, document, marks, service }: Props) {
  const config: EditorConfig = {
    name,
    label,
    text: document.text.value,
    marks: marks.value,
    marksText: document.read.value,
    focus: document.focus.value,
    longest: LARGEST_TEXT,
    phrases: editorWords.phrases,
    service: service?.value ?? null,
    onchange: (text) => typed(document, text),
    onedits: (edits) => applyFix(document, document.text.peek(), { edits, title: "" }, null),
    onfull: textIsFull,
    oncursor: (offset) => moved(name, offset),
    onundo: undo,
    onredo: redo,
    onsave: () => save(name, document),
    onformat: () => format(document),
    onhelp: () => (isHelpShown.value = true),
  };
  return <EditorHost config={config} found={(element) => (shown = element)} />;
}

/** What is selected in the text area is selected in the editor that takes its place. */
async function loadEditor({ name, document }: Props): Promise<void> {
  editor.value = "loading";
  const loaded = await import("../../kit/editor/editor").catch(() => null);
  const area = globalThis.document.activeElement;
  const isTyping = area instanceof HTMLTextAreaElement && area.id === `${name}-text`;
  document.focus.value = isTyping ? { start: area.selectionStart, end: area.selectionEnd } : null;
  keys.value = loaded?.COMMAND_KEYS ?? null;
  editor.value = loaded ? "ready" : "failed";
  // Its answers may come later than the editor, or not at all.
  if (loaded) void followCatalog().catch(() => undefined);
}
