/** A JSON text of a view, to be edited: in the editor once it is here, in a plain text area until then. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Command, EditorConfig, Mark, TextEditor } from "../../kit/editor/editor";
import { EditorHost } from "../../kit/editor/host";
import { focusedNear } from "../../kit/focus";
import { fitWindow } from "../../kit/fit-window";
import { LARGEST_TEXT, LONG_TEXT } from "../../store/limits";
import type { TextDocument } from "../../store/text-document";
import { useEditor } from "../common/editor";
import { laterWords } from "../common/words";
import { applyFix, format, moved, save, textIsFull, typed } from "./actions";
import { Help } from "./help";
import { followCatalog } from "./language";
import { isHelpShown, nameOf, textEditor } from "./model";
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

const keys = signal<Record<Command, string> | null>(null);

export function labelOf(name: string): string {
  return `${name}-text-label`;
}

export function TextField(props: Props) {
  const { name, label, document } = props;
  const isHelp = isHelpShown(useEditor());
  const field = useRef<HTMLDivElement>(null);
  const shown = useRef<TextEditor | null>(null);
  useLayoutEffect(() => {
    if (textEditor.value === "none") void loadEditor(props, field.current);
  });
  useLayoutEffect(() => (field.current ? fitWindow(field.current) : undefined), []);
  const id = `${name}-text`;
  const hint = `${name}-text-hint`;
  const isReady = textEditor.value === "ready";
  // To lay out a long text in a plain area takes longer than the editor is on its way.
  const isWaiting = textEditor.value !== "failed" && document.text.value.length > LONG_TEXT;
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
        <Editor {...props} found={(element) => (shown.current = element)} />
      ) : isWaiting ? (
        <p class="empty" role="status">
          {laterWords.loading}
        </p>
      ) : (
        <PlainText document={document} id={id} describedBy={hint} focus={document.focus.value} isFixed />
      )}
      <p id={hint} class="hint">
        {textEditor.value === "failed" ? textWords.editorFailed : textWords.textHint}
      </p>
      {isHelp.value && keys.value && <Help keys={keys.value} editor={shown.current} onclose={() => (isHelp.value = false)} />}
    </div>
  );
}

function Tools({ document, hasCommands }: { document: TextDocument; hasCommands: boolean }) {
  const editor = useEditor();
  const { history } = editor;
  return (
    <div class="tools">
      <button type="button" aria-label={textWords.undo} title={textWords.undo} disabled={!history.canUndo.value} onClick={() => history.undo()}>
        ↶
      </button>
      <button type="button" aria-label={textWords.redo} title={textWords.redo} disabled={!history.canRedo.value} onClick={() => history.redo()}>
        ↷
      </button>
      <button type="button" title={textWords.formatHint} onClick={() => format(editor, document)}>
        {textWords.format}
      </button>
      {hasCommands && (
        <button type="button" onClick={() => (isHelpShown(editor).value = true)}>
          {textWords.help}
        </button>
      )}
    </div>
  );
}

function Editor({ name, label, document, marks, service, found }: Props & { found: (element: TextEditor) => void }) {
  const editor = useEditor();
  const { history } = editor;
  useEffect(() => (service === null ? undefined : followCatalog(editor)), [editor]);
  const config: EditorConfig = {
    name: nameOf(editor, name),
    label,
    text: document.text.value,
    marks: marks.value,
    marksText: document.read.value,
    focus: document.focus.value,
    longest: LARGEST_TEXT,
    phrases: editorWords.phrases,
    service: service?.value ?? null,
    onchange: (text) => typed(editor, document, text),
    onedits: (edits) => applyFix(editor, document, document.text.peek(), { edits, title: "" }, null),
    onfull: () => textIsFull(editor),
    oncursor: (offset) => moved(editor, name, offset),
    onundo: () => void history.undo(),
    onredo: () => void history.redo(),
    onsave: () => save(editor, name, document),
    onformat: () => format(editor, document),
    onhelp: () => (isHelpShown(editor).value = true),
  };
  return <EditorHost config={config} found={found} />;
}

/** What is selected in the text area is selected in the editor that takes its place. */
async function loadEditor({ name, document }: Props, field: Element | null): Promise<void> {
  textEditor.value = "loading";
  const loaded = await import("../../kit/editor/editor").catch(() => null);
  const area = focusedNear(field);
  const isTyping = area instanceof HTMLTextAreaElement && area.id === `${name}-text`;
  document.focus.value = isTyping ? { start: area.selectionStart, end: area.selectionEnd } : null;
  keys.value = loaded?.COMMAND_KEYS ?? null;
  textEditor.value = loaded ? "ready" : "failed";
}
